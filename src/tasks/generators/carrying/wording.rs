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

/// A sentence that tells the event as people would.
pub(super) fn wide(event: Event<'_>, rng: &mut Pcg32) -> String {
    let who = event.who;
    let (forms, names) = match event.action {
        Action::Move(place) => (
            phrases::MOVE,
            Names {
                who,
                place,
                ..Names::default()
            },
        ),
        Action::Get(what) => (
            phrases::GET,
            Names {
                who,
                what,
                ..Names::default()
            },
        ),
        Action::Drop(what) => (
            phrases::DROP,
            Names {
                who,
                what,
                ..Names::default()
            },
        ),
        Action::Give(what, to) => (
            phrases::GIVE,
            Names {
                who,
                what,
                to,
                ..Names::default()
            },
        ),
        Action::Carry(what, place) => (
            phrases::CARRY,
            Names {
                who,
                what,
                place,
                ..Names::default()
            },
        ),
    };
    phrases::statement(forms, names, rng)
}
