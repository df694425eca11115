//! The questions to train on and those held out.

use clap::ValueEnum as _;

use memnet::networks::DataSource;
use memnet::tasks::{self, Style};
use memnet::training::TaskData;

use super::Arguments;
use crate::cli::{Failure, StyleName, data};

/// The questions to train and to validate on.
pub struct Data {
    pub training: Vec<TaskData>,
    /// What is trained on beside these.
    pub generators: Vec<Generator>,
    pub validation: Vec<TaskData>,
    pub sources: Vec<DataSource>,
}

/// Stories of this project's own, other ones in every epoch: a network that meets each of them once
/// cannot learn them by heart.
pub struct Generator {
    task: u8,
    questions: usize,
    style: Style,
    seed: u64,
}

impl Generator {
    /// The stories of an epoch, counted from 0, with asides before this share of their lines.
    pub fn stories(&self, epoch: usize, asides: f64) -> Result<TaskData, Failure> {
        // An epoch has seeds of its own, whatever the seed of the run.
        let seed = self.seed.wrapping_add((epoch as u64) << 32);
        let stories =
            tasks::generate(self.task, self.questions, self.style, seed).map_err(|error| {
                Failure::misuse("nothing is generated", "choose another task").because(error)
            })?;
        Ok(TaskData {
            task: self.name(),
            stories: tasks::with_asides(stories, asides, seed),
        })
    }

    fn name(&self) -> String {
        match self.style {
            Style::Babi => format!("generated task {}", self.task),
            Style::Wide => format!("generated task {} wide", self.task),
        }
    }
}

/// Reads and generates what the arguments name, and holds out whole stories.
pub fn gather(arguments: &Arguments) -> Result<Data, Failure> {
    let mut gathered = Data {
        training: Vec::new(),
        generators: Vec::new(),
        validation: Vec::new(),
        sources: Vec::new(),
    };
    for (file, share) in data::shares(&arguments.data, arguments.hold_out)? {
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
        let generator = parse_generate(wanted, arguments.seed)?;
        gathered.sources.push(DataSource {
            name: format!(
                "{}, seed {}, new every epoch",
                generator.name(),
                arguments.seed
            ),
            training: generator.questions,
            validation: 0,
        });
        gathered.generators.push(generator);
    }
    if gathered.validation.is_empty() {
        return Err(Failure::misuse(
            "nothing is held out, so the best weights cannot be told",
            "give --data more stories or a larger --hold-out",
        ));
    }
    Ok(gathered)
}

fn parse_generate(text: &str, seed: u64) -> Result<Generator, Failure> {
    let generator = text.split_once('=').and_then(|(task, amount)| {
        let (questions, style) = match amount.split_once(':') {
            Some((questions, style)) => (questions, StyleName::from_str(style, false).ok()?),
            None => (amount, StyleName::Babi),
        };
        Some(Generator {
            task: task.parse().ok()?,
            questions: questions.parse().ok()?,
            style: style.into(),
            seed,
        })
    });
    generator.ok_or_else(|| {
        Failure::misuse(
            format!("--generate {text} cannot be understood"),
            "write TASK=QUESTIONS, for example 3=9000, or TASK=QUESTIONS:wide",
        )
    })
}
