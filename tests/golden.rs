//! Native Rust and WebAssembly compute the numbers that an independent implementation computes.
//!
//! The scripts in `tests/reference/` say how the files in `tests/golden/` came about. In a browser the
//! same test runs through wasm-bindgen-test.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use memnet::explain::{
    CellPlace, Changes, arithmetic, explain_changed, hop_by_hop, sentences, workings,
};
use memnet::networks::arithmetic::{CellArithmetic, Operation, Step, Term};
use memnet::networks::{Architecture, Model, Record, Stop};
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
    let mut compared = 0;
    for case in cases() {
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

/// Every sum that a cell's arithmetic shows is done again here, and what comes out is what the network
/// found (which agrees with the reference).
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_arithmetic_of_every_cell_adds_up_to_what_the_network_found() {
    let mut cells = 0;
    for case in cases() {
        let model = network(case.record, &case.parameters);
        for asked in case.questions {
            let (story, question, changes) = (&asked.story, &asked.question, &asked.changes);
            let found = explain_changed(&model, story, question, changes).unwrap();
            let stops = hop_by_hop(&model, story, question, changes).unwrap();
            for (hop, (read, stop)) in found.hops.iter().zip(&stops).enumerate() {
                let mut item_shares = Vec::new();
                for head in 0..read.heads.len() {
                    for (sentence, reading) in found.sentences.iter().enumerate() {
                        let place = CellPlace {
                            hop,
                            head,
                            sentence,
                        };
                        let cell = arithmetic(&model, story, question, changes, place).unwrap();
                        let Some(slot) = reading.slot else {
                            assert_eq!(cell, None, "a forgotten sentence has no cell");
                            continue;
                        };
                        let cell = cell.unwrap();
                        let what = format!("{} {question} {place:?}", model.record.name);
                        assert_adds_up(&what, &cell);
                        assert_agrees(&what, &cell, stop, head, slot);
                        let weight = read.heads[head][slot];
                        assert_close(&what, &last(&cell, Term::Weight), &[weight]);
                        item_shares.extend(find(&cell, Term::ItemShare).map(result));
                        if item_shares.is_empty() {
                            assert_close(&what, &last(&cell, Term::Read), &read.output);
                        }
                        cells += 1;
                    }
                }
                // The buffer's item is the sum of the shares, and a bias.
                if !item_shares.is_empty() {
                    let bias = &case.parameters[&format!("output.{hop}.bias")][0];
                    item_shares.push(bias.clone());
                    assert_close(question, &sum(&item_shares), &stop.read);
                }
            }
            let beyond = CellPlace {
                hop: 99,
                head: 0,
                sentence: 0,
            };
            assert_eq!(
                arithmetic(&model, story, question, changes, beyond),
                Ok(None)
            );
        }
    }
    assert!(cells > 250, "only {cells} cells were looked at");
}

/// What the view of the four components draws: the memory, what each hop read, and the choice of the
/// answer.
#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn the_four_components_make_what_the_reference_makes() {
    for case in cases() {
        let model = network(case.record, &case.parameters);
        for asked in case.questions {
            let (story, question, changes) = (&asked.story, &asked.question, &asked.changes);
            let what = format!("{}: {question} {changes:?}", model.record.name);
            let sentences = sentences(&model, story);
            let place = CellPlace {
                hop: 0,
                head: 0,
                sentence: sentences.len() - 1,
            };
            let found = workings(&model, story, question, changes, place).unwrap();
            let remembered = sentences.iter().filter(|it| it.slot.is_some()).count();
            assert_eq!(found.memory.keys.len(), remembered, "{what}");
            assert_eq!(found.memory.values.len(), remembered, "{what}");
            assert_eq!(found.stops.len(), asked.expected.hops.len(), "{what}");
            for (stop, hop) in found.stops.iter().zip(&asked.expected.hops) {
                assert_close(&what, &stop.read, &hop.output);
            }
            let answers = &found.stops.last().unwrap().answers;
            for ranked in answers {
                let expected = asked.expected.answers[&ranked.answer];
                assert_close(&what, &[ranked.probability], &[expected]);
            }
            // An answer of one word is chosen in one step.
            if matches!(model.record.architecture, Architecture::MemN2n(_)) {
                for choice in &found.conclusion.choices {
                    let expected = asked.expected.answers[&choice.answer];
                    assert_close(&what, &[choice.probability], &[expected]);
                }
            }
        }
    }
}

/// Does every step again, and holds what a step takes against what the step before it made.
fn assert_adds_up(what: &str, cell: &CellArithmetic) {
    for (number, step) in cell.steps.iter().enumerate() {
        let what = format!("{what}, step {number}, {:?}", step.result.term);
        for operand in &step.operands {
            if let Some(from) = operand.from {
                assert!(from < number, "{what}");
                assert_eq!(operand.quantity, cell.steps[from].result, "{what}");
            }
            let numbers = operand.quantity.values.len();
            assert_eq!(numbers % operand.quantity.rows, 0, "{what}");
        }
        assert_close(&what, &step.result.values, &done_again(step));
    }
}

fn done_again(step: &Step) -> Vec<f32> {
    let x: Vec<&[f32]> = step
        .operands
        .iter()
        .map(|operand| &operand.quantity.values[..])
        .collect();
    let matrix = |x: &[f32], width: usize| -> Vec<Vec<f32>> {
        x.chunks(width).map(<[f32]>::to_vec).collect()
    };
    let mapped = || -> Vec<f32> {
        let rows = matrix(x[0], x[1].len());
        rows.iter().map(|row| dot(row, x[1])).collect()
    };
    match step.operation {
        Operation::PositionWeights => {
            let (j, length, d) = (x[0][0], x[1][0], x[2][0]);
            let weight = |k: f32| {
                1.0 + 4.0 * (k - (d + 1.0) / 2.0) * (j - (length + 1.0) / 2.0) / (d * length)
            };
            (1..=d as usize).map(|k| weight(k as f32)).collect()
        }
        Operation::Sum => sum(&x.iter().map(|x| x.to_vec()).collect::<Vec<_>>()),
        Operation::Times => x[0].iter().zip(x[1]).map(|(a, b)| a * b).collect(),
        Operation::Map => mapped(),
        Operation::Affine => mapped().iter().zip(x[2]).map(|(a, b)| a + b).collect(),
        Operation::Tanh => x[0].iter().map(|x| x.tanh()).collect(),
        Operation::Total => vec![x[0].iter().sum()],
        Operation::Divide => x[0].iter().map(|it| it / x[1][0]).collect(),
        Operation::Scale => x[1].iter().map(|it| it * x[0][0]).collect(),
        Operation::Largest => {
            let mut scores = x[0].to_vec();
            scores.extend((x[1][0] > 0.0).then_some(0.0));
            vec![scores.into_iter().reduce(f32::max).unwrap()]
        }
        Operation::Exponentials => x[0].iter().map(|it| (it - x[1][0]).exp()).collect(),
        Operation::TotalWithEmpty => vec![x[0].iter().sum::<f32>() + x[1][0] * x[2][0]],
        Operation::Rest => vec![(1.0 - x[0].iter().sum::<f32>()).max(0.0)],
        Operation::AtMostOne => {
            let total: f32 = x[0].iter().sum();
            x[0].iter().map(|it| it / total.max(1.0)).collect()
        }
        Operation::Pick => vec![x[0][x[1][0] as usize]],
        Operation::WeightedSum => {
            let rows = matrix(x[1], x[1].len() / x[0].len());
            let weighed = |(row, weight): (&Vec<f32>, &f32)| -> Vec<f32> {
                row.iter().map(|it| it * weight).collect()
            };
            sum(&rows.iter().zip(x[0]).map(weighed).collect::<Vec<_>>())
        }
    }
}

/// The query and the score are those of the network's own pass.
fn assert_agrees(what: &str, cell: &CellArithmetic, stop: &Stop, head: usize, slot: usize) {
    assert_close(what, &last(cell, Term::Query), &stop.query);
    let score = last(cell, Term::Score);
    assert_close(what, &score, &[stop.scores[head][slot]]);
    let weights = |step: &Step| step.operands[0].quantity.values.len();
    let competing = find(cell, Term::Exponentials).map(weights);
    assert!(competing.is_none_or(|count| count == cell.competing.len()));
    assert_eq!(
        cell.competing.len() + cell.given.len(),
        stop.scores[head].len()
    );
}

fn find(cell: &CellArithmetic, term: Term) -> Option<&Step> {
    cell.steps.iter().rfind(|step| step.result.term == term)
}

fn result(step: &Step) -> Vec<f32> {
    step.result.values.clone()
}

fn last(cell: &CellArithmetic, term: Term) -> Vec<f32> {
    find(cell, term).map(result).unwrap()
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn sum(vectors: &[Vec<f32>]) -> Vec<f32> {
    let width = vectors[0].len();
    (0..width)
        .map(|k| vectors.iter().map(|vector| vector[k]).sum())
        .collect()
}

fn cases() -> impl Iterator<Item = Case> {
    GOLDEN
        .iter()
        .flat_map(|file| serde_json::from_str::<Vec<Case>>(file).unwrap())
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
