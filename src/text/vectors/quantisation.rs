//! Making vectors compact.

use ndarray::Array2;
use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use thiserror::Error;

use super::{PIECES, Vectors, WordList};

/// Rounds of k-means. Twice as many improve the agreement with the full vectors by less than half a
/// percent.
const ROUNDS: usize = 20;

/// Why vectors could not be made compact.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum CompressionError {
    /// The words are not distinct words in ascending order, without line breaks.
    #[error("the word {0:?} is empty, has a line break or does not come after the one before")]
    Word(String),
    /// There are more or fewer words than vectors.
    #[error("there are {words} words and {vectors} vectors")]
    Count {
        /// How many words.
        words: usize,
        /// How many vectors.
        vectors: usize,
    },
    /// The numbers of a vector cannot be dealt into that many groups of equal width.
    #[error("vectors of {dimensions} numbers do not make {groups} groups of equal width")]
    Groups {
        /// Numbers in a vector.
        dimensions: usize,
        /// Groups asked for.
        groups: usize,
    },
    /// A number is infinite or not a number.
    #[error("the vector of {0:?} holds a number that is not finite")]
    NotFinite(String),
}

impl Vectors {
    /// Compact vectors from full ones, as [`half_whiten`](super::half_whiten) makes them. The
    /// words come in ascending order; the vector of each is a row of `rows`, its strongest numbers
    /// first, and becomes one byte for each of the `groups`.
    ///
    /// The same seed gives the same bytes on every machine. The numbers change their order, which
    /// no cosine depends on.
    ///
    /// # Errors
    /// Words and rows don't fit together, or the groups don't fit the rows.
    pub fn compress(
        words: &[&str],
        rows: &Array2<f32>,
        groups: usize,
        seed: u64,
    ) -> Result<Self, CompressionError> {
        let mut list = WordList::default();
        if let Some(word) = words.iter().find(|word| !list.push(word)) {
            return Err(CompressionError::Word((*word).to_owned()));
        }
        let (vectors, dimensions) = rows.dim();
        if words.len() != vectors {
            return Err(CompressionError::Count {
                words: words.len(),
                vectors,
            });
        }
        if groups == 0 || dimensions == 0 || !dimensions.is_multiple_of(groups) {
            return Err(CompressionError::Groups { dimensions, groups });
        }
        for (word, row) in words.iter().zip(rows.rows()) {
            if !row.iter().all(|number| number.is_finite()) {
                return Err(CompressionError::NotFinite((*word).to_owned()));
            }
        }

        let most = rows.fold(0.0_f32, |most, number| most.max(number.abs()));
        // So that a codebook's numbers, rounded, use the whole range of 8 bits.
        let scaled = rows / most.max(f32::MIN_POSITIVE) * 127.0;
        let mut random = Pcg64::seed_from_u64(seed);
        let mut codebook = Vec::new();
        let mut codes = Array2::zeros((vectors, groups));
        for (columns, mut code) in deal(dimensions, groups).iter().zip(codes.columns_mut()) {
            let points: Vec<f32> = scaled
                .rows()
                .into_iter()
                .flat_map(|row| columns.iter().map(move |&column| row[column]))
                .collect();
            let pieces = pieces(&points, columns.len(), &mut random);
            code.iter_mut()
                .zip(points.chunks_exact(columns.len()))
                .for_each(|(code, point)| *code = closest(&pieces, point) as u8);
            codebook.extend(pieces);
        }
        let codes = codes.into_iter().collect();
        Ok(Self::new(list, codebook, codes, groups))
    }
}

/// Deals the columns, the strongest of which come first, to groups of equal width: back and forth,
/// so that every group varies about as much as the others, since each has as many pieces to say it
/// with.
fn deal(dimensions: usize, groups: usize) -> Vec<Vec<usize>> {
    let mut dealt = vec![Vec::new(); groups];
    for column in 0..dimensions {
        let (round, place) = (column / groups, column % groups);
        let group = match round % 2 {
            0 => place,
            _ => groups - 1 - place,
        };
        dealt[group].push(column);
    }
    dealt
}

/// Typical pieces, 256 × width whole numbers, by k-means.
fn pieces(points: &[f32], width: usize, random: &mut impl Rng) -> Vec<f32> {
    let points: Vec<&[f32]> = points.chunks_exact(width).collect();
    let start = rand::seq::index::sample(random, points.len(), PIECES.min(points.len()));
    let mut pieces: Vec<f32> = start.iter().flat_map(|at| points[at]).copied().collect();
    pieces.resize(PIECES * width, 0.0);
    for _ in 0..ROUNDS {
        let mut sums = vec![0.0_f64; pieces.len()];
        let mut counts = [0_usize; PIECES];
        for point in &points {
            let piece = closest(&pieces, point);
            counts[piece] += 1;
            for (sum, number) in sums[piece * width..].iter_mut().zip(*point) {
                *sum += f64::from(*number);
            }
        }
        for (piece, (sums, count)) in pieces
            .chunks_exact_mut(width)
            .zip(sums.chunks_exact(width).zip(counts))
        {
            // A piece that no point is closest to stays.
            if count > 0 {
                for (number, sum) in piece.iter_mut().zip(sums) {
                    *number = (sum / count as f64) as f32;
                }
            }
        }
    }
    pieces
        .iter_mut()
        .for_each(|number| *number = number.round());
    pieces
}

/// The number of the piece closest to a point.
fn closest(pieces: &[f32], point: &[f32]) -> usize {
    let mut best = (0, f32::INFINITY);
    for (number, piece) in pieces.chunks_exact(point.len()).enumerate() {
        let distance: f32 = piece
            .iter()
            .zip(point)
            .map(|(a, b)| (a - b) * (a - b))
            .sum();
        if distance < best.1 {
            best = (number, distance);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::RngExt as _;

    /// 300 words with vectors of 6 numbers.
    fn full() -> (Vec<String>, Array2<f32>) {
        let mut random = Pcg64::seed_from_u64(7);
        let rows = Array2::from_shape_fn((300, 6), |_| random.random_range(-1.0_f32..1.0));
        ((0..300).map(|n| format!("word{n:03}")).collect(), rows)
    }

    fn compress(groups: usize) -> Result<Vectors, CompressionError> {
        let (words, rows) = full();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        Vectors::compress(&words, &rows, groups, 1)
    }

    #[test]
    fn compact_vectors_point_where_the_full_ones_do() {
        let (words, rows) = full();
        let vectors = compress(3).unwrap();
        assert_eq!((vectors.len(), vectors.dimensions()), (300, 6));
        let mut off = 0.0;
        for (one, other) in [(0, 1), (17, 250), (40, 41), (299, 3)] {
            let (a, b) = (rows.row(one), rows.row(other));
            let cosine = a.dot(&b) / (a.dot(&a) * b.dot(&b)).sqrt();
            let found = vectors.similarity(&words[one], &words[other]).unwrap();
            off = f32::max(off, (cosine - found).abs());
        }
        assert!(off < 0.1, "a cosine is off by {off}");
    }

    #[test]
    fn the_same_seed_gives_the_same_vectors() {
        assert_eq!(compress(2).unwrap(), compress(2).unwrap());
    }

    #[test]
    fn columns_are_dealt_back_and_forth() {
        assert_eq!(deal(6, 2), [[0, 3, 4], [1, 2, 5]]);
    }

    #[test]
    fn fewer_words_than_pieces_are_kept_as_they_are() {
        let rows = ndarray::array![[1.0, 0.0], [0.0, 1.0], [-0.6, 0.8]];
        let vectors = Vectors::compress(&["a", "b", "c"], &rows, 1, 1).unwrap();
        assert!(vectors.similarity("a", "b").unwrap().abs() < 0.01);
        assert!((vectors.similarity("b", "c").unwrap() - 0.8).abs() < 0.01);
        assert_eq!(
            Vectors::compress(&[], &Array2::zeros((0, 2)), 1, 1).map(|none| none.len()),
            Ok(0)
        );
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let rows = Array2::zeros((2, 4));
        let refuse = |words: &[&str], rows: &Array2<f32>, groups| {
            Vectors::compress(words, rows, groups, 1)
                .unwrap_err()
                .to_string()
        };
        let word =
            "the word \"a\" is empty, has a line break or does not come after the one before";
        assert_eq!(refuse(&["b", "a"], &rows, 2), word);
        assert_eq!(refuse(&["a", "a"], &rows, 2), word);
        assert_eq!(refuse(&["a"], &rows, 2), "there are 1 words and 2 vectors");
        for groups in [0, 3] {
            assert_eq!(
                refuse(&["a", "b"], &rows, groups),
                format!("vectors of 4 numbers do not make {groups} groups of equal width")
            );
        }
        assert_eq!(
            refuse(&["a", "b"], &(rows + f32::NAN), 2),
            "the vector of \"a\" holds a number that is not finite"
        );
    }
}
