//! The End-to-End Memory Network (MemN2N).
//!
//! Sukhbaatar, Szlam, Weston and Fergus 2015, "End-To-End Memory Networks", arXiv 1503.08895.
//!
//! | component | here |
//! |---|---|
//! | I | [`Encoding`]: bag of words or position encoding; the question through B, sentences through A and C |
//! | G | each sentence becomes one slot, plus temporal encoding T |
//! | O | K hops of [`output::read`]; the next query is u + o (adjacent) or Hu + o (layer-wise) |
//! | R | softmax(W(o + u)) over the answers seen in training |

use ndarray::Array2;
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use crate::tensor::{ParameterId, Parameters, Sequences, Tape, Var};

use super::adoption::Listing;
use super::input::{self, Encoding};
use super::output::{self, Attention, Place, Read};
use super::{Batch, generalization, response};

/// The sizes and choices of a MemN2N.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The size d of every embedding.
    pub dimension: usize,
    /// How often memory is read, K.
    pub hops: usize,
    /// How many sentences are remembered: the newest ones of a story.
    pub memory: usize,
    /// How sentences become vectors.
    pub encoding: Encoding,
    /// Which matrices are one and the same.
    pub tying: Tying,
}

/// Which of the matrices A¹ … Aᴷ (keys), C¹ … Cᴷ (values), B (question) and W (answers) are one
/// and the same (Sukhbaatar et al. 2015, § 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tying {
    /// A value matrix is the next hop's key matrix: Aᵏ⁺¹ = Cᵏ, B = A¹ and Wᵀ = Cᴷ.
    Adjacent,
    /// All hops share their matrices, as in a recurrent network: A¹ = … = Aᴷ, C¹ = … = Cᴷ; B and W
    /// are their own, and a matrix H takes the query from hop to hop.
    LayerWise,
}

/// The embeddings of one side (keys or values) of a memory.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    pub(super) words: ParameterId,
    pub(super) ages: ParameterId,
}

/// A MemN2N: which parameters play which part. The parameters themselves lie beside it.
#[derive(Clone, Debug)]
pub struct MemN2n {
    settings: Settings,
    /// Adjacent: K + 1 sides, hop k reads keys from side k and values from side k + 1.
    /// Layer-wise: two sides, keys and values.
    pub(super) sides: Vec<Side>,
    /// B, where it is not A¹.
    pub(super) question: ParameterId,
    /// W, or the table whose rows `answers` make it up.
    response: ParameterId,
    /// The rows of `response` that stand for the answers.
    answers: Vec<usize>,
    /// H of layer-wise tying.
    pub(super) recurrence: Option<ParameterId>,
}

/// The standard deviation of fresh weights, as published.
const DEVIATION: f32 = 0.1;

/// What one pass through the network computed.
#[derive(Clone, Debug)]
pub struct Pass {
    /// The score of every answer before the softmax; `questions × answers`.
    pub scores: Var,
    /// The reads, hop by hop.
    pub hops: Vec<Read>,
    /// The state o + u after each hop, which is the query of the next; `questions × d`.
    pub states: Vec<Var>,
}

impl MemN2n {
    /// A network whose weights are all zero: to be loaded, or [drawn](Self::draw).
    ///
    /// `words` is how many rows the embedding tables have; `answers` are the rows of the words (or
    /// lists) that can be answered.
    pub fn new(settings: Settings, words: usize, answers: Vec<usize>) -> (Self, Parameters) {
        let (d, memory) = (settings.dimension, settings.memory);
        let mut parameters = Parameters::default();
        let mut matrix = |name: &str, rows: usize| parameters.push(name, Array2::zeros((rows, d)));
        let mut side = |name: &str| Side {
            words: matrix(&format!("{name}.words"), words),
            ages: matrix(&format!("{name}.ages"), memory),
        };
        let network = match settings.tying {
            Tying::Adjacent => {
                let sides: Vec<Side> = (0..=settings.hops)
                    .map(|k| side(&format!("side{k}")))
                    .collect();
                Self {
                    question: sides[0].words,
                    response: sides[settings.hops].words,
                    answers,
                    recurrence: None,
                    sides,
                    settings,
                }
            }
            Tying::LayerWise => Self {
                sides: vec![side("keys"), side("values")],
                question: matrix("question", words),
                response: matrix("response", answers.len()),
                answers: (0..answers.len()).collect(),
                recurrence: Some(matrix("recurrence", d)),
                settings,
            },
        };
        (network, parameters)
    }

    /// Draws fresh weights from N(0, 0.1²), as published; the unknown word's are zero.
    pub fn draw(&self, parameters: &mut Parameters, random: &mut impl Rng) {
        for id in parameters.ids() {
            for weight in parameters.value_mut(id) {
                let sample: f32 = StandardNormal.sample(random);
                *weight = DEVIATION * sample;
            }
        }
        for table in self.word_tables().0 {
            parameters.value_mut(table).row_mut(0).fill(0.0);
        }
    }

    /// The tables that words are looked up in, and the standard deviation of what is drawn for them.
    pub(super) fn word_tables(&self) -> (Vec<ParameterId>, f32) {
        let mut tables: Vec<ParameterId> = self.sides.iter().map(|side| side.words).collect();
        // Adjacent tying shares the first side's table with the question.
        if !tables.contains(&self.question) {
            tables.push(self.question);
        }
        (tables, DEVIATION)
    }

    /// The matrices that have a row for each word, or for each answer.
    pub(super) fn listings(&self) -> Vec<(ParameterId, Listing)> {
        let words = self.word_tables().0.into_iter();
        let mut listings: Vec<_> = words.map(|id| (id, Listing::Words { more: 0 })).collect();
        if self.settings.tying == Tying::LayerWise {
            listings.push((self.response, Listing::Answers { more: 0 }));
        }
        listings
    }

    /// The sizes and choices of this network.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The most hops that can be taken. Layer-wise the same matrices can read on, and are given as
    /// many hops again; adjacent matrices end with the last hop.
    pub fn most_hops(&self) -> usize {
        match self.settings.tying {
            Tying::Adjacent => self.settings.hops,
            Tying::LayerWise => 2 * self.settings.hops,
        }
    }

    /// The side that a hop reads its keys from; it reads its values from the one after it.
    pub(super) fn key_side(&self, hop: usize) -> usize {
        match self.settings.tying {
            Tying::Adjacent => hop,
            Tying::LayerWise => 0,
        }
    }

    /// One pass: every question of the batch is read through K hops and scored.
    pub fn forward<'a>(
        &'a self,
        tape: &mut Tape<'a>,
        batch: &'a Batch,
        attention: Attention,
    ) -> Pass {
        // I and G: every side encodes each distinct sentence once and writes it to its slots.
        let features = batch.features(tape, |tape, sentences| self.features(tape, sentences));
        let sides = self.sides.iter().zip(features);
        let memories: Vec<Var> = sides
            .map(|(side, sentences)| {
                let ages = tape.parameter(side.ages);
                generalization::write(tape, sentences, ages, batch)
            })
            .collect();
        let table = tape.parameter(self.question);
        let questions = input::encode(tape, table, &batch.questions, self.settings.encoding);
        let mut query = tape.rows(questions, &batch.asked[..]);

        // O: the query reads, and what it read is part of the next query.
        let count = batch.hops(self.settings.hops, self.most_hops());
        let (mut hops, mut states) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for hop in 0..count {
            let keys = self.key_side(hop);
            let memory = [memories[keys], memories[keys + 1]];
            let place = Place { hop, head: 0 };
            let read = output::read(tape, place, query, memory, batch, attention);
            if let Some(recurrence) = self.recurrence {
                let matrix = tape.parameter(recurrence);
                query = tape.products(query, matrix);
            }
            query = tape.add(query, read.output);
            hops.push(read);
            states.push(query);
        }

        // R: after the last hop the query is o + u.
        Pass {
            scores: self.respond(tape, query),
            hops,
            states,
        }
    }

    /// I: the features of sentences on every side, `sentences × d`.
    pub(super) fn features<'a>(
        &'a self,
        tape: &mut Tape<'a>,
        sentences: &'a Sequences,
    ) -> Vec<Var> {
        let sides = self.sides.iter();
        sides
            .map(|side| {
                let words = tape.parameter(side.words);
                input::encode(tape, words, sentences, self.settings.encoding)
            })
            .collect()
    }

    /// The score of every answer in a state o + u; `questions × answers`.
    pub(super) fn respond<'a>(&'a self, tape: &mut Tape<'a>, state: Var) -> Var {
        let table = tape.parameter(self.response);
        let answers = tape.rows(table, &self.answers[..]);
        response::respond(tape, state, answers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::Token;
    use crate::tensor::gradient_check::check_parameters;
    use rand::SeedableRng;
    use rand_pcg::Pcg64;

    fn network(tying: Tying) -> (MemN2n, Parameters) {
        let settings = Settings {
            dimension: 6,
            hops: 3,
            memory: 4,
            encoding: Encoding::Position,
            tying,
        };
        let (network, mut parameters) = MemN2n::new(settings, 9, vec![2, 5, 7]);
        network.draw(&mut parameters, &mut Pcg64::seed_from_u64(7));
        (network, parameters)
    }

    fn tokens<const N: usize>(words: [usize; N]) -> [Token; N] {
        words.map(|word| Token { word, entity: None })
    }

    fn batch() -> Batch {
        let mut batch = Batch::default();
        let first = batch.add_sentence(tokens([1, 2, 3]));
        let second = batch.add_sentence(tokens([4, 2]));
        let where_is = batch.add_question(tokens([8, 1]));
        let who_is = batch.add_question(tokens([6, 4]));
        batch.ask([(first, 2), (second, 1), (first, 0)], where_is, |_| 1);
        batch.ask([(second, 0)], who_is, |_| 3);
        batch
    }

    #[test]
    fn the_gradient_of_a_whole_network_is_right() {
        let batch = batch();
        let right = [vec![1], vec![2]];
        for tying in [Tying::Adjacent, Tying::LayerWise] {
            for attention in [Attention::Softmax, Attention::Linear] {
                let (network, mut parameters) = network(tying);
                let loss = |parameters: &Parameters| {
                    let mut tape = Tape::recording(parameters);
                    let pass = network.forward(&mut tape, &batch, attention);
                    let loss = tape.cross_entropy(pass.scores, &right);
                    (tape.value(loss)[[0, 0]], tape.gradients(loss))
                };
                check_parameters(&format!("{tying:?} {attention:?}"), &mut parameters, loss);
            }
        }
    }

    #[test]
    fn a_question_is_answered_alike_alone_and_in_a_batch() {
        let (network, parameters) = network(Tying::Adjacent);
        let both = batch();
        let mut alone = Batch::default();
        let second = alone.add_sentence(tokens([4, 2]));
        let who_is = alone.add_question(tokens([6, 4]));
        alone.ask([(second, 0)], who_is, |_| 3);
        let scores = |batch: &Batch| {
            let mut tape = Tape::computing(&parameters);
            let pass = network.forward(&mut tape, batch, Attention::Softmax);
            tape.value(pass.scores).clone()
        };
        assert_eq!(scores(&both).row(1), scores(&alone).row(0));
    }
}
