//! Who or what is at a place.

use rand_pcg::Pcg32;

use super::cast::{Cast, one_of};
use super::phrases::{Names, say};
use super::tale::question;
use crate::tasks::babi::Question;

/// How many names an answer lists at most.
const MOST_LISTED: usize = 3;

/// Asks who or what is at a place, if it is somebody or something, and not too many to list.
pub(super) fn about_a_place(
    forms: &[&str],
    place: &str,
    there: &[&str],
    lines: &[usize],
    rng: &mut Pcg32,
) -> Option<Question> {
    let names = Names {
        place,
        ..Names::default()
    };
    let answerable = (1..=MOST_LISTED).contains(&there.len());
    answerable.then(|| question(say(forms, names, rng), &there.join(","), lines))
}

/// Asks it of a place where nobody (or nothing) is told to be, perhaps one that is never mentioned.
pub(super) fn about_a_deserted_place(
    forms: &[&str],
    places: &[&str],
    is_deserted: impl Fn(&str) -> bool,
    absent: &Cast,
    rng: &mut Pcg32,
) -> String {
    let places = places.iter().copied();
    let deserted: Vec<&str> = places.filter(|place| is_deserted(place)).collect();
    let names = Names {
        place: one_of(&deserted, &absent.places, rng),
        ..Names::default()
    };
    say(forms, names, rng)
}
