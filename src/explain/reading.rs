//! Everything a page shows of a story and a question.

use super::{
    Changes, Explanation, Heatmap, Piece, QuestionError, Run, explain_changed, is_puzzling,
    question_runs, sentences, story_pieces, words,
};
use crate::networks::Model;

/// A story and a question as a network takes them, with or without an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The story in pieces that lie end to end.
    pub story: Vec<Piece>,
    /// The question in runs that lie end to end.
    pub question: Vec<Run>,
    /// The answer, or why there is none; `None` as long as there is no network to ask.
    pub answer: Option<Result<Answer, QuestionError>>,
    /// Whether there is a word that the network may read otherwise if it could look it up.
    pub puzzling: bool,
}

/// An answer, explained and laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What led to it.
    pub explanation: Explanation,
    /// The attention as a table.
    pub heatmap: Heatmap,
}

impl Reading {
    /// Puts a question about a story to a network.
    pub fn new(model: &Model, story: &str, question: &str) -> Self {
        Self::changed(model, story, question, &Changes::default())
    }

    /// Puts a question about a story to a network that is changed in how it reads.
    pub fn changed(model: &Model, story: &str, question: &str, changes: &Changes) -> Self {
        match explain_changed(model, story, question, changes) {
            Ok(explanation) => Self {
                puzzling: explanation.puzzling,
                story: story_pieces(story, &explanation.sentences),
                question: question_runs(question, &explanation.question),
                answer: Some(Ok(Answer {
                    heatmap: Heatmap::new(story, &explanation),
                    explanation,
                })),
            },
            Err(error) => Self {
                puzzling: is_puzzling(model, story, question),
                story: story_pieces(story, &sentences(model, story)),
                question: question_runs(question, &words(model, question)),
                answer: Some(Err(error)),
            },
        }
    }

    /// A story and a question that no network has read yet.
    pub fn unread(story: &str, question: &str) -> Self {
        Self {
            story: vec![Piece::Between(story.to_owned())],
            question: question_runs(question, &[]),
            answer: None,
            puzzling: false,
        }
    }

    /// The remembered sentence (its place in the story, from 0) at a place of the text, counted in
    /// UTF-16 code units as browsers do. The place after its last letter belongs to a sentence.
    pub fn sentence_at(&self, place: usize) -> Option<usize> {
        let length = |text: &str| text.encode_utf16().count();
        let mut start = 0;
        for piece in &self.story {
            match piece {
                Piece::Between(text) | Piece::Forgotten(text) => start += length(text),
                Piece::Sentence { index, runs, .. } => {
                    let end = start + runs.iter().map(|run| length(&run.text)).sum::<usize>();
                    if (start..=end).contains(&place) {
                        return Some(*index);
                    }
                    start = end;
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Mark, fixtures};
    use super::*;

    #[test]
    fn a_story_keeps_its_sentences_and_marks_while_there_is_no_question() {
        let reading = Reading::new(&fixtures::model(4), "Zorp went.", " ");
        assert_eq!(reading.answer, Some(Err(QuestionError::EmptyQuestion)));
        let [Piece::Sentence { runs, .. }] = &reading.story[..] else {
            panic!("one sentence");
        };
        assert_eq!(runs[0].mark, Some(Mark::Unknown));
    }

    #[test]
    fn the_caret_finds_its_sentence_however_wide_the_letters() {
        let reading = Reading::new(&fixtures::model(4), "👩‍🚀 went.\n\nMary slept.", "Where?");
        // The astronaut takes five UTF-16 code units.
        for (place, expected) in [
            (0, Some(0)),
            (5, Some(0)),
            (11, Some(0)),
            (12, None),
            (13, Some(1)),
            (24, Some(1)),
            (99, None),
        ] {
            assert_eq!(reading.sentence_at(place), expected, "{place}");
        }
    }
}
