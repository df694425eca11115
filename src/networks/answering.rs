//! A network's answer to one question, with the [`Trace`] of how it came about.

use ndarray::{Array2, ArrayViewMut1};

use crate::tensor::{Tape, Token, Var};
use crate::text::Unit;

use super::lesson::Choice;
use super::model::Network;
use super::output::{Attention, Read};
use super::working_memory::WorkingMemory;
use super::{Batch, Hop, Model, Ranked, Trace};

/// How many answers a network that speaks ranks.
const MOST_ANSWERS: usize = 8;

/// How many words an answer has at most.
pub(super) const MOST_WORDS: usize = 12;

impl Model {
    /// Answers a question about a story of sentences, oldest first. Of a story longer than the
    /// memory the newest sentences count, and the [`Trace`] has slots for only those. `names` are
    /// the names of the entities, in the order of their numbers.
    pub fn answer(&self, story: &[Vec<Unit>], question: &[Unit], names: &[&str]) -> Trace {
        let remembered = &story[story.len().saturating_sub(self.memory())..];
        let tokens = |units: &[Unit]| {
            let token = |unit: &Unit| Token {
                word: unit.word.0,
                entity: unit.entity.map(|entity| self.slot(entity)),
            };
            units.iter().map(token).collect::<Vec<_>>()
        };
        let mut batch = Batch::default();
        for sentence in remembered {
            batch.add_sentence(tokens(sentence));
        }
        let question = batch.add_question(tokens(question));
        let ages = (0..remembered.len()).rev();
        self.ask(&mut batch, (0..remembered.len()).zip(ages), question);

        let mut tape = Tape::computing(&self.parameters);
        match &self.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &batch, Attention::Softmax);
                let distribution = tape.distribution(pass.scores);
                let answers = self.record.answers.iter().zip(tape.value(distribution));
                let answers = answers.map(|(answer, &probability)| Ranked {
                    answer: answer.clone(),
                    probability,
                });
                let hops = pass.hops.iter();
                Trace {
                    answers: ranked(answers),
                    hops: hops
                        .map(|read| hop(&tape, std::slice::from_ref(read), read.output))
                        .collect(),
                }
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &batch);
                let hops = pass.hops.iter().zip(&pass.items);
                let hops = hops.map(|(reads, &item)| hop(&tape, reads, item)).collect();
                let answers = self.say(network, &mut tape, pass.state, names);
                Trace {
                    answers: ranked(answers),
                    hops,
                }
            }
        }
    }

    /// The likeliest answers, each begun with one of the likeliest first words and gone on with the
    /// likeliest next ones.
    fn say(
        &self,
        network: &WorkingMemory,
        tape: &mut Tape<'_>,
        state: Var,
        names: &[&str],
    ) -> Vec<Ranked> {
        let stop = self.column(Choice::Stop, &[]);
        let mut answers: Vec<Ranked> = Vec::new();
        for (mut column, mut probability) in
            self.likeliest(network, tape, state, names, MOST_ANSWERS)
        {
            let mut words = Vec::new();
            let mut state = state;
            while column != stop && words.len() < MOST_WORDS {
                words.push(self.spelling(column, names));
                state = network.speech.after(tape, state, vec![0], vec![column]);
                let Some(&next) = self.likeliest(network, tape, state, names, 1).first() else {
                    break;
                };
                column = next.0;
                probability *= next.1;
            }
            let answer = words.join(",");
            // A name that is also a word of the vocabulary can be answered as either.
            match answers.iter_mut().find(|ranked| ranked.answer == answer) {
                Some(same) => same.probability += probability,
                None if answer.is_empty() => {}
                None => answers.push(Ranked {
                    answer,
                    probability,
                }),
            }
        }
        answers
    }

    /// The likeliest columns to be said next by the first question, with their probabilities.
    fn likeliest(
        &self,
        network: &WorkingMemory,
        tape: &mut Tape<'_>,
        state: Var,
        names: &[&str],
        most: usize,
    ) -> Vec<(usize, f32)> {
        let scores = network.speech.scores(tape, state);
        let mut scores = tape.value(scores).clone();
        let stop = self.column(Choice::Stop, &[]);
        for row in scores.rows_mut() {
            silence(row, stop, names.len());
        }
        let mut columns: Vec<(usize, f32)> = softmax_of_first_row(&scores);
        // The slots without an entity cannot be said.
        columns.retain(|(_, probability)| *probability > 0.0);
        columns.sort_by(|a, b| b.1.total_cmp(&a.1));
        columns.truncate(most);
        columns
    }

    fn spelling<'b>(&'b self, column: usize, names: &[&'b str]) -> &'b str {
        let word = self.record.answers.get(column).map(String::as_str);
        let name = column.checked_sub(self.record.answers.len() + 1);
        word.or_else(|| names.get(name?).copied())
            .unwrap_or_default()
    }
}

fn ranked(answers: impl IntoIterator<Item = Ranked>) -> Vec<Ranked> {
    let mut answers: Vec<Ranked> = answers.into_iter().collect();
    answers.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    answers
}

/// Takes from the answers the entity slots that no entity of the story has.
pub(super) fn silence(mut scores: ArrayViewMut1<'_, f32>, stop: usize, entities: usize) {
    for score in scores.iter_mut().skip(stop + 1 + entities) {
        *score = f32::NEG_INFINITY;
    }
}

fn softmax_of_first_row(scores: &Array2<f32>) -> Vec<(usize, f32)> {
    let Some(row) = scores.rows().into_iter().next() else {
        return Vec::new();
    };
    let largest = row.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
    let parts: Vec<f32> = row.iter().map(|score| (score - largest).exp()).collect();
    let total: f32 = parts.iter().sum();
    parts
        .into_iter()
        .map(|part| part / total)
        .enumerate()
        .collect()
}

/// The weights of a read, slot by slot.
pub(super) fn weights(tape: &Tape<'_>, read: &Read) -> Vec<f32> {
    tape.value(read.weights).iter().copied().collect()
}

/// One hop of the only question of a batch.
fn hop(tape: &Tape<'_>, reads: &[Read], output: Var) -> Hop {
    let heads: Vec<Vec<f32>> = reads.iter().map(|read| weights(tape, read)).collect();
    Hop {
        empty: heads
            .iter()
            .map(|weights| (1.0 - weights.iter().sum::<f32>()).max(0.0))
            .collect(),
        heads,
        output: tape.value(output).iter().copied().collect(),
    }
}
