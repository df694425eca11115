//! The record that lies beside a network's weights: all that is needed to rebuild the network,
//! and how it was trained.

use serde::{Deserialize, Serialize};

use crate::text::{Entities, Vocabulary};

use super::{memn2n, working_memory};

/// What a network is and where it comes from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The name under which the network is chosen, and its files are found.
    pub name: String,
    /// Which network, and its sizes.
    pub architecture: Architecture,
    /// How it was trained; a network made by hand has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<TrainingRecord>,
    /// The file of weights that belongs to this record; a network not yet written has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<Weights>,
    /// The answers it can give, as the training data spells them; each one's lower case is in the
    /// vocabulary. A network with entity slots also answers with what a story names.
    pub answers: Vec<String>,
    /// The words it knows.
    pub vocabulary: Vocabulary,
    /// What it knows of entities; `None` if it takes in only the words of its vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entities: Option<Entities>,
}

/// Which network, and its sizes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Architecture {
    /// The End-to-End Memory Network.
    #[serde(rename = "memn2n")]
    MemN2n(memn2n::Settings),
    /// The Working Memory Network.
    WorkingMemory(working_memory::Settings),
}

/// The file of weights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weights {
    /// Its size.
    pub bytes: usize,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

/// How a network was trained, and how well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainingRecord {
    /// The command that trains it again; a network that was trained in the page has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// Seeds the weights, the order of the questions and the noise.
    pub seed: u64,
    /// How many threads shared each batch; another number gives slightly other sums.
    pub threads: usize,
    /// What it was trained and validated on.
    pub data: Vec<DataSource>,
    /// The plan that was followed.
    pub schedule: Schedule,
    /// The epoch whose weights these are, the best on validation, counted from 1.
    pub best_epoch: usize,
    /// Mean over the tasks of the error on held-out questions, in percent.
    pub mean_validation_error: f64,
    /// The same mean before the weights were rounded to the bytes that ship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_error_unrounded: Option<f64>,
    /// The error on held-out questions, task by task.
    pub validation: Vec<TaskError>,
}

/// One file of questions, or one generator's output.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataSource {
    /// The file's name, or the generator and its seed.
    pub name: String,
    /// Questions trained on.
    pub training: usize,
    /// Questions held out to validate on.
    pub validation: usize,
}

/// How well one task is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskError {
    /// The name of the task (of its file).
    pub task: String,
    /// How many questions were asked.
    pub questions: usize,
    /// How many were answered wrongly, in percent.
    pub error: f64,
    /// For how many of those with supporting facts in memory these were what the network read most
    /// (each the strongest slot of some hop, or together the strongest of one), in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts_found: Option<f64>,
}

/// The plan of a training run (Sukhbaatar et al. 2015, § 4.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    /// Questions per step.
    pub batch: usize,
    /// Passes over the training questions, those of linear start included.
    pub epochs: usize,
    /// How many of the epochs, at the beginning, have no softmax in the hops.
    pub linear_start: usize,
    /// The learning rate of the first epoch, for the loss summed over a batch.
    pub rate: f32,
    /// The learning rate halves after this many epochs, and starts afresh when linear start ends.
    pub halve_every: usize,
    /// The largest norm of one matrix's gradient.
    pub clip: f32,
    /// What takes the steps.
    #[serde(default)]
    pub optimizer: Optimizer,
    /// How much the attention on the supporting facts counts, beside the answers.
    #[serde(default)]
    pub facts: f32,
    /// Random noise in time: up to this share of the memory is left as gaps between sentences.
    pub time_noise: f32,
    /// Word dropout (Iyyer et al. 2015, "Deep Unordered Composition Rivals Syntactic Methods for Text
    /// Classification", ACL, § 3): this share of the words of a story that name nothing is taken for
    /// unknown.
    #[serde(default)]
    pub word_noise: f32,
    /// With how many bits a number the network answers while it learns, where it learns to answer
    /// with weights as rounded as those that ship: the gradient is taken at the rounded weights and
    /// changes the unrounded ones (straight-through estimator: Courbariaux, Bengio and David 2015,
    /// "BinaryConnect", arXiv 1511.00363, § 2.3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bits: Option<u32>,
}

/// What takes the steps of training.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Optimizer {
    /// Stochastic gradient descent; the rate halves after `halve_every` epochs.
    #[default]
    Sgd,
    /// Adam; the rate falls to zero along a half cosine over all epochs.
    Adam,
}

impl Default for Schedule {
    /// The plan published for joint training on all 20 tasks.
    fn default() -> Self {
        Self {
            batch: 32,
            epochs: 90,
            linear_start: 30,
            rate: 0.005,
            halve_every: 15,
            clip: 40.0,
            optimizer: Optimizer::Sgd,
            facts: 0.0,
            time_noise: 0.1,
            word_noise: 0.0,
            bits: None,
        }
    }
}
