//! What a reader overrules in a network.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// What is changed in how a network reads: by default nothing.
///
/// Sentences are named by their places in the story, from 0. A change that has nothing to bear on
/// (a sentence that was forgotten, a head that the network doesn't have) changes nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Changes {
    /// What the scores uᵀmᵢ are divided by before the softmax: above 1 the attention spreads, below
    /// it sharpens. Kept within [`Changes::TEMPERATURES`].
    pub temperature: f32,
    /// How many hops are taken, from 1 to [`most_hops`](super::Model::most_hops); `None` for as many
    /// as the network was trained for.
    pub hops: Option<usize>,
    /// Attention weights that are given. What is left of 1 is shared out by the softmax among the
    /// other sentences of that hop and head, and the empty slots. Weights that exceed 1 together
    /// are scaled to 1, and then nothing is left.
    pub fixed: Vec<FixedWeight>,
    /// Sentences that keep their slots and their ages and cannot be read: their weight is 0, also
    /// where another is given.
    pub muted: Vec<usize>,
}

/// An attention weight that is given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FixedWeight {
    /// The hop, from 0.
    pub hop: usize,
    /// The attention head, from 0.
    pub head: usize,
    /// The sentence's place in the story, from 0.
    pub sentence: usize,
    /// From 0 to 1; what is beyond counts as the nearer of the two.
    pub weight: f32,
}

impl Default for Changes {
    fn default() -> Self {
        Self {
            temperature: 1.0,
            hops: None,
            fixed: Vec::new(),
            muted: Vec::new(),
        }
    }
}

impl Changes {
    /// The temperatures there are; one beyond counts as the nearest.
    pub const TEMPERATURES: RangeInclusive<f32> = 0.05..=20.0;

    /// Whether anything is changed.
    pub fn any(&self) -> bool {
        *self != Self::default()
    }

    /// Gives the weight of a cell, in the place of one given before.
    pub fn fix(&mut self, hop: usize, head: usize, sentence: usize, weight: f32) {
        let mut fixed = self.fixed.iter_mut().rev();
        match fixed.find(|fixed| fixed.is_of(hop, head, sentence)) {
            Some(fixed) => fixed.weight = weight,
            None => self.fixed.push(FixedWeight {
                hop,
                head,
                sentence,
                weight,
            }),
        }
    }

    /// Leaves the weight of a cell to the network again.
    pub fn release(&mut self, hop: usize, head: usize, sentence: usize) {
        self.fixed.retain(|fixed| !fixed.is_of(hop, head, sentence));
    }

    /// The weight that is given to a cell.
    pub fn fixed_weight(&self, hop: usize, head: usize, sentence: usize) -> Option<f32> {
        let of = |fixed: &&FixedWeight| fixed.is_of(hop, head, sentence);
        self.fixed.iter().rev().find(of).map(|fixed| fixed.weight)
    }

    /// Whether a weight of a sentence is given in a hop, to any head.
    pub fn is_fixed(&self, hop: usize, sentence: usize) -> bool {
        let mut fixed = self.fixed.iter();
        fixed.any(|fixed| (fixed.hop, fixed.sentence) == (hop, sentence))
    }

    /// Mutes a sentence, or lets it be read again.
    pub fn mute(&mut self, sentence: usize, muted: bool) {
        self.muted.retain(|&other| other != sentence);
        if muted {
            self.muted.push(sentence);
        }
    }

    /// Whether a sentence is muted.
    pub fn is_muted(&self, sentence: usize) -> bool {
        self.muted.contains(&sentence)
    }

    /// Follows sentences to where an edit of the story took them; the changes of those it took away
    /// are dropped.
    pub fn carry(&mut self, to: impl Fn(usize) -> Option<usize>) {
        self.muted = self.muted.iter().filter_map(|&from| to(from)).collect();
        self.fixed.retain_mut(|fixed| {
            let moved = to(fixed.sentence);
            fixed.sentence = moved.unwrap_or(fixed.sentence);
            moved.is_some()
        });
    }
}

impl FixedWeight {
    fn is_of(&self, hop: usize, head: usize, sentence: usize) -> bool {
        (self.hop, self.head, self.sentence) == (hop, head, sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_has_the_weight_that_was_given_last_until_it_is_released() {
        let mut changes = Changes::default();
        changes.fix(1, 0, 3, 0.4);
        changes.fix(1, 0, 3, 0.6);
        assert_eq!(changes.fixed.len(), 1);
        assert_eq!(changes.fixed_weight(1, 0, 3), Some(0.6));
        assert_eq!(changes.fixed_weight(0, 0, 3), None);
        changes.release(1, 0, 3);
        assert!(!changes.any());
    }

    #[test]
    fn changes_follow_their_sentences_and_go_with_them() {
        let mut changes = Changes::default();
        for sentence in 0..3 {
            changes.fix(0, 0, sentence, 0.1);
            changes.mute(sentence, true);
        }
        // Sentence 1 is dropped, and those after it move up.
        changes.carry(|from| match from {
            1 => None,
            _ => Some(from - from / 2),
        });
        assert_eq!(changes.muted, [0, 1]);
        let fixed: Vec<usize> = changes.fixed.iter().map(|fixed| fixed.sentence).collect();
        assert_eq!(fixed, [0, 1]);
        changes.mute(0, false);
        assert!(!changes.is_muted(0) && changes.is_muted(1));
    }

    #[test]
    fn they_survive_json_and_what_is_left_out_is_unchanged() {
        let mut changes: Changes = serde_json::from_str("{}").unwrap();
        assert_eq!(changes, Changes::default());
        changes.fix(1, 0, 3, 0.5);
        changes.hops = Some(2);
        let json = serde_json::to_string(&changes).unwrap();
        assert_eq!(serde_json::from_str::<Changes>(&json).unwrap(), changes);
    }
}
