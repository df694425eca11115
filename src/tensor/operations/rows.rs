//! Rows picked from a matrix.

use std::borrow::Cow;

use ndarray::Array2;

use crate::tensor::{Tape, Var};

impl<'a> Tape<'a> {
    /// The rows `indices` of `source: n × d`, in that order, repeated where they repeat:
    /// `indices.len() × d`.
    pub fn rows(&mut self, source: Var, indices: impl Into<Cow<'a, [usize]>>) -> Var {
        let indices = indices.into();
        let matrix = self.value(source);
        let shape = matrix.dim();
        let mut value = Array2::zeros((indices.len(), shape.1));
        for (mut row, &index) in value.rows_mut().into_iter().zip(indices.iter()) {
            row.assign(&matrix.row(index));
        }
        self.push(value, move |_, gradient, gradients| {
            let sum = gradients.entry(source, shape);
            for (row, &index) in gradient.rows().into_iter().zip(indices.iter()) {
                sum.row_mut(index).scaled_add(1.0, &row);
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::tensor::gradient_check::check;

    #[test]
    fn the_gradient_of_picked_rows_is_right() {
        check(&[(4, 3)], |tape, [a]| tape.rows(*a, &[2, 0, 2, 3, 3][..]));
    }
}
