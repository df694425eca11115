//! A text cut into the pieces that a reader should be able to tell apart.

use std::ops::Range;

use super::{SentenceReading, Treatment, WordReading};

/// The most words that are marked in one text: a pasted novel in another language would otherwise
/// become as many elements of the page as it has words.
const MOST_MARKED: usize = 400;

/// A stretch of text that the network took in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, as it was typed.
    pub text: String,
    /// What is remarkable about it.
    pub mark: Option<Mark>,
}

/// What is remarkable about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The network doesn't know it.
    Unknown,
    /// The network takes it for another word.
    ReadAs,
}

impl Mark {
    fn of(treatment: &Treatment) -> Option<Self> {
        match treatment {
            Treatment::Unknown => Some(Self::Unknown),
            Treatment::ReadAs(_) => Some(Self::ReadAs),
            Treatment::Known | Treatment::Entity(_) | Treatment::Passed => None,
        }
    }
}

/// A piece of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The sentences that didn't fit the memory, and all that lies between them.
    Forgotten(String),
    /// What belongs to no sentence: white space, and punctuation by itself.
    Between(String),
    /// A sentence in memory.
    Sentence {
        /// The sentence's place in the story, from 0.
        index: usize,
        /// Whether it is the first sentence of its line.
        opens_line: bool,
        /// Its text.
        runs: Vec<Run>,
    },
}

/// Cuts a story into its remembered sentences and what lies between them. The pieces lie end to
/// end: joined, they are the story again. Where a line ends that is not forgotten, a piece ends.
pub fn story_pieces(story: &str, sentences: &[SentenceReading]) -> Vec<Piece> {
    let mut budget = MOST_MARKED;
    let mut pieces = Vec::new();
    let between = |text: &str| {
        let (lines, line) = text.split_at(text.rfind('\n').map_or(0, |at| at + 1));
        let parts = [lines, line].into_iter().filter(|part| !part.is_empty());
        parts
            .map(|part| Piece::Between(part.to_owned()))
            .collect::<Vec<_>>()
    };
    let forgotten = sentences.partition_point(|sentence| sentence.slot.is_none());
    let mut end = match sentences[..forgotten].last() {
        None => 0,
        Some(last) => {
            pieces.push(Piece::Forgotten(story[..last.span.end].to_owned()));
            last.span.end
        }
    };
    for (index, sentence) in sentences.iter().enumerate().skip(forgotten) {
        let before = &story[end..sentence.span.start];
        pieces.extend(between(before));
        pieces.push(Piece::Sentence {
            index,
            opens_line: index == 0 || before.contains(['\n', '\r', '\u{2028}', '\u{2029}']),
            runs: cut(story, sentence.span.clone(), &sentence.words, &mut budget),
        });
        end = sentence.span.end;
    }
    pieces.extend(between(&story[end..]));
    pieces
}

/// The pieces of a story line by line: what stands on one line is together, what stands on none
/// (empty lines, what was forgotten) with the line before. Nothing stands on the line after a last
/// line break.
pub fn lines(pieces: &[Piece]) -> Vec<&[Piece]> {
    let ends_line = |piece: &Piece| matches!(piece, Piece::Between(text) if text.ends_with('\n'));
    let mut lines: Vec<&[Piece]> = pieces.split_inclusive(ends_line).collect();
    if pieces.last().is_none_or(ends_line) {
        lines.push(&[]);
    }
    lines
}

/// Cuts a question at the words that are marked. Joined, the runs are the question
/// again.
pub fn question_runs(question: &str, words: &[WordReading]) -> Vec<Run> {
    cut(question, 0..question.len(), words, &mut { MOST_MARKED })
}

fn cut(text: &str, span: Range<usize>, words: &[WordReading], budget: &mut usize) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut push = |span: Range<usize>, mark: Option<Mark>| {
        if !span.is_empty() {
            runs.push(Run {
                text: text[span].to_owned(),
                mark,
            });
        }
    };
    let mut end = span.start;
    for word in words {
        let mark = Mark::of(&word.treatment).filter(|_| *budget > 0);
        if mark.is_some() {
            *budget -= 1;
            push(end..word.span.start, None);
            push(word.span.clone(), mark);
            end = word.span.end;
        }
    }
    push(end..span.end, None);
    runs
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures, sentences, words};
    use super::*;

    fn joined(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .flat_map(|piece| match piece {
                Piece::Between(text) | Piece::Forgotten(text) => vec![text.as_str()],
                Piece::Sentence { runs, .. } => runs.iter().map(|run| run.text.as_str()).collect(),
            })
            .collect()
    }

    #[test]
    fn joined_pieces_are_the_story_again() {
        let model = fixtures::model(3);
        for story in [
            "",
            " \n",
            "Mary went.",
            "  Mary went.  John 🏃 ran!\n\n… the שלום went \n",
            "one. two. three. four. five.\n",
        ] {
            let pieces = story_pieces(story, &sentences(&model, story));
            assert_eq!(joined(&pieces), story);
        }
    }

    #[test]
    fn a_story_has_the_lines_that_a_field_shows() {
        let model = fixtures::model(9);
        for (story, expected) in [
            ("", &[""][..]),
            ("Mary went. John went.", &["Mary went. John went."]),
            ("Mary went.\n", &["Mary went.\n", ""]),
            (
                "Mary went.\n\n  John went.",
                &["Mary went.\n\n", "  John went."],
            ),
            ("\n…\nMary went.", &["\n…\n", "Mary went."]),
        ] {
            let pieces = story_pieces(story, &sentences(&model, story));
            let lines: Vec<String> = lines(&pieces).into_iter().map(joined).collect();
            assert_eq!(lines, expected, "{story:?}");
        }
    }

    #[test]
    fn unknown_words_stand_apart() {
        let model = fixtures::model(3);
        let runs = question_runs("Where is zorp?", &words(&model, "Where is zorp?"));
        let unknown: Vec<_> = runs
            .iter()
            .filter(|run| run.mark == Some(Mark::Unknown))
            .collect();
        assert_eq!(unknown.len(), 1);
        assert_eq!(unknown[0].text, "zorp");
        assert_eq!(runs[0].text, "Where is ");
    }

    #[test]
    fn names_and_articles_are_not_unknown_to_a_network_that_reads_entities() {
        let model = fixtures::model_with_entities();
        let explanation = explain(&model, "Zorp went to the grue.", "Where is she?").unwrap();
        assert_eq!(explanation.unknown_words(), ["she"]);
        let runs = question_runs("Where is the grue?", &words(&model, "Where is the grue?"));
        assert!(runs.iter().all(|run| run.mark.is_none()), "{runs:?}");
    }

    #[test]
    fn what_was_forgotten_is_one_piece_however_long() {
        let model = fixtures::model(3);
        let story = "Mary went.\n".repeat(5000);
        let pieces = story_pieces(&story, &sentences(&model, &story));
        assert_eq!(joined(&pieces), story);
        assert!(matches!(pieces[0], Piece::Forgotten(_)));
        assert!(matches!(pieces[2], Piece::Sentence { index: 4997, .. }));
        // The forgotten part, three sentences, and the line breaks around each.
        assert_eq!(pieces.len(), 8);
    }

    #[test]
    fn a_flood_of_unknown_words_stays_a_bounded_number_of_pieces() {
        let model = fixtures::model(3);
        let story = "zorp ".repeat(20_000);
        let pieces = story_pieces(&story, &sentences(&model, &story));
        assert_eq!(joined(&pieces), story);
        let [Piece::Sentence { runs, .. }, _] = &pieces[..] else {
            panic!("one sentence and the white space after it");
        };
        assert!(runs.len() <= 2 * MOST_MARKED + 1);
    }

    #[test]
    fn only_the_first_sentence_of_a_line_opens_it() {
        let model = fixtures::model(9);
        let story = "Mary went. John went.\nMary went.";
        let opens: Vec<bool> = story_pieces(story, &sentences(&model, story))
            .iter()
            .filter_map(|piece| match piece {
                Piece::Sentence { opens_line, .. } => Some(*opens_line),
                Piece::Between(_) | Piece::Forgotten(_) => None,
            })
            .collect();
        assert_eq!(opens, [true, false, true]);
    }
}
