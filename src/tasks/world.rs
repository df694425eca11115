//! A small simulated world: people go from place to place, take things along and leave them.
//!
//! The world knows everything from the start, also where a person is of whom nothing has been told
//! yet. What a reader of the story can know is another matter: [`super::generators`] works it out
//! from the events alone.

use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

/// The name of a person, a place or a thing, which is also its identity.
pub(super) type Name = &'static str;

pub(super) const PEOPLE: [Name; 4] = ["Mary", "John", "Daniel", "Sandra"];
pub(super) const PLACES: [Name; 6] = [
    "bathroom", "bedroom", "garden", "hallway", "kitchen", "office",
];
pub(super) const THINGS: [Name; 3] = ["apple", "football", "milk"];

/// Something a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Event {
    pub who: Name,
    pub action: Action,
}

impl Event {
    /// The thing that was taken or left.
    pub fn thing(&self) -> Option<Name> {
        match self.action {
            Action::Move(_) => None,
            Action::Get(what) | Action::Drop(what) => Some(what),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Goes to another place.
    Move(Name),
    /// Takes a thing that lies where the person is.
    Get(Name),
    /// Leaves a thing that the person carries.
    Drop(Name),
}

/// The actions without their objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Move,
    Get,
    Drop,
}

#[derive(Debug, Clone)]
pub(super) struct World {
    people: Vec<Person>,
    things: Vec<Thing>,
}

#[derive(Debug, Clone, Copy)]
struct Person {
    name: Name,
    at: Name,
}

#[derive(Debug, Clone, Copy)]
struct Thing {
    name: Name,
    spot: Spot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot {
    At(Name),
    With(Name),
}

impl World {
    /// Everybody and everything at a place of chance.
    pub fn new(rng: &mut impl Rng) -> Self {
        Self {
            people: PEOPLE
                .map(|name| Person {
                    name,
                    at: pick(PLACES, rng),
                })
                .to_vec(),
            things: THINGS
                .map(|name| Thing {
                    name,
                    spot: Spot::At(pick(PLACES, rng)),
                })
                .to_vec(),
        }
    }

    /// Lets something of these kinds happen: the first of ever new ideas (somebody, something to
    /// do) that is possible. Thus people who can do more do more, as in the original stories.
    ///
    /// The kinds must hold [`Kind::Move`], the one thing that is always possible to somebody.
    pub fn step(&mut self, kinds: &[Kind], rng: &mut impl Rng) -> Event {
        loop {
            if let Some(event) = self.idea(kinds, rng) {
                self.apply(event);
                return event;
            }
        }
    }

    fn idea(&self, kinds: &[Kind], rng: &mut impl Rng) -> Option<Event> {
        let person = self.people.choose(rng)?;
        let action = match kinds.choose(rng)? {
            Kind::Move => {
                let to = pick(PLACES, rng);
                (to != person.at).then_some(Action::Move(to))
            }
            Kind::Get => self.any_thing(Spot::At(person.at), rng).map(Action::Get),
            Kind::Drop => self
                .any_thing(Spot::With(person.name), rng)
                .map(Action::Drop),
        };
        Some(Event {
            who: person.name,
            action: action?,
        })
    }

    fn any_thing(&self, spot: Spot, rng: &mut impl Rng) -> Option<Name> {
        let there: Vec<Name> = self
            .things
            .iter()
            .filter(|thing| thing.spot == spot)
            .map(|thing| thing.name)
            .collect();
        there.choose(rng).copied()
    }

    fn apply(&mut self, Event { who, action }: Event) {
        let Some(person) = self.people.iter_mut().find(|person| person.name == who) else {
            return;
        };
        let (what, spot) = match action {
            Action::Move(to) => {
                person.at = to;
                return;
            }
            Action::Get(what) => (what, Spot::With(who)),
            Action::Drop(what) => (what, Spot::At(person.at)),
        };
        if let Some(thing) = self.things.iter_mut().find(|thing| thing.name == what) {
            thing.spot = spot;
        }
    }
}

/// One of the list by chance, each as likely as the others.
pub(super) fn pick<T: Copy, const N: usize>(from: [T; N], rng: &mut impl Rng) -> T {
    from[rng.random_range(0..N)]
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn nobody_does_the_impossible() {
        let mut rng = rand_pcg::Pcg32::seed_from_u64(1);
        for _ in 0..50 {
            let mut world = World::new(&mut rng);
            let mut at: BTreeMap<Name, Name> =
                world.people.iter().map(|p| (p.name, p.at)).collect();
            let mut spots: BTreeMap<Name, Spot> =
                world.things.iter().map(|t| (t.name, t.spot)).collect();
            for _ in 0..200 {
                let Event { who, action } =
                    world.step(&[Kind::Move, Kind::Get, Kind::Drop], &mut rng);
                match action {
                    Action::Move(to) => assert_ne!(at.insert(who, to), Some(to)),
                    Action::Get(what) => {
                        let from = spots.insert(what, Spot::With(who));
                        assert_eq!(from, Some(Spot::At(at[who])));
                    }
                    Action::Drop(what) => {
                        let from = spots.insert(what, Spot::At(at[who]));
                        assert_eq!(from, Some(Spot::With(who)));
                    }
                }
            }
        }
    }
}
