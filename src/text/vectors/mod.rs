//! Pretrained word vectors: which words are used alike, also words that no network was trained on.
//!
//! The vectors that ship are those of GloVe (Pennington, Socher and Manning 2014), made compact by
//! `memnet vectors`: [`half_whiten`] prepares them, [`Vectors::compress`] writes each as a few
//! bytes, and `static/vectors/english.json` says how well they agree with the full ones.
//!
//! Two words are compared by the cosine of their vectors. It is high for words that stand in the
//! same places ("kitchen", "pantry"), opposites included ("gave", "received"); it does not say
//! that two words mean the same.

mod file;
mod quantisation;
mod whitening;

use thiserror::Error;

pub use quantisation::CompressionError;
pub use whitening::half_whiten;

/// Words with a vector each, by product quantisation (Jégou, Douze and Schmid 2011).
///
/// The numbers of a vector are dealt into groups of equal width. Each group has a codebook of 256
/// typical pieces, and a vector is one byte for each group: which piece stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Vectors {
    words: WordList,
    /// Groups × 256 × width numbers.
    codebook: Vec<f32>,
    /// Words × groups.
    codes: Vec<u8>,
    /// What makes each word's pieces a vector of length 1.
    scales: Vec<f32>,
    groups: usize,
    width: usize,
}

/// Pieces in a codebook: as many as a byte can tell apart.
const PIECES: usize = 256;

/// Another word, and how near it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neighbour<'a> {
    /// The word, in lower case.
    pub word: &'a str,
    /// The cosine of the two vectors, from −1 to 1.
    pub similarity: f32,
}

/// Why word vectors could not be read or written.
#[derive(Debug, Error)]
pub enum VectorsError {
    /// The bytes are not a whole safetensors file.
    #[error("the word vectors are damaged or incomplete: {0}")]
    Format(#[from] safetensors::SafeTensorError),
    /// A part of the file is not there, or has another type or shape than it must.
    #[error("the word vectors should have {expected}, named {name}")]
    Part {
        /// The name of the tensor.
        name: &'static str,
        /// What it should be.
        expected: &'static str,
    },
    /// The list of words is not one of distinct words in ascending order.
    #[error("the list of words is damaged at word {0}, counted from 0")]
    Words(usize),
    /// There are more or fewer words than vectors.
    #[error("there are {words} words and {vectors} vectors")]
    Count {
        /// How many words are listed.
        words: usize,
        /// How many vectors there are.
        vectors: usize,
    },
}

impl Vectors {
    /// Reads a file that [`Vectors::save`] has written.
    ///
    /// It is a safetensors file of three tensors: `codebook` (I8; groups × 256 × width), `codes`
    /// (U8; words × groups) and `words` (U8), which holds of every word, in ascending order, a
    /// byte that says how many bytes it shares with the beginning of the word before, its other
    /// bytes, and a line break. Only directions count, so the codebook needs no scale.
    ///
    /// # Errors
    /// The file is damaged.
    pub fn load(file: &[u8]) -> Result<Self, VectorsError> {
        file::read(file)
    }

    /// The file that [`Vectors::load`] reads.
    ///
    /// # Errors
    /// None is known; writing safetensors may fail in principle.
    pub fn save(&self) -> Result<Vec<u8>, VectorsError> {
        file::write(self)
    }

    /// Puts the parts together; there are as many words as rows of codes.
    fn new(words: WordList, codebook: Vec<f32>, codes: Vec<u8>, groups: usize) -> Self {
        let width = codebook.len() / (groups * PIECES);
        let mut vectors = Self {
            scales: vec![1.0; words.len()],
            words,
            codebook,
            codes,
            groups,
            width,
        };
        vectors.scales = (0..vectors.len())
            .map(|row| match vectors.dot(&vectors.decode(row), row) {
                0.0 => 0.0,
                square => square.sqrt().recip(),
            })
            .collect();
        vectors
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many numbers a vector has.
    pub fn dimensions(&self) -> usize {
        self.groups * self.width
    }

    /// The words, in ascending order.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|row| self.words.get(row))
    }

    /// Whether a word in lower case is listed.
    pub fn contains(&self, word: &str) -> bool {
        self.words.find(word).is_some()
    }

    /// The vector of a word in lower case: [`Vectors::dimensions`] numbers, of length 1.
    pub fn vector(&self, word: &str) -> Option<Vec<f32>> {
        Some(self.decode(self.words.find(word)?))
    }

    /// The cosine of the vectors of two words in lower case, from −1 to 1.
    pub fn similarity(&self, one: &str, other: &str) -> Option<f32> {
        let other = self.words.find(other)?;
        Some(self.dot(&self.vector(one)?, other))
    }

    /// The words nearest to a word in lower case, itself left out, the nearest first.
    pub fn nearest(&self, word: &str, count: usize) -> Option<Vec<Neighbour<'_>>> {
        let own = self.words.find(word)?;
        let vector = self.decode(own);
        let others = (0..self.len()).filter(|row| *row != own);
        let near = nearest(others.map(|row| (row, self.dot(&vector, row))), count);
        Some(neighbours(near, |row| self.words.get(row)))
    }

    /// Some of the words, to look for the nearest among these again and again. Words that are not
    /// listed are left out.
    pub fn select<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Selection {
        let listed = words
            .into_iter()
            .filter_map(|word| Some((word.to_owned(), self.vector(word)?)));
        Selection {
            words: listed.collect(),
        }
    }

    /// The vector of a row, of length 1.
    fn decode(&self, row: usize) -> Vec<f32> {
        let scale = self.scales[row];
        self.pieces(row)
            .flat_map(|piece| piece.iter().map(move |number| number * scale))
            .collect()
    }

    /// The inner product of a vector with that of a row.
    fn dot(&self, vector: &[f32], row: usize) -> f32 {
        let sum: f32 = self
            .pieces(row)
            .zip(vector.chunks_exact(self.width))
            .map(|(piece, part)| dot(piece, part))
            .sum();
        sum * self.scales[row]
    }

    fn pieces(&self, row: usize) -> impl Iterator<Item = &[f32]> {
        self.codes[row * self.groups..][..self.groups]
            .iter()
            .enumerate()
            .map(|(group, &code)| {
                &self.codebook[(group * PIECES + usize::from(code)) * self.width..][..self.width]
            })
    }
}

/// Some words with their vectors. See [`Vectors::select`].
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    words: Vec<(String, Vec<f32>)>,
}

impl Selection {
    /// The words, in the order in which they were selected.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    /// The words nearest to a vector of length 1, the nearest first.
    pub fn nearest(&self, vector: &[f32], count: usize) -> Vec<Neighbour<'_>> {
        let similarities = self.words.iter().map(|(_, other)| dot(vector, other));
        neighbours(nearest(similarities.enumerate(), count), |at| {
            &self.words[at].0
        })
    }
}

impl FromIterator<(String, Vec<f32>)> for Selection {
    /// Words with vectors of length 1.
    fn from_iter<T: IntoIterator<Item = (String, Vec<f32>)>>(words: T) -> Self {
        Self {
            words: words.into_iter().collect(),
        }
    }
}

fn dot(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// The numbers of the greatest similarities, the greatest first; of equal ones the first.
fn nearest(similarities: impl Iterator<Item = (usize, f32)>, count: usize) -> Vec<(usize, f32)> {
    let order =
        |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0));
    let mut all: Vec<(usize, f32)> = similarities.collect();
    if count < all.len() {
        all.select_nth_unstable_by(count, order);
        all.truncate(count);
    }
    all.sort_unstable_by(order);
    all
}

fn neighbours<'a>(near: Vec<(usize, f32)>, word: impl Fn(usize) -> &'a str) -> Vec<Neighbour<'a>> {
    near.into_iter()
        .map(|(at, similarity)| Neighbour {
            word: word(at),
            similarity,
        })
        .collect()
}

/// Distinct words in ascending order, in one piece of memory.
#[derive(Clone, Debug, Default, PartialEq)]
struct WordList {
    text: String,
    ends: Vec<usize>,
}

impl WordList {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[at]]
    }

    fn find(&self, word: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(word) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Appends a word; false if it isn't one that can follow.
    fn push(&mut self, word: &str) -> bool {
        let follows = match self.len().checked_sub(1) {
            Some(last) => self.get(last) < word,
            None => !word.is_empty(),
        };
        if follows && !word.contains('\n') {
            self.text.push_str(word);
            self.ends.push(self.text.len());
            return true;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{Array2, array};

    fn three() -> Vectors {
        let rows = array![[1.0, 0.0], [0.8, 0.6], [-1.0, 0.1]];
        Vectors::compress(&["kitchen", "pantry", "wolf"], &rows, 2, 1).unwrap()
    }

    fn words(neighbours: &[Neighbour<'_>]) -> Vec<String> {
        neighbours.iter().map(|near| near.word.to_owned()).collect()
    }

    #[test]
    fn words_are_found_and_compared() {
        let vectors = three();
        assert!(vectors.contains("pantry") && !vectors.contains("garden"));
        assert_eq!(
            vectors.words().collect::<Vec<_>>(),
            ["kitchen", "pantry", "wolf"]
        );
        assert!((vectors.similarity("kitchen", "pantry").unwrap() - 0.8).abs() < 0.01);
        assert!(vectors.similarity("wolf", "kitchen").unwrap() < -0.9);
        assert_eq!(vectors.similarity("wolf", "garden"), None);
        let vector = vectors.vector("pantry").unwrap();
        assert!((dot(&vector, &vector) - 1.0).abs() < 1e-5);
    }

    #[test]
    fn the_nearest_come_first_and_the_word_itself_is_left_out() {
        let vectors = three();
        let near = vectors.nearest("pantry", 9).unwrap();
        assert_eq!(words(&near), ["kitchen", "wolf"]);
        assert_eq!(words(&vectors.nearest("pantry", 1).unwrap()), ["kitchen"]);
        assert!(vectors.nearest("garden", 1).is_none());
    }

    #[test]
    fn the_nearest_among_some_words_are_of_these_only() {
        let vectors = three();
        let some = vectors.select(["wolf", "garden", "pantry"]);
        assert_eq!(some.words().collect::<Vec<_>>(), ["wolf", "pantry"]);
        let near = some.nearest(&vectors.vector("kitchen").unwrap(), 5);
        assert_eq!(words(&near), ["pantry", "wolf"]);
        assert_eq!(
            Some(near[0].similarity),
            vectors.similarity("kitchen", "pantry")
        );
        assert!(some.nearest(&[], 5).len() == 2 && some.nearest(&[1.0], 0).is_empty());
    }

    #[test]
    fn vectors_survive_a_file() {
        let vectors = three();
        assert_eq!(Vectors::load(&vectors.save().unwrap()).unwrap(), vectors);
        let none = Vectors::compress(&[], &Array2::zeros((0, 2)), 1, 1).unwrap();
        assert!(Vectors::load(&none.save().unwrap()).unwrap().is_empty());
    }

    #[test]
    fn no_bytes_make_loading_panic() {
        let whole = three().save().unwrap();
        for end in 0..whole.len() {
            assert!(Vectors::load(&whole[..end]).is_err());
        }
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut damaged = whole.clone();
                damaged[at] ^= 1 << bit;
                // A changed number or letter may pass; what was loaded must then be usable.
                if let Ok(vectors) = Vectors::load(&damaged) {
                    let first = vectors.words().next().unwrap_or_default();
                    let near = vectors.nearest(first, 9).unwrap_or_default();
                    assert!(near.iter().all(|near| near.similarity.is_finite()));
                }
            }
        }
    }
}
