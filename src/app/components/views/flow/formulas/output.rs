//! O: what is read.

use yew::{Html, html};

use super::super::light::{Lit, lit};
use super::{CHOICES, Entry, Followed, Opened, step};
use crate::app::components::math::{
    bracketed, count, display, fraction, joined, letter, row, sign, sub, sum, sup,
};
use crate::explain::Term;
use crate::networks::Architecture;
use crate::networks::memn2n::Tying;

impl Followed<'_> {
    /// O.
    pub(super) fn output(&self) -> Opened {
        let texts = &self.texts.flow;
        let transposed = sup(self.u(), letter("T"));
        let matched = if self.is_memn2n() {
            row([transposed, self.m()])
        } else {
            let asked = bracketed([letter("H"), self.u()]);
            row([sup(asked, letter("T")), self.m()])
        };
        let softmax = row([letter("softmax"), bracketed([matched])]);
        let mut formulas = vec![display([self.p(), sign("="), softmax])];
        formulas.extend(self.softmax_numbers());
        let o = lit(Lit::Read, letter("o"));
        let weighted = row([
            sum("i"),
            lit(Lit::Weight, sub(letter("p"), letter("i"))),
            lit(Lit::Value, sub(letter("c"), letter("i"))),
        ]);
        let strongest = self.strongest_summands();
        let read = match strongest {
            Some(summands) => row([o.clone(), sign("="), weighted, sign("="), summands]),
            None => row([o.clone(), sign("="), weighted]),
        };
        formulas.push(display([read]));
        let item = lit(Lit::Item, sub(letter("s"), count(self.hop)));
        if !self.is_memn2n() {
            let taken = row([letter("W"), o.clone(), sign("+"), letter("b")]);
            formulas.push(display([item.clone(), sign("="), taken]));
        }
        let next = match &self.model.record.architecture {
            Architecture::MemN2n(settings) => match settings.tying {
                Tying::Adjacent => joined("+", [self.u(), o]),
                Tying::LayerWise => joined("+", [row([letter("H"), self.u()]), o]),
            },
            Architecture::WorkingMemory(_) => row([
                letter("tanh"),
                bracketed([
                    letter("K"),
                    self.u(),
                    sign("+"),
                    letter("F"),
                    item,
                    sign("+"),
                    letter("b"),
                ]),
            ]),
        };
        formulas.push(display([self.next(), sign("="), next]));
        formulas.extend(self.next_numbers());
        let mut terms = vec![
            Entry {
                term: Lit::Query,
                symbol: sub(letter("u"), count(self.hop)),
                meaning: texts.query,
            },
            Entry {
                term: Lit::Key,
                symbol: self.of_sentence("m"),
                meaning: texts.key,
            },
            Entry {
                term: Lit::Weight,
                symbol: self.of_sentence("p"),
                meaning: texts.weight,
            },
            Entry {
                term: Lit::Value,
                symbol: sub(letter("c"), letter("i")),
                meaning: texts.value,
            },
            Entry {
                term: Lit::Read,
                symbol: letter("o"),
                meaning: texts.read,
            },
        ];
        if !self.is_memn2n() {
            terms.push(Entry {
                term: Lit::Item,
                symbol: sub(letter("s"), count(self.hop)),
                meaning: texts.item,
            });
        }
        terms.push(Entry {
            term: Lit::Next,
            symbol: sub(letter("u"), count(self.hop + 1)),
            meaning: texts.next,
        });
        Opened { formulas, terms }
    }

    /// The softmax of the followed slot in numbers; or that its weight is given.
    fn softmax_numbers(&self) -> Option<Html> {
        let only = |term| Some(*self.step(term)?.result.values.first()?);
        let weight = only(Term::Weight)?;
        if self.step(Term::ScaledWeights).is_some() {
            return Some(html! {
                <>
                    {display([self.p(), sign("="), self.number(weight)])}
                    <p class="note">{self.texts.flow.given}</p>
                </>
            });
        }
        // Where weights are given to others the softmax shares out the rest only.
        let shared = match self.step(Term::Left) {
            Some(left) => Some(row([self.number(*left.result.values.first()?), sign("·")])),
            None => None,
        };
        let scores = self.step(Term::Exponentials)?.operands.first()?;
        let index = self.step(Term::Weight)?.operands.get(1)?;
        let at = *index.quantity.values.first()? as usize;
        let score = *scores.quantity.values.get(at)?;
        let [largest, total] = [only(Term::Largest)?, only(Term::Total)?];
        let exponent = joined("−", [self.number(score), self.factor(largest)]);
        let softmax = fraction(sup(letter("e"), exponent), self.number(total));
        Some(display(
            [self.p(), sign("=")].into_iter().chain(shared).chain([
                softmax,
                sign("="),
                self.number(weight),
            ]),
        ))
    }

    /// The largest summands of Σ pᵢcᵢ.
    fn strongest_summands(&self) -> Option<Html> {
        let cell = self.workings.cell.as_ref()?;
        let read = step(Some(cell), Term::Read)?;
        let weights = &read.operands.first()?.quantity.values;
        let mut sentences = [&cell.competing[..], &cell.given].concat();
        sentences.sort_unstable();
        let mut summands: Vec<(usize, f32)> = sentences
            .into_iter()
            .zip(weights.iter().copied())
            // What is shown as 0 adds nothing that could be seen.
            .filter(|(_, weight)| *weight >= 0.0005)
            .collect();
        summands.sort_by(|a, b| b.1.total_cmp(&a.1));
        let all = summands.len() == weights.len() && summands.len() <= CHOICES + 1;
        let shown = summands
            .iter()
            .take(CHOICES + 1)
            .map(|&(sentence, weight)| {
                row([
                    lit(Lit::Weight, self.number(weight)),
                    lit(Lit::Value, sub(letter("c"), count(sentence + 1))),
                ])
            });
        let more = (!all).then(|| letter("…"));
        (!summands.is_empty()).then(|| joined("+", shown.chain(more)))
    }

    /// The next query by first numbers, where it is a plain sum.
    fn next_numbers(&self) -> Option<Html> {
        match &self.model.record.architecture {
            Architecture::MemN2n(settings) if settings.tying == Tying::Adjacent => {}
            _ => return None,
        }
        let stop = self.workings.stops.get(self.hop - 1)?;
        let firsts = [*stop.query.first()?, *stop.read.first()?];
        Some(self.first_numbers(self.total(&firsts, *stop.next.first()?)))
    }
}
