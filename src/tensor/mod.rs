//! Reverse-mode differentiation over ndarray.
//!
//! A [`Tape`] computes matrices from matrices and, when it records, remembers how, so that
//! [`Tape::gradients`] can walk back from a loss to the [`Parameters`] it depends on. One
//! definition of a network thus trains natively, trains in the page and answers in the page.
//!
//! Every value is a matrix of `f32`; a vector is a matrix of one row (or one column). The
//! operations are coarse (embed a batch of sentences, attend over a batch of memories), each in a
//! file of its own under `operations/`, with its backward pass beside it and a finite-difference
//! check in its tests.
//!
//! Operations trust their callers with shapes and indices: whatever comes from outside (weights,
//! words) is checked where it comes in, by [`Parameters::load`] and the vocabulary.

mod operations;
mod optimizer;
mod parameters;
mod tape;

#[cfg(test)]
pub(crate) mod gradient_check;

pub use operations::bags::Weighting;
pub use operations::gated_bags::{GatedRows, GatedTables};
pub use operations::segments::Segments;
pub use operations::sequences::{Sequences, Token};
pub use optimizer::{Adam, Sgd};
pub use parameters::{ParameterId, Parameters, Precision, WeightsError};
pub use tape::{Gradients, Tape, Var};
