//! Stochastic gradient descent.

use super::{Gradients, Parameters};

/// Stochastic gradient descent with clipping, as Sukhbaatar et al. 2015 (§ 4.2) train with: a
/// gradient whose norm exceeds `clip` is scaled down to it, matrix by matrix.
#[derive(Clone, Copy, Debug)]
pub struct Sgd {
    /// The largest ℓ₂ norm of one matrix's gradient.
    pub clip: f32,
}

impl Sgd {
    /// Takes one step of size `rate` against the gradients.
    pub fn step(&self, parameters: &mut Parameters, gradients: &Gradients, rate: f32) {
        for id in parameters.ids() {
            if let Some(gradient) = gradients.parameter(id) {
                let norm = gradient.iter().map(|part| part * part).sum::<f32>().sqrt();
                let scale = if norm > self.clip {
                    self.clip / norm
                } else {
                    1.0
                };
                parameters.value_mut(id).scaled_add(-rate * scale, gradient);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::Tape;
    use ndarray::array;

    #[test]
    fn a_step_goes_down_and_a_long_gradient_is_cut() {
        let mut parameters = Parameters::default();
        let scores = parameters.push("scores", array![[0.0, 0.0]]);
        let gradients = {
            let mut tape = Tape::recording(&parameters);
            let scores = tape.parameter(scores);
            let loss = tape.cross_entropy(scores, &[1]);
            tape.gradients(loss)
        };
        let mut clipped = parameters.clone();
        Sgd { clip: 40.0 }.step(&mut parameters, &gradients, 1.0);
        assert_eq!(parameters.value(scores), &array![[-0.5, 0.5]]);
        Sgd {
            clip: 0.5_f32.sqrt() / 5.0,
        }
        .step(&mut clipped, &gradients, 1.0);
        assert!((clipped.value(scores)[[0, 1]] - 0.1).abs() < 1e-6);
    }
}
