//! The command line: `memnet answer | eval | train | generate | vectors`.

mod answer;
mod data;
mod eval;
mod failure;
mod generate;
mod models;
mod style;
mod train;
mod vectors;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use serde::Serialize;
use sha2::{Digest, Sha256};

use memnet::networks::TaskError;
use memnet::training::mean_error;

use failure::Failure;
use style::StyleName;

/// Memory networks that answer questions about a story, and show why.
#[derive(Parser)]
#[command(version, propagate_version = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer a question about a story.
    Answer(answer::Arguments),
    /// Measure a network on files of questions in bAbI format.
    Eval(eval::Arguments),
    /// Train a network on files of questions in bAbI format.
    Train(train::Arguments),
    /// Write stories with questions in bAbI format.
    Generate(generate::Arguments),
    Vectors(vectors::Arguments),
}

/// Runs the command that the program was called with.
///
/// The exit code is 0 when it did what was asked, 1 when it failed, and 2 (from clap) when it was
/// asked for something that doesn't exist.
pub fn run() -> ExitCode {
    // Whoever reads only the first lines (`memnet generate … | head`) ends the program with that, as
    // any other; Rust by itself would take it for a panic.
    sigpipe::reset();
    let result = match Arguments::parse().command {
        Command::Answer(arguments) => answer::run(arguments),
        Command::Eval(arguments) => eval::run(arguments),
        Command::Train(arguments) => train::run(arguments),
        Command::Generate(arguments) => generate::run(arguments),
        Command::Vectors(arguments) => vectors::run(arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

/// A task counts as failed when more than this many percent of its questions are answered wrongly
/// (Weston et al. 2015).
const FAILED_ABOVE: f64 = 5.0;

fn failed(tasks: &[TaskError]) -> usize {
    tasks
        .iter()
        .filter(|task| task.error > FAILED_ABOVE)
        .count()
}

fn print_tasks(tasks: &[TaskError]) {
    for TaskError {
        task,
        questions,
        error,
        facts_found,
    } in tasks
    {
        let facts = facts_found.map(|found| format!("  {found:>5.1} % of facts found"));
        println!(
            "{task:<40} {questions:>6} questions  {error:>6.2} % wrong{}",
            facts.unwrap_or_default()
        );
    }
    println!(
        "mean error {:.2} %; {} of {} tasks failed (more than {FAILED_ABOVE} % wrong)",
        mean_error(tasks),
        failed(tasks),
        tasks.len()
    );
}

/// A value as JSON for people to read, with a final line break.
fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| {
            Failure::new(
                "the result cannot be written as JSON",
                "report this as a bug",
            )
            .because(error)
        })
}

/// The command line that was given, so that a record can say how its file is made again: from the
/// beginning, so without `--resume`.
fn command() -> String {
    let arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--resume");
    std::iter::once("memnet".to_owned())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The SHA-256 of some bytes, in hexadecimal.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|cause| Failure::writing(path, cause))
}
