//! The README says of the shipped networks what their records say.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use memnet::explain::errors_by_task;
use memnet::locale::ENGLISH;
use memnet::networks::{Record, TaskError, TrainingRecord};

const README: &str = include_str!("../README.md");
const RECORDS: [&str; 2] = [
    include_str!("../static/models/working-memory.json"),
    include_str!("../static/models/memn2n.json"),
];

fn trained() -> [TrainingRecord; 2] {
    RECORDS.map(|record| {
        let record: Record = serde_json::from_str(record).unwrap();
        record.training.unwrap()
    })
}

#[test]
fn the_accuracy_table_is_that_of_the_records() {
    let table = table(&trained());
    assert!(
        README.contains(&table),
        "the table in README.md should be\n\n{table}"
    );
}

#[test]
fn the_commands_are_those_of_the_records() {
    let words = |text: &str| {
        text.replace('\\', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    for training in trained() {
        let command = training
            .command
            .expect("a network that ships was trained by a command");
        let command = command.replacen("memnet", "cargo run --release --", 1);
        assert!(
            words(README).contains(&words(&command)),
            "README.md should have\n\n{command}"
        );
    }
}

/// A row per task; for each network a column of errors, then for each one of facts found.
fn table(networks: &[TrainingRecord; 2]) -> String {
    let mut table = String::from(
        "| task | Working Memory Network | MemN2N | its facts | MemN2N's |\n|---|--:|--:|--:|--:|\n",
    );
    let facts = |task: &TaskError| match task.facts_found {
        Some(found) => format!("{found:.1}"),
        None => "–".to_owned(),
    };
    let tasks = networks
        .each_ref()
        .map(|training| errors_by_task(&training.validation, &ENGLISH));
    for ((task, first), (same, second)) in tasks[0].iter().zip(&tasks[1]) {
        assert_eq!(task, same);
        table += &format!(
            "| {task} | {:.1} | {:.1} | {} | {} |\n",
            first.error,
            second.error,
            facts(first),
            facts(second)
        );
    }
    let [first, second] = networks.each_ref().map(|it| it.mean_validation_error);
    table += &format!("| **mean** | **{first:.2}** | **{second:.2}** | | |\n");
    let [first, second] = networks.each_ref().map(|training| {
        let failed = training.validation.iter().filter(|task| task.error > 5.0);
        failed.count()
    });
    table +=
        &format!("| **tasks failed** (more than 5 % wrong) | **{first}** | **{second}** | | |\n");
    table
}
