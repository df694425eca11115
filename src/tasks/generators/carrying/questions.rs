//! The questions of each task: which ones a statement suggests, the answer, and what supports it
//! in the order in which the original data lists it.

use super::told::{Fact, Handling, Stop, Told};
use crate::tasks::babi::Question;
use crate::tasks::world::{Action, PLACES};

/// Task 1: "Where is Mary?"
pub(super) fn where_is_the_person(told: &Told, fact: &Fact) -> Vec<Question> {
    let who = fact.event.who;
    last_stop_of_mover(told, fact)
        .map(|stop| question(format!("Where is {who}?"), stop.place, &[stop.line]))
        .into_iter()
        .collect()
}

/// Task 6: "Is Mary in the garden?", as often to be answered by yes as by no.
pub(super) fn is_the_person_there(told: &Told, fact: &Fact) -> Vec<Question> {
    let who = fact.event.who;
    let Some(stop) = last_stop_of_mover(told, fact) else {
        return Vec::new();
    };
    PLACES
        .iter()
        .filter(|place| **place != stop.place)
        .flat_map(|elsewhere| [(*elsewhere, "no"), (stop.place, "yes")])
        .map(|(place, answer)| question(format!("Is {who} in the {place}?"), answer, &[stop.line]))
        .collect()
}

/// Task 2: "Where is the milk?"
pub(super) fn where_is_the_thing(told: &Told, fact: &Fact) -> Vec<Question> {
    let Some(what) = fact.event.thing() else {
        return Vec::new();
    };
    told.handling(what)
        .and_then(|Handling { line, now, .. }| {
            let stop = now?;
            let text = format!("Where is the {what}?");
            Some(question(text, stop.place, &[line, stop.line]))
        })
        .into_iter()
        .collect()
}

/// Task 3: "Where was the milk before the garden?", asked of the places the thing was carried to
/// last. It means the last time the thing came there; a place it came to twice is suggested twice.
pub(super) fn where_was_the_thing_before(told: &Told, fact: &Fact) -> Vec<Question> {
    let Some((what, Handling { line, carried, .. })) = fact
        .event
        .thing()
        .and_then(|what| Some((what, told.handling(what)?)))
    else {
        return Vec::new();
    };
    carried
        .iter()
        .filter_map(|Stop { place, .. }| {
            let last = carried.iter().rposition(|stop| stop.place == *place)?;
            let (to, from) = (carried[last], carried.get(last.checked_sub(1)?)?);
            let text = format!("Where was the {what} before the {place}?");
            Some(question(text, from.place, &[line, to.line, from.line]))
        })
        .collect()
}

fn last_stop_of_mover(told: &Told, fact: &Fact) -> Option<Stop> {
    match fact.event.action {
        Action::Move(_) => told.last_stop(fact.event.who),
        Action::Get(_) | Action::Drop(_) => None,
    }
}

fn question(text: String, answer: &str, supporting: &[usize]) -> Question {
    Question {
        text,
        answer: answer.to_owned(),
        supporting: supporting.to_vec(),
    }
}
