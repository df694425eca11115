//! Stories and questions of the bAbI tasks, made from a seed.
//!
//! Written from the published descriptions (Weston, Bordes, Chopra, Rush, van Merriënboer, Joulin
//! and Mikolov 2015, "Towards AI-Complete Question Answering: A Set of Prerequisite Toy Tasks",
//! <https://arxiv.org/abs/1502.05698>, §3 and §4) and from counts over the published stories.
//!
//! A simulated world runs and its events are told, two at a time. After each two, the
//! last five statements are looked at: each may suggest questions about whom or what it mentions,
//! and where the story holds the answer, one of the suggestions is asked, all being equally
//! likely. Otherwise the story goes on. That is why questions of task 3 can be a hundred
//! statements apart, and why the same question is often asked twice.
//!
//! The same seed gives the same stories on every platform.

mod questions;
mod told;
mod wording;

use rand::seq::IndexedRandom as _;
use rand::{Rng, SeedableRng as _};
use rand_pcg::Pcg32;
use thiserror::Error;

use self::told::{Fact, Told};
use super::babi::{Line, Question, Story};
use super::world::{Kind, World};

const QUESTIONS_PER_STORY: usize = 5;
const STATEMENTS_PER_ROUND: usize = 2;

/// A task this module makes no stories for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "there is no story generator for task {task}, only for tasks {}",
    known()
)]
pub struct UnknownTask {
    /// The number that was asked for.
    pub task: u8,
}

/// What distinguishes one task's stories from another's.
struct Recipe {
    task: u8,
    /// What happens in the stories.
    kinds: &'static [Kind],
    /// How likely "there" ends a statement about somebody who takes something.
    there_after_get: f64,
    /// The questions that a statement suggests and the story so far can answer.
    ask: fn(&Told, &Fact) -> Vec<Question>,
}

static RECIPES: [Recipe; 4] = [
    Recipe {
        task: 1,
        kinds: &[Kind::Move],
        there_after_get: 1.0,
        ask: questions::where_is_the_person,
    },
    Recipe {
        task: 2,
        kinds: &[Kind::Move, Kind::Get, Kind::Drop],
        there_after_get: 1.0,
        ask: questions::where_is_the_thing,
    },
    Recipe {
        task: 3,
        kinds: &[Kind::Move, Kind::Get, Kind::Drop],
        there_after_get: 0.2,
        ask: questions::where_was_the_thing_before,
    },
    Recipe {
        task: 6,
        kinds: &[Kind::Move, Kind::Get, Kind::Drop],
        there_after_get: 1.0,
        ask: questions::is_the_person_there,
    },
];

/// Makes stories of a bAbI task with exactly so many questions in all, five to a story (the last
/// story may have fewer).
///
/// # Errors
///
/// [`UnknownTask`] unless the task is one of 1, 2, 3 and 6.
pub fn generate(task: u8, questions: usize, seed: u64) -> Result<Vec<Story>, UnknownTask> {
    let recipe = RECIPES
        .iter()
        .find(|recipe| recipe.task == task)
        .ok_or(UnknownTask { task })?;
    let mut rng = Pcg32::seed_from_u64(seed);
    let mut stories = Vec::new();
    let mut left = questions;
    while left > 0 {
        let here = left.min(QUESTIONS_PER_STORY);
        stories.push(story(recipe, here, &mut rng));
        left -= here;
    }
    Ok(stories)
}

fn story(recipe: &Recipe, questions: usize, rng: &mut impl Rng) -> Story {
    let mut world = World::new(rng);
    let mut told = Told::default();
    let mut lines = Vec::new();
    let mut left = questions;
    while left > 0 {
        for _ in 0..STATEMENTS_PER_ROUND {
            let event = world.step(recipe.kinds, rng);
            lines.push(Line::Statement(wording::statement(
                event,
                recipe.there_after_get,
                rng,
            )));
            told.tell(lines.len(), event);
        }
        let suggested: Vec<Question> = told
            .recent()
            .iter()
            .flat_map(|fact| (recipe.ask)(&told, fact))
            .collect();
        if let Some(question) = suggested.choose(rng) {
            lines.push(Line::Question(question.clone()));
            left -= 1;
        }
    }
    Story { lines }
}

fn known() -> String {
    RECIPES
        .each_ref()
        .map(|recipe| recipe.task.to_string())
        .join(", ")
}

#[cfg(test)]
mod tests;
