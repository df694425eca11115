//! `memnet eval`: how well a network answers.

use std::path::PathBuf;

use serde::Serialize;

use memnet::networks::{Attention, DEFAULT, TaskError};
use memnet::training::{Corpus, TaskData, evaluate, mean_error};

use super::{Failure, data, models};

/// Measure a network on files of questions in bAbI format.
#[derive(clap::Args)]
pub struct Arguments {
    /// A file, or a folder: of a folder its `*_test.txt` files count, or all its `*.txt` files
    /// where there is none of those.
    #[arg(long, required = true, num_args = 1.., value_name = "PATH")]
    data: Vec<PathBuf>,

    /// The name of a shipped network, or the path of a record (NAME.json).
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
}

/// Asks every question and reports the errors, file by file.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let model = models::load(&arguments.model)?;
    let mut tasks = Vec::new();
    for path in &arguments.data {
        for file in data::files(path)? {
            let name = file
                .file_name()
                .unwrap_or(file.as_os_str())
                .to_string_lossy()
                .into_owned();
            let TaskData { stories, .. } = data::read(&file)?;
            let corpus = Corpus::new(
                &model,
                &[TaskData {
                    task: name,
                    stories,
                }],
            );
            tasks.extend(evaluate(&model, &corpus, Attention::Softmax));
        }
    }
    let report = Report {
        model: model.record.name,
        mean_error: mean_error(&tasks),
        failed: super::failed(&tasks),
        tasks,
    };
    if arguments.json {
        print!("{}", super::json(&report)?);
    } else {
        println!("{}", report.model);
        super::print_tasks(&report.tasks);
    }
    Ok(())
}
