//! The questions of wide stories: anything that the story answers, and what it doesn't.

use rand::RngExt as _;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use rand_pcg::Pcg32;

use super::questions::{handlings, holdings, list, number};
use super::told::{Fact, Gift, Told, Visit};
use crate::tasks::babi::Question;
use crate::tasks::generators::cast::{Cast, one_of};
use crate::tasks::generators::phrases::{self, Names, say};
use crate::tasks::generators::tale::question;
use crate::tasks::words::{any, short};
use crate::tasks::world::Action;

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
    let known = told
        .things
        .iter()
        .filter_map(|(what, thing)| Some((what, thing, told.whereabouts(thing)?)));
    let (what, thing, stop) = known.choose(rng)?;
    let names = Names {
        what,
        ..Names::default()
    };
    let text = say(phrases::WHERE_IS_THING, names, rng);
    let supporting = without_repeats([thing.handled, stop.line]);
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
    let supporting = without_repeats([to.handled, to.stop.line, from.stop.line]);
    Some(question(text, short(from.stop.place), &supporting))
}

/// Asks about a place where the thing was first, or never, as far as the story goes.
pub(super) fn where_was_something_before_it_all(
    told: &Told<'_>,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    let things: Vec<&str> = told.things.keys().copied().collect();
    let places: Vec<&str> = told.all_stops.iter().map(|stop| stop.place).collect();
    loop {
        let what = one_of(&things, &absent.things, rng);
        let place = one_of(&places, &absent.places, rng);
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
    let elsewhere = told
        .all_stops
        .iter()
        .map(|other| other.place)
        .filter(|place| *place != stop.place);
    let (place, answer) = match elsewhere.choose(rng) {
        Some(place) if rng.random_bool(0.5) => (place, "no"),
        _ => (stop.place, "yes"),
    };
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
    let places: Vec<&str> = told.all_stops.iter().map(|stop| stop.place).collect();
    let names = Names {
        who: stranger(told, absent, rng),
        place: one_of(&places, &absent.places, rng),
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

/// How many names an answer lists at most.
const MOST_LISTED: usize = 3;

/// Who is at a place.
pub(super) fn who_is_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let place = told.all_stops.choose(rng)?.place;
    let there = told.people_at(place);
    let names: Vec<&str> = there.iter().map(|(who, _)| *who).collect();
    let lines: Vec<usize> = there.iter().map(|(_, stop)| stop.line).collect();
    about_a_place(phrases::WHO_IS_IN, place, &names, &lines, rng)
}

pub(super) fn who_is_where_nobody_is(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let place = deserted(told, absent, |place| told.people_at(place).is_empty(), rng);
    let names = Names {
        place,
        ..Names::default()
    };
    say(phrases::WHO_IS_IN, names, rng)
}

/// Which things are at a place.
pub(super) fn what_is_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let place = told.all_stops.choose(rng)?.place;
    let there = told.things_at(place);
    let names: Vec<&str> = there.iter().map(|(what, _)| short(what)).collect();
    let lines: Vec<usize> = there.iter().flat_map(|(_, lines)| *lines).collect();
    about_a_place(phrases::WHAT_IS_IN, place, &names, &lines, rng)
}

pub(super) fn what_is_where_nothing_is(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let place = deserted(told, absent, |place| told.things_at(place).is_empty(), rng);
    let names = Names {
        place,
        ..Names::default()
    };
    say(phrases::WHAT_IS_IN, names, rng)
}

fn about_a_place(
    forms: &[&str],
    place: &str,
    there: &[&str],
    lines: &[usize],
    rng: &mut Pcg32,
) -> Option<Question> {
    let names = Names {
        place,
        ..Names::default()
    };
    let answerable = (1..=MOST_LISTED).contains(&there.len());
    let lines = without_repeats(lines.iter().copied());
    answerable.then(|| question(say(forms, names, rng), &there.join(","), &lines))
}

/// A place of which it holds that nobody (or nothing) is told to be there.
fn deserted<'a>(
    told: &Told<'a>,
    absent: &'a Cast,
    is_deserted: impl Fn(&str) -> bool,
    rng: &mut Pcg32,
) -> &'a str {
    let places = told.all_stops.iter().map(|stop| stop.place);
    let places: Vec<&str> = places.filter(|place| is_deserted(place)).collect();
    one_of(&places, &absent.places, rng)
}

/// Whether something is at a place.
pub(super) fn is_the_thing_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let known = told.things.iter();
    let known = known.filter_map(|(what, thing)| Some((what, thing, told.whereabouts(thing)?)));
    let (what, thing, stop) = known.choose(rng)?;
    let elsewhere = told.all_stops.iter().map(|other| other.place);
    let elsewhere = elsewhere.filter(|place| *place != stop.place);
    let (place, answer) = match elsewhere.choose(rng) {
        Some(place) if rng.random_bool(0.5) => (place, "no"),
        _ => (stop.place, "yes"),
    };
    let names = Names {
        what,
        place,
        ..Names::default()
    };
    let text = say(phrases::IS_THING_THERE, names, rng);
    Some(question(
        text,
        answer,
        &without_repeats([thing.handled, stop.line]),
    ))
}

pub(super) fn is_something_untold_there(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let places: Vec<&str> = told.all_stops.iter().map(|stop| stop.place).collect();
    let names = Names {
        what: one_of(&untold(told), &absent.things, rng),
        place: one_of(&places, &absent.places, rng),
        ..Names::default()
    };
    say(phrases::IS_THING_THERE, names, rng)
}

/// Whether somebody has something.
pub(super) fn has_the_person_the_thing(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let (what, thing) = told.things.iter().choose(rng)?;
    let someone = told.facts.choose(rng)?.event.who;
    let who = match thing.bearer {
        Some(bearer) if rng.random_bool(0.5) => bearer,
        _ => someone,
    };
    let answer = if thing.bearer == Some(who) {
        "yes"
    } else {
        "no"
    };
    let names = Names {
        who,
        what,
        ..Names::default()
    };
    Some(question(
        say(phrases::HAS_THING, names, rng),
        answer,
        &[thing.handled],
    ))
}

pub(super) fn has_somebody_something_untold(
    told: &Told<'_>,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    let people: Vec<&str> = told.facts.iter().map(|fact| fact.event.who).collect();
    let names = Names {
        who: one_of(&people, &absent.people, rng),
        what: one_of(&[], &absent.things, rng),
        ..Names::default()
    };
    say(phrases::HAS_THING, names, rng)
}

/// What can be asked of somebody's taking or leaving something: in which words, whether it is
/// about taking, and whether the thing is asked for or the person.
const ABOUT_HANDLING: [(&[&str], bool, bool); 4] = [
    (phrases::WHO_TOOK, true, false),
    (phrases::WHAT_TOOK, true, true),
    (phrases::WHO_DROPPED, false, false),
    (phrases::WHAT_DROPPED, false, true),
];

/// Who took or left something, or what. A question means the last time; who was given something
/// since may be said to have got it, too, so that is not asked.
pub(super) fn who_took_what(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let (forms, takes, wants_thing) = any(&ABOUT_HANDLING, rng);
    let one = told.facts.choose(rng)?;
    let fits = |fact: &&Fact<'_>| match wants_thing {
        true => fact.event.people().any(|who| who == one.event.who),
        false => fact.event.thing() == one.event.thing(),
    };
    let handled = |fact: &&Fact<'_>| match fact.event.action {
        Action::Get(_) | Action::Give(..) | Action::Carry(..) => takes,
        Action::Drop(_) => !takes,
        Action::Move(_) => false,
    };
    let last = told.facts.iter().rev().filter(handled).find(fits)?;
    let (Action::Get(what) | Action::Drop(what)) = last.event.action else {
        return None;
    };
    let who = last.event.who;
    let names = Names {
        who,
        what,
        ..Names::default()
    };
    let answer = if wants_thing { short(what) } else { who };
    Some(question(say(forms, names, rng), answer, &[last.line]))
}

pub(super) fn who_took_something_untold(_: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let (forms, ..) = any(&ABOUT_HANDLING, rng);
    let names = Names {
        who: one_of(&[], &absent.people, rng),
        what: one_of(&[], &absent.things, rng),
        ..Names::default()
    };
    say(forms, names, rng)
}

/// Where somebody left something.
pub(super) fn where_was_the_thing_left(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let left = told
        .facts
        .iter()
        .filter_map(|fact| match fact.event.action {
            Action::Drop(what) => Some((fact.event.who, what)),
            _ => None,
        });
    let (who, what) = left.choose(rng)?;
    let mut latest = told.facts.iter().rev();
    let last =
        latest.find(|fact| fact.event.who == who && fact.event.action == Action::Drop(what))?;
    let stop = last.stop?;
    let names = Names {
        who,
        what,
        ..Names::default()
    };
    let text = say(phrases::WHERE_DROPPED, names, rng);
    let supporting = without_repeats([last.line, stop.line]);
    Some(question(text, short(stop.place), &supporting))
}

pub(super) fn where_was_something_untold_left(
    told: &Told<'_>,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    let people: Vec<&str> = told.facts.iter().map(|fact| fact.event.who).collect();
    let names = Names {
        who: one_of(&people, &absent.people, rng),
        what: one_of(&[], &absent.things, rng),
        ..Names::default()
    };
    say(phrases::WHERE_DROPPED, names, rng)
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

/// The things of which the story doesn't tell where they are.
fn untold<'a>(told: &Told<'a>) -> Vec<&'a str> {
    let things = told.things.iter();
    let untold = things.filter(|(_, thing)| thing.bearer.is_some_and(|who| told.nowhere(who)));
    untold.map(|(what, _)| *what).collect()
}

fn without_repeats(lines: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut unique = Vec::new();
    for line in lines {
        if !unique.contains(&line) {
            unique.push(line);
        }
    }
    unique
}
