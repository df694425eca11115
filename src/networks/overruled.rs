//! [`Changes`] as they bear on the memory slots of a batch.

use super::Changes;
use super::output::Place;

/// What is overruled in one pass.
#[derive(Clone, Debug)]
pub(super) struct Overruled {
    /// What the scores are divided by.
    pub(super) temperature: f32,
    /// How many hops are taken; `None` for as many as the network was trained for.
    pub(super) hops: Option<usize>,
    /// The slots that cannot be read, in ascending order.
    muted: Vec<usize>,
    /// Weights that are given: of which read, to which slot.
    fixed: Vec<(Place, usize, f32)>,
}

impl Overruled {
    /// What the changes overrule of any story; `None` if they change nothing.
    pub(super) fn new(changes: &Changes) -> Option<Self> {
        let temperatures = Changes::TEMPERATURES;
        let temperature = match changes.temperature {
            temperature if temperature.is_nan() => 1.0,
            temperature => temperature.clamp(*temperatures.start(), *temperatures.end()),
        };
        changes.any().then_some(Self {
            temperature,
            hops: changes.hops,
            muted: Vec::new(),
            fixed: Vec::new(),
        })
    }

    /// Applies the changes to a story whose sentences, named by their places, lie in the slots from
    /// `first` on.
    pub(super) fn apply(&mut self, changes: &Changes, first: usize, places: &[usize]) {
        for (slot, &place) in (first..).zip(places) {
            if changes.muted.contains(&place) {
                self.muted.push(slot);
            }
            for fixed in &changes.fixed {
                if fixed.sentence == place && !fixed.weight.is_nan() {
                    let read = Place {
                        hop: fixed.hop,
                        head: fixed.head,
                    };
                    self.fixed.push((read, slot, fixed.weight.clamp(0.0, 1.0)));
                }
            }
        }
    }

    /// The slots whose weight is given in a read, in ascending order, with their weights.
    pub(super) fn given(&self, place: Place) -> Vec<(usize, f32)> {
        let muted = self.muted.iter().map(|&slot| (slot, 0.0));
        // The latest of a slot's weights comes first, and only the first of each slot stays.
        let fixed = self.fixed.iter().rev();
        let fixed = fixed.filter(|(read, ..)| *read == place);
        let mut given: Vec<(usize, f32)> = muted
            .chain(fixed.map(|&(_, slot, weight)| (slot, weight)))
            .collect();
        given.sort_by_key(|&(slot, _)| slot);
        given.dedup_by_key(|(slot, _)| *slot);
        given
    }
}
