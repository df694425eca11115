//! Task 17: objects above, below, left and right of each other.
//!
//! From counts over the published stories: three objects of six; two sentences tell where one of
//! them is from the other two (in two directions), and eight questions are asked about those two,
//! yes being as often right as no. What lies straight above isn't to the left: that is a no.
//!
//! In wide stories there are up to six objects, of which any two are asked about that one sentence or
//! two link; and what lies up from one and down from the next may be anywhere: that is unknown.

use rand::RngExt as _;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand_pcg::Pcg32;

use super::Style;
use super::lines::{question, statement, unanswered};
use super::plane::{Direction, Relation, Step, told, way};
use super::tale::SHARE_IN_VAIN;
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{self, any, several, the};

/// The objects of the published stories.
const OBJECTS: [&str; 6] = [
    "triangle",
    "pink rectangle",
    "red sphere",
    "blue square",
    "yellow square",
    "red square",
];

const QUESTIONS_PER_STORY: usize = 8;

/// How many steps the way between two objects may have that are asked about.
const LONGEST_WAY: usize = 2;

/// The forms of sentences.
struct Forms {
    told: &'static [&'static str],
    asked: &'static [&'static str],
    /// What stands for each direction of [`Direction::ALL`].
    directions: [&'static [&'static str]; 4],
}

const BABI: Forms = Forms {
    told: &["{a} is {d} {b}."],
    asked: &["Is {a} {d} {b}?"],
    directions: [
        &["above"],
        &["to the right of"],
        &["below"],
        &["to the left of"],
    ],
};

const WIDE: Forms = Forms {
    told: &[
        "{a} is {d} {b}.",
        "{a} is {d} {b}.",
        "{a} is {d} {b}.",
        "{a} lies {d} {b}.",
        "{a} is just {d} {b}.",
        "{a} can be found {d} {b}.",
        "{d} {b} is {a}.",
        "{d} {b} lies {a}.",
    ],
    asked: &[
        "Is {a} {d} {b}?",
        "Is {a} {d} {b}?",
        "Is {a} {d} {b}?",
        "Does {a} lie {d} {b}?",
        "Can {a} be found {d} {b}?",
    ],
    directions: [
        &["above", "above", "over", "higher than"],
        &[
            "to the right of",
            "to the right of",
            "right of",
            "on the right of",
        ],
        &[
            "below",
            "below",
            "under",
            "underneath",
            "beneath",
            "lower than",
        ],
        &[
            "to the left of",
            "to the left of",
            "left of",
            "on the left of",
        ],
    ],
};

impl Forms {
    fn direction(&self, direction: Direction, rng: &mut Pcg32) -> &'static str {
        let index = Direction::ALL.iter().position(|it| *it == direction);
        any(self.directions[index.unwrap_or_default()], rng)
    }

    fn tell(&self, relations: &[Relation], objects: &[String], rng: &mut Pcg32) -> Vec<Line> {
        relations
            .iter()
            .map(|relation| {
                let (a, b) = (
                    the(&objects[relation.subject]),
                    the(&objects[relation.object]),
                );
                let direction = self.direction(relation.direction, rng);
                statement(
                    self.told,
                    &[("{a}", &a), ("{b}", &b), ("{d}", direction)],
                    rng,
                )
            })
            .collect()
    }

    fn ask(&self, claim: &Claim, objects: &[String], rng: &mut Pcg32) -> Line {
        let (a, b) = (the(&objects[claim.subject]), the(&objects[claim.object]));
        let slots = [
            ("{a}", &*a),
            ("{b}", &*b),
            ("{d}", self.direction(claim.direction, rng)),
        ];
        match claim.holds {
            Some(yes) => {
                let answer = if yes { "yes" } else { "no" };
                question(self.asked, &slots, answer, &claim.supporting, rng)
            }
            None => unanswered(self.asked, &slots, rng),
        }
    }
}

/// What may be asked: whether one object lies in that direction of another.
#[derive(Debug, Clone)]
struct Claim {
    subject: usize,
    direction: Direction,
    object: usize,
    /// Whether it does, if the story says so.
    holds: Option<bool>,
    /// The lines on the way from the one to the other.
    supporting: Vec<usize>,
}

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(most, rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(most: usize, rng: &mut Pcg32) -> Story {
    let objects: Vec<String> = OBJECTS
        .sample(rng, 3)
        .map(|name| (*name).to_owned())
        .collect();
    let mut directions = Direction::ALL;
    directions.shuffle(rng);
    let relations = [
        Relation::new(1, directions[0], 0),
        Relation::new(2, directions[1], 0),
    ];
    // From the other side than places are told of.
    let told: Vec<Relation> = told(&relations, objects.len(), rng)
        .into_iter()
        .map(Relation::inverse)
        .collect();
    let claims: Vec<Claim> = claims(&told, objects.len())
        .into_iter()
        .filter(|claim| claim.supporting.len() == 2)
        .collect();
    let mut lines = BABI.tell(&told, &objects, rng);
    for _ in 0..most.min(QUESTIONS_PER_STORY) {
        let yes = rng.random_bool(0.5);
        lines.extend(
            one_that_holds(&claims, Some(yes), rng).map(|claim| BABI.ask(claim, &objects, rng)),
        );
    }
    Story { lines }
}

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let count = rng.random_range(3..=6);
    let objects = objects(count + 1, rng);
    let relations: Vec<Relation> = (1..count)
        .map(|subject| {
            let object = rng.random_range(0..subject);
            Relation::new(subject, any(&Direction::ALL, rng), object)
        })
        .collect();
    let told = told(&relations, count, rng);
    let mut claims = claims(&told, count);
    claims.extend(claims_about_a_stranger(count, rng));
    let mut lines = WIDE.tell(&told, &objects, rng);
    for _ in 0..most.min(rng.random_range(1..=6)) {
        let holds = (!rng.random_bool(SHARE_IN_VAIN)).then(|| rng.random_bool(0.5));
        lines.extend(
            one_that_holds(&claims, holds, rng).map(|claim| WIDE.ask(claim, &objects, rng)),
        );
    }
    Story { lines }
}

/// Names of objects, either coloured shapes or things.
fn objects(count: usize, rng: &mut Pcg32) -> Vec<String> {
    if rng.random_bool(0.3) {
        return several(words::THINGS, count, &[], rng)
            .into_iter()
            .map(str::to_owned)
            .collect();
    }
    let mut objects: Vec<String> = Vec::with_capacity(count);
    while objects.len() < count {
        let object = format!("{} {}", any(words::COLOURS, rng), any(words::SHAPES, rng));
        if !objects.contains(&object) {
            objects.push(object);
        }
    }
    objects
}

/// All that may be asked about the objects told of.
fn claims(told: &[Relation], count: usize) -> Vec<Claim> {
    (0..count)
        .flat_map(|subject| (0..count).map(move |object| (subject, object)))
        .filter(|(subject, object)| subject != object)
        .filter_map(|(subject, object)| Some((subject, object, way(told, subject, object)?)))
        .filter(|(_, _, steps)| steps.len() <= LONGEST_WAY)
        .flat_map(|(subject, object, steps)| {
            Direction::ALL.map(|direction| Claim {
                subject,
                direction,
                object,
                holds: is_back_from(direction, &steps),
                supporting: steps.iter().map(|step| step.told + 1).collect(),
            })
        })
        .collect()
}

/// Whether who took these steps comes from that direction. Steps there as well as back again
/// don't tell.
fn is_back_from(direction: Direction, steps: &[Step]) -> Option<bool> {
    let takes = |direction| steps.iter().any(|step| step.direction == direction);
    match (takes(direction.opposite()), takes(direction)) {
        (true, true) => None,
        (from, _) => Some(from),
    }
}

/// A question about the object that the story doesn't mention, the one after the others.
fn claims_about_a_stranger(stranger: usize, rng: &mut Pcg32) -> [Claim; 2] {
    let claim = Claim {
        subject: stranger,
        direction: any(&Direction::ALL, rng),
        object: rng.random_range(0..stranger),
        holds: None,
        supporting: Vec::new(),
    };
    let inverse = Claim {
        subject: claim.object,
        object: claim.subject,
        ..claim.clone()
    };
    [claim, inverse]
}

fn one_that_holds<'a>(
    claims: &'a [Claim],
    holds: Option<bool>,
    rng: &mut Pcg32,
) -> Option<&'a Claim> {
    let such: Vec<&Claim> = claims.iter().filter(|claim| claim.holds == holds).collect();
    such.choose(rng).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::tasks::generators::reading::{
        Filled, Reader, expect_answers_of, expect_published_words, last_word_of, meaning,
        shares_of_answers,
    };

    /// For each object, what is told of it: in which direction it lies of which other.
    #[derive(Default)]
    struct Wall(BTreeMap<String, Vec<(Direction, String, usize)>>);

    impl Wall {
        /// The directions to go in from one object to another, and the lines that say so.
        fn way(&self, from: &str, to: &str) -> Option<(BTreeSet<usize>, Vec<usize>)> {
            let mut ways = BTreeMap::from([(from, (BTreeSet::new(), Vec::new()))]);
            let mut ends = vec![from];
            while let Some(end) = ends.pop() {
                let (directions, lines) = ways[end].clone();
                for (direction, next, line) in self.0.get(end)? {
                    let mut way: (BTreeSet<usize>, Vec<usize>) =
                        (directions.clone(), lines.clone());
                    way.0.insert(number(direction.opposite()));
                    way.1.push(*line);
                    if !ways.contains_key(&**next) {
                        ways.insert(next, way);
                        ends.push(next);
                    }
                }
            }
            ways.remove(to)
        }
    }

    fn number(direction: Direction) -> usize {
        Direction::ALL
            .iter()
            .position(|it| *it == direction)
            .unwrap()
    }

    fn claim(forms: &[&str], sentence: &str) -> (String, Direction, String) {
        let known = [words::SHAPES, words::THINGS].concat();
        let object = |filled: &Filled<'_>, slot| {
            let object = filled[slot].strip_prefix("the ")?;
            last_word_of(object, &known).map(|_| object.to_owned())
        };
        meaning(forms, sentence, |filled| {
            let direction = Direction::ALL.into_iter().find(|direction| {
                let names = WIDE.directions[number(*direction)];
                names.contains(&filled["d"])
            });
            Some((object(filled, "a")?, direction?, object(filled, "b")?))
        })
        .unwrap()
    }

    impl Reader for Wall {
        fn hear(&mut self, line: usize, sentence: &str) {
            let (a, direction, b) = claim(&[BABI.told, WIDE.told].concat(), sentence);
            let of_b = (direction.opposite(), a.clone(), line);
            self.0
                .entry(a)
                .or_default()
                .push((direction, b.clone(), line));
            self.0.entry(b).or_default().push(of_b);
        }

        fn answer(&self, question: &str) -> Option<(String, Vec<usize>)> {
            let (a, direction, b) = claim(&[BABI.asked, WIDE.asked].concat(), question);
            let (goes, lines) = self.way(&a, &b)?;
            let [there, back] = [direction.opposite(), direction]
                .map(|direction| goes.contains(&number(direction)));
            (!(there && back)).then(|| (if there { "yes" } else { "no" }.to_owned(), lines))
        }
    }

    #[test]
    fn every_answer_follows_from_the_way_between_the_two_objects() {
        expect_answers_of::<Wall>(17);
    }

    #[test]
    fn yes_is_right_as_often_as_no() {
        let yes = shares_of_answers(17)["yes"];
        assert!((0.48..=0.52).contains(&yes), "{yes}");
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            17,
            "the is above below to left right of triangle rectangle sphere square pink red blue \
             yellow yes no",
        );
    }
}
