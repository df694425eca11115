//! Words read as other words: "strolled" as "went", for a network that knows only the latter.
//!
//! Pretrained vectors say which words are used alike; they don't tell opposites apart ("gave" and
//! "received" are near each other). So a word is read as another only where it stands like a verb
//! or a state, only as one that takes the same after it ([`clause`]), and only if it is clearly
//! nearer to the common words of that meaning ([`meanings`]) than to those of any other. Names are
//! never read as other names, nor words of the closed classes ("north", "above") as others.

mod clause;
mod inflection;
mod meanings;

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use super::function_words::is_function_word;
use super::vectors::{Selection, Vectors};
use super::{Vocabulary, Word, WordId};
use clause::Frame;
use inflection::Form;
use meanings::{MEANINGS, OTHER_STATES, OTHERS, STATES};

/// How many of a meaning's words count, those nearest to the word that is read.
const NEAREST: usize = 3;
/// How near a verb must be to the nearest verbs of a meaning: the mean of their cosines.
const VERB_NEAR: f32 = 0.3;
/// How much nearer than to those of any other meaning.
const VERB_MARGIN: f32 = 0.01;
/// How near a state must be to the nearest word for it.
const STATE_NEAR: f32 = 0.5;
/// How much nearer than to a word for another one.
const STATE_MARGIN: f32 = 0.05;

/// Which of the words that a network knows other words are read as.
#[derive(Clone, Debug)]
pub struct Thesaurus {
    vectors: Arc<Vectors>,
    verbs: Vec<Sense>,
    states: Vec<Sense>,
}

/// A meaning, as far as a network knows words for it.
#[derive(Clone, Debug)]
struct Sense {
    /// The words of the meaning.
    words: Selection,
    frames: &'static [Frame],
    /// The known words for it, by their forms; of a state only one.
    known: Vec<(Form, Known)>,
}

/// A word that a network knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) id: WordId,
    pub(super) key: String,
}

/// What became of a word that was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// It means what this word means.
    Meaning(Known),
    /// It is a verb that means nothing the network knows.
    OtherVerb,
    /// Nothing is known of it.
    Nothing,
}

impl Thesaurus {
    /// A thesaurus for a network that knows these words.
    pub fn new(vectors: Arc<Vectors>, vocabulary: &Vocabulary) -> Self {
        let known = |key: &str| {
            let id = vocabulary.find(key)?;
            let key = key.to_owned();
            Some(Known { id, key })
        };
        let verb = |verbs: &'static str, frames, readable: bool| {
            let verbs = || verbs.split_ascii_whitespace();
            let known = Form::ALL
                .into_iter()
                .filter(|_| readable)
                .filter_map(|form| {
                    let mut spellings = verbs().flat_map(|verb| form.of(verb));
                    Some((form, spellings.find_map(|word| known(&word))?))
                });
            Sense {
                words: verbs()
                    .filter_map(|verb| Some((verb.to_owned(), of_verb(&vectors, verb)?)))
                    .collect(),
                frames,
                known: known.collect(),
            }
        };
        let state = |words: &'static str, readable: bool| {
            let words = || words.split_ascii_whitespace();
            let known = words().filter(|_| readable).find_map(known);
            Sense {
                words: vectors.select(words()),
                frames: &[],
                known: known.into_iter().map(|word| (Form::Base, word)).collect(),
            }
        };
        let read = MEANINGS.iter().map(|it| verb(it.verbs, it.frames, true));
        let others = OTHERS.iter().map(|verbs| verb(verbs, ANY, false));
        let states = STATES.iter().map(|words| state(words, true));
        let other_states = OTHER_STATES.iter().map(|words| state(words, false));
        Self {
            verbs: read.chain(others).collect(),
            states: states.chain(other_states).collect(),
            vectors: Arc::clone(&vectors),
        }
    }

    /// Looks up the word at `at`, where it stands.
    pub(super) fn look_up(&self, text: &str, words: &[Word], at: usize) -> Found {
        let Some(place) = clause::place(text, words, at) else {
            return Found::Nothing;
        };
        let key = &words[at].key;
        if place.state
            && let Some(known) = self.state(key)
        {
            return Found::Meaning(known);
        }
        let Some(form) = place.form else {
            return Found::Nothing;
        };
        match self.verb(key, form, &place.frames) {
            Some(known) => Found::Meaning(known),
            None if place.verb => Found::OtherVerb,
            None => Found::Nothing,
        }
    }

    fn state(&self, key: &str) -> Option<Known> {
        let vector = self.vectors.vector(key)?;
        let near = |sense: &Sense| Some(sense.words.nearest(&vector, 1).first()?.similarity);
        let sense = clearest(&self.states, near, STATE_NEAR, STATE_MARGIN)?;
        sense.known.first().map(|(_, known)| known.clone())
    }

    fn verb(&self, key: &str, form: Form, frames: &[Frame]) -> Option<Known> {
        let bases = inflection::bases(key);
        let senses = self.verbs.iter();
        let fitting: Vec<&Sense> = senses
            .filter(|sense| sense.frames.iter().any(|frame| frames.contains(frame)))
            .collect();
        let common = fitting.iter().find(|sense| {
            let mut verbs = sense.words.words();
            verbs.any(|verb| bases.iter().any(|base| base == verb))
        });
        let sense = match common {
            Some(sense) => sense,
            None => {
                let listed = |base: &String| {
                    let forms = inflection::forms(base);
                    forms
                        .iter()
                        .filter(|form| self.vectors.contains(form))
                        .count()
                };
                // Of bases that are as good as each other the first one is.
                let base = bases.iter().rev().max_by_key(|base| listed(base))?;
                let vector = of_verb(&self.vectors, base)?;
                let near = |sense: &&Sense| {
                    let near = sense.words.nearest(&vector, NEAREST);
                    let sum: f32 = near.iter().map(|it| it.similarity).sum();
                    (!near.is_empty()).then(|| sum / near.len() as f32)
                };
                clearest(&fitting, near, VERB_NEAR, VERB_MARGIN)?
            }
        };
        let same = sense.known.iter().find(|(known, _)| *known == form);
        let (_, known) = same.or(sense.known.first())?;
        Some(known.clone())
    }
}

/// Whether a word in lower case stands where a thesaurus is asked for it.
pub(super) fn may_be_listed(text: &str, words: &[Word], at: usize) -> bool {
    clause::place(text, words, at).is_some()
}

/// The sense that is nearest, if it is near enough and no other one is almost as near.
fn clearest<Sense>(
    senses: &[Sense],
    near: impl Fn(&Sense) -> Option<f32>,
    least: f32,
    margin: f32,
) -> Option<&Sense> {
    let mut ranked: Vec<(f32, &Sense)> = senses
        .iter()
        .filter_map(|sense| Some((near(sense)?, sense)))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let &(best, sense) = ranked.first()?;
    let next = ranked.get(1).map_or(f32::NEG_INFINITY, |&(next, _)| next);
    (best >= least && best - next >= margin).then_some(sense)
}

/// The vector of a verb: the mean of those of its forms, which is steadier than any one of them.
fn of_verb(vectors: &Vectors, base: &str) -> Option<Vec<f32>> {
    let mut sum = vec![0.0; vectors.dimensions()];
    for vector in inflection::forms(base)
        .iter()
        .filter_map(|form| vectors.vector(form))
    {
        for (total, number) in sum.iter_mut().zip(vector) {
            *total += number;
        }
    }
    let length = sum.iter().map(|it| it * it).sum::<f32>().sqrt();
    (length > 0.0).then(|| sum.iter().map(|it| it / length).collect())
}

/// Whether a word is a form of a common verb that is no auxiliary.
fn is_common_verb(key: &str) -> bool {
    static VERBS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let read = MEANINGS.iter().map(|meaning| meaning.verbs);
        let verbs = read.chain(OTHERS.iter().copied());
        verbs
            .flat_map(str::split_ascii_whitespace)
            .flat_map(inflection::forms)
            .collect()
    });
    !is_function_word(key) && VERBS.contains(key)
}

/// What stands after verbs that may have anything after them.
const ANY: &[Frame] = &[
    Frame::Direction,
    Frame::Object,
    Frame::Recipient,
    Frame::Source,
    Frame::Beside,
];

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    const VECTORS: &[u8] = include_bytes!("../../../static/vectors/english.safetensors");

    /// What the word in brackets is read as by a network that knows a few words.
    fn read(marked: &str) -> Found {
        let known = "went go gone going got get taken dropped gave give given brought looked talked \
            feared tired hungry scared curious north below";
        let vocabulary = known.split(' ').map(String::from).collect();
        let vectors = Arc::new(Vectors::load(VECTORS).unwrap());
        let thesaurus = Thesaurus::new(vectors, &vocabulary);
        let text = marked.replace(['[', ']'], "");
        let start = marked.find('[').unwrap();
        let words = words(&text);
        let at = words.iter().position(|word| word.span.start == start);
        thesaurus.look_up(&text, &words, at.unwrap())
    }

    fn read_as(marked: &str) -> String {
        match read(marked) {
            Found::Meaning(known) => known.key,
            other => panic!("{marked}: {other:?}"),
        }
    }

    #[test]
    fn a_verb_is_read_as_one_that_means_the_same_in_its_form() {
        for (sentence, expected) in [
            ("Priya [strolled] to the greenhouse.", "went"),
            ("Priya [drove] home.", "went"),
            ("Priya has [wandered] to the greenhouse.", "gone"),
            ("Priya is [strolling] to the greenhouse.", "going"),
            ("Priya [strolls] to the greenhouse.", "went"),
            ("Where did Priya [stroll]?", "go"),
            ("Priya [snatched] the trophy.", "got"),
            ("What did Priya [seize]?", "get"),
            ("The trophy was [seized] by Priya.", "taken"),
            ("Priya [dumped] the trophy there.", "dropped"),
            ("Priya [offered] the trophy to Ann.", "gave"),
            ("Priya [offered] Ann the trophy.", "gave"),
            ("What did Priya [donate] to Ann?", "give"),
            ("Priya [obtained] the trophy from Ann.", "got"),
            ("Priya [saw] the trophy.", "looked"),
        ] {
            assert_eq!(read_as(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn a_state_is_read_as_one_that_means_the_same() {
        for (sentence, expected) in [
            ("Priya is [weary].", "tired"),
            ("Priya is [starving] now.", "hungry"),
            ("Mice are [terrified] of cats.", "scared"),
        ] {
            assert_eq!(read_as(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn what_means_something_else_is_read_as_nothing() {
        for sentence in [
            "Priya [cooked] the egg.",
            "Priya [married] the captain.",
            "Priya [shouted] to Ann.",
            "Priya [zorped] the trophy.",
            "Where did Priya [zorp]?",
        ] {
            assert_eq!(read(sentence), Found::OtherVerb, "{sentence}");
        }
        for sentence in [
            "Priya is [pink].",
            "Is Priya [happy]?",
            "Priya took the [abandoned] kite.",
            "Priya took [strolls].",
            "Snakes scare [bats].",
            "Will [mark] go home?",
            "[Strolled] Priya?",
            "Is it [south] of here?",
            "It is [above] the box.",
            "Then [Stroll] went home.",
        ] {
            assert_eq!(read(sentence), Found::Nothing, "{sentence}");
        }
    }

    #[test]
    fn a_network_that_knows_no_such_word_reads_no_word_as_one() {
        let vectors = Arc::new(Vectors::load(VECTORS).unwrap());
        let thesaurus = Thesaurus::new(vectors, &Vocabulary::from(vec!["where".to_owned()]));
        let text = "Priya strolled home";
        assert_eq!(thesaurus.look_up(text, &words(text), 1), Found::OtherVerb);
    }
}
