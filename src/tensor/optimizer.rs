//! How parameters follow their gradients.

use ndarray::Zip;

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

/// Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1), with β₁ = 0.9 and β₂ = 0.999.
///
/// Its moments are matrices named as the parameters they belong to, so that a checkpoint can keep
/// them as it keeps the weights.
#[derive(Clone, Debug)]
pub struct Adam {
    /// How many steps were taken.
    pub steps: u32,
    /// The running means of the gradients.
    pub means: Parameters,
    /// The running means of their squares.
    pub squares: Parameters,
}

impl Adam {
    const MEAN_DECAY: f32 = 0.9;
    const SQUARE_DECAY: f32 = 0.999;
    const EPSILON: f32 = 1e-8;
    /// How many times the largest norm is far beyond it.
    const BY_FAR: f32 = 20.0;

    /// Before the first step of these parameters.
    pub fn new(parameters: &Parameters) -> Self {
        Self {
            steps: 0,
            means: parameters.zeros(),
            squares: parameters.zeros(),
        }
    }

    /// Takes one step of size `rate`. If the norm of all gradients together exceeds `clip`, they
    /// are scaled down to it first; if it does so by far, no step is taken. So long a gradient comes
    /// of a question that the network is wrongly certain about. Scaled down, nothing would be left
    /// in it of the other questions, and a network that follows such gradients loses what it has
    /// learned.
    pub fn step(
        &mut self,
        parameters: &mut Parameters,
        gradients: &Gradients,
        rate: f32,
        clip: f32,
    ) {
        let norm = parameters
            .ids()
            .filter_map(|id| gradients.parameter(id))
            .map(|gradient| gradient.iter().map(|part| part * part).sum::<f32>())
            .sum::<f32>()
            .sqrt();
        if norm > Self::BY_FAR * clip {
            return;
        }
        self.steps += 1;
        let scale = if norm > clip { clip / norm } else { 1.0 };
        let bias = |decay: f32| 1.0 - decay.powi(self.steps.cast_signed());
        let square_bias = bias(Self::SQUARE_DECAY).sqrt();
        let rate = rate * square_bias / bias(Self::MEAN_DECAY);
        for id in parameters.ids() {
            let Some(gradient) = gradients.parameter(id) else {
                continue;
            };
            Zip::from(parameters.value_mut(id))
                .and(self.means.value_mut(id))
                .and(self.squares.value_mut(id))
                .and(gradient)
                .for_each(|weight, mean, square, &part| {
                    let part = part * scale;
                    *mean += (1.0 - Self::MEAN_DECAY) * (part - *mean);
                    *square += (1.0 - Self::SQUARE_DECAY) * (part * part - *square);
                    *weight -= rate * *mean / (square.sqrt() + Self::EPSILON * square_bias);
                });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::{ParameterId, Tape};
    use ndarray::array;

    /// The gradients where the second of the scores should be the highest.
    fn toward_the_second(parameters: &Parameters, scores: ParameterId) -> Gradients {
        let right = &[vec![1]];
        let mut tape = Tape::recording(parameters);
        let scores = tape.parameter(scores);
        let loss = tape.cross_entropy(scores, right);
        tape.gradients(loss)
    }

    #[test]
    fn a_step_goes_down_and_a_long_gradient_is_cut() {
        let mut parameters = Parameters::default();
        let scores = parameters.push("scores", array![[0.0, 0.0]]);
        let gradients = toward_the_second(&parameters, scores);
        let mut clipped = parameters.clone();
        Sgd { clip: 40.0 }.step(&mut parameters, &gradients, 1.0);
        assert_eq!(parameters.value(scores), &array![[-0.5, 0.5]]);
        Sgd {
            clip: 0.5_f32.sqrt() / 5.0,
        }
        .step(&mut clipped, &gradients, 1.0);
        assert!((clipped.value(scores)[[0, 1]] - 0.1).abs() < 1e-6);
    }

    #[test]
    fn the_first_steps_of_adam_are_as_long_as_the_rate_whatever_the_gradient() {
        for scale in [1e-3, 1.0] {
            let mut parameters = Parameters::default();
            let weights = parameters.push("weights", array![[scale, 0.0]]);
            let mut adam = Adam::new(&parameters);
            for step in 1..=3 {
                let gradients = toward_the_second(&parameters, weights);
                adam.step(&mut parameters, &gradients, 0.01, f32::INFINITY);
                let moved = parameters.value(weights)[[0, 1]];
                assert!((moved - 0.01 * step as f32).abs() < 1e-4, "{moved}");
            }
        }
    }

    #[test]
    fn adam_takes_no_step_along_a_gradient_that_is_far_too_long() {
        let mut parameters = Parameters::default();
        let weights = parameters.push("weights", array![[1.0, 1.0]]);
        let gradients = toward_the_second(&parameters, weights);
        let mut adam = Adam::new(&parameters);
        let norm = 0.5_f32.sqrt();
        adam.step(&mut parameters, &gradients, 0.1, norm / 21.0);
        assert_eq!(parameters.value(weights), &array![[1.0, 1.0]]);
        adam.step(&mut parameters, &gradients, 0.1, norm / 19.0);
        assert_ne!(parameters.value(weights), &array![[1.0, 1.0]]);
    }
}
