//! An answer as data.

use serde::Serialize;

use super::super::{Changes, Explanation, SentenceReading, WordReading};
use crate::locale::ENGLISH;
use crate::networks::{Hop, Model, Ranked};

/// The whole answer to a question, to be written as JSON. Names and meanings stay; there may be more
/// in time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report<'a> {
    /// The name of the network.
    pub model: &'a str,
    /// The likeliest answer; empty if there is none.
    pub answer: &'a str,
    /// How likely the network finds it.
    pub probability: f32,
    /// The likeliest answers, the likeliest first.
    pub answers: &'a [Ranked],
    /// The attention in a sentence or two.
    pub summary: String,
    /// The words that the network doesn't know, as they were typed.
    pub unknown_words: Vec<&'a str>,
    /// The words that the network takes for other ones, as they were typed, each with the other.
    pub words_read_as_others: Vec<(&'a str, &'a str)>,
    /// The sentences of the story, how each word was taken, and which slot of the memory holds them.
    pub sentences: &'a [SentenceReading],
    /// The words of the question.
    pub question: &'a [WordReading],
    /// For each hop the weights of the slots by head (`heads`), what the empty slots took (`empty`),
    /// and what was read (`output`).
    pub hops: &'a [Hop],
    /// What was overruled; left out where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<&'a Changes>,
}

impl<'a> Report<'a> {
    /// The report of an answer that a network gave with some changes.
    pub fn new(model: &'a Model, explanation: &'a Explanation, changes: &'a Changes) -> Self {
        let best = explanation.answers.first();
        Self {
            model: &model.record.name,
            answer: best.map_or("", |best| &best.answer),
            probability: best.map_or(0.0, |best| best.probability),
            answers: &explanation.answers,
            summary: explanation.summary(&ENGLISH),
            unknown_words: explanation.unknown_words(),
            words_read_as_others: explanation.words_read_as_others(),
            sentences: &explanation.sentences,
            question: &explanation.question,
            hops: &explanation.hops,
            changes: changes.any().then_some(changes),
        }
    }

    /// The report as JSON, indented.
    ///
    /// # Errors
    /// None is known; writing JSON may fail in principle.
    pub fn json(&self) -> serde_json::Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{explain_changed, fixtures};
    use super::*;

    #[test]
    fn the_report_tells_what_was_answered_read_and_changed() {
        let model = fixtures::model(4);
        let mut changes = Changes::default();
        let json = |changes: &Changes| -> serde_json::Value {
            let story = "Mary went. Zorp slept.";
            let found = explain_changed(&model, story, "Where?", changes).unwrap();
            let json = Report::new(&model, &found, changes).json().unwrap();
            serde_json::from_str(&json).unwrap()
        };
        assert!(json(&changes).get("changes").is_none());
        changes.fix(0, 0, 1, 0.75);
        let json = json(&changes);
        assert_eq!(json["model"], "fixture");
        assert_eq!(json["answer"], json["answers"][0]["answer"]);
        assert_eq!(json["sentences"][1]["text"], "Zorp slept.");
        assert_eq!(json["hops"][0]["heads"][0][1], 0.75);
        assert_eq!(json["unknown_words"][0], "Zorp");
        let back: Changes = serde_json::from_value(json["changes"].clone()).unwrap();
        assert_eq!(back, changes);
    }
}
