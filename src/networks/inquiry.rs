//! Questions about stories that one pass through a network answers.

use crate::tensor::{Tape, Token, Var};
use crate::text::Unit;

use super::model::Network;
use super::output::{Attention, Read};
use super::overruled::Overruled;
use super::{Batch, Changes, Hop, Model, Ranked, Stop, Trace};

/// Questions about stories, to be answered together: what the stories share is computed once.
#[derive(Clone, Debug)]
pub struct Inquiry<'a> {
    pub(super) model: &'a Model,
    changes: &'a Changes,
    pub(super) batch: Batch,
    /// The place in its story of what each slot holds.
    pub(super) places: Vec<usize>,
    /// The names of the entities of each question, in the order of their numbers.
    pub(super) names: Vec<Vec<&'a str>>,
}

impl<'a> Inquiry<'a> {
    /// An inquiry without a question; the changes apply to every one.
    pub fn new(model: &'a Model, changes: &'a Changes) -> Self {
        let batch = Batch {
            overruled: Overruled::new(changes),
            ..Batch::default()
        };
        Self {
            model,
            changes,
            batch,
            places: Vec::new(),
            names: Vec::new(),
        }
    }

    /// One question about one story of sentences, oldest first, of which the newest count that the
    /// network [remembers](Model::memory). `names` are the names of the entities, in the order of
    /// their numbers.
    pub fn about(
        model: &'a Model,
        changes: &'a Changes,
        story: &[impl AsRef<[Unit]>],
        question: &[Unit],
        names: Vec<&'a str>,
    ) -> Self {
        let mut inquiry = Self::new(model, changes);
        let forgotten = story.len().saturating_sub(model.memory());
        let sentences = story.iter().enumerate().skip(forgotten);
        let slots: Vec<(usize, usize)> = sentences
            .map(|(place, units)| (inquiry.add_sentence(units.as_ref()), place))
            .collect();
        let question = inquiry.add_question(question);
        inquiry.ask(&slots, question, names);
        inquiry
    }

    /// Lists a sentence, and returns its row.
    pub fn add_sentence(&mut self, units: &[Unit]) -> usize {
        self.batch.add_sentence(tokens(self.model, units))
    }

    /// Lists a question's words, and returns their row.
    pub fn add_question(&mut self, units: &[Unit]) -> usize {
        self.batch.add_question(tokens(self.model, units))
    }

    /// Asks the question of a row about a story: the rows of its sentences, oldest first, each with
    /// the place by which the changes name it; no more than the network
    /// [remembers](Model::memory). `names` are the names of the entities, in the order of their
    /// numbers.
    pub fn ask(&mut self, story: &[(usize, usize)], question: usize, names: Vec<&'a str>) {
        let first = self.batch.slots.rows();
        let ages = (0..story.len()).rev();
        let rows = story.iter().map(|&(row, _)| row);
        self.model.ask(&mut self.batch, rows.zip(ages), question);
        self.places.extend(story.iter().map(|&(_, place)| place));
        if let Some(overruled) = &mut self.batch.overruled {
            overruled.apply(self.changes, first, &self.places[first..]);
        }
        self.names.push(names);
    }

    /// The words of the only question.
    pub(super) fn question(&self) -> &[Token] {
        self.batch.questions.get(self.batch.asked[0])
    }

    /// The words that a slot holds.
    pub(super) fn sentence(&self, slot: usize) -> &[Token] {
        self.batch.sentences.get(self.batch.slot_sentences[slot])
    }

    /// How many sentences are newer than that of a slot.
    pub(super) fn age(&self, slot: usize) -> usize {
        self.batch.slot_ages[slot]
    }

    /// How many slots of memory the questions read together.
    pub fn slots(&self) -> usize {
        self.batch.slots.rows()
    }

    /// The answers to every question, the likeliest first.
    pub fn answers(&self) -> Vec<Vec<Ranked>> {
        let mut tape = Tape::computing(&self.model.parameters);
        match &self.model.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &self.batch, Attention::Softmax);
                self.model.rank(&mut tape, pass.scores)
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &self.batch);
                self.model.say(network, &mut tape, pass.state, &self.names)
            }
        }
    }

    /// The answers to the only question, and what was read to give them.
    pub fn trace(&self) -> Trace {
        let mut tape = Tape::computing(&self.model.parameters);
        let (mut answers, hops) = match &self.model.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &self.batch, Attention::Softmax);
                let answers = self.model.rank(&mut tape, pass.scores);
                let hop = |read: &Read| hop(&tape, std::slice::from_ref(read), read.output);
                (answers, pass.hops.iter().map(hop).collect())
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &self.batch);
                let answers = self.model.say(network, &mut tape, pass.state, &self.names);
                let hops = pass.hops.iter().zip(&pass.items);
                let hops = hops.map(|(reads, &item)| hop(&tape, reads, item)).collect();
                (answers, hops)
            }
        };
        Trace {
            answers: answers.pop().unwrap_or_default(),
            hops,
        }
    }

    /// How each hop read for the only question, and the answers if it were the last.
    pub fn stops(&self) -> Vec<Stop> {
        let mut tape = Tape::computing(&self.model.parameters);
        match &self.model.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &self.batch, Attention::Softmax);
                let hops = pass.hops.iter().zip(&pass.states);
                let stop = |(read, &state): (&Read, &Var)| {
                    let scores = network.respond(&mut tape, state);
                    let answers = self.model.rank(&mut tape, scores);
                    let reads = std::slice::from_ref(read);
                    stop(&tape, [read.query, read.output, state], reads, answers)
                };
                hops.map(stop).collect()
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &self.batch);
                let hops = pass.hops.iter().enumerate();
                let stop = |(hop, reads): (usize, &Vec<Read>)| {
                    let state = network.conclude(&mut tape, &pass.queries, &pass.items[..=hop]);
                    let answers = self.model.say(network, &mut tape, state, &self.names);
                    let [query, next] = [pass.queries[hop], pass.queries[hop + 1]];
                    stop(&tape, [query, pass.items[hop], next], reads, answers)
                };
                hops.map(stop).collect()
            }
        }
    }
}

/// A sentence or a question as a network's tables list it.
pub(super) fn tokens(model: &Model, units: &[Unit]) -> impl Iterator<Item = Token> {
    units.iter().map(|unit| Token {
        word: unit.word.0,
        entity: unit.entity.map(|entity| model.slot(entity)),
    })
}

/// All numbers of a value, row by row.
fn numbers(tape: &Tape<'_>, var: Var) -> Vec<f32> {
    tape.value(var).iter().copied().collect()
}

/// One hop of the only question of a batch.
fn hop(tape: &Tape<'_>, reads: &[Read], output: Var) -> Hop {
    let heads: Vec<Vec<f32>> = reads
        .iter()
        .map(|read| numbers(tape, read.weights))
        .collect();
    Hop {
        empty: heads
            .iter()
            .map(|weights| (1.0 - weights.iter().sum::<f32>()).max(0.0))
            .collect(),
        heads,
        output: numbers(tape, output),
    }
}

/// One stop of the only question of a batch.
fn stop(
    tape: &Tape<'_>,
    [query, read, next]: [Var; 3],
    reads: &[Read],
    mut answers: Vec<Vec<Ranked>>,
) -> Stop {
    Stop {
        query: numbers(tape, query),
        scores: reads.iter().map(|it| numbers(tape, it.scores)).collect(),
        read: numbers(tape, read),
        next: numbers(tape, next),
        answers: answers.pop().unwrap_or_default(),
    }
}
