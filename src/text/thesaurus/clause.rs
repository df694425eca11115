//! Where in a sentence a verb may stand, or a word for a state, as far as the words around tell.
//!
//! Words are read as others only where they stand like a verb or a state. What a verb takes after
//! it also tells apart what vectors cannot: giving from getting, and both from going.

use super::super::Word;
use super::super::function_words::{is_article, is_function_word};
use super::inflection::{Form, looks_past};
use super::is_common_verb;

/// What stands after a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Where to, or nothing: "strolled to the garden", "strolled".
    Direction,
    /// What: "seized the milk".
    Object,
    /// What, and to whom: "donated the milk to Mary", "offered Mary the milk".
    Recipient,
    /// What, and from whom: "obtained the milk from Mary".
    Source,
    /// Something else: "slept in the garden".
    Beside,
}

/// How a word stands in its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The form it has if it is a verb.
    pub(super) form: Option<Form>,
    /// What may stand after it if it is a verb.
    pub(super) frames: Vec<Frame>,
    /// Whether it may be a state: "Mary is exhausted".
    pub(super) state: bool,
    /// Whether it can be nothing but a verb.
    pub(super) verb: bool,
}

/// How many words before a word, and after it, are looked at: more than a clause has that people
/// write. A text of many thousand words without a full stop would take minutes otherwise.
const NEARBY: usize = 50;

/// How the word at `at` stands; `None` if it can be neither a verb nor a state.
pub(super) fn place(text: &str, words: &[Word], at: usize) -> Option<Place> {
    let first = at.saturating_sub(NEARBY);
    let last = words.len().min(at + NEARBY);
    let clause = Clause::around(text, &words[first..last], at - first)?;
    let state = clause.is_state_here();
    let form = clause.form();
    let frames = match form {
        Some(form) => clause.frames(form),
        None => Vec::new(),
    };
    (state || form.is_some()).then_some(Place {
        form,
        frames,
        state,
        verb: form.is_some_and(|form| clause.must_be_a_verb(form)),
    })
}

/// The part of a sentence that has one verb.
struct Clause<'a> {
    words: &'a [Word],
    at: usize,
    key: &'a str,
    /// The word before.
    before: &'a str,
    start: usize,
    end: usize,
    casing: bool,
}

impl<'a> Clause<'a> {
    /// The clause of a word that isn't its first; `None` if the word is a name, stands inside a
    /// noun phrase, or the clause has its verb.
    fn around(text: &str, words: &'a [Word], at: usize) -> Option<Self> {
        let casing = words.iter().any(|word| !word.capital);
        let word = &words[at];
        let parted = |next: usize| {
            let between = words[next - 1].span.end..words[next].span.start;
            !text[between].chars().all(char::is_whitespace)
        };
        let begins = |next: usize| parted(next) || one_of(CONJUNCTIONS, &words[next - 1].key);
        let plain = word.key.chars().all(|letter| letter.is_ascii_lowercase());
        if at == 0 || !plain || casing && word.capital || is_function_word(&word.key) {
            return None;
        }
        let start = (1..=at).rev().find(|&next| begins(next)).unwrap_or(0);
        let ends = |next: usize| parted(next) || one_of(CONJUNCTIONS, &words[next].key);
        let end = (at + 1..words.len()).find(|&next| ends(next));
        let clause = Self {
            words,
            at,
            key: &word.key,
            before: &words[at - 1].key,
            start,
            end: end.unwrap_or(words.len()),
            casing,
        };
        let verb_before = (start..at).any(|earlier| clause.is_verb(earlier));
        let verb_after = clause.after(1).is_some_and(|next| {
            clause.is_verb(at + 1) || one_of(BE, next) || one_of(HELPERS, next)
        });
        let inside = is_determiner(clause.before) || one_of(PREPOSITIONS, clause.before);
        (!verb_before && !verb_after && !inside).then_some(clause)
    }

    /// Whether a word is a common verb (auxiliaries are none) and stands like one.
    fn is_verb(&self, at: usize) -> bool {
        let word = &self.words[at];
        let named = self.casing && word.capital;
        let noun = at > 0 && is_determiner(&self.words[at - 1].key);
        !named && !noun && is_common_verb(&word.key)
    }

    /// The word of the clause that stands so many places after.
    fn after(&self, places: usize) -> Option<&'a str> {
        let at = self.at + places;
        (at < self.end).then(|| self.words[at].key.as_str())
    }

    /// Whether one of these stands earlier in the clause.
    fn has(&self, list: &[&str]) -> bool {
        let earlier = &self.words[self.start..self.at];
        earlier.iter().any(|word| one_of(list, &word.key))
    }

    /// The form of the word if it is the clause's verb.
    fn form(&self) -> Option<Form> {
        let goes_on = self.after(1).is_some_and(|next| {
            is_function_word(next) || self.casing && self.words[self.at + 1].capital
        });
        let closes = goes_on || self.after(1).is_none();
        if looks_past(self.key) {
            let passive = self.is_passive();
            let form = match passive || self.has(HAVE) {
                true => Form::Participle,
                false => Form::Past,
            };
            // "Mary's abandoned kite" is no passive.
            return (!passive || closes).then_some(form);
        }
        if self.key.ends_with("ing") && self.key.len() >= 5 {
            let continues = self.has(BE) || one_of(CONJUNCTIONS, self.before);
            return continues.then_some(Form::Progressive);
        }
        if self.has(HELPERS) {
            return closes.then_some(Form::Base);
        }
        // "Snakes eat dogs" ends with a noun.
        let third = self.key.ends_with('s') && goes_on;
        let other = self.has(BE) || self.has(HAVE) || one_of(CONJUNCTIONS, self.before);
        (third && !other).then_some(Form::Third)
    }

    /// Whether nothing but a verb can stand here: who does something has been said.
    fn must_be_a_verb(&self, form: Form) -> bool {
        match form {
            Form::Past => true,
            Form::Participle => !self.is_state_here(),
            Form::Base => !one_of(HELPERS, self.before),
            Form::Third | Form::Progressive => false,
        }
    }

    /// Whether a form of "to be" stands before, perhaps with "not" or an adverb in between.
    fn is_passive(&self) -> bool {
        let earlier = &self.words[self.start..self.at];
        let verb = earlier.iter().rev().find(|word| !is_adverb(&word.key));
        verb.is_some_and(|word| one_of(BE, &word.key))
    }

    /// Whether a state may stand here: at the end of what is said of something.
    fn is_state_here(&self) -> bool {
        let links = self.has(BE) || self.has(LINKS);
        let closes = self
            .after(1)
            .is_none_or(|next| is_function_word(next) && !is_article(next) && !is_determiner(next));
        links && closes
    }

    /// What may stand after the word, as a verb of this form.
    fn frames(&self, form: Form) -> Vec<Frame> {
        let mut next = 1;
        while self.after(next).is_some_and(is_adverb) {
            next += 1;
        }
        let after = self.after(next);
        let later = |list: &[&str]| {
            (next..)
                .map_while(|it| self.after(it))
                .any(|it| one_of(list, it))
        };
        // The object has come before: "What did Mary seize?", "The milk was seized".
        let first = self.words[self.start].key.as_str();
        let fronted = form == Form::Participle && self.is_passive()
            || matches!(first, "what" | "which" | "whom") && form != Form::Past;
        let transfer = |next: usize| {
            let addressed = self
                .words
                .get(self.at + next)
                .is_some_and(|it| it.capital && self.casing)
                || self.after(next).is_some_and(|it| one_of(PRONOUNS, it));
            if later(&["to"]) || addressed && self.after(next + 1).is_some_and(is_determiner) {
                Frame::Recipient
            } else if later(&["from"]) {
                Frame::Source
            } else {
                Frame::Object
            }
        };
        match after {
            // "Which place did Mary stroll to?"
            Some("to") if fronted && self.after(next + 1).is_none() => vec![Frame::Direction],
            _ if fronted => vec![transfer(next)],
            None => vec![Frame::Direction],
            Some(word) if one_of(PARTICLES, word) => {
                let beyond = self.after(next + 1);
                let object =
                    beyond.is_some_and(|it| !one_of(DIRECTIONS, it) && !one_of(PREPOSITIONS, it));
                match object {
                    true => vec![transfer(next + 1), Frame::Direction],
                    false => vec![Frame::Direction],
                }
            }
            Some(word) if one_of(DIRECTIONS, word) => vec![Frame::Direction],
            Some(word) if one_of(PREPOSITIONS, word) => match later(&["to", "into"]) {
                true => vec![Frame::Direction],
                false => vec![Frame::Beside],
            },
            Some(_) => vec![transfer(next)],
        }
    }
}

fn one_of(list: &[&str], key: &str) -> bool {
    list.contains(&key)
}

/// Whether a noun must follow, at once or after adjectives.
fn is_determiner(key: &str) -> bool {
    is_article(key) || one_of(DETERMINERS, key) || key.starts_with(|it: char| it.is_ascii_digit())
}

fn is_adverb(key: &str) -> bool {
    key.ends_with("ly") || one_of(ADVERBS, key)
}

const CONJUNCTIONS: &[&str] = &[
    "and", "or", "but", "while", "before", "after", "because", "that", "when", "as", "if",
];
const BE: &[&str] = &["is", "are", "am", "was", "were", "be", "been", "being"];
const HAVE: &[&str] = &["has", "have", "had"];
const LINKS: &[&str] = &[
    "feels", "feel", "felt", "seems", "seemed", "became", "becomes",
];
const HELPERS: &[&str] = &[
    "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
];
const DETERMINERS: &[&str] = &[
    "'s", "which", "what", "whose", "this", "these", "those", "my", "your", "his", "her", "its",
    "our", "their", "some", "any", "every", "each", "no", "all", "both", "few", "many", "much",
    "more", "most", "another", "other", "same", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten",
];
const PRONOUNS: &[&str] = &["me", "him", "her", "us", "them", "you"];
const PREPOSITIONS: &[&str] = &[
    "of", "to", "in", "on", "at", "by", "for", "from", "with", "without", "about", "against",
    "between", "among", "than", "during", "until", "since", "upon", "within", "beyond",
];
const DIRECTIONS: &[&str] = &[
    "to", "into", "onto", "toward", "towards", "through", "across", "around", "along", "inside",
    "outside", "home", "past", "near", "for", "back", "away", "north", "south", "east", "west",
];
const PARTICLES: &[&str] = &["up", "down", "off", "out", "over", "away", "aside", "along"];
const ADVERBS: &[&str] = &[
    "then", "there", "straight", "together", "alone", "now", "soon", "not", "also", "just", "later",
];

#[cfg(test)]
mod tests {
    use super::super::super::words;
    use super::*;

    /// How the word in brackets stands.
    fn place_of(marked: &str) -> Option<Place> {
        let text = marked.replace(['[', ']'], "");
        let start = marked.find('[').unwrap();
        let words = words(&text);
        let at = words.iter().position(|word| word.span.start == start);
        place(&text, &words, at.unwrap())
    }

    fn verb(marked: &str) -> (Form, Vec<Frame>) {
        let place = place_of(marked).unwrap_or_else(|| panic!("{marked}"));
        (
            place.form.unwrap_or_else(|| panic!("{marked}")),
            place.frames,
        )
    }

    #[test]
    fn what_follows_tells_what_a_verb_takes() {
        for (sentence, form, frame) in [
            (
                "Priya [strolled] to the greenhouse.",
                Form::Past,
                Frame::Direction,
            ),
            (
                "Yesterday the robot [strolled] quickly to a garden",
                Form::Past,
                Frame::Direction,
            ),
            (
                "Mary got up and [ambled] back to the garden.",
                Form::Past,
                Frame::Direction,
            ),
            (
                "PRIYA [STROLLED] TO THE GREENHOUSE",
                Form::Past,
                Frame::Direction,
            ),
            ("Mary [seized] the milk there.", Form::Past, Frame::Object),
            (
                "Mary [offered] the milk to John.",
                Form::Past,
                Frame::Recipient,
            ),
            (
                "Mary [offered] John the milk.",
                Form::Past,
                Frame::Recipient,
            ),
            (
                "Mary [obtained] the milk from John.",
                Form::Past,
                Frame::Source,
            ),
            ("Mary [slept] in the garden.", Form::Past, Frame::Beside),
            (
                "Mary [strolls] to the garden.",
                Form::Third,
                Frame::Direction,
            ),
            ("Where did Mary [stroll]?", Form::Base, Frame::Direction),
            (
                "Where will sumit [stroll] to?",
                Form::Base,
                Frame::Direction,
            ),
            (
                "Which place did Mary [stroll] to?",
                Form::Base,
                Frame::Direction,
            ),
            (
                "Mary [seized] the milk and went to bed.",
                Form::Past,
                Frame::Object,
            ),
            ("What did Mary [seize]?", Form::Base, Frame::Object),
            (
                "What did Mary [donate] to Jeff?",
                Form::Base,
                Frame::Recipient,
            ),
            (
                "Who did Mary [donate] the milk to?",
                Form::Base,
                Frame::Recipient,
            ),
            ("Who [donated] the milk?", Form::Past, Frame::Object),
            (
                "Mary is [strolling] to the garden.",
                Form::Progressive,
                Frame::Direction,
            ),
            (
                "The milk was [seized] by Mary.",
                Form::Participle,
                Frame::Object,
            ),
            (
                "Mary has [strolled] to the garden.",
                Form::Participle,
                Frame::Direction,
            ),
        ] {
            assert_eq!(verb(sentence), (form, vec![frame]), "{sentence}");
        }
    }

    #[test]
    fn names_and_what_belongs_to_them_are_no_verbs() {
        for sentence in [
            "[Priya] went to the garden.",
            "Then [Ahmed] went to the garden.",
            "yesterday [ahmed] went to the garden.",
            "Mary took the [abandoned] kite.",
            "Mary took [abandoned] milk.",
            "Mary's [abandoned] kite fell.",
            "Mary went to [bed].",
            "Wolves are afraid of [cats].",
            "Mary has two [hooks].",
            "Where is the [stroll]?",
            "Did [fred] go to the garden?",
        ] {
            assert_eq!(place_of(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_state_is_what_something_is() {
        for sentence in [
            "Mary is [exhausted].",
            "Is Mary [exhausted]?",
            "Mary feels very [ill] now.",
            "Mice are [frightened] of cats.",
        ] {
            assert!(
                place_of(sentence).is_some_and(|place| place.state),
                "{sentence}"
            );
        }
        let place = place_of("Mary [seized] the milk.").unwrap();
        assert!(!place.state);
    }
}
