//! The sentences that tell what happens.

use rand::{Rng, RngExt as _};
use rand_pcg::Pcg32;

use crate::tasks::generators::phrases::{self, Names};
use crate::tasks::words::any;
use crate::tasks::world::{Action, Event};

/// How the published stories say that somebody goes somewhere.
pub(in crate::tasks::generators) const MOVE: [&str; 5] = [
    "went to",
    "went back to",
    "moved to",
    "journeyed to",
    "travelled to",
];
const GET: [&str; 4] = ["got", "grabbed", "picked up", "took"];
const DROP: [&str; 4] = ["discarded", "dropped", "left", "put down"];
const GIVE: [&str; 3] = ["gave", "handed", "passed"];

/// How likely "there" ends a statement about somebody who leaves something, in every task.
const THERE_AFTER_DROP: f64 = 0.2;

/// A sentence that tells the event in the words of the published stories.
pub(super) fn published(event: Event<'_>, there_after_get: f64, rng: &mut impl Rng) -> String {
    let who = event.who;
    let (verb, object, there) = match event.action {
        Action::Move(place) => (any(&MOVE, rng), place, 0.0),
        Action::Get(thing) => (any(&GET, rng), thing, there_after_get),
        Action::Drop(thing) => (any(&DROP, rng), thing, THERE_AFTER_DROP),
        Action::Give(thing, to) => {
            return format!("{who} {} the {thing} to {to}.", any(&GIVE, rng));
        }
        Action::Carry(thing, to) => return format!("{who} took the {thing} to the {to}."),
    };
    let there = if rng.random_bool(there) { " there" } else { "" };
    format!("{who} {verb} the {object}{there}.")
}

/// A sentence that tells the event as people would, with the place where it happens or without.
/// `what` is what to call the thing.
pub(super) fn wide(event: Event<'_>, place: Option<&str>, what: &str, rng: &mut Pcg32) -> String {
    let (forms, to, place) = match (event.action, place) {
        (Action::Move(place), _) => (phrases::MOVE, "", place),
        (Action::Carry(_, place), _) => (phrases::CARRY, "", place),
        (Action::Get(_), None) => (phrases::GET, "", ""),
        (Action::Get(_), Some(place)) => (phrases::GET_AT, "", place),
        (Action::Drop(_), None) => (phrases::DROP, "", ""),
        (Action::Drop(_), Some(place)) => (phrases::DROP_AT, "", place),
        (Action::Give(_, to), None) => (phrases::GIVE, to, ""),
        (Action::Give(_, to), Some(place)) => (phrases::GIVE_AT, to, place),
    };
    let names = Names {
        who: event.who,
        what,
        to,
        place,
        ..Names::default()
    };
    said_well(forms, names, rng)
}

/// A sentence that tells that somebody takes two things.
pub(super) fn taking_both(who: &str, what: &str, other: &str, rng: &mut Pcg32) -> String {
    let names = Names {
        who,
        what,
        other,
        ..Names::default()
    };
    phrases::statement(phrases::GET_BOTH, names, rng)
}

/// A sentence that tells where a thing lies.
pub(super) fn lying(what: &str, place: &str, rng: &mut Pcg32) -> String {
    let names = Names {
        what,
        place,
        ..Names::default()
    };
    phrases::statement(phrases::LIES, names, rng)
}

/// A statement in which "it" stands where it can: nobody "put down it", or "gave Ann it".
fn said_well(forms: &[&str], names: Names<'_>, rng: &mut Pcg32) -> String {
    let clumsy = |said: &str| {
        let before = said.split(" it").next().unwrap_or_default();
        ["up", "down", "over", "away"]
            .iter()
            .any(|end| before.ends_with(end))
            || !names.to.is_empty() && before.ends_with(names.to)
    };
    loop {
        let said = phrases::statement(forms, names, rng);
        if names.what != phrases::IT || !clumsy(&said) {
            return said;
        }
    }
}
