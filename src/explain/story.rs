//! A story and a question, read and ready to be put to a network.

use super::QuestionError;
use crate::networks::{Changes, Inquiry, Model};
use crate::text::{self, Reader, Reading, Sentence, Word};

/// A story and a question as a network takes them in.
pub(super) struct ReadStory<'a> {
    pub(super) model: &'a Model,
    /// The story.
    pub(super) text: &'a str,
    /// Its sentences.
    pub(super) sentences: Vec<Sentence>,
    /// What was made of each.
    pub(super) readings: Vec<Reading>,
    /// The question.
    pub(super) question: &'a str,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// What was made of them.
    pub(super) asked: Reading,
    /// The reader, who knows the names in story and question.
    pub(super) reader: Reader<'a>,
}

impl<'a> ReadStory<'a> {
    pub(super) fn new(
        model: &'a Model,
        text: &'a str,
        question: &'a str,
    ) -> Result<Self, QuestionError> {
        let sentences = text::sentences(text);
        if sentences.is_empty() {
            return Err(QuestionError::EmptyStory);
        }
        let words = words_of(question)?;
        let mut reader = model.reader();
        let readings = sentences
            .iter()
            .map(|sentence| reader.read(text, &sentence.words))
            .collect();
        let asked = reader.ask(question, &words);
        Ok(Self {
            model,
            text,
            sentences,
            readings,
            question,
            words,
            asked,
            reader,
        })
    }

    /// How many sentences, the oldest ones, don't fit the memory.
    pub(super) fn forgotten(&self) -> usize {
        super::forgotten(self.model, self.sentences.len())
    }

    /// The question about the story, put to the network.
    pub(super) fn inquiry<'b>(&'b self, changes: &'b Changes) -> Inquiry<'b> {
        let story: Vec<_> = self.readings.iter().map(|it| &it.units).collect();
        let names = self.names(&self.reader);
        Inquiry::about(self.model, changes, &story, &self.asked.units, names)
    }

    /// The names of the entities that a reader met and the network can tell apart.
    pub(super) fn names<'b>(&self, reader: &'b Reader<'_>) -> Vec<&'b str> {
        names(self.model, reader)
    }
}

/// The words of a question, which must have some.
pub(super) fn words_of(question: &str) -> Result<Vec<Word>, QuestionError> {
    let words = text::words(question);
    match words.is_empty() {
        true => Err(QuestionError::EmptyQuestion),
        false => Ok(words),
    }
}

/// The names of the entities that a reader met and a network can tell apart.
pub(super) fn names<'a>(model: &Model, reader: &'a Reader<'_>) -> Vec<&'a str> {
    reader.names().take(model.slots()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{FixedWeight, explain, explain_changed, fixtures};
    use super::*;

    const STORY: &str = "Mary went to the garden. John slept. John went to the kitchen.";
    const QUESTION: &str = "Where is Mary?";

    #[test]
    fn no_change_makes_a_weight_leave_its_bounds() {
        let fixed = |weight| FixedWeight {
            hop: 0,
            head: 0,
            sentence: 1,
            weight,
        };
        let beyond = FixedWeight {
            hop: 9,
            head: 9,
            sentence: usize::MAX,
            weight: 0.5,
        };
        for model in [fixtures::model(4), fixtures::model_with_entities()] {
            for temperature in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1.0] {
                for hops in [None, Some(0), Some(1), Some(usize::MAX)] {
                    for weight in [f32::NAN, -3.0, 0.4, 1.0, f32::INFINITY] {
                        for muted in [vec![], vec![1, 7], vec![0, 1, 2]] {
                            let changes = Changes {
                                temperature,
                                hops,
                                fixed: vec![fixed(weight), beyond],
                                muted,
                            };
                            let found = explain_changed(&model, STORY, QUESTION, &changes).unwrap();
                            assert!((1..=model.most_hops()).contains(&found.hops.len()));
                            for hop in &found.hops {
                                for (head, empty) in hop.heads.iter().zip(&hop.empty) {
                                    let total = head.iter().sum::<f32>() + empty;
                                    assert!((total - 1.0).abs() < 1e-5, "{changes:?}: {hop:?}");
                                    assert!(head.iter().all(|weight| (0.0..=1.0).contains(weight)));
                                }
                            }
                            assert!(found.answers[0].probability.is_finite());
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_changed_hop_leaves_those_before_it_and_moves_those_after_it() {
        let model = fixtures::model_with_entities();
        let before = explain(&model, STORY, QUESTION).unwrap();
        let mut changes = Changes::default();
        changes.fix(0, 1, 2, 1.0);
        let after = explain_changed(&model, STORY, QUESTION, &changes).unwrap();
        assert_eq!(after.hops[0].heads[0], before.hops[0].heads[0]);
        assert_eq!(after.hops[0].heads[1], [0.0, 0.0, 1.0]);
        assert_ne!(after.hops[1].heads, before.hops[1].heads);
        assert_ne!(after.answers, before.answers);
    }

    #[test]
    fn a_muted_sentence_keeps_its_slot_and_is_not_read() {
        let model = fixtures::model(4);
        let mut changes = Changes::default();
        changes.mute(1, true);
        changes.fix(0, 0, 1, 0.8);
        let found = explain_changed(&model, STORY, QUESTION, &changes).unwrap();
        for hop in 0..found.hops.len() {
            assert_eq!(found.weight(hop, 1), Some(0.0));
        }
        assert_eq!(found.sentences[1].slot, Some(1));
    }
}
