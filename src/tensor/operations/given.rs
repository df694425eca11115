//! Softmax in which some weights are given.

use ndarray::s;

use super::segments::Segments;
use super::softmax::softmax;
use crate::tensor::{Tape, Var};

impl Tape<'_> {
    /// The softmax of each run of scores, as [`softmax_slots`](Tape::softmax_slots), but for the rows
    /// whose weight is `given` (in ascending order): they don't compete, and the others share what
    /// they leave of 1; `slots × 1`. Given weights that exceed 1 in a run are scaled to 1 together.
    ///
    /// For answering: it has no way back.
    pub fn softmax_slots_given(
        &mut self,
        scores: Var,
        segments: &Segments,
        given: &[(usize, f32)],
    ) -> Var {
        let mut value = self.value(scores).clone();
        for (range, empty) in segments.with_empty() {
            let begin = given.partition_point(|&(row, _)| row < range.start);
            let end = given.partition_point(|&(row, _)| row < range.end);
            let given = &given[begin..end];
            for &(row, _) in given {
                value[[row, 0]] = f32::NEG_INFINITY;
            }
            let competing = range.len() > given.len();
            let taken: f32 = given.iter().map(|&(_, weight)| weight).sum();
            let mut run = value.slice_mut(s![range, 0]);
            if competing {
                softmax(run.view_mut(), empty);
                run *= (1.0 - taken).max(0.0);
            }
            let scale = taken.max(1.0);
            for &(row, weight) in given {
                value[[row, 0]] = weight / scale;
            }
        }
        self.push(value, |_, _, _| {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::Parameters;
    use ndarray::array;

    /// The weights of two runs, of three rows and of two rows with an empty slot.
    fn weights(given: &[(usize, f32)]) -> Vec<f32> {
        let mut segments = Segments::default();
        segments.push(3, 0);
        segments.push(2, 1);
        let mut parameters = Parameters::default();
        let scores = parameters.push("scores", array![[0.0], [0.0], [9.0], [0.0], [0.0]]);
        let mut tape = Tape::computing(&parameters);
        let scores = tape.parameter(scores);
        let weights = tape.softmax_slots_given(scores, &segments, given);
        tape.value(weights).iter().copied().collect()
    }

    fn assert_close(found: &[f32], expected: &[f32]) {
        for (a, b) in found.iter().zip(expected) {
            assert!((a - b).abs() < 1e-6, "{found:?}");
        }
    }

    #[test]
    fn the_others_and_the_empty_slots_share_what_given_weights_leave() {
        assert_close(
            &weights(&[(2, 0.6)]),
            &[0.2, 0.2, 0.6, 1.0 / 3.0, 1.0 / 3.0],
        );
        assert_close(&weights(&[(4, 0.5)])[3..], &[0.25, 0.5]);
        assert_close(&weights(&[(2, 0.0)])[..3], &[0.5, 0.5, 0.0]);
    }

    #[test]
    fn given_weights_that_exceed_1_are_scaled_and_leave_nothing() {
        assert_close(&weights(&[(0, 1.0), (1, 1.0)])[..3], &[0.5, 0.5, 0.0]);
    }

    #[test]
    fn where_every_weight_is_given_nobody_takes_the_rest() {
        assert_close(
            &weights(&[(0, 0.1), (1, 0.2), (2, 0.3)])[..3],
            &[0.1, 0.2, 0.3],
        );
        assert_close(&weights(&[(3, 0.0), (4, 0.0)])[3..], &[0.0, 0.0]);
    }
}
