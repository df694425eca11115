//! Task 19: how to go from one place to another.
//!
//! From counts over the published stories: all six places, five sentences. Three of the places
//! make the way; the other three stand beside one of those, each side of a place being as likely
//! as any other. Where two of them come to lie at the same point doesn't matter.
//!
//! Wide stories have up to six places, no two at the same point, sometimes a few more that nothing
//! links to the others, and ask for ways of one step or two.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use super::cast::{Casting, names};
use super::lines::{question, unanswered};
use super::plane::{Direction, Layout, Relation, Step, told, way};
use super::relations::{self, on_a_map, statements};
use super::tale::SHARE_IN_VAIN;
use super::{Style, carrying};
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{any, the};

const BABI: &[&str] = &["How do you go from {a} to {b}?"];

const WIDE: &[&str] = &[
    "How do you go from {a} to {b}?",
    "How do you go from {a} to {b}?",
    "How do I get from {a} to {b}?",
    "How do I get from {a} to {b}?",
    "How can I get to {b} from {a}?",
    "How do you get to {b} from {a}?",
    "What is the way from {a} to {b}?",
    "What's the way to {b} from {a}?",
    "Which way is it from {a} to {b}?",
];

/// How often a way of one step and of two is asked for.
const STEPS: [usize; 4] = [1, 2, 2, 2];

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(rng: &mut Pcg32) -> Story {
    let places: Vec<&str> = carrying::PLACES.sample(rng, 6).copied().collect();
    let (first, second) = loop {
        let (first, second) = (any(&Direction::ALL, rng), any(&Direction::ALL, rng));
        if second != first.opposite() {
            break (first, second);
        }
    };
    let mut links = vec![Relation::new(1, first, 0), Relation::new(2, second, 1)];
    let free: Vec<(usize, Direction)> = (0..3)
        .flat_map(|object| Direction::ALL.map(|direction| (object, direction)))
        .filter(|(object, direction)| {
            let taken = |link: &Relation| (link.object, link.direction) == (*object, *direction);
            !links
                .iter()
                .any(|link| taken(link) || taken(&link.inverse()))
        })
        .collect();
    for (subject, (object, direction)) in (3..6).zip(free.sample(rng, 3)) {
        links.push(Relation::new(subject, *direction, *object));
    }
    let told = told(&links, places.len(), rng);
    let mut lines = statements(relations::BABI_TOLD, &told, &places, rng);
    if let Some(steps) = way(&told, 0, 2) {
        lines.push(ask(BABI, places[0], places[2], &steps, rng));
    }
    Story { lines }
}

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let apart = if rng.random_bool(0.3) {
        rng.random_range(2..=3)
    } else {
        0
    };
    let casting = Casting::of_places(3 + apart..=6 + apart, rng);
    let places = names(&casting.present.places);
    let (all, count) = (places.len(), places.len() - apart);
    let mut links = Layout::grown(count, rng).relations;
    if apart > 0 {
        let island = Layout::grown(apart, rng).relations;
        links.extend(
            island.into_iter().map(|link| {
                Relation::new(link.subject + count, link.direction, link.object + count)
            }),
        );
    }
    let told = told(&links, all, rng);
    let mut lines = statements(relations::WIDE_TOLD, &told, &places, rng);
    for _ in 0..most.min(rng.random_range(1..=3)) {
        let line = if rng.random_bool(SHARE_IN_VAIN) {
            let mut ends = [any(&places, rng), &casting.absent.places[0]];
            if apart > 0 && rng.random_bool(0.7) {
                ends = [any(&places[..count], rng), any(&places[count..], rng)];
            }
            if rng.random_bool(0.5) {
                ends.reverse();
            }
            let [a, b] = ends.map(the);
            unanswered(WIDE, &[("{a}", &a), ("{b}", &b)], rng)
        } else {
            let (from, to, steps) = any_way(&told, all, rng);
            ask(WIDE, places[from], places[to], &steps, rng)
        };
        lines.push(line);
    }
    Story { lines }
}

/// Two places between which there is a way, and the way.
fn any_way(told: &[Relation], count: usize, rng: &mut Pcg32) -> (usize, usize, Vec<Step>) {
    loop {
        let (from, to) = (rng.random_range(0..count), rng.random_range(0..count));
        let length = any(&STEPS, rng);
        let steps = way(told, from, to).filter(|steps| steps.len() == length);
        if let Some(steps) = steps {
            return (from, to, steps);
        }
    }
}

/// A question for the way.
fn ask(forms: &[&str], from: &str, to: &str, steps: &[Step], rng: &mut Pcg32) -> Line {
    let letters: Vec<&str> = steps
        .iter()
        .map(|step| &on_a_map(step.direction)[..1])
        .collect();
    let supporting: Vec<usize> = steps.iter().map(|step| step.told + 1).collect();
    let slots = [("{a}", &*the(from)), ("{b}", &*the(to))];
    question(forms, &slots, &letters.join(","), &supporting, rng)
}

#[cfg(test)]
mod tests {
    use super::relations::reading::{Neighbours, neighbours, place};
    use super::*;
    use crate::tasks::generators::reading::{
        Reader, expect_answers_of, expect_published_words, meaning, shares_of_answers,
    };

    #[derive(Default)]
    struct Map(Vec<(Neighbours, usize)>);

    impl Map {
        /// All ways between two places that pass no place twice.
        fn ways(&self, from: &str, to: &str, passed: &[&str]) -> Vec<Vec<(&'static str, usize)>> {
            if from == to {
                return vec![Vec::new()];
            }
            let passed = [passed, &[from]].concat();
            let mut ways = Vec::new();
            for ((a, direction, b), line) in &self.0 {
                if b == from && !passed.contains(&&**a) {
                    for way in self.ways(a, to, &passed) {
                        ways.push([vec![(on_a_map(*direction), *line)], way].concat());
                    }
                }
            }
            ways
        }
    }

    impl Reader for Map {
        fn hear(&mut self, line: usize, sentence: &str) {
            let (a, direction, b) = neighbours(sentence);
            self.0
                .push(((b.clone(), direction.opposite(), a.clone()), line));
            self.0.push(((a, direction, b), line));
        }

        fn answer(&self, question: &str) -> Option<(String, Vec<usize>)> {
            let (from, to) = meaning(&[BABI, WIDE].concat(), question, |filled| {
                Some((place(filled, "a")?, place(filled, "b")?))
            })
            .unwrap();
            let mut ways = self.ways(&from, &to, &[]);
            let way = ways.pop()?;
            assert!(ways.is_empty(), "{question}");
            let letters: Vec<&str> = way.iter().map(|(name, _)| &name[..1]).collect();
            let lines = way.iter().map(|(_, line)| *line).collect();
            Some((letters.join(","), lines))
        }
    }

    #[test]
    fn every_answer_is_the_one_way_there_is() {
        expect_answers_of::<Map>(19);
    }

    #[test]
    fn all_twelve_ways_of_two_steps_are_as_likely() {
        let shares = shares_of_answers(19);
        assert_eq!(shares.len(), 12);
        assert!(
            shares.values().all(|share| (0.07..=0.1).contains(share)),
            "{shares:?}"
        );
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            19,
            "the is of north east south west bathroom bedroom garden hallway kitchen office \
             how do you go from to n e s w",
        );
    }
}
