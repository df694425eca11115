mod forms;
mod reader;

use std::collections::BTreeSet;

use super::*;
use crate::tasks::babi::{self, Question};
use crate::tasks::{catalog, rewording, words};
use crate::text;

use reader::Reader;

const STYLES: [Style; 2] = [Style::Babi, Style::Wide];

/// All tasks.
const ALL: std::ops::RangeInclusive<u8> = 1..=20;

/// The tasks about people who go about and carry things.
const TASKS: [u8; 13] = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

fn questions(stories: &[Story]) -> impl Iterator<Item = &Question> {
    stories
        .iter()
        .flat_map(|story| &story.lines)
        .filter_map(|line| match line {
            Line::Question(question) => Some(question),
            Line::Statement(_) => None,
        })
}

fn read(task: u8, style: Style, story: &Story) {
    let mut reader = Reader::new(task, style == Style::Babi);
    for (index, line) in story.lines.iter().enumerate() {
        match line {
            Line::Statement(statement) => reader.hear(index + 1, statement),
            Line::Question(Question {
                text,
                answer,
                supporting,
            }) => {
                let unknown = (UNKNOWN.to_owned(), Vec::new());
                assert_eq!(
                    reader.answer(text).unwrap_or(unknown),
                    (answer.clone(), supporting.clone()),
                    "task {task}, {text} in {}",
                    babi::write(std::slice::from_ref(story))
                );
            }
        }
    }
}

#[test]
fn what_a_story_answers_follows_from_the_facts_named_and_what_it_does_not_is_unknown() {
    for task in TASKS {
        for style in STYLES {
            for story in generate(task, 400, style, 3).unwrap() {
                read(task, style, &story);
            }
        }
    }
}

#[test]
fn the_catalogues_examples_are_answered_rightly() {
    for task in TASKS {
        let example = &catalog::TASKS[usize::from(task) - 1].example;
        let mut reader = Reader::new(task, true);
        for (index, statement) in example.story.lines().enumerate() {
            reader.hear(index + 1, statement);
        }
        let (answer, _) = reader.answer(example.question).unwrap();
        assert_eq!(answer, example.answer, "task {task}");
    }
}

#[test]
fn there_are_as_many_questions_as_asked_for_in_the_published_style_five_to_a_story() {
    for task in TASKS {
        for count in [0, 1, 5, 23] {
            let stories = generate(task, count, Style::Babi, 9).unwrap();
            assert_eq!(stories.len(), count.div_ceil(5));
            for style in STYLES {
                let stories = generate(task, count, style, 9).unwrap();
                assert_eq!(questions(&stories).count(), count);
                for story in &stories {
                    assert!(matches!(story.lines.last(), Some(Line::Question(_))));
                }
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
    for task in ALL {
        for style in STYLES {
            let stories = generate(task, 200, style, 5).unwrap();
            assert_eq!(babi::read("generated", &babi::write(&stories)), Ok(stories));
        }
    }
}

#[test]
fn about_an_eighth_of_the_questions_of_wide_stories_cannot_be_answered() {
    for task in ALL {
        let stories = generate(task, 2000, Style::Wide, 6).unwrap();
        let unknown = questions(&stories).filter(|question| question.answer == UNKNOWN);
        let found = unknown.count();
        assert!(
            (160..=320).contains(&found),
            "task {task}: {found} of 2,000"
        );
    }
    for task in ALL {
        let stories = generate(task, 500, Style::Babi, 6).unwrap();
        assert!(questions(&stories).all(|question| question.answer != UNKNOWN));
    }
}

#[test]
fn wide_stories_say_it_in_few_hundred_words_beside_names() {
    let names: BTreeSet<String> = [words::WOMEN, words::MEN, words::OTHERS, words::OWNERS]
        .into_iter()
        .chain([
            words::PLACES,
            words::THINGS,
            words::COLOURS,
            words::ADJECTIVES,
            words::SHAPES,
        ])
        .flatten()
        .copied()
        .chain(words::ANIMALS.iter().flat_map(|(one, many)| [*one, *many]))
        .flat_map(text::words)
        .map(|word| word.key)
        .collect();
    let mut said = BTreeSet::new();
    for task in ALL {
        for story in generate(task, 1500, Style::Wide, 2).unwrap() {
            for line in &story.lines {
                let (Line::Statement(text) | Line::Question(Question { text, .. })) = line;
                said.extend(text::words(text).into_iter().map(|word| word.key));
            }
        }
    }
    let common = include_str!("../../../text/thesaurus/meanings.rs");
    let common: BTreeSet<&str> = common.split(|it: char| !it.is_alphabetic()).collect();
    for word in RESERVED.split_whitespace().chain(rewording::reserved()) {
        assert!(!said.contains(word) && !names.contains(word), "{word}");
    }
    for word in rewording::reserved() {
        assert!(!common.contains(word), "{word} is no longer held out");
    }
    let is_name = |word: &&String| names.contains(word.trim_end_matches("'s"));
    let others = said.iter().filter(|word| !is_name(word)).count();
    assert!((100..=250).contains(&others), "{others}");
}

/// Words that stories don't use, so that there are some to test unknown words with.
const RESERVED: &str = "strolled hiked hurried sprinted ambled wandered drove fetched seized \
    snatched collected tossed deposited abandoned delivered donated presented offered zelda \
    quentin ottoline balthazar xiomara thaddeus ingrid fitzgerald wilhelmina leopold ophelia \
    bartholomew greenhouse attic gazebo observatory cloister boathouse pantry conservatory \
    vestibule quarry foundry lighthouse trombone compass lantern telescope umbrella accordion \
    teapot saxophone wheelbarrow typewriter kettle saddle ferret walrus otter pelican badger \
    heron turquoise maroon beige magenta";

/// The words of the original data, task by task.
fn words_of_the_original_data(task: u8) -> BTreeSet<&'static str> {
    const GO: &str = "went back moved journeyed travelled to the";
    const ROOMS: &str = "bathroom bedroom garden hallway kitchen office";
    const TOWN: &str = "bedroom cinema kitchen office park school";
    const HANDLE: &str = "got grabbed picked up took discarded dropped left put down there apple \
                          football milk";
    const GIVE: &str = "gave handed passed";
    const ON: &str = "after that afterwards following then";
    let (people, places) = match task {
        5 => ("bill fred jeff mary", ROOMS),
        10 | 14 => ("bill fred julie mary", TOWN),
        _ => ("daniel john mary sandra", ROOMS),
    };
    let others: &[&str] = match task {
        1 => &["where is"],
        2 => &[HANDLE, "where is"],
        3 => &[HANDLE, "where was before"],
        5 => &[HANDLE, GIVE, "who what did give received"],
        6 => &[HANDLE, "is in yes no"],
        7 => &[
            HANDLE,
            GIVE,
            "how many objects is carrying none one two three",
        ],
        8 => &[HANDLE, "what is carrying nothing"],
        9 => &["is in no longer not yes"],
        10 => &["is in either or yes no maybe"],
        11 => &[ON, "he she where is"],
        12 => &["and where is"],
        13 => &[ON, "and they where is"],
        _ => &["yesterday this morning afternoon evening where was before"],
    };
    let all = [GO, people, places]
        .into_iter()
        .chain(others.iter().copied());
    all.flat_map(str::split_whitespace).collect()
}

#[test]
fn stories_use_the_words_of_the_original_data_and_no_others() {
    for task in TASKS {
        let text = babi::write(&generate(task, 2000, Style::Babi, 8).unwrap()).to_lowercase();
        let words: BTreeSet<&str> = text
            .split(|character: char| !character.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        assert_eq!(words, words_of_the_original_data(task), "task {task}");
    }
}

#[test]
fn stories_are_as_long_as_the_original_ones() {
    // Statements before a question in the original data (in that of task 3 over 2,000 questions,
    // with a standard error of about 2).
    for (task, mean, tolerance) in [
        (1, 6.0, 0.0),
        (2, 15.6, 0.5),
        (3, 51.2, 4.0),
        (5, 20.1, 1.0),
        (6, 6.3, 0.1),
        (7, 8.7, 0.2),
        (8, 8.8, 0.2),
        (9, 6.0, 0.0),
        (10, 6.0, 0.0),
        (11, 6.0, 0.0),
        (12, 6.0, 0.0),
        (13, 6.0, 0.0),
        (14, 7.7, 0.1),
    ] {
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
fn answers_are_as_frequent_as_the_original_ones() {
    for (task, answer, share) in [
        (5, "Mary", 0.185),
        (5, "Jeff", 0.145),
        (5, "apple", 0.137),
        (6, "yes", 0.5),
        (7, "none", 0.470),
        (7, "two", 0.041),
        (8, "nothing", 0.362),
        (9, "yes", 0.375),
        (10, "yes", 0.377),
        (10, "maybe", 0.147),
    ] {
        let stories = generate(task, 10_000, Style::Babi, 4).unwrap();
        let given = questions(&stories).filter(|question| question.answer == answer);
        let found = given.count() as f64 / 10_000.0;
        assert!(
            (found - share).abs() < 0.02,
            "task {task}, {answer}: {found}"
        );
    }
}

#[test]
fn a_task_without_a_generator_is_refused_by_name() {
    let refusal = generate(21, 1, Style::Babi, 0).unwrap_err().to_string();
    assert_eq!(
        refusal,
        "there is no story generator for task 21, only for tasks 1 to 20"
    );
}
