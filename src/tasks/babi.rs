//! The bAbI file format: numbered statements, and questions with their answers among them.
//!
//! ```text
//! 1 Mary moved to the bathroom.
//! 2 John went to the hallway.
//! 3 Where is Mary?⇥bathroom⇥1
//! ```
//!
//! A line number of 1 begins a new story. A question has three fields separated by tabs: its text,
//! its answer, and the line numbers of the statements that support the answer.
//!
//! The reader is strict. A file that is wrong in one line would otherwise train or test a network
//! on something other than what its author meant, and nobody would notice.

use std::fmt::Write as _;

use thiserror::Error;

/// A story: statements, and the questions asked along the way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    /// The lines in order; the line at index `i` bears the number `i + 1`.
    pub lines: Vec<Line>,
}

/// One line of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A sentence that tells something, without the white space around it.
    Statement(String),
    /// A question about the statements before it.
    Question(Question),
}

/// A question with its right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question, without the white space around it.
    pub text: String,
    /// The right answer as the data spells it: `hallway`, and for lists `milk,football`.
    pub answer: String,
    /// The numbers (from 1) of the story's lines from which the answer follows, in the order given.
    pub supporting: Vec<usize>,
}

/// A line that is not in the format, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}:{line}: {problem}")]
pub struct FormatError {
    /// The name of the file, as the caller gave it.
    pub file: String,
    /// The number (from 1) of the line in the file.
    pub line: usize,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Problem {
    /// The line doesn't begin with digits and a space.
    #[error("the line should begin with its number and a space")]
    NoLineNumber,
    /// The line number neither goes on counting nor begins a new story.
    #[error("the line number {found} should be {expected}{}", new_story(*.expected))]
    LineNumber {
        /// The number that is there.
        found: usize,
        /// The number that goes on counting.
        expected: usize,
    },
    /// There is nothing after the line number, or nothing before a question's first tab.
    #[error("the line has no text")]
    NoText,
    /// The text ends in a question mark but has no further fields.
    #[error("a question needs a tab, its answer, a tab and its supporting facts")]
    NoAnswerField,
    /// A line with tabs that doesn't have the three fields of a question.
    #[error("a question has 3 fields between tabs (text, answer, supporting facts), not {0}")]
    FieldCount(usize),
    /// A question's second field is empty.
    #[error("the question's answer is empty")]
    EmptyAnswer,
    /// A supporting fact that is no line number.
    #[error("the supporting fact {0:?} is not a line number")]
    SupportNotANumber(String),
    /// A supporting fact that is not the number of a line before the question.
    #[error("the supporting fact {0} is not a line before this question")]
    SupportNotBefore(usize),
    /// A supporting fact that is the number of an earlier question.
    #[error("the supporting fact {0} is a question, not a statement")]
    SupportIsQuestion(usize),
}

fn new_story(expected: usize) -> &'static str {
    if expected == 1 {
        ""
    } else {
        " (or 1, for a new story)"
    }
}

/// Reads the stories of a file. `name` stands in error messages only; nothing is opened.
///
/// Line ends may be `\n` or `\r\n`, and the last one may be missing. An empty text has no stories.
///
/// # Errors
///
/// The first line that is not in the format.
pub fn read(name: &str, text: &str) -> Result<Vec<Story>, FormatError> {
    let mut stories: Vec<Story> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        read_line(&mut stories, line).map_err(|problem| FormatError {
            file: name.to_owned(),
            line: index + 1,
            problem,
        })?;
    }
    Ok(stories)
}

/// Writes stories so that [`read`] gives them back.
///
/// Some of the original files have a space between a question's text and its first tab, others
/// have none; it means nothing, and none is written. Texts and answers must hold no tabs or line
/// breaks, for the format cannot express them.
pub fn write(stories: &[Story]) -> String {
    let mut text = String::new();
    for story in stories {
        for (index, line) in story.lines.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write_line(&mut text, index + 1, line);
        }
    }
    text
}

fn read_line(stories: &mut Vec<Story>, line: &str) -> Result<(), Problem> {
    let (number, rest) = line.split_once(' ').unwrap_or((line, ""));
    let number = parse_number(number).ok_or(Problem::NoLineNumber)?;
    let expected = stories.last().map_or(1, |story| story.lines.len() + 1);
    if number == 1 {
        stories.push(Story::default());
    } else if number != expected {
        return Err(Problem::LineNumber {
            found: number,
            expected,
        });
    }
    if let Some(story) = stories.last_mut() {
        let line = parse_text(rest, &story.lines)?;
        story.lines.push(line);
    }
    Ok(())
}

/// Unlike `str::parse` alone, refuses a sign.
fn parse_number(text: &str) -> Option<usize> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn parse_text(text: &str, before: &[Line]) -> Result<Line, Problem> {
    let fields: Vec<&str> = text.split('\t').map(str::trim).collect();
    match fields[..] {
        [""] | ["", _, _] => Err(Problem::NoText),
        [question] if question.ends_with('?') => Err(Problem::NoAnswerField),
        [statement] => Ok(Line::Statement(statement.to_owned())),
        [_, "", _] => Err(Problem::EmptyAnswer),
        [text, answer, supporting] => Ok(Line::Question(Question {
            text: text.to_owned(),
            answer: answer.to_owned(),
            supporting: supporting
                .split_whitespace()
                .map(|number| parse_support(number, before))
                .collect::<Result<_, _>>()?,
        })),
        _ => Err(Problem::FieldCount(fields.len())),
    }
}

fn parse_support(text: &str, before: &[Line]) -> Result<usize, Problem> {
    let number = parse_number(text).ok_or_else(|| Problem::SupportNotANumber(text.to_owned()))?;
    match number.checked_sub(1).and_then(|index| before.get(index)) {
        Some(Line::Statement(_)) => Ok(number),
        Some(Line::Question(_)) => Err(Problem::SupportIsQuestion(number)),
        None => Err(Problem::SupportNotBefore(number)),
    }
}

fn write_line(text: &mut String, number: usize, line: &Line) -> std::fmt::Result {
    match line {
        Line::Statement(statement) => writeln!(text, "{number} {statement}"),
        Line::Question(question) => {
            write!(text, "{number} {}\t{}\t", question.text, question.answer)?;
            for (index, support) in question.supporting.iter().enumerate() {
                let space = if index == 0 { "" } else { " " };
                write!(text, "{space}{support}")?;
            }
            writeln!(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "\
1 Mary moved to the bathroom.
2 John went to the hallway.
3 Where is Mary? \tbathroom\t1
1 The office is north of the kitchen.
2 The garden is west of the office.
3 How do you go from the kitchen to the garden?\tn,w\t1 2
";

    fn statement(text: &str) -> Line {
        Line::Statement(text.to_owned())
    }

    fn question(text: &str, answer: &str, supporting: &[usize]) -> Line {
        Line::Question(Question {
            text: text.to_owned(),
            answer: answer.to_owned(),
            supporting: supporting.to_vec(),
        })
    }

    fn refusal(text: &str) -> String {
        read("qa1.txt", text).unwrap_err().to_string()
    }

    #[test]
    fn a_line_number_of_one_begins_a_new_story() {
        let stories = [
            vec![
                statement("Mary moved to the bathroom."),
                statement("John went to the hallway."),
                question("Where is Mary?", "bathroom", &[1]),
            ],
            vec![
                statement("The office is north of the kitchen."),
                statement("The garden is west of the office."),
                question(
                    "How do you go from the kitchen to the garden?",
                    "n,w",
                    &[1, 2],
                ),
            ],
        ]
        .map(|lines| Story { lines });
        assert_eq!(read("sample", SAMPLE).unwrap(), stories);
    }

    #[test]
    fn what_was_read_is_written_back_but_for_the_space_before_a_tab() {
        let stories = read("sample", SAMPLE).unwrap();
        assert_eq!(write(&stories), SAMPLE.replace(" \t", "\t"));
    }

    #[test]
    fn windows_line_ends_and_a_missing_last_one_are_accepted() {
        let stories = read("sample", SAMPLE).unwrap();
        assert_eq!(
            read("sample", &SAMPLE.replace('\n', "\r\n")),
            Ok(stories.clone())
        );
        assert_eq!(read("sample", SAMPLE.trim_end()), Ok(stories));
        assert_eq!(read("sample", ""), Ok(vec![]));
    }

    #[test]
    fn a_present_but_empty_list_of_supporting_facts_is_accepted() {
        let stories = read("sample", "1 Is it late?\tyes\t").unwrap();
        assert_eq!(stories[0].lines, [question("Is it late?", "yes", &[])]);
    }

    #[test]
    fn each_mistake_is_named_with_its_file_and_line() {
        let before = "1 Mary left.\n2 Who left?\tMary\t1\n";
        let cases = [
            (
                "Mary left.",
                "1: the line should begin with its number and a space",
            ),
            (
                "-1 Mary left.",
                "1: the line should begin with its number and a space",
            ),
            (
                "1\tMary left.",
                "1: the line should begin with its number and a space",
            ),
            (
                "1 Mary left.\n\n",
                "2: the line should begin with its number and a space",
            ),
            ("2 Mary left.", "1: the line number 2 should be 1"),
            (
                "1 Mary left.\n3 John left.",
                "2: the line number 3 should be 2 (or 1, for a new story)",
            ),
            ("1", "1: the line has no text"),
            ("1  \tMary\t", "1: the line has no text"),
            (
                "1 Mary left.\n2 Who left?",
                "2: a question needs a tab, its answer, a tab and its supporting facts",
            ),
            (
                "1 Mary left.\n2 Who left?\tMary",
                "2: a question has 3 fields between tabs (text, answer, supporting facts), not 2",
            ),
            (
                "1 Mary left.\n2 Who left?\tMary\t1\t1",
                "2: a question has 3 fields between tabs (text, answer, supporting facts), not 4",
            ),
            (
                "1 Mary left.\n2 Who left?\t \t1",
                "2: the question's answer is empty",
            ),
            (
                &format!("{before}3 Who left?\tMary\t1,2"),
                "3: the supporting fact \"1,2\" is not a line number",
            ),
            (
                &format!("{before}3 Who left?\tMary\t0"),
                "3: the supporting fact 0 is not a line before this question",
            ),
            (
                &format!("{before}3 Who left?\tMary\t3"),
                "3: the supporting fact 3 is not a line before this question",
            ),
            (
                &format!("{before}3 Who left?\tMary\t2"),
                "3: the supporting fact 2 is a question, not a statement",
            ),
        ];
        for (text, message) in cases {
            assert_eq!(refusal(text), format!("qa1.txt:{message}"), "in {text:?}");
        }
    }

    #[test]
    fn any_story_survives_being_written_and_read() {
        use rand::{RngExt as _, SeedableRng as _};

        let mut rng = rand_pcg::Pcg32::seed_from_u64(20);
        let words = ["Mary", "is", "über", "№ 7", "?", ".", "1", "milk,football"];
        for _ in 0..500 {
            let mut stories = Vec::new();
            for _ in 0..rng.random_range(0..4) {
                let mut lines = Vec::new();
                for _ in 0..rng.random_range(1..12) {
                    let mut text = || {
                        (0..rng.random_range(1..6))
                            .map(|_| words[rng.random_range(0..words.len())])
                            .collect::<Vec<_>>()
                            .join(" ")
                    };
                    let (text, answer) = (text(), text());
                    let supporting: Vec<usize> = (1..=lines.len())
                        .filter(|number| matches!(lines[number - 1], Line::Statement(_)))
                        .filter(|_| rng.random_bool(0.3))
                        .collect();
                    lines.push(if rng.random_bool(0.4) {
                        question(&text, &answer, &supporting)
                    } else {
                        statement(&format!("{text}."))
                    });
                }
                stories.push(Story { lines });
            }
            assert_eq!(read("generated", &write(&stories)), Ok(stories));
        }
    }
}
