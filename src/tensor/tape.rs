//! The tape: values in the order they were computed, and how to go back.

use ndarray::Array2;

use super::{ParameterId, Parameters};

/// A value on a tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Var(usize);

/// How a value hands its gradient on to the values it was computed from.
type Backward<'a> = Box<dyn Fn(&Tape<'a>, &Array2<f32>, &mut Gradients) + 'a>;

struct Node<'a> {
    value: Array2<f32>,
    backward: Option<Backward<'a>>,
}

/// Computes matrices from parameters, and remembers how when it records.
///
/// The tape borrows the parameters, and the index structures of a batch (`'a`): nothing is copied
/// to be remembered.
pub struct Tape<'a> {
    parameters: &'a Parameters,
    nodes: Vec<Node<'a>>,
    recording: bool,
}

impl<'a> Tape<'a> {
    /// A tape that only computes: for answering.
    pub fn computing(parameters: &'a Parameters) -> Self {
        Self {
            parameters,
            nodes: Vec::new(),
            recording: false,
        }
    }

    /// A tape that also remembers how to go back: for training.
    pub fn recording(parameters: &'a Parameters) -> Self {
        Self {
            parameters,
            nodes: Vec::new(),
            recording: true,
        }
    }

    /// A parameter as a value.
    pub fn parameter(&self, id: ParameterId) -> Var {
        Var(id.0)
    }

    /// A matrix that was computed elsewhere, as a value. No gradient goes further than to it.
    pub fn constant(&mut self, value: Array2<f32>) -> Var {
        self.push(value, |_, _, _| {})
    }

    /// The matrix behind a value.
    pub fn value(&self, var: Var) -> &Array2<f32> {
        // The first numbers belong to the parameters; computed values follow.
        match var.0.checked_sub(self.parameters.len()) {
            None => self.parameters.value(ParameterId(var.0)),
            Some(node) => &self.nodes[node].value,
        }
    }

    /// Puts a computed value on the tape, with the way back if the tape records.
    pub(super) fn push(
        &mut self,
        value: Array2<f32>,
        backward: impl Fn(&Tape<'a>, &Array2<f32>, &mut Gradients) + 'a,
    ) -> Var {
        let backward = self.recording.then(|| Box::new(backward) as Backward<'a>);
        let var = self.next();
        self.nodes.push(Node { value, backward });
        var
    }

    /// The number that the next value pushed will have: an operation whose way back needs its own
    /// result (softmax) refers to it by this.
    pub(super) fn next(&self) -> Var {
        Var(self.parameters.len() + self.nodes.len())
    }

    /// The gradient of `loss` (a 1 × 1 matrix) by every parameter.
    ///
    /// A parameter that `loss` doesn't depend on, and every one on a tape that doesn't record, has
    /// none.
    pub fn gradients(&self, loss: Var) -> Gradients {
        let first = self.parameters.len();
        let mut gradients = Gradients {
            of: vec![None; first + self.nodes.len()],
        };
        gradients.of[loss.0] = Some(Array2::ones(self.value(loss).raw_dim()));
        for (at, node) in self.nodes.iter().enumerate().rev() {
            let Some(backward) = &node.backward else {
                continue;
            };
            if let Some(gradient) = gradients.of[first + at].take() {
                backward(self, &gradient, &mut gradients);
            }
        }
        gradients.of.truncate(first);
        gradients
    }
}

/// Gradients on their way back, and in the end those of the parameters.
#[derive(Clone, Debug, Default)]
pub struct Gradients {
    of: Vec<Option<Array2<f32>>>,
}

impl Gradients {
    /// The gradient by a parameter; `None` where the loss doesn't depend on it.
    pub fn parameter(&self, id: ParameterId) -> Option<&Array2<f32>> {
        self.of.get(id.0).and_then(Option::as_ref)
    }

    /// Adds the gradients of another part of the same batch.
    pub fn merge(&mut self, other: Self) {
        if self.of.is_empty() {
            self.of = other.of;
            return;
        }
        for (at, gradient) in other.of.into_iter().enumerate() {
            if let Some(gradient) = gradient {
                self.add(Var(at), gradient);
            }
        }
    }

    /// Adds to the gradient by a value.
    pub(super) fn add(&mut self, var: Var, gradient: Array2<f32>) {
        match &mut self.of[var.0] {
            Some(sum) => *sum += &gradient,
            none => *none = Some(gradient),
        }
    }

    /// The gradient by a value, zero so far if nothing was added yet: for operations that add to
    /// single rows.
    pub(super) fn entry(&mut self, var: Var, shape: (usize, usize)) -> &mut Array2<f32> {
        self.of[var.0].get_or_insert_with(|| Array2::zeros(shape))
    }
}
