//! **I**, the input component: words to feature vectors.

use serde::{Deserialize, Serialize};

use crate::tensor::{Sequences, Tape, Var, Weighting};

/// How the words of a sentence become one vector (Sukhbaatar et al. 2015, § 4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// The sum of the words' embeddings: word order is lost. mᵢ = Σⱼ A xᵢⱼ.
    BagOfWords,
    /// Each word's embedding is weighted, dimension by dimension, by where it stands:
    /// mᵢ = Σⱼ lⱼ · A xᵢⱼ, with lⱼₖ = 1 + 4 (k − (d+1)/2) (j − (J+1)/2) / (dJ) for word j of J and
    /// dimension k of d. This is the weight of the authors' code: twice the paper's
    /// lₖⱼ = (1 − j/J) − (k/d)(1 − 2j/J), and centred.
    Position,
}

/// Encodes word sequences with an embedding table: `sequences × d` for `table: words × d`.
pub fn encode<'a>(
    tape: &mut Tape<'a>,
    table: Var,
    sequences: &'a Sequences,
    encoding: Encoding,
) -> Var {
    let weighting = match encoding {
        Encoding::BagOfWords => Weighting::Even,
        Encoding::Position => Weighting::Position,
    };
    tape.bags(table, sequences, weighting)
}
