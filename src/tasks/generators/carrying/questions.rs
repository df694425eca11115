//! The questions of the published data: which ones a statement suggests, the answer, and what
//! supports it in the order in which the data lists it.

use super::PLACES;
use super::told::{Fact, Gift, Stop, Thing, Told};
use crate::tasks::babi::Question;
use crate::tasks::generators::tale::question;
use crate::tasks::world::Action;

/// Task 1: "Where is Mary?"
pub(super) fn where_is_the_person(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
    let who = fact.event.who;
    last_stop_of_mover(told, fact)
        .map(|stop| question(format!("Where is {who}?"), stop.place, &[stop.line]))
        .into_iter()
        .collect()
}

/// Task 6: "Is Mary in the garden?", as often to be answered by yes as by no.
pub(super) fn is_the_person_there(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
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

/// Task 2: "Where is the milk?", unless only the place where it was taken tells it.
pub(super) fn where_is_the_thing(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
    let Some((what, thing)) = thing_of(told, fact) else {
        return Vec::new();
    };
    let now = match thing.bearer {
        Some(_) => thing.carried.last(),
        None => thing.left_at.as_ref(),
    };
    now.map(|stop| {
        let text = format!("Where is the {what}?");
        question(text, stop.place, &[thing.handled, stop.line])
    })
    .into_iter()
    .collect()
}

/// Task 3: "Where was the milk before the garden?", asked of the places the thing was carried to
/// last. It means the last time the thing came there; a place it came to twice is suggested twice.
pub(super) fn where_was_the_thing_before(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
    let Some((what, thing)) = thing_of(told, fact) else {
        return Vec::new();
    };
    let carried = &thing.carried;
    carried
        .iter()
        .filter_map(|Stop { place, .. }| {
            let last = carried.iter().rposition(|stop| stop.place == *place)?;
            let (to, from) = (carried[last], carried.get(last.checked_sub(1)?)?);
            let text = format!("Where was the {what} before the {place}?");
            let supporting = [thing.handled, to.line, from.line];
            Some(question(text, from.place, &supporting))
        })
        .collect()
}

/// Task 5: "What did Bill give to Fred?" and its like, about the last time that a thing was given.
pub(super) fn who_gave_what_to_whom(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
    let Action::Give(what, _) = fact.event.action else {
        return Vec::new();
    };
    let mut gifts = told.gifts().rev();
    let Some(gift) = gifts.find(|gift| gift.what == what) else {
        return Vec::new();
    };
    let Gift { line, who, to, .. } = gift;
    let mut questions = vec![
        question(format!("Who gave the {what}?"), who, &[line]),
        question(format!("Who gave the {what} to {to}?"), who, &[line]),
        question(format!("Who received the {what}?"), to, &[line]),
        question(format!("Who did {who} give the {what} to?"), to, &[line]),
    ];
    // Few of the original stories ask this of people who gave one another something else since;
    // here none does.
    let mut since = told.gifts().filter(|other| other.line > line);
    if !since.any(|other| other.who == who && other.to == to) {
        // Every third of the original questions is this one.
        let text = format!("What did {who} give to {to}?");
        questions.extend([
            question(text.clone(), what, &[line]),
            question(text, what, &[line]),
        ]);
    }
    questions
}

/// Task 7: "How many objects is Mary carrying?", supported by all that she ever got or gave away.
pub(super) fn how_many_things_has_the_person(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
    let who = fact.event.who;
    if fact.event.thing().is_none() {
        return Vec::new();
    }
    let text = format!("How many objects is {who} carrying?");
    let lines: Vec<usize> = handlings(told, who).map(|fact| fact.line).collect();
    vec![question(text, number(holdings(told, who).len()), &lines)]
}

/// Task 8: "What is Mary carrying?", supported by all that she ever did to the one thing, then to
/// the next one.
pub(super) fn which_things_has_the_person(told: &Told<'_>, fact: &Fact<'_>) -> Vec<Question> {
    let who = fact.event.who;
    if fact.event.thing().is_none() {
        return Vec::new();
    }
    let mut things: Vec<Option<&str>> = Vec::new();
    for fact in handlings(told, who) {
        if !things.contains(&fact.event.thing()) {
            things.push(fact.event.thing());
        }
    }
    let lines: Vec<usize> = things
        .iter()
        .flat_map(|thing| handlings(told, who).filter(move |fact| fact.event.thing() == *thing))
        .map(|fact| fact.line)
        .collect();
    let held: Vec<&str> = things
        .into_iter()
        .flatten()
        .filter(|what| told.things.get(what).and_then(|thing| thing.bearer) == Some(who))
        .collect();
    let text = format!("What is {who} carrying?");
    vec![question(text, &list(&held), &lines)]
}

/// The statements about somebody who gets, leaves, gives or is given something.
pub(super) fn handlings<'t, 'a>(
    told: &'t Told<'a>,
    who: &'t str,
) -> impl Iterator<Item = &'t Fact<'a>> {
    told.facts.iter().filter(move |fact| fact.handles(who))
}

/// What somebody has, in the order in which she got it.
pub(super) fn holdings<'a>(told: &Told<'a>, who: &str) -> Vec<&'a str> {
    let held = told.things.iter();
    let held = held.filter(|(_, thing)| thing.bearer == Some(who));
    let mut held: Vec<(usize, &str)> = held.map(|(what, thing)| (thing.got, *what)).collect();
    held.sort_by_key(|(got, what)| (*got, told.place_in(*got, what)));
    held.into_iter().map(|(_, what)| what).collect()
}

/// A number as an answer gives it.
pub(super) fn number(count: usize) -> &'static str {
    const NUMBERS: [&str; 6] = ["none", "one", "two", "three", "four", "five"];
    NUMBERS.get(count).copied().unwrap_or("many")
}

/// Things as an answer lists them.
pub(super) fn list(things: &[&str]) -> String {
    if things.is_empty() {
        "nothing".to_owned()
    } else {
        things.join(",")
    }
}

fn thing_of<'t, 'a>(told: &'t Told<'a>, fact: &Fact<'a>) -> Option<(&'a str, &'t Thing<'a>)> {
    let what = fact.event.thing()?;
    Some((what, told.things.get(what)?))
}

fn last_stop_of_mover<'a>(told: &Told<'a>, fact: &Fact<'a>) -> Option<Stop<'a>> {
    match fact.event.action {
        Action::Move(_) => told.stops.get(fact.event.who).copied(),
        _ => None,
    }
}
