//! An explanation in words, for people who don't see the heatmap.

use std::collections::HashSet;

use super::heatmap::shortened;
use super::{Explanation, Treatment};

/// The most unknown words that a note names.
const MOST_NAMED: usize = 12;

/// The most characters of an unknown word that a note repeats.
const LONGEST_NAMED: usize = 30;

/// A sentence of the story and the weight that a hop gave it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strongest {
    /// The sentence's place in the story, from 0.
    pub sentence: usize,
    /// Between 0 and 1.
    pub weight: f32,
}

impl Explanation {
    /// The weight that a hop (from 0) gave a sentence, averaged over its heads; `None` for a
    /// forgotten sentence.
    pub fn weight(&self, hop: usize, sentence: usize) -> Option<f32> {
        let slot = self.sentences.get(sentence)?.slot?;
        let heads = &self.hops.get(hop)?.heads;
        let weights: Option<Vec<f32>> = heads.iter().map(|head| head.get(slot).copied()).collect();
        Some(weights?.iter().sum::<f32>() / heads.len() as f32)
    }

    /// The sentence that a hop (from 0) read most.
    pub fn strongest(&self, hop: usize) -> Option<Strongest> {
        (0..self.sentences.len())
            .filter_map(|sentence| {
                self.weight(hop, sentence)
                    .map(|weight| Strongest { sentence, weight })
            })
            .max_by(|a, b| a.weight.total_cmp(&b.weight))
    }

    /// The weight that the empty slots of the memory took together in a hop (from 0), averaged over
    /// its heads: how much the hop read nothing.
    pub fn empty(&self, hop: usize) -> f32 {
        self.hops.get(hop).map_or(0.0, |hop| {
            hop.empty.iter().sum::<f32>() / hop.empty.len().max(1) as f32
        })
    }

    /// How many sentences, the oldest ones, did not fit the memory.
    pub fn forgotten(&self) -> usize {
        self.sentences
            .iter()
            .filter(|sentence| sentence.slot.is_none())
            .count()
    }

    /// The words of the remembered sentences and of the question that the network doesn't know, as
    /// they were typed, each once.
    pub fn unknown_words(&self) -> Vec<&str> {
        let remembered = self
            .sentences
            .iter()
            .filter(|sentence| sentence.slot.is_some());
        let mut seen = HashSet::new();
        remembered
            .flat_map(|sentence| &sentence.words)
            .chain(&self.question)
            .filter(|word| word.treatment == Treatment::Unknown)
            .filter(|word| seen.insert(word.text.to_lowercase()))
            .map(|word| word.text.as_str())
            .collect()
    }

    /// Names the words that the network doesn't know, the first dozen of them, and says what
    /// becomes of them; `None` if it knows them all.
    pub fn unknown_note(&self) -> Option<String> {
        let words = self.unknown_words();
        let (first, consequence) = match words.len() {
            0 => return None,
            1 => (
                "The network doesn't know the word",
                "It keeps its place and means nothing",
            ),
            _ => (
                "The network doesn't know the words",
                "They keep their places and mean nothing",
            ),
        };
        let named: Vec<String> = words
            .iter()
            .take(MOST_NAMED)
            .map(|word| quoted(&shortened(word, LONGEST_NAMED)))
            .collect();
        let more = match words.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        Some(format!(
            "{first} {}{more}. {consequence}; the answer comes all the same.",
            named.join(", ")
        ))
    }

    /// Says which sentences did not fit the memory; `None` if all did.
    pub fn forgotten_note(&self) -> Option<String> {
        let forgotten = self.forgotten();
        let which = match forgotten {
            0 => return None,
            1 => "Sentence 1 is forgotten".to_owned(),
            _ => format!("Sentences 1–{forgotten} are forgotten"),
        };
        Some(format!(
            "{which}: this network remembers the last {}.",
            self.sentences.len() - forgotten
        ))
    }

    /// The attention in a sentence or two: "Hop 1 reads sentence 4 most (0.91), …. Empty slots take
    /// the rest: 0.09 in hop 1."
    pub fn summary(&self) -> String {
        let hops = 0..self.hops.len();
        let strongest = hops.clone().filter_map(|hop| {
            let Strongest { sentence, weight } = self.strongest(hop)?;
            let (hop, sentence) = (hop + 1, sentence + 1);
            Some(format!(
                "hop {hop} reads sentence {sentence} most ({weight:.2})"
            ))
        });
        let strongest = strongest
            .collect::<Vec<_>>()
            .join(", ")
            .replacen('h', "H", 1);
        // What two decimals would show as 0.00 is not worth a word.
        let empty: Vec<String> = hops
            .filter(|&hop| self.empty(hop) >= 0.005)
            .map(|hop| format!("{:.2} in hop {}", self.empty(hop), hop + 1))
            .collect();
        match empty.as_slice() {
            [] => format!("{strongest}."),
            _ => format!(
                "{strongest}. Empty slots take the rest: {}.",
                empty.join(", ")
            ),
        }
    }
}

/// A word in quotation marks. One that may be written from right to left is isolated, or it would
/// carry the marks and commas around it along.
fn quoted(word: &str) -> String {
    if word.is_ascii() {
        format!("“{word}”")
    } else {
        format!("“\u{2068}{word}\u{2069}”")
    }
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures};
    use super::*;

    fn explanation(story: &str) -> Explanation {
        explain(&fixtures::model(4), story, "Where is Mary?").unwrap()
    }

    #[test]
    fn the_summary_names_the_strongest_sentence_of_every_hop() {
        let summary = explanation("Mary went. John went.").summary();
        assert!(summary.starts_with("Hop 1 reads sentence "), "{summary}");
        assert!(summary.contains(", hop 2 reads sentence "), "{summary}");
        assert!(
            summary.contains("). Empty slots take the rest: 0."),
            "{summary}"
        );
        let full = explanation("Mary went. John went. Mary slept. John slept.").summary();
        assert!(!full.contains("Empty"), "{full}");
    }

    #[test]
    fn unknown_words_are_named_each_once_and_not_all() {
        assert_eq!(explanation("Mary went.").unknown_note(), None);
        let note = explanation("Zorp went. ZORP slept.")
            .unknown_note()
            .unwrap();
        assert!(note.starts_with("The network doesn't know the word “Zorp”. It keeps"));
        let many: String = (0..49).map(|n| format!("zorp{n} ")).collect();
        let note = explanation(&many).unknown_note().unwrap();
        assert!(note.contains("“zorp11” and 37 more. They keep"), "{note}");
    }

    #[test]
    fn forgotten_sentences_are_named_by_their_numbers() {
        let note = |sentences| explanation(&"Mary went. ".repeat(sentences)).forgotten_note();
        assert_eq!(note(4), None);
        assert_eq!(
            note(5).unwrap(),
            "Sentence 1 is forgotten: this network remembers the last 4."
        );
        assert_eq!(
            note(16).unwrap(),
            "Sentences 1–12 are forgotten: this network remembers the last 4."
        );
    }
}
