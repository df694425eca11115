//! How well compact vectors agree with the full ones.

use std::fmt;

use ndarray::Array2;
use rand::SeedableRng;
use rand_pcg::Pcg64;
use rayon::prelude::*;
use serde::Serialize;

use memnet::text::vectors::Vectors;

/// How many words are asked for their neighbours.
const WORDS: usize = 1000;

/// The neighbours that are compared.
const NEIGHBOURS: usize = 10;

/// How well compact vectors agree with those that they were made of.
#[derive(Serialize)]
pub struct Agreement {
    /// How many random words were asked for their neighbours among all words.
    words: usize,
    /// The share of them whose nearest neighbour is the same.
    nearest: f64,
    /// How many of their ten nearest neighbours are the same.
    ten_nearest: f64,
    /// The correlation (Pearson's) of the cosines of random pairs of words.
    cosines: f64,
}

impl Agreement {
    /// Compares. The rows of `full` are the words' vectors, of length 1.
    pub fn measure(full: &Array2<f32>, vectors: &Vectors, seed: u64) -> Self {
        let words: Vec<&str> = vectors.words().collect();
        let mut random = Pcg64::seed_from_u64(seed);
        let asked: Vec<usize> =
            rand::seq::index::sample(&mut random, words.len(), WORDS.min(words.len())).into_vec();
        let found: Vec<(f64, f64)> = asked
            .par_iter()
            .map(|&at| {
                let expected = nearest(full, at);
                let near = vectors.nearest(words[at], NEIGHBOURS).unwrap_or_default();
                let near: Vec<&str> = near.iter().map(|near| near.word).collect();
                let shared = expected.iter().filter(|&&row| near.contains(&words[row]));
                let first = expected.first().map(|&row| words[row]);
                (
                    f64::from(u8::from(first == near.first().copied())),
                    shared.count() as f64 / expected.len().max(1) as f64,
                )
            })
            .collect();
        let mean = |part: fn(&(f64, f64)) -> f64| {
            found.iter().map(part).sum::<f64>() / found.len().max(1) as f64
        };
        // Random words beside each other in a random order are random pairs.
        let pairs: Vec<(f64, f64)> = asked
            .windows(2)
            .filter_map(|pair| {
                let compact = vectors.similarity(words[pair[0]], words[pair[1]])?;
                Some((
                    f64::from(cosine(full, pair[0], pair[1])),
                    f64::from(compact),
                ))
            })
            .collect();
        Self {
            words: asked.len(),
            nearest: mean(|found| found.0),
            ten_nearest: mean(|found| found.1),
            cosines: correlation(&pairs),
        }
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "of {} words, {:.1} % have the same nearest neighbour; {:.1} % of the ten nearest are \
             the same; the cosines correlate by {:.3}",
            self.words,
            100.0 * self.nearest,
            100.0 * self.ten_nearest,
            self.cosines
        )
    }
}

/// The rows nearest to a row, itself left out.
fn nearest(rows: &Array2<f32>, own: usize) -> Vec<usize> {
    let mut others: Vec<(usize, f32)> = (0..rows.nrows())
        .filter(|&row| row != own)
        .map(|row| (row, cosine(rows, own, row)))
        .collect();
    others.sort_by(|a, b| b.1.total_cmp(&a.1));
    others.truncate(NEIGHBOURS);
    others.into_iter().map(|(row, _)| row).collect()
}

fn cosine(rows: &Array2<f32>, one: usize, other: usize) -> f32 {
    rows.row(one)
        .iter()
        .zip(rows.row(other))
        .map(|(a, b)| a * b)
        .sum()
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let mean = |part: fn(&(f64, f64)) -> f64| {
        pairs.iter().map(part).sum::<f64>() / pairs.len().max(1) as f64
    };
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |part: &dyn Fn(f64, f64) -> f64| -> f64 {
        pairs.iter().map(|pair| part(pair.0 - x, pair.1 - y)).sum()
    };
    sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn vectors_agree_with_what_they_were_made_of() {
        let full = array![[1.0, 0.0], [0.8, 0.6], [0.0, 1.0], [-1.0, 0.0]];
        let vectors = Vectors::compress(&["a", "b", "c", "d"], &full, 1, 1).unwrap();
        let agreement = Agreement::measure(&full, &vectors, 1);
        assert_eq!((agreement.nearest, agreement.ten_nearest), (1.0, 1.0));
        assert!(agreement.cosines > 0.999);

        let other = array![[1.0, 0.0], [0.0, 1.0], [-0.9, 0.1], [0.9, 0.1]];
        let agreement = Agreement::measure(&other, &vectors, 1);
        assert!(agreement.nearest < 1.0 && agreement.cosines < 0.9);
    }
}
