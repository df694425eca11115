//! What the steps are told in.

use serde::Serialize;

use super::Operation;

/// One step: an operation on some quantities makes another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Which part of the way it belongs to.
    pub part: Part,
    /// What is done.
    pub operation: Operation,
    /// What it is done with.
    pub operands: Vec<Operand>,
    /// What it makes.
    pub result: Quantity,
}

/// A quantity that a step takes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Operand {
    /// The quantity.
    pub quantity: Quantity,
    /// The step that made it, counted from 0; `None` for what the network was trained to, what an
    /// earlier hop left, and what stands in the text.
    pub from: Option<usize>,
}

/// A number, a vector or a matrix, and what it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quantity {
    /// What it is.
    pub term: Term,
    /// Which word of the sentence (or of the question) it belongs to, counted from 0 among what
    /// [the network took in](crate::text::Unit); `None` if to no single one.
    pub word: Option<usize>,
    /// How many rows it has; a number and a vector have one.
    pub rows: usize,
    /// Its numbers, row by row.
    pub values: Vec<f32>,
}

/// The parts of the way to a cell and on to what was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// What is looked for, u.
    Query,
    /// What the sentence is found by, mᵢ.
    Key,
    /// How well the two match.
    Score,
    /// How the scores become weights.
    Softmax,
    /// What the sentence holds, cᵢ.
    Value,
    /// What is read.
    Read,
}

/// What a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// The embedding of a word.
    WordEmbedding,
    /// The embedding of the entity slot that a name was given.
    EntityEmbedding,
    /// The two together.
    Embedding,
    /// A word's number in its sentence, j, counted from 1.
    Position,
    /// How many words the sentence has, J.
    Length,
    /// The dimension of the embeddings, d.
    Dimension,
    /// The weights lⱼ of position encoding.
    PositionWeights,
    /// How its place in the sentence gates a word.
    PlaceGate,
    /// How the word before it gates a word.
    BeforeGate,
    /// How the word after it gates a word.
    AfterGate,
    /// The gate gⱼ of a word.
    Gate,
    /// A word's embedding as it enters the sum.
    WordShare,
    /// The sum over the words.
    Encoding,
    /// A trained matrix.
    Matrix,
    /// A trained bias.
    Bias,
    /// A vector that a trained map made.
    Mapped,
    /// A sentence's or the question's features.
    Features,
    /// The vector for a sentence's age, T(i).
    Age,
    /// What the sentence is found by, mᵢ.
    Key,
    /// What the sentence holds, cᵢ.
    Value,
    /// What is looked for, u.
    Query,
    /// The query of the hop before.
    QueryBefore,
    /// What the hop before read.
    ReadBefore,
    /// What a head asks of its query.
    Asked,
    /// The products of the query's numbers with the key's.
    Products,
    /// The score of the sentence, uᵀmᵢ.
    Score,
    /// The scores of all sentences that compete.
    Scores,
    /// The temperature.
    Temperature,
    /// The scores divided by the temperature.
    CooledScores,
    /// The score of an empty slot, 0.
    EmptyScore,
    /// How many slots are empty.
    EmptySlots,
    /// The largest score.
    Largest,
    /// exp of the scores less the largest.
    Exponentials,
    /// exp of an empty slot's score less the largest.
    EmptyExponential,
    /// The sum of the exponentials, those of the empty slots included.
    Total,
    /// The softmax of the scores that compete.
    Softmax,
    /// The weights that are given.
    GivenWeights,
    /// The given weights, scaled to 1 together where they exceed it.
    ScaledWeights,
    /// What given weights leave of 1.
    Left,
    /// The weights of the sentences that compete for what is left.
    SharedWeights,
    /// Where the sentence stands in the vector, counted from 0.
    Index,
    /// The sentence's weight, pᵢ.
    Weight,
    /// The sentence's share in what was read, pᵢcᵢ.
    Share,
    /// The weights of all sentences, oldest first.
    Weights,
    /// What all sentences hold, a row each, oldest first.
    Values,
    /// What was read, o = Σ pᵢcᵢ.
    Read,
    /// The sentence's share in what the hop puts into the buffer.
    ItemShare,
}

/// A letter of the formulas with its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Symbol {
    /// The letter.
    pub base: &'static str,
    /// What stands below it, if anything.
    pub index: &'static str,
}

impl Operand {
    /// A quantity that no step made.
    pub(super) fn given(quantity: Quantity) -> Self {
        Self {
            quantity,
            from: None,
        }
    }

    /// A vector that no step made.
    pub(super) fn vector(term: Term, values: Vec<f32>) -> Self {
        Self::given(Quantity {
            term,
            word: None,
            rows: 1,
            values,
        })
    }

    /// A number that no step made.
    pub(super) fn number(term: Term, value: f32) -> Self {
        Self::vector(term, vec![value])
    }

    /// The same quantity as one of a single word.
    pub(super) fn of_word(mut self, word: usize) -> Self {
        self.quantity.word = Some(word);
        self
    }

    pub(super) fn values(&self) -> &[f32] {
        &self.quantity.values
    }
}

impl Term {
    /// How formulas write it in a part of the way.
    pub fn symbol(self, part: Part) -> Symbol {
        let symbol = |base, index| Symbol { base, index };
        match (self, part) {
            (Self::WordEmbedding, Part::Query) => symbol("B q", "j"),
            (Self::WordEmbedding, Part::Value) => symbol("C x", "ij"),
            (Self::WordEmbedding, _) => symbol("A x", "ij"),
            (Self::EntityEmbedding, _) => symbol("E x", "ij"),
            (Self::Embedding, _) => symbol("e", "j"),
            (Self::Position, _) => symbol("j", ""),
            (Self::Length, _) => symbol("J", ""),
            (Self::Dimension, _) => symbol("d", ""),
            (Self::PositionWeights, _) => symbol("l", "j"),
            (Self::PlaceGate, _) => symbol("P", "j"),
            (Self::BeforeGate, _) => symbol("L", "j−1"),
            (Self::AfterGate, _) => symbol("R", "j+1"),
            (Self::Gate, _) => symbol("g", "j"),
            (Self::WordShare, _) => symbol("x", "j"),
            (Self::Encoding, _) => symbol("x", ""),
            (Self::Matrix, _) => symbol("W", ""),
            (Self::Bias, _) => symbol("b", ""),
            (Self::Mapped, _) => symbol("y", ""),
            (Self::Features, _) => symbol("f", ""),
            (Self::Age, Part::Value) => symbol("T_C", "i"),
            (Self::Age, _) => symbol("T_A", "i"),
            (Self::Key, _) => symbol("m", "i"),
            (Self::Value, _) => symbol("c", "i"),
            (Self::Query, _) => symbol("u", ""),
            (Self::QueryBefore, _) => symbol("u", "k"),
            (Self::ReadBefore, _) => symbol("o", "k"),
            (Self::Asked, _) => symbol("q", ""),
            (Self::Products, _) => symbol("u ⊙ m", "i"),
            (Self::Score, _) => symbol("s", "i"),
            (Self::Scores | Self::CooledScores, _) => symbol("s", ""),
            (Self::Temperature, _) => symbol("τ", ""),
            (Self::EmptyScore, _) => symbol("s", "∅"),
            (Self::EmptySlots, _) => symbol("n", "∅"),
            (Self::Largest, _) => symbol("max s", ""),
            (Self::Exponentials, _) => symbol("w", ""),
            (Self::EmptyExponential, _) => symbol("w", "∅"),
            (Self::Total, _) => symbol("Σ w", ""),
            (Self::Softmax, _) => symbol("softmax s", ""),
            (Self::GivenWeights | Self::ScaledWeights, _) => symbol("p", "given"),
            (Self::Left, _) => symbol("1 − Σ p", "given"),
            (Self::SharedWeights | Self::Weights, _) => symbol("p", ""),
            (Self::Index, _) => symbol("i", ""),
            (Self::Weight, _) => symbol("p", "i"),
            (Self::Share, _) => symbol("p c", "i"),
            (Self::Values, _) => symbol("C", ""),
            (Self::Read, _) => symbol("o", ""),
            (Self::ItemShare, _) => symbol("W p c", "i"),
        }
    }
}
