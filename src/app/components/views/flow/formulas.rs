//! The formulas of the four components, with the numbers of the sentence that is followed.

mod generalization;
mod input;
mod output;
mod response;

use yew::{Html, html};

use super::light::{Lit, lit};
use crate::app::components::math::{count, factor, inline, joined, letter, number, row, sign, sub};
use crate::app::components::role::Component;
use crate::explain::{CellArithmetic, Part, Step, Term, Workings};
use crate::locale::Texts;
use crate::networks::input::Encoding;
use crate::networks::{Architecture, Model};

/// The most summands that are written out.
const MOST_SUMMANDS: usize = 5;

/// How many choices the softmax of the answer is written out for.
const CHOICES: usize = 2;

/// A term of a formula and what it means.
pub(super) struct Entry {
    pub(super) term: Lit,
    pub(super) symbol: Html,
    pub(super) meaning: &'static str,
}

/// The formulas of a component, and their terms.
pub(super) struct Opened {
    pub(super) formulas: Vec<Html>,
    pub(super) terms: Vec<Entry>,
}

/// What the formulas are about.
pub(super) struct Followed<'a> {
    pub(super) model: &'a Model,
    pub(super) workings: &'a Workings,
    /// The words of the sentence, one for each unit.
    pub(super) words: &'a [String],
    /// The sentence, counted from 1.
    pub(super) sentence: usize,
    /// The hop, counted from 1.
    pub(super) hop: usize,
    pub(super) texts: &'static Texts,
}

impl Followed<'_> {
    /// The formulas of a component.
    pub(super) fn open(&self, component: Component) -> Opened {
        match component {
            Component::Input | Component::Query => self.input(),
            Component::Generalization => self.generalization(),
            Component::Output => self.output(),
            Component::Response => self.response(),
        }
    }

    fn is_memn2n(&self) -> bool {
        matches!(self.model.record.architecture, Architecture::MemN2n(_))
    }

    /// Whether words are weighted by where they stand.
    fn is_weighted(&self) -> bool {
        match &self.model.record.architecture {
            Architecture::MemN2n(settings) => settings.encoding == Encoding::Position,
            Architecture::WorkingMemory(_) => true,
        }
    }

    fn step(&self, term: Term) -> Option<&Step> {
        step(self.workings.cell.as_ref(), term)
    }

    /// The sentence's encoding; MemN2N has one for each side of the memory.
    fn x(&self, side: &'static str) -> Html {
        let x = if self.is_memn2n() {
            html! { <msubsup>{letter("x")}{count(self.sentence)}{letter(side)}</msubsup> }
        } else {
            self.of_sentence("x")
        };
        lit(Lit::Encoding, x)
    }

    fn m(&self) -> Html {
        lit(Lit::Key, self.of_sentence("m"))
    }

    fn c(&self) -> Html {
        lit(Lit::Value, self.of_sentence("c"))
    }

    fn u(&self) -> Html {
        lit(Lit::Query, sub(letter("u"), count(self.hop)))
    }

    fn next(&self) -> Html {
        lit(Lit::Next, sub(letter("u"), count(self.hop + 1)))
    }

    fn p(&self) -> Html {
        lit(Lit::Weight, self.of_sentence("p"))
    }

    fn of_sentence(&self, base: &'static str) -> Html {
        sub(letter(base), count(self.sentence))
    }

    fn number(&self, value: f32) -> Html {
        number(value, self.texts)
    }

    fn factor(&self, value: f32) -> Html {
        factor(value, self.texts)
    }

    /// Numbers that come to another.
    fn total(&self, values: &[f32], result: f32) -> Html {
        let shown = values.iter().take(MOST_SUMMANDS).enumerate();
        let shown = shown.map(|(at, &value)| match at {
            0 => self.number(value),
            _ => self.factor(value),
        });
        let more = (values.len() > MOST_SUMMANDS).then(|| letter("…"));
        let left = joined("+", shown.chain(more));
        inline(row([left, sign("="), self.number(result)]))
    }

    /// A line of the first numbers of what a formula joins.
    fn first_numbers(&self, numbers: Html) -> Html {
        html! { <p class="first-numbers">{self.texts.flow.first_numbers}{" "}{numbers}</p> }
    }

    /// The sum that a step makes, by first numbers.
    fn summed(&self, term: Term) -> Option<Html> {
        let step = self.step(term)?;
        let firsts: Option<Vec<f32>> = step
            .operands
            .iter()
            .map(|operand| operand.quantity.values.first().copied())
            .collect();
        let result = *step.result.values.first()?;
        Some(self.first_numbers(self.total(&firsts?, result)))
    }
}

/// The step that makes a quantity.
pub(super) fn step(cell: Option<&CellArithmetic>, term: Term) -> Option<&Step> {
    // The question's words are encoded before the sentence's.
    let of_sentence = |step: &&Step| step.part != Part::Query || term == Term::Query;
    let steps = cell?.steps.iter().filter(of_sentence);
    steps.into_iter().find(|step| step.result.term == term)
}
