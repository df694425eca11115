//! The sentences in which bAbI tells what happens.

use rand::{Rng, RngExt as _};

use crate::tasks::world::{Action, Event, pick};

const MOVE: [&str; 5] = [
    "went to",
    "went back to",
    "moved to",
    "journeyed to",
    "travelled to",
];
const GET: [&str; 4] = ["got", "grabbed", "picked up", "took"];
const DROP: [&str; 4] = ["discarded", "dropped", "left", "put down"];

/// How likely "there" ends a statement about somebody who leaves something, in every task.
const THERE_AFTER_DROP: f64 = 0.2;

/// A sentence that tells the event.
pub(super) fn statement(event: Event, there_after_get: f64, rng: &mut impl Rng) -> String {
    let (verb, object, there) = match event.action {
        Action::Move(place) => (pick(MOVE, rng), place, 0.0),
        Action::Get(thing) => (pick(GET, rng), thing, there_after_get),
        Action::Drop(thing) => (pick(DROP, rng), thing, THERE_AFTER_DROP),
    };
    let there = if rng.random_bool(there) { " there" } else { "" };
    format!("{} {verb} the {object}{there}.", event.who)
}
