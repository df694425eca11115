//! A story that is told bit by bit, and asked about in between.

use std::sync::Arc;

use thiserror::Error;

use super::story::{names, words_of};
use super::{Changes, Explanation, QuestionError, SentenceReading, forgotten, word_readings};
use crate::networks::{Encoded, Inquiry, Model};
use crate::text::vectors::Vectors;
use crate::text::{self, Met};

/// A network, and what it has read so far: every sentence as it took it, encoded once.
#[derive(Clone, Debug)]
pub struct Recollection {
    model: Model,
    /// The sentences, a line each; the spans of the readings lead into it.
    story: String,
    sentences: Vec<SentenceReading>,
    encoded: Vec<Encoded>,
    met: Met,
}

/// A sentence was to be forgotten that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("there is no such sentence: {sentences} are remembered, counted from 0")]
pub struct NoSuchSentence {
    /// How many there are.
    pub sentences: usize,
}

impl Recollection {
    /// A network that has read nothing.
    pub fn new(model: Model) -> Self {
        Self {
            model,
            story: String::new(),
            sentences: Vec::new(),
            encoded: Vec::new(),
            met: Met::default(),
        }
    }

    /// The network.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Reads the sentences of a text, and returns the place of the first of them. (A text without
    /// any adds none; the place is then that of the next sentence to come.)
    pub fn read(&mut self, text: &str) -> usize {
        let first = self.sentences.len();
        for sentence in text::sentences(text) {
            self.read_sentence(&text[sentence.span]);
        }
        first
    }

    /// Answers a question about what was read, as [`explain`](super::explain) does about a story.
    ///
    /// # Errors
    /// Nothing was read yet, or the question has no words.
    pub fn ask(&self, question: &str) -> Result<Explanation, QuestionError> {
        if self.sentences.is_empty() {
            return Err(QuestionError::EmptyStory);
        }
        let words = words_of(question)?;
        let model = &self.model;
        let mut reader = model.reader().having_met(self.met.clone());
        let asked = reader.ask(question, &words);
        let changes = Changes::default();
        let names = names(model, &reader);
        let trace = Inquiry::recalling(model, &changes, &self.encoded, &asked.units, names).trace();
        let forgotten = forgotten(model, self.sentences.len());
        let sentences = self.sentences.iter().cloned().enumerate();
        Ok(Explanation {
            puzzling: reader.is_puzzled(),
            answers: trace.answers,
            hops: trace.hops,
            question: word_readings(question, words, asked.treatments),
            sentences: sentences
                .map(|(at, sentence)| SentenceReading {
                    slot: at.checked_sub(forgotten),
                    ..sentence
                })
                .collect(),
        })
    }

    /// The sentences, in order.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = &str> {
        self.sentences.iter().map(|sentence| sentence.text.as_str())
    }

    /// Forgets the sentence of a place, so that all is as if it had never been read. What was read after
    /// it may be read otherwise without it, and is read again.
    ///
    /// # Errors
    /// There is no such sentence.
    pub fn forget(&mut self, at: usize) -> Result<(), NoSuchSentence> {
        let sentences = self.sentences.len();
        if at >= sentences {
            return Err(NoSuchSentence { sentences });
        }
        self.sentences.remove(at);
        self.read_again();
        Ok(())
    }

    /// Lets the network take words that it doesn't know for words that mean the same, also in what it
    /// has read.
    pub fn look_up_in(&mut self, vectors: Arc<Vectors>) {
        self.model.look_up_in(vectors);
        self.read_again();
    }

    fn read_again(&mut self) {
        let sentences = std::mem::take(&mut self.sentences);
        self.story.clear();
        self.encoded.clear();
        self.met = Met::default();
        for sentence in sentences {
            self.read_sentence(&sentence.text);
        }
    }

    fn read_sentence(&mut self, text: &str) {
        let begin = self.story.len();
        self.story.push_str(text);
        let end = self.story.len();
        self.story.push('\n');
        let mut words = text::words(text);
        for word in &mut words {
            word.shift(begin);
        }
        let mut reader = self
            .model
            .reader()
            .having_met(std::mem::take(&mut self.met));
        let read = reader.read(&self.story, &words);
        self.met = reader.into_met();
        self.encoded.push(self.model.encode(read.units));
        self.sentences.push(SentenceReading {
            text: text.to_owned(),
            span: begin..end,
            words: word_readings(&self.story, words, read.treatments),
            slot: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures};
    use super::*;

    /// More sentences than the fixtures remember; names that come up again, shortened.
    const STORY: [&str; 6] = [
        "Professor Plum went to the garden.",
        "Mary slept",
        "Mary went to the kitchen!",
        "Ann is in the office.",
        "Plum strolled to the kitchen.",
        "The red kite is in the garden.",
    ];
    const QUESTIONS: [&str; 3] = ["Where is Plum?", "Where is Mary?", "Is Bob in the kitchen?"];

    fn models() -> [Model; 4] {
        let shipped = |record, weights: &[u8]| Model::load(record, weights).unwrap();
        [
            fixtures::model(4),
            fixtures::model_with_entities(),
            shipped(
                include_str!("../../static/models/memn2n.json"),
                include_bytes!("../../static/models/memn2n.safetensors"),
            ),
            shipped(
                include_str!("../../static/models/working-memory.json"),
                include_bytes!("../../static/models/working-memory.safetensors"),
            ),
        ]
    }

    /// Every question is answered as about the story of these lines.
    fn assert_is_about(memory: &Recollection, lines: &[&str]) {
        assert_eq!(memory.sentences().collect::<Vec<_>>(), lines);
        let story = lines.join("\n") + "\n";
        for question in QUESTIONS {
            let found = memory.ask(question).unwrap();
            let expected = explain(memory.model(), &story, question).unwrap();
            assert_eq!(found.sentences, expected.sentences);
            assert_eq!(found.question, expected.question);
            assert_eq!(found.puzzling, expected.puzzling);
            assert_eq!(numbers(&found).len(), numbers(&expected).len());
            for (found, expected) in numbers(&found).iter().zip(numbers(&expected)) {
                assert!(
                    (found - expected).abs() < 1e-6,
                    "{}: {found} and {expected}",
                    memory.model().record.name
                );
            }
            let best = |explanation: &Explanation| explanation.answers[0].answer.clone();
            assert_eq!(best(&found), best(&expected));
        }
    }

    /// What was read, and how likely each answer is.
    fn numbers(explanation: &Explanation) -> Vec<f32> {
        let hops = explanation.hops.iter();
        let read = hops.flat_map(|hop| [hop.heads.concat(), hop.empty.clone(), hop.output.clone()]);
        let answers = explanation.answers.iter().map(|it| it.probability);
        read.flatten().chain(answers).collect()
    }

    #[test]
    fn what_was_told_bit_by_bit_is_answered_as_if_told_at_once() {
        for model in models() {
            let mut memory = Recollection::new(model);
            for (place, line) in STORY.into_iter().enumerate() {
                assert_eq!(memory.read(line), place);
                assert_is_about(&memory, &STORY[..=place]);
            }
        }
    }

    #[test]
    fn a_text_of_several_sentences_adds_them_all() {
        let mut memory = Recollection::new(fixtures::model_with_entities());
        assert_eq!(memory.read(&STORY.join(" \n ")), 0);
        assert_eq!(memory.read(" ... "), STORY.len());
        assert_is_about(&memory, &STORY);
    }

    #[test]
    fn what_was_forgotten_was_never_read() {
        for model in models() {
            let mut memory = Recollection::new(model);
            memory.read(&STORY.join("\n"));
            // With the first sentence goes what "Plum" is short for, and every entity moves up.
            memory.forget(0).unwrap();
            memory.forget(4).unwrap();
            assert_is_about(&memory, &STORY[1..5]);
            let sentences = 4;
            for at in [sentences, usize::MAX] {
                let error = memory.forget(at).unwrap_err();
                assert_eq!(error, NoSuchSentence { sentences });
            }
        }
    }

    #[test]
    fn nothing_read_and_nothing_asked_are_told_apart() {
        let mut memory = Recollection::new(fixtures::model(4));
        let ask = |memory: &Recollection, question| memory.ask(question).unwrap_err();
        assert_eq!(ask(&memory, QUESTIONS[0]), QuestionError::EmptyStory);
        memory.read(STORY[0]);
        assert_eq!(ask(&memory, "?"), QuestionError::EmptyQuestion);
    }
}
