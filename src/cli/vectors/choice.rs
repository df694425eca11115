//! Which words are worth their bytes.

use std::collections::HashSet;

use ndarray::{Array2, ArrayView1};
use rayon::prelude::*;

use memnet::text::vectors::half_whiten;

use super::Source;

/// The words to keep of a source.
///
/// The vectors were trained on news and an encyclopaedia, where "kettle" and "strolled" are rarer
/// than "legislature". So a word's rank by frequency counts the less, the nearer the word is to
/// those that are included: it is multiplied by (1 − the mean of the three greatest cosines)³.
pub struct Choice {
    /// Words of these are words, names apart.
    pub dictionary: HashSet<String>,
    /// These are kept in any case.
    pub include: HashSet<String>,
    /// How many words are kept.
    pub words: usize,
    /// How many of the most frequent words may be in no dictionary.
    pub common: usize,
}

impl Choice {
    /// The chosen words, in ascending order.
    pub fn of<'a>(&self, source: &'a Source) -> Vec<&'a str> {
        let (mut chosen, mut others): (Vec<&str>, Vec<&str>) = source
            .words()
            .enumerate()
            .filter(|&(rank, word)| self.may_be_kept(rank, word))
            .map(|(_, word)| word)
            .partition(|word| self.include.contains(*word));
        let ranks = self.ranks(source, &chosen, &others);
        let mut order: Vec<usize> = (0..others.len()).collect();
        order.sort_by(|&a, &b| ranks[a].total_cmp(&ranks[b]));
        order.truncate(self.words.saturating_sub(chosen.len()));
        order.sort_unstable();
        others = order.into_iter().map(|at| others[at]).collect();
        chosen.append(&mut others);
        chosen.sort_unstable();
        chosen
    }

    fn may_be_kept(&self, rank: usize, word: &str) -> bool {
        let known = self.include.contains(word) || self.dictionary.contains(word);
        let common = rank < self.common && word.chars().all(char::is_alphabetic);
        // A file that is read as a list of words has signs, too.
        (known || common) && word.starts_with(char::is_alphabetic)
    }

    /// The ranks of the others by frequency, lowered by how near each is to the chosen.
    fn ranks(&self, source: &Source, chosen: &[&str], others: &[&str]) -> Vec<f32> {
        let all = [chosen, others].concat();
        let rows = half_whiten(&source.rows(&all), usize::MAX);
        (chosen.len()..all.len())
            .into_par_iter()
            .map(|at| {
                let near = nearness(rows.row(at), &rows, chosen.len());
                (at - chosen.len() + 1) as f32 * (1.0 - near).powi(3)
            })
            .collect()
    }
}

/// The mean of the three greatest cosines of a vector with the first of the rows.
fn nearness(vector: ArrayView1<'_, f32>, rows: &Array2<f32>, first: usize) -> f32 {
    let mut best = [0.0_f32; 3];
    for row in rows.rows().into_iter().take(first) {
        let mut cosine: f32 = row.iter().zip(vector).map(|(a, b)| a * b).sum();
        for place in &mut best {
            if cosine > *place {
                std::mem::swap(&mut cosine, place);
            }
        }
    }
    best.iter().sum::<f32>() / 3.0
}
