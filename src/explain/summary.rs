//! An explanation in words, for people who don't see the heatmap.

use super::{Explanation, Treatment};

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

    /// How many sentences, the oldest ones, did not fit the memory.
    pub fn forgotten(&self) -> usize {
        self.sentences
            .iter()
            .filter(|sentence| sentence.slot.is_none())
            .count()
    }

    /// The words that the network doesn't know, as they were typed, each once, those of the
    /// question last.
    pub fn unknown_words(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        let story = self.sentences.iter().flat_map(|sentence| &sentence.words);
        for word in story.chain(&self.question) {
            if word.treatment == Treatment::Unknown
                && !found
                    .iter()
                    .any(|known| known.eq_ignore_ascii_case(&word.text))
            {
                found.push(&word.text);
            }
        }
        found
    }

    /// The attention in a sentence or two: "Hop 1 reads sentence 4 most (0.91), …".
    pub fn summary(&self) -> String {
        let hops: Vec<String> = (0..self.hops.len())
            .filter_map(|hop| {
                let strongest = self.strongest(hop)?;
                Some(format!(
                    "hop {} reads sentence {} most ({:.2})",
                    hop + 1,
                    strongest.sentence + 1,
                    strongest.weight
                ))
            })
            .collect();
        let mut text = hops.join(", ");
        if let Some(first) = text.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text.push('.');
        text
    }
}
