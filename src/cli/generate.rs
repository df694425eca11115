//! `memnet generate`: stories of this project's own.

use memnet::tasks::{self, babi};

use super::Failure;

/// Write stories with questions in bAbI format to standard output.
#[derive(clap::Args)]
pub struct Arguments {
    /// The number of the task: 1, 2, 3 or 6.
    #[arg(long)]
    task: u8,

    /// How many questions.
    #[arg(long)]
    questions: usize,

    /// The same seed gives the same stories.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Generates and prints.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let stories =
        tasks::generate(arguments.task, arguments.questions, arguments.seed).map_err(|error| {
            Failure::misuse("nothing was generated", "choose task 1, 2, 3 or 6").because(error)
        })?;
    print!("{}", babi::write(&stories));
    Ok(())
}
