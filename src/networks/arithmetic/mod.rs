//! All the arithmetic behind one cell of the attention, from the words' embeddings to the cell's
//! share in what was read.
//!
//! It is a list of [`Step`]s that any architecture can be told in, each with the numbers it takes and
//! the number or the vector it makes. A step recomputes its result from its operands, so that
//! whoever shows it shows a sum that adds up; a test holds the results against the network's own.

mod memn2n;
mod operation;
mod quantity;
mod softmax;
mod working_memory;

use serde::Serialize;

pub use operation::Operation;
pub use quantity::{Operand, Part, Quantity, Step, Symbol, Term};

use crate::tensor::{ParameterId, Tape, Var};

use super::model::Network;
use super::output::{Attention, Place, Read};
use super::{Inquiry, Model};

/// How much one hop reads one sentence by one head, step by step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CellArithmetic {
    /// The steps in the order in which they are taken.
    pub steps: Vec<Step>,
    /// The sentences (their places in the story) that have an entry in the vector of [`Term::Scores`]
    /// and those made of it: all that are remembered but those whose weights are given.
    pub competing: Vec<usize>,
    /// The sentences whose weights are given, muted ones included, as [`Term::GivenWeights`] lists
    /// them.
    pub given: Vec<usize>,
}

/// The steps so far.
struct Ledger<'a> {
    model: &'a Model,
    part: Part,
    steps: Vec<Step>,
}

impl<'a> Ledger<'a> {
    fn new(model: &'a Model) -> Self {
        Self {
            model,
            part: Part::Query,
            steps: Vec::new(),
        }
    }

    /// Takes a step, and returns what it made for the steps after it.
    fn step(
        &mut self,
        term: Term,
        word: Option<usize>,
        operation: Operation,
        operands: Vec<Operand>,
    ) -> Operand {
        let quantity = Quantity {
            term,
            word,
            rows: 1,
            values: operation.compute(&operands),
        };
        self.steps.push(Step {
            part: self.part,
            operation,
            operands,
            result: quantity.clone(),
        });
        Operand {
            quantity,
            from: Some(self.steps.len() - 1),
        }
    }

    /// A row of a trained table.
    fn row(&self, term: Term, table: ParameterId, row: usize) -> Operand {
        let row = self.model.parameters.value(table).row(row);
        Operand::vector(term, row.to_vec())
    }

    /// A trained matrix.
    fn matrix(&self, matrix: ParameterId) -> Operand {
        let matrix = self.model.parameters.value(matrix);
        Operand::given(Quantity {
            term: Term::Matrix,
            word: None,
            rows: matrix.nrows(),
            values: matrix.iter().copied().collect(),
        })
    }

    /// The sum of what the words contribute, which are embedded in `table`. Where only articles
    /// stood it is 0.
    fn sum_of_words(&mut self, term: Term, parts: Vec<Operand>, table: ParameterId) -> Operand {
        if parts.is_empty() {
            let dimension = self.model.parameters.value(table).ncols();
            return Operand::vector(term, vec![0.0; dimension]);
        }
        self.step(term, None, Operation::Sum, parts)
    }

    /// What was read: the sentence's weight times its value, and the sum over all sentences.
    fn read(&mut self, tape: &Tape<'_>, read: &Read, weight: Operand, value: Operand) -> Operand {
        self.part = Part::Read;
        let share = self.step(Term::Share, None, Operation::Scale, vec![weight, value]);
        let weights = Operand::vector(Term::Weights, numbers(tape, read.weights));
        let values = tape.value(read.values);
        let values = Operand::given(Quantity {
            term: Term::Values,
            word: None,
            rows: values.nrows(),
            values: values.iter().copied().collect(),
        });
        let operands = vec![weights, values];
        self.step(Term::Read, None, Operation::WeightedSum, operands);
        share
    }
}

impl Inquiry<'_> {
    /// The arithmetic behind the weight that a read of the only question gave to the sentence of a
    /// place in the story; `None` if there is no such read, or the sentence is not in memory.
    pub fn arithmetic(&self, hop: usize, head: usize, sentence: usize) -> Option<CellArithmetic> {
        let slot = self.places.iter().position(|&place| place == sentence)?;
        let place = Place { hop, head };
        let mut tape = Tape::computing(&self.model.parameters);
        let mut ledger = Ledger::new(self.model);
        match &self.model.network {
            Network::MemN2n(network) => {
                let pass = network.forward(&mut tape, &self.batch, Attention::Softmax);
                ledger.memn2n(&tape, network, &pass, self, place, slot)?;
            }
            Network::WorkingMemory(network) => {
                let pass = network.forward(&mut tape, &self.batch);
                ledger.working_memory(&tape, network, &pass, self, place, slot)?;
            }
        }
        let given = self.given(place);
        let named = |slot: usize| self.places[slot];
        let slots = 0..self.places.len();
        Some(CellArithmetic {
            steps: ledger.steps,
            competing: slots
                .filter(|slot| given.iter().all(|(other, _)| other != slot))
                .map(named)
                .collect(),
            given: given.iter().map(|&(slot, _)| named(slot)).collect(),
        })
    }

    /// The slots whose weight is given in a read, in ascending order, with their weights.
    fn given(&self, place: Place) -> Vec<(usize, f32)> {
        let overruled = self.batch.overruled.as_ref();
        overruled.map_or_else(Vec::new, |overruled| overruled.given(place))
    }
}

fn numbers(tape: &Tape<'_>, var: Var) -> Vec<f32> {
    tape.value(var).iter().copied().collect()
}
