//! The Working Memory Network: attention hops that fill a short buffer, and a relation network that
//! reasons over pairs of what the buffer holds.
//!
//! Pavez, Allende and Allende-Cid 2018, "Working Memory Networks: Augmenting Memory Networks with a
//! Relational Reasoning Module", ACL, arXiv 1805.09354.
//!
//! | component | here | in the paper |
//! |---|---|---|
//! | I | words and entities, each gated by its neighbours ([`Tape::gated_bags`]), then tanh(Wx + b) | a GRU over the words |
//! | G | each sentence becomes one slot, plus temporal encoding T | each sentence becomes one slot |
//! | O | K hops of multi-head attention; what a hop reads is one item of the buffer | the same |
//! | R | a relation network over the pairs of items, beside o + u; then the answer, word by word | a relation network; one word |
//!
//! It differs where it shall answer about names it never met: entities have slots of their own,
//! which training deals out at random, and are scored as answers beside the words.

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::{Deserialize, Serialize};

use crate::tensor::{GatedTables, ParameterId, Parameters, Sequences, Tape, Var};

use super::adoption::Listing;
use super::affine::{Affine, matrix};
use super::output::{self, Attention, Place, Read};
use super::relations::Relations;
use super::response::Speech;
use super::{Batch, generalization};

/// The sizes of a Working Memory Network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The size d of every embedding and of every state.
    pub dimension: usize,
    /// How often memory is read, K; also the items of the buffer.
    pub hops: usize,
    /// Attention heads of each hop.
    pub heads: usize,
    /// How many sentences are remembered: the newest ones of a story.
    pub memory: usize,
    /// The width of the relation network.
    pub relations: usize,
}

/// The tables that words are looked up in (see [`GatedTables`]).
#[derive(Clone, Copy, Debug)]
pub(super) struct Tables {
    pub(super) words: ParameterId,
    pub(super) entities: ParameterId,
    pub(super) places: ParameterId,
    pub(super) before: ParameterId,
    pub(super) after: ParameterId,
}

/// One hop: item = Σₕ takeₕ oₕ + b, and the next query is tanh(keep · u + follow · item).
#[derive(Clone, Debug)]
pub(super) struct Hop {
    pub(super) heads: Vec<Head>,
    bias: ParameterId,
    pub(super) keep: Affine,
    pub(super) follow: ParameterId,
}

/// One head of a hop: what it asks for is a map of the query, and what it reads is mapped again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) ask: ParameterId,
    pub(super) take: ParameterId,
}

/// A Working Memory Network: which parameters play which part.
#[derive(Clone, Debug)]
pub struct WorkingMemory {
    settings: Settings,
    pub(super) tables: Tables,
    pub(super) keys: Affine,
    pub(super) values: Affine,
    pub(super) question: Affine,
    pub(super) ages: ParameterId,
    pub(super) hops: Vec<Hop>,
    relations: Relations,
    pub(super) speech: Speech,
}

/// What one pass through the network computed.
#[derive(Clone, Debug)]
pub struct Pass {
    /// The state from which the first word is said; `questions × d`.
    pub state: Var,
    /// The reads, hop by hop and head by head.
    pub hops: Vec<Vec<Read>>,
    /// What each hop put into the buffer; `questions × d`.
    pub items: Vec<Var>,
    /// The query before the first hop, and after each; `questions × d`.
    pub queries: Vec<Var>,
}

/// The standard deviation of fresh embeddings.
const DEVIATION: f32 = 0.5;

/// Places of a sentence that have gates of their own.
const PLACES: usize = 16;

impl WorkingMemory {
    /// A network whose weights are all zero: to be loaded, or [drawn](Self::draw).
    ///
    /// `words` is how many rows the embedding tables have, `answers` how many words can be
    /// answered, `slots` how many entities are told apart.
    pub fn new(
        settings: Settings,
        words: usize,
        answers: usize,
        slots: usize,
    ) -> (Self, Parameters) {
        let d = settings.dimension;
        let mut parameters = Parameters::default();
        let p = &mut parameters;
        let tables = Tables {
            words: matrix(p, "input.words", words, d),
            entities: matrix(p, "input.entities", slots, d),
            places: matrix(p, "input.places", PLACES, d),
            // Beside the words: one row for entities, one for the edge of the sentence.
            before: matrix(p, "input.before", words + 2, d),
            after: matrix(p, "input.after", words + 2, d),
        };
        let keys = Affine::new(p, "input.keys", d, d);
        let values = Affine::new(p, "input.values", d, d);
        let question = Affine::new(p, "input.question", d, d);
        let ages = matrix(p, "generalization.ages", settings.memory, d);
        let mut hops = Vec::with_capacity(settings.hops);
        for hop in 0..settings.hops {
            let name = |part: &str| format!("output.{hop}.{part}");
            let mut heads = Vec::with_capacity(settings.heads);
            for head in 0..settings.heads {
                heads.push(Head {
                    ask: matrix(p, &name(&format!("{head}.ask")), d, d),
                    take: matrix(p, &name(&format!("{head}.take")), d, d),
                });
            }
            hops.push(Hop {
                heads,
                bias: matrix(p, &name("bias"), 1, d),
                keep: Affine::new(p, &name("keep"), d, d),
                follow: matrix(p, &name("follow"), d, d),
            });
        }
        let relations = Relations::new(p, settings.relations, d);
        let speech = Speech::new(p, answers, tables.entities, d);
        let network = Self {
            settings,
            tables,
            keys,
            values,
            question,
            ages,
            hops,
            relations,
            speech,
        };
        (network, parameters)
    }

    /// Draws fresh weights from normal distributions.
    ///
    /// The maps that take the features of a sentence from component to component begin near the
    /// identity. So a fresh network already finds the sentences that share the question's words, as
    /// MemN2N does whose matrices are tied, and what two items have in common shows in their
    /// product. Without this the tasks that compare names (17 to 19) stay at chance for long.
    pub fn draw(&self, parameters: &mut Parameters, random: &mut impl Rng) {
        let Tables {
            words,
            entities,
            places,
            before,
            after,
        } = self.tables;
        let passing = self.passing();
        for id in parameters.ids() {
            let columns = parameters.value(id).ncols() as f32;
            let (diagonal, mean, deviation) = if parameters.name(id).ends_with("bias") {
                (0.0, 0.0, 0.0)
            } else if id == places {
                (0.0, 1.0, 0.3)
            } else if id == before || id == after {
                (0.0, 0.0, 0.3)
            } else if id == words || id == entities {
                (0.0, 0.0, DEVIATION)
            } else if passing.contains(&id) {
                (1.0, 0.0, 0.3 / columns.sqrt())
            } else {
                (0.0, 0.0, 1.0 / columns.sqrt())
            };
            for ((row, column), weight) in parameters.value_mut(id).indexed_iter_mut() {
                let sample: f32 = StandardNormal.sample(random);
                *weight = mean + deviation * sample + if row == column { diagonal } else { 0.0 };
            }
        }
        parameters.value_mut(words).row_mut(0).fill(0.0);
        self.draw_ages(parameters);
    }

    /// The tables that words are looked up in, and the standard deviation of what is drawn for them.
    pub(super) fn word_tables(&self) -> (Vec<ParameterId>, f32) {
        (vec![self.tables.words], DEVIATION)
    }

    /// The matrices that have a row for each word, or for each answer.
    pub(super) fn listings(&self) -> Vec<(ParameterId, Listing)> {
        vec![
            (self.tables.words, Listing::Words { more: 0 }),
            (self.tables.before, Listing::Words { more: 2 }),
            (self.tables.after, Listing::Words { more: 2 }),
            (self.speech.words(), Listing::Answers { more: 1 }),
        ]
    }

    /// The matrices that take features from one component to the next.
    fn passing(&self) -> Vec<ParameterId> {
        let mut passing = self.relations.passing().to_vec();
        passing.extend([self.keys, self.values, self.question].map(|map| map.weights));
        for hop in &self.hops {
            passing.extend([hop.keep.weights, hop.follow]);
            passing.extend(hop.heads.iter().flat_map(|head| [head.ask, head.take]));
        }
        passing
    }

    /// Ages begin as sinusoids of wavelengths from 2π to 2π times the memory's size (Vaswani et al.
    /// 2017, arXiv 1706.03762, § 3.5), so that "just before" is alike at all ages.
    fn draw_ages(&self, parameters: &mut Parameters) {
        let (memory, d) = (self.settings.memory as f32, self.settings.dimension);
        for ((age, k), weight) in parameters.value_mut(self.ages).indexed_iter_mut() {
            let pair = (k / 2) as f32 / (d / 2).max(1) as f32;
            let angle = age as f32 / memory.powf(pair);
            *weight = 0.5 * if k % 2 == 0 { angle.sin() } else { angle.cos() };
        }
    }

    /// The sizes of this network.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// One pass: every question of the batch is read through K hops and thought over.
    pub fn forward<'a>(&'a self, tape: &mut Tape<'a>, batch: &'a Batch) -> Pass {
        // I and G: each distinct sentence is encoded once and written to its slots.
        let features = batch.features(tape, |tape, sentences| self.features(tape, sentences));
        let ages = tape.parameter(self.ages);
        let memory = [0, 1].map(|side| generalization::write(tape, features[side], ages, batch));
        let questions = self.encode(tape, &batch.questions);
        let questions = self.question.apply(tape, questions);
        let questions = tape.tanh(questions);
        let mut query = tape.rows(questions, &batch.asked[..]);

        // O: every hop reads, by all its heads, and puts what it read into the buffer.
        let (mut hops, mut items, mut queries) = (Vec::new(), Vec::new(), vec![query]);
        let count = batch.hops(self.settings.hops, self.settings.hops);
        for (number, hop) in self.hops.iter().enumerate().take(count) {
            let mut item = tape.parameter(hop.bias);
            let mut reads = Vec::with_capacity(hop.heads.len());
            for (at, head) in hop.heads.iter().enumerate() {
                let place = Place {
                    hop: number,
                    head: at,
                };
                let ask = tape.parameter(head.ask);
                let asked = tape.products(query, ask);
                let read = output::read(tape, place, asked, memory, batch, Attention::Softmax);
                let take = tape.parameter(head.take);
                item = if at == 0 {
                    tape.affine(read.output, take, item)
                } else {
                    let taken = tape.products(read.output, take);
                    tape.add(item, taken)
                };
                reads.push(read);
            }
            let kept = hop.keep.apply(tape, query);
            let follow = tape.parameter(hop.follow);
            let followed = tape.products(item, follow);
            let sum = tape.add(kept, followed);
            query = tape.tanh(sum);
            hops.push(reads);
            items.push(item);
            queries.push(query);
        }

        // R: what the pairs of items mean is added to what the last hop left.
        let state = self.conclude(tape, &queries, &items);
        Pass {
            state,
            hops,
            items,
            queries,
        }
    }

    /// The state from which an answer is said after as many hops as there are `items`; `queries`
    /// are those before the first hop and after each.
    pub(super) fn conclude(&self, tape: &mut Tape<'_>, queries: &[Var], items: &[Var]) -> Var {
        let related = self.relations.relate(tape, items, queries[0]);
        tape.add(queries[items.len()], related)
    }

    /// I: the features of sentences as keys and as values, `sentences × d`.
    pub(super) fn features<'a>(
        &'a self,
        tape: &mut Tape<'a>,
        sentences: &'a Sequences,
    ) -> Vec<Var> {
        let encoded = self.encode(tape, sentences);
        let sides = [self.keys, self.values].into_iter();
        sides
            .map(|side| {
                let features = side.apply(tape, encoded);
                tape.tanh(features)
            })
            .collect()
    }

    fn encode<'a>(&'a self, tape: &mut Tape<'a>, sequences: &'a Sequences) -> Var {
        let Tables {
            words,
            entities,
            places,
            before,
            after,
        } = self.tables;
        let tables = GatedTables {
            words: tape.parameter(words),
            entities: tape.parameter(entities),
            places: tape.parameter(places),
            before: tape.parameter(before),
            after: tape.parameter(after),
        };
        tape.gated_bags(tables, sequences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::lesson::Lesson;
    use crate::networks::{Architecture, Model, Record};
    use crate::tensor::Token;
    use crate::tensor::gradient_check::check_parameters;
    use crate::text::Entities;
    use rand::SeedableRng;
    use rand_pcg::Pcg64;

    fn model(heads: usize) -> Model {
        let record = Record {
            name: "tiny".to_owned(),
            architecture: Architecture::WorkingMemory(Settings {
                dimension: 4,
                hops: 2,
                heads,
                memory: 5,
                relations: 5,
            }),
            training: None,
            weights: None,
            answers: vec!["yes".to_owned(), "no".to_owned()],
            vocabulary: ["went", "is", "where"].map(String::from).to_vec().into(),
            entities: Some(Entities {
                slots: 3,
                words: Vec::new(),
            }),
        };
        Model::new(record, &mut Pcg64::seed_from_u64(3)).unwrap()
    }

    fn tokens<const N: usize>(tokens: [(usize, Option<usize>); N]) -> [Token; N] {
        tokens.map(|(word, entity)| Token { word, entity })
    }

    /// Two questions about stories of two and of one sentence.
    fn batch(model: &Model) -> Batch {
        let mut batch = Batch::default();
        let first = batch.add_sentence(tokens([(0, Some(0)), (1, None), (0, Some(2))]));
        let second = batch.add_sentence(tokens([(0, Some(1)), (2, None), (0, Some(0))]));
        let where_is = batch.add_question(tokens([(3, None), (2, None), (0, Some(1))]));
        let is = batch.add_question(tokens([(2, None), (0, Some(0))]));
        model.ask(&mut batch, [(first, 1), (second, 0)], where_is);
        model.ask(&mut batch, [(second, 0)], is);
        batch
    }

    #[test]
    fn the_gradient_of_a_whole_network_is_right() {
        for heads in [1, 2] {
            let mut model = model(heads);
            let batch = batch(&model);
            let mut lesson = Lesson::new(2);
            // "the entity of slot 2, then that of slot 0, then stop", and "yes or slot 1, stop".
            lesson.push(&[vec![5], vec![3], vec![2]], &[0, 1]);
            lesson.push(&[vec![0, 4], vec![2]], &[2]);
            let mut parameters = model.parameters.clone();
            let loss = |parameters: &Parameters| {
                model.parameters = parameters.clone();
                let mut tape = Tape::recording(&model.parameters);
                let loss = model.loss(&mut tape, &batch, &lesson, Attention::Softmax, 0.5);
                (tape.value(loss)[[0, 0]], tape.gradients(loss))
            };
            let loss = std::cell::RefCell::new(loss);
            check_parameters(&format!("{heads} heads"), &mut parameters, |parameters| {
                (loss.borrow_mut())(parameters)
            });
        }
    }

    #[test]
    fn a_question_is_answered_alike_alone_and_in_a_batch() {
        let model = model(2);
        let both = model.choose(&batch(&model), &[3, 2], Attention::Softmax);
        let mut alone = Batch::default();
        let second = alone.add_sentence(tokens([(0, Some(1)), (2, None), (0, Some(0))]));
        let is = alone.add_question(tokens([(2, None), (0, Some(0))]));
        model.ask(&mut alone, [(second, 0)], is);
        let alone = model.choose(&alone, &[2], Attention::Softmax);
        assert_eq!(both.columns[1], alone.columns[0]);
        for (both, alone) in both.hops.iter().zip(&alone.hops) {
            assert!((both[2] - alone[0]).abs() < 1e-6);
        }
    }
}
