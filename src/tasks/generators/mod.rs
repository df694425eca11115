//! Stories and questions of the bAbI tasks, made from a seed.
//!
//! Written from the published descriptions (Weston, Bordes, Chopra, Rush, van Merriënboer, Joulin
//! and Mikolov 2015, "Towards AI-Complete Question Answering: A Set of Prerequisite Toy Tasks",
//! <https://arxiv.org/abs/1502.05698>, §3 and §4) and from counts over the published stories.
//!
//! The same seed gives the same stories on every platform.

mod animals;
mod carrying;
mod cast;
mod company;
mod deduction;
mod gatherings;
mod induction;
mod lines;
mod motives;
mod paths;
mod phrases;
mod plane;
mod positions;
mod relations;
mod sizes;
mod tale;
mod times;
mod whereabouts;

use rand::SeedableRng as _;
use rand_pcg::Pcg32;
use thiserror::Error;

use self::whereabouts::Doubt;
use super::babi::{Line, Story};

/// The answer to a question about what the story doesn't say. Such a question has no supporting
/// facts.
pub const UNKNOWN: &str = "unknown";

/// In whose words stories are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// In those of the published data: a few names, one sentence for each thing that can happen,
    /// and as many statements and questions, in the same proportions.
    #[default]
    Babi,
    /// In those of people: hundreds of names, many ways to say the same, and questions that the
    /// story doesn't answer ([`UNKNOWN`]).
    Wide,
}

/// A task this module makes no stories for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no story generator for task {task}, only for tasks 1 to 20")]
pub struct UnknownTask {
    /// The number that was asked for.
    pub task: u8,
}

/// Tells a story with at least one question and at most so many, the last line being a question.
type Teller = fn(usize, Style, &mut Pcg32) -> Story;

fn teller(task: u8) -> Result<Teller, UnknownTask> {
    Ok(match task {
        1 => |most, style, rng| carrying::story(&carrying::SINGLE_FACT, most, style, rng),
        2 => |most, style, rng| carrying::story(&carrying::TWO_FACTS, most, style, rng),
        3 => |most, style, rng| carrying::story(&carrying::THREE_FACTS, most, style, rng),
        4 => relations::story,
        5 => |most, style, rng| carrying::story(&carrying::THREE_ARGUMENTS, most, style, rng),
        6 => |most, style, rng| carrying::story(&carrying::YES_OR_NO, most, style, rng),
        7 => |most, style, rng| carrying::story(&carrying::COUNTING, most, style, rng),
        8 => |most, style, rng| carrying::story(&carrying::LISTS, most, style, rng),
        9 => |most, style, rng| whereabouts::story(Doubt::No, most, style, rng),
        10 => |most, style, rng| whereabouts::story(Doubt::Maybe, most, style, rng),
        11 => |most, style, rng| company::story(&company::ONE_PRONOUN, most, style, rng),
        12 => |most, style, rng| company::story(&company::CONJUNCTION, most, style, rng),
        13 => |most, style, rng| company::story(&company::PRONOUN_FOR_SEVERAL, most, style, rng),
        14 => times::story,
        15 => deduction::story,
        16 => induction::story,
        17 => positions::story,
        18 => sizes::story,
        19 => paths::story,
        20 => motives::story,
        _ => return Err(UnknownTask { task }),
    })
}

/// Makes stories of a bAbI task with exactly so many questions in all. A story has as many
/// questions as those of the published data (the last one may have fewer).
///
/// # Errors
///
/// [`UnknownTask`] unless the task is one of 1 to 20.
pub fn generate(
    task: u8,
    questions: usize,
    style: Style,
    seed: u64,
) -> Result<Vec<Story>, UnknownTask> {
    let tell = teller(task)?;
    let mut rng = Pcg32::seed_from_u64(seed);
    let mut stories = Vec::new();
    let mut left = questions;
    while left > 0 {
        let story = tell(left, style, &mut rng);
        left -= story
            .lines
            .iter()
            .filter(|line| matches!(line, Line::Question(_)))
            .count();
        stories.push(story);
    }
    Ok(stories)
}

#[cfg(test)]
mod reading;
#[cfg(test)]
mod tests;
