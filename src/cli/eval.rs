//! `memnet eval`: how well a network answers.

use clap::ValueEnum;
use serde::Serialize;

use memnet::networks::{Attention, DEFAULT, Model, TaskError};
use memnet::tasks::Rewording;
use memnet::training::{Corpus, Evaluation, TaskData, evaluate, mean_error};

use super::{Failure, data, models};

/// Measure a network on files of questions in bAbI format.
#[derive(clap::Args)]
pub struct Arguments {
    /// A file, or a folder: of a folder its `*_test.txt` files count, or all its `*.txt` files
    /// where there is none of those. PATH=SHARE asks only about the stories that `memnet train`
    /// with the same --data and --seed holds out; of a file that is named twice the later share
    /// counts.
    #[arg(long, required = true, num_args = 1.., value_name = "PATH[=SHARE]")]
    data: Vec<String>,

    /// Decides which stories a SHARE holds out, and the words of a --change.
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// Ask about the same stories told otherwise, too, and say what that costs. Words that are changed
    /// are those of bAbI; others stay.
    #[arg(long, value_name = "WHAT")]
    change: Option<Change>,

    /// The name of a shipped network, or the path of a record (NAME.json) or of a network that was
    /// downloaded from the page (NAME.safetensors).
    #[arg(long, default_value = DEFAULT)]
    model: String,

    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// What is told otherwise.
#[derive(Clone, Copy, ValueEnum)]
enum Change {
    /// Every person, place, thing, animal and colour gets a name found nowhere in training; not
    /// where it matters what a name means (task 20).
    Names,
    /// Whoever goes, takes, leaves or gives does so by a verb found nowhere in training.
    Verbs,
    /// Before one line in eight stands a sentence, found nowhere in training, that has nothing to do
    /// with the questions.
    Asides,
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
    /// What it costs to be told otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Changed>,
}

/// What came of the stories told otherwise.
#[derive(Serialize)]
struct Changed {
    /// The tasks of which a story was changed.
    tasks: Vec<ChangedTask>,
    /// The mean error on these before, in percent.
    before: f64,
    /// The mean error after.
    after: f64,
    /// The tasks that it leaves as they are.
    unchanged: Vec<String>,
}

#[derive(Serialize)]
struct ChangedTask {
    task: String,
    before: f64,
    after: f64,
}

/// Asks every question and reports the errors, file by file.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let mut model = models::load(&arguments.model)?;
    model.look_up_in(models::vectors()?);
    let mut data = Vec::new();
    for (file, share) in data::shares(&arguments.data, 1.0)? {
        let name = file.file_name().unwrap_or(file.as_os_str());
        let task = name.to_string_lossy().into_owned();
        let (_, stories) = data::read(&file)?.hold_out(share, arguments.seed);
        if !stories.stories.is_empty() {
            data.push(TaskData { task, ..stories });
        }
    }
    let Evaluation {
        tasks,
        refusals,
        calibration_error,
    } = evaluate(&model, &Corpus::new(&model, &data), Attention::Softmax);
    let percent = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    let report = Report {
        mean_error: mean_error(&tasks),
        failed: super::failed(&tasks),
        refused: (refusals.unanswerable > 0)
            .then(|| percent(refusals.rightly, refusals.unanswerable)),
        wrongly_refused: percent(refusals.wrongly, refusals.answerable),
        calibration_error,
        changed: arguments
            .change
            .map(|change| changed(&model, &data, &tasks, change, arguments.seed)),
        tasks,
        model: model.record.name,
    };
    if arguments.json {
        print!("{}", super::json(&report)?);
        return Ok(());
    }
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
    if let Some(changed) = &report.changed {
        changed.print();
    }
    Ok(())
}

/// Asks the questions of the stories told otherwise, too. `tasks` has the errors as they are told.
fn changed(
    model: &Model,
    data: &[TaskData],
    tasks: &[TaskError],
    change: Change,
    seed: u64,
) -> Changed {
    let rewording = match change {
        Change::Names => Rewording::Names,
        Change::Verbs => Rewording::Verbs,
        Change::Asides => Rewording::Asides,
    };
    let reworded = data.iter().map(|data| TaskData {
        task: data.task.clone(),
        stories: rewording.of(&data.stories, seed),
    });
    let (same, others): (Vec<TaskData>, Vec<TaskData>) =
        reworded.partition(|reworded| data.contains(reworded));
    let after = evaluate(model, &Corpus::new(model, &others), Attention::Softmax).tasks;
    let of = |task: &str| tasks.iter().find(|it| it.task == task).cloned();
    let before: Vec<TaskError> = after.iter().filter_map(|it| of(&it.task)).collect();
    let each = before
        .iter()
        .zip(&after)
        .map(|(before, after)| ChangedTask {
            task: after.task.clone(),
            before: before.error,
            after: after.error,
        });
    Changed {
        tasks: each.collect(),
        before: mean_error(&before),
        after: mean_error(&after),
        unchanged: same.into_iter().map(|data| data.task).collect(),
    }
}

impl Changed {
    fn print(&self) {
        println!("\ntold otherwise:");
        for task in &self.tasks {
            print_cost(&task.task, task.before, task.after);
        }
        print_cost("mean of these", self.before, self.after);
        if !self.unchanged.is_empty() {
            println!("left as they are: {}", self.unchanged.join(", "));
        }
    }
}

fn print_cost(what: &str, before: f64, after: f64) {
    let cost = after - before;
    println!("{what:<40} {before:>6.2} % wrong before  {after:>6.2} % after  {cost:>+6.2} points");
}
