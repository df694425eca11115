//! Who and what a story is about.

use rand::RngExt as _;
use rand_pcg::Pcg32;

use std::ops::RangeInclusive;

use crate::tasks::words::{self, any, several};

/// The names in a story, which always mentions them in full: that the kitchen of one sentence is the
/// old kitchen of a later one, nobody could know.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub people: Vec<String>,
    pub places: Vec<String>,
    pub things: Vec<String>,
}

/// How many people, places and things a wide story may have.
#[derive(Debug, Clone)]
pub(super) struct Size {
    pub people: RangeInclusive<usize>,
    pub places: RangeInclusive<usize>,
    pub things: RangeInclusive<usize>,
}

/// The cast of a wide story, and some whom it never mentions.
#[derive(Debug)]
pub(super) struct Casting {
    pub present: Cast,
    pub absent: Cast,
}

/// How many people, places and things there are that the story never mentions.
const ABSENT: usize = 2;

impl Casting {
    /// Names of chance, no two of which have a word in common.
    pub fn new(size: &Size, rng: &mut Pcg32) -> Self {
        let mut count = |range: &RangeInclusive<usize>| rng.random_range(range.clone());
        let (people_count, places_count, things_count) = (
            count(&size.people),
            count(&size.places),
            count(&size.things),
        );
        let everybody = [words::WOMEN, words::MEN, words::OTHERS].concat();
        let people = several(&everybody, people_count + ABSENT, &[], rng);
        let places = several(words::PLACES, places_count + ABSENT, &people, rng);
        let taken = [&people[..], &places].concat();
        let things = several(words::THINGS, things_count + ABSENT, &taken, rng);
        let mut present = Cast {
            people: people.into_iter().map(str::to_owned).collect(),
            places: places
                .into_iter()
                .map(|name| marked_place(name, rng))
                .collect(),
            things: things
                .into_iter()
                .map(|name| marked_thing(name, rng))
                .collect(),
        };
        let absent = Cast {
            people: present.people.split_off(people_count),
            places: present.places.split_off(places_count),
            things: present.things.split_off(things_count),
        };
        Self { present, absent }
    }

    /// Names of places only.
    pub fn of_places(count: RangeInclusive<usize>, rng: &mut Pcg32) -> Self {
        let size = Size {
            people: 0..=0,
            places: count,
            things: 0..=0,
        };
        Self::new(&size, rng)
    }

    /// Names of people only.
    pub fn of_people(count: RangeInclusive<usize>, rng: &mut Pcg32) -> Self {
        let size = Size {
            people: count,
            places: 0..=0,
            things: 0..=0,
        };
        Self::new(&size, rng)
    }
}

/// The names as a list of references.
pub(super) fn names(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

/// One of those in the story, if there is one, or more rarely one of those who aren't.
pub(super) fn one_of<'a>(present: &[&'a str], absent: &'a [String], rng: &mut Pcg32) -> &'a str {
    const ABSENT: f64 = 0.35;
    if present.is_empty() || rng.random_bool(ABSENT) {
        &absent[rng.random_range(0..absent.len())]
    } else {
        any(present, rng)
    }
}

/// A thing, sometimes with what tells it from others of its kind.
fn marked_thing(noun: &str, rng: &mut Pcg32) -> String {
    match rng.random_range(0..20) {
        0 => format!("{}'s {noun}", any(words::OWNERS, rng)),
        1..=3 => format!("{} {noun}", any(words::COLOURS, rng)),
        4..=7 => format!("{} {noun}", any(words::ADJECTIVES, rng)),
        _ => noun.to_owned(),
    }
}

/// A place, sometimes with what tells it from others of its kind.
fn marked_place(noun: &str, rng: &mut Pcg32) -> String {
    if noun.starts_with(char::is_uppercase) || noun.contains(' ') {
        return noun.to_owned();
    }
    match rng.random_range(0..20) {
        0 => format!("{} {noun}", any(words::COLOURS, rng)),
        1 | 2 => format!(
            "{} {noun}",
            any(&["old", "new", "big", "small", "empty"], rng)
        ),
        _ => noun.to_owned(),
    }
}
