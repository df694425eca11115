//! Tasks 9 and 10: where people are, are not, or may be.
//!
//! Somebody goes from one place to another; the story tells it as a journey (every other time), as
//! where she is, or as something less: where she no longer is (task 9), or two places in one of
//! which she is (task 10). The figures are from counts over the published stories, which also say
//! "either in the park or the park".

use rand::RngExt as _;
use rand_pcg::Pcg32;

use super::Style;
use super::carrying::{MOVE, PEOPLE, PLACES};
use super::cast::{Cast, Casting, Size, names, one_of};
use super::phrases::{self, Names, say};
use super::tale::{self, RECENT, Tale, Vain, question};
use crate::tasks::babi::{Question, Story};
use crate::tasks::words::any;

/// The names of the published stories of tasks 10 and 14.
pub(super) const TOWNSPEOPLE: [&str; 4] = ["Bill", "Fred", "Julie", "Mary"];
pub(super) const TOWN: [&str; 6] = ["bedroom", "cinema", "kitchen", "office", "park", "school"];

/// What a story says when it says less than where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    /// Where somebody isn't any more: task 9.
    No,
    /// Two places where somebody may be: task 10.
    Maybe,
}

/// A story of one of these tasks with at most so many questions.
pub(super) fn story(doubt: Doubt, most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => {
            let (people, places) = match doubt {
                Doubt::No => (PEOPLE, PLACES),
                Doubt::Maybe => (TOWNSPEOPLE, TOWN),
            };
            let nobody = Cast::default();
            let tale = Whereabouts::new(doubt, style, &people, &places, &nobody, rng);
            tale::in_rounds(tale, most, rng)
        }
        Style::Wide => {
            let size = Size {
                people: 1..=8,
                places: 3..=10,
                things: 0..=0,
            };
            let Casting { present, absent } = Casting::new(&size, rng);
            let (people, places) = (names(&present.people), names(&present.places));
            let tale = Whereabouts::new(doubt, style, &people, &places, &absent, rng);
            tale::at_leisure(tale, most, LONGEST, rng)
        }
    }
}

/// About how many statements a wide story can have.
const LONGEST: usize = 36;

/// What a statement says about where somebody is.
#[derive(Debug, Clone, Copy)]
enum Claim<'a> {
    In(&'a str),
    NotIn(&'a str),
    /// In the one or the other; in truth the first one.
    Either(&'a str, &'a str),
}

impl<'a> Claim<'a> {
    /// Whether that is the place, as far as the claim tells.
    fn judge(self, asked: &str) -> Option<&'static str> {
        match self {
            Self::In(place) => Some(if asked == place { "yes" } else { "no" }),
            Self::NotIn(place) => (asked == place).then_some("no"),
            Self::Either(one, other) if asked == one || asked == other => Some("maybe"),
            Self::Either(..) => Some("no"),
        }
    }

    /// A place to ask about: as often the one that is named as another.
    fn place_to_ask(self, places: &[&'a str], rng: &mut Pcg32) -> &'a str {
        match self {
            Self::In(place) | Self::Either(place, _) if rng.random_bool(0.5) => {
                other_than(place, places, rng)
            }
            Self::In(place) | Self::NotIn(place) | Self::Either(place, _) => place,
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Fact<'a> {
    line: usize,
    who: &'a str,
    claim: Claim<'a>,
}

struct Whereabouts<'a> {
    doubt: Doubt,
    style: Style,
    /// Everybody and where she really is.
    people: Vec<(&'a str, &'a str)>,
    places: Vec<&'a str>,
    absent: &'a Cast,
    facts: Vec<Fact<'a>>,
}

impl<'a> Whereabouts<'a> {
    fn new(
        doubt: Doubt,
        style: Style,
        people: &[&'a str],
        places: &[&'a str],
        absent: &'a Cast,
        rng: &mut Pcg32,
    ) -> Self {
        Self {
            doubt,
            style,
            people: people.iter().map(|who| (*who, any(places, rng))).collect(),
            places: places.to_vec(),
            absent,
            facts: Vec::new(),
        }
    }

    /// The last that the story says about where somebody is.
    fn latest(&self, who: &str) -> Option<Fact<'a>> {
        self.facts.iter().rfind(|fact| fact.who == who).copied()
    }

    fn is_there(&self, who: &str, place: &str, rng: &mut Pcg32) -> String {
        match self.style {
            Style::Babi => format!("Is {who} in the {place}?"),
            Style::Wide => {
                let names = Names {
                    who,
                    place,
                    ..Names::default()
                };
                say(phrases::IS_THERE, names, rng)
            }
        }
    }
}

impl Tale for Whereabouts<'_> {
    fn tell(&mut self, line: usize, rng: &mut Pcg32) -> String {
        let index = rng.random_range(0..self.people.len());
        let (who, from) = self.people[index];
        let to = other_than(from, &self.places, rng);
        self.people[index].1 = to;
        let (claim, forms) = match rng.random_range(0..4) {
            0 | 1 => (Claim::In(to), phrases::MOVE),
            2 => (Claim::In(to), phrases::IS),
            _ => match (self.doubt, self.style) {
                (Doubt::No, _) => (Claim::NotIn(from), phrases::IS_NOT),
                (Doubt::Maybe, Style::Babi) => (
                    Claim::Either(to, any(&self.places, rng)),
                    phrases::IS_EITHER,
                ),
                (Doubt::Maybe, Style::Wide) => {
                    let other = other_than(to, &self.places, rng);
                    (Claim::Either(to, other), phrases::IS_EITHER)
                }
            },
        };
        self.facts.push(Fact { line, who, claim });
        let (place, other) = match claim {
            Claim::In(place) | Claim::NotIn(place) => (place, place),
            Claim::Either(place, other) if rng.random_bool(0.5) => (other, place),
            Claim::Either(place, other) => (place, other),
        };
        match self.style {
            Style::Babi => match claim {
                Claim::In(_) if forms == phrases::MOVE => {
                    format!("{who} {} the {place}.", any(&MOVE, rng))
                }
                Claim::In(_) => format!("{who} is in the {place}."),
                Claim::NotIn(_) => {
                    let not = any(&["not", "no longer"], rng);
                    format!("{who} is {not} in the {place}.")
                }
                Claim::Either(..) => format!("{who} is either in the {place} or the {other}."),
            },
            Style::Wide => {
                let names = Names {
                    who,
                    place,
                    other,
                    ..Names::default()
                };
                phrases::statement(forms, names, rng)
            }
        }
    }

    fn ask(&self, rng: &mut Pcg32) -> Option<Question> {
        let from = match self.style {
            Style::Babi => self.facts.len().saturating_sub(RECENT),
            Style::Wide => 0,
        };
        let who = any(&self.facts[from..], rng).who;
        let Fact { line, claim, .. } = self.latest(who)?;
        let place = claim.place_to_ask(&self.places, rng);
        let answer = claim.judge(place)?;
        Some(question(self.is_there(who, place, rng), answer, &[line]))
    }
}

impl Vain for Whereabouts<'_> {
    fn ask_in_vain(&self, rng: &mut Pcg32) -> String {
        let gone: Vec<Fact<'_>> = self
            .people
            .iter()
            .filter_map(|(who, _)| self.latest(who))
            .filter(|fact| matches!(fact.claim, Claim::NotIn(_)))
            .collect();
        if gone.is_empty() || rng.random_bool(0.35) {
            let who = one_of(&[], &self.absent.people, rng);
            let place = one_of(&self.places, &self.absent.places, rng);
            return self.is_there(who, place, rng);
        }
        let Fact { who, claim, .. } = any(&gone, rng);
        loop {
            let place = one_of(&self.places, &self.absent.places, rng);
            if claim.judge(place).is_none() {
                return self.is_there(who, place, rng);
            }
        }
    }
}

/// Any of the places but this one; there must be two.
pub(super) fn other_than<'a>(place: &str, places: &[&'a str], rng: &mut Pcg32) -> &'a str {
    loop {
        let other = any(places, rng);
        if other != place {
            return other;
        }
    }
}
