//! Task 15: what somebody is afraid of follows from what animal she is.
//!
//! From counts over the published stories: four kinds of animals, each afraid of any other, and
//! four people of any kinds. Kinds and people come in any order, save that nobody is named before
//! it is told what her kind is afraid of. Four questions ask for any of the people, in small
//! letters.
//!
//! Wide stories have other animals in any number and order, some of them afraid of nothing that is
//! told, and ask for kinds, too.

use rand::RngExt as _;
use rand::seq::SliceRandom as _;
use rand_pcg::Pcg32;

use super::Style;
use super::animals::{an, kinds_of_animals, many};
use super::cast::{Casting, names};
use super::lines::{question, statement, unanswered};
use super::tale::SHARE_IN_VAIN;
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{several, short};

const PEOPLE: [&str; 4] = ["Gertrude", "Winona", "Jessica", "Emily"];
const KINDS: [&str; 4] = ["mouse", "sheep", "wolf", "cat"];
const QUESTIONS_PER_STORY: usize = 4;

/// The forms of sentences, with slots for `{who}`, her kind with an article (`{a kind}`), one and
/// many of a kind (`{kind}`, `{kinds}`), and the same for what the kind fears.
struct Forms {
    is: &'static [&'static str],
    fears: &'static [&'static str],
    what_fears: &'static [&'static str],
    what_kind_fears: &'static [&'static str],
}

const BABI: Forms = Forms {
    is: &["{who} is {a kind}."],
    fears: &["{kinds} are afraid of {enemies}."],
    what_fears: &["What is {who} afraid of?"],
    what_kind_fears: &[],
};

const WIDE: Forms = Forms {
    is: &[
        "{who} is {a kind}.",
        "{who} is {a kind}.",
        "{who} is {a kind}.",
        "{who}'s {a kind}.",
        "{who} was born {a kind}.",
        "{who} is one of the {kinds}.",
        "{who} happens to be {a kind}.",
    ],
    fears: &[
        "{kinds} are afraid of {enemies}.",
        "{kinds} are afraid of {enemies}.",
        "{kinds} fear {enemies}.",
        "{kinds} are scared of {enemies}.",
        "{kinds} are always scared of {enemies}.",
        "All {kinds} are afraid of {enemies}.",
        "All {kinds} fear {enemies}.",
        "Every {kind} is afraid of {enemies}.",
        "Every {kind} fears {an enemy}.",
        "{a kind} fears {enemies}.",
        "{a kind} is afraid of {an enemy}.",
        "{a kind} is scared of {an enemy}.",
        "{an enemy} scares {a kind}.",
        "{enemies} scare {kinds}.",
    ],
    what_fears: &[
        "What is {who} afraid of?",
        "What is {who} afraid of?",
        "What is {who} afraid of?",
        "What's {who} afraid of?",
        "What does {who} fear?",
        "What is {who} scared of?",
        "Which animal is {who} afraid of?",
        "Which animal does {who} fear?",
        "What scares {who}?",
    ],
    what_kind_fears: &[
        "What are {kinds} afraid of?",
        "What do {kinds} fear?",
        "What is {a kind} afraid of?",
        "Which animal are {kinds} scared of?",
    ],
};

/// What a reader knows: the kind of each person and what each kind fears (by number), and the
/// lines that tell it.
struct Known {
    people: Vec<Option<(usize, usize)>>,
    kinds: Vec<Option<(usize, usize)>>,
}

impl Known {
    fn nothing(people: usize, kinds: usize) -> Self {
        Self {
            people: vec![None; people],
            kinds: vec![None; kinds],
        }
    }

    /// What a person fears, and the lines from which that follows.
    fn fear(&self, person: usize) -> Option<(usize, [usize; 2])> {
        let (kind, told) = self.people[person]?;
        let (enemy, why) = self.kinds[kind]?;
        Some((enemy, [told, why]))
    }
}

/// What may be told: the kind of a person, or what a kind fears.
#[derive(Debug, Clone, Copy)]
enum Clause {
    Is(usize),
    Fears(usize),
}

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(most, rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(most: usize, rng: &mut Pcg32) -> Story {
    let mut known = Known::nothing(PEOPLE.len(), KINDS.len());
    let mut lines = Vec::new();
    let mut untold: Vec<Clause> = clauses(PEOPLE.len(), KINDS.len());
    while !untold.is_empty() {
        let next = rng.random_range(0..untold.len());
        match untold[next] {
            Clause::Is(person) => {
                let kind = rng.random_range(0..KINDS.len());
                if known.kinds[kind].is_none() {
                    continue;
                }
                lines.push(is(&BABI, PEOPLE[person], KINDS[kind], rng));
                known.people[person] = Some((kind, lines.len()));
            }
            Clause::Fears(kind) => {
                let enemy = another(kind, KINDS.len(), rng);
                lines.push(fears(&BABI, KINDS[kind], KINDS[enemy], rng));
                known.kinds[kind] = Some((enemy, lines.len()));
            }
        }
        untold.swap_remove(next);
    }
    for _ in 0..most.min(QUESTIONS_PER_STORY) {
        let person = rng.random_range(0..PEOPLE.len());
        if let Some((enemy, supporting)) = known.fear(person) {
            let who = PEOPLE[person].to_lowercase();
            let slots = [("{who}", &*who)];
            lines.push(question(
                BABI.what_fears,
                &slots,
                KINDS[enemy],
                &supporting,
                rng,
            ));
        }
    }
    Story { lines }
}

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let casting = Casting::of_people(1..=5, rng);
    let people_count = casting.present.people.len();
    // The last of the people and of the kinds are those that the story doesn't mention.
    let people = [&casting.present.people[..], &casting.absent.people[..1]].concat();
    let people = names(&people);
    let kinds_count = rng.random_range(2..=5);
    let kinds = several(&kinds_of_animals(), kinds_count + 1, &people, rng);

    let mut known = Known::nothing(people.len(), kinds.len());
    let mut lines = Vec::new();
    let mut untold = clauses(people_count, kinds_count);
    untold.shuffle(rng);
    // One kind of some has nothing told of it that it fears.
    let fearless = rng.random_range(0..kinds_count * 2);
    for clause in untold {
        match clause {
            Clause::Is(person) => {
                let kind = rng.random_range(0..kinds_count);
                lines.push(is(&WIDE, people[person], kinds[kind], rng));
                known.people[person] = Some((kind, lines.len()));
            }
            Clause::Fears(kind) if kind != fearless => {
                let enemy = another(kind, kinds_count, rng);
                lines.push(fears(&WIDE, kinds[kind], kinds[enemy], rng));
                known.kinds[kind] = Some((enemy, lines.len()));
            }
            Clause::Fears(_) => {}
        }
    }
    for _ in 0..most.min(rng.random_range(1..=5)) {
        lines.push(ask(&known, &people, &kinds, rng));
    }
    Story { lines }
}

/// A question of a wide story.
fn ask(known: &Known, people: &[&str], kinds: &[&str], rng: &mut Pcg32) -> Line {
    let answered = !rng.random_bool(SHARE_IN_VAIN);
    loop {
        let person = rng.random_range(0..people.len());
        let kind = rng.random_range(0..kinds.len());
        let (forms, fear) = if rng.random_bool(0.8) {
            let fear = known
                .fear(person)
                .map(|(enemy, lines)| (enemy, lines.to_vec()));
            (WIDE.what_fears, fear)
        } else {
            let fear = known.kinds[kind].map(|(enemy, line)| (enemy, vec![line]));
            (WIDE.what_kind_fears, fear)
        };
        let slots = [
            ("{who}", people[person]),
            ("{kinds}", many(kinds[kind])),
            ("{a kind}", &*an(kinds[kind])),
        ];
        match fear {
            Some((enemy, supporting)) if answered => {
                return question(forms, &slots, short(kinds[enemy]), &supporting, rng);
            }
            None if !answered => return unanswered(forms, &slots, rng),
            _ => {}
        }
    }
}

fn clauses(people: usize, kinds: usize) -> Vec<Clause> {
    let people = (0..people).map(Clause::Is);
    people.chain((0..kinds).map(Clause::Fears)).collect()
}

fn is(forms: &Forms, who: &str, kind: &str, rng: &mut Pcg32) -> Line {
    let slots = [
        ("{who}", who),
        ("{a kind}", &*an(kind)),
        ("{kinds}", many(kind)),
    ];
    statement(forms.is, &slots, rng)
}

fn fears(forms: &Forms, kind: &str, enemy: &str, rng: &mut Pcg32) -> Line {
    let slots = [
        ("{kind}", kind),
        ("{a kind}", &*an(kind)),
        ("{kinds}", many(kind)),
        ("{an enemy}", &*an(enemy)),
        ("{enemies}", many(enemy)),
    ];
    statement(forms.fears, &slots, rng)
}

/// Any number below that one but this.
fn another(this: usize, below: usize, rng: &mut Pcg32) -> usize {
    loop {
        let other = rng.random_range(0..below);
        if other != this {
            return other;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::tasks::generators::animals::reading::{kind, person};
    use crate::tasks::generators::reading::{
        Reader, expect_answers_of, expect_published_words, meaning,
    };

    #[derive(Default)]
    struct Zoo {
        kinds: BTreeMap<String, (String, usize)>,
        fears: BTreeMap<String, (String, usize)>,
    }

    impl Reader for Zoo {
        fn hear(&mut self, line: usize, sentence: &str) {
            let is = meaning(&[BABI.is, WIDE.is].concat(), sentence, |filled| {
                Some((person(filled)?, kind(filled, ["kind", "a kind", "kinds"])?))
            });
            let fears = meaning(&[BABI.fears, WIDE.fears].concat(), sentence, |filled| {
                let enemy = kind(filled, ["enemy", "an enemy", "enemies"])?;
                Some((kind(filled, ["kind", "a kind", "kinds"])?, enemy))
            });
            assert!(is.is_some() != fears.is_some(), "{sentence}");
            self.kinds.extend(is.map(|(who, kind)| (who, (kind, line))));
            self.fears
                .extend(fears.map(|(kind, enemy)| (kind, (enemy, line))));
        }

        fn answer(&self, question: &str) -> Option<(String, Vec<usize>)> {
            let forms = [BABI.what_fears, WIDE.what_fears].concat();
            if let Some(who) = meaning(&forms, question, person) {
                let (kind, is) = self.kinds.get(&who)?;
                let (enemy, fears) = self.fears.get(kind)?;
                return Some((enemy.clone(), vec![*is, *fears]));
            }
            let kind = meaning(WIDE.what_kind_fears, question, |filled| {
                kind(filled, ["kind", "a kind", "kinds"])
            });
            let (enemy, line) = self.fears.get(&kind.unwrap())?;
            Some((enemy.clone(), vec![*line]))
        }
    }

    #[test]
    fn every_answer_follows_from_the_kind_and_what_it_fears() {
        expect_answers_of::<Zoo>(15);
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            15,
            "gertrude winona jessica emily is a mouse mice sheep wolf wolves cat cats are afraid \
             of what",
        );
    }
}
