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
    fresh(record)
}

/// A network that reads names as entities, with two attention heads in each hop.
pub(super) fn model_with_entities() -> Model {
    fresh(serde_json::json!({
        "name": "fixture with entities",
        "architecture": {
            "type": "working-memory", "dimension": 8, "hops": HOPS, "heads": 2, "memory": 4,
            "relations": 8
        },
        "answers": ["yes", "no"],
        "vocabulary": ["went", "to", "the", "where", "is", "yes", "no"],
        "entities": { "slots": 8, "words": [] }
    }))
}

fn fresh(record: serde_json::Value) -> Model {
    Model::new(
        serde_json::from_value(record).unwrap(),
        &mut Pcg64::seed_from_u64(7),
    )
    .unwrap()
}
