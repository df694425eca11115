//! Finds what a sentence says, by forms of the tests' own.

use std::collections::BTreeMap;

use crate::text::capitalised;

/// What stands in each slot of a form.
pub type Slots<'t> = BTreeMap<&'static str, &'t str>;

/// The verbs that a word in capitals stands for.
const VERBS: [(&str, &[&str]); 7] = [
    (
        "GO",
        &[
            "went back to",
            "went to",
            "moved to",
            "journeyed to",
            "travelled to",
            "walked to",
            "ran to",
            "rushed to",
            "headed for",
            "headed to",
            "came back to",
            "came to",
            "returned to",
            "cycled to",
            "marched to",
            "dashed to",
            "stepped into",
            "slipped into",
            "entered",
            "arrived at",
            "got to",
            "made a trip to",
            "turned up at",
            "left for",
            "went into",
            "walked into",
            "went over to",
            "flew to",
            "has gone back to",
            "has gone to",
        ],
    ),
    (
        "TAKE",
        &[
            "got hold of",
            "got",
            "grabbed",
            "picked up",
            "took",
            "lifted",
            "found",
            "scooped up",
            "gathered up",
            "caught",
        ],
    ),
    (
        "LEAVE",
        &[
            "discarded",
            "dropped",
            "left",
            "put down",
            "set down",
            "laid down",
            "let go of",
            "threw away",
            "got rid of",
        ],
    ),
    (
        "GIVE",
        &[
            "handed over",
            "gave",
            "handed",
            "passed",
            "lent",
            "sold",
            "returned",
            "sent",
            "threw",
        ],
    ),
    (
        "TAKEN",
        &["taken", "picked up", "grabbed", "found", "lifted"],
    ),
    ("LEFT", &["left", "dropped", "put down", "set down"]),
    ("GIVEN", &["given", "handed", "passed", "lent", "sold"]),
];

/// What may stand before a statement.
const OPENERS: [&str; 17] = [
    "Then",
    "Next",
    "Later on",
    "Later",
    "After that",
    "Soon",
    "At last",
    "In the end",
    "After lunch",
    "In the evening",
    "In the morning",
    "At noon",
    "A little later",
    "After a while",
    "Afterwards",
    "Following that",
    "From there",
];

/// What may stand after a statement.
const ENDINGS: [&str; 7] = [
    "there",
    "alone",
    "in a hurry",
    "together",
    "after that",
    "now",
    "any more",
];

/// Words that are no part of a name.
const NO_NAMES: [&str; 26] = [
    "to", "from", "with", "by", "in", "at", "on", "under", "was", "has", "is", "isn't", "or", "up",
    "down", "of", "not", "no", "before", "there", "either", "Either", "for", "into", "did", "been",
];

/// A statement without what changes nothing.
pub fn bare(statement: &str) -> String {
    let mut text = statement.strip_suffix('.').unwrap();
    let opener = OPENERS.iter().find_map(|opener| {
        let rest = text.strip_prefix(opener)?;
        rest.strip_prefix(' ')
    });
    if let Some(rest) = opener {
        text = rest;
    }
    for ending in ENDINGS {
        if let Some(rest) = text.strip_suffix(ending) {
            text = rest.strip_suffix(' ').unwrap_or(text);
        }
    }
    capitalised(&text.replace(" then ", " ").replace(" quickly ", " "))
}

/// The slots of a text that has this form.
pub fn slots<'t>(form: &'static str, text: &'t str) -> Option<Slots<'t>> {
    let verbs = VERBS
        .iter()
        .find(|(kind, _)| form.split(' ').any(|word| word == *kind));
    match verbs {
        None => exactly(form, form, text),
        Some((kind, verbs)) => verbs
            .iter()
            .filter(|verb| text.contains(*verb))
            .find_map(|verb| exactly(form, &form.replacen(kind, verb, 1), text)),
    }
}

/// `form` names the slots, `filled` is the same with its verb in place.
fn exactly<'t>(form: &'static str, filled: &str, text: &'t str) -> Option<Slots<'t>> {
    let names = form.split('{').skip(1).map(|part| part.split('}').next());
    let mut literals = filled
        .split('{')
        .map(|part| part.rsplit('}').next().unwrap());
    let mut rest = text.strip_prefix(literals.next()?)?;
    let mut found = Slots::new();
    let literals: Vec<&str> = literals.collect();
    for (index, (name, literal)) in names.zip(&literals).enumerate() {
        let end = if index + 1 == literals.len() {
            rest.strip_suffix(literal)?.len()
        } else {
            rest.find(literal)?
        };
        found.insert(name?, &rest[..end]);
        rest = &rest[end + literal.len()..];
    }
    found.values().all(|name| is_name(name)).then_some(found)
}

fn is_name(text: &str) -> bool {
    let is_verb = |word: &str| {
        let mut verbs = VERBS.iter().flat_map(|(_, verbs)| *verbs);
        verbs.any(|verb| verb.split(' ').next() == Some(word))
    };
    let mut words = text.split(' ');
    words.all(|word| !word.is_empty() && !NO_NAMES.contains(&word) && !is_verb(word))
}

/// The name without its article and, unless it is a proper name, without what tells it from others.
pub fn name(text: &str) -> &str {
    let is_common = ["the ", "The "].iter().any(|the| text.starts_with(the));
    if is_common || text.contains("'s ") {
        text.rsplit(' ').next().unwrap()
    } else {
        text
    }
}

/// Whether it can be the name of a person, or of several.
pub fn is_person(text: &str) -> bool {
    name(text) == text && !text.eq_ignore_ascii_case("it")
}

/// Everybody in "Ann, Bob and Cy".
pub fn everybody(text: &str) -> Vec<String> {
    let all = text.replace(" and ", ", ");
    all.split(", ").map(str::to_owned).collect()
}
