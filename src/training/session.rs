//! Training for somebody who watches: step by step, on stories that are made as they are needed.

use rand::SeedableRng;
use rand_pcg::Pcg64;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::locale::ENGLISH;
use crate::networks::{
    Architecture, Attention, DataSource, LoadError, Model, Record, Schedule, TaskError,
    TrainingRecord, input::Encoding, memn2n,
};
use crate::tasks::babi::{Line, Question, Story};
use crate::tasks::{self, Style, TASKS, UnknownTask};

use super::trainer::Epoch;
use super::{Corpus, Lexicon, Step, TaskData, Trainer, evaluate, mean_error};

/// Questions of each task in one epoch. Each epoch has its own, so that nothing can be learned by
/// heart.
const TRAINING: usize = 1000;

/// Questions of each task held out to validate on.
const VALIDATION: usize = 200;

/// Questions of each task whose words and answers make up what the network knows.
const WORDS: usize = 1000;

/// How many sentences the network remembers.
const MEMORY: usize = 50;

/// The story that is shown has so many sentences if there is one: enough to choose from, and few
/// enough to be seen at a glance.
const SHOWN: std::ops::RangeInclusive<usize> = 6..=10;

/// What a reader chooses before training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The numbers of the tasks to learn, all by one network.
    pub tasks: Vec<u8>,
    /// The size of every embedding.
    pub dimension: usize,
    /// How often memory is read.
    pub hops: usize,
    /// Whether training begins without the softmax in the hops (Sukhbaatar et al. 2015, § 4.2).
    pub linear_start: bool,
    /// Seeds the weights, the stories, the order of the questions and the noise.
    pub seed: u64,
}

/// Why a plan cannot be followed.
#[derive(Debug, Error)]
pub enum PlanError {
    /// There is nothing to learn.
    #[error("choose at least one task")]
    NoTask,
    /// A task nobody can tell stories of.
    #[error(transparent)]
    Task(#[from] UnknownTask),
    /// Sizes that no network can have.
    #[error(transparent)]
    Network(#[from] LoadError),
}

impl Default for Plan {
    /// The easiest task and a network that can do it, seconds after it began.
    fn default() -> Self {
        Self {
            tasks: vec![1],
            dimension: 20,
            hops: 2,
            linear_start: true,
            seed: 1,
        }
    }
}

impl Plan {
    fn record(&self, data: &[TaskData]) -> Record {
        let lexicon = Lexicon::closed(data);
        Record {
            name: String::new(),
            architecture: Architecture::MemN2n(memn2n::Settings {
                dimension: self.dimension,
                hops: self.hops,
                memory: MEMORY,
                encoding: Encoding::Position,
                tying: memn2n::Tying::Adjacent,
            }),
            training: None,
            weights: None,
            answers: lexicon.answers,
            vocabulary: lexicon.vocabulary,
            entities: lexicon.entities,
        }
    }

    fn schedule(&self) -> Schedule {
        Schedule {
            epochs: 240,
            linear_start: if self.linear_start { 4 } else { 0 },
            rate: 0.01,
            halve_every: 60,
            ..Schedule::default()
        }
    }

    /// Stories of the tasks; each `part` has other ones.
    fn stories(&self, questions: usize, part: u64) -> Result<Vec<TaskData>, UnknownTask> {
        let seed = self.seed.wrapping_mul(1 << 32).wrapping_add(part);
        let data = |&number: &u8| {
            Ok(TaskData {
                task: task_name(number),
                stories: tasks::generate(number, questions, Style::Babi, seed)?,
            })
        };
        self.tasks.iter().map(data).collect()
    }
}

/// A task's name as the files of the published data have it, "qa1_single-supporting-fact".
fn task_name(number: u8) -> String {
    let task = TASKS.iter().find(|task| task.number == number);
    let name = task.map_or(String::new(), |task| task.name(&ENGLISH).to_lowercase());
    format!("qa{number}_{}", name.replace([' ', '/'], "-"))
}

/// A question that is never trained on, with its story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldOut {
    /// The sentences, one to a line.
    pub story: String,
    /// The question.
    pub question: String,
    /// The right answer.
    pub answer: String,
    /// The sentences (their places in the story, from 0) from which the answer follows.
    pub facts: Vec<usize>,
}

/// A network in training.
pub struct Session {
    plan: Plan,
    trainer: Trainer,
    /// The questions of the epoch under way, and how far it is.
    epoch: Option<(Corpus, Epoch)>,
    validation: Corpus,
    held_out: HeldOut,
    questions: usize,
}

impl Session {
    /// A session that begins with fresh weights.
    ///
    /// # Errors
    /// The plan has no task, an unknown one, or sizes that no network can have.
    pub fn new(plan: Plan) -> Result<Self, PlanError> {
        if plan.tasks.is_empty() {
            return Err(PlanError::NoTask);
        }
        let validation = plan.stories(VALIDATION, 0)?;
        let held_out = shown(&validation);
        let mut words = plan.stories(WORDS, 1)?;
        words.extend(validation.iter().cloned());
        let record = plan.record(&words);
        let model = Model::new(record, &mut Pcg64::seed_from_u64(plan.seed))?;
        Ok(Self {
            validation: Corpus::new(&model, &validation),
            trainer: Trainer::new(model, plan.schedule(), plan.seed, 1),
            epoch: None,
            held_out,
            questions: 0,
            plan,
        })
    }

    /// Trains on one batch; `None` if the plan is fulfilled.
    pub fn step(&mut self) -> Option<Step> {
        loop {
            let (corpus, mut epoch) = match self.epoch.take() {
                Some(under_way) => under_way,
                None if self.trainer.is_done() => return None,
                None => self.tell()?,
            };
            if let Some(step) = self.trainer.step(&mut epoch, &corpus) {
                self.questions += step.questions;
                self.epoch = Some((corpus, epoch));
                return Some(step);
            }
            self.trainer.end_epoch(epoch);
        }
    }

    /// The stories of the next epoch, never told before.
    fn tell(&self) -> Option<(Corpus, Epoch)> {
        let part = 2 + self.trainer.state.epoch as u64;
        // The tasks are those the session began with, so there are stories of them.
        let stories = self.plan.stories(TRAINING, part).ok()?;
        let corpus = Corpus::new(&self.trainer.model, &stories);
        let epoch = self.trainer.begin_epoch(&corpus);
        Some((corpus, epoch))
    }

    /// The network as it stands.
    pub fn model(&self) -> &Model {
        &self.trainer.model
    }

    /// Whether the hops are still without their softmax.
    pub fn is_linear(&self) -> bool {
        self.trainer.attention() == Attention::Linear
    }

    /// How many questions the network was trained on.
    pub fn questions(&self) -> usize {
        self.questions
    }

    /// A question to look at while the network learns to answer such questions.
    pub fn held_out(&self) -> &HeldOut {
        &self.held_out
    }

    /// The share of held-out questions that the network answers rightly as it is being trained,
    /// from 0 to 1: the mean over the tasks.
    pub fn accuracy(&self) -> f64 {
        1.0 - mean_error(&self.errors(self.trainer.attention())) / 100.0
    }

    fn errors(&self, attention: Attention) -> Vec<TaskError> {
        evaluate(&self.trainer.model, &self.validation, attention).tasks
    }

    /// The network as it stands under a name, with the record of its training.
    pub fn finish(&self, name: &str) -> Model {
        let mut model = self.trainer.model.clone();
        let validation = self.errors(Attention::Softmax);
        let state = &self.trainer.state;
        let tasks = self.plan.tasks.len();
        model.record.name = name.to_owned();
        model.record.training = Some(TrainingRecord {
            command: None,
            seed: self.plan.seed,
            threads: state.threads,
            data: self
                .plan
                .tasks
                .iter()
                .map(|task| DataSource {
                    name: format!("generated task {task}, seed {}", self.plan.seed),
                    training: self.questions / tasks,
                    validation: VALIDATION,
                })
                .collect(),
            schedule: state.schedule.clone(),
            best_epoch: state.epoch,
            mean_validation_error: mean_error(&validation),
            // They are never rounded.
            mean_error_unrounded: None,
            validation,
        });
        model
    }
}

/// The question to look at: of the first task, one whose story can be seen at a glance, and whose
/// facts lie furthest back in it.
fn shown(data: &[TaskData]) -> HeldOut {
    let stories = data.first().map_or(&[][..], |data| &data.stories);
    let questions = stories.iter().flat_map(|story| {
        story
            .lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| match line {
                Line::Question(question) => Some(held_out(story, at, question)),
                Line::Statement(_) => None,
            })
    });
    let fitness = |held_out: &HeldOut| {
        let sentences = held_out.story.lines().count();
        let first = held_out.facts.first();
        let age = first.map_or(0, |first| sentences - first);
        let excess = sentences.abs_diff(sentences.clamp(*SHOWN.start(), *SHOWN.end()));
        (std::cmp::Reverse(excess), age)
    };
    questions.max_by_key(fitness).unwrap_or_default()
}

/// The question on one line of a story, with the statements before it.
fn held_out(story: &Story, line: usize, question: &Question) -> HeldOut {
    let mut places = Vec::new();
    let mut sentences = Vec::new();
    for line in &story.lines[..line] {
        places.push(sentences.len());
        if let Line::Statement(text) = line {
            sentences.push(text.as_str());
        }
    }
    let fact = |line: &usize| places.get(line.checked_sub(1)?).copied();
    HeldOut {
        story: sentences.join("\n"),
        question: question.text.clone(),
        answer: question.answer.clone(),
        facts: question.supporting.iter().filter_map(fact).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn train(session: &mut Session, questions: usize) {
        while session.questions() < questions && session.step().is_some() {}
    }

    #[test]
    fn the_plan_that_is_offered_first_learns_its_task_from_ten_thousand_questions() {
        let mut session = Session::new(Plan::default()).unwrap();
        train(&mut session, 10_000);
        assert!(session.accuracy() >= 0.95, "{}", session.accuracy());
    }

    #[test]
    fn linear_start_leaves_the_softmax_out_for_a_while_and_then_puts_it_back() {
        let mut session = Session::new(Plan::default()).unwrap();
        assert!(session.is_linear());
        train(&mut session, 4 * TRAINING + 1);
        assert!(!session.is_linear());
        let plan = Plan {
            linear_start: false,
            ..Plan::default()
        };
        assert!(!Session::new(plan).unwrap().is_linear());
    }

    #[test]
    fn the_same_plan_gives_the_same_network() {
        let run = || {
            let mut session = Session::new(Plan::default()).unwrap();
            train(&mut session, 200);
            session.finish("mine")
        };
        let (one, other) = (run(), run());
        let precision = crate::tensor::Precision::Single;
        assert_eq!(
            one.parameters.save(precision).unwrap(),
            other.parameters.save(precision).unwrap()
        );
        assert_eq!(one.record.training, other.record.training);
    }

    #[test]
    fn a_network_of_several_tasks_records_what_it_was_trained_on() {
        let plan = Plan {
            tasks: vec![6, 15],
            ..Plan::default()
        };
        let mut session = Session::new(plan).unwrap();
        train(&mut session, 100);
        let record = session.finish("mine").record;
        assert_eq!(record.name, "mine");
        let training = record.training.unwrap();
        assert_eq!(training.data.len(), 2);
        assert_eq!(training.validation[0].task, "qa6_yes-no-questions");
        assert!(record.answers.contains(&"yes".to_owned()));
        assert!(record.answers.contains(&"wolf".to_owned()));
    }

    #[test]
    fn the_question_that_is_shown_has_its_facts_in_its_story() {
        for task in 1..=20 {
            let plan = Plan {
                tasks: vec![task],
                ..Plan::default()
            };
            let shown = shown(&plan.stories(VALIDATION, 0).unwrap());
            let sentences = shown.story.lines().count();
            assert!(sentences >= 2, "task {task}");
            assert!(shown.facts.iter().all(|&fact| fact < sentences));
        }
    }

    #[test]
    fn a_plan_that_cannot_be_followed_says_why() {
        let refused = |plan: Plan| Session::new(plan).err().unwrap().to_string();
        let plan = Plan::default();
        let tasks = |tasks: Vec<u8>| Plan {
            tasks,
            ..plan.clone()
        };
        assert_eq!(refused(tasks(vec![])), "choose at least one task");
        assert!(refused(tasks(vec![21])).contains("task 21"));
        let none = Plan { hops: 0, ..plan };
        assert!(refused(none).contains("hops = 0"));
    }
}
