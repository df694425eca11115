//! Training and evaluation of networks on stories with questions.
//!
//! [`TaskData`] (stories of one task) → [`Corpus`] (sentences and questions as numbers, each
//! distinct one once) → [`Trainer`] (epochs of mini-batches) → [`evaluate`]. A [`Session`] does all of it
//! step by step, for somebody who watches. Nothing here reads or
//! writes files: that is the command line's part.

mod corpus;
mod evaluation;
mod lexicon;
mod parallel;
mod session;
mod trainer;

pub use corpus::{Corpus, TaskData};
pub use evaluation::{Evaluation, Refusals, evaluate, mean_error};
pub use lexicon::Lexicon;
pub use session::{HeldOut, Plan, PlanError, Session};
pub use trainer::{Best, Epoch, Progress, State, Step, Trainer};
