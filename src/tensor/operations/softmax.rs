//! Softmax over the rows of a matrix.

use ndarray::ArrayViewMut1;

use crate::tensor::{Tape, Var};

/// Replaces scores by their softmax, in which `zeros` further scores of 0 take part, and returns the
/// logarithm of the sum that they are divided by, `log Σ exp(score)`. The largest is subtracted
/// first, so that nothing overflows.
pub(super) fn softmax(mut scores: ArrayViewMut1<'_, f32>, zeros: usize) -> f32 {
    let lowest = if zeros == 0 { f32::NEG_INFINITY } else { 0.0 };
    let largest = scores.fold(lowest, |a, &b| a.max(b));
    scores.mapv_inplace(|score| (score - largest).exp());
    let of_zeros = match zeros {
        // Where all scores are far below 0 this exp is infinite, and no times infinity is no number.
        0 => 0.0,
        zeros => zeros as f32 * (-largest).exp(),
    };
    let total = scores.sum() + of_zeros;
    scores.mapv_inplace(|part| part / total);
    largest + total.ln()
}

impl Tape<'_> {
    /// The softmax of each row; `n × m` as `scores`.
    ///
    /// For answering: it has no way back, since training goes through
    /// [`cross_entropy`](Tape::cross_entropy), which takes the scores themselves.
    pub fn distribution(&mut self, scores: Var) -> Var {
        let mut value = self.value(scores).clone();
        for row in value.rows_mut() {
            softmax(row, 0);
        }
        self.push(value, |_, _, _| {})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn huge_scores_do_not_overflow() {
        let mut scores = array![1000.0, 1000.0, -1000.0];
        softmax(scores.view_mut(), 3);
        assert_eq!(scores, array![0.5, 0.5, 0.0]);
        let mut scores = array![-1000.0, -1000.0];
        softmax(scores.view_mut(), 0);
        assert_eq!(scores, array![0.5, 0.5]);
    }

    #[test]
    fn zeros_take_their_part() {
        let mut scores = array![0.0, 0.0];
        let logarithm = softmax(scores.view_mut(), 6);
        assert_eq!(scores, array![0.125, 0.125]);
        assert_eq!(logarithm, 8_f32.ln());
        let mut scores = array![-1000.0];
        softmax(scores.view_mut(), 1);
        assert_eq!(scores, array![0.0]);
    }
}
