//! An explanation in words, for people who don't see the heatmap.

use std::collections::HashSet;

use super::foremost::foremost;
use super::heatmap::shortened;
use super::{Explanation, Treatment, WordReading};
use crate::locale::Texts;

/// The most words that a note names.
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

    /// The sentences that are read most, at most so many, in the order of the story; among them is
    /// one of the caller's, if it is remembered.
    pub fn most_read(&self, most: usize, and: Option<usize>) -> Vec<usize> {
        let weight = |sentence: usize| {
            let hops = (0..self.hops.len()).filter_map(|hop| self.weight(hop, sentence));
            hops.reduce(f32::max)
        };
        let weights = (0..self.sentences.len()).filter_map(|sentence| {
            let always = and == Some(sentence);
            weight(sentence).map(|weight| (sentence, weight + if always { 1.0 } else { 0.0 }))
        });
        foremost(weights, most)
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
        let unknown = |treatment: &Treatment| *treatment == Treatment::Unknown;
        let words = self.words_once().into_iter();
        words
            .filter(|word| unknown(&word.treatment))
            .map(|word| word.text.as_str())
            .collect()
    }

    /// The words of the remembered sentences and of the question that the network takes for other
    /// words, as they were typed, each with the other.
    pub fn words_read_as_others(&self) -> Vec<(&str, &str)> {
        let words = self.words_once().into_iter();
        words
            .filter_map(|word| match &word.treatment {
                Treatment::ReadAs(other) => Some((word.text.as_str(), other.as_str())),
                _ => None,
            })
            .collect()
    }

    /// The words of the remembered sentences and of the question, those that were taken alike each
    /// once.
    pub fn words_once(&self) -> Vec<&WordReading> {
        let remembered = self
            .sentences
            .iter()
            .filter(|sentence| sentence.slot.is_some());
        let mut seen = HashSet::new();
        remembered
            .flat_map(|sentence| &sentence.words)
            .chain(&self.question)
            .filter(|word| seen.insert((word.text.to_lowercase(), &word.treatment)))
            .collect()
    }

    /// Names the words that the network doesn't know, the first dozen of them, and says what
    /// becomes of them; `None` if it knows them all.
    pub fn unknown_note(&self, texts: &Texts) -> Option<String> {
        let words = self.unknown_words();
        let named = words
            .iter()
            .map(|word| quoted(&shortened(word, LONGEST_NAMED), texts));
        Some(
            texts
                .answer
                .unknown_words(&listed(named, ", ", texts)?, words.len()),
        )
    }

    /// Names the words that the network takes for other words, the first dozen of them, each with
    /// the other; `None` if there are none.
    pub fn read_as_note(&self, texts: &Texts) -> Option<String> {
        let words = self.words_read_as_others();
        let named = words
            .iter()
            .map(|(word, other)| texts.answer.read_as(&shortened(word, LONGEST_NAMED), other));
        Some(texts.answer.read_by_meaning(&listed(named, "; ", texts)?))
    }

    /// Says which sentences did not fit the memory; `None` if all did.
    pub fn forgotten_note(&self, texts: &Texts) -> Option<String> {
        let forgotten = self.forgotten();
        let remembered = self.sentences.len() - forgotten;
        (forgotten > 0).then(|| texts.story.forgotten(forgotten, remembered))
    }

    /// The attention in a sentence or two: "Hop 1 reads sentence 4 most (0.91), …. Empty slots take
    /// the rest: 0.09 in hop 1."
    pub fn summary(&self, texts: &Texts) -> String {
        let hops = 0..self.hops.len();
        let number = |weight| texts.typography.decimal(weight, 2);
        let strongest = hops.clone().filter_map(|hop| {
            let Strongest { sentence, weight } = self.strongest(hop)?;
            let weight = number(weight);
            Some(texts.attention.reads_most(hop + 1, sentence + 1, &weight))
        });
        let mut strongest = strongest.collect::<Vec<_>>().join(", ");
        // In both languages it begins with an ASCII letter. For any letter the page would bring the
        // table of all capitals, 12 KB, of which it needs no more.
        if let Some(first) = strongest.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        // What two decimals would show as 0.00 is not worth a word.
        let empty: Vec<String> = hops
            .filter(|&hop| self.empty(hop) >= 0.005)
            .map(|hop| texts.attention.in_hop(&number(self.empty(hop)), hop + 1))
            .collect();
        match empty.as_slice() {
            [] => format!("{strongest}."),
            _ => {
                let rest = texts.attention.empty_slots(&empty.join(", "));
                format!("{strongest}. {rest}")
            }
        }
    }
}

/// The first dozen of some words, and how many more there are; `None` if there are none.
fn listed(
    words: impl ExactSizeIterator<Item = String>,
    comma: &str,
    texts: &Texts,
) -> Option<String> {
    let more = words.len().saturating_sub(MOST_NAMED);
    let named: Vec<String> = words.take(MOST_NAMED).collect();
    let list = named.join(comma);
    match (named.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(list),
        (false, more) => Some(texts.answer.and_more(&list, more)),
    }
}

/// A word in quotation marks. One that may be written from right to left is isolated, or it would
/// carry the marks and commas around it along.
fn quoted(word: &str, texts: &Texts) -> String {
    if word.is_ascii() {
        texts.typography.quoted(word)
    } else {
        texts.typography.quoted(&format!("\u{2068}{word}\u{2069}"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures};
    use super::*;
    use crate::locale::{ENGLISH, GERMAN};

    fn explanation(story: &str) -> Explanation {
        explain(&fixtures::model(4), story, "Where is Mary?").unwrap()
    }

    #[test]
    fn the_summary_names_the_strongest_sentence_of_every_hop() {
        let summary = explanation("Mary went. John went.").summary(&ENGLISH);
        assert!(summary.starts_with("Hop 1 reads sentence "), "{summary}");
        assert!(summary.contains(", hop 2 reads sentence "), "{summary}");
        assert!(
            summary.contains("). Empty slots take the rest: 0."),
            "{summary}"
        );
        let full = explanation("Mary went. John went. Mary slept. John slept.").summary(&ENGLISH);
        assert!(!full.contains("Empty"), "{full}");
    }

    #[test]
    fn the_sentences_read_most_come_in_the_order_of_the_story() {
        let mut explanation = explanation("Mary went. John went. Mary slept. John slept.");
        explanation.hops.truncate(1);
        explanation.hops[0].heads = vec![vec![0.2, 0.0, 0.1, 0.7]];
        assert_eq!(explanation.most_read(2, None), [0, 3]);
        assert_eq!(explanation.most_read(2, Some(1)), [1, 3]);
        assert_eq!(explanation.most_read(9, Some(7)), [0, 1, 2, 3]);
    }

    #[test]
    fn the_notes_are_said_in_the_readers_language() {
        let explanation = explanation("Zorp went. Mary slept. John slept. Mary went. Zorp slept.");
        let summary = explanation.summary(&GERMAN);
        assert!(
            summary.starts_with("Schritt 1 liest vor allem Satz "),
            "{summary}"
        );
        assert!(summary.contains(" (0,"), "{summary}");
        let unknown = explanation.unknown_note(&GERMAN).unwrap();
        assert!(
            unknown.starts_with("Das Netz kennt das Wort „Zorp“ nicht."),
            "{unknown}"
        );
        let forgotten = explanation.forgotten_note(&GERMAN).unwrap();
        assert!(forgotten.starts_with("Satz 1 ist vergessen"), "{forgotten}");
    }

    #[test]
    fn unknown_words_are_named_each_once_and_not_all() {
        assert_eq!(explanation("Mary went.").unknown_note(&ENGLISH), None);
        let note = explanation("Zorp went. ZORP slept.")
            .unknown_note(&ENGLISH)
            .unwrap();
        assert!(note.starts_with("The network doesn't know the word “Zorp”. It keeps"));
        let many: String = (0..49).map(|n| format!("zorp{n} ")).collect();
        let note = explanation(&many).unknown_note(&ENGLISH).unwrap();
        assert!(note.contains("“zorp11” and 37 more. They keep"), "{note}");
    }

    #[test]
    fn forgotten_sentences_are_named_by_their_numbers() {
        let note =
            |sentences| explanation(&"Mary went. ".repeat(sentences)).forgotten_note(&ENGLISH);
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
