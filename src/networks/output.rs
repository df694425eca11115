//! **O**, the output component: reading memory.

use crate::tensor::{Tape, Var};

use super::Batch;

/// How matches become weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// pᵢ = softmax(uᵀmᵢ) over all slots of the memory: weights between 0 and 1. As in the authors'
    /// code the slots that the story leaves empty take part (m = c = 0), so a query that matches no
    /// sentence can read nothing. Where a batch [overrules](super::Changes) it, that counts.
    Softmax,
    /// pᵢ = uᵀmᵢ: training begins like this (linear start, Sukhbaatar et al. 2015, § 4.2), because
    /// the network then escapes poor local minima.
    Linear,
}

/// Which read of a network it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The hop, from 0.
    pub hop: usize,
    /// The attention head, from 0.
    pub head: usize,
}

/// One read of memory.
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// What is looked for, u; `questions × d`.
    pub query: Var,
    /// What each slot is found by, mᵢ; `slots × d`.
    pub keys: Var,
    /// What each slot holds, cᵢ; `slots × d`.
    pub values: Var,
    /// How well each slot matches, uᵀmᵢ; `slots × 1`.
    pub scores: Var,
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
    place: Place,
    query: Var,
    [keys, values]: [Var; 2],
    batch: &'a Batch,
    attention: Attention,
) -> Read {
    let scores = tape.match_slots(query, keys, &batch.slots);
    let weights = match (attention, &batch.overruled) {
        (Attention::Linear, _) => scores,
        (Attention::Softmax, None) => tape.softmax_slots(scores, &batch.slots),
        (Attention::Softmax, Some(overruled)) => {
            let cooled = tape.scaled(scores, 1.0 / overruled.temperature);
            tape.softmax_slots_given(cooled, &batch.slots, &overruled.given(place))
        }
    };
    let output = tape.read_slots(weights, values, &batch.slots);
    Read {
        query,
        keys,
        values,
        scores,
        weights,
        output,
    }
}
