//! What people ask of wide stories beside what the tasks ask: who or what is somewhere, whether
//! something is there or somebody has it, who took or left it, and where.

use rand::RngExt as _;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use rand_pcg::Pcg32;

use super::questions::list;
use super::told::{Fact, Told};
use super::wide::{there_or_elsewhere, untold};
use crate::tasks::babi::Question;
use crate::tasks::generators::cast::{Cast, one_of};
use crate::tasks::generators::gatherings::{about_a_deserted_place, about_a_place};
use crate::tasks::generators::phrases::{self, Names, say};
use crate::tasks::generators::tale::question;
use crate::tasks::words::{any, short};
use crate::tasks::world::Action;

/// Who is at a place.
pub(super) fn who_is_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let place = *told.places.choose(rng)?;
    let there = told.people_at(place);
    let names: Vec<&str> = there.iter().map(|(who, _)| *who).collect();
    let lines: Vec<usize> = there.iter().map(|(_, stop)| stop.line).collect();
    about_a_place(phrases::WHO_IS_IN, place, &names, &lines, rng)
}

pub(super) fn who_is_where_nobody_is(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let is_deserted = |place: &str| told.people_at(place).is_empty();
    about_a_deserted_place(phrases::WHO_IS_IN, &told.places, is_deserted, absent, rng)
}

/// Which things are at a place.
pub(super) fn what_is_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let place = *told.places.choose(rng)?;
    let there = told.things_at(place);
    let names: Vec<&str> = there.iter().map(|(what, _)| short(what)).collect();
    let lines: Vec<usize> = there.iter().flat_map(|(_, lines)| *lines).collect();
    about_a_place(phrases::WHAT_IS_IN, place, &names, &lines, rng)
}

pub(super) fn what_is_where_nothing_is(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let is_deserted = |place: &str| told.things_at(place).is_empty();
    about_a_deserted_place(phrases::WHAT_IS_IN, &told.places, is_deserted, absent, rng)
}

/// Whether something is at a place.
pub(super) fn is_the_thing_there(told: &Told<'_>, rng: &mut Pcg32) -> Option<Question> {
    let (what, thing, stop) = told.located().choose(rng)?;
    let (place, answer) = there_or_elsewhere(told, stop.place, rng);
    let names = Names {
        what,
        place,
        ..Names::default()
    };
    let text = say(phrases::IS_THING_THERE, names, rng);
    Some(question(text, answer, &[thing.handled, stop.line]))
}

pub(super) fn is_something_untold_there(told: &Told<'_>, absent: &Cast, rng: &mut Pcg32) -> String {
    let names = Names {
        what: one_of(&untold(told), &absent.things, rng),
        place: one_of(&told.places, &absent.places, rng),
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
    about_something_untold(phrases::HAS_THING, told, absent, rng)
}

/// Asks about a thing that the story never mentions, and somebody.
fn about_something_untold(
    forms: &[&str],
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
    say(forms, names, rng)
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
    let taken_or_left: Vec<&str> = told
        .facts
        .iter()
        .filter(|fact| fact.line == last.line)
        .filter_map(|fact| fact.event.thing().map(short))
        .collect();
    let answer = if wants_thing {
        &list(&taken_or_left)
    } else {
        who
    };
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
    let supporting = [last.line, stop.line];
    Some(question(text, short(stop.place), &supporting))
}

pub(super) fn where_was_something_untold_left(
    told: &Told<'_>,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    about_something_untold(phrases::WHERE_DROPPED, told, absent, rng)
}
