//! Native Rust and WebAssembly compute the numbers that an independent implementation computes.
//!
//! The scripts in `tests/reference/` say how the files in `tests/golden/` came about. In a browser the
//! same test runs through wasm-bindgen-test.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use memnet::explain::{Changes, explain_changed};
use memnet::networks::{Model, Record};
use ndarray::Array2;
use rand::SeedableRng;
use rand_pcg::Pcg64;
use serde::Deserialize;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const GOLDEN: [&str; 2] = [
    include_str!("golden/memn2n.json"),
    include_str!("golden/working_memory.json"),
];
const TOLERANCE: f32 = 1e-5;

#[derive(Deserialize)]
struct Case {
    record: Record,
    parameters: BTreeMap<String, Vec<Vec<f32>>>,
    questions: Vec<Question>,
}

#[derive(Deserialize)]
struct Question {
    story: String,
    question: String,
    changes: Changes,
    expected: Expected,
}

#[derive(Deserialize)]
struct Expected {
    hops: Vec<ExpectedHop>,
    answers: BTreeMap<String, f32>,
}

#[derive(Deserialize)]
struct ExpectedHop {
    heads: Vec<Vec<f32>>,
    empty: Vec<f32>,
    output: Vec<f32>,
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn every_hop_and_answer_agrees_with_the_reference() {
    let cases = GOLDEN
        .iter()
        .flat_map(|file| serde_json::from_str::<Vec<Case>>(file).unwrap());
    let mut compared = 0;
    for case in cases {
        let model = network(case.record, &case.parameters);
        for Question {
            story,
            question,
            changes,
            expected,
        } in case.questions
        {
            let what = format!("{}: {question} {changes:?}", model.record.name);
            let found = explain_changed(&model, &story, &question, &changes).unwrap();
            assert_eq!(found.hops.len(), expected.hops.len(), "{what}");
            for (found, expected) in found.hops.iter().zip(&expected.hops) {
                assert_close(&what, &found.heads.concat(), &expected.heads.concat());
                assert_close(&what, &found.empty, &expected.empty);
                assert_close(&what, &found.output, &expected.output);
                compared += found.heads.concat().len() + found.output.len();
            }
            assert_eq!(found.answers.len(), expected.answers.len(), "{what}");
            for ranked in &found.answers {
                let expected = expected.answers[&ranked.answer];
                assert_close(&what, &[ranked.probability], &[expected]);
                compared += 1;
            }
        }
    }
    assert!(compared > 900, "only {compared} numbers were compared");
}

fn network(record: Record, parameters: &BTreeMap<String, Vec<Vec<f32>>>) -> Model {
    let mut model = Model::new(record, &mut Pcg64::seed_from_u64(0)).unwrap();
    assert_eq!(model.parameters.len(), parameters.len());
    for id in model.parameters.ids() {
        let rows = &parameters[model.parameters.name(id)];
        let shape = (rows.len(), rows[0].len());
        assert_eq!(model.parameters.value(id).dim(), shape);
        *model.parameters.value_mut(id) = Array2::from_shape_vec(shape, rows.concat()).unwrap();
    }
    model
}

fn assert_close(what: &str, found: &[f32], expected: &[f32]) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() <= TOLERANCE,
            "{what}: found {found}, the reference has {expected}"
        );
    }
}
