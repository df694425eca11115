//! The words a network was trained on, numbered.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// The number of a word: its row in the network's embedding tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WordId(pub usize);

impl WordId {
    /// Stands in for every word that the vocabulary doesn't list. Its embedding is zero, so such
    /// a word keeps its place in the sentence and adds nothing to it.
    pub const UNKNOWN: Self = Self(0);
}

/// A list of distinct words in lower case; the number of a word is its place in the list.
///
/// Number 0 is [`WordId::UNKNOWN`] and has no spelling.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Vocabulary {
    words: Vec<String>,
    ids: HashMap<String, WordId>,
}

impl Vocabulary {
    /// How many numbers there are, the unknown word's included: the rows of an embedding table.
    pub fn rows(&self) -> usize {
        self.words.len() + 1
    }

    /// The words, in the order of their numbers, from number 1.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The number of a word in lower case, if it is listed.
    pub fn find(&self, key: &str) -> Option<WordId> {
        self.ids.get(key).copied()
    }

    /// The number of a word in lower case, [`WordId::UNKNOWN`] if it is not listed.
    pub fn id(&self, key: &str) -> WordId {
        self.find(key).unwrap_or(WordId::UNKNOWN)
    }
}

impl From<Vec<String>> for Vocabulary {
    /// Later copies of a word already listed are left out.
    fn from(words: Vec<String>) -> Self {
        words.into_iter().collect()
    }
}

impl FromIterator<String> for Vocabulary {
    fn from_iter<T: IntoIterator<Item = String>>(words: T) -> Self {
        let mut vocabulary = Self {
            words: Vec::new(),
            ids: HashMap::new(),
        };
        for word in words {
            if !vocabulary.ids.contains_key(&word) {
                let id = WordId(vocabulary.rows());
                vocabulary.ids.insert(word.clone(), id);
                vocabulary.words.push(word);
            }
        }
        vocabulary
    }
}

impl From<Vocabulary> for Vec<String> {
    fn from(vocabulary: Vocabulary) -> Self {
        vocabulary.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_and_an_unlisted_one_none() {
        let vocabulary: Vocabulary = ["mary", "went", "mary"]
            .map(String::from)
            .into_iter()
            .collect();
        assert_eq!(vocabulary.rows(), 3);
        assert_eq!(vocabulary.find("went"), Some(WordId(2)));
        assert_eq!(vocabulary.find("strolled"), None);
        assert_eq!(vocabulary.id("strolled"), WordId::UNKNOWN);
    }

    #[test]
    fn it_survives_json() {
        let vocabulary = Vocabulary::from(vec!["milk".to_owned(), "apple".to_owned()]);
        let json = serde_json::to_string(&vocabulary).unwrap();
        assert_eq!(json, r#"["milk","apple"]"#);
        let back: Vocabulary = serde_json::from_str(&json).unwrap();
        assert_eq!(back.find("apple"), Some(WordId(2)));
    }
}
