//! The pace at which stories are told and questions asked.

use rand::RngExt as _;
use rand_pcg::Pcg32;

use super::UNKNOWN;
use crate::tasks::babi::{Line, Question, Story};

/// How many questions a published story has, in most tasks.
pub(super) const QUESTIONS_PER_STORY: usize = 5;

/// How many statements the published stories make before they look for something to ask, in most
/// tasks.
pub(super) const STATEMENTS_PER_ROUND: usize = 2;

/// How many statements back a question of the published data may reach for what it is about.
pub(super) const RECENT: usize = 5;

/// How many of the questions of a wide story the story doesn't answer.
pub(super) const SHARE_IN_VAIN: f64 = 0.12;

/// How many questions of a wide story are such as its task doesn't ask, where there are some.
pub(super) const SHARE_OF_OTHERS: f64 = 0.3;

/// Something that happens and is told while it happens.
pub(super) trait Tale {
    /// Lets something happen, and tells it in the statement that gets this line number.
    fn tell(&mut self, line: usize, rng: &mut Pcg32) -> String;

    /// A question that the story so far answers, if there is one.
    fn ask(&self, rng: &mut Pcg32) -> Option<Question>;
}

/// A tale about which more can be asked than it tells.
pub(super) trait Vain: Tale {
    /// A question that the story so far doesn't answer.
    fn ask_in_vain(&self, rng: &mut Pcg32) -> String;
}

/// A story at the pace of the published ones, with at most so many questions: a question, if
/// there is one, after each two statements.
pub(super) fn in_rounds(mut tale: impl Tale, most: usize, rng: &mut Pcg32) -> Story {
    let mut lines = Vec::new();
    let mut left = most.min(QUESTIONS_PER_STORY);
    while left > 0 {
        for _ in 0..STATEMENTS_PER_ROUND {
            lines.push(Line::Statement(tale.tell(lines.len() + 1, rng)));
        }
        if let Some(question) = tale.ask(rng) {
            lines.push(Line::Question(question));
            left -= 1;
        }
    }
    Story { lines }
}

/// A story of one to (about) so many statements, and of one to five questions where people would
/// ask them: anywhere.
pub(super) fn at_leisure(
    mut tale: impl Vain,
    most: usize,
    longest: usize,
    rng: &mut Pcg32,
) -> Story {
    let statements = rng.random_range(1..=longest);
    let questions = rng.random_range(1..=most.min(QUESTIONS_PER_STORY).min(statements));
    let mut lines = Vec::new();
    let mut told = 0;
    for left in (1..=questions).rev() {
        // One statement at least, and enough of them for the questions that are still to come.
        let spare = (statements - told).saturating_sub(left);
        let now = match left {
            1 => 1 + spare,
            _ => 1 + rng.random_range(0..=spare.min(2 * spare / left)),
        };
        for _ in 0..now {
            lines.push(Line::Statement(tale.tell(lines.len() + 1, rng)));
        }
        told += now;
        let question = if rng.random_bool(SHARE_IN_VAIN) {
            in_vain(tale.ask_in_vain(rng))
        } else {
            loop {
                if let Some(question) = tale.ask(rng) {
                    break question;
                }
                lines.push(Line::Statement(tale.tell(lines.len() + 1, rng)));
            }
        };
        lines.push(Line::Question(question));
    }
    Story { lines }
}

/// A question that the story answers, with the lines that support the answer, each once.
pub(super) fn question(text: String, answer: &str, supporting: &[usize]) -> Question {
    let mut lines = Vec::new();
    for line in supporting {
        if !lines.contains(line) {
            lines.push(*line);
        }
    }
    Question {
        text,
        answer: answer.to_owned(),
        supporting: lines,
    }
}

/// A question that the story doesn't answer.
pub(super) fn in_vain(text: String) -> Question {
    question(text, UNKNOWN, &[])
}
