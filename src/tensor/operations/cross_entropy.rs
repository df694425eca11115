//! The loss of an answer.

use ndarray::Array2;

use super::softmax::softmax;
use crate::tensor::{Tape, Var};

impl<'a> Tape<'a> {
    /// The cross-entropy `−Σ log softmax(scores)[target]`, summed (not averaged) over the rows;
    /// `1 × 1` for `scores: n × m` and `n` targets.
    pub fn cross_entropy(&mut self, scores: Var, targets: &'a [usize]) -> Var {
        let mut probabilities = self.value(scores).clone();
        let mut loss = 0.0;
        for (mut row, &target) in probabilities.rows_mut().into_iter().zip(targets) {
            softmax(row.view_mut(), 0);
            loss -= row[target].max(f32::MIN_POSITIVE).ln();
        }
        self.push(
            Array2::from_elem((1, 1), loss),
            move |_, gradient, gradients| {
                let mut back = probabilities.clone();
                for (mut row, &target) in back.rows_mut().into_iter().zip(targets) {
                    row[target] -= 1.0;
                }
                back *= gradient[[0, 0]];
                gradients.add(scores, back);
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::tensor::gradient_check::check;

    #[test]
    fn the_gradient_of_cross_entropy_is_right() {
        check(&[(3, 4)], |tape, [scores]| {
            tape.cross_entropy(*scores, &[1, 3, 0])
        });
    }
}
