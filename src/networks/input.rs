//! **I**, the input component: words to feature vectors.

use serde::{Deserialize, Serialize};

use crate::tensor::{Bags, Tape, Var};
use crate::text::WordId;

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

impl Encoding {
    /// The words as rows of an embedding table, each with its tilt (j − (J+1)/2) / J; position
    /// encoding's weight is 1 + tilt · ramp (see [`Tape::bags`]).
    pub fn features(self, words: &[WordId]) -> impl Iterator<Item = (usize, f32)> + '_ {
        let length = words.len() as f32;
        words.iter().enumerate().map(move |(before, word)| {
            let tilt = match self {
                Self::BagOfWords => 0.0,
                Self::Position => ((before + 1) as f32 - (length + 1.0) / 2.0) / length,
            };
            (word.0, tilt)
        })
    }
}

/// Encodes word sequences with an embedding table: `sequences × d` for `table: words × d`.
pub fn encode<'a>(tape: &mut Tape<'a>, table: Var, sequences: &'a Bags) -> Var {
    tape.bags(table, sequences)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn position_encoding_tells_first_from_last_and_bag_of_words_does_not() {
        let tilts = |encoding: Encoding| -> Vec<f32> {
            encoding
                .features(&[WordId(3), WordId(1), WordId(3), WordId(2)])
                .map(|f| f.1)
                .collect()
        };
        assert_eq!(tilts(Encoding::BagOfWords), [0.0; 4]);
        assert_eq!(tilts(Encoding::Position), [-0.375, -0.125, 0.125, 0.375]);
    }
}
