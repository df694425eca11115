//! **O**, the output component: reading memory.

use crate::tensor::{Tape, Var};

use super::Batch;

/// How matches become weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// pᵢ = softmax(uᵀmᵢ) over all slots of the memory: weights between 0 and 1. As in the authors'
    /// code the slots that the story leaves empty take part (m = c = 0), so a query that matches no
    /// sentence can read nothing.
    Softmax,
    /// pᵢ = uᵀmᵢ: training begins like this (linear start, Sukhbaatar et al. 2015, § 4.2), because
    /// the network then escapes poor local minima.
    Linear,
}

/// One read of memory.
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// The weight pᵢ of every slot; `slots × 1`.
    pub weights: Var,
    /// What was read, o = Σ pᵢcᵢ; `questions × d`.
    pub output: Var,
}

/// Reads the memory of every question: matches the query u against the keys mᵢ and sums the
/// values cᵢ by how well they match (Sukhbaatar et al. 2015, eqs. 1 and 2).
///
/// `query: questions × d`, `keys` and `values: slots × d`.
pub fn read<'a>(
    tape: &mut Tape<'a>,
    query: Var,
    keys: Var,
    values: Var,
    batch: &'a Batch,
    attention: Attention,
) -> Read {
    let matches = tape.match_slots(query, keys, &batch.slots);
    let weights = match attention {
        Attention::Softmax => tape.softmax_slots(matches, &batch.slots),
        Attention::Linear => matches,
    };
    let output = tape.read_slots(weights, values, &batch.slots);
    Read { weights, output }
}
