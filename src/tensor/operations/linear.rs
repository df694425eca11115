//! Sums and products of matrices.

use crate::tensor::{Tape, Var};

impl Tape<'_> {
    /// `a + b`, element by element; both `n × d`.
    pub fn add(&mut self, a: Var, b: Var) -> Var {
        let value = self.value(a) + self.value(b);
        self.push(value, move |_, gradient, gradients| {
            gradients.add(a, gradient.clone());
            gradients.add(b, gradient.clone());
        })
    }

    /// `a ⊙ b`, element by element; both `n × d`.
    pub fn times(&mut self, a: Var, b: Var) -> Var {
        let value = self.value(a) * self.value(b);
        self.push(value, move |tape, gradient, gradients| {
            gradients.add(a, gradient * tape.value(b));
            gradients.add(b, gradient * tape.value(a));
        })
    }

    /// `factor · a`, element by element.
    pub fn scaled(&mut self, a: Var, factor: f32) -> Var {
        let value = self.value(a) * factor;
        self.push(value, move |_, gradient, gradients| {
            gradients.add(a, gradient * factor);
        })
    }

    /// `a bᵀ` for `a: n × d` and `b: m × d`: the products of every row of `a` with every row of
    /// `b`, `n × m`.
    pub fn products(&mut self, a: Var, b: Var) -> Var {
        let value = self.value(a).dot(&self.value(b).t());
        self.push(value, move |tape, gradient, gradients| {
            gradients.add(a, gradient.dot(tape.value(b)));
            gradients.add(b, gradient.t().dot(tape.value(a)));
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tensor::gradient_check::check;

    #[test]
    fn the_gradient_of_a_sum_is_right() {
        check(&[(3, 4), (3, 4)], |tape, [a, b]| tape.add(*a, *b));
        check(&[(3, 4)], |tape, [a]| tape.add(*a, *a));
    }

    #[test]
    fn the_gradient_of_products_of_elements_is_right() {
        check(&[(3, 4), (3, 4)], |tape, [a, b]| tape.times(*a, *b));
    }

    #[test]
    fn the_gradient_of_a_scaled_matrix_is_right() {
        check(&[(3, 4)], |tape, [a]| tape.scaled(*a, -0.3));
    }

    #[test]
    fn the_gradient_of_products_is_right() {
        check(&[(3, 4), (5, 4)], |tape, [a, b]| tape.products(*a, *b));
    }
}
