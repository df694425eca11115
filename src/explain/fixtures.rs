//! A small network for the tests of this module: untrained, but whole.

use rand::SeedableRng;
use rand_pcg::Pcg64;

use crate::networks::Model;

pub(super) const HOPS: usize = 2;

/// A network that remembers `memory` sentences.
pub(super) fn model(memory: usize) -> Model {
    let record = serde_json::json!({
        "name": "fixture",
        "architecture": {
            "type": "memn2n", "dimension": 8, "hops": HOPS, "memory": memory,
            "encoding": "position", "tying": "adjacent"
        },
        "answers": ["garden", "kitchen", "office"],
        "vocabulary": [
            "mary", "john", "went", "slept", "to", "the", "where", "is",
            "garden", "kitchen", "office"
        ]
    });
    Model::new(
        serde_json::from_value(record).unwrap(),
        &mut Pcg64::seed_from_u64(7),
    )
    .unwrap()
}
