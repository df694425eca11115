//! The questions to train on and those held out.

use std::path::{Path, PathBuf};

use clap::ValueEnum as _;

use memnet::networks::DataSource;
use memnet::tasks::{self, Style};
use memnet::training::TaskData;

use super::Arguments;
use crate::cli::{Failure, StyleName, data};

/// The questions to train and to validate on.
pub struct Data {
    pub training: Vec<TaskData>,
    pub validation: Vec<TaskData>,
    pub sources: Vec<DataSource>,
}

/// Reads and generates what the arguments name, and holds out whole stories.
pub fn gather(arguments: &Arguments) -> Result<Data, Failure> {
    let mut shares: Vec<(PathBuf, f64)> = Vec::new();
    for path in &arguments.data {
        let (path, share) = match path.rsplit_once('=') {
            Some((path, share)) => (path, parse_share(share)?),
            None => (path.as_str(), arguments.hold_out),
        };
        for file in data::files(Path::new(path))? {
            shares.retain(|(known, _)| *known != file);
            shares.push((file, share));
        }
    }
    let mut gathered = Data {
        training: Vec::new(),
        validation: Vec::new(),
        sources: Vec::new(),
    };
    for (file, share) in shares {
        let (training, validation) = data::read(&file)?.hold_out(share, arguments.seed);
        gathered.sources.push(DataSource {
            name: file.display().to_string(),
            training: training.questions(),
            validation: validation.questions(),
        });
        gathered.training.push(training);
        gathered
            .validation
            .extend((!validation.stories.is_empty()).then_some(validation));
    }
    for wanted in &arguments.generate {
        let (task, questions, style) = parse_generate(wanted)?;
        let stories = tasks::generate(task, questions, style, arguments.seed).map_err(|error| {
            Failure::misuse(format!("--generate {wanted}"), "choose another task").because(error)
        })?;
        let name = match style {
            Style::Babi => task.to_string(),
            Style::Wide => format!("{task} wide"),
        };
        gathered.sources.push(DataSource {
            name: format!("generated task {name}, seed {}", arguments.seed),
            training: questions,
            validation: 0,
        });
        gathered.training.push(TaskData {
            task: format!("generated {name}"),
            stories,
        });
    }
    if gathered.validation.is_empty() {
        return Err(Failure::misuse(
            "nothing is held out, so the best weights cannot be told",
            "give --data more stories or a larger --hold-out",
        ));
    }
    Ok(gathered)
}

fn parse_share(text: &str) -> Result<f64, Failure> {
    let share = text
        .parse()
        .ok()
        .filter(|share| (0.0..=1.0).contains(share));
    share.ok_or_else(|| {
        Failure::misuse(
            format!("{text} is no share"),
            "write a number from 0 to 1 after the =",
        )
    })
}

fn parse_generate(text: &str) -> Result<(u8, usize, Style), Failure> {
    let parts = text.split_once('=').and_then(|(task, amount)| {
        let (questions, style) = match amount.split_once(':') {
            Some((questions, style)) => (questions, StyleName::from_str(style, false).ok()?),
            None => (amount, StyleName::Babi),
        };
        Some((task.parse().ok()?, questions.parse().ok()?, style.into()))
    });
    parts.ok_or_else(|| {
        Failure::misuse(
            format!("--generate {text} cannot be understood"),
            "write TASK=QUESTIONS, for example 3=9000, or TASK=QUESTIONS:wide",
        )
    })
}
