//! The questions of wide stories: anything that the story answers, and what it doesn't.

use rand::RngExt as _;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use rand_pcg::Pcg32;

use super::questions::{handlings, holdings, list, number};
use super::told::{Gift, Told, Visit};
use crate::tasks::babi::Question;
use crate::tasks::generators::cast::{Cast, one_of};
use crate::tasks::generators::phrases::{self, Names, say};
use crate::tasks::generators::tale::question;
use crate::tasks::words::{any, short};

/// Asks something that the story answers; nothing if what it would ask of isn't told.
pub(super) type Ask = fn(&Told<'_>, &mut Pcg32) -> Option<Question>;

/// Asks something that the story doesn't answer, perhaps about those whom it never mentions.
pub(super) type AskInVain = fn(&Told<'_>, &Cast, &mut Pcg32) -> String;

/// Task 1.
pub(super) fn where_is_the_person(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let (who, stop) = told.stops.iter().choose(rng)?;
    let names = Names {
        who,
        ..Names::default()
    };
    let text = say(phrases::WHERE_IS, names, rng);
    Some(question(text, short(stop.place), &[stop.line]))
}

pub(super) fn where_is_a_stranger(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let who = stranger(told, absent, rng);
    let names = Names {
        who,
        ..Names::default()
    };
    say(phrases::WHERE_IS, names, rng)
}

/// Task 2.
pub(super) fn where_is_the_thing(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let (what, thing, stop) = told.located().choose(rng)?;
    let names = Names {
        what,
        ..Names::default()
    };
    let text = say(phrases::WHERE_IS_THING, names, rng);
    let supporting = [thing.handled, stop.line];
    Some(question(text, short(stop.place), &supporting))
}

pub(super) fn where_is_something_untold(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let names = Names {
        what: one_of(&untold(told), &absent.things, rng),
        ..Names::default()
    };
    say(phrases::WHERE_IS_THING, names, rng)
}

/// Task 3. A place means the last time the thing was there.
pub(super) fn where_was_the_thing_before(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let steps = told.things.iter().flat_map(|(what, thing)| {
        let steps = thing.route.windows(2).enumerate();
        steps.filter_map(move |(index, step)| {
            let [from, to] = step else { return None };
            let is_last = !came_to(&thing.route[index + 2..], to.stop.place);
            is_last.then_some((what, *from, *to))
        })
    });
    let (what, from, to) = steps.choose(rng)?;
    let names = Names {
        what,
        place: to.stop.place,
        ..Names::default()
    };
    let text = say(phrases::WHERE_WAS_THING_BEFORE, names, rng);
    let supporting = [to.handled, to.stop.line, from.stop.line];
    Some(question(text, short(from.stop.place), &supporting))
}

/// Asks about a place where the thing was first, or never, as far as the story goes.
pub(super) fn where_was_something_before_it_all(
    told: &Told<'_>,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    let things: Vec<&str> = told.things.keys().copied().collect();
    loop {
        let what = one_of(&things, &absent.things, rng);
        let place = one_of(&told.places, &absent.places, rng);
        let tells = told.things.get(what).is_some_and(|thing| {
            thing.unsure || came_to(thing.route.get(1..).unwrap_or_default(), place)
        });
        if !tells {
            let names = Names {
                what,
                place,
                ..Names::default()
            };
            return say(phrases::WHERE_WAS_THING_BEFORE, names, rng);
        }
    }
}

fn came_to(route: &[Visit<'_>], place: &str) -> bool {
    route.iter().any(|visit| visit.stop.place == place)
}

type Same = fn(&Gift<'_>, &Gift<'_>) -> bool;
type Wanted = for<'a> fn(&Gift<'a>) -> &'a str;

/// What can be asked of a gift: in which words, what makes another one fit the same question, and
/// what answers it.
const ABOUT_GIFTS: [(&[&str], Same, Wanted); 5] = [
    (
        phrases::WHAT_GAVE_TO,
        |a, b| a.who == b.who && a.to == b.to,
        |gift| gift.what,
    ),
    (phrases::WHO_GAVE, |a, b| a.what == b.what, |gift| gift.who),
    (
        phrases::WHO_GAVE_TO,
        |a, b| a.what == b.what && a.to == b.to,
        |gift| gift.who,
    ),
    (
        phrases::WHO_RECEIVED,
        |a, b| a.what == b.what,
        |gift| gift.to,
    ),
    (
        phrases::WHO_GIVEN_BY,
        |a, b| a.what == b.what && a.who == b.who,
        |gift| gift.to,
    ),
];

/// Task 5. A question means the last gift that fits it.
pub(super) fn who_gave_what_to_whom(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let one = told.gifts().choose(rng)?;
    let (forms, same, wanted) = any(&ABOUT_GIFTS, rng);
    let last = told.gifts().rev().find(|gift| same(gift, &one))?;
    let text = say(forms, names_of(last), rng);
    Some(question(text, short(wanted(&last)), &[last.line]))
}

/// Asks about a gift that nobody made, for the most part between people and of things that there
/// are.
pub(super) fn what_nobody_gave(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let (forms, same, _) = any(&ABOUT_GIFTS, rng);
    let people: Vec<&str> = told.facts.iter().map(|fact| fact.event.who).collect();
    let things: Vec<&str> = told.things.keys().copied().collect();
    loop {
        let gift = Gift {
            line: 0,
            who: one_of(&people, &absent.people, rng),
            what: one_of(&things, &absent.things, rng),
            to: one_of(&people, &absent.people, rng),
        };
        if gift.who != gift.to && told.gifts().all(|other| !same(&other, &gift)) {
            return say(forms, names_of(gift), rng);
        }
    }
}

fn names_of(gift: Gift<'_>) -> Names<'_> {
    Names {
        who: gift.who,
        what: gift.what,
        to: gift.to,
        ..Names::default()
    }
}

/// Task 6.
pub(super) fn is_the_person_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let (who, stop) = told.stops.iter().choose(rng)?;
    let (place, answer) = there_or_elsewhere(told, stop.place, rng);
    let names = Names {
        who,
        place,
        ..Names::default()
    };
    Some(question(
        say(phrases::IS_THERE, names, rng),
        answer,
        &[stop.line],
    ))
}

pub(super) fn is_a_stranger_there(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let names = Names {
        who: stranger(told, absent, rng),
        place: one_of(&told.places, &absent.places, rng),
        ..Names::default()
    };
    say(phrases::IS_THERE, names, rng)
}

/// Task 7.
pub(super) fn how_many_things_has_the_person(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let who = handler(told, rng)?;
    let count = number(holdings(told, who).len());
    Some(about_what_somebody_has(
        phrases::HOW_MANY,
        count,
        told,
        who,
        rng,
    ))
}

pub(super) fn how_many_things_has_a_stranger(
    _: &Told<'_>,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    let names = Names {
        who: one_of(&[], &absent.people, rng),
        ..Names::default()
    };
    say(phrases::HOW_MANY, names, rng)
}

/// How many of the questions of task 8 ask it the other way round: who has a thing.
const SHARE_OF_WHO: f64 = 0.2;

/// Task 8.
pub(super) fn which_things_has_the_person(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    if rng.random_bool(SHARE_OF_WHO) {
        let borne = told.things.iter();
        let borne = borne.filter_map(|(what, thing)| Some((what, thing, thing.bearer?)));
        let (what, thing, bearer) = borne.choose(rng)?;
        let names = Names {
            what,
            ..Names::default()
        };
        let text = say(phrases::WHO_HAS, names, rng);
        return Some(question(text, bearer, &[thing.got]));
    }
    let who = handler(told, rng)?;
    let held: Vec<&str> = holdings(told, who).into_iter().map(short).collect();
    let held = list(&held);
    Some(about_what_somebody_has(
        phrases::WHAT_HAS,
        &held,
        told,
        who,
        rng,
    ))
}

pub(super) fn which_things_has_a_stranger(_: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let names = Names {
        who: one_of(&[], &absent.people, rng),
        what: one_of(&[], &absent.things, rng),
        ..Names::default()
    };
    let forms = if rng.random_bool(SHARE_OF_WHO) {
        phrases::WHO_HAS
    } else {
        phrases::WHAT_HAS
    };
    say(forms, names, rng)
}

fn about_what_somebody_has(
    forms: &[&str],
    answer: &str,
    told: &Told<'_>,
    who: &str,
    rng: &mut Pcg32,
) -> Question {
    let names = Names {
        who,
        ..Names::default()
    };
    let lines: Vec<usize> = handlings(told, who).map(|fact| fact.line).collect();
    question(say(forms, names, rng), answer, &lines)
}

/// Somebody who got or left something.
fn handler<'a>(told: &Told<'a>, rng: &mut Pcg32) -> Option<&'a str> {
    let mut people: Vec<&str> = told
        .facts
        .iter()
        .filter(|fact| fact.event.thing().is_some())
        .map(|fact| fact.event.who)
        .collect();
    people.sort_unstable();
    people.dedup();
    people.choose(rng).copied()
}

/// Somebody whose whereabouts the story doesn't tell.
fn stranger<'a>(told: &Told<'a>, absent: &'a Cast, rng: &mut Pcg32) -> &'a str {
    let people = told.facts.iter().map(|fact| fact.event.who);
    let people: Vec<&str> = people.filter(|who| told.nowhere(who)).collect();
    one_of(&people, &absent.people, rng)
}

/// A place to ask of whether somebody or something is there, who is at this one, and the answer.
pub(super) fn there_or_elsewhere<'a>(
    told: &Told<'a>,
    place: &'a str,
    rng: &mut Pcg32,
) -> (&'a str, &'static str) {
    let elsewhere = told.places.iter().copied();
    let elsewhere = elsewhere.filter(|other| *other != place);
    match elsewhere.choose(rng) {
        Some(other) if rng.random_bool(0.5) => (other, "no"),
        _ => (place, "yes"),
    }
}

/// The things of which the story doesn't tell where they are.
pub(super) fn untold<'a>(told: &Told<'a>) -> Vec<&'a str> {
    let things = told.things.iter();
    let untold = things.filter(|(_, thing)| thing.bearer.is_some_and(|who| told.nowhere(who)));
    untold.map(|(what, _)| *what).collect()
}
