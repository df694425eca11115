//! How an answer is put to a reader.

use super::Explanation;
use crate::locale::Texts;
use crate::networks::Ranked;
use crate::tasks::UNKNOWN;

/// How far an answer can be trusted, by the network's own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confidence {
    /// At least four fifths of the probability.
    Sure,
    /// More than half: likelier than all other answers together.
    Likely,
    /// At most half.
    Guess,
}

impl Explanation {
    /// How far the first answer can be trusted; `None` if there is no answer.
    pub fn confidence(&self) -> Option<Confidence> {
        let probability = self.answers.first()?.probability;
        Some(if probability >= 0.8 {
            Confidence::Sure
        } else if probability > 0.5 {
            Confidence::Likely
        } else {
            Confidence::Guess
        })
    }

    /// Says what the right answer is, if the network's is another.
    pub fn correction(&self, expected: &str, texts: &Texts) -> Option<String> {
        let first = self.answers.first()?;
        (first.answer != expected).then(|| {
            let right = texts.typography.quoted(&spelled(expected, texts));
            texts.answer.correction(&right)
        })
    }
}

fn spelled(answer: &str, texts: &Texts) -> String {
    if answer == UNKNOWN {
        return texts.answer.unknown.to_owned();
    }
    answer.split(',').collect::<Vec<_>>().join(", ")
}

impl Ranked {
    /// The answer as it is read: the parts of a list are set apart ("milk, football"), and the
    /// answer that there is none is a sentence.
    pub fn spelled(&self, texts: &Texts) -> String {
        spelled(&self.answer, texts)
    }

    /// The probability in whole percent, "<1" and ">99" where rounding would claim too much.
    pub fn percent(&self, texts: &Texts) -> String {
        let percent = self.probability * 100.0;
        texts
            .typography
            .percent(&if percent > 99.0 && percent < 100.0 {
                ">99".to_owned()
            } else if percent > 0.0 && percent < 1.0 {
                "<1".to_owned()
            } else {
                format!("{percent:.0}")
            })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures};
    use super::*;
    use crate::locale::ENGLISH;

    fn ranked(answer: &str, probability: f32) -> Ranked {
        Ranked {
            answer: answer.to_owned(),
            probability,
        }
    }

    #[test]
    fn lists_are_set_apart() {
        assert_eq!(
            ranked("milk,football", 1.0).spelled(&ENGLISH),
            "milk, football"
        );
        assert_eq!(ranked("garden", 1.0).spelled(&ENGLISH), "garden");
    }

    #[test]
    fn an_unknown_answer_says_that_the_story_does_not_tell() {
        assert_eq!(
            ranked(UNKNOWN, 1.0).spelled(&ENGLISH),
            "The story doesn't say"
        );
        let mut explanation = explain(&fixtures::model(4), "Mary went.", "Where?").unwrap();
        explanation.answers[0].answer = "garden".to_owned();
        let correction = explanation.correction(UNKNOWN, &ENGLISH).unwrap();
        assert!(
            correction.contains("“The story doesn't say”"),
            "{correction}"
        );
    }

    #[test]
    fn percents_never_claim_more_than_they_should() {
        let percents = [0.0, 0.004, 0.126, 0.991, 0.9999, 1.0]
            .map(|probability| ranked("a", probability).percent(&ENGLISH));
        assert_eq!(percents, ["0%", "<1%", "13%", ">99%", ">99%", "100%"]);
    }

    #[test]
    fn an_answer_with_a_low_probability_is_a_guess() {
        let mut explanation = explain(&fixtures::model(4), "Mary went.", "Where?").unwrap();
        for (probability, expected) in [
            (0.97, Confidence::Sure),
            (0.6, Confidence::Likely),
            (0.5, Confidence::Guess),
            (0.1, Confidence::Guess),
        ] {
            explanation.answers[0].probability = probability;
            assert_eq!(explanation.confidence(), Some(expected));
        }
    }
}
