//! Task 4: places and which is north, east, south or west of which.
//!
//! From counts over the published stories: three places of six in a row, the one in the middle
//! told of with each of the other two; each is the subject of a sentence as often as the others,
//! which is why the middle one is the object of two sentences of three. A question is always
//! answered by the subject of a sentence.
//!
//! Wide stories have up to six places, beside each other in all directions, and ask for objects, too.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use super::cast::{Casting, names};
use super::lines::{question, statement, unanswered};
use super::plane::{Direction, Layout, Relation, told};
use super::tale::SHARE_IN_VAIN;
use super::{Style, carrying};
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{any, short, the};

/// The forms of sentences.
struct Forms {
    /// Of a place that lies in a direction of another.
    told: &'static [&'static str],
    /// For the place in that direction of this one.
    what: &'static [&'static str],
    /// For the place of which this one is in that direction.
    of_what: &'static [&'static str],
}

/// Of a place that lies in a direction of another, in the words of the published stories.
pub(super) const BABI_TOLD: &[&str] = &["{a} is {d} of {b}."];

/// Of a place that lies in a direction of another, in the words of wide stories.
pub(super) const WIDE_TOLD: &[&str] = &[
    "{a} is {d} of {b}.",
    "{a} is {d} of {b}.",
    "{a} lies {d} of {b}.",
    "{a} is just {d} of {b}.",
    "{a} is to the {d} of {b}.",
    "{a} can be found {d} of {b}.",
    "To the {d} of {b} is {a}.",
    "To the {d} of {b} lies {a}.",
    "{d} of {b} is {a}.",
    "{b} has {a} to the {d}.",
    "Going {d} from {b} you come to {a}.",
];

const BABI: Forms = Forms {
    told: BABI_TOLD,
    what: &["What is {d} of {b}?"],
    of_what: &["What is {b} {d} of?"],
};

const WIDE: Forms = Forms {
    told: WIDE_TOLD,
    what: &[
        "What is {d} of {b}?",
        "What is {d} of {b}?",
        "What's {d} of {b}?",
        "What lies {d} of {b}?",
        "What is to the {d} of {b}?",
        "What's to the {d} of {b}?",
        "Which place is {d} of {b}?",
        "What can be found {d} of {b}?",
        "What do I come to going {d} from {b}?",
    ],
    of_what: &[
        "What is {b} {d} of?",
        "What is {b} {d} of?",
        "What does {b} lie {d} of?",
        "What is {b} to the {d} of?",
        "Which place is {b} {d} of?",
    ],
};

/// The name of a direction on a map.
pub(super) fn on_a_map(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "north",
        Direction::Right => "east",
        Direction::Down => "south",
        Direction::Left => "west",
    }
}

/// The statements that tell of these relations between places.
pub(super) fn statements(
    forms: &[&str],
    relations: &[Relation],
    places: &[&str],
    rng: &mut Pcg32,
) -> Vec<Line> {
    relations
        .iter()
        .map(|relation| {
            let [a, b] = [relation.subject, relation.object].map(|place| the(places[place]));
            let direction = on_a_map(relation.direction);
            statement(forms, &[("{a}", &a), ("{b}", &b), ("{d}", direction)], rng)
        })
        .collect()
}

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(rng: &mut Pcg32) -> Story {
    let places: Vec<&str> = carrying::PLACES.sample(rng, 3).copied().collect();
    let direction = any(&Direction::ALL, rng);
    let row = [
        Relation::new(0, direction, 1),
        Relation::new(2, direction.opposite(), 1),
    ];
    let told = told(&row, places.len(), rng);
    let mut lines = statements(BABI.told, &told, &places, rng);
    let asked = rng.random_range(0..told.len());
    let (forms, direction) = asking(&BABI, told[asked].direction, rng);
    lines.push(question(
        forms,
        &[
            ("{b}", &the(places[told[asked].object])),
            ("{d}", direction),
        ],
        short(places[told[asked].subject]),
        &[asked + 1],
        rng,
    ));
    Story { lines }
}

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let casting = Casting::of_places(2..=6, rng);
    let places = names(&casting.present.places);
    let count = places.len();
    let layout = Layout::grown(count, rng);
    let told = told(&layout.relations, count, rng);
    let mut lines = statements(WIDE.told, &told, &places, rng);
    for _ in 0..most.min(rng.random_range(1..=4)) {
        let line = if rng.random_bool(SHARE_IN_VAIN) {
            let (place, direction) = beyond(&layout, &places, &casting.absent.places, rng);
            let (forms, direction) = asking(&WIDE, direction, rng);
            unanswered(forms, &[("{b}", &the(place)), ("{d}", direction)], rng)
        } else {
            let asked = rng.random_range(0..told.len());
            let relation = if rng.random_bool(0.5) {
                told[asked]
            } else {
                told[asked].inverse()
            };
            let (forms, direction) = asking(&WIDE, relation.direction, rng);
            question(
                forms,
                &[("{b}", &the(places[relation.object])), ("{d}", direction)],
                short(places[relation.subject]),
                &[asked + 1],
                rng,
            )
        };
        lines.push(line);
    }
    Story { lines }
}

/// The forms of a question for what is in that direction, and the direction that they name.
fn asking(
    forms: &Forms,
    direction: Direction,
    rng: &mut Pcg32,
) -> (&'static [&'static str], &'static str) {
    if rng.random_bool(0.5) {
        (forms.what, on_a_map(direction))
    } else {
        (forms.of_what, on_a_map(direction.opposite()))
    }
}

/// A place and a direction in which nothing lies, as far as the story says.
fn beyond<'a>(
    layout: &Layout,
    places: &[&'a str],
    strangers: &'a [String],
    rng: &mut Pcg32,
) -> (&'a str, Direction) {
    let edges: Vec<(&str, Direction)> = places
        .iter()
        .enumerate()
        .flat_map(|(index, place)| Direction::ALL.map(|direction| (index, *place, direction)))
        .filter(|(index, _, direction)| !layout.has_any(*direction, *index))
        .map(|(_, place, direction)| (place, direction))
        .collect();
    let (place, direction) = any(&edges, rng);
    match strangers.first() {
        Some(stranger) if rng.random_bool(0.4) => (stranger, direction),
        _ => (place, direction),
    }
}

/// Stories of places, read.
#[cfg(test)]
pub(super) mod reading {
    use super::*;
    use crate::tasks::generators::reading::{Filled, last_word_of, meaning};
    use crate::tasks::words;

    /// That the first lies in that direction of the second.
    pub type Neighbours = (String, Direction, String);

    pub fn place(filled: &Filled<'_>, slot: &str) -> Option<String> {
        let proper = |name: &&&str| short(name) == **name && name.to_lowercase() == filled[slot];
        match words::PLACES.iter().find(proper) {
            Some(name) => Some(name.to_lowercase()),
            None => last_word_of(filled[slot], words::PLACES).map(str::to_owned),
        }
    }

    pub fn direction(filled: &Filled<'_>) -> Option<Direction> {
        Direction::ALL
            .into_iter()
            .find(|direction| on_a_map(*direction) == filled["d"])
    }

    pub fn neighbours(sentence: &str) -> Neighbours {
        meaning(&[BABI_TOLD, WIDE_TOLD].concat(), sentence, |filled| {
            Some((place(filled, "a")?, direction(filled)?, place(filled, "b")?))
        })
        .unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::reading::{Neighbours, direction, neighbours, place};
    use super::*;
    use crate::tasks::generators::reading::{
        Reader, expect_answers_of, expect_published_words, meaning,
    };

    #[derive(Default)]
    struct Map(Vec<(Neighbours, usize)>);

    impl Reader for Map {
        fn hear(&mut self, line: usize, sentence: &str) {
            let (a, direction, b) = neighbours(sentence);
            self.0
                .push(((b.clone(), direction.opposite(), a.clone()), line));
            self.0.push(((a, direction, b), line));
        }

        fn answer(&self, question: &str) -> Option<(String, Vec<usize>)> {
            let what = meaning(&[BABI.what, WIDE.what].concat(), question, |filled| {
                Some((direction(filled)?, place(filled, "b")?))
            });
            let of_what = meaning(&[BABI.of_what, WIDE.of_what].concat(), question, |filled| {
                Some((direction(filled)?.opposite(), place(filled, "b")?))
            });
            assert!(what.is_some() != of_what.is_some(), "{question}");
            let (direction, of) = what.or(of_what)?;
            let mut there = self
                .0
                .iter()
                .filter(|(known, _)| (known.1, &known.2) == (direction, &of));
            let (known, line) = there.next()?;
            assert_eq!(there.next(), None, "{question}");
            Some((known.0.clone(), vec![*line]))
        }
    }

    #[test]
    fn every_answer_is_the_one_place_that_the_story_puts_there() {
        expect_answers_of::<Map>(4);
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            4,
            "the is of what north east south west bathroom bedroom garden hallway kitchen office",
        );
    }
}
