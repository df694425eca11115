//! R: from what was read to the answer.

use yew::html;

use super::super::light::{Lit, lit};
use super::{CHOICES, Entry, Followed, Opened};
use crate::app::components::math::{
    bracketed, count, display, fraction, hat, joined, letter, row, sign, sub, sup, text,
};

impl Followed<'_> {
    /// R.
    pub(super) fn response(&self) -> Opened {
        let texts = &self.texts.flow;
        let hops = self.workings.stops.len();
        let z = || lit(Lit::State, letter("z"));
        let a = || hat(letter("a"));
        let last = lit(Lit::Next, sub(letter("u"), count(hops + 1)));
        let state = if self.is_memn2n() {
            last
        } else {
            let pair = [sub(letter("s"), letter("a")), sub(letter("s"), letter("b"))];
            let [first, second] = pair.map(|item| lit(Lit::Item, item));
            let asked = lit(Lit::Query, sub(letter("u"), count(1)));
            let relation = row([
                letter("g"),
                bracketed([first, sign(","), second, sign(","), asked]),
            ]);
            let pairs = html! {
                <munder><mo>{"Σ"}</mo><mrow><mi>{"a"}</mi><mo>{","}</mo><mi>{"b"}</mi></mrow></munder>
            };
            row([last, sign("+"), letter("f"), bracketed([pairs, relation])])
        };
        let softmax = row([letter("softmax"), bracketed([letter("W"), z()])]);
        let mut formulas = vec![
            display([z(), sign("="), state]),
            display([lit(Lit::Answer, a()), sign("="), softmax]),
        ];
        let conclusion = &self.workings.conclusion;
        let largest = conclusion.choices.first().map_or(0.0, |first| first.score);
        for choice in conclusion.choices.iter().take(CHOICES) {
            let name = match choice.answer.as_str() {
                "" => texts.end.to_owned(),
                answer => answer.to_owned(),
            };
            let exponent = joined("−", [self.number(choice.score), self.factor(largest)]);
            formulas.push(display([
                lit(Lit::Answer, sub(a(), text(name))),
                sign("="),
                fraction(sup(letter("e"), exponent), self.number(conclusion.total)),
                sign("="),
                lit(Lit::Answer, self.number(choice.probability)),
            ]));
        }
        if !self.is_memn2n() {
            formulas.push(html! { <p class="note">{texts.first_word}</p> });
        }
        Opened {
            formulas,
            terms: vec![
                Entry {
                    term: Lit::Next,
                    symbol: sub(letter("u"), count(hops + 1)),
                    meaning: texts.next,
                },
                Entry {
                    term: Lit::State,
                    symbol: letter("z"),
                    meaning: texts.state,
                },
                Entry {
                    term: Lit::Answer,
                    symbol: a(),
                    meaning: texts.answer,
                },
            ],
        }
    }
}
