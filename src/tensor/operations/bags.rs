//! Sentences as sums of word embeddings.

use ndarray::{Array1, Array2, ArrayView1, ArrayViewMut1, Zip};

use crate::tensor::{Tape, Var};

/// A batch of word sequences (sentences), each word with its tilt.
///
/// The tilt `s` says how far a word stands from the middle of its sentence, as position encoding
/// wants it (see [`Tape::bags`]); with all tilts zero a sentence is a plain bag of words.
#[derive(Clone, Debug)]
pub struct Bags {
    words: Vec<usize>,
    tilts: Vec<f32>,
    offsets: Vec<usize>,
}

impl Default for Bags {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            tilts: Vec::new(),
            offsets: vec![0],
        }
    }
}

impl Bags {
    /// How many sequences there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends a sequence of words (rows of the embedding table) with their tilts.
    pub fn push(&mut self, words: impl IntoIterator<Item = (usize, f32)>) {
        for (word, tilt) in words {
            self.words.push(word);
            self.tilts.push(tilt);
        }
        self.offsets.push(self.words.len());
    }

    fn iter(&self) -> impl Iterator<Item = impl Iterator<Item = (usize, f32)> + '_> + '_ {
        self.offsets.windows(2).map(|ends| {
            let range = ends[0]..ends[1];
            self.words[range.clone()]
                .iter()
                .copied()
                .zip(self.tilts[range].iter().copied())
        })
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
    /// `1 + s rampₖ` in dimension `k`, where `s` is the word's tilt; `bags.len() × d` for
    /// `table: words × d`.
    pub fn bags(&mut self, table: Var, bags: &'a Bags) -> Var {
        let embeddings = self.value(table);
        let shape = embeddings.dim();
        let ramp = ramp(shape.1);
        let mut value = Array2::zeros((bags.len(), shape.1));
        for (mut row, bag) in value.rows_mut().into_iter().zip(bags.iter()) {
            for (word, tilt) in bag {
                add_tilted(row.view_mut(), embeddings.row(word), tilt, &ramp);
            }
        }
        self.push(value, move |_, gradient, gradients| {
            let sums = gradients.entry(table, shape);
            for (row, bag) in gradient.rows().into_iter().zip(bags.iter()) {
                for (word, tilt) in bag {
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

    #[test]
    fn the_gradient_of_embedded_sentences_is_right() {
        let mut bags = Bags::default();
        bags.push([(1, -0.3), (4, 0.0), (1, 0.3)]);
        bags.push([]);
        bags.push([(0, 0.0)]);
        check(&[(5, 3)], |tape, [table]| tape.bags(*table, &bags));
    }

    #[test]
    fn the_ramp_is_centred() {
        assert_eq!(ramp(4).to_vec(), [-1.5, -0.5, 0.5, 1.5]);
    }
}
