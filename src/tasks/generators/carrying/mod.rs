//! Tasks 1, 2, 3, 5, 6, 7 and 8: people go about, carry things and give them to one another.
//!
//! A simulated world runs and its events are told, in the published stories two at a time. After
//! each two, the last five statements are looked at: each may suggest questions about whom or what
//! it mentions, and where the story holds the answer, one of the suggestions is asked, all being
//! equally likely. Otherwise the story goes on. That is why questions of task 3 can be a hundred
//! statements apart, and why the same question is often asked twice.
//!
//! Wide stories run in the same world with more people, places and things in it. Now and then they
//! tell where something happens or lies, and they ask what else people ask of such stories: who is
//! in the kitchen, whether somebody has the milk, where she left it.

mod others;
mod questions;
mod told;
mod wide;
mod wording;

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use self::told::{Fact, Told};
use super::Style;
use super::cast::{Cast, Casting, Size, names};
use super::tale::{self, SHARE_OF_OTHERS, Tale};
use crate::tasks::babi::{Question, Story};
use crate::tasks::generators::phrases;
use crate::tasks::world::{Action, Kind, World};

pub(super) use wording::MOVE;

/// The names of the published stories: whoever is named first is given things first.
pub(super) const PEOPLE: [&str; 4] = ["Mary", "John", "Daniel", "Sandra"];
const COUNTERS: [&str; 4] = ["John", "Mary", "Sandra", "Daniel"];
const GIVERS: [&str; 4] = ["Mary", "Fred", "Bill", "Jeff"];
pub(super) const PLACES: [&str; 6] = [
    "bathroom", "bedroom", "garden", "hallway", "kitchen", "office",
];
const THINGS: [&str; 3] = ["apple", "football", "milk"];

/// What distinguishes one task's stories from another's.
pub(super) struct Recipe {
    people: [&'static str; 4],
    /// What happens in the published stories.
    kinds: &'static [Kind],
    /// How likely "there" ends a statement about somebody who takes something.
    there_after_get: f64,
    /// The questions that a statement suggests and the story so far can answer.
    ask: fn(&Told<'_>, &Fact<'_>) -> Vec<Question>,
    wide: WideRecipe,
}

/// What distinguishes one task's wide stories from another's.
struct WideRecipe {
    size: Size,
    kinds: &'static [Kind],
    /// About how many statements a story can have.
    longest: usize,
    ask: wide::Ask,
    ask_in_vain: wide::AskInVain,
    /// What else people ask of such stories, with an answer and without.
    others: &'static [(wide::Ask, wide::AskInVain)],
}

/// In the published stories people think of giving three to four times as often as of anything else.
const MOSTLY_GIVING: &[Kind] = &[
    Kind::Move,
    Kind::Move,
    Kind::Get,
    Kind::Get,
    Kind::Drop,
    Kind::Drop,
    Kind::Give,
    Kind::Give,
    Kind::Give,
    Kind::Give,
    Kind::Give,
    Kind::Give,
    Kind::Give,
];

/// Task 1.
pub(super) static SINGLE_FACT: Recipe = Recipe {
    people: PEOPLE,
    kinds: &[Kind::Move],
    there_after_get: 1.0,
    ask: questions::where_is_the_person,
    wide: WideRecipe {
        size: Size {
            people: 1..=8,
            places: 2..=10,
            things: 0..=2,
        },
        kinds: &[Kind::Move, Kind::Move, Kind::Move, Kind::Get, Kind::Drop],
        longest: 30,
        ask: wide::where_is_the_person,
        ask_in_vain: wide::where_is_a_stranger,
        others: &[(others::who_is_there, others::who_is_where_nobody_is)],
    },
};

/// Task 2.
pub(super) static TWO_FACTS: Recipe = Recipe {
    people: PEOPLE,
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 1.0,
    ask: questions::where_is_the_thing,
    wide: WideRecipe {
        size: Size {
            people: 1..=6,
            places: 2..=6,
            things: 1..=6,
        },
        kinds: &[
            Kind::Move,
            Kind::Move,
            Kind::Get,
            Kind::Get,
            Kind::Drop,
            Kind::Give,
            Kind::Carry,
        ],
        longest: 38,
        ask: wide::where_is_the_thing,
        ask_in_vain: wide::where_is_something_untold,
        others: &[
            (others::what_is_there, others::what_is_where_nothing_is),
            (
                others::where_was_the_thing_left,
                others::where_was_something_untold_left,
            ),
        ],
    },
};

/// Task 3.
pub(super) static THREE_FACTS: Recipe = Recipe {
    people: PEOPLE,
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 0.2,
    ask: questions::where_was_the_thing_before,
    wide: WideRecipe {
        size: Size {
            people: 1..=5,
            places: 3..=7,
            things: 1..=5,
        },
        kinds: &[
            Kind::Move,
            Kind::Move,
            Kind::Get,
            Kind::Get,
            Kind::Drop,
            Kind::Give,
            Kind::Carry,
        ],
        longest: 60,
        ask: wide::where_was_the_thing_before,
        ask_in_vain: wide::where_was_something_before_it_all,
        others: &[],
    },
};

/// Task 5.
pub(super) static THREE_ARGUMENTS: Recipe = Recipe {
    people: GIVERS,
    kinds: MOSTLY_GIVING,
    there_after_get: 1.0,
    ask: questions::who_gave_what_to_whom,
    wide: WideRecipe {
        size: Size {
            people: 2..=6,
            places: 2..=3,
            things: 1..=6,
        },
        kinds: &[
            Kind::Move,
            Kind::Get,
            Kind::Drop,
            Kind::Give,
            Kind::Give,
            Kind::Give,
        ],
        longest: 34,
        ask: wide::who_gave_what_to_whom,
        ask_in_vain: wide::what_nobody_gave,
        others: &[],
    },
};

/// Task 6.
pub(super) static YES_OR_NO: Recipe = Recipe {
    people: PEOPLE,
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 1.0,
    ask: questions::is_the_person_there,
    wide: WideRecipe {
        size: Size {
            people: 1..=8,
            places: 2..=8,
            things: 0..=4,
        },
        kinds: &[
            Kind::Move,
            Kind::Move,
            Kind::Get,
            Kind::Drop,
            Kind::Give,
            Kind::Carry,
        ],
        longest: 38,
        ask: wide::is_the_person_there,
        ask_in_vain: wide::is_a_stranger_there,
        others: &[
            (
                others::is_the_thing_there,
                others::is_something_untold_there,
            ),
            (
                others::has_the_person_the_thing,
                others::has_somebody_something_untold,
            ),
        ],
    },
};

/// Task 7.
pub(super) static COUNTING: Recipe = Recipe {
    people: COUNTERS,
    kinds: MOSTLY_GIVING,
    there_after_get: 1.0,
    ask: questions::how_many_things_has_the_person,
    wide: WideRecipe {
        size: Size {
            people: 1..=4,
            places: 2..=3,
            things: 2..=5,
        },
        kinds: &[
            Kind::Move,
            Kind::Get,
            Kind::Get,
            Kind::Get,
            Kind::Drop,
            Kind::Give,
        ],
        longest: 38,
        ask: wide::how_many_things_has_the_person,
        ask_in_vain: wide::how_many_things_has_a_stranger,
        others: &[],
    },
};

/// Task 8.
pub(super) static LISTS: Recipe = Recipe {
    people: PEOPLE,
    kinds: &[Kind::Move, Kind::Get, Kind::Drop],
    there_after_get: 1.0,
    ask: questions::which_things_has_the_person,
    wide: WideRecipe {
        size: Size {
            people: 1..=4,
            places: 2..=3,
            things: 2..=4,
        },
        kinds: &[
            Kind::Move,
            Kind::Get,
            Kind::Get,
            Kind::Get,
            Kind::Drop,
            Kind::Give,
        ],
        longest: 38,
        ask: wide::which_things_has_the_person,
        ask_in_vain: wide::which_things_has_a_stranger,
        others: &[(others::who_took_what, others::who_took_something_untold)],
    },
};

/// A story of one of these tasks with at most so many questions.
pub(super) fn story(recipe: &Recipe, most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => {
            let tale = Published {
                recipe,
                world: World::new(&recipe.people, &PLACES, &THINGS, rng),
                told: Told::default(),
            };
            tale::in_rounds(tale, most, rng)
        }
        Style::Wide => {
            let Casting { present, absent } = Casting::new(&recipe.wide.size, rng);
            let [people, places, things] =
                [&present.people, &present.places, &present.things].map(|all| names(all));
            let tale = Wide {
                recipe: &recipe.wide,
                world: World::new(&people, &places, &things, rng),
                told: Told::default(),
                thing: None,
                absent: &absent,
            };
            tale::at_leisure(tale, most, recipe.wide.longest, rng)
        }
    }
}

struct Published<'a> {
    recipe: &'a Recipe,
    world: World<'a>,
    told: Told<'a>,
}

impl Tale for Published<'_> {
    fn tell(&mut self, line: usize, rng: &mut Pcg32) -> String {
        let event = self.world.step(self.recipe.kinds, rng);
        self.told.tell(line, event, None);
        wording::published(event, self.recipe.there_after_get, rng)
    }

    fn ask(&self, rng: &mut Pcg32) -> Option<Question> {
        let suggested: Vec<Question> = self
            .told
            .recent()
            .iter()
            .flat_map(|fact| (self.recipe.ask)(&self.told, fact))
            .collect();
        suggested.choose(rng).cloned()
    }
}

struct Wide<'a> {
    recipe: &'a WideRecipe,
    world: World<'a>,
    told: Told<'a>,
    /// The thing of which the last statement told.
    thing: Option<&'a str>,
    absent: &'a Cast,
}

/// How many statements tell where a thing lies, if one lies somewhere, instead of what happens.
const LYING: f64 = 0.1;

/// How many events are told with the place where they happen, beside those that say where somebody
/// goes.
const PLACED: f64 = 0.2;

/// How many statements about somebody who takes something tell of something else that she takes.
const BOTH: f64 = 0.15;

/// How many statements about the same thing as the one before call it "it".
const CALLED_IT: f64 = 0.5;

impl<'a> Wide<'a> {
    /// What to call a thing, if there is one.
    fn call(&mut self, what: Option<&'a str>, rng: &mut Pcg32) -> &'a str {
        let again = what.is_some() && what == self.thing;
        self.thing = what;
        match what {
            Some(_) if again && rng.random_bool(CALLED_IT) => phrases::IT,
            _ => what.unwrap_or_default(),
        }
    }
}

impl Tale for Wide<'_> {
    fn tell(&mut self, line: usize, rng: &mut Pcg32) -> String {
        if rng.random_bool(LYING)
            && let Some((what, place)) = self.world.lying(rng)
        {
            self.told.tell_of_thing(line, what, place);
            return wording::lying(self.call(Some(what), rng), place, rng);
        }
        let event = self.world.step(self.recipe.kinds, rng);
        let place = match event.action {
            Action::Move(_) | Action::Carry(..) => None,
            _ => self
                .world
                .place_of(event.who)
                .filter(|_| rng.random_bool(PLACED)),
        };
        self.told.tell(line, event, place);
        if let (Action::Get(what), None) = (event.action, place)
            && rng.random_bool(BOTH)
            && let Some(more) = self.world.take(event.who, rng)
        {
            self.told.tell(line, more, None);
            self.thing = None;
            let other = more.thing().unwrap_or_default();
            return wording::taking_both(event.who, what, other, rng);
        }
        let what = self.call(event.thing(), rng);
        wording::wide(event, place, what, rng)
    }

    fn ask(&self, rng: &mut Pcg32) -> Option<Question> {
        match any_other(self.recipe, rng) {
            Some((ask, _)) => ask(&self.told, rng),
            None => (self.recipe.ask)(&self.told, rng),
        }
    }
}

impl tale::Vain for Wide<'_> {
    fn ask_in_vain(&self, rng: &mut Pcg32) -> String {
        let ask = match any_other(self.recipe, rng) {
            Some((_, ask_in_vain)) => ask_in_vain,
            None => &self.recipe.ask_in_vain,
        };
        ask(&self.told, self.absent, rng)
    }
}

/// Sometimes one of the questions that the task doesn't ask.
fn any_other<'a>(
    recipe: &'a WideRecipe,
    rng: &mut Pcg32,
) -> Option<&'a (wide::Ask, wide::AskInVain)> {
    let others = recipe.others.choose(rng)?;
    rng.random_bool(SHARE_OF_OTHERS).then_some(others)
}
