//! Plural nouns and their singular.

use std::borrow::Cow;

/// The singular of an English noun in lower case, as far as spelling tells; a word that doesn't
/// look like a plural is returned as it is.
pub fn singular(key: &str) -> Cow<'_, str> {
    if SINGULAR.contains(&key) {
        return Cow::Borrowed(key);
    }
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == key) {
        return Cow::Borrowed(one);
    }
    let cut = |end: &str| {
        key.strip_suffix(end)
            .filter(|stem| stem.chars().count() >= 2)
    };
    if let Some(stem) = cut("ies").filter(|stem| stem.chars().count() >= 3) {
        return Cow::Owned(format!("{stem}y"));
    }
    for end in ["sses", "shes", "ches", "xes", "oes", "zzes"] {
        if key.ends_with(end) {
            return Cow::Borrowed(&key[..key.len() - 2]);
        }
    }
    if key.ends_with("uses") && !key.ends_with("ouses") {
        return Cow::Borrowed(&key[..key.len() - 2]);
    }
    let singular = ["ss", "us", "is", "'s"];
    if singular.iter().any(|end| key.ends_with(end)) {
        return Cow::Borrowed(key);
    }
    Cow::Borrowed(cut("s").unwrap_or(key))
}

/// Words that look like plurals and are none.
const SINGULAR: &[&str] = &[
    "as",
    "was",
    "has",
    "gas",
    "alas",
    "alias",
    "atlas",
    "canvas",
    "texas",
    "christmas",
    "overseas",
    "upstairs",
    "downstairs",
    "indoors",
    "outdoors",
    "news",
    "lens",
    "series",
    "species",
    "maths",
    "mathematics",
    "physics",
    "politics",
    "athletics",
    "gymnastics",
];

const IRREGULAR: &[(&str, &str)] = &[
    ("mice", "mouse"),
    ("geese", "goose"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("oxen", "ox"),
    ("wolves", "wolf"),
    ("calves", "calf"),
    ("halves", "half"),
    ("shelves", "shelf"),
    ("thieves", "thief"),
    ("leaves", "leaf"),
    ("loaves", "loaf"),
    ("scarves", "scarf"),
    ("elves", "elf"),
    ("knives", "knife"),
    ("wives", "wife"),
    ("flies", "fly"),
    ("shoes", "shoe"),
    ("cookies", "cookie"),
    ("movies", "movie"),
    ("zombies", "zombie"),
    ("canoes", "canoe"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_become_singular_and_other_words_stay() {
        for (many, one) in [
            ("wolves", "wolf"),
            ("cats", "cat"),
            ("mice", "mouse"),
            ("sheep", "sheep"),
            ("puppies", "puppy"),
            ("boxes", "box"),
            ("glasses", "glass"),
            ("torches", "torch"),
            ("zebras", "zebra"),
            ("octopuses", "octopus"),
            ("houses", "house"),
            ("atlas", "atlas"),
            ("potatoes", "potato"),
            ("glass", "glass"),
            ("bus", "bus"),
            ("flies", "fly"),
            ("iris", "iris"),
            ("upstairs", "upstairs"),
            ("series", "series"),
            ("cookies", "cookie"),
            ("milk", "milk"),
            ("s", "s"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}
