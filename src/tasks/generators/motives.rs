//! Task 20: how somebody feels, where she will therefore go, and why she did what she did.
//!
//! From counts over the published stories: four people, each with any of four motives. Again and
//! again anybody who isn't done goes on: she feels something, then she goes where that leads, then
//! she takes what helps there, unless somebody has taken it before. After each sentence comes the
//! question to which it gives rise, in small letters.
//!
//! Wide stories have other people and more motives, and some people whose motives aren't told;
//! questions come at the end, too.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg32;

use super::Style;
use super::cast::Casting;
use super::lines::{question, statement, unanswered};
use super::tale::SHARE_IN_VAIN;
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{self, any, the};

const PEOPLE: [&str; 4] = ["Sumit", "Yann", "Jason", "Antoine"];

/// How somebody may feel, where she then goes and what she takes there, the published thing first.
struct Motive {
    feeling: &'static str,
    place: &'static str,
    things: &'static [&'static str],
}

/// All motives, those of the published stories first.
static MOTIVES: [Motive; 8] = [
    Motive {
        feeling: "tired",
        place: "bedroom",
        things: &["pajamas", "pillow", "blanket"],
    },
    Motive {
        feeling: "bored",
        place: "garden",
        things: &["football", "kite", "frisbee", "ball"],
    },
    Motive {
        feeling: "hungry",
        place: "kitchen",
        things: &["apple", "bread", "sandwich", "cake", "banana", "cheese"],
    },
    Motive {
        feeling: "thirsty",
        place: "kitchen",
        things: &["milk", "juice", "water", "tea"],
    },
    Motive {
        feeling: "sick",
        place: "hospital",
        things: &["medicine", "pills"],
    },
    Motive {
        feeling: "dirty",
        place: "bathroom",
        things: &["soap", "towel", "sponge"],
    },
    Motive {
        feeling: "curious",
        place: "library",
        things: &["book", "atlas", "newspaper", "dictionary"],
    },
    Motive {
        feeling: "broke",
        place: "bank",
        things: &["money", "cheque", "coin"],
    },
];

/// How many of the motives are those of the published stories.
const PUBLISHED: usize = 4;

/// The forms of sentences, with slots for `{who}`, her `{feeling}`, a `{place}` and a `{thing}`.
struct Forms {
    feels: &'static [&'static str],
    goes: &'static [&'static str],
    takes: &'static [&'static str],
    where_will: &'static [&'static str],
    why_go: &'static [&'static str],
    why_take: &'static [&'static str],
}

const BABI: Forms = Forms {
    feels: &["{who} is {feeling}."],
    goes: &[
        "{who} went to {place}.",
        "{who} went back to {place}.",
        "{who} moved to {place}.",
        "{who} journeyed to {place}.",
        "{who} travelled to {place}.",
    ],
    takes: &[
        "{who} got {thing} there.",
        "{who} grabbed {thing} there.",
        "{who} picked up {thing} there.",
        "{who} took {thing} there.",
    ],
    where_will: &["Where will {who} go?"],
    why_go: &["Why did {who} go to {place}?"],
    why_take: &["Why did {who} get {thing}?"],
};

const WIDE: Forms = Forms {
    feels: &[
        "{who} is {feeling}.",
        "{who} is {feeling}.",
        "{who} is {feeling}.",
        "{who} feels {feeling}.",
        "{who} is very {feeling}.",
        "{who} is {feeling} now.",
        "{who}'s {feeling}.",
        "{who} feels a bit {feeling} today.",
        "{who} was {feeling}.",
        "{who} felt {feeling}.",
    ],
    goes: &[
        "{who} went to {place}.",
        "{who} went to {place}.",
        "{who} went back to {place}.",
        "{who} moved to {place}.",
        "{who} journeyed to {place}.",
        "{who} travelled to {place}.",
        "{who} walked to {place}.",
        "{who} ran to {place}.",
        "{who} headed for {place}.",
        "{who} came to {place}.",
        "{who} then went to {place}.",
    ],
    takes: &[
        "{who} got {thing} there.",
        "{who} grabbed {thing} there.",
        "{who} picked up {thing} there.",
        "{who} took {thing} there.",
        "{who} took {thing}.",
        "{who} got {thing}.",
        "There {who} picked up {thing}.",
        "{who} found {thing} there.",
    ],
    where_will: &[
        "Where will {who} go?",
        "Where will {who} go?",
        "Where will {who} go now?",
        "Where is {who} going to go?",
        "Where's {who} going to go?",
        "Which place will {who} go to?",
    ],
    why_go: &[
        "Why did {who} go to {place}?",
        "Why did {who} go to {place}?",
        "Why did {who} head for {place}?",
        "Why has {who} gone to {place}?",
        "Why is {who} in {place}?",
        "What made {who} go to {place}?",
    ],
    why_take: &[
        "Why did {who} get {thing}?",
        "Why did {who} get {thing}?",
        "Why did {who} take {thing}?",
        "Why did {who} pick up {thing}?",
        "Why has {who} got {thing}?",
    ],
};

/// How far somebody has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Unseen,
    Felt,
    Went,
    Took,
}

struct Person<'a> {
    name: &'a str,
    feeling: &'static str,
    /// Where that leads.
    place: &'static str,
    /// What helps there.
    thing: &'static str,
    stage: Stage,
    /// The line that tells what she feels.
    told: Option<usize>,
}

impl<'a> Person<'a> {
    fn driven(name: &'a str, motive: &Motive, thing: &'static str) -> Self {
        Self {
            name,
            feeling: motive.feeling,
            place: motive.place,
            thing,
            stage: Stage::Unseen,
            told: None,
        }
    }

    /// Somebody whose reasons nobody knows.
    fn whose_reasons_are_her_own(name: &'a str, rng: &mut Pcg32) -> Self {
        Self {
            name,
            feeling: "",
            place: any(words::PLACES, rng),
            thing: any(words::THINGS, rng),
            stage: Stage::Felt,
            told: None,
        }
    }

    /// Tells of the next thing that she feels or does.
    fn go_on(&mut self, forms: &Forms, lines: &mut Vec<Line>, rng: &mut Pcg32) {
        let (stage, forms) = match self.stage {
            Stage::Unseen => (Stage::Felt, forms.feels),
            Stage::Felt => (Stage::Went, forms.goes),
            Stage::Went | Stage::Took => (Stage::Took, forms.takes),
        };
        lines.push(statement(
            forms,
            &self.slots(self.name).each_ref().map(borrowed),
            rng,
        ));
        self.stage = stage;
        if stage == Stage::Felt {
            self.told = Some(lines.len());
        }
    }

    /// The question to which her having got that far gives rise, naming her like this.
    fn ask(&self, forms: &Forms, stage: Stage, name: &str, rng: &mut Pcg32) -> Line {
        let (forms, answer) = match stage {
            Stage::Unseen | Stage::Felt => (forms.where_will, self.place),
            Stage::Went => (forms.why_go, self.feeling),
            Stage::Took => (forms.why_take, self.feeling),
        };
        let slots = self.slots(name);
        let slots = slots.each_ref().map(borrowed);
        match self.told {
            Some(line) => question(forms, &slots, answer, &[line], rng),
            None => unanswered(forms, &slots, rng),
        }
    }

    fn slots(&self, name: &str) -> [(&'static str, String); 4] {
        [
            ("{who}", name.to_owned()),
            ("{feeling}", self.feeling.to_owned()),
            ("{place}", the(self.place)),
            ("{thing}", the(self.thing)),
        ]
    }
}

fn borrowed<'a>((slot, value): &'a (&'static str, String)) -> (&'a str, &'a str) {
    (slot, value)
}

/// Those of whom more can be told: nobody takes what somebody has taken.
fn unfinished(people: &[Person<'_>]) -> Vec<usize> {
    let taken = |thing| {
        people
            .iter()
            .any(|person| person.stage == Stage::Took && person.thing == thing)
    };
    (0..people.len())
        .filter(|who| match people[*who].stage {
            Stage::Unseen | Stage::Felt => true,
            Stage::Went => !taken(people[*who].thing),
            Stage::Took => false,
        })
        .collect()
}

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(most, rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(most: usize, rng: &mut Pcg32) -> Story {
    let mut people = PEOPLE.map(|name| {
        let motive = &MOTIVES[rng.random_range(0..PUBLISHED)];
        Person::driven(name, motive, motive.things[0])
    });
    let mut lines = Vec::new();
    for _ in 0..most {
        let unfinished = unfinished(&people);
        let Some(&who) = unfinished.choose(rng) else {
            break;
        };
        let person = &mut people[who];
        person.go_on(&BABI, &mut lines, rng);
        let name = person.name.to_lowercase();
        lines.push(person.ask(&BABI, person.stage, &name, rng));
    }
    Story { lines }
}

/// How likely it is in a wide story that somebody's reasons are her own.
const RETICENT: f64 = 0.15;

/// How likely a question follows a statement in a wide story.
const ASKED: f64 = 0.3;

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let casting = Casting::of_people(1..=8, rng);
    let count = casting.present.people.len();
    let mut people: Vec<Person<'_>> = Vec::with_capacity(count + 1);
    for name in casting
        .present
        .people
        .iter()
        .chain(&casting.absent.people[..1])
    {
        // The first has reasons that can be told, so that there is always something to ask.
        people.push(if !people.is_empty() && rng.random_bool(RETICENT) {
            Person::whose_reasons_are_her_own(name, rng)
        } else {
            let motive = &MOTIVES[rng.random_range(0..MOTIVES.len())];
            Person::driven(name, motive, any(motive.things, rng))
        });
    }
    let mut lines = Vec::new();
    let mut left = most.min(rng.random_range(1..=8));
    while left > 0 {
        // The last is somebody whom the story doesn't mention.
        let unfinished = unfinished(&people[..count]);
        if let Some(&who) = unfinished.choose(rng) {
            people[who].go_on(&WIDE, &mut lines, rng);
        }
        if (unfinished.is_empty() || rng.random_bool(ASKED))
            && let Some(line) = ask(&people, rng)
        {
            lines.push(line);
            left -= 1;
        }
    }
    Story { lines }
}

/// A question of a wide story, if there is anything to ask.
fn ask(people: &[Person<'_>], rng: &mut Pcg32) -> Option<Line> {
    let (told, untold): (Vec<&Person<'_>>, Vec<&Person<'_>>) =
        people.iter().partition(|person| person.told.is_some());
    let person = told.choose(rng)?;
    if rng.random_bool(SHARE_IN_VAIN) {
        let person = untold.choose(rng)?;
        let stage = any(&[Stage::Felt, Stage::Went, Stage::Took], rng);
        return Some(person.ask(&WIDE, stage, person.name, rng));
    }
    let stage = match person.stage {
        Stage::Took => any(&[Stage::Went, Stage::Took], rng),
        stage => stage,
    };
    Some(person.ask(&WIDE, stage, person.name, rng))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::tasks::generators::animals::reading::person;
    use crate::tasks::generators::reading::{
        Reader, expect_answers_of, expect_published_words, meaning,
    };

    #[derive(Default)]
    struct Feelings(BTreeMap<String, (&'static Motive, usize)>);

    impl Reader for Feelings {
        fn hear(&mut self, line: usize, sentence: &str) {
            let feels = meaning(&[BABI.feels, WIDE.feels].concat(), sentence, |filled| {
                let known = MOTIVES
                    .iter()
                    .position(|motive| motive.feeling == filled["feeling"]);
                Some((person(filled)?, known?))
            });
            self.0
                .extend(feels.map(|(who, motive)| (who, (&MOTIVES[motive], line))));
        }

        fn answer(&self, question: &str) -> Option<(String, Vec<usize>)> {
            let whither = meaning(
                &[BABI.where_will, WIDE.where_will].concat(),
                question,
                person,
            );
            let forms = [BABI.why_go, WIDE.why_go, BABI.why_take, WIDE.why_take].concat();
            let why = meaning(&forms, question, person);
            assert!(whither.is_some() != why.is_some(), "{question}");
            let (motive, line) = self.0.get(whither.as_ref().or(why.as_ref())?)?;
            let answer = if whither.is_some() {
                motive.place
            } else {
                motive.feeling
            };
            Some((answer.to_owned(), vec![*line]))
        }
    }

    #[test]
    fn every_answer_follows_from_what_somebody_feels() {
        expect_answers_of::<Feelings>(20);
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            20,
            "sumit yann jason antoine is tired bored hungry thirsty went back moved journeyed \
             travelled to the bedroom garden kitchen got grabbed picked up took pajamas football \
             apple milk there where will go why did get",
        );
    }
}
