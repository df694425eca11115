//! Task 18: things that are bigger than others, or fit inside them.
//!
//! From counts over the published stories: six things, the chocolate the smallest, the box of
//! chocolates the next, the others in any order; sentences about any two of them, five at a time
//! (the same may be said twice), until two of them say something of a third: then five questions
//! are asked that these two answer, the first such two three times as often as the next.
//!
//! In wide stories things are of any size, and one sentence may answer a question or a chain of
//! several; where no chain links two things, it is unknown which of them is bigger. Some tell of
//! people instead, who are taller, older or faster than others.

use std::ops::RangeInclusive;

use rand::RngExt as _;
use rand::seq::SliceRandom as _;
use rand_pcg::Pcg32;

use super::Style;
use super::cast::Casting;
use super::lines::{question, statement, unanswered};
use super::tale::SHARE_IN_VAIN;
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{self, any, several, the};

const STATEMENTS_PER_ROUND: usize = 5;
const QUESTIONS_PER_STORY: usize = 5;

/// The forms of sentences about something `{big}` and something `{small}`.
struct Forms {
    told: &'static [&'static str],
    asked: &'static [&'static str],
}

const BABI: Forms = Forms {
    told: &[
        "{small} fits inside {big}.",
        "{big} is bigger than {small}.",
    ],
    asked: &[
        "Does {small} fit in {big}?",
        "Is {big} bigger than {small}?",
    ],
};

const WIDE: Forms = Forms {
    told: &[
        "{small} fits inside {big}.",
        "{small} fits inside {big}.",
        "{small} fits in {big}.",
        "{small} fits into {big}.",
        "{small} easily fits in {big}.",
        "{small} is smaller than {big}.",
        "{small} is smaller than {big}.",
        "{small} is not as big as {big}.",
        "{big} is bigger than {small}.",
        "{big} is bigger than {small}.",
        "{big} is larger than {small}.",
        "{big} is much bigger than {small}.",
        "{big} can hold {small}.",
        "{big} has room for {small}.",
        "There is room for {small} in {big}.",
    ],
    asked: &[
        "Does {small} fit in {big}?",
        "Does {small} fit in {big}?",
        "Does {small} fit inside {big}?",
        "Does {small} fit into {big}?",
        "Can {small} fit in {big}?",
        "Will {small} fit into {big}?",
        "Is {big} bigger than {small}?",
        "Is {big} bigger than {small}?",
        "Is {big} larger than {small}?",
        "Is {small} smaller than {big}?",
        "Can {big} hold {small}?",
        "Does {big} have room for {small}?",
        "Is there room for {small} in {big}?",
    ],
};

/// Comparisons of people.
const OF_PEOPLE: Forms = Forms {
    told: &[
        "{big} is {more} than {small}.",
        "{big} is {more} than {small}.",
        "{small} is {less} than {big}.",
        "{small} is {less} than {big}.",
        "{big} is much {more} than {small}.",
        "{small} is not as {much} as {big}.",
    ],
    asked: &[
        "Is {big} {more} than {small}?",
        "Is {big} {more} than {small}?",
        "Is {small} {less} than {big}?",
    ],
};

/// In what people are compared: what the one is, what the other, and what makes the difference.
const MEASURES: [[&str; 3]; 6] = [
    ["taller", "shorter", "tall"],
    ["older", "younger", "old"],
    ["heavier", "lighter", "heavy"],
    ["faster", "slower", "fast"],
    ["stronger", "weaker", "strong"],
    ["richer", "poorer", "rich"],
];

/// What is compared, and in what.
struct Compared {
    /// Those that are compared, as sentences name them, the bigger the later. A wide story doesn't
    /// mention the last one.
    names: Vec<String>,
    forms: &'static Forms,
    measure: [&'static str; 3],
}

impl Compared {
    fn slots(&self, big: usize, small: usize) -> [(&'static str, &str); 5] {
        let [more, less, much] = self.measure;
        [
            ("{big}", &self.names[big]),
            ("{small}", &self.names[small]),
            ("{more}", more),
            ("{less}", less),
            ("{much}", much),
        ]
    }
}

/// That one thing (by number) is bigger than another, and the line that tells it.
#[derive(Debug, Clone, Copy)]
struct Fact {
    big: usize,
    small: usize,
    line: usize,
}

/// What may be asked: whether one thing is bigger than another.
#[derive(Debug, Clone)]
struct Claim {
    big: usize,
    small: usize,
    /// Whether it is, if the story says so.
    holds: Option<bool>,
    /// The lines that link the two, beginning with that about the one asked to be bigger.
    supporting: Vec<usize>,
}

impl Claim {
    /// What is so, or the contrary of it.
    fn of_chain(chain: &[Fact], yes: bool) -> Option<Self> {
        let (big, small) = (chain.first()?.big, chain.last()?.small);
        let mut supporting: Vec<usize> = chain.iter().map(|fact| fact.line).collect();
        if !yes {
            supporting.reverse();
        }
        Some(Self {
            big: if yes { big } else { small },
            small: if yes { small } else { big },
            holds: Some(yes),
            supporting,
        })
    }

    fn ask(&self, compared: &Compared, rng: &mut Pcg32) -> Line {
        let (forms, slots) = (compared.forms.asked, compared.slots(self.big, self.small));
        match self.holds {
            Some(yes) => {
                let answer = if yes { "yes" } else { "no" };
                question(forms, &slots, answer, &self.supporting, rng)
            }
            None => unanswered(forms, &slots, rng),
        }
    }
}

/// The story so far.
struct Telling {
    /// How many things it is about. The higher its number, the bigger the thing.
    count: usize,
    lines: Vec<Line>,
    facts: Vec<Fact>,
}

impl Telling {
    fn new(count: usize) -> Self {
        Self {
            count,
            lines: Vec::new(),
            facts: Vec::new(),
        }
    }

    fn tell(&mut self, compared: &Compared, rng: &mut Pcg32) {
        let (one, other) = two(self.count, rng);
        let (small, big) = (one.min(other), one.max(other));
        let slots = compared.slots(big, small);
        self.lines.push(statement(compared.forms.told, &slots, rng));
        self.facts.push(Fact {
            big,
            small,
            line: self.lines.len(),
        });
    }

    /// The pairs of facts that make a chain, the first told for each two things, in the order in
    /// which they were told.
    fn pairs(&self) -> Vec<[Fact; 2]> {
        let mut pairs: Vec<[Fact; 2]> = Vec::new();
        for upper in &self.facts {
            for lower in self.facts.iter().filter(|lower| lower.big == upper.small) {
                let known =
                    |pair: &[Fact; 2]| (pair[0].big, pair[1].small) == (upper.big, lower.small);
                if !pairs.iter().any(known) {
                    pairs.push([*upper, *lower]);
                }
            }
        }
        pairs
    }

    /// Something to ask about any of so many things, those not mentioned included.
    fn claim(&self, count: usize, rng: &mut Pcg32) -> Claim {
        let unanswered = rng.random_bool(SHARE_IN_VAIN);
        loop {
            let (big, small) = two(count, rng);
            match self.chain(big, small) {
                Some(chain) if !unanswered => {
                    if let Some(claim) = Claim::of_chain(&chain, rng.random_bool(0.5)) {
                        return claim;
                    }
                }
                None if unanswered && self.chain(small, big).is_none() => {
                    return Claim {
                        big,
                        small,
                        holds: None,
                        supporting: Vec::new(),
                    };
                }
                _ => {}
            }
        }
    }

    /// The shortest chain of facts that makes one thing bigger than another, the last told of
    /// equally long ones.
    fn chain(&self, big: usize, small: usize) -> Option<Vec<Fact>> {
        let mut reached = vec![big];
        let mut chains: Vec<Vec<Fact>> = vec![Vec::new()];
        while !chains.is_empty() {
            let mut longer = Vec::new();
            for chain in chains {
                let end = chain.last().map_or(big, |fact| fact.small);
                if end == small {
                    return Some(chain);
                }
                for fact in self.facts.iter().rev().filter(|fact| fact.big == end) {
                    if !reached.contains(&fact.small) {
                        reached.push(fact.small);
                        longer.push([&chain[..], &[*fact]].concat());
                    }
                }
            }
            chains = longer;
        }
        None
    }
}

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(most, rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(most: usize, rng: &mut Pcg32) -> Story {
    let mut others = ["box", "chest", "container", "suitcase"];
    others.shuffle(rng);
    let things = [&["chocolate", "box of chocolates"][..], &others].concat();
    let compared = Compared {
        names: things.into_iter().map(the).collect(),
        forms: &BABI,
        measure: [""; 3],
    };
    let mut telling = Telling::new(compared.names.len());
    let pairs = loop {
        for _ in 0..STATEMENTS_PER_ROUND {
            telling.tell(&compared, rng);
        }
        let pairs = telling.pairs();
        if !pairs.is_empty() {
            break pairs;
        }
    };
    for _ in 0..most.min(QUESTIONS_PER_STORY) {
        let first = rng
            .random_range(0..pairs.len())
            .min(rng.random_range(0..pairs.len()));
        let claim = Claim::of_chain(&pairs[first], rng.random_bool(0.5));
        telling
            .lines
            .extend(claim.map(|claim| claim.ask(&compared, rng)));
    }
    Story {
        lines: telling.lines,
    }
}

/// How many things or people a wide story mentions.
const MENTIONED: RangeInclusive<usize> = 3..=6;

/// How many wide stories compare people.
const OF_THEM_PEOPLE: f64 = 0.4;

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let compared = if rng.random_bool(OF_THEM_PEOPLE) {
        people(rng)
    } else {
        things(rng)
    };
    let mut telling = Telling::new(compared.names.len() - 1);
    let mut left = most.min(rng.random_range(1..=6));
    while left > 0 {
        for _ in 0..rng.random_range(2..=8) {
            telling.tell(&compared, rng);
        }
        for _ in 0..left.min(rng.random_range(1..=3)) {
            let claim = telling.claim(compared.names.len(), rng);
            telling.lines.push(claim.ask(&compared, rng));
            left -= 1;
        }
    }
    Story {
        lines: telling.lines,
    }
}

/// Things that are bigger than others.
fn things(rng: &mut Pcg32) -> Compared {
    let count = rng.random_range(MENTIONED) + 1;
    let nouns = several(words::THINGS, count, &[], rng).into_iter();
    Compared {
        names: nouns.map(|noun| the(&coloured(noun, rng))).collect(),
        forms: &WIDE,
        measure: [""; 3],
    }
}

/// People who are taller, older or faster than others.
fn people(rng: &mut Pcg32) -> Compared {
    let Casting { present, absent } = Casting::of_people(MENTIONED, rng);
    Compared {
        names: [&present.people[..], &absent.people[..1]].concat(),
        forms: &OF_PEOPLE,
        measure: any(&MEASURES, rng),
    }
}

/// A thing, sometimes with a colour; anything else might say something of its size.
fn coloured(noun: &str, rng: &mut Pcg32) -> String {
    if rng.random_bool(0.25) {
        format!("{} {noun}", any(words::COLOURS, rng))
    } else {
        noun.to_owned()
    }
}

/// Any two different numbers below that one.
fn two(below: usize, rng: &mut Pcg32) -> (usize, usize) {
    let one = rng.random_range(0..below);
    let other = rng.random_range(0..below - 1);
    (one, if other < one { other } else { other + 1 })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::tasks::babi::Question;
    use crate::tasks::generators::animals::reading::is_person;
    use crate::tasks::generators::reading::{
        expect_published_words, last_word_of, meaning, shares_of_answers,
    };
    use crate::tasks::generators::{UNKNOWN, generate};

    /// The bigger and the smaller of two things, as a sentence has it.
    type Pair = (String, String);

    fn pair(forms: &[&str], sentence: &str) -> Pair {
        let published = [
            "box",
            "chest",
            "container",
            "suitcase",
            "chocolate",
            "chocolates",
        ];
        let known = [words::THINGS, &published].concat();
        meaning(forms, &sentence.to_lowercase(), |filled| {
            for (slot, at) in [("more", 0), ("less", 1), ("much", 2)] {
                let word = filled.get(slot);
                let is_measure = |word| MEASURES.iter().any(|measure| measure[at] == word);
                word.is_none_or(|word| is_measure(*word)).then_some(())?;
            }
            let [big, small] = ["big", "small"].map(|slot| {
                let name = filled[slot];
                match name.strip_prefix("the ") {
                    Some(thing) => last_word_of(thing, &known).map(|_| thing),
                    None => is_person(name).then_some(name),
                }
            });
            Some((big?.to_owned(), small?.to_owned()))
        })
        .unwrap()
    }

    fn follows(claim: &Pair, from: &[Pair]) -> bool {
        let (big, small) = claim;
        from.iter()
            .filter(|(its, _)| its == big)
            .any(|(_, next)| next == small || follows(&(next.clone(), small.clone()), from))
    }

    #[test]
    fn every_answer_follows_from_a_chain_of_the_facts_named() {
        for style in [Style::Babi, Style::Wide] {
            for story in generate(18, 400, style, 3).unwrap() {
                let mut told: BTreeMap<usize, Pair> = BTreeMap::new();
                for (index, line) in story.lines.iter().enumerate() {
                    match line {
                        Line::Statement(sentence) => {
                            let forms = [BABI.told, WIDE.told, OF_PEOPLE.told].concat();
                            told.insert(index + 1, pair(&forms, sentence));
                        }
                        Line::Question(question) => expect_answer(question, &told, style),
                    }
                }
            }
        }
    }

    fn expect_answer(question: &Question, told: &BTreeMap<usize, Pair>, style: Style) {
        let forms = [BABI.asked, WIDE.asked, OF_PEOPLE.asked].concat();
        let claim = pair(&forms, &question.text);
        let contrary = (claim.1.clone(), claim.0.clone());
        let all: Vec<Pair> = told.values().cloned().collect();
        let mut chain: Vec<&Pair> = question.supporting.iter().map(|line| &told[line]).collect();
        let (answer, truth) = match (follows(&claim, &all), follows(&contrary, &all)) {
            (true, _) => ("yes", claim),
            (_, true) => {
                chain.reverse();
                ("no", contrary)
            }
            (false, false) => (UNKNOWN, claim),
        };
        assert_eq!(question.answer, answer, "{question:?} {told:?}");
        if answer == UNKNOWN {
            assert!(chain.is_empty(), "{question:?}");
            return;
        }
        assert!(style == Style::Wide || chain.len() == 2, "{question:?}");
        assert!(
            chain.windows(2).all(|links| links[0].1 == links[1].0),
            "{question:?} {told:?}"
        );
        let ends = (chain[0].0.clone(), chain[chain.len() - 1].1.clone());
        assert_eq!(ends, truth, "{question:?} {told:?}");
    }

    #[test]
    fn yes_is_right_as_often_as_no() {
        let yes = shares_of_answers(18)["yes"];
        assert!((0.48..=0.52).contains(&yes), "{yes}");
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            18,
            "the box of chocolates chest chocolate container suitcase fits inside is bigger than \
             does fit in yes no",
        );
    }
}
