//! **R**, the response component: from what was read to an answer.

use std::borrow::Cow;

use crate::tensor::{ParameterId, Parameters, Tape, Var};

use super::affine::{Affine, matrix};

/// Scores every answer, W(o + u) (Sukhbaatar et al. 2015, eq. 3 before its softmax).
///
/// `state` is o + u, `questions × d`; `answers` is W, `answers × d`. The result is
/// `questions × answers`.
pub fn respond(tape: &mut Tape<'_>, state: Var, answers: Var) -> Var {
    tape.products(state, answers)
}

/// Answers of several words, said one after the other: after each word the next state is
/// z' = tanh(Z z + Y w + b), where w is the embedding of the word, until "stop" is said.
#[derive(Clone, Debug)]
pub(super) struct Speech {
    /// A row per answer word, and one for stop.
    words: ParameterId,
    /// A row per entity slot: entities are said as they are read.
    entities: ParameterId,
    keep: Affine,
    hear: ParameterId,
}

impl Speech {
    /// Speech of so many answer words (and of entities), from states of `d` numbers; its weights
    /// are zero.
    pub(super) fn new(
        parameters: &mut Parameters,
        words: usize,
        entities: ParameterId,
        d: usize,
    ) -> Self {
        Self {
            words: matrix(parameters, "response.words", words + 1, d),
            entities,
            keep: Affine::new(parameters, "response.keep", d, d),
            hear: matrix(parameters, "response.hear", d, d),
        }
    }

    /// The matrix with a row for each answer word, and one for stop.
    pub(super) fn words(&self) -> ParameterId {
        self.words
    }

    /// The score of every answer word, of stop, and of every entity slot, in this order, to be said
    /// next; `questions × (words + 1 + slots)`.
    pub(super) fn scores(&self, tape: &mut Tape<'_>, state: Var) -> Var {
        let everything = self.everything(tape);
        respond(tape, state, everything)
    }

    /// The states after something was said: of the questions `rows` of `state`, the columns `said`
    /// of the scores.
    pub(super) fn after<'a>(
        &self,
        tape: &mut Tape<'a>,
        state: Var,
        rows: impl Into<Cow<'a, [usize]>>,
        said: impl Into<Cow<'a, [usize]>>,
    ) -> Var {
        let state = tape.rows(state, rows);
        let kept = self.keep.apply(tape, state);
        let everything = self.everything(tape);
        let words = tape.rows(everything, said);
        let hear = tape.parameter(self.hear);
        let heard = tape.products(words, hear);
        let sum = tape.add(kept, heard);
        tape.tanh(sum)
    }

    fn everything(&self, tape: &mut Tape<'_>) -> Var {
        let words = tape.parameter(self.words);
        let entities = tape.parameter(self.entities);
        tape.stack(&[words, entities])
    }
}
