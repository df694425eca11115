//! What the components of a network made of one question, as vectors: what was written to memory,
//! and what the answer is chosen from.

use ndarray::Array1;
use serde::Serialize;

use crate::tensor::{Tape, Var};

use super::answering::silence;
use super::lesson::Choice;
use super::model::Network;
use super::output::{Attention, Read};
use super::{Inquiry, Model};

/// The memory slots that hold a sentence, oldest first, as vectors.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Memory {
    /// What each slot is found by, mᵢ.
    pub keys: Vec<Vec<f32>>,
    /// What each slot holds, cᵢ.
    pub values: Vec<Vec<f32>>,
}

/// How the response component (R) chooses the answer, or its first word where it says the answer
/// word by word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conclusion {
    /// The state that the answer is scored from: o + u of MemN2N.
    pub state: Vec<f32>,
    /// What can be said, the likeliest first.
    pub choices: Vec<Scored>,
    /// Σ exp(score − the first choice's score) over all of them, by which the softmax divides.
    pub total: f32,
}

/// What can be said, with its score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scored {
    /// An answer or a word of one, as the training data or the story spells it; empty for the end
    /// of the answer.
    pub answer: String,
    /// Its score before the softmax.
    pub score: f32,
    /// exp(score − the first choice's score) / total.
    pub probability: f32,
}

impl Model {
    /// The temporal encoding T(i) that a hop's keys carry, of the sentence that `age` newer ones
    /// follow; empty if there is no such hop or age.
    pub fn temporal_encoding(&self, hop: usize, age: usize) -> Vec<f32> {
        let ages = match &self.network {
            Network::MemN2n(network) => {
                let side = network.sides.get(network.key_side(hop));
                side.map(|side| side.ages)
            }
            Network::WorkingMemory(network) => Some(network.ages),
        };
        let ages = ages.map(|ages| self.parameters.value(ages));
        ages.filter(|ages| age < ages.nrows())
            .map_or_else(Vec::new, |ages| ages.row(age).to_vec())
    }
}

impl Inquiry<'_> {
    /// The memory that a hop of the only question read; `None` if there is no such hop. (All heads
    /// of a hop read the same slots.)
    pub fn memory(&self, hop: usize) -> Option<Memory> {
        let mut tape = Tape::computing(&self.model.parameters);
        let read: Read = match &self.model.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &self.batch, Attention::Softmax);
                *pass.hops.get(hop)?
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &self.batch);
                *pass.hops.get(hop)?.first()?
            }
        };
        let rows = |var: Var| {
            let rows = tape.value(var).rows().into_iter();
            rows.map(|row| row.to_vec()).collect()
        };
        Some(Memory {
            keys: rows(read.keys),
            values: rows(read.values),
        })
    }

    /// How the answer to the only question is chosen.
    pub fn conclusion(&self) -> Conclusion {
        let mut tape = Tape::computing(&self.model.parameters);
        match &self.model.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &self.batch, Attention::Softmax);
                let state = pass.states.last().copied();
                let scores = tape.value(pass.scores).row(0).to_owned();
                let answers = self.model.record.answers.clone();
                conclude(state.map(|state| row(&tape, state)), scores, answers)
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &self.batch);
                let scores = network.speech.scores(&mut tape, pass.state);
                let mut scores = tape.value(scores).row(0).to_owned();
                let names = self.names.first().map_or(&[][..], Vec::as_slice);
                let stop = self.model.column(Choice::Stop, &[]);
                silence(scores.view_mut(), stop, names.len());
                let spelled = |column| Model::spelling(self.model, column, names).to_owned();
                let answers = (0..scores.len()).map(spelled).collect();
                conclude(Some(row(&tape, pass.state)), scores, answers)
            }
        }
    }
}

fn row(tape: &Tape<'_>, var: Var) -> Vec<f32> {
    tape.value(var).iter().copied().collect()
}

/// The softmax of scores, one for each answer; what scores −∞ cannot be said.
fn conclude(state: Option<Vec<f32>>, scores: Array1<f32>, answers: Vec<String>) -> Conclusion {
    let largest = scores.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    let total = scores.iter().map(|score| (score - largest).exp()).sum();
    let sayable = answers.into_iter().zip(scores);
    let sayable = sayable.filter(|(_, score)| score.is_finite());
    let mut choices: Vec<Scored> = sayable
        .map(|(answer, score)| Scored {
            answer,
            score,
            probability: (score - largest).exp() / total,
        })
        .collect();
    choices.sort_by(|a, b| b.score.total_cmp(&a.score));
    Conclusion {
        state: state.unwrap_or_default(),
        choices,
        total,
    }
}
