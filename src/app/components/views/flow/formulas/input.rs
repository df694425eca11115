//! I: from words to vectors.

use yew::{Html, html};

use super::super::light::{Lit, lit};
use super::{Entry, Followed, Opened};
use crate::app::components::math::{
    bracketed, count, display, inline, joined, letter, row, sign, sub, sum,
};
use crate::explain::{Part, Step, Term};

impl Followed<'_> {
    /// I.
    pub(super) fn input(&self) -> Opened {
        let texts = &self.texts.flow;
        let (weight, embedding, asked, meaning) = if self.is_memn2n() {
            let embedding = row([letter("A"), sub(letter("x"), letter("ij"))]);
            let asked = row([letter("B"), sub(letter("q"), letter("j"))]);
            ("l", embedding, asked, texts.word)
        } else {
            let embedding = sub(letter("e"), letter("ij"));
            (
                "g",
                embedding,
                sub(letter("e"), letter("j")),
                texts.gated_word,
            )
        };
        let weight = || sub(letter(weight), letter("j"));
        let share = |of: Html| {
            let weighted = if self.is_weighted() {
                joined("⊙", [weight(), of])
            } else {
                of
            };
            lit(Lit::Word, weighted)
        };
        let question = row([sum("j"), share(asked)]);
        let question = if self.is_memn2n() {
            question
        } else {
            row([
                letter("tanh"),
                bracketed([letter("W"), question, sign("+"), letter("b")]),
            ])
        };
        let first_query = lit(Lit::Query, sub(letter("u"), count(1)));
        let mut formulas = vec![display([
            self.x("A"),
            sign("="),
            sum("j"),
            share(embedding.clone()),
        ])];
        // The first word by itself, and the sum of all.
        if let (Some(step), Some(word)) = (self.step_of_word(0), self.words.first())
            && let [a, b] = step.operands.as_slice()
            && let (Some(&a), Some(&b), Some(&product)) = (
                a.quantity.values.first(),
                b.quantity.values.first(),
                step.result.values.first(),
            )
        {
            let numbers = row([
                joined("·", [self.number(a), self.factor(b)]),
                sign("="),
                self.number(product),
            ]);
            formulas.push(html! {
                <p class="first-numbers">
                    <span lang="en">{word.clone()}</span>{": "}{inline(numbers)}
                </p>
            });
        }
        formulas.extend(self.summed(Term::Encoding));
        formulas.push(display([first_query.clone(), sign("="), question]));
        Opened {
            formulas,
            terms: vec![
                Entry {
                    term: Lit::Word,
                    symbol: share(embedding),
                    meaning,
                },
                Entry {
                    term: Lit::Encoding,
                    symbol: self.of_sentence("x"),
                    meaning: texts.encoding,
                },
                Entry {
                    term: Lit::Query,
                    symbol: sub(letter("u"), count(1)),
                    meaning: texts.query,
                },
            ],
        }
    }

    fn step_of_word(&self, word: usize) -> Option<&Step> {
        let cell = self.workings.cell.as_ref()?;
        let of_sentence = |step: &&Step| {
            step.result.term == Term::WordShare
                && step.result.word == Some(word)
                && step.part == Part::Key
        };
        cell.steps.iter().find(of_sentence)
    }
}
