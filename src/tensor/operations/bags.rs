//! Sentences as sums of word embeddings.

use ndarray::{Array1, Array2, ArrayView1, ArrayViewMut1, Zip};

use super::sequences::{Sequences, Token};
use crate::tensor::{Tape, Var};

/// How the words of a sequence count in their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighting {
    /// All alike.
    Even,
    /// By where they stand: word j of J is tilted by (j − (J+1)/2) / J (see [`Tape::bags`]).
    Position,
}

impl Weighting {
    /// The tilt of the word before which `before` others of `length` stand.
    fn tilt(self, before: usize, length: usize) -> f32 {
        let length = length as f32;
        match self {
            Self::Even => 0.0,
            Self::Position => ((before + 1) as f32 - (length + 1.0) / 2.0) / length,
        }
    }
}

/// The ramp of position encoding over the `d` dimensions: `4 (k − (d+1)/2) / d` for `k = 1 … d`.
fn ramp(dimension: usize) -> Array1<f32> {
    let d = dimension as f32;
    (1..=dimension)
        .map(|k| 4.0 * (k as f32 - (d + 1.0) / 2.0) / d)
        .collect()
}

/// Adds `part`, weighted by `1 + tilt · ramp`, to `sum`.
///
/// Most of an answer's time passes in here. A `Zip` finds once that the three lie in memory without
/// gaps and then takes several numbers at a time, which zipped iterators do not.
fn add_tilted(
    sum: ArrayViewMut1<'_, f32>,
    part: ArrayView1<'_, f32>,
    tilt: f32,
    ramp: &Array1<f32>,
) {
    Zip::from(sum)
        .and(part)
        .and(ramp)
        .for_each(|sum, &part, &slope| *sum += part * (1.0 + tilt * slope));
}

impl<'a> Tape<'a> {
    /// One vector per sequence: the sum of its words' embeddings, each weighted by
    /// `1 + s rampₖ` in dimension `k`, where `s` is the word's tilt; `sequences.len() × d` for
    /// `table: words × d`. Entities are not told apart here: their word counts.
    pub fn bags(&mut self, table: Var, sequences: &'a Sequences, weighting: Weighting) -> Var {
        let embeddings = self.value(table);
        let shape = embeddings.dim();
        let ramp = ramp(shape.1);
        let tilted = move |tokens: &'a [Token]| {
            let word = move |(before, token): (usize, &Token)| {
                (token.word, weighting.tilt(before, tokens.len()))
            };
            tokens.iter().enumerate().map(word)
        };
        let mut value = Array2::zeros((sequences.len(), shape.1));
        for (mut row, tokens) in value.rows_mut().into_iter().zip(sequences.iter()) {
            for (word, tilt) in tilted(tokens) {
                add_tilted(row.view_mut(), embeddings.row(word), tilt, &ramp);
            }
        }
        self.push(value, move |_, gradient, gradients| {
            let sums = gradients.entry(table, shape);
            for (row, tokens) in gradient.rows().into_iter().zip(sequences.iter()) {
                for (word, tilt) in tilted(tokens) {
                    add_tilted(sums.row_mut(word), row, tilt, &ramp);
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::gradient_check::check;

    fn sequences() -> Sequences {
        let token = |word| Token { word, entity: None };
        let mut sequences = Sequences::default();
        sequences.push([1, 4, 1].map(token));
        sequences.push([]);
        sequences.push([0].map(token));
        sequences
    }

    #[test]
    fn the_gradient_of_embedded_sentences_is_right() {
        let sequences = sequences();
        for weighting in [Weighting::Even, Weighting::Position] {
            check(&[(5, 3)], |tape, [table]| {
                tape.bags(*table, &sequences, weighting)
            });
        }
    }

    #[test]
    fn position_encoding_tells_first_from_last_and_even_weights_do_not() {
        let tilts = |weighting: Weighting| [0, 1, 2, 3].map(|before| weighting.tilt(before, 4));
        assert_eq!(tilts(Weighting::Even), [0.0; 4]);
        assert_eq!(tilts(Weighting::Position), [-0.375, -0.125, 0.125, 0.375]);
    }

    #[test]
    fn the_ramp_is_centred() {
        assert_eq!(ramp(4).to_vec(), [-1.5, -0.5, 0.5, 1.5]);
    }
}
