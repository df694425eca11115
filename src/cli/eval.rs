//! `memnet eval`: how well a network answers.

use std::path::PathBuf;

use serde::Serialize;

use memnet::networks::{Attention, DEFAULT, TaskError};
use memnet::training::{Corpus, Evaluation, TaskData, evaluate, mean_error};

use super::{Failure, data, models};

/// Measure a network on files of questions in bAbI format.
#[derive(clap::Args)]
pub struct Arguments {
    /// A file, or a folder: of a folder its `*_test.txt` files count, or all its `*.txt` files
    /// where there is none of those.
    #[arg(long, required = true, num_args = 1.., value_name = "PATH")]
    data: Vec<PathBuf>,

    /// The name of a shipped network, or the path of a record (NAME.json) or of a network that was
    /// downloaded from the page (NAME.safetensors).
    #[arg(long, default_value = DEFAULT)]
    model: String,

    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Report {
    model: String,
    tasks: Vec<TaskError>,
    mean_error: f64,
    failed: usize,
    /// Of the questions that their story cannot answer, those refused, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<f64>,
    /// Of the others, those refused, in percent.
    wrongly_refused: f64,
    calibration_error: f64,
}

/// Asks every question and reports the errors, file by file.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let model = models::load(&arguments.model)?;
    let mut data = Vec::new();
    for path in &arguments.data {
        for file in data::files(path)? {
            let name = file.file_name().unwrap_or(file.as_os_str());
            data.push(TaskData {
                task: name.to_string_lossy().into_owned(),
                ..data::read(&file)?
            });
        }
    }
    let corpus = Corpus::new(&model, &data);
    let Evaluation {
        tasks,
        refusals,
        calibration_error,
    } = evaluate(&model, &corpus, Attention::Softmax);
    let percent = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    let report = Report {
        mean_error: mean_error(&tasks),
        failed: super::failed(&tasks),
        tasks,
        refused: (refusals.unanswerable > 0)
            .then(|| percent(refusals.rightly, refusals.unanswerable)),
        wrongly_refused: percent(refusals.wrongly, refusals.answerable),
        calibration_error,
        model: model.record.name,
    };
    if arguments.json {
        print!("{}", super::json(&report)?);
    } else {
        println!("{}", report.model);
        super::print_tasks(&report.tasks);
        if let Some(refused) = report.refused {
            println!(
                "of {} questions that the story cannot answer {refused:.1} % were refused, of the \
                 others {:.2} %",
                refusals.unanswerable, report.wrongly_refused
            );
        }
        println!("expected calibration error {calibration_error:.4}");
    }
    Ok(())
}
