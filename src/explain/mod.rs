//! An answer explained: from text to text, with all that was read on the way.

mod accuracy;
mod answer;
#[cfg(test)]
mod fixtures;
mod heatmap;
mod passage;
mod reading;
mod summary;

use std::ops::Range;

use serde::Serialize;
use thiserror::Error;

use crate::networks::{Hop, Model, Ranked};
use crate::text::{self, WordId};

pub use accuracy::errors_by_task;
pub use answer::Confidence;
pub use heatmap::{Cell, Heatmap, Row, STEPS};
pub use passage::{Piece, Run, question_runs, story_pieces};
pub use reading::{Answer, Reading};
pub use summary::Strongest;

/// The answer to a question, and what led to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// All answers the network can give, the likeliest first.
    pub answers: Vec<Ranked>,
    /// Every sentence of the story, in order.
    pub sentences: Vec<SentenceReading>,
    /// The words of the question.
    pub question: Vec<WordReading>,
    /// The reads of memory, in order; slot i holds the sentence whose `slot` is i.
    pub hops: Vec<Hop>,
}

/// A sentence of the story as the network took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SentenceReading {
    /// The sentence as it was typed.
    pub text: String,
    /// The bytes of the story it takes up.
    pub span: Range<usize>,
    /// Its words.
    pub words: Vec<WordReading>,
    /// The memory slot that holds it; `None` if it was forgotten, because the story is longer than
    /// the memory.
    pub slot: Option<usize>,
}

/// A word as the network took it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WordReading {
    /// The word as it was typed.
    pub text: String,
    /// The bytes of the story (or the question) it takes up.
    pub span: Range<usize>,
    /// What the network made of it.
    pub treatment: Treatment,
}

/// What a network makes of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// The network was trained on this word.
    Known,
    /// The network never saw this word: it keeps its place in the sentence and means nothing.
    Unknown,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum QuestionError {
    /// The story has no sentence with a word in it.
    #[error("The story is empty. Write at least one sentence for the network to remember.")]
    EmptyStory,
    /// The question has no word.
    #[error("The question is empty. Ask something about the story.")]
    EmptyQuestion,
}

/// Answers a question about a story.
///
/// # Errors
/// The story or the question has no words.
pub fn explain(model: &Model, story: &str, question: &str) -> Result<Explanation, QuestionError> {
    let sentences = text::sentences(story);
    if sentences.is_empty() {
        return Err(QuestionError::EmptyStory);
    }
    let words = text::words(question);
    if words.is_empty() {
        return Err(QuestionError::EmptyQuestion);
    }
    let ids = |words: &[text::Word]| -> Vec<WordId> {
        words
            .iter()
            .map(|word| model.vocabulary().id(&word.key))
            .collect()
    };
    let story_ids: Vec<Vec<WordId>> = sentences[forgotten(model, &sentences)..]
        .iter()
        .map(|sentence| ids(&sentence.words))
        .collect();
    let trace = model.answer(&story_ids, &ids(&words));
    Ok(Explanation {
        answers: trace.answers,
        hops: trace.hops,
        question: word_readings(model, question, words),
        sentences: sentence_readings(model, story, sentences),
    })
}

/// How a network takes the sentences of a story, whatever is asked about it.
pub fn sentences(model: &Model, story: &str) -> Vec<SentenceReading> {
    sentence_readings(model, story, text::sentences(story))
}

/// How a network takes the words of a text.
pub fn words(model: &Model, text: &str) -> Vec<WordReading> {
    word_readings(model, text, text::words(text))
}

/// How many sentences, the oldest ones, don't fit the memory.
fn forgotten(model: &Model, sentences: &[text::Sentence]) -> usize {
    sentences.len().saturating_sub(model.memory())
}

fn sentence_readings(
    model: &Model,
    story: &str,
    sentences: Vec<text::Sentence>,
) -> Vec<SentenceReading> {
    let forgotten = forgotten(model, &sentences);
    sentences
        .into_iter()
        .enumerate()
        .map(|(at, sentence)| SentenceReading {
            text: story[sentence.span.clone()].to_owned(),
            span: sentence.span,
            words: word_readings(model, story, sentence.words),
            slot: at.checked_sub(forgotten),
        })
        .collect()
}

fn word_readings(model: &Model, text: &str, words: Vec<text::Word>) -> Vec<WordReading> {
    words
        .into_iter()
        .map(|word| WordReading {
            text: text[word.span.clone()].to_owned(),
            treatment: match model.vocabulary().find(&word.key) {
                Some(_) => Treatment::Known,
                None => Treatment::Unknown,
            },
            span: word.span,
        })
        .collect()
}
