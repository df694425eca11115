//! The README says of the shipped network what its record says.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use memnet::explain::errors_by_task;
use memnet::networks::{Record, TrainingRecord};

const README: &str = include_str!("../README.md");
const RECORD: &str = include_str!("../static/models/memn2n.json");

#[test]
fn the_accuracy_table_and_its_command_are_those_of_the_record() {
    let record: Record = serde_json::from_str(RECORD).unwrap();
    let training = record.training.unwrap();
    let table = table(&training);
    assert!(
        README.contains(&table),
        "the table in README.md should be\n\n{table}"
    );
    let command = training
        .command
        .replacen("memnet", "cargo run --release --", 1);
    let words = |text: &str| {
        text.replace('\\', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(
        words(README).contains(&words(&command)),
        "README.md should have\n\n{command}"
    );
}

fn table(training: &TrainingRecord) -> String {
    let mut table = String::from("| task | wrong, % |\n|---|--:|\n");
    for (task, error) in errors_by_task(&training.validation) {
        table += &format!("| {task} | {error:.1} |\n");
    }
    let failed = training.validation.iter().filter(|task| task.error > 5.0);
    table += &format!("| **mean** | **{:.2}** |\n", training.mean_validation_error);
    table += &format!(
        "| **tasks failed** (more than 5 % wrong) | **{}** |\n",
        failed.count()
    );
    table
}
