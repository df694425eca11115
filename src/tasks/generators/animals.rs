//! One animal and many.

use crate::tasks::words::ANIMALS;

/// What one of each animal is called.
pub(super) fn kinds_of_animals() -> Vec<&'static str> {
    ANIMALS.iter().map(|(one, _)| *one).collect()
}

/// The plural of an animal.
pub(super) fn many(animal: &str) -> &str {
    ANIMALS
        .iter()
        .find_map(|(one, many)| (*one == animal).then_some(*many))
        .unwrap_or(animal)
}

/// The noun with its article.
pub(super) fn an(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']) && !noun.starts_with("uni");
    format!("{} {noun}", if vowel { "an" } else { "a" })
}
