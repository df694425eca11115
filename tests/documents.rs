//! The README and the documentation say of the shipped networks what their records say, and of every
//! figure what the network in it answers.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use memnet::explain::{Changes, errors_by_task, explain_changed};
use memnet::locale::ENGLISH;
use memnet::networks::{Model, Record, TaskError, TrainingRecord};
use memnet::text::vectors::Vectors;

const README: &str = include_str!("../README.md");
const ACCURACY: &str = include_str!("../www/docs/src/accuracy.md");
const RECORDS: [&str; 2] = [
    include_str!("../static/models/working-memory.json"),
    include_str!("../static/models/memn2n.json"),
];
const WEIGHTS: [&[u8]; 2] = [
    include_bytes!("../static/models/working-memory.safetensors"),
    include_bytes!("../static/models/memn2n.safetensors"),
];
const VECTORS: &[u8] = include_bytes!("../static/vectors/english.safetensors");

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
    // What aligns columns in Markdown becomes a style in the page, which its policy forbids.
    let table = table.replace("--:", "---");
    assert!(
        ACCURACY.contains(&table),
        "the table in accuracy.md should be\n\n{table}"
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
        for (name, text) in [("README.md", README), ("accuracy.md", ACCURACY)] {
            assert!(
                words(text).contains(&words(&command)),
                "{name} should have\n\n{command}"
            );
        }
    }
}

#[test]
fn every_figure_of_the_documentation_shows_what_its_caption_says() {
    let vectors = Arc::new(Vectors::load(VECTORS).unwrap());
    let [working_memory, memn2n] = [0, 1].map(|at| {
        let mut model = Model::load(RECORDS[at], WEIGHTS[at]).unwrap();
        model.look_up_in(Arc::clone(&vectors));
        model
    });
    let (mut figures, mut wrong) = (0, Vec::new());
    for (name, text) in pages() {
        // What stands in a block of code is shown, not run.
        let shown: String = text.split("```").step_by(2).collect();
        for figure in shown.split("<memory-network ").skip(1) {
            let (attributes, rest) = figure.split_once('>').unwrap();
            let (story, rest) = rest.split_once("</memory-network>").unwrap();
            let (caption, _) = rest.split_once("</figcaption>").unwrap();
            let question = attribute(attributes, "question").unwrap();
            let model = match attribute(attributes, "model") {
                None => &working_memory,
                Some("memn2n") => &memn2n,
                Some(other) => panic!("{name}: no network is called {other}"),
            };
            let changes = Changes {
                hops: attribute(attributes, "hops").map(|hops| hops.parse().unwrap()),
                ..Changes::default()
            };
            let answer = explain_changed(model, story, question, &changes).unwrap();
            let answer = answer.answers[0].spelled(&ENGLISH);
            if !caption.contains(&format!("<b>{answer}</b>")) {
                wrong.push(format!("{name}: “{question}” is answered by “{answer}”"));
            }
            figures += 1;
        }
    }
    assert!(
        wrong.is_empty(),
        "captions name another answer than the figure: {wrong:#?}"
    );
    assert!(figures > 10, "only {figures} figures were found");
}

#[test]
fn every_link_between_pages_of_the_documentation_leads_to_a_heading_of_one() {
    let pages = pages();
    for (name, text) in &pages {
        for link in text.split("](").skip(1) {
            let link = link.split(')').next().unwrap();
            let (page, heading) = link.split_once('#').unwrap_or((link, ""));
            if page.contains("//") {
                continue;
            }
            let page = if page.is_empty() { name } else { page };
            let target = pages.iter().find(|(name, _)| name == page);
            let (_, target) = target.unwrap_or_else(|| panic!("{name} links to {link}"));
            let mut headings = target.lines().filter(|line| line.starts_with('#'));
            assert!(
                heading.is_empty() || headings.any(|line| anchor(line) == heading),
                "{name} links to {link}"
            );
        }
    }
}

/// The pages of the documentation, by their names.
fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/docs/src");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|it| it == "md"))
        .map(|file| {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(file).unwrap())
        })
        .collect()
}

/// The value of an attribute among those of a tag.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = attributes.split_once(&format!("{name}=\""))?;
    Some(value.split_once('"')?.0)
}

/// What mdBook calls a heading in the address of a page.
fn anchor(heading: &str) -> String {
    let heading = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = heading.chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        letter if letter.is_alphanumeric() || "-_".contains(letter) => Some(letter),
        _ => None,
    });
    kept.collect()
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
