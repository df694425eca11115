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

/// Sentences about people and animals, read.
#[cfg(test)]
pub(super) mod reading {
    use super::{ANIMALS, an};
    use crate::tasks::generators::reading::Filled;
    use crate::tasks::words::{MEN, OTHERS, WOMEN};

    pub fn person(filled: &Filled<'_>) -> Option<String> {
        let name = filled.get("who")?;
        is_person(name).then(|| (*name).to_owned())
    }

    /// Whether it is the name of a person, in small letters.
    pub fn is_person(name: &str) -> bool {
        let mut people = [WOMEN, MEN, OTHERS].into_iter().flatten();
        people.any(|known| known.to_lowercase() == name)
    }

    /// The kind of animal that stands in one of the slots: one of them, one with an article, many.
    /// Answers name it by its last word.
    pub fn kind(filled: &Filled<'_>, [one, with_article, many]: [&str; 3]) -> Option<String> {
        ANIMALS
            .iter()
            .find(|(singular, plural)| {
                filled.get(one) == Some(singular)
                    || filled.get(many) == Some(plural)
                    || filled.get(with_article) == Some(&&*an(singular))
            })
            .and_then(|(singular, _)| singular.rsplit(' ').next())
            .map(str::to_owned)
    }
}
