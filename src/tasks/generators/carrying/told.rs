//! What a reader of a story can know.

use std::collections::{BTreeMap, BTreeSet};

use crate::tasks::generators::tale::RECENT;
use crate::tasks::world::{Action, Event};

/// An event and the number of the line that tells it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fact<'a> {
    pub line: usize,
    pub event: Event<'a>,
    /// Where the one who did it was then, if that is told.
    pub stop: Option<Stop<'a>>,
}

impl Fact<'_> {
    /// Whether somebody got, left, gave or was given something in it.
    pub fn handles(&self, who: &str) -> bool {
        self.event.thing().is_some() && self.event.people().any(|one| one == who)
    }
}

/// Somebody gave something to somebody.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gift<'a> {
    pub line: usize,
    pub who: &'a str,
    pub what: &'a str,
    pub to: &'a str,
}

/// Where somebody or something is, and the number of the line that tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop<'a> {
    pub line: usize,
    pub place: &'a str,
}

/// How a thing came to be where it is.
#[derive(Debug, Default)]
pub(super) struct Thing<'a> {
    /// The number of the line that tells what was done to it last.
    pub handled: usize,
    /// Who has it.
    pub bearer: Option<&'a str>,
    /// The number of the line that tells how its bearer got it.
    pub got: usize,
    /// Where its bearer went with it since she got it, oldest first.
    pub carried: Vec<Stop<'a>>,
    /// Where it was left: the last stop of the one who left it, if the story tells one.
    pub left_at: Option<Stop<'a>>,
    /// Where it has been, in whoever's hands, oldest first, and as far back as nothing but the
    /// story's word is needed to tell.
    pub route: Vec<Visit<'a>>,
    /// Whether it was also at places that can only be concluded, before its route begins.
    pub unsure: bool,
}

impl<'a> Thing<'a> {
    fn visit(&mut self, stop: Stop<'a>) {
        if self.route.last().map(|visit| visit.stop.place) != Some(stop.place) {
            self.route.push(Visit {
                stop,
                handled: self.handled,
            });
        }
    }
}

/// A place where a thing has been, and the line that tells how it came to move or lie there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Visit<'a> {
    pub stop: Stop<'a>,
    pub handled: usize,
}

/// The events told so far, and what follows from them.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    pub facts: Vec<Fact<'a>>,
    /// The places that were told, of people and of things, each as often as it was.
    pub places: Vec<&'a str>,
    pub things: BTreeMap<&'a str, Thing<'a>>,
    /// Where each person is.
    pub stops: BTreeMap<&'a str, Stop<'a>>,
    /// People whose stops aren't told but could be concluded, from having met somebody or found
    /// something at a known place.
    unsure: BTreeSet<&'a str>,
}

impl<'a> Told<'a> {
    /// Takes in an event, of which the line tells the place where it happens or doesn't; where
    /// somebody goes it always tells.
    pub fn tell(&mut self, line: usize, event: Event<'a>, place: Option<&'a str>) {
        let who = event.who;
        if let Some(place) = place {
            for who in event.people() {
                self.arrive(who, Stop { line, place });
            }
        }
        let stop = self.stops.get(who).copied();
        self.facts.push(Fact { line, event, stop });
        match event.action {
            Action::Move(place) => self.arrive(who, Stop { line, place }),
            Action::Get(what) => self.hold(line, what, who),
            Action::Carry(what, place) => {
                self.hold(line, what, who);
                self.arrive(who, Stop { line, place });
            }
            Action::Drop(what) => {
                self.doubt(who, what);
                let stop = self.stops.get(who).copied();
                let thing = self.things.entry(what).or_default();
                thing.handled = line;
                thing.bearer = None;
                thing.left_at = stop;
            }
            Action::Give(what, to) => {
                self.doubt(who, what);
                self.hold(line, what, to);
            }
        }
    }

    /// Takes in that a thing lies somewhere.
    pub fn tell_of_thing(&mut self, line: usize, what: &'a str, place: &'a str) {
        let stop = Stop { line, place };
        self.places.push(place);
        let thing = self.things.entry(what).or_default();
        thing.handled = line;
        thing.left_at = Some(stop);
        thing.visit(stop);
    }

    /// The last few statements: what a question of the published data may be about.
    pub fn recent(&self) -> &[Fact<'a>] {
        &self.facts[self.facts.len().saturating_sub(RECENT)..]
    }

    /// Everybody who is told to be at a place, the one first who was told to be there first.
    pub fn people_at(&self, place: &str) -> Vec<(&'a str, Stop<'a>)> {
        let there = self.stops.iter().map(|(who, stop)| (*who, *stop));
        let mut there: Vec<_> = there.filter(|(_, stop)| stop.place == place).collect();
        there.sort_by_key(|(_, stop)| stop.line);
        there
    }

    /// Everything that is told to be at a place, the thing first that was handled first, with the
    /// lines that tell it.
    pub fn things_at(&self, place: &str) -> Vec<(&'a str, [usize; 2])> {
        let there = self.located().filter(|(.., stop)| stop.place == place);
        let there = there.map(|(what, thing, stop)| (what, [thing.handled, stop.line]));
        let mut there: Vec<_> = there.collect();
        there.sort_by_key(|(what, [handled, _])| (*handled, self.place_in(*handled, what)));
        there
    }

    /// The place of a thing among all that a line tells of somebody's taking or leaving.
    pub fn place_in(&self, line: usize, what: &str) -> Option<usize> {
        let mut facts = self.facts.iter().filter(|fact| fact.line == line);
        facts.position(|fact| fact.event.thing() == Some(what))
    }

    /// All that the story tells of people's giving something.
    pub fn gifts(&self) -> impl DoubleEndedIterator<Item = Gift<'a>> + Clone {
        self.facts
            .iter()
            .filter_map(|fact| match fact.event.action {
                Action::Give(what, to) => Some(Gift {
                    line: fact.line,
                    who: fact.event.who,
                    what,
                    to,
                }),
                _ => None,
            })
    }

    /// What tells where the thing is now, whoever went there before or after getting it.
    pub fn whereabouts(&self, thing: &Thing<'a>) -> Option<Stop<'a>> {
        match thing.bearer {
            Some(bearer) => self.stops.get(bearer).copied(),
            None => thing.left_at,
        }
    }

    /// The things of which it is told where they are, and what tells it.
    pub fn located(&self) -> impl Iterator<Item = (&'a str, &Thing<'a>, Stop<'a>)> {
        let things = self.things.iter();
        things.filter_map(|(what, thing)| Some((*what, thing, self.whereabouts(thing)?)))
    }

    /// Whether nothing can be concluded about where the person is.
    pub fn nowhere(&self, who: &str) -> bool {
        !self.stops.contains_key(who) && !self.unsure.contains(who)
    }

    fn arrive(&mut self, who: &'a str, stop: Stop<'a>) {
        self.places.push(stop.place);
        self.stops.insert(who, stop);
        for thing in self.things.values_mut() {
            if thing.bearer == Some(who) {
                thing.carried.push(stop);
                thing.visit(stop);
            }
        }
    }

    fn hold(&mut self, line: usize, what: &'a str, who: &'a str) {
        if self.things.contains_key(what) {
            self.doubt(who, what);
        }
        let thing = self.things.entry(what).or_default();
        thing.handled = line;
        thing.left_at = None;
        if thing.bearer.replace(who) != Some(who) {
            thing.got = line;
            thing.carried.clear();
        }
        if let Some(stop) = self.stops.get(who) {
            thing.visit(*stop);
        }
    }

    /// What somebody does whose stops aren't told may let her whereabouts be concluded: the thing
    /// was somewhere before, and will be somewhere after.
    fn doubt(&mut self, who: &'a str, what: &'a str) {
        if !self.stops.contains_key(who) {
            self.unsure.insert(who);
            let thing = self.things.entry(what).or_default();
            thing.unsure = true;
            thing.route.clear();
        }
    }
}
