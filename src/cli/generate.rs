//! `memnet generate`: stories of this project's own.

use memnet::tasks::{self, babi};

use super::{Failure, StyleName};

/// Write stories with questions in bAbI format to standard output.
#[derive(clap::Args)]
pub struct Arguments {
    /// The number of the task, from 1 to 20.
    #[arg(long)]
    task: u8,

    /// How many questions.
    #[arg(long)]
    questions: usize,

    /// The same seed gives the same stories.
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// In whose words: those of the published data, or many more.
    #[arg(long, value_enum, default_value = "babi")]
    style: StyleName,

    /// Put sentences that tell nothing of what is asked before this share of the lines.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    asides: f64,
}

/// Generates and prints.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments {
        task,
        questions,
        seed,
        style,
        asides,
    } = arguments;
    let stories = tasks::generate(task, questions, style.into(), seed).map_err(|error| {
        Failure::misuse("nothing was generated", "choose a task from 1 to 20").because(error)
    })?;
    let stories = tasks::with_asides(stories, asides, seed);
    print!("{}", babi::write(&stories));
    Ok(())
}
