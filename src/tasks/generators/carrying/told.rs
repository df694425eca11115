//! What a reader of a story can know.

use std::ops::Range;

use crate::tasks::world::{Action, Event, Name};

/// How many statements back a question may reach for what it is about.
const RECENT: usize = 5;

/// An event and the number of the line that tells it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fact {
    pub line: usize,
    pub event: Event,
}

/// Where somebody went, and the number of the line that tells it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    pub line: usize,
    pub place: Name,
}

/// How a thing came to be where it is: the last that was done to it, and where its bearer went
/// around that time.
#[derive(Debug)]
pub(super) struct Handling {
    /// The number of the line that tells who took or left the thing last.
    pub line: usize,
    /// Where the bearer went with the thing, oldest first.
    pub carried: Vec<Stop>,
    /// What tells where the thing is now: the bearer's last stop with it, or where she was when
    /// she left it. `None` where the story doesn't say, or says so only by the place where the
    /// thing was taken.
    pub now: Option<Stop>,
}

/// The events told so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    facts: Vec<Fact>,
}

impl Told {
    pub fn tell(&mut self, line: usize, event: Event) {
        self.facts.push(Fact { line, event });
    }

    /// The last few statements: what a question may be about.
    pub fn recent(&self) -> &[Fact] {
        &self.facts[self.facts.len().saturating_sub(RECENT)..]
    }

    /// Where the person went last.
    pub fn last_stop(&self, who: Name) -> Option<Stop> {
        self.stops(who, 0..self.facts.len()).next_back()
    }

    /// The last that was done to the thing.
    pub fn handling(&self, what: Name) -> Option<Handling> {
        let last = self
            .facts
            .iter()
            .rposition(|fact| fact.event.thing() == Some(what))?;
        let Fact { line, event } = self.facts[last];
        let dropped = event.action == Action::Drop(what);
        let end = if dropped { last } else { self.facts.len() };
        let taken = self.facts[..=last]
            .iter()
            .rposition(|fact| fact.event.action == Action::Get(what))?;
        let carried: Vec<Stop> = self.stops(event.who, taken..end).collect();
        let now = if dropped {
            self.stops(event.who, 0..last).next_back()
        } else {
            carried.last().copied()
        };
        Some(Handling { line, carried, now })
    }

    fn stops(&self, who: Name, during: Range<usize>) -> impl DoubleEndedIterator<Item = Stop> {
        self.facts[during]
            .iter()
            .filter_map(move |fact| match fact.event.action {
                Action::Move(place) if fact.event.who == who => Some(Stop {
                    line: fact.line,
                    place,
                }),
                _ => None,
            })
    }
}
