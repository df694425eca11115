//! What a network did to answer one question.

use serde::{Deserialize, Serialize};

/// The answers a network gives to one question, and what it read to give them.
///
/// Every architecture answers with this, and everything that shows or exports an answer reads
/// only this.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// The answers the network finds likeliest, the likeliest first. A network that chooses among
    /// given answers ranks all of them, and the probabilities sum to 1; one that says its answer
    /// word by word could say more than can be listed, so theirs sum to at most 1.
    pub answers: Vec<Ranked>,
    /// The reads of memory, in order.
    pub hops: Vec<Hop>,
}

/// One answer and how likely the network finds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// The answer as the training data spells it, or the name by which the story calls it; the
    /// parts of a list are joined by commas.
    pub answer: String,
    /// Between 0 and 1.
    pub probability: f32,
}

/// One read of memory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hop {
    /// For each attention head (MemN2N has one) the weight of every slot that holds a sentence, the
    /// oldest first.
    pub heads: Vec<Vec<f32>>,
    /// For each head the weight that its empty slots took together: how much it read nothing. With
    /// it a head's weights sum to 1.
    pub empty: Vec<f32>,
    /// What was read: o = Σ pᵢcᵢ.
    pub output: Vec<f32>,
}

/// A stop on the way through the hops: how one hop read, and the answers if it were the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// The query u that the hop began with.
    pub query: Vec<f32>,
    /// For each attention head the score uᵀmᵢ of every slot that holds a sentence, the oldest first,
    /// before any temperature.
    pub scores: Vec<Vec<f32>>,
    /// What was read: the `output` of the [`Hop`].
    pub read: Vec<f32>,
    /// The query that the hop left to the next.
    pub next: Vec<f32>,
    /// The answers that the network would give if it stopped here, the likeliest first: those of
    /// [`Changes::hops`](super::Changes::hops) with so many hops.
    pub answers: Vec<Ranked>,
}
