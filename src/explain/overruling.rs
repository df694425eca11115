//! What a reader can overrule, in the units of the controls that she does it with.

use super::{CellPlace, Changes, Explanation};

/// How many notches the slider of the temperature has on either side of the network's own.
pub const NOTCHES: i32 = 20;

/// The temperature at a notch of its slider, from −[`NOTCHES`] to [`NOTCHES`]: 1 in the middle, and
/// from notch to notch by the same factor. Rounded to two decimals, as it is shown.
pub fn temperature_at(notch: i32) -> f32 {
    let largest = *Changes::TEMPERATURES.end();
    let temperature = largest.powf(notch as f32 / NOTCHES as f32);
    (temperature * 100.0).round() / 100.0
}

/// The notch that is nearest to a temperature.
pub fn notch_of(temperature: f32) -> i32 {
    let largest = *Changes::TEMPERATURES.end();
    let notch = NOTCHES as f32 * temperature.ln() / largest.ln();
    // A cast from float to integer saturates, and maps what is not a number to 0.
    (notch.round() as i32).clamp(-NOTCHES, NOTCHES)
}

impl Explanation {
    /// The weight that one head gave a sentence in a hop; `None` if there is no such cell.
    pub fn head_weight(&self, place: CellPlace) -> Option<f32> {
        let slot = self.sentences.get(place.sentence)?.slot?;
        let head = self.hops.get(place.hop)?.heads.get(place.head)?;
        head.get(slot).copied()
    }

    /// The greatest weight that a cell can be given: what the others that are given in its hop and
    /// head leave of 1.
    pub fn room(&self, changes: &Changes, place: CellPlace) -> f32 {
        let counts = |sentence: usize| {
            let remembered = self
                .sentences
                .get(sentence)
                .is_some_and(|it| it.slot.is_some());
            remembered && sentence != place.sentence && !changes.is_muted(sentence)
        };
        let others = changes.fixed.iter().filter(|fixed| {
            (fixed.hop, fixed.head) == (place.hop, place.head) && counts(fixed.sentence)
        });
        let taken: f32 = others.map(|fixed| fixed.weight).sum();
        (1.0 - taken).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{explain_changed, fixtures};
    use super::*;

    #[test]
    fn the_slider_of_the_temperature_reaches_from_end_to_end_with_the_networks_own_in_the_middle() {
        let (low, high) = Changes::TEMPERATURES.into_inner();
        assert_eq!(temperature_at(-NOTCHES), low);
        assert_eq!(temperature_at(0), Changes::default().temperature);
        assert_eq!(temperature_at(NOTCHES), high);
        for notch in -NOTCHES..=NOTCHES {
            assert_eq!(notch_of(temperature_at(notch)), notch);
        }
        assert_eq!(notch_of(f32::INFINITY), NOTCHES);
        assert_eq!(notch_of(0.0), -NOTCHES);
    }

    #[test]
    fn given_weights_leave_the_rest_of_1_to_the_others() {
        let model = fixtures::model(2);
        let place = |hop, sentence| CellPlace {
            hop,
            head: 0,
            sentence,
        };
        let mut changes = Changes::default();
        // Of the first sentence nothing is remembered, and the last one is muted.
        changes.fix(0, 0, 0, 0.5);
        changes.fix(0, 0, 1, 0.75);
        changes.fix(0, 0, 2, 0.25);
        changes.mute(2, true);
        let story = "Mary went. John went. Mary slept.";
        let found = explain_changed(&model, story, "Where is Mary?", &changes).unwrap();
        assert_eq!(found.room(&changes, place(0, 1)), 1.0);
        assert_eq!(found.room(&changes, place(0, 2)), 0.25);
        assert_eq!(found.room(&changes, place(1, 2)), 1.0);
        assert_eq!(found.head_weight(place(0, 1)), Some(0.75));
        assert_eq!(found.head_weight(place(0, 0)), None);
        assert_eq!(found.head_weight(place(9, 1)), None);
    }
}
