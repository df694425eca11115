//! Compares gradients with finite differences.

use ndarray::Array2;
use rand::SeedableRng;
use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64;

use super::{Gradients, Parameters, Tape, Var};

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

/// Asserts that the gradients of a whole network agree with central differences: `loss` gives the
/// loss at some parameters, with its gradients.
pub(crate) fn check_parameters(
    what: &str,
    parameters: &mut Parameters,
    loss: impl Fn(&Parameters) -> (f32, Gradients),
) {
    // Small, so that few rectified units bend between the two ends.
    const STEP: f32 = 3e-3;
    let (_, gradients) = loss(parameters);
    let mut compared = 0;
    for id in parameters.ids() {
        let Some(gradient) = gradients.parameter(id) else {
            continue;
        };
        // Every fifth number keeps the test quick and still visits each row.
        for at in ndarray::indices(gradient.dim()).into_iter().step_by(5) {
            let before = parameters.value(id)[at];
            parameters.value_mut(id)[at] = before + STEP;
            let above = loss(parameters).0;
            parameters.value_mut(id)[at] = before - STEP;
            let slope = (above - loss(parameters).0) / (2.0 * STEP);
            parameters.value_mut(id)[at] = before;
            assert!(
                (slope - gradient[at]).abs() < 3e-3 * (1.0 + slope.abs()),
                "{what} {} {at:?}: gradient {}, slope {slope}",
                parameters.name(id),
                gradient[at]
            );
            compared += 1;
        }
    }
    assert!(compared > 50, "only {compared} numbers were compared");
}

impl Tape<'_> {
    fn weighted_sum(&mut self, a: Var, weights: Array2<f32>) -> Var {
        let value = Array2::from_elem((1, 1), (self.value(a) * &weights).sum());
        self.push(value, move |_, gradient, gradients| {
            gradients.add(a, &weights * gradient[[0, 0]]);
        })
    }
}
