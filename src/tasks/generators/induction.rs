//! Task 16: what colour somebody has follows from another one of her kind.
//!
//! From counts over the published stories: five people of any of four kinds. Again and again
//! anybody's kind is told, or her colour if her kind has been told; the last colour is asked for
//! instead. It is the colour of the one of the same kind whose kind was told last; there are one,
//! three or four of that kind besides (never two). A kind changes its colour whenever somebody is
//! told to be of it, so that those of a kind often but not always have the same.
//!
//! Wide stories have up to six animals of up to four kinds, those of a kind mostly of the same colour;
//! they leave out more colours, and ask for colours that were told, too. Now and then they tell the
//! colour of a whole kind.

use rand::RngExt as _;
use rand::seq::SliceRandom as _;
use rand_pcg::Pcg32;

use super::Style;
use super::animals::{an, kinds_of_animals, many};
use super::cast::{Casting, names};
use super::lines::{question, statement, unanswered};
use super::tale::SHARE_IN_VAIN;
use crate::tasks::babi::{Line, Story};
use crate::tasks::words::{self, any, several};

const PEOPLE: [&str; 5] = ["Lily", "Bernhard", "Greg", "Julius", "Brian"];
const KINDS: [&str; 4] = ["swan", "lion", "frog", "rhino"];
const COLOURS: [&str; 4] = ["gray", "white", "yellow", "green"];

/// The forms of sentences, with slots for `{who}`, one and many of her kind (`{a kind}`,
/// `{kinds}`) and her `{colour}`.
struct Forms {
    is: &'static [&'static str],
    looks: &'static [&'static str],
    asked: &'static [&'static str],
}

const BABI: Forms = Forms {
    is: &["{who} is {a kind}."],
    looks: &["{who} is {colour}."],
    asked: &["What color is {who}?"],
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
    looks: &[
        "{who} is {colour}.",
        "{who} is {colour}.",
        "{who} is {colour}.",
        "{who} is all {colour}.",
        "{who} looks {colour}.",
        "{who} has a {colour} color.",
        "{who}'s colour is {colour}.",
        "The color of {who} is {colour}.",
        "{colour} is the colour of {who}.",
    ],
    asked: &[
        "What color is {who}?",
        "What color is {who}?",
        "What colour is {who}?",
        "Which colour is {who}?",
        "Which color does {who} have?",
        "What colour does {who} have?",
        "What's the color of {who}?",
        "What is the colour of {who}?",
        "What is {who}'s colour?",
    ],
};

/// What colour all of a kind have, in wide stories.
const ALL_LOOK: &[&str] = &[
    "{kinds} are {colour}.",
    "{kinds} are {colour}.",
    "All {kinds} are {colour}.",
    "Every {kind} is {colour}.",
    "The colour of {kinds} is {colour}.",
];

/// What a reader knows of somebody, and the lines that tell it.
#[derive(Debug, Clone, Copy, Default)]
struct Person<'a> {
    kind: Option<(usize, usize)>,
    colour: Colour<'a>,
}

/// A colour, and the line that tells it.
type Colour<'a> = Option<(&'a str, usize)>;

/// The colour of a person as far as the story tells, and the lines from which it follows: that of
/// her own, else that of all of her `kinds`, else that of the one of her kind whose kind was told
/// last.
fn colour<'a>(
    people: &[Person<'a>],
    kinds: &[Colour<'a>],
    who: usize,
) -> Option<(&'a str, Vec<usize>)> {
    if let Some((colour, line)) = people[who].colour {
        return Some((colour, vec![line]));
    }
    let (kind, told) = people[who].kind?;
    if let Some((colour, line)) = kinds[kind] {
        return Some((colour, vec![told, line]));
    }
    people
        .iter()
        .filter_map(|person| Some((person.kind?, person.colour?)))
        .filter(|((its, _), _)| *its == kind)
        .max_by_key(|((_, line), _)| *line)
        .map(|((_, of_kind), (colour, of_colour))| (colour, vec![told, of_kind, of_colour]))
}

/// A story with at most so many questions.
pub(super) fn story(most: usize, style: Style, rng: &mut Pcg32) -> Story {
    match style {
        Style::Babi => babi(rng),
        Style::Wide => wide(most, rng),
    }
}

fn babi(rng: &mut Pcg32) -> Story {
    loop {
        let kinds = PEOPLE.map(|_| rng.random_range(0..KINDS.len()));
        let (lines, people, last) = tell(&kinds, rng);
        let alike = kinds.iter().filter(|kind| **kind == kinds[last]).count() - 1;
        if let Some((colour, supporting)) = colour(&people, &[None; KINDS.len()], last)
            && alike != 2
        {
            let slots = [("{who}", PEOPLE[last])];
            let asked = question(BABI.asked, &slots, colour, &supporting, rng);
            return Story {
                lines: [lines, vec![asked]].concat(),
            };
        }
    }
}

/// Tells of all but one colour, and of whom it was.
fn tell(kinds: &[usize; 5], rng: &mut Pcg32) -> (Vec<Line>, [Person<'static>; 5], usize) {
    let mut lines = Vec::new();
    let mut people = [Person::default(); 5];
    let mut colours = [""; KINDS.len()];
    let mut unfinished: Vec<usize> = (0..PEOPLE.len()).collect();
    loop {
        let next = rng.random_range(0..unfinished.len());
        let who = unfinished[next];
        let kind = kinds[who];
        if people[who].kind.is_none() {
            colours[kind] = any(&COLOURS, rng);
            lines.push(is(&BABI, PEOPLE[who], KINDS[kind], rng));
            people[who].kind = Some((kind, lines.len()));
        } else if unfinished.len() == 1 {
            return (lines, people, who);
        } else {
            lines.push(looks(&BABI, PEOPLE[who], colours[kind], rng));
            people[who].colour = Some((colours[kind], lines.len()));
            unfinished.swap_remove(next);
        }
    }
}

/// How likely it is in a wide story that something that could be told of somebody is told.
const TOLD: f64 = 0.8;

/// How likely it is in a wide story that the colour of all of a kind is told.
const TOLD_OF_ALL: f64 = 0.2;

/// How likely it is in a wide story that somebody has the colour of her kind.
const ALIKE: f64 = 0.9;

/// What a wide story has still to tell: the kind or the colour of somebody, or the colour of a kind.
enum Untold {
    Kind(usize),
    Colour(usize),
    ColourOfAll(usize),
}

fn wide(most: usize, rng: &mut Pcg32) -> Story {
    let casting = Casting::of_people(2..=6, rng);
    let count = casting.present.people.len();
    // The last is somebody whom the story doesn't mention.
    let everybody = [&casting.present.people[..], &casting.absent.people[..1]].concat();
    let everybody = names(&everybody);
    let kinds_count = rng.random_range(1..=4);
    let kinds = several(&kinds_of_animals(), kinds_count, &everybody, rng);
    let taken = [&everybody[..], &kinds].concat();
    let colours = several(words::COLOURS, kinds_count + 2, &taken, rng);

    let mut people = vec![Person::default(); count + 1];
    let mut colours_of_all: Vec<Colour<'_>> = vec![None; kinds_count];
    let mut lines = Vec::new();
    let mut untold: Vec<Untold> = (0..count)
        .flat_map(|who| [Untold::Kind(who), Untold::Colour(who)])
        .collect();
    let of_all = (0..kinds_count).filter(|_| rng.random_bool(TOLD_OF_ALL));
    untold.extend(of_all.map(Untold::ColourOfAll).collect::<Vec<_>>());
    untold.shuffle(rng);
    let kind_of: Vec<usize> = (0..count)
        .map(|_| rng.random_range(0..kinds_count))
        .collect();
    for (index, next) in untold.into_iter().enumerate() {
        if index > 0 && !rng.random_bool(TOLD) {
            continue;
        }
        match next {
            Untold::Kind(who) => {
                let kind = kind_of[who];
                lines.push(is(&WIDE, everybody[who], kinds[kind], rng));
                people[who].kind = Some((kind, lines.len()));
            }
            Untold::Colour(who) => {
                let its = if rng.random_bool(ALIKE) {
                    colours[kind_of[who]]
                } else {
                    any(&colours, rng)
                };
                lines.push(looks(&WIDE, everybody[who], its, rng));
                people[who].colour = Some((its, lines.len()));
            }
            Untold::ColourOfAll(kind) => {
                lines.push(all_look(kinds[kind], colours[kind], rng));
                colours_of_all[kind] = Some((colours[kind], lines.len()));
            }
        }
    }
    for _ in 0..most.min(rng.random_range(1..=4)) {
        lines.push(ask(&people, &colours_of_all, &everybody, rng));
    }
    Story { lines }
}

/// A question of a wide story, seldom for a colour that was told.
fn ask(people: &[Person<'_>], kinds: &[Colour<'_>], names: &[&str], rng: &mut Pcg32) -> Line {
    let known = |who: usize| colour(people, kinds, who);
    let everybody = 0..people.len();
    let (told, others): (Vec<usize>, Vec<usize>) =
        everybody.partition(|who| people[*who].colour.is_some());
    let (follows, unknown): (Vec<usize>, Vec<usize>) =
        others.into_iter().partition(|who| known(*who).is_some());
    let among = match (told.is_empty(), follows.is_empty()) {
        _ if rng.random_bool(SHARE_IN_VAIN) => &unknown,
        (true, true) => &unknown,
        (true, false) => &follows,
        (false, true) => &told,
        (false, false) if rng.random_bool(0.25) => &told,
        (false, false) => &follows,
    };
    let who = any(among, rng);
    let slots = [("{who}", names[who])];
    match known(who) {
        Some((colour, supporting)) => question(WIDE.asked, &slots, colour, &supporting, rng),
        None => unanswered(WIDE.asked, &slots, rng),
    }
}

fn is(forms: &Forms, who: &str, kind: &str, rng: &mut Pcg32) -> Line {
    let slots = [
        ("{who}", who),
        ("{a kind}", &*an(kind)),
        ("{kinds}", many(kind)),
    ];
    statement(forms.is, &slots, rng)
}

fn looks(forms: &Forms, who: &str, colour: &str, rng: &mut Pcg32) -> Line {
    statement(forms.looks, &[("{who}", who), ("{colour}", colour)], rng)
}

fn all_look(kind: &str, colour: &str, rng: &mut Pcg32) -> Line {
    let slots = [
        ("{kinds}", many(kind)),
        ("{kind}", kind),
        ("{colour}", colour),
    ];
    statement(ALL_LOOK, &slots, rng)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::tasks::generators::animals::reading::{kind, person};
    use crate::tasks::generators::reading::{
        Filled, Reader, expect_answers_of, expect_published_words, meaning,
    };

    #[derive(Default)]
    struct Zoo {
        kinds: BTreeMap<String, (String, usize)>,
        colours_of_all: BTreeMap<String, (String, usize)>,
        colours: BTreeMap<String, (String, usize)>,
    }

    impl Reader for Zoo {
        fn hear(&mut self, line: usize, sentence: &str) {
            let is = meaning(&[BABI.is, WIDE.is].concat(), sentence, |filled| {
                Some((person(filled)?, kind(filled, ["kind", "a kind", "kinds"])?))
            });
            let colour = |filled: &Filled<'_>| {
                let colour = filled["colour"];
                let known = words::COLOURS.contains(&colour);
                known.then(|| colour.to_owned())
            };
            let looks = meaning(&[BABI.looks, WIDE.looks].concat(), sentence, |filled| {
                Some((person(filled)?, colour(filled)?))
            });
            let all_look = meaning(ALL_LOOK, sentence, |filled| {
                Some((kind(filled, ["kind", "a kind", "kinds"])?, colour(filled)?))
            });
            let understood = [is.is_some(), looks.is_some(), all_look.is_some()];
            let meanings = understood.iter().filter(|it| **it).count();
            assert_eq!(meanings, 1, "{sentence}");
            self.colours_of_all
                .extend(all_look.map(|(kind, colour)| (kind, (colour, line))));
            self.kinds.extend(is.map(|(who, kind)| (who, (kind, line))));
            self.colours
                .extend(looks.map(|(who, colour)| (who, (colour, line))));
        }

        fn answer(&self, question: &str) -> Option<(String, Vec<usize>)> {
            let who = meaning(&[BABI.asked, WIDE.asked].concat(), question, person).unwrap();
            if let Some((colour, line)) = self.colours.get(&who) {
                return Some((colour.clone(), vec![*line]));
            }
            let (kind, line) = self.kinds.get(&who)?;
            if let Some((colour, of_all)) = self.colours_of_all.get(kind) {
                return Some((colour.clone(), vec![*line, *of_all]));
            }
            let mut alike: Vec<(usize, &(String, usize))> = self
                .kinds
                .iter()
                .filter(|(_, (its, _))| its == kind)
                .filter_map(|(other, (_, line))| Some((*line, self.colours.get(other)?)))
                .collect();
            alike.sort();
            let (of_kind, (colour, of_colour)) = alike.pop()?;
            Some((colour.clone(), vec![*line, of_kind, *of_colour]))
        }
    }

    #[test]
    fn every_answer_is_the_colour_of_all_or_of_the_last_of_the_same_kind() {
        expect_answers_of::<Zoo>(16);
    }

    #[test]
    fn stories_use_the_published_words_and_no_others() {
        expect_published_words(
            16,
            "lily bernhard greg julius brian is a swan lion frog rhino gray white yellow green \
             what color",
        );
    }
}
