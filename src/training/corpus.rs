//! Stories as numbers, each distinct sentence once.

use std::collections::HashMap;
use std::ops::Range;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64;

use crate::networks::{Batch, Choice, Model};
use crate::tasks::babi::{Line, Story};
use crate::tensor::Token;
use crate::text::{self, Unit, WordId};

/// The stories of one task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskData {
    /// The name of the task; results are reported by it.
    pub task: String,
    /// Its stories, with their questions.
    pub stories: Vec<Story>,
}

impl TaskData {
    /// How many questions the stories ask.
    pub fn questions(&self) -> usize {
        let lines = self.stories.iter().flat_map(|story| &story.lines);
        lines
            .filter(|line| matches!(line, Line::Question(_)))
            .count()
    }

    /// Parts whole stories, drawn at random, from the rest: (what remains, what is held out).
    /// Questions of one story resemble each other, so a story is never split.
    pub fn hold_out(mut self, share: f64, seed: u64) -> (Self, Self) {
        self.stories.shuffle(&mut Pcg64::seed_from_u64(seed));
        let held = (self.stories.len() as f64 * share.clamp(0.0, 1.0)).round() as usize;
        let stories = self.stories.split_off(self.stories.len() - held);
        let held_out = Self {
            task: self.task.clone(),
            stories,
        };
        (self, held_out)
    }
}

/// Questions with their stories, ready to be put into batches.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    tasks: Vec<String>,
    /// Every distinct statement and every distinct question.
    sentences: Vec<Vec<Unit>>,
    /// The sentences of all stories, one story after the other.
    slots: Vec<usize>,
    questions: Vec<Asked>,
}

/// One question of a corpus.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// Which task it belongs to.
    pub(super) task: usize,
    /// The run of `slots` that the network may remember.
    pub(super) story: Range<usize>,
    /// The question's own words: a sentence.
    words: usize,
    /// How many entities the story and the question name.
    pub(super) entities: usize,
    /// The right answer, word by word: what is right to say; `None` if the network cannot give it.
    pub(super) answer: Option<Vec<Vec<Choice>>>,
    /// The supporting facts that the network may remember, as places in `story`.
    pub(super) facts: Vec<usize>,
}

/// A batch, and which entity slots it gave to the entities of each question.
pub(super) struct Dealt {
    pub(super) batch: Batch,
    pub(super) slots: Vec<Vec<usize>>,
    /// The first memory slot of each question.
    pub(super) first: Vec<usize>,
}

impl Corpus {
    /// Turns stories into numbers, for one network.
    pub fn new(model: &Model, data: &[TaskData]) -> Self {
        let mut corpus = Self::default();
        corpus.extend(model, data);
        corpus
    }

    /// Adds stories for the same network.
    pub fn extend(&mut self, model: &Model, data: &[TaskData]) {
        let mut numbers = HashMap::new();
        for TaskData { task, stories } in data {
            let known = self.tasks.iter().position(|known| known == task);
            let task = known.unwrap_or_else(|| {
                self.tasks.push(task.clone());
                self.tasks.len() - 1
            });
            for story in stories {
                self.add(model, task, story, &mut numbers);
            }
        }
    }

    fn add(
        &mut self,
        model: &Model,
        task: usize,
        story: &Story,
        numbers: &mut HashMap<Vec<Unit>, usize>,
    ) {
        let mut number = |units: Vec<Unit>| {
            *numbers.entry(units).or_insert_with_key(|units| {
                self.sentences.push(units.clone());
                self.sentences.len() - 1
            })
        };
        let begin = self.slots.len();
        let mut reader = model.reader();
        // Where the statement of each line lies, for the supporting facts are lines.
        let mut lines = Vec::with_capacity(story.lines.len());
        for line in &story.lines {
            match line {
                Line::Statement(text) => {
                    lines.push(Some(self.slots.len()));
                    let units = reader.read(text, &text::words(text)).units;
                    self.slots.push(number(units));
                }
                Line::Question(question) => {
                    lines.push(None);
                    let end = self.slots.len();
                    let story = begin.max(end.saturating_sub(model.memory()))..end;
                    let mut reader = reader.clone();
                    let units = reader
                        .ask(&question.text, &text::words(&question.text))
                        .units;
                    let fact = |line: &usize| {
                        let slot = (*lines.get(line.checked_sub(1)?)?)?;
                        slot.checked_sub(story.start)
                    };
                    self.questions.push(Asked {
                        task,
                        words: number(units),
                        entities: reader.names().len(),
                        answer: model.choices(&question.answer, &reader),
                        facts: question.supporting.iter().filter_map(fact).collect(),
                        story,
                    });
                }
            }
        }
    }

    /// The names of the tasks, in the order they came.
    pub fn tasks(&self) -> &[String] {
        &self.tasks
    }

    /// How many questions there are.
    pub fn len(&self) -> usize {
        self.questions.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// A question, by its number.
    pub(super) fn question(&self, number: usize) -> &Asked {
        &self.questions[number]
    }

    /// Puts questions into one batch, each distinct sentence listed once. `ages` gives, for a
    /// story of n sentences, their n ages, the oldest first; `deal` the n slots of n entities;
    /// `miss` is asked of every word of a story that names nothing whether it is taken for unknown.
    pub(super) fn batch<Ages: IntoIterator<Item = usize>>(
        &self,
        model: &Model,
        numbers: &[usize],
        mut ages: impl FnMut(usize) -> Ages,
        mut deal: impl FnMut(usize) -> Vec<usize>,
        mut miss: impl FnMut() -> bool,
    ) -> Dealt {
        let mut dealt = Dealt {
            batch: Batch::default(),
            slots: Vec::with_capacity(numbers.len()),
            first: Vec::with_capacity(numbers.len()),
        };
        let batch = &mut dealt.batch;
        let mut sentence_rows = HashMap::new();
        let mut question_rows = HashMap::new();
        let mut filled = 0;
        for question in numbers.iter().map(|&number| self.question(number)) {
            let slots = deal(question.entities);
            let token = |unit: &Unit| Token {
                word: unit.word.0,
                entity: unit.entity.and_then(|entity| slots.get(entity).copied()),
            };
            let asked: Vec<Token> = self.sentences[question.words].iter().map(token).collect();
            let asked = *question_rows
                .entry(asked)
                .or_insert_with_key(|tokens| batch.add_question(tokens.iter().copied()));
            let story = &self.slots[question.story.clone()];
            let rows: Vec<usize> = story
                .iter()
                .map(|&sentence| {
                    let told = self.sentences[sentence].iter().map(|unit| {
                        let missed = unit.entity.is_none() && miss();
                        let word = if missed {
                            WordId::UNKNOWN.0
                        } else {
                            unit.word.0
                        };
                        Token {
                            word,
                            ..token(unit)
                        }
                    });
                    *sentence_rows
                        .entry(told.collect::<Vec<Token>>())
                        .or_insert_with_key(|tokens| batch.add_sentence(tokens.iter().copied()))
                })
                .collect();
            model.ask(batch, rows.into_iter().zip(ages(story.len())), asked);
            dealt.first.push(filled);
            filled += story.len();
            dealt.slots.push(slots);
        }
        dealt
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::Attention;
    use crate::tasks::{Style, generate};

    #[test]
    fn a_word_that_is_missed_is_unknown_and_a_name_never_is() {
        let record = serde_json::json!({
            "name": "tiny",
            "architecture": {
                "type": "working-memory", "dimension": 4, "hops": 2, "heads": 1, "memory": 5,
                "relations": 4
            },
            "answers": ["yes"],
            "vocabulary": ["went", "where", "is"],
            "entities": {"slots": 3, "words": []}
        });
        let record = serde_json::from_value(record).unwrap();
        let model = Model::new(record, &mut Pcg64::seed_from_u64(1)).unwrap();
        let chosen = |sentence: &str, missed: bool| {
            let story = format!("1 {sentence}\n2 Where is Mary?\tkitchen\t1\n");
            let data = [TaskData {
                task: "qa1".to_owned(),
                stories: crate::tasks::babi::read("story", &story).unwrap(),
            }];
            let corpus = Corpus::new(&model, &data);
            let dealt = corpus.batch(
                &model,
                &[0],
                |length| (0..length).rev(),
                |entities| (0..entities).collect(),
                || missed,
            );
            let entities = dealt.slots[0].len();
            let chosen = model.choose(&dealt.batch, &[entities], Attention::Softmax);
            (chosen.columns, chosen.probabilities)
        };
        let missed = chosen("Mary went to the kitchen.", true);
        assert_eq!(missed, chosen("Mary at with the kitchen.", false));
        assert_ne!(missed, chosen("Mary went to the kitchen.", false));
    }

    #[test]
    fn held_out_stories_are_whole_and_trained_on_by_nobody() {
        let stories = generate(1, 200, Style::Babi, 1).unwrap();
        let all = TaskData {
            task: "qa1".to_owned(),
            stories: stories.clone(),
        };
        let (training, held_out) = all.clone().hold_out(0.1, 7);
        assert_eq!(training.questions(), 180);
        assert_eq!(held_out.questions(), 20);
        for story in &held_out.stories {
            assert!(stories.contains(story) && !training.stories.contains(story));
        }
        assert_eq!(all.clone().hold_out(0.1, 7), (training, held_out));
        assert!(all.hold_out(0.0, 7).1.stories.is_empty());
    }
}
