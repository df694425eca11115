//! Memory networks, assembled from the four components that give them their name.
//!
//! | component | module | what it does |
//! |---|---|---|
//! | **I** input | [`input`] | turns the words of a sentence into a feature vector |
//! | **G** generalization | [`generalization`] | writes the feature vectors to memory slots m₁ … mₙ |
//! | **O** output | [`output`] | reads memory: pᵢ = softmax(uᵀmᵢ), o = Σ pᵢcᵢ, hop by hop |
//! | **R** response | [`response`] | turns what was read into answers: â = softmax(W(o + u)) |
//!
//! Each architecture is one short file that says which I, G, O and R it is made of; [`memn2n`]
//! and [`working_memory`]. A [`Model`] is a network with its weights, its vocabulary and the [`Record`] of how
//! it was trained. Whatever the architecture, it answers with a [`Trace`].

pub mod arithmetic;
pub mod generalization;
pub mod input;
pub mod memn2n;
pub mod output;
pub mod response;
pub mod working_memory;

mod adoption;
mod affine;
mod answering;
mod batch;
mod changes;
mod encoded;
mod file;
mod inquiry;
mod learning;
mod lesson;
mod model;
mod overruled;
mod record;
mod relations;
mod trace;
mod workings;

pub use adoption::AdoptionError;
pub use batch::Batch;
pub use changes::{Changes, FixedWeight};
pub use encoded::Encoded;
pub use inquiry::Inquiry;
pub use lesson::{Choice, Chosen, Lesson, Step, Targets};
pub use model::{LoadError, LoadFault, Model};
pub use output::Attention;
pub use record::{
    Architecture, DataSource, Optimizer, Record, Schedule, TaskError, TrainingRecord, Weights,
};
pub use trace::{Hop, Ranked, Stop, Trace};
pub use workings::{Conclusion, Memory, Scored};

/// The name of the network that answers where none is chosen, on the page and on the command line.
pub const DEFAULT: &str = "working-memory";
