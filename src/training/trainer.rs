//! Epochs of mini-batches.

use rand::seq::SliceRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_pcg::Pcg64;
use serde::{Deserialize, Serialize};

use crate::networks::{Attention, Model, Schedule, TaskError};
use crate::tensor::{Gradients, Parameters, Sgd, Tape};

use super::{Corpus, evaluate, mean_error, parallel};

/// Trains a network, epoch by epoch.
pub struct Trainer {
    /// The network as it stands.
    pub model: Model,
    /// What the next epoch follows from, besides the weights.
    pub state: State,
    /// The weights that did best on validation so far, with the softmax in the hops.
    pub best: Option<Parameters>,
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
        Self {
            model,
            state,
            best: None,
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
            ..
        } = self.state.schedule;
        let epoch = match self.attention() {
            Attention::Linear => self.state.epoch,
            Attention::Softmax => self.state.epoch - linear_start,
        };
        rate * 0.5_f32.powi((epoch / halve_every.max(1)) as i32)
    }

    /// Trains one epoch: every question once, in a new order. `progress` is called after each
    /// batch.
    pub fn train_epoch(&mut self, corpus: &Corpus, mut progress: impl FnMut(Progress)) {
        let Schedule { batch, clip, .. } = self.state.schedule;
        let (attention, rate) = (self.attention(), self.rate());
        let mut random = Pcg64::new(u128::from(self.state.seed), self.state.epoch as u128);
        let mut order: Vec<usize> = (0..corpus.len())
            .filter(|&number| corpus.question(number).answer.is_some())
            .collect();
        order.shuffle(&mut random);

        let mut done = Progress {
            questions: 0,
            loss: 0.0,
        };
        let mut total = 0.0;
        for numbers in order.chunks(batch.max(1)) {
            let size = numbers.len().div_ceil(self.state.threads);
            let parts: Vec<(&[usize], u64)> = numbers
                .chunks(size)
                .map(|part| (part, random.random()))
                .collect();
            let results = parallel::map(&parts, |(part, seed)| {
                self.loss(corpus, part, attention, *seed)
            });
            let mut gradients = Gradients::default();
            for (loss, part) in results {
                total += f64::from(loss);
                gradients.merge(part);
            }
            Sgd { clip }.step(&mut self.model.parameters, &gradients, rate);
            done.questions += numbers.len();
            done.loss = (total / done.questions as f64) as f32;
            progress(done);
        }
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
        let tasks = evaluate(&self.model, corpus, attention);
        let best = self.state.best.as_ref().map(|best| mean_error(&best.tasks));
        if !linear && best.is_none_or(|best| mean_error(&tasks) < best) {
            self.best = Some(self.model.parameters.clone());
            self.state.best = Some(Best {
                epoch: self.state.epoch,
                tasks: tasks.clone(),
            });
        }
        tasks
    }

    /// The summed loss of some questions, and its gradients.
    fn loss(
        &self,
        corpus: &Corpus,
        numbers: &[usize],
        attention: Attention,
        seed: u64,
    ) -> (f32, Gradients) {
        let memory = self.model.memory();
        let noise = self.state.schedule.time_noise;
        let mut random = Pcg64::seed_from_u64(seed);
        let batch = corpus.batch(&self.model, numbers, |length| {
            noisy_ages(length, memory, noise, &mut random)
        });
        let answers: Vec<usize> = numbers
            .iter()
            .filter_map(|&number| corpus.question(number).answer)
            .collect();
        let mut tape = Tape::recording(&self.model.parameters);
        let pass = self.model.network().forward(&mut tape, &batch, attention);
        let loss = tape.cross_entropy(pass.scores, &answers);
        (tape.value(loss)[[0, 0]], tape.gradients(loss))
    }
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
