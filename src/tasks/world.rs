//! A small simulated world: people go from place to place, take things along and leave them.
//!
//! The world knows everything from the start, also where a person is of whom nothing has been told
//! yet. What a reader of the story can know is another matter: [`super::generators`] works it out
//! from the events alone.

use rand::Rng;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};

use super::words::any;

/// Something a person does. A name is the identity of a person, a place or a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Event<'a> {
    pub who: &'a str,
    pub action: Action<'a>,
}

impl<'a> Event<'a> {
    /// Who takes part: the one who does it, and the one who is given something.
    pub fn people(&self) -> impl Iterator<Item = &'a str> {
        let to = match self.action {
            Action::Give(_, to) => Some(to),
            _ => None,
        };
        std::iter::once(self.who).chain(to)
    }

    /// The thing that was taken, left, carried or given.
    pub fn thing(&self) -> Option<&'a str> {
        match self.action {
            Action::Move(_) => None,
            Action::Get(what)
            | Action::Drop(what)
            | Action::Give(what, _)
            | Action::Carry(what, _) => Some(what),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action<'a> {
    /// Goes to another place.
    Move(&'a str),
    /// Takes a thing that lies where the person is.
    Get(&'a str),
    /// Leaves a thing that the person carries.
    Drop(&'a str),
    /// Gives a thing to somebody in the same place.
    Give(&'a str, &'a str),
    /// Takes a thing, if the person hasn't got it yet, to another place.
    Carry(&'a str, &'a str),
}

/// The actions without their objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Move,
    Get,
    Drop,
    Give,
    Carry,
}

#[derive(Debug, Clone)]
pub(super) struct World<'a> {
    places: Vec<&'a str>,
    people: Vec<Person<'a>>,
    things: Vec<Thing<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Person<'a> {
    name: &'a str,
    at: &'a str,
}

#[derive(Debug, Clone, Copy)]
struct Thing<'a> {
    name: &'a str,
    spot: Spot<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spot<'a> {
    At(&'a str),
    With(&'a str),
}

impl<'a> World<'a> {
    /// Everybody and everything at a place of chance. There must be a person and two places.
    pub fn new(
        people: &[&'a str],
        places: &[&'a str],
        things: &[&'a str],
        rng: &mut impl Rng,
    ) -> Self {
        let people = people.iter().map(|name| Person {
            name,
            at: any(places, rng),
        });
        let people = people.collect();
        let things = things.iter().map(|name| Thing {
            name,
            spot: Spot::At(any(places, rng)),
        });
        Self {
            places: places.to_vec(),
            people,
            things: things.collect(),
        }
    }

    /// Lets something of these kinds happen: the first of ever new ideas (somebody, something to
    /// do) that is possible. Thus people who can do more do more, as in the original stories.
    ///
    /// The kinds must hold [`Kind::Move`], the one thing that is always possible to somebody.
    pub fn step(&mut self, kinds: &[Kind], rng: &mut impl Rng) -> Event<'a> {
        loop {
            if let Some(event) = self.idea(kinds, rng) {
                self.apply(event);
                return event;
            }
        }
    }

    fn idea(&self, kinds: &[Kind], rng: &mut impl Rng) -> Option<Event<'a>> {
        let person = self.people.choose(rng)?;
        let (here, on_them) = (Spot::At(person.at), Spot::With(person.name));
        let action = match kinds.choose(rng)? {
            Kind::Move => self.elsewhere(person, rng).map(Action::Move),
            Kind::Get => any_of(self.things_at(here), rng).map(Action::Get),
            Kind::Drop => any_of(self.things_at(on_them), rng).map(Action::Drop),
            // Always the first that can be given and the first who can be given it, as in the
            // original stories.
            Kind::Give => {
                let what = self.things_at(on_them).next()?;
                let mut others = self.people.iter().filter(|other| other.name != person.name);
                let to = others.find(|other| other.at == person.at)?;
                Some(Action::Give(what, to.name))
            }
            Kind::Carry => {
                let what = any_of(self.things_at(here).chain(self.things_at(on_them)), rng)?;
                let to = self.elsewhere(person, rng)?;
                Some(Action::Carry(what, to))
            }
        };
        Some(Event {
            who: person.name,
            action: action?,
        })
    }

    /// Lets somebody take something that lies where she is, if something does.
    pub fn take(&mut self, who: &str, rng: &mut impl Rng) -> Option<Event<'a>> {
        let person = self.people.iter().find(|person| person.name == who)?;
        let what = any_of(self.things_at(Spot::At(person.at)), rng)?;
        let event = Event {
            who: person.name,
            action: Action::Get(what),
        };
        self.apply(event);
        Some(event)
    }

    /// Where a person is.
    pub fn place_of(&self, who: &str) -> Option<&'a str> {
        let person = self.people.iter().find(|person| person.name == who)?;
        Some(person.at)
    }

    /// Any of the things that lie somewhere, and where.
    pub fn lying(&self, rng: &mut impl Rng) -> Option<(&'a str, &'a str)> {
        let lying = self.things.iter().filter_map(|thing| match thing.spot {
            Spot::At(place) => Some((thing.name, place)),
            Spot::With(_) => None,
        });
        lying.choose(rng)
    }

    fn elsewhere(&self, person: &Person<'a>, rng: &mut impl Rng) -> Option<&'a str> {
        let to = any(&self.places, rng);
        (to != person.at).then_some(to)
    }

    fn things_at(&self, spot: Spot<'a>) -> impl Iterator<Item = &'a str> {
        let there = self.things.iter().filter(move |thing| thing.spot == spot);
        there.map(|thing| thing.name)
    }

    fn apply(&mut self, Event { who, action }: Event<'a>) {
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
            Action::Give(what, to) => (what, Spot::With(to)),
            Action::Carry(what, to) => {
                person.at = to;
                (what, Spot::With(who))
            }
        };
        if let Some(thing) = self.things.iter_mut().find(|thing| thing.name == what) {
            thing.spot = spot;
        }
    }
}

fn any_of<'a>(these: impl Iterator<Item = &'a str>, rng: &mut impl Rng) -> Option<&'a str> {
    let these: Vec<&str> = these.collect();
    these.choose(rng).copied()
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use std::collections::BTreeMap;

    use super::*;

    const PEOPLE: [&str; 3] = ["Ann", "Bob", "Cy"];
    const PLACES: [&str; 4] = ["park", "mill", "inn", "zoo"];
    const THINGS: [&str; 3] = ["kite", "map", "key"];
    const KINDS: [Kind; 5] = [Kind::Move, Kind::Get, Kind::Drop, Kind::Give, Kind::Carry];

    #[test]
    fn whoever_takes_more_takes_what_lies_where_she_is_as_long_as_something_does() {
        let mut rng = rand_pcg::Pcg32::seed_from_u64(2);
        let mut world = World::new(&["Ann"], &["park"], &THINGS, &mut rng);
        let taken = std::iter::from_fn(|| world.take("Ann", &mut rng)?.thing());
        let mut taken: Vec<&str> = taken.take(9).collect();
        taken.sort_unstable();
        assert_eq!(taken, ["key", "kite", "map"]);
    }

    #[test]
    fn nobody_does_the_impossible() {
        let mut rng = rand_pcg::Pcg32::seed_from_u64(1);
        for _ in 0..50 {
            let mut world = World::new(&PEOPLE, &PLACES, &THINGS, &mut rng);
            let mut at: BTreeMap<&str, &str> =
                world.people.iter().map(|p| (p.name, p.at)).collect();
            let mut spots: BTreeMap<&str, Spot<'_>> =
                world.things.iter().map(|t| (t.name, t.spot)).collect();
            for _ in 0..200 {
                let Event { who, action } = world.step(&KINDS, &mut rng);
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
                    Action::Give(what, to) => {
                        assert_eq!(at[who], at[to]);
                        assert_ne!(who, to);
                        let from = spots.insert(what, Spot::With(to));
                        assert_eq!(from, Some(Spot::With(who)));
                    }
                    Action::Carry(what, to) => {
                        let here = at.insert(who, to).unwrap();
                        assert_ne!(here, to);
                        let from = spots.insert(what, Spot::With(who)).unwrap();
                        assert!([Spot::With(who), Spot::At(here)].contains(&from));
                    }
                }
            }
        }
    }
}
