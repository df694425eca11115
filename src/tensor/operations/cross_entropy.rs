//! The losses of answers and of reads.

use ndarray::{Array2, s};

use super::segments::Segments;
use super::softmax::softmax;
use crate::tensor::{Tape, Var};

/// The smallest probability whose logarithm is taken.
const LEAST: f32 = 1e-20;

impl<'a> Tape<'a> {
    /// The cross-entropy `−Σ log Σ softmax(scores)[targets]`, summed (not averaged) over the rows,
    /// the inner sum over the columns that are right alike in a row; `1 × 1` for `scores: n × m`
    /// and `n` lists of columns.
    pub fn cross_entropy(&mut self, scores: Var, targets: &'a [Vec<usize>]) -> Var {
        let mut probabilities = self.value(scores).clone();
        let mut loss = 0.0;
        for (mut row, right) in probabilities.rows_mut().into_iter().zip(targets) {
            softmax(row.view_mut(), 0);
            loss -= total(right, |&target| row[target]).ln();
        }
        self.push(
            Array2::from_elem((1, 1), loss),
            move |_, gradient, gradients| {
                let mut back = probabilities.clone();
                for (mut row, right) in back.rows_mut().into_iter().zip(targets) {
                    let total = total(right, |&target| row[target]);
                    for &target in right {
                        row[target] -= row[target] / total;
                    }
                }
                back *= gradient[[0, 0]];
                gradients.add(scores, back);
            },
        )
    }

    /// How far attention is from the slots it should read, all of a question's alike: the sum over
    /// the questions of the mean of `−log pᵢ` over the question's `rows`, where p is the softmax of
    /// the `scores: slots × 1` of its slots; a question whose run of rows is empty doesn't count.
    ///
    /// It begins with the scores and not with the weights, because attention that is sure of the
    /// wrong slot gives the right one a weight that is 0 in 32 bits, and nothing would lead back.
    pub fn attention_loss(
        &mut self,
        scores: Var,
        slots: &'a Segments,
        runs: &'a Segments,
        rows: &'a [usize],
    ) -> Var {
        let mut p = self.value(scores).clone();
        let mut loss = 0.0;
        for ((range, empty), run) in slots.with_empty().zip(runs.iter()) {
            let sum = softmax(p.slice_mut(s![range, 0]), empty);
            let share = 1.0 / run.len().max(1) as f32;
            for &row in &rows[run] {
                loss += share * (sum - self.value(scores)[[row, 0]]);
            }
        }
        self.push(
            Array2::from_elem((1, 1), loss),
            move |_, gradient, gradients| {
                let mut back = p.clone();
                for (range, run) in slots.iter().zip(runs.iter()) {
                    if run.is_empty() {
                        back.slice_mut(s![range, 0]).fill(0.0);
                    }
                    let share = 1.0 / run.len().max(1) as f32;
                    for &row in &rows[run] {
                        back[[row, 0]] -= share;
                    }
                }
                back *= gradient[[0, 0]];
                gradients.add(scores, back);
            },
        )
    }
}

/// A sum of probabilities that is never zero, so that it has a logarithm.
fn total<T>(of: &[T], probability: impl Fn(&T) -> f32) -> f32 {
    of.iter().map(probability).sum::<f32>().max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::Parameters;
    use crate::tensor::gradient_check::check;
    use ndarray::array;

    #[test]
    fn the_gradient_of_cross_entropy_is_right() {
        let targets = [vec![1], vec![0, 3], vec![2, 1, 0]];
        check(&[(3, 4)], |tape, [scores]| {
            tape.cross_entropy(*scores, &targets)
        });
    }

    #[test]
    fn the_gradient_of_the_attention_loss_is_right() {
        let mut slots = Segments::default();
        [3, 2, 2].into_iter().for_each(|rows| slots.push(rows, 1));
        let mut targets = Segments::default();
        [2, 0, 1].into_iter().for_each(|rows| targets.push(rows, 0));
        check(&[(7, 1)], |tape, [scores]| {
            tape.attention_loss(*scores, &slots, &targets, &[0, 2, 5])
        });
    }

    #[test]
    fn attention_that_is_sure_of_the_wrong_slot_is_led_back() {
        let mut slots = Segments::default();
        slots.push(2, 0);
        let mut targets = Segments::default();
        targets.push(1, 0);
        let mut parameters = Parameters::default();
        let scores = parameters.push("scores", array![[500.0], [-500.0]]);
        let mut tape = Tape::recording(&parameters);
        let read = tape.parameter(scores);
        let loss = tape.attention_loss(read, &slots, &targets, &[1]);
        assert_eq!(tape.value(loss), &array![[1000.0]]);
        let gradients = tape.gradients(loss);
        assert_eq!(gradients.parameter(scores), Some(&array![[1.0], [-1.0]]));
    }
}
