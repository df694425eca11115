//! What is measured while a network learns.

use super::Curve;

/// How far training is, and what was measured on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LearningCurves {
    /// Questions trained on.
    pub questions: usize,
    /// The mean loss of the questions trained on between the last two measurements.
    pub loss: Option<f64>,
    /// The share of held-out questions answered rightly at the last measurement, from 0 to 1.
    pub accuracy: Option<f64>,
    /// The loss over the questions trained on.
    pub losses: Curve,
    /// The accuracy over the questions trained on.
    pub accuracies: Curve,
    /// After how many questions linear start was over; `None` as long as it isn't, or where there
    /// was none.
    pub softmax_from: Option<usize>,
    /// Whether the hops were without their softmax at the last report.
    pub linear: bool,
    /// Questions since the last measurement, and the sum of their losses.
    since: (usize, f64),
}

impl LearningCurves {
    /// Adds what was measured before training.
    pub fn begin(&mut self, accuracy: f64, linear: bool) {
        self.linear = linear;
        self.measure(accuracy);
    }

    /// Adds that the network was trained on so many questions in all, the last ones with this mean
    /// loss.
    pub fn train(&mut self, questions: usize, loss: f64, linear: bool) {
        let trained = questions.saturating_sub(self.questions);
        self.since.0 += trained;
        self.since.1 += loss * trained as f64;
        if self.linear && !linear {
            self.softmax_from = Some(self.questions);
        }
        self.linear = linear;
        self.questions = questions;
    }

    /// Adds what was measured now.
    pub fn measure(&mut self, accuracy: f64) {
        let at = self.questions as f64;
        self.accuracy = Some(accuracy);
        self.accuracies.push(at, accuracy);
        let (questions, loss) = std::mem::take(&mut self.since);
        if questions > 0 {
            let loss = loss / questions as f64;
            self.loss = Some(loss);
            self.losses.push(at, loss);
        }
    }
}

/// A share in whole percent, rounded down: all is only what is all.
pub fn floor_percent(share: f64) -> u8 {
    // A cast from float to integer saturates, and maps what is not a number to 0.
    (share * 100.0 + 1e-9) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loss_between_two_measurements_is_the_mean_over_its_questions() {
        let mut curves = LearningCurves::default();
        curves.begin(0.25, true);
        assert_eq!((curves.accuracy, curves.loss), (Some(0.25), None));
        curves.train(30, 2.0, true);
        curves.train(40, 1.0, true);
        curves.measure(0.5);
        assert_eq!(curves.loss, Some(1.75));
        assert_eq!(curves.losses.points().collect::<Vec<_>>(), [(40.0, 1.75)]);
        let accuracies: Vec<_> = curves.accuracies.points().collect();
        assert_eq!(accuracies, [(0.0, 0.25), (40.0, 0.5)]);
    }

    #[test]
    fn it_marks_where_linear_start_ended() {
        let mut curves = LearningCurves::default();
        curves.begin(0.25, true);
        curves.train(32, 2.0, true);
        assert_eq!(curves.softmax_from, None);
        curves.train(64, 2.0, false);
        curves.train(96, 2.0, false);
        assert_eq!(curves.softmax_from, Some(32));

        let mut without = LearningCurves::default();
        without.begin(0.25, false);
        without.train(32, 2.0, false);
        assert_eq!(without.softmax_from, None);
    }

    #[test]
    fn percents_never_promise_more_than_was_measured() {
        let percents = [0.0, 0.949, 0.95, 0.999, 1.0].map(floor_percent);
        assert_eq!(percents, [0, 94, 95, 99, 100]);
    }
}
