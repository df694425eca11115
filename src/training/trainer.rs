//! Epochs of mini-batches.

use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde::{Deserialize, Serialize};

use crate::networks::{Attention, Choice, Lesson, Model, Optimizer, Schedule, TaskError};
use crate::tensor::{Adam, Gradients, Parameters, Sgd, Tape};

use super::{Corpus, evaluate, mean_error, parallel};

/// Trains a network, epoch by epoch.
pub struct Trainer {
    /// The network as it stands.
    pub model: Model,
    /// What the next epoch follows from, besides the weights.
    pub state: State,
    /// The weights that did best on validation so far, with the softmax in the hops.
    pub best: Option<Parameters>,
    /// The moments of Adam, where it takes the steps.
    pub adam: Adam,
}

/// All but the weights that a run needs to go on where it stopped.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The plan.
    pub schedule: Schedule,
    /// Seeds the order of the questions and the noise; each epoch derives its own from it.
    pub seed: u64,
    /// Into how many parts each batch is split, to be computed at the same time. Sums depend on
    /// it, so the same seed gives the same weights only with the same number.
    pub threads: usize,
    /// How many epochs are done.
    pub epoch: usize,
    /// What the best epoch achieved.
    pub best: Option<Best>,
}

/// The epoch that did best on validation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Best {
    /// Counted from 1.
    pub epoch: usize,
    /// The error on each task.
    pub tasks: Vec<TaskError>,
}

/// How far an epoch is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Questions trained on in this epoch.
    pub questions: usize,
    /// The mean loss of a question so far in this epoch.
    pub loss: f32,
}

/// An epoch under way: the questions in their order, and whose turn it is.
#[derive(Clone, Debug)]
pub struct Epoch {
    order: Vec<usize>,
    /// The place in `order` where the next batch begins.
    next: usize,
    /// Draws the noise of each batch.
    random: Pcg64,
}

/// What came of training on one batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// How many questions the batch had.
    pub questions: usize,
    /// Their loss before the step, summed.
    pub loss: f64,
}

impl Trainer {
    /// A run that begins with fresh weights.
    pub fn new(model: Model, schedule: Schedule, seed: u64, threads: usize) -> Self {
        let state = State {
            schedule,
            seed,
            threads: threads.max(1),
            epoch: 0,
            best: None,
        };
        let adam = Adam::new(&model.parameters);
        Self {
            model,
            state,
            best: None,
            adam,
        }
    }

    /// Whether the plan is fulfilled.
    pub fn is_done(&self) -> bool {
        self.state.epoch >= self.state.schedule.epochs
    }

    /// Whether the next epoch still belongs to linear start.
    pub fn attention(&self) -> Attention {
        match self.state.epoch < self.state.schedule.linear_start {
            true => Attention::Linear,
            false => Attention::Softmax,
        }
    }

    /// The learning rate of the next epoch. It halves every few epochs, and starts afresh when
    /// linear start ends.
    pub fn rate(&self) -> f32 {
        let Schedule {
            rate,
            halve_every,
            linear_start,
            epochs,
            optimizer,
            ..
        } = self.state.schedule;
        if optimizer == Optimizer::Adam {
            let done = self.state.epoch as f32 / epochs.max(1) as f32;
            return rate * 0.5 * (1.0 + (std::f32::consts::PI * done).cos());
        }
        let epoch = match self.attention() {
            Attention::Linear => self.state.epoch,
            Attention::Softmax => self.state.epoch - linear_start,
        };
        rate * 0.5_f32.powi((epoch / halve_every.max(1)) as i32)
    }

    /// Trains one epoch: every question once, in a new order. `progress` is called after each
    /// batch.
    pub fn train_epoch(&mut self, corpus: &Corpus, mut progress: impl FnMut(Progress)) {
        let mut epoch = self.begin_epoch(corpus);
        let mut total = 0.0;
        let mut questions = 0;
        while let Some(step) = self.step(&mut epoch, corpus) {
            total += step.loss;
            questions += step.questions;
            progress(Progress {
                questions,
                loss: (total / questions as f64) as f32,
            });
        }
        self.end_epoch(epoch);
    }

    /// Begins an epoch, to be trained step by step.
    pub fn begin_epoch(&self, corpus: &Corpus) -> Epoch {
        let mut random = Pcg64::new(u128::from(self.state.seed), self.state.epoch as u128);
        let mut order: Vec<usize> = (0..corpus.len())
            .filter(|&number| corpus.question(number).answer.is_some())
            .collect();
        order.shuffle(&mut random);
        Epoch {
            order,
            next: 0,
            random,
        }
    }

    /// Trains on the next batch of an epoch of this corpus; `None` if every question had its turn.
    pub fn step(&mut self, epoch: &mut Epoch, corpus: &Corpus) -> Option<Step> {
        let Schedule {
            batch,
            clip,
            optimizer,
            ..
        } = self.state.schedule;
        let (attention, rate) = (self.attention(), self.rate());
        let numbers = epoch.order[epoch.next..].chunks(batch.max(1)).next()?;
        epoch.next += numbers.len();
        let size = numbers.len().div_ceil(self.state.threads);
        let parts: Vec<(&[usize], u64)> = numbers
            .chunks(size)
            .map(|part| (part, epoch.random.random()))
            .collect();
        let rounded = self.rounded();
        let weights = rounded.as_ref().unwrap_or(&self.model.parameters);
        let results = parallel::map(&parts, |(part, seed)| {
            self.loss(weights, corpus, part, attention, *seed)
        });
        let mut step = Step {
            questions: numbers.len(),
            loss: 0.0,
        };
        let mut gradients = Gradients::default();
        for (loss, part) in results {
            step.loss += f64::from(loss);
            gradients.merge(part);
        }
        let parameters = &mut self.model.parameters;
        match optimizer {
            Optimizer::Sgd => Sgd { clip }.step(parameters, &gradients, rate),
            Optimizer::Adam => self.adam.step(parameters, &gradients, rate, clip),
        }
        Some(step)
    }

    /// Ends an epoch: the next one may have another learning rate and other attention.
    pub fn end_epoch(&mut self, _: Epoch) {
        self.state.epoch += 1;
    }

    /// Measures the network on held-out questions, and keeps its weights if they are the best so
    /// far. Call it after an epoch.
    pub fn validate(&mut self, corpus: &Corpus) -> Vec<TaskError> {
        let linear = self.state.epoch <= self.state.schedule.linear_start && self.state.epoch > 0;
        let attention = if linear {
            Attention::Linear
        } else {
            Attention::Softmax
        };
        let mut model = self.model.clone();
        if let Some(rounded) = self.rounded() {
            model.parameters = rounded;
        }
        let tasks = evaluate(&model, corpus, attention).tasks;
        let best = self.state.best.as_ref().map(|best| mean_error(&best.tasks));
        if !linear && best.is_none_or(|best| mean_error(&tasks) < best) {
            self.best = Some(model.parameters);
            self.state.best = Some(Best {
                epoch: self.state.epoch,
                tasks: tasks.clone(),
            });
        }
        tasks
    }

    /// The weights that the network answers with while it learns, if they are rounded.
    fn rounded(&self) -> Option<Parameters> {
        let bits = self.state.schedule.bits?;
        Some(self.model.parameters.rounded(bits))
    }

    /// The summed loss of some questions, answered with these weights, and its gradients.
    fn loss(
        &self,
        weights: &Parameters,
        corpus: &Corpus,
        numbers: &[usize],
        attention: Attention,
        seed: u64,
    ) -> (f32, Gradients) {
        let model = &self.model;
        let (memory, slots) = (model.memory(), model.slots());
        let Schedule {
            time_noise,
            word_noise,
            facts,
            ..
        } = self.state.schedule;
        let mut random = Pcg64::seed_from_u64(seed);
        let mut dealer = Pcg64::seed_from_u64(!seed);
        let mut misser = Pcg64::seed_from_u64(seed.rotate_left(32));
        let dealt = corpus.batch(
            model,
            numbers,
            |length| noisy_ages(length, memory, time_noise, &mut random),
            |entities| deal(entities, slots, &mut dealer),
            || word_noise > 0.0 && misser.random::<f32>() < word_noise,
        );
        let mut lesson = Lesson::new(model.hops());
        for (at, &number) in numbers.iter().enumerate() {
            let question = corpus.question(number);
            let Some(answer) = &question.answer else {
                continue;
            };
            let column = |&choice: &Choice| model.column(choice, &dealt.slots[at]);
            let columns: Vec<Vec<usize>> = answer
                .iter()
                .map(|choices| choices.iter().map(column).collect())
                .collect();
            let facts: Vec<usize> = question
                .facts
                .iter()
                .map(|fact| dealt.first[at] + fact)
                .collect();
            lesson.push(&columns, &facts);
        }
        let mut tape = Tape::recording(weights);
        let loss = model.loss(&mut tape, &dealt.batch, &lesson, attention, facts);
        (tape.value(loss)[[0, 0]], tape.gradients(loss))
    }
}

/// Deals the first slots to the entities of a story at random, so that a network learns what an
/// entity does and not which slot it has. More entities than slots share them.
fn deal(entities: usize, slots: usize, random: &mut impl Rng) -> Vec<usize> {
    let used = entities.min(slots);
    let order = rand::seq::index::sample(random, used, used).into_vec();
    order.into_iter().cycle().take(entities).collect()
}

/// The ages of a story's sentences, the oldest first, with random gaps between them: as if up to
/// `noise · length` empty memories lay among them (random noise, Sukhbaatar et al. 2015, § 4.2).
/// No age reaches `memory`.
fn noisy_ages(length: usize, memory: usize, noise: f32, random: &mut impl Rng) -> Vec<usize> {
    let most = (noise * length as f32).ceil() as usize;
    let gaps = random
        .random_range(0..=most)
        .min(memory.saturating_sub(length));
    let mut ages = rand::seq::index::sample(random, length + gaps, length).into_vec();
    ages.sort_unstable_by(|a, b| b.cmp(a));
    ages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::{Style, generate};
    use crate::tensor::Precision;
    use crate::training::TaskData;

    /// A network and something to train it on.
    fn tiny() -> (Model, Corpus) {
        let data = [TaskData {
            task: "qa1".to_owned(),
            stories: generate(1, 100, Style::Babi, 1).unwrap(),
        }];
        let record = serde_json::json!({
            "name": "tiny",
            "architecture": {
                "type": "memn2n", "dimension": 4, "hops": 2, "memory": 10,
                "encoding": "position", "tying": "adjacent"
            },
            "answers": ["garden", "kitchen", "office"],
            "vocabulary": ["where", "is", "mary", "garden", "kitchen", "office"]
        });
        let record = serde_json::from_value(record).unwrap();
        let model = Model::new(record, &mut Pcg64::seed_from_u64(1)).unwrap();
        let corpus = Corpus::new(&model, &data);
        (model, corpus)
    }

    #[test]
    fn a_run_with_few_bits_keeps_rounded_weights_and_goes_on_from_the_others() {
        let (model, corpus) = tiny();
        let before = model.parameters.clone();
        let schedule = Schedule {
            linear_start: 0,
            epochs: 1,
            bits: Some(3),
            ..Schedule::default()
        };
        let mut trainer = Trainer::new(model, schedule, 7, 1);
        trainer.train_epoch(&corpus, |_| {});
        trainer.validate(&corpus);
        let weights = |it: &Parameters| it.save(Precision::Single).unwrap();
        let (best, current) = (trainer.best.unwrap(), &trainer.model.parameters);
        assert_eq!(weights(&best), weights(&current.rounded(3)));
        assert_ne!(weights(&best), weights(current));
        assert_ne!(weights(current), weights(&before));
    }

    #[test]
    fn a_run_taken_step_by_step_ends_with_the_weights_of_whole_epochs() {
        let (model, corpus) = tiny();
        let schedule = Schedule {
            linear_start: 1,
            epochs: 2,
            ..Schedule::default()
        };
        let mut whole = Trainer::new(model, schedule, 7, 2);
        let mut stepwise = Trainer::new(
            whole.model.clone(),
            whole.state.schedule.clone(),
            whole.state.seed,
            whole.state.threads,
        );
        while !whole.is_done() {
            let mut seen = Progress {
                questions: 0,
                loss: 0.0,
            };
            whole.train_epoch(&corpus, |progress| seen = progress);
            let mut epoch = stepwise.begin_epoch(&corpus);
            let mut questions = 0;
            while let Some(step) = stepwise.step(&mut epoch, &corpus) {
                questions += step.questions;
            }
            stepwise.end_epoch(epoch);
            assert_eq!(questions, seen.questions);
        }
        assert!(stepwise.is_done());
        let weights = |trainer: &Trainer| trainer.model.parameters.save(Precision::Single);
        assert_eq!(weights(&whole).unwrap(), weights(&stepwise).unwrap());
    }

    #[test]
    fn noise_leaves_gaps_but_keeps_the_order_and_the_memory() {
        let mut random = Pcg64::seed_from_u64(3);
        let mut gaps = 0;
        for length in 0..=50 {
            let ages = noisy_ages(length, 50, 0.1, &mut random);
            assert_eq!(ages.len(), length);
            assert!(ages.is_sorted_by(|a, b| a > b));
            assert!(ages.iter().all(|&age| age < 50));
            gaps += ages.first().map_or(0, |oldest| oldest + 1 - length);
            assert_eq!(
                noisy_ages(length, 50, 0.0, &mut random),
                (0..length).rev().collect::<Vec<_>>()
            );
        }
        assert!(gaps > 0);
    }
}
