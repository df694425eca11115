//! Task 14: when people were where, told out of order.
//!
//! In the published stories everybody goes somewhere each time of the day; the statements since the
//! last question are shuffled so that no order is left (the figures are from counts: by Sattolo's
//! algorithm, which leaves none of them at its place). A question is suggested by the last five
//! events, in the order in which they happened.

use rand::RngExt as _;
use rand::seq::{IndexedRandom as _, IteratorRandom as _, SliceRandom as _};
use rand_pcg::Pcg32;

use super::Style;
use super::carrying::MOVE;
use super::cast::{Cast, Casting, Size, names, one_of};
use super::phrases::{self, Names, say};
use super::tale::{self, QUESTIONS_PER_STORY, RECENT, STATEMENTS_PER_ROUND, Tale, Vain, question};
use super::whereabouts::{TOWN, TOWNSPEOPLE, other_than};
use crate::tasks::babi::{Line, Question, Story};
use crate::tasks::words::{any, short};
use crate::text::capitalised;

/// Times in their order. The published stories have the first of these.
const CALENDARS: [&[&str]; 6] = [
    &[
        "yesterday",
        "this morning",
        "this afternoon",
        "this evening",
    ],
    &["yesterday", "this morning", "at noon", "tonight"],
    &["last year", "last month", "last week", "yesterday", "today"],
    &[
        "on Monday",
        "on Tuesday",
        "on Wednesday",
        "on Thursday",
        "on Friday",
        "on Saturday",
        "on Sunday",
    ],
    &[
        "in the morning",
        "at noon",
        "in the afternoon",
        "in the evening",
        "at night",
    ],
    &["in spring", "in summer", "in autumn", "in winter"],
];

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => published(most, rng),
        Style::Wide => wide(most, rng),
    }
}

/// Somebody's going somewhere at a time, which counts from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Visit<'a> {
    who: &'a str,
    time: usize,
    place: &'a str,
}

fn published(most: usize, rng: &mut Pcg32) -> Story {
    let mut routes: Routes<'_> = TOWNSPEOPLE.iter().map(|who| (*who, Vec::new())).collect();
    let mut events: Vec<(usize, usize)> = Vec::new();
    let mut lines = Vec::new();
    let mut untold = 0;
    let mut left = most.min(QUESTIONS_PER_STORY);
    while left > 0 {
        events.extend((0..STATEMENTS_PER_ROUND).map(|_| next(&mut routes, rng)));
        untold += STATEMENTS_PER_ROUND;
        let recent = &events[events.len().saturating_sub(RECENT)..];
        let steps: Vec<(usize, usize)> = recent
            .iter()
            .filter_map(|event| step_back(&routes, *event))
            .collect();
        let Some((who, to)) = steps.choose(rng).copied() else {
            continue;
        };
        let mut window = events[events.len() - untold..].to_vec();
        sattolo(&mut window, rng);
        untold = 0;
        for (who, time) in window {
            let (name, route) = &mut routes[who];
            route[time].line = lines.len() + 1;
            lines.push(Line::Statement(statement(
                name,
                time,
                route[time].place,
                rng,
            )));
        }
        let (name, route) = &routes[who];
        let (to, from) = (&route[to], &route[to - 1]);
        let text = format!("Where was {name} before the {}?", to.place);
        lines.push(Line::Question(question(
            text,
            from.place,
            &[to.line, from.line],
        )));
        left -= 1;
    }
    Story { lines }
}

/// Everybody, and where she goes at each of the times.
type Routes<'a> = Vec<(&'a str, Vec<Stop<'a>>)>;

struct Stop<'a> {
    place: &'a str,
    line: usize,
}

/// Where an event (of whom, and when) leads somebody, if that isn't her first place: who it is, and
/// the last time she comes to that place.
fn step_back(routes: &Routes<'_>, (who, time): (usize, usize)) -> Option<(usize, usize)> {
    let route = &routes[who].1;
    let last = route
        .iter()
        .rposition(|stop| stop.place == route[time].place)?;
    (last > 0).then_some((who, last))
}

/// Lets somebody who has a time left go elsewhere: who it is, by number, and the time.
fn next(routes: &mut Routes<'_>, rng: &mut Pcg32) -> (usize, usize) {
    loop {
        let who = rng.random_range(0..routes.len());
        let route = &mut routes[who].1;
        if route.len() < CALENDARS[0].len() {
            let here = route.last().map_or("", |stop| stop.place);
            let place = other_than(here, &TOWN, rng);
            route.push(Stop { place, line: 0 });
            return (who, route.len() - 1);
        }
    }
}

/// Shuffles so that nothing stays where it is.
fn sattolo<T>(all: &mut [T], rng: &mut Pcg32) {
    for last in (1..all.len()).rev() {
        all.swap(last, rng.random_range(0..last));
    }
}

fn statement(who: &str, time: usize, place: &str, rng: &mut Pcg32) -> String {
    let (time, verb) = (CALENDARS[0][time], any(&MOVE, rng));
    if rng.random_bool(0.5) {
        format!("{} {who} {verb} the {place}.", capitalised(time))
    } else {
        format!("{who} {verb} the {place} {time}.")
    }
}

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let calendar = any(&CALENDARS, rng);
    let size = Size {
        people: 1..=4,
        places: calendar.len()..=calendar.len() + 3,
        things: 0..=0,
    };
    let Casting { present, absent } = Casting::new(&size, rng);
    let mut plan: Vec<Visit<'_>> = Vec::new();
    for who in names(&present.people) {
        // Nobody comes to a place twice, so that "before" means one time only.
        let places = names(&present.places);
        let places: Vec<&str> = places.sample(rng, calendar.len()).copied().collect();
        let visits = places.into_iter().enumerate();
        plan.extend(visits.map(|(time, place)| Visit { who, time, place }));
    }
    plan.shuffle(rng);
    let longest = plan.len();
    let tale = Diary {
        calendar,
        absent: &absent,
        plan,
        lines: Vec::new(),
    };
    tale::at_leisure(tale, most, longest, rng)
}

/// Who was where when.
struct Diary<'a> {
    calendar: &'static [&'static str],
    absent: &'a Cast,
    /// What is told, in this order.
    plan: Vec<Visit<'a>>,
    /// The lines that have told it so far.
    lines: Vec<usize>,
}

impl<'a> Diary<'a> {
    /// What has been told of anybody, and where.
    fn told(&self) -> impl Iterator<Item = (usize, Visit<'a>)> {
        let plan = self.plan.iter().cycle();
        self.lines.iter().copied().zip(plan.copied())
    }

    /// The last told visit of the same person before this one.
    fn before(&self, visit: &Visit<'_>) -> Option<(usize, Visit<'a>)> {
        self.told()
            .filter(|(_, other)| other.who == visit.who && other.time < visit.time)
            .max_by_key(|(_, other)| other.time)
    }
}

/// How many of the questions ask where somebody was at a time, not before a place.
const SHARE_OF_TIMES: f64 = 0.35;

impl Tale for Diary<'_> {
    fn tell(&mut self, line: usize, rng: &mut Pcg32) -> String {
        let visit = self.plan[self.lines.len() % self.plan.len()];
        self.lines.push(line);
        let names = Names {
            who: visit.who,
            place: visit.place,
            time: self.calendar[visit.time],
            ..Names::default()
        };
        say(phrases::MOVE_AT_THE_TIME, names, rng)
    }

    fn ask(&self, rng: &mut Pcg32) -> Option<Question> {
        let steps = self
            .told()
            .filter_map(|(line, to)| Some((line, to, self.before(&to)?)));
        if let Some((line, to, (earlier, from))) = steps.choose(rng)
            && !rng.random_bool(SHARE_OF_TIMES)
        {
            let text = where_was_before(to.who, to.place, rng);
            return Some(question(text, short(from.place), &[line, earlier]));
        }
        let (line, visit) = self.told().choose(rng)?;
        let text = self.where_was_at(visit.who, visit.time, rng);
        Some(question(text, short(visit.place), &[line]))
    }
}

impl Vain for Diary<'_> {
    fn ask_in_vain(&self, rng: &mut Pcg32) -> String {
        let told: Vec<Visit<'_>> = self.told().map(|(_, visit)| visit).collect();
        let firsts: Vec<Visit<'_>> = told
            .iter()
            .filter(|visit| self.before(visit).is_none())
            .copied()
            .collect();
        let Visit { who, time, place } = any(&firsts, rng);
        let stranger = one_of(&[], &self.absent.people, rng);
        match rng.random_range(0..5) {
            0 => where_was_before(stranger, any(&told, rng).place, rng),
            1 => self.where_was_at(stranger, any(&told, rng).time, rng),
            2 if time > 0 => self.where_was_at(who, rng.random_range(0..time), rng),
            3 => {
                let been = |place| told.iter().any(|it| it.who == who && it.place == place);
                let places = told.iter().map(|visit| visit.place);
                let never: Vec<&str> = places.filter(|place| !been(*place)).collect();
                where_was_before(who, one_of(&never, &self.absent.places, rng), rng)
            }
            _ => where_was_before(who, place, rng),
        }
    }
}

impl Diary<'_> {
    fn where_was_at(&self, who: &str, time: usize, rng: &mut Pcg32) -> String {
        let names = Names {
            who,
            time: self.calendar[time],
            ..Names::default()
        };
        say(phrases::WHERE_WAS_AT_THE_TIME, names, rng)
    }
}

fn where_was_before(who: &str, place: &str, rng: &mut Pcg32) -> String {
    let names = Names {
        who,
        place,
        ..Names::default()
    };
    say(phrases::WHERE_WAS_BEFORE, names, rng)
}
