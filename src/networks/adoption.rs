//! Beginning with what another network has learned.

use thiserror::Error;

use crate::tensor::ParameterId;

use super::Model;
use super::model::Network;

/// What the rows of a matrix stand for, where networks of other words have other rows. Further rows
/// of its own follow the listed ones.
#[derive(Clone, Copy, Debug)]
pub(super) enum Listing {
    /// The row of the unknown word, and one for each word of the vocabulary.
    Words { more: usize },
    /// A row for each answer.
    Answers { more: usize },
}

/// Why a network could not begin with what another has learned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("its matrix {name} is of another shape, or not there: the networks differ in kind or size")]
pub struct AdoptionError {
    /// The matrix.
    pub name: String,
}

impl Model {
    /// Takes over the weights of a network of the same kind and sizes. Words that the other doesn't
    /// know begin as the unknown word, so that this network answers as the other does; answers that it
    /// doesn't know keep the weights they have.
    ///
    /// # Errors
    /// The networks differ in more than their words, answers, memory and entity slots.
    pub fn adopt(&mut self, other: &Self) -> Result<(), AdoptionError> {
        let listings = match &self.network {
            Network::MemN2n(network) => network.listings(),
            Network::WorkingMemory(network) => network.listings(),
        };
        for id in self.parameters.ids() {
            let name = self.parameters.name(id).to_owned();
            let mut others = other.parameters.ids();
            let from = others.find(|&from| other.parameters.name(from) == name);
            let from = from.map(|from| other.parameters.value(from));
            let columns = self.parameters.value(id).ncols();
            let Some(from) = from.filter(|from| from.ncols() == columns) else {
                return Err(AdoptionError { name });
            };
            let rows = self.common_rows(other, listing(&listings, id));
            let to = self.parameters.value_mut(id);
            let rows = rows.unwrap_or_else(|| {
                let common = to.nrows().min(from.nrows());
                (0..common).map(|row| (row, row)).collect()
            });
            for (row, same) in rows {
                to.row_mut(row).assign(&from.row(same));
            }
        }
        Ok(())
    }

    /// Which rows of a listing of this network and of another stand for the same; `None` where rows
    /// stand for nothing that could be listed.
    fn common_rows(&self, other: &Self, listing: Option<Listing>) -> Option<Vec<(usize, usize)>> {
        let (mut rows, ends, more) = match listing? {
            Listing::Words { more } => {
                let words = self.vocabulary().words().iter();
                let common =
                    words.map(|word| (self.vocabulary().id(word).0, other.vocabulary().id(word).0));
                let ends = (self.vocabulary().rows(), other.vocabulary().rows());
                (std::iter::once((0, 0)).chain(common).collect(), ends, more)
            }
            Listing::Answers { more } => {
                let place = |answer| {
                    let mut answers = other.record.answers.iter();
                    answers.position(|other| other == answer)
                };
                let answers = self.record.answers.iter().enumerate();
                let common: Vec<_> = answers
                    .filter_map(|(row, answer)| Some((row, place(answer)?)))
                    .collect();
                let ends = (self.record.answers.len(), other.record.answers.len());
                (common, ends, more)
            }
        };
        rows.extend((0..more).map(|further| (ends.0 + further, ends.1 + further)));
        Some(rows)
    }
}

fn listing(listings: &[(ParameterId, Listing)], id: ParameterId) -> Option<Listing> {
    let found = listings.iter().find(|(listed, _)| *listed == id);
    found.map(|&(_, listing)| listing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{Architecture, Changes, Record, working_memory::Settings};
    use crate::text::{Entities, Unit, WordId};
    use rand::SeedableRng;
    use rand_pcg::Pcg64;

    fn model(words: &[&str], answers: &[&str], dimension: usize, seed: u64) -> Model {
        let record = Record {
            name: "tiny".to_owned(),
            architecture: Architecture::WorkingMemory(Settings {
                dimension,
                hops: 2,
                heads: 1,
                memory: 5,
                relations: 5,
            }),
            training: None,
            weights: None,
            answers: answers.iter().map(ToString::to_string).collect(),
            vocabulary: words
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .into(),
            entities: Some(Entities {
                slots: 3,
                words: Vec::new(),
            }),
        };
        Model::new(record, &mut Pcg64::seed_from_u64(seed)).unwrap()
    }

    /// What a network makes of "John never went" where these words have these numbers.
    fn answers(model: &Model) -> Vec<(String, f32)> {
        let unit = |word: &str, entity| Unit {
            word: model.vocabulary().find(word).unwrap_or(WordId::UNKNOWN),
            entity,
        };
        let story = [vec![
            unit("", Some(0)),
            unit("never", None),
            unit("went", None),
        ]];
        let question = [unit("where", None), unit("", Some(0))];
        let trace = model.answer(&story, &question, vec!["John"], &Changes::default());
        let answers = trace.answers.into_iter();
        answers
            .map(|ranked| (ranked.answer, ranked.probability))
            .collect()
    }

    #[test]
    fn a_network_of_more_words_goes_on_where_the_other_left_off() {
        let learned = model(&["went", "where"], &["no", "yes"], 4, 1);
        let mut fresh = model(&["always", "went", "never", "where"], &["no", "yes"], 4, 2);
        assert_ne!(answers(&fresh), answers(&learned));
        fresh.adopt(&learned).unwrap();
        assert_eq!(answers(&fresh), answers(&learned));
    }

    #[test]
    fn a_network_of_another_size_is_refused() {
        let learned = model(&["went"], &["no"], 4, 1);
        let error = model(&["went"], &["no"], 6, 1).adopt(&learned).unwrap_err();
        assert_eq!(error.name, "input.words");
    }
}
