//! Other asides than those that stories are trained with.

use rand::RngExt as _;
use rand_pcg::Pcg64;

use super::super::asides::{Cast, interrupted, refers_back};
use super::super::babi::Story;

/// Before which share of the lines one stands.
const SHARE: f64 = 0.125;

/// Sentences about nothing in the story.
const ABOUT_NOTHING: &[&str] = &[
    "It was a sunny day.",
    "The birds were singing.",
    "Everyone was having fun.",
    "It started to rain.",
    "Nobody noticed anything.",
    "Dinner was ready at six.",
    "The clock struck twelve.",
    "What a glorious sunrise!",
    "Once upon a time people lived without electricity.",
    "The dog barked loudly.",
    "The weather was cold and windy.",
    "Suddenly they heard a loud noise.",
    "The children laughed until they cried.",
    "The bus driver was late.",
    "Music was playing in the background.",
    "It had been a tiring month.",
    "There was nothing good on television.",
    "A grandfather clock ticked slowly.",
    "The teacher explained the homework.",
    "A kitten slept under a warm blanket.",
    "The phone rang twice but nobody picked up.",
    "It was getting dark outside.",
    "The soup smelled delicious.",
    "All the windows were open.",
    "The birthday party was a great success.",
    "Life is like a box full of surprises.",
];

/// Sentences about somebody in it.
const ABOUT_SOMEBODY: &[&str] = &[
    "{person} smiled.",
    "{person} loves chocolate.",
    "{person} told everyone about the exam.",
    "{person} was excited about the birthday.",
    "{person} wore a huge hat.",
    "Everyone knew {person} well.",
    "{person} has two sisters.",
    "{person} never eats fish.",
];

/// Sentences about whom the one before is about.
const ABOUT_THE_SAME: &[&str] = &[
    "{Pronoun} smiled.",
    "{Pronoun} loves movies.",
    "{Pronoun} was excited.",
    "{Pronoun} wanted to sleep.",
    "{Pronoun} has two sisters.",
    "{Pronoun} was in a hurry.",
];

/// The story with asides in it.
pub(super) fn interspersed(story: &Story, random: &mut Pcg64) -> Story {
    let mut cast = Cast::of(story);
    interrupted(story, SHARE, random, |before, next, random| {
        cast.turn_to(before);
        let forms = match random.random_range(0..6) {
            0 if !refers_back(next) && !cast.people.is_empty() => ABOUT_SOMEBODY,
            1 | 2 if cast.pronoun.is_some() => ABOUT_THE_SAME,
            _ => ABOUT_NOTHING,
        };
        cast.said(forms, random)
    })
}

/// The sentences, for the tests.
#[cfg(test)]
pub(in crate::tasks) fn reserved() -> impl Iterator<Item = &'static str> {
    [ABOUT_NOTHING, ABOUT_SOMEBODY, ABOUT_THE_SAME]
        .into_iter()
        .flatten()
        .copied()
}
