//! Sentences as sums of word embeddings, each gated by its neighbours.

use ndarray::{Array2, ArrayView1, Zip};

use super::sequences::{Sequences, Token};
use crate::tensor::{Tape, Var};

/// The tables that [`Tape::gated_bags`] looks words up in, each with `d` columns.
#[derive(Clone, Copy, Debug)]
pub struct GatedTables {
    /// What a word means; a row per word.
    pub words: Var,
    /// What tells one entity from another; a row per entity.
    pub entities: Var,
    /// How a place of a sentence gates the word that stands there; a row per place, the last one
    /// for all places beyond.
    pub places: Var,
    /// How a word gates the one after it: a row per word, one for entities and one for the edge of
    /// the sentence.
    pub before: Var,
    /// How a word gates the one before it; rows as in `before`.
    pub after: Var,
}

impl GatedTables {
    fn all(&self) -> [Var; 5] {
        [
            self.words,
            self.entities,
            self.places,
            self.before,
            self.after,
        ]
    }
}

/// The rows that one token and its gate are summed from.
#[derive(Clone, Copy, Debug)]
pub struct GatedRows {
    /// Of [`GatedTables::words`].
    pub word: usize,
    /// Of [`GatedTables::entities`], where the token names one.
    pub entity: Option<usize>,
    /// Of [`GatedTables::places`].
    pub place: usize,
    /// Of [`GatedTables::before`].
    pub before: usize,
    /// Of [`GatedTables::after`].
    pub after: usize,
}

impl GatedTables {
    /// The rows of every token of a sequence, for tables with so many rows of words and places.
    pub fn rows(
        tokens: &[Token],
        words: usize,
        places: usize,
    ) -> impl Iterator<Item = GatedRows> + '_ {
        let gate = move |token: Option<&Token>| match token {
            None => words + 1,
            Some(Token {
                entity: Some(_), ..
            }) => words,
            Some(token) => token.word,
        };
        tokens.iter().enumerate().map(move |(at, token)| GatedRows {
            word: token.word,
            entity: token.entity,
            place: at.min(places.saturating_sub(1)),
            before: gate(at.checked_sub(1).and_then(|before| tokens.get(before))),
            after: gate(tokens.get(at + 1)),
        })
    }
}

impl<'a> Tape<'a> {
    /// One vector per sequence, Σⱼ eⱼ ⊙ gⱼ: the embedding of each token (its word's and its entity's)
    /// times a gate that its place and its two neighbours make up, gⱼ = Pⱼ + Lⱼ₋₁ + Rⱼ₊₁;
    /// `sequences.len() × d`.
    ///
    /// This is a gated convolution of width 3 (Dauphin et al. 2017, arXiv 1612.08083) whose gate is
    /// left linear, so that it costs lookups and no matrix product.
    pub fn gated_bags(&mut self, tables: GatedTables, sequences: &'a Sequences) -> Var {
        let [words, entities, places, before, after] = tables.all().map(|table| self.value(table));
        let (d, known, slots) = (words.ncols(), words.nrows(), places.nrows());
        let mut value = Array2::zeros((sequences.len(), d));
        let mut embedding = vec![0.0; d];
        for (mut sum, tokens) in value.rows_mut().into_iter().zip(sequences.iter()) {
            for at in GatedTables::rows(tokens, known, slots) {
                embed(&mut embedding, words, entities, &at);
                Zip::from(&mut sum)
                    .and(ArrayView1::from(&embedding))
                    .and(places.row(at.place))
                    .and(before.row(at.before))
                    .and(after.row(at.after))
                    .for_each(|sum, &e, &p, &l, &r| *sum += e * (p + l + r));
            }
        }
        self.push(value, move |tape, gradient, gradients| {
            let [words, entities, places, before, after] =
                tables.all().map(|table| tape.value(table));
            let mut embedding = vec![0.0; d];
            let mut gate = vec![0.0; d];
            for (back, tokens) in gradient.rows().into_iter().zip(sequences.iter()) {
                for at in GatedTables::rows(tokens, known, slots) {
                    embed(&mut embedding, words, entities, &at);
                    Zip::from(&mut gate[..])
                        .and(&back)
                        .and(places.row(at.place))
                        .and(before.row(at.before))
                        .and(after.row(at.after))
                        .for_each(|gate, &g, &p, &l, &r| *gate = g * (p + l + r));
                    Zip::from(&mut embedding[..])
                        .and(&back)
                        .for_each(|e, &g| *e *= g);
                    let mut add = |table: Var, row: usize, part: &[f32]| {
                        let shape = tape.value(table).dim();
                        let mut sum = gradients.entry(table, shape).row_mut(row);
                        sum += &ArrayView1::from(part);
                    };
                    add(tables.words, at.word, &gate);
                    if let Some(entity) = at.entity {
                        add(tables.entities, entity, &gate);
                    }
                    add(tables.places, at.place, &embedding);
                    add(tables.before, at.before, &embedding);
                    add(tables.after, at.after, &embedding);
                }
            }
        })
    }
}

/// The embedding of a token: its word's plus its entity's.
fn embed(embedding: &mut [f32], words: &Array2<f32>, entities: &Array2<f32>, at: &GatedRows) {
    let mut sum = ndarray::ArrayViewMut1::from(embedding);
    sum.assign(&words.row(at.word));
    if let Some(entity) = at.entity {
        sum += &entities.row(entity);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::gradient_check::check;

    #[test]
    fn the_gradient_of_gated_sentences_is_right() {
        let mut sequences = Sequences::default();
        let token = |(word, entity)| Token { word, entity };
        sequences.push([(1, None), (0, Some(1)), (2, None), (3, Some(0))].map(token));
        sequences.push([]);
        sequences.push([(3, None)].map(token));
        check(
            &[(4, 3), (2, 3), (3, 3), (6, 3), (6, 3)],
            |tape, [words, entities, places, before, after]| {
                let tables = GatedTables {
                    words: *words,
                    entities: *entities,
                    places: *places,
                    before: *before,
                    after: *after,
                };
                tape.gated_bags(tables, &sequences)
            },
        );
    }
}
