use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::tasks::babi::{self, Question};
use crate::tasks::catalog;

const TASKS: [u8; 4] = [1, 2, 3, 6];

/// Reads a story as a person would, from its words alone, and answers from what it then knows.
#[derive(Default)]
struct Reader<'a> {
    /// Where each person went last, and the line that says so.
    people: BTreeMap<&'a str, (&'a str, usize)>,
    things: BTreeMap<&'a str, Thing<'a>>,
}

#[derive(Default)]
struct Thing<'a> {
    bearer: Option<&'a str>,
    handled: usize,
    /// Where it was carried since it was taken.
    route: Vec<(&'a str, usize)>,
    /// Where it lies.
    left_at: Option<(&'a str, usize)>,
}

impl<'a> Reader<'a> {
    fn hear(&mut self, line: usize, statement: &'a str) {
        let sentence = statement.strip_suffix('.').unwrap();
        let (who, did) = sentence.split_once(' ').unwrap();
        let (verb, object) = did.split_once(" the ").unwrap();
        if verb.ends_with(" to") {
            let before = self.people.insert(who, (object, line));
            assert_ne!(before.map(|(place, _)| place), Some(object), "{statement}");
            for thing in self.things.values_mut() {
                if thing.bearer == Some(who) {
                    thing.route.push((object, line));
                }
            }
            return;
        }
        let what = object.strip_suffix(" there").unwrap_or(object);
        let thing = self.things.entry(what).or_default();
        thing.handled = line;
        if ["got", "grabbed", "picked up", "took"].contains(&verb) {
            assert_eq!(thing.bearer.replace(who), None, "{statement}");
            thing.route.clear();
            thing.left_at = None;
        } else {
            assert_eq!(thing.bearer.take(), Some(who), "{statement}");
            thing.left_at = self.people.get(who).copied();
        }
    }

    fn answer(&self, question: &str) -> (String, Vec<usize>) {
        let words: Vec<&str> = question.trim_end_matches('?').split(' ').collect();
        match words[..] {
            ["Where", "is", "the", what] => {
                let thing = &self.things[what];
                let (place, line) = thing.left_at.or(thing.route.last().copied()).unwrap();
                (place.to_owned(), vec![thing.handled, line])
            }
            ["Where", "is", who] => {
                let (place, line) = self.people[who];
                (place.to_owned(), vec![line])
            }
            ["Where", "was", "the", what, "before", "the", place] => {
                let Thing { handled, route, .. } = &self.things[what];
                let last = route.iter().rposition(|(to, _)| *to == place).unwrap();
                let (from, line) = route[last - 1];
                (from.to_owned(), vec![*handled, route[last].1, line])
            }
            ["Is", who, "in", "the", place] => {
                let (at, line) = self.people[who];
                let answer = if at == place { "yes" } else { "no" };
                (answer.to_owned(), vec![line])
            }
            _ => panic!("no such question: {question}"),
        }
    }
}

fn questions(stories: &[Story]) -> impl Iterator<Item = &Question> {
    stories
        .iter()
        .flat_map(|story| &story.lines)
        .filter_map(|line| match line {
            Line::Question(question) => Some(question),
            Line::Statement(_) => None,
        })
}

#[test]
fn every_answer_follows_from_its_story_and_the_facts_named() {
    for task in TASKS {
        for story in generate(task, 500, Style::Babi, 3).unwrap() {
            let mut reader = Reader::default();
            for (index, line) in story.lines.iter().enumerate() {
                match line {
                    Line::Statement(statement) => reader.hear(index + 1, statement),
                    Line::Question(Question {
                        text,
                        answer,
                        supporting,
                    }) => assert_eq!(
                        reader.answer(text),
                        (answer.clone(), supporting.clone()),
                        "task {task}, {text} in {story:?}"
                    ),
                }
            }
        }
    }
}

#[test]
fn the_catalogues_examples_are_answered_rightly() {
    for task in TASKS {
        let example = &catalog::TASKS[usize::from(task) - 1].example;
        let mut reader = Reader::default();
        for (index, statement) in example.story.lines().enumerate() {
            reader.hear(index + 1, statement);
        }
        assert_eq!(
            reader.answer(example.question).0,
            example.answer,
            "task {task}"
        );
    }
}

#[test]
fn there_are_as_many_questions_as_asked_for_five_to_a_story() {
    for task in TASKS {
        for count in [0, 1, 5, 23] {
            let stories = generate(task, count, Style::Babi, 9).unwrap();
            assert_eq!(questions(&stories).count(), count);
            assert_eq!(stories.len(), count.div_ceil(5));
            for story in &stories {
                assert!(matches!(story.lines.last(), Some(Line::Question(_))));
            }
        }
    }
}

#[test]
fn a_seed_gives_the_same_stories_everywhere_and_always() {
    assert_eq!(
        babi::write(&generate(2, 2, Style::Babi, 42).unwrap()),
        "\
1 Mary went back to the hallway.
2 Sandra took the milk there.
3 Mary grabbed the football there.
4 Daniel moved to the bedroom.
5 Sandra journeyed to the hallway.
6 Sandra put down the milk.
7 Where is the milk?\thallway\t6 5
8 Mary moved to the bedroom.
9 Sandra grabbed the milk there.
10 Daniel journeyed to the office.
11 Sandra journeyed to the kitchen.
12 Where is the milk?\tkitchen\t9 11
"
    );
    assert_ne!(
        generate(2, 2, Style::Babi, 42),
        generate(2, 2, Style::Babi, 43)
    );
}

#[test]
fn generated_stories_survive_being_written_and_read() {
    for task in TASKS {
        let stories = generate(task, 200, Style::Babi, 5).unwrap();
        assert_eq!(babi::read("generated", &babi::write(&stories)), Ok(stories));
    }
}

#[test]
fn stories_use_the_words_of_the_original_data_and_no_others() {
    let expected = [
        "daniel john mary sandra went back moved journeyed travelled to the bathroom bedroom \
         garden hallway kitchen office where is",
        "daniel john mary sandra went back moved journeyed travelled to the bathroom bedroom \
         garden hallway kitchen office got grabbed picked up took discarded dropped left put down \
         there apple football milk where is",
        "daniel john mary sandra went back moved journeyed travelled to the bathroom bedroom \
         garden hallway kitchen office got grabbed picked up took discarded dropped left put down \
         there apple football milk where was before",
        "daniel john mary sandra went back moved journeyed travelled to the bathroom bedroom \
         garden hallway kitchen office got grabbed picked up took discarded dropped left put down \
         there apple football milk is in yes no",
    ];
    for (task, expected) in TASKS.into_iter().zip(expected) {
        let text = babi::write(&generate(task, 1000, Style::Babi, 8).unwrap()).to_lowercase();
        let words: BTreeSet<&str> = text
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(words, expected.split_whitespace().collect(), "task {task}");
    }
}

#[test]
fn stories_are_as_long_as_the_original_ones() {
    // Statements before a question in the original data: 6.0, 15.6, 51.2 (over 2,000 questions,
    // with a standard error of about 2) and 6.3.
    for (task, mean, tolerance) in [(1, 6.0, 0.0), (2, 15.6, 0.5), (3, 51.2, 4.0), (6, 6.3, 0.1)] {
        let (mut statements, mut questions) = (0_u32, 0_u32);
        for story in generate(task, 10_000, Style::Babi, 1).unwrap() {
            let mut before = 0;
            for line in &story.lines {
                match line {
                    Line::Statement(_) => before += 1,
                    Line::Question(_) => {
                        statements += before;
                        questions += 1;
                    }
                }
            }
        }
        let found = f64::from(statements) / f64::from(questions);
        assert!((found - mean).abs() <= tolerance, "task {task}: {found}");
    }
}

#[test]
fn yes_is_right_as_often_as_no() {
    let stories = generate(6, 10_000, Style::Babi, 4).unwrap();
    let yes = questions(&stories)
        .filter(|question| question.answer == "yes")
        .count();
    assert!((4_800..=5_200).contains(&yes), "{yes} of 10,000");
}

#[test]
fn a_task_without_a_generator_is_refused_by_name() {
    let refusal = generate(21, 1, Style::Babi, 0).unwrap_err().to_string();
    assert_eq!(
        refusal,
        "there is no story generator for task 21, only for tasks 1 to 20"
    );
}
