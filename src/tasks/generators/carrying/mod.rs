//! Tasks 1, 2, 3 and 6: people go about and carry things.
//!
//! A simulated world runs and its events are told, two at a time. After each two, the
//! last five statements are looked at: each may suggest questions about whom or what it mentions,
//! and where the story holds the answer, one of the suggestions is asked, all being equally
//! likely. Otherwise the story goes on. That is why questions of task 3 can be a hundred
//! statements apart, and why the same question is often asked twice.

mod questions;
mod told;
mod wording;

use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use self::told::{Fact, Told};
use super::Style;
use crate::tasks::babi::{Line, Question, Story};
use crate::tasks::world::{Kind, World};

const QUESTIONS_PER_STORY: usize = 5;
const STATEMENTS_PER_ROUND: usize = 2;

/// What distinguishes one task's stories from another's.
pub(super) struct Recipe {
    /// What happens in the stories.
    kinds: &'static [Kind],
    /// How likely "there" ends a statement about somebody who takes something.
    there_after_get: f64,
    /// The questions that a statement suggests and the story so far can answer.
    ask: fn(&Told, &Fact) -> Vec<Question>,
}

/// Task 1.
pub(super) static SINGLE_FACT: Recipe = Recipe {
    kinds: &[Kind::Move],
    there_after_get: 1.0,
    ask: questions::where_is_the_person,
};

/// Task 2.
pub(super) static TWO_FACTS: Recipe = Recipe {
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 1.0,
    ask: questions::where_is_the_thing,
};

/// Task 3.
pub(super) static THREE_FACTS: Recipe = Recipe {
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 0.2,
    ask: questions::where_was_the_thing_before,
};

/// Task 6.
pub(super) static YES_OR_NO: Recipe = Recipe {
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 1.0,
    ask: questions::is_the_person_there,
};

/// A story of one of these tasks with at most so many questions.
pub(super) fn story(recipe: &Recipe, most: usize, _style: Style, rng: &mut Pcg32) -> Story {
    let mut world = World::new(rng);
    let mut told = Told::default();
    let mut lines = Vec::new();
    let mut left = most.min(QUESTIONS_PER_STORY);
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
