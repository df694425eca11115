//! G: what is written to memory.

use super::super::light::{Lit, lit};
use super::{Entry, Followed, Opened};
use crate::app::components::math::{
    bracketed, count, display, joined, letter, row, sign, sub, sup,
};
use crate::explain::Term;

impl Followed<'_> {
    /// G.
    pub(super) fn generalization(&self) -> Opened {
        let texts = &self.texts.flow;
        let time = |side: &'static str| {
            let base = if self.is_memn2n() {
                sup(letter("T"), letter(side))
            } else {
                letter("T")
            };
            row([base, bracketed([count(self.sentence)])])
        };
        let written = |side: &'static str| {
            let content = if self.is_memn2n() {
                self.x(side)
            } else {
                row([
                    letter("tanh"),
                    bracketed([
                        sub(letter("W"), letter(side)),
                        self.x(side),
                        sign("+"),
                        sub(letter("b"), letter(side)),
                    ]),
                ])
            };
            joined("+", [content, lit(Lit::Age, time(side))])
        };
        let [key, value] = if self.is_memn2n() {
            ["A", "C"]
        } else {
            ["m", "c"]
        };
        let mut formulas = vec![display([self.m(), sign("="), written(key)])];
        formulas.extend(self.summed(Term::Key));
        formulas.push(display([self.c(), sign("="), written(value)]));
        formulas.extend(self.summed(Term::Value));
        Opened {
            formulas,
            terms: vec![
                Entry {
                    term: Lit::Encoding,
                    symbol: self.of_sentence("x"),
                    meaning: texts.encoding,
                },
                Entry {
                    term: Lit::Age,
                    symbol: row([letter("T"), bracketed([count(self.sentence)])]),
                    meaning: texts.age,
                },
                Entry {
                    term: Lit::Key,
                    symbol: self.of_sentence("m"),
                    meaning: texts.key,
                },
                Entry {
                    term: Lit::Value,
                    symbol: self.of_sentence("c"),
                    meaning: texts.value,
                },
            ],
        }
    }
}
