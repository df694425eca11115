//! Tasks 11, 12 and 13: pronouns, and several people in one sentence.
//!
//! Somebody, or some people together, go somewhere; in tasks 11 and 13 the next sentence says with
//! a pronoun that they go on. In the published stories everybody whom a statement is about counts
//! by herself among the last five that a question may be about.

use std::ops::RangeInclusive;

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use super::Style;
use super::carrying::{MOVE, PEOPLE, PLACES};
use super::cast::{Cast, Casting, Size, names, one_of};
use super::gatherings::{about_a_deserted_place, about_a_place};
use super::phrases::{self, Names, say};
use super::tale::{self, RECENT, SHARE_OF_OTHERS, Tale, Vain, question};
use crate::tasks::babi::{Question, Story};
use crate::tasks::words::{MEN, WOMEN, any, short};

/// What distinguishes one task's stories from another's.
pub(super) struct Recipe {
    /// How many people a sentence is about.
    together: usize,
    /// Whether each sentence that names people is followed by one that doesn't.
    pronouns: bool,
    /// How many people a sentence of a wide story is about.
    wide: RangeInclusive<usize>,
}

/// Task 11.
pub(super) static ONE_PRONOUN: Recipe = Recipe {
    together: 1,
    pronouns: true,
    wide: 1..=1,
};

/// Task 12.
pub(super) static CONJUNCTION: Recipe = Recipe {
    together: 2,
    pronouns: false,
    wide: 1..=3,
};

/// Task 13.
pub(super) static PRONOUN_FOR_SEVERAL: Recipe = Recipe {
    together: 2,
    pronouns: true,
    wide: 2..=3,
};

/// About how many statements a wide story can have.
const LONGEST: usize = 34;

/// A story of one of these tasks with at most so many questions.
pub(super) fn story(recipe: &Recipe, most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => {
            let nobody = Cast::default();
            let tale = Company::new(recipe, style, &PEOPLE, (&PLACES, &[]), &nobody);
            tale::in_rounds(tale, most, rng)
        }
        Style::Wide => {
            let size = Size {
                people: *recipe.wide.end()..=8,
                places: 4..=10,
                things: 1..=4,
            };
            let Casting { present, absent } = Casting::new(&size, rng);
            let [people, places, things] =
                [&present.people, &present.places, &present.things].map(|all| names(all));
            let tale = Company::new(recipe, style, &people, (&places, &things), &absent);
            tale::at_leisure(tale, most, LONGEST, rng)
        }
    }
}

/// Where somebody went, the statement that says so, and the one that names her.
#[derive(Debug, Clone, Copy)]
struct Fact<'a> {
    who: &'a str,
    place: &'a str,
    line: usize,
    named: usize,
}

struct Company<'a> {
    recipe: &'a Recipe,
    style: Style,
    people: Vec<&'a str>,
    places: Vec<&'a str>,
    things: Vec<&'a str>,
    absent: &'a Cast,
    facts: Vec<Fact<'a>>,
    /// Of whom the last sentence told, where she was named, and in how many sentences since.
    topic: Vec<&'a str>,
    named: usize,
    since: usize,
}

impl<'a> Company<'a> {
    fn new(
        recipe: &'a Recipe,
        style: Style,
        people: &[&'a str],
        (places, things): (&[&'a str], &[&'a str]),
        absent: &'a Cast,
    ) -> Self {
        Self {
            recipe,
            style,
            people: people.to_vec(),
            places: places.to_vec(),
            things: things.to_vec(),
            absent,
            facts: Vec::new(),
            topic: Vec::new(),
            named: 0,
            since: 0,
        }
    }

    fn latest(&self, who: &str) -> Option<Fact<'a>> {
        self.facts.iter().rfind(|fact| fact.who == who).copied()
    }

    /// A place where none of them is yet, if there is one by luck.
    fn new_place(&self, who: &[&str], rng: &mut Pcg32) -> Option<&'a str> {
        let place = any(&self.places, rng);
        let mut there = who.iter().filter_map(|who| self.latest(who));
        there.all(|fact| fact.place != place).then_some(place)
    }

    /// Whether the next sentence goes on about the same people.
    fn goes_on(&self, rng: &mut Pcg32) -> bool {
        const MOST: usize = 3;
        self.recipe.pronouns
            && !self.topic.is_empty()
            && match self.style {
                Style::Babi => self.since == 0,
                Style::Wide => self.since < MOST && rng.random_bool(0.6),
            }
    }

    /// Some people and a place that is new to all of them.
    fn people_and_place(&self, goes_on: bool, rng: &mut Pcg32) -> (Vec<&'a str>, &'a str) {
        loop {
            let who = if goes_on {
                self.topic.clone()
            } else {
                let count = match self.style {
                    Style::Babi => self.recipe.together,
                    Style::Wide => rng.random_range(self.recipe.wide.clone()),
                };
                self.people.sample(rng, count).copied().collect()
            };
            if let Some(place) = self.new_place(&who, rng) {
                return (who, place);
            }
        }
    }

    /// Everybody who is at a place, in the order in which the story tells it.
    fn people_at(&self, place: &str) -> Vec<&Fact<'a>> {
        let last = |fact: &&Fact<'_>| self.latest(fact.who).is_some_and(|it| it.line == fact.line);
        let there = self.facts.iter().filter(|fact| fact.place == place);
        there.filter(last).collect()
    }

    /// Asks who is at a place.
    fn who_is_there(&self, place: &str, rng: &mut Pcg32) -> Option<Question> {
        let there = self.people_at(place);
        let names: Vec<&str> = there.iter().map(|fact| fact.who).collect();
        let lines: Vec<usize> = there
            .iter()
            .flat_map(|fact| [fact.named, fact.line])
            .collect();
        about_a_place(phrases::WHO_IS_IN, place, &names, &lines, rng)
    }

    /// A sentence about one person that says nothing of where she is.
    fn errand(&mut self, line: usize, rng: &mut Pcg32) -> String {
        let who = any(&self.people, rng);
        self.topic = vec![who];
        (self.named, self.since) = (line, 0);
        let names = Names {
            who,
            what: any(&self.things, rng),
            ..Names::default()
        };
        phrases::statement(phrases::LOOK_AT, names, rng)
    }
}

impl Tale for Company<'_> {
    fn tell(&mut self, line: usize, rng: &mut Pcg32) -> String {
        const ERRANDS: f64 = 0.15;
        let goes_on = self.goes_on(rng);
        let wide = self.style == Style::Wide;
        if wide && !goes_on && self.recipe.wide.contains(&1) && rng.random_bool(ERRANDS) {
            return self.errand(line, rng);
        }
        let (who, place) = self.people_and_place(goes_on, rng);
        if goes_on {
            self.since += 1;
        } else {
            (self.named, self.since) = (line, 0);
        }
        self.facts.extend(who.iter().map(|who| Fact {
            who,
            place,
            line,
            named: self.named,
        }));
        self.topic = who;
        match self.style {
            Style::Babi => published(&self.topic, place, goes_on, rng),
            Style::Wide if goes_on => with_pronoun(&self.topic, place, rng),
            Style::Wide => with_names(&self.topic, place, rng),
        }
    }

    fn ask(&self, rng: &mut Pcg32) -> Option<Question> {
        let from = match self.style {
            Style::Babi => self.facts.len().saturating_sub(RECENT),
            Style::Wide => 0,
        };
        let one = self.facts[from..].choose(rng)?;
        if self.style == Style::Wide && rng.random_bool(SHARE_OF_OTHERS) {
            return self.who_is_there(one.place, rng);
        }
        let who = one.who;
        let fact = self.latest(who)?;
        let text = match self.style {
            Style::Babi => format!("Where is {who}?"),
            Style::Wide => where_is(who, rng),
        };
        Some(question(text, short(fact.place), &[fact.named, fact.line]))
    }
}

impl Vain for Company<'_> {
    fn ask_in_vain(&self, rng: &mut Pcg32) -> String {
        if rng.random_bool(SHARE_OF_OTHERS) {
            let is_deserted = |place: &str| self.people_at(place).is_empty();
            let forms = phrases::WHO_IS_IN;
            return about_a_deserted_place(forms, &self.places, is_deserted, self.absent, rng);
        }
        let untold = self.topic.iter().filter(|who| self.latest(who).is_none());
        let untold: Vec<&str> = untold.copied().collect();
        where_is(one_of(&untold, &self.absent.people, rng), rng)
    }
}

fn where_is(who: &str, rng: &mut Pcg32) -> String {
    let names = Names {
        who,
        ..Names::default()
    };
    say(phrases::WHERE_IS, names, rng)
}

fn published(who: &[&str], place: &str, goes_on: bool, rng: &mut Pcg32) -> String {
    const SEQUEL: [&str; 4] = ["After that", "Afterwards", "Following that", "Then"];
    let verb = any(&MOVE, rng);
    let who = if goes_on {
        format!("{} {}", any(&SEQUEL, rng), pronoun(who))
    } else {
        who.join(" and ")
    };
    format!("{who} {verb} the {place}.")
}

fn with_pronoun(who: &[&str], place: &str, rng: &mut Pcg32) -> String {
    let names = Names {
        who: pronoun(who),
        place,
        ..Names::default()
    };
    say(phrases::GO_ON, names, rng)
}

fn with_names(who: &[&str], place: &str, rng: &mut Pcg32) -> String {
    let (first, others) = who.split_first().unwrap_or((&"", &[]));
    let names = Names {
        who: &joined(who),
        one: first,
        to: &joined(others),
        place,
        ..Names::default()
    };
    let forms = if others.is_empty() {
        phrases::MOVE
    } else {
        phrases::MOVE_TOGETHER
    };
    phrases::statement(forms, names, rng)
}

/// "Ann", "Ann and Bob", "Ann, Bob and Cy".
fn joined(who: &[&str]) -> String {
    match who {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => who.concat(),
    }
}

fn pronoun(who: &[&str]) -> &'static str {
    match who {
        [one] if WOMEN.contains(one) => "she",
        [one] if MEN.contains(one) => "he",
        _ => "they",
    }
}
