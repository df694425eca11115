//! Compares gradients with finite differences.

use ndarray::Array2;
use rand::SeedableRng;
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64;

use super::{Parameters, Tape, Var};

/// Asserts that the way back of an operation agrees with central differences, at random inputs of
/// the given shapes. The result is weighted by fixed random numbers and summed, so that every
/// element of it counts differently.
pub(crate) fn check<'a, const N: usize>(
    shapes: &[(usize, usize); N],
    operation: impl Fn(&mut Tape<'a>, &[Var; N]) -> Var,
) {
    // Tapes borrow what they compute from; leaking a few small matrices spares every caller a
    // second lifetime.
    let mut random = Pcg64::seed_from_u64(1);
    let mut matrix =
        |shape| Array2::from_shape_simple_fn(shape, || StandardNormal.sample(&mut random));
    let inputs: Vec<Array2<f32>> = shapes.iter().map(|&shape| matrix(shape)).collect();

    let leak = |inputs: &[Array2<f32>]| -> &'static Parameters {
        let mut parameters = Parameters::default();
        for (at, input) in inputs.iter().enumerate() {
            parameters.push(&at.to_string(), input.clone());
        }
        Box::leak(Box::new(parameters))
    };
    let run = |parameters: &'static Parameters| {
        let mut tape = Tape::recording(parameters);
        let ids: Vec<Var> = parameters.ids().map(|id| tape.parameter(id)).collect();
        let result = operation(&mut tape, &ids.try_into().unwrap());
        (tape, result)
    };

    let parameters = leak(&inputs);
    let (mut tape, result) = run(parameters);
    let weights = matrix(tape.value(result).dim());
    let loss = tape.weighted_sum(result, weights.clone());
    let gradients = tape.gradients(loss);

    let at = |inputs: &[Array2<f32>]| -> f64 {
        let (tape, result) = run(leak(inputs));
        let products = tape.value(result) * &weights;
        products.iter().map(|&part| f64::from(part)).sum()
    };
    const STEP: f32 = 1e-2;
    let mut compared = 0;
    for (which, id) in parameters.ids().enumerate() {
        for index in ndarray::indices(inputs[which].dim()) {
            let mut moved = inputs.clone();
            moved[which][index] = inputs[which][index] + STEP;
            let above = at(&moved);
            moved[which][index] = inputs[which][index] - STEP;
            let slope = (above - at(&moved)) / f64::from(2.0 * STEP);
            let gradient = gradients
                .parameter(id)
                .map_or(0.0, |gradient| f64::from(gradient[index]));
            assert!(
                (slope - gradient).abs() < 2e-3 * (1.0 + slope.abs()),
                "input {which} at {index:?}: the gradient is {gradient}, the slope {slope}"
            );
            compared += 1;
        }
    }
    assert!(compared > 0, "nothing was compared");
}

impl Tape<'_> {
    fn weighted_sum(&mut self, a: Var, weights: Array2<f32>) -> Var {
        let value = Array2::from_elem((1, 1), (self.value(a) * &weights).sum());
        self.push(value, move |_, gradient, gradients| {
            gradients.add(a, &weights * gradient[[0, 0]]);
        })
    }
}
