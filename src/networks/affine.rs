//! Affine maps whose weights are parameters.

use ndarray::Array2;

use crate::tensor::{ParameterId, Parameters, Tape, Var};

/// The weights W and the bias b of a map x ↦ Wx + b.
#[derive(Clone, Copy, Debug)]
pub(super) struct Affine {
    pub(super) weights: ParameterId,
    pub(super) bias: ParameterId,
}

impl Affine {
    /// A map from `from` to `to` numbers, all zero; its parameters are `name` and `name.bias`.
    pub(super) fn new(parameters: &mut Parameters, name: &str, to: usize, from: usize) -> Self {
        Self {
            weights: matrix(parameters, name, to, from),
            bias: matrix(parameters, &format!("{name}.bias"), 1, to),
        }
    }

    /// The map of each row of `x`.
    pub(super) fn apply(self, tape: &mut Tape<'_>, x: Var) -> Var {
        let (weights, bias) = (tape.parameter(self.weights), tape.parameter(self.bias));
        tape.affine(x, weights, bias)
    }
}

/// A parameter that is all zero.
pub(super) fn matrix(
    parameters: &mut Parameters,
    name: &str,
    rows: usize,
    columns: usize,
) -> ParameterId {
    parameters.push(name, Array2::zeros((rows, columns)))
}
