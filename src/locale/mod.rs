//! Every text that the page shows, in every language it speaks.
//!
//! One file for each area of the page, and in it one entry for each text, with all languages side
//! by side, so that a text that lacks one doesn't compile:
//!
//! ```text
//! texts! {
//!     /// The texts of the heatmap.
//!     Attention {
//!         /// Its title.
//!         title { en: "Attention", de: "Aufmerksamkeit" }
//!         /// The head of a column; hops count from 1.
//!         hop(hop: usize) { en: format!("Hop {hop}"), de: format!("Schritt {hop}") }
//!     }
//! }
//! ```
//!
//! A text by itself is read as a field (`texts.attention.title`), one that says a value is called
//! (`texts.attention.hop(2)`). Stories, questions and answers are no texts of the page: they stay
//! English, because that is what the networks read.

#[macro_use]
mod texts;

mod about;
mod answer;
mod attention;
mod cell;
mod change;
mod changed;
mod closer;
mod compare;
mod failures;
mod flow;
mod gallery;
pub mod glossary;
mod hops;
mod influence;
mod masthead;
mod page;
mod question;
mod roles;
mod share;
mod story;
mod tasks;
mod tour;
mod train;
mod typography;
mod words;

use serde::{Deserialize, Serialize};

pub use about::About;

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

areas! {
    /// The document.
    page: Page,
    /// The head of the page.
    masthead: Masthead,
    /// What each part of a memory network does.
    roles: Roles,
    /// The story.
    story: Story,
    /// The question.
    question: Question,
    /// The answer.
    answer: Answer,
    /// The heatmap.
    attention: Attention,
    /// What the reader changed.
    changed: Changed,
    /// Links, and what can be taken away.
    share: Share,
    /// The 20 tasks.
    tasks: Tasks,
    /// The stories to choose from.
    gallery: Gallery,
    /// What can go wrong when a network is loaded.
    failures: Failures,
    /// The record of the network.
    about: About,
    /// The views that look closer.
    closer: Closer,
    /// The view of the four components.
    flow: Flow,
    /// The view of one cell.
    cell: Cell,
    /// The view hop by hop.
    hops: Hops,
    /// The view of what mattered.
    influence: Influence,
    /// The view of the words.
    words: Words,
    /// The view that overrules the network.
    change: Change,
    /// The view that compares.
    compare: Compare,
    /// The view that trains.
    train: Train,
    /// The guided tour.
    tour: Tour,
    /// The terms of the field.
    glossary: Glossary,
    /// Numbers and quotation marks.
    typography: Typography,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag (BCP 47), as in the attribute `lang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The texts of the page in this language.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
        }
    }

    /// The first of a reader's languages (tags such as "de-AT", the dearest first) that the page
    /// speaks, or else English.
    pub fn preferred<T: AsRef<str>>(tags: impl IntoIterator<Item = T>) -> Self {
        tags.into_iter()
            .find_map(|tag| {
                let language = tag.as_ref().split(['-', '_']).next()?.to_lowercase();
                Self::ALL.into_iter().find(|known| known.tag() == language)
            })
            .unwrap_or(Self::English)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_meets_the_first_of_her_languages_that_the_page_speaks() {
        for (tags, expected) in [
            (&["de"][..], Language::German),
            (&["DE-at", "en"], Language::German),
            (&["fr", "de-CH", "en-GB"], Language::German),
            (&["en-GB", "de"], Language::English),
            (&["den", "fr"], Language::English),
            (&[], Language::English),
        ] {
            assert_eq!(Language::preferred(tags), expected, "{tags:?}");
        }
    }

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        let [english, german] = Language::ALL.map(|language| &language.texts().typography);
        assert_eq!(english.decimal(0.906, 2), "0.91");
        assert_eq!(german.decimal(0.906, 2), "0,91");
        assert_eq!(german.decimal(-1.5, 1), "−1,5");
        assert_eq!(english.percent("13"), "13%");
        assert_eq!(german.percent("13"), "13\u{a0}%");
        assert_eq!(english.grouped(12_000), "12,000");
        assert_eq!(german.grouped(1_234_567), "1.234.567");
        assert_eq!(german.grouped(999), "999");
        let numbers = ["1", "4", "7"].map(str::to_owned);
        assert_eq!(english.listed(&numbers), "1, 4 and 7");
        assert_eq!(german.listed(&numbers[..2]), "1 und 4");
        assert_eq!(german.listed(&numbers[..1]), "1");
    }
}
