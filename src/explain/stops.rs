//! The hops one by one.

use super::{Changes, QuestionError, ReadStory, Stop};
use crate::networks::Model;

/// How each hop read to answer a question about a story, and the answers if it were the last.
///
/// # Errors
/// The story or the question has no words.
pub fn hop_by_hop(
    model: &Model,
    story: &str,
    question: &str,
    changes: &Changes,
) -> Result<Vec<Stop>, QuestionError> {
    let read = ReadStory::new(model, story, question)?;
    Ok(read.inquiry(changes).stops())
}

#[cfg(test)]
mod tests {
    use super::super::{explain_changed, fixtures};
    use super::*;

    const STORY: &str = "Mary went to the garden. John slept. John went to the kitchen.";
    const QUESTION: &str = "Where is Mary?";

    #[test]
    fn a_stop_answers_as_the_network_does_that_takes_so_many_hops() {
        for model in [fixtures::model(4), fixtures::model_with_entities()] {
            let mut changes = Changes::default();
            changes.fix(0, 0, 1, 0.5);
            let stops = hop_by_hop(&model, STORY, QUESTION, &changes).unwrap();
            assert_eq!(stops.len(), fixtures::HOPS);
            for (hop, stop) in stops.iter().enumerate() {
                changes.hops = Some(hop + 1);
                let stopped = explain_changed(&model, STORY, QUESTION, &changes).unwrap();
                assert_eq!(stopped.hops.len(), hop + 1);
                assert_eq!(stopped.answers, stop.answers);
                assert_eq!(stopped.hops[hop].output, stop.read);
            }
            assert_eq!(stops[0].next, stops[1].query);
        }
    }

    #[test]
    fn the_scores_are_those_that_the_weights_come_from() {
        let model = fixtures::model(4);
        let stops = hop_by_hop(&model, STORY, QUESTION, &Changes::default()).unwrap();
        let explanation = explain_changed(&model, STORY, QUESTION, &Changes::default()).unwrap();
        for (stop, hop) in stops.iter().zip(&explanation.hops) {
            let parts: Vec<f32> = stop.scores[0].iter().map(|score| score.exp()).collect();
            // One slot of the four is empty, and scores 0.
            let total = parts.iter().sum::<f32>() + 1.0;
            for (part, weight) in parts.iter().zip(&hop.heads[0]) {
                assert!((part / total - weight).abs() < 1e-6);
            }
        }
    }
}
