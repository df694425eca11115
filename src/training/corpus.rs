//! Stories as numbers, each distinct sentence once.

use std::collections::HashMap;
use std::ops::Range;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64;

use crate::networks::{Batch, Model};
use crate::tasks::babi::{Line, Story};
use crate::text::{self, Vocabulary, WordId};

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

/// The words and the answers that occur in some data, each in alphabetical order. An answer, a
/// list such as `milk,football` too, is also a word of its own.
pub fn lexicon(data: &[TaskData]) -> (Vocabulary, Vec<String>) {
    let mut keys: Vec<String> = Vec::new();
    let mut answers: Vec<String> = Vec::new();
    for line in data
        .iter()
        .flat_map(|task| &task.stories)
        .flat_map(|story| &story.lines)
    {
        let text = match line {
            Line::Statement(text) => text,
            Line::Question(question) => {
                answers.push(question.answer.clone());
                &question.text
            }
        };
        keys.extend(text::words(text).into_iter().map(|word| word.key));
    }
    for list in [&mut keys, &mut answers] {
        list.sort_unstable();
        list.dedup();
    }
    keys.extend(answers.iter().map(|answer| answer.to_lowercase()));
    (keys.into(), answers)
}

/// Questions with their stories, ready to be put into batches.
#[derive(Clone, Debug)]
pub struct Corpus {
    tasks: Vec<String>,
    /// Every distinct statement and every distinct question.
    sentences: Vec<Vec<WordId>>,
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
    story: Range<usize>,
    /// The question's own words: a sentence.
    words: usize,
    /// The right answer's place in the network's list; `None` if the network cannot give it.
    pub(super) answer: Option<usize>,
}

impl Corpus {
    /// Turns stories into numbers, for one network.
    pub fn new(model: &Model, data: &[TaskData]) -> Self {
        let mut corpus = Self {
            tasks: Vec::new(),
            sentences: Vec::new(),
            slots: Vec::new(),
            questions: Vec::new(),
        };
        let mut known: HashMap<Vec<WordId>, usize> = HashMap::new();
        let mut number = |sentences: &mut Vec<Vec<WordId>>, text: &str| {
            let ids: Vec<WordId> = text::words(text)
                .iter()
                .map(|word| model.vocabulary().id(&word.key))
                .collect();
            *known.entry(ids).or_insert_with_key(|ids| {
                sentences.push(ids.clone());
                sentences.len() - 1
            })
        };
        for TaskData { task, stories } in data {
            let task = corpus
                .tasks
                .iter()
                .position(|known| known == task)
                .unwrap_or_else(|| {
                    corpus.tasks.push(task.clone());
                    corpus.tasks.len() - 1
                });
            for story in stories {
                let begin = corpus.slots.len();
                for line in &story.lines {
                    match line {
                        Line::Statement(text) => {
                            corpus.slots.push(number(&mut corpus.sentences, text));
                        }
                        Line::Question(question) => {
                            let end = corpus.slots.len();
                            let words = number(&mut corpus.sentences, &question.text);
                            let answers = &model.record.answers;
                            corpus.questions.push(Asked {
                                task,
                                story: begin.max(end.saturating_sub(model.memory()))..end,
                                words,
                                answer: answers.iter().position(|known| *known == question.answer),
                            });
                        }
                    }
                }
            }
        }
        corpus
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
    /// story of n sentences, their n ages, the oldest first.
    pub(super) fn batch<Ages: IntoIterator<Item = usize>>(
        &self,
        model: &Model,
        numbers: &[usize],
        mut ages: impl FnMut(usize) -> Ages,
    ) -> Batch {
        let encoding = model.network().settings().encoding;
        let mut batch = Batch::default();
        let mut sentence_rows = HashMap::new();
        let mut question_rows = HashMap::new();
        for question in numbers.iter().map(|&number| self.question(number)) {
            let words = &self.sentences[question.words];
            let asked = *question_rows
                .entry(question.words)
                .or_insert_with(|| batch.add_question(encoding, words));
            let story = &self.slots[question.story.clone()];
            for &sentence in story {
                sentence_rows
                    .entry(sentence)
                    .or_insert_with(|| batch.add_sentence(encoding, &self.sentences[sentence]));
            }
            batch.ask(
                story
                    .iter()
                    .map(|sentence| sentence_rows[sentence])
                    .zip(ages(story.len())),
                asked,
                model.memory(),
            );
        }
        batch
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::{Style, babi, generate};

    fn data() -> TaskData {
        let text = "1 Mary got the Milk.\n2 What has Mary?\tmilk,apple\t1\n1 John slept.\n\
                    2 Who slept?\tJohn\t1\n";
        TaskData {
            task: "qa8".to_owned(),
            stories: babi::read("qa8", text).unwrap(),
        }
    }

    #[test]
    fn the_lexicon_has_every_word_once_and_a_list_as_one_answer() {
        let (vocabulary, answers) = lexicon(&[data()]);
        assert_eq!(answers, ["John", "milk,apple"]);
        let mut words = vocabulary.words().to_vec();
        words.sort();
        let expected = [
            "got",
            "has",
            "john",
            "mary",
            "milk",
            "milk,apple",
            "slept",
            "the",
            "what",
            "who",
        ];
        assert_eq!(words, expected);
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
