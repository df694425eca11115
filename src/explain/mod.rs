//! An answer explained: from text to text, with all that was read on the way.

mod accuracy;
mod answer;
mod arithmetic;
mod at_once;
mod carried;
mod chart;
mod contrast;
mod curve;
mod difference;
pub mod export;
mod film;
#[cfg(test)]
mod fixtures;
mod foremost;
mod heatmap;
mod influence;
mod learning_curves;
mod overruling;
mod passage;
mod reading;
mod recollection;
mod rewriting;
mod shades;
mod stops;
mod story;
mod summary;
pub mod tour;
mod word_map;
mod workings;

use std::ops::Range;

use serde::Serialize;
use thiserror::Error;

use crate::locale::{ENGLISH, Texts};
use crate::networks::{Hop, Model, Ranked};
use crate::text;

pub use accuracy::errors_by_task;
pub use answer::Confidence;
pub use arithmetic::{CellPlace, arithmetic};
pub use at_once::at_once;
pub use carried::carried;
pub use chart::{Chart, Tick};
pub use curve::Curve;
pub use difference::{
    AlignedHops, AnswerShift, Difference, DifferenceCell, DifferenceRow, difference,
};
pub use film::Film;
pub use heatmap::{Cell, Heatmap, Row, STEPS, Stretch};
pub use influence::{
    Counterfactual, Disagreement, Influence, SentenceInfluence, counterfactual, influence,
};
pub use learning_curves::{LearningCurves, floor_percent};
pub use overruling::{NOTCHES, notch_of, temperature_at};
pub use passage::{Mark, Piece, Run, lines, question_runs, story_pieces};
pub use reading::{Answer, Reading};
pub use recollection::{NoSuchSentence, Recollection};
pub use rewriting::{Rewritten, dropped, duplicated, moved, place_after_move};
pub use shades::shade;
pub use stops::hop_by_hop;
pub use summary::Strongest;
pub use word_map::{MappedWord, labelled, mapped, word_map};
pub use workings::{Workings, units, workings};

pub use crate::networks::arithmetic::{
    CellArithmetic, Operand, Operation, Part, Quantity, Step, Symbol, Term,
};
pub use crate::networks::{Changes, Conclusion, FixedWeight, Memory, Stop};
pub use crate::text::Treatment;

use story::ReadStory;

/// The answer to a question, and what led to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The answers the network finds likeliest, the likeliest first (see
    /// [`Trace`](crate::networks::Trace)).
    pub answers: Vec<Ranked>,
    /// Every sentence of the story, in order.
    pub sentences: Vec<SentenceReading>,
    /// The words of the question.
    pub question: Vec<WordReading>,
    /// The reads of memory, in order; slot i holds the sentence whose `slot` is i.
    pub hops: Vec<Hop>,
    /// Whether the network met a word that it may read otherwise if it could
    /// [look it up](Model::look_up_in).
    #[serde(skip)]
    pub puzzling: bool,
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

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.told(&ENGLISH))]
pub enum QuestionError {
    /// The story has no sentence with a word in it.
    EmptyStory,
    /// The question has no word.
    EmptyQuestion,
}

impl QuestionError {
    /// What is missing, and what to do about it.
    pub fn told(&self, texts: &Texts) -> &'static str {
        match self {
            Self::EmptyStory => texts.story.empty,
            Self::EmptyQuestion => texts.question.empty,
        }
    }
}

/// Answers a question about a story.
///
/// # Errors
/// The story or the question has no words.
pub fn explain(model: &Model, story: &str, question: &str) -> Result<Explanation, QuestionError> {
    explain_changed(model, story, question, &Changes::default())
}

/// Answers a question about a story with a network that is changed in how it reads.
///
/// # Errors
/// The story or the question has no words.
pub fn explain_changed(
    model: &Model,
    story: &str,
    question: &str,
    changes: &Changes,
) -> Result<Explanation, QuestionError> {
    let read = ReadStory::new(model, story, question)?;
    let trace = read.inquiry(changes).trace();
    Ok(Explanation {
        puzzling: read.reader.is_puzzled(),
        answers: trace.answers,
        hops: trace.hops,
        question: word_readings(question, read.words, read.asked.treatments),
        sentences: sentence_readings(model, story, read.sentences, read.readings),
    })
}

/// How a network takes the sentences of a story, whatever is asked about it.
pub fn sentences(model: &Model, story: &str) -> Vec<SentenceReading> {
    let sentences = text::sentences(story);
    let mut reader = model.reader();
    let read = sentences
        .iter()
        .map(|sentence| reader.read(story, &sentence.words))
        .collect();
    sentence_readings(model, story, sentences, read)
}

/// How a network takes the words of a text.
pub fn words(model: &Model, text: &str) -> Vec<WordReading> {
    let words = text::words(text);
    let read = model.reader().read(text, &words);
    word_readings(text, words, read.treatments)
}

/// Whether a network meets a [puzzling](Explanation::puzzling) word in a story and a question of which
/// one may be empty.
fn is_puzzling(model: &Model, story: &str, question: &str) -> bool {
    let mut reader = model.reader();
    for sentence in text::sentences(story) {
        reader.read(story, &sentence.words);
    }
    reader.ask(question, &text::words(question));
    reader.is_puzzled()
}

/// How many sentences, the oldest ones, don't fit the memory.
fn forgotten(model: &Model, sentences: usize) -> usize {
    sentences.saturating_sub(model.memory())
}

fn sentence_readings(
    model: &Model,
    story: &str,
    sentences: Vec<text::Sentence>,
    read: Vec<text::Reading>,
) -> Vec<SentenceReading> {
    let forgotten = forgotten(model, sentences.len());
    sentences
        .into_iter()
        .zip(read)
        .enumerate()
        .map(|(at, (sentence, read))| SentenceReading {
            text: story[sentence.span.clone()].to_owned(),
            span: sentence.span,
            words: word_readings(story, sentence.words, read.treatments),
            slot: at.checked_sub(forgotten),
        })
        .collect()
}

fn word_readings(
    text: &str,
    words: Vec<text::Word>,
    treatments: Vec<Treatment>,
) -> Vec<WordReading> {
    words
        .into_iter()
        .zip(treatments)
        .map(|(word, treatment)| WordReading {
            text: text[word.span.clone()].to_owned(),
            treatment,
            span: word.span,
        })
        .collect()
}
