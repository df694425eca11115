//! Reads stories from their words alone, as a person would, to see whether the answers follow.
//!
//! Everything is read in small letters: a capital tells nothing that the forms of sentences don't.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use super::{Style, UNKNOWN, generate};
use crate::tasks::babi::{self, Line};

/// What fills the slots of a form.
pub(super) type Filled<'t> = BTreeMap<String, &'t str>;

/// What somebody makes of a story.
pub(super) trait Reader: Default {
    fn hear(&mut self, line: usize, sentence: &str);

    /// The answer and the lines that it follows from, if it does follow.
    fn answer(&self, question: &str) -> Option<(String, Vec<usize>)>;
}

/// Reads stories in both styles and expects the answers and the supporting facts to be those that
/// the reader finds.
pub(super) fn expect_answers_of<R: Reader>(task: u8) {
    for style in [Style::Babi, Style::Wide] {
        for story in generate(task, 400, style, 3).unwrap() {
            let mut reader = R::default();
            for (index, line) in story.lines.iter().enumerate() {
                match line {
                    Line::Statement(sentence) => reader.hear(index + 1, &sentence.to_lowercase()),
                    Line::Question(question) => {
                        let (answer, supporting) = reader
                            .answer(&question.text.to_lowercase())
                            .unwrap_or((UNKNOWN.to_owned(), Vec::new()));
                        assert_eq!(question.answer.to_lowercase(), answer, "{story:#?}");
                        assert_eq!(question.supporting, supporting, "{question:?} {story:#?}");
                    }
                }
            }
        }
    }
}

/// Expects the published stories' words, and no others, of the stories in that style.
pub(super) fn expect_published_words(task: u8, published: &str) {
    let stories = generate(task, 1000, Style::Babi, 8).unwrap();
    let text = babi::write(&stories).to_lowercase();
    let words: BTreeSet<&str> = text
        .split(|character: char| !character.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    assert_eq!(words, published.split_whitespace().collect());
}

/// The share of each answer to the questions of published style.
pub(super) fn shares_of_answers(task: u8) -> BTreeMap<String, f64> {
    const QUESTIONS: u32 = 10_000;
    let mut shares = BTreeMap::new();
    for story in generate(task, QUESTIONS as usize, Style::Babi, 4).unwrap() {
        for line in story.lines {
            if let Line::Question(question) = line {
                *shares.entry(question.answer).or_default() += 1.0 / f64::from(QUESTIONS);
            }
        }
    }
    shares
}

/// The one meaning that the sentence has in any of the forms, given what the slots of a form mean
/// when they are filled, if they then mean something.
pub(super) fn meaning<T: PartialEq + Debug>(
    forms: &[&str],
    sentence: &str,
    of: impl Fn(&Filled<'_>) -> Option<T>,
) -> Option<T> {
    let mut meanings: Vec<T> = Vec::new();
    for form in forms {
        for filled in readings(&form.to_lowercase(), sentence) {
            let meaning = of(&filled).filter(|meaning| !meanings.contains(meaning));
            meanings.extend(meaning);
        }
    }
    assert!(
        meanings.len() <= 1,
        "{sentence} may mean any of {meanings:?}"
    );
    meanings.pop()
}

fn readings<'t>(form: &str, sentence: &'t str) -> Vec<Filled<'t>> {
    let Some((literal, slot)) = form.split_once('{') else {
        return Vec::from_iter((form == sentence).then(BTreeMap::new));
    };
    let (slot, rest) = slot.split_once('}').unwrap();
    let Some(sentence) = sentence.strip_prefix(literal) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (end, _) in sentence.char_indices().skip(1) {
        for mut filled in readings(rest, &sentence[end..]) {
            filled.insert(slot.to_owned(), &sentence[..end]);
            found.push(filled);
        }
    }
    found
}

/// The last word of a name, if it is a name of the list. No two names in a story have a word in
/// common.
pub(super) fn last_word_of<'t>(name: &'t str, list: &[&str]) -> Option<&'t str> {
    let last = last_word(name);
    list.iter()
        .any(|known| last_word(known).to_lowercase() == last)
        .then_some(last)
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap()
}
