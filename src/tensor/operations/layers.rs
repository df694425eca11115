//! Layers: affine maps and what bends them.

use ndarray::{Array2, Axis};

use crate::tensor::{Tape, Var};

impl Tape<'_> {
    /// `x Wᵀ + b`, row by row: `n × m` for `x: n × d`, `weights: m × d` and `bias: 1 × m`.
    pub fn affine(&mut self, x: Var, weights: Var, bias: Var) -> Var {
        let value = self.value(x).dot(&self.value(weights).t()) + self.value(bias);
        self.push(value, move |tape, gradient, gradients| {
            gradients.add(x, gradient.dot(tape.value(weights)));
            gradients.add(weights, gradient.t().dot(tape.value(x)));
            gradients.add(bias, gradient.sum_axis(Axis(0)).insert_axis(Axis(0)));
        })
    }

    /// `tanh x`, element by element.
    pub fn tanh(&mut self, x: Var) -> Var {
        let value = self.value(x).mapv(super::tanh::tanh);
        let result = self.next();
        self.push(value, move |tape, gradient, gradients| {
            let mut back = gradient.clone();
            back.zip_mut_with(tape.value(result), |g, y| *g *= 1.0 - y * y);
            gradients.add(x, back);
        })
    }

    /// `max(x, 0)`, element by element (rectified linear units).
    pub fn relu(&mut self, x: Var) -> Var {
        let value = self.value(x).mapv(|x| x.max(0.0));
        let result = self.next();
        self.push(value, move |tape, gradient, gradients| {
            let mut back = gradient.clone();
            back.zip_mut_with(tape.value(result), |g, &y| {
                if y <= 0.0 {
                    *g = 0.0;
                }
            });
            gradients.add(x, back);
        })
    }

    /// The matrices one below the other: `Σ nᵢ × d` for parts of `nᵢ × d`.
    pub fn stack(&mut self, parts: &[Var]) -> Var {
        let heights: Vec<usize> = parts.iter().map(|&part| self.value(part).nrows()).collect();
        let width = parts.first().map_or(0, |&part| self.value(part).ncols());
        let mut value = Array2::zeros((heights.iter().sum(), width));
        let mut top = 0;
        for (&part, &height) in parts.iter().zip(&heights) {
            value
                .slice_mut(ndarray::s![top..top + height, ..])
                .assign(self.value(part));
            top += height;
        }
        let parts = parts.to_vec();
        self.push(value, move |_, gradient, gradients| {
            let mut top = 0;
            for (&part, &height) in parts.iter().zip(&heights) {
                let back = gradient.slice(ndarray::s![top..top + height, ..]);
                gradients.add(part, back.to_owned());
                top += height;
            }
        })
    }

    /// The sum of the `parts` matrices of equal height that [`stack`](Self::stack) put one below
    /// the other: `n × d` for `x: (parts · n) × d`.
    pub fn sum_stacked(&mut self, x: Var, parts: usize) -> Var {
        let (rows, width) = self.value(x).dim();
        let height = rows / parts.max(1);
        let mut value = Array2::zeros((height, width));
        for part in self.value(x).axis_chunks_iter(Axis(0), height.max(1)) {
            value += &part;
        }
        self.push(value, move |_, gradient, gradients| {
            let mut back = Array2::zeros((rows, width));
            for mut part in back.axis_chunks_iter_mut(Axis(0), height.max(1)) {
                part.assign(gradient);
            }
            gradients.add(x, back);
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tensor::gradient_check::check;

    #[test]
    fn the_gradient_of_an_affine_map_is_right() {
        check(&[(3, 4), (2, 4), (1, 2)], |tape, [x, weights, bias]| {
            tape.affine(*x, *weights, *bias)
        });
    }

    #[test]
    fn the_gradient_of_tanh_and_of_rectified_units_is_right() {
        check(&[(3, 4)], |tape, [x]| tape.tanh(*x));
        check(&[(3, 4)], |tape, [x]| tape.relu(*x));
    }

    #[test]
    fn the_gradient_of_stacked_and_summed_matrices_is_right() {
        check(&[(2, 3), (2, 3)], |tape, [a, b]| tape.stack(&[*a, *b, *a]));
        check(&[(6, 2)], |tape, [x]| tape.sum_stacked(*x, 3));
    }
}
