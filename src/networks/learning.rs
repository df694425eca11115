//! What a network is trained with: its loss, and what it chooses for a whole batch.

use ndarray::{Array2, ArrayView1};

use crate::tensor::{Tape, Var};
use crate::text::Reader;

use super::answering::{MOST_WORDS, silence, weights};
use super::lesson::{Choice, Chosen, Lesson};
use super::model::Network;
use super::output::Attention;
use super::{Batch, Model};

impl Model {
    /// What is right to say, word by word, when `answer` is right; `None` if the network cannot say
    /// it. The reader has read the story and the question.
    pub fn choices(&self, answer: &str, reader: &Reader<'_>) -> Option<Vec<Vec<Choice>>> {
        let word = |text: &str| {
            let answers = &self.record.answers;
            let place = answers.iter().position(|known| known == text);
            place.map(Choice::Word)
        };
        match &self.network {
            Network::MemN2n(_) => Some(vec![vec![word(answer)?]]),
            Network::WorkingMemory(_) => {
                let mut steps = Vec::new();
                for part in answer.split(',') {
                    let entity = reader.find(part).map(Choice::Entity);
                    let right: Vec<Choice> = entity.into_iter().chain(word(part)).collect();
                    if right.is_empty() {
                        return None;
                    }
                    steps.push(right);
                }
                steps.push(vec![Choice::Stop]);
                Some(steps)
            }
        }
    }

    /// The column of the network's scores that stands for saying something. `slots` gives the slot
    /// of each entity of the story.
    pub fn column(&self, choice: Choice, slots: &[usize]) -> usize {
        let answers = self.record.answers.len();
        match choice {
            Choice::Word(answer) => answer,
            Choice::Stop => answers,
            Choice::Entity(entity) => {
                answers
                    + 1
                    + slots
                        .get(entity)
                        .copied()
                        .unwrap_or_else(|| self.slot(entity))
            }
        }
    }

    /// The loss of a batch, summed over its questions: that of the answers, and `facts` times that
    /// of the attention on the supporting facts.
    pub fn loss<'a>(
        &'a self,
        tape: &mut Tape<'a>,
        batch: &'a Batch,
        lesson: &'a Lesson,
        attention: Attention,
        facts: f32,
    ) -> Var {
        match &self.network {
            Network::MemN2n(network) => {
                let pass = network.forward(tape, batch, attention);
                let right = lesson.steps.first().map_or(&[][..], |step| &step.right);
                tape.cross_entropy(pass.scores, right)
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(tape, batch);
                let mut state = pass.state;
                let mut losses = Vec::new();
                for (at, step) in lesson.steps.iter().enumerate() {
                    if at > 0 {
                        state = network
                            .speech
                            .after(tape, state, &step.rows[..], &step.said[..]);
                    }
                    let scores = network.speech.scores(tape, state);
                    losses.push(tape.cross_entropy(scores, &step.right));
                }
                if facts > 0.0 {
                    for (reads, targets) in pass.hops.iter().zip(&lesson.facts) {
                        for read in reads {
                            let loss = tape.attention_loss(
                                read.scores,
                                &batch.slots,
                                &targets.runs,
                                &targets.rows,
                            );
                            losses.push(tape.scaled(loss, facts / reads.len() as f32));
                        }
                    }
                }
                let stacked = tape.stack(&losses);
                tape.sum_stacked(stacked, losses.len())
            }
        }
    }

    /// What the network answers to every question of a batch: the columns it chooses, and how much
    /// each hop reads each slot (a row per slot, a column per hop). `entities` says how many
    /// entities each question's story names; the slot of an entity is its number.
    pub fn choose(&self, batch: &Batch, entities: &[usize], attention: Attention) -> Chosen {
        let mut tape = Tape::computing(&self.parameters);
        match &self.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, batch, attention);
                let best = best(tape.value(pass.scores));
                Chosen {
                    columns: best.iter().map(|&(column, _)| vec![column]).collect(),
                    probabilities: best.iter().map(|&(_, probability)| probability).collect(),
                    hops: pass.hops.iter().map(|read| weights(&tape, read)).collect(),
                }
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, batch);
                let stop = self.column(Choice::Stop, &[]);
                let mut said: Vec<Vec<usize>> = vec![Vec::new(); batch.len()];
                let mut probabilities = vec![1.0; batch.len()];
                let mut speaking: Vec<usize> = (0..batch.len()).collect();
                let mut state = pass.state;
                for _ in 0..MOST_WORDS {
                    let scores = network.speech.scores(&mut tape, state);
                    let mut scores = tape.value(scores).clone();
                    for (mut row, &question) in scores.rows_mut().into_iter().zip(&speaking) {
                        silence(row.view_mut(), stop, entities[question]);
                    }
                    let best = best(&scores);
                    let mut rows = Vec::with_capacity(best.len());
                    for (row, &(column, probability)) in best.iter().enumerate() {
                        probabilities[speaking[row]] *= probability;
                        if column != stop {
                            said[speaking[row]].push(column);
                            rows.push(row);
                        }
                    }
                    if rows.is_empty() {
                        break;
                    }
                    let words: Vec<usize> = rows.iter().map(|&row| best[row].0).collect();
                    speaking = rows.iter().map(|&row| speaking[row]).collect();
                    state = network.speech.after(&mut tape, state, rows, words);
                }
                let hops = pass.hops.iter().map(|reads| {
                    let mut sum = weights(&tape, &reads[0]);
                    for read in &reads[1..] {
                        for (sum, weight) in sum.iter_mut().zip(weights(&tape, read)) {
                            *sum += weight;
                        }
                    }
                    sum
                });
                Chosen {
                    hops: hops.collect(),
                    columns: said,
                    probabilities,
                }
            }
        }
    }
}

/// The column of the highest score of each row, and its probability by the softmax.
fn best(scores: &Array2<f32>) -> Vec<(usize, f32)> {
    let best = |row: ArrayView1<'_, f32>| {
        let best = row.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        best.map_or((0, 0.0), |(column, &highest)| {
            let total: f32 = row.iter().map(|score| (score - highest).exp()).sum();
            (column, 1.0 / total)
        })
    };
    scores.rows().into_iter().map(best).collect()
}
