//! `memnet train`: a network from files of questions.

mod arguments;
mod checkpoint;
mod gather;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use rand::SeedableRng;
use rand_pcg::Pcg64;

use memnet::networks::{Attention, DataSource, Model, TrainingRecord, Weights};
use memnet::tensor::{Parameters, Precision};
use memnet::text::vectors::Vectors;
use memnet::training::{Corpus, TaskData, Trainer, evaluate, mean_error};

use super::{Failure, models};
pub use arguments::Arguments;
use checkpoint::Checkpoint;
use gather::{Data, gather};

/// Trains, validates after every epoch, and writes the best weights with their record.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let threads = arguments.threads();
    // A second initialisation, the only way this fails, would keep the first pool: no harm.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build_global();

    let Data {
        training,
        generators,
        validation,
        sources,
    } = gather(&arguments)?;
    let generate = |epoch: usize, asides: f64| -> Result<Vec<TaskData>, Failure> {
        generators
            .iter()
            .map(|generator| generator.stories(epoch, asides))
            .collect()
    };
    // The words of asides are not to be learned: it is what they have in common that matters.
    let record = arguments.record(&[&training[..], &generate(0, 0.0)?].concat());
    let mut random = Pcg64::seed_from_u64(arguments.seed);
    let mut fresh = Model::new(record, &mut random).map_err(|error| {
        Failure::misuse("there is no such network", "choose other sizes").because(error)
    })?;
    if let Some(path) = &arguments.vectors {
        fresh.embed(&read_vectors(path)?, &mut random);
    }
    if let Some(name) = &arguments.from {
        fresh.adopt(&models::load(name)?).map_err(|error| {
            let what = format!("the training cannot begin with {name}");
            Failure::misuse(what, "give the sizes that its record tells").because(error)
        })?;
    }
    let read = Corpus::new(&fresh, &training);
    let held_out = Corpus::new(&fresh, &validation);
    let mut trainer = Trainer::new(fresh, arguments.schedule(), arguments.seed, threads);
    let checkpoint = Checkpoint::new(arguments.out.join(format!("{}.checkpoint", arguments.name)));
    if arguments.resume {
        checkpoint.load(&mut trainer)?;
    }
    println!(
        "{}: {} numbers; {} questions of {} sources to train on, {} held out; {threads} threads",
        arguments.name,
        trainer.model.parameters.numbers(),
        sources.iter().map(|source| source.training).sum::<usize>(),
        training.len() + generators.len(),
        held_out.len(),
    );
    if arguments.resume {
        println!("resuming after epoch {}", trainer.state.epoch);
    }
    while !trainer.is_done() {
        let mut corpus = read.clone();
        let generated = generate(trainer.state.epoch, arguments.asides)?;
        corpus.extend(&trainer.model, &generated);
        train_epoch(&mut trainer, &corpus, &held_out);
        checkpoint.save(&trainer)?;
    }
    finish(trainer, &held_out, sources, &arguments)
}

fn read_vectors(path: &Path) -> Result<Vectors, Failure> {
    let bytes = fs::read(path).map_err(|cause| Failure::reading(path, cause))?;
    Vectors::load(&bytes).map_err(|error| {
        let what = format!("{} cannot be used", path.display());
        Failure::new(what, "give a file that `memnet vectors` has written").because(error)
    })
}

/// One epoch with its progress bar, and a line of what came of it.
fn train_epoch(trainer: &mut Trainer, corpus: &Corpus, held_out: &Corpus) {
    let (epochs, rate) = (trainer.state.schedule.epochs, trainer.rate());
    let phase = match trainer.attention() {
        Attention::Linear => "linear",
        Attention::Softmax => "softmax",
    };
    let bar = ProgressBar::new(corpus.len() as u64);
    let template = "epoch {prefix} {bar:30} {pos}/{len}  {per_sec}  {msg}  {eta} left";
    bar.set_style(
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    bar.set_prefix(format!("{}/{epochs}", trainer.state.epoch + 1));

    let started = Instant::now();
    let mut shown = started;
    let mut loss = 0.0;
    trainer.train_epoch(corpus, |progress| {
        loss = progress.loss;
        if shown.elapsed() > Duration::from_millis(100) {
            shown = Instant::now();
            bar.set_position(progress.questions as u64);
            bar.set_message(format!("loss {loss:.4}"));
        }
    });
    let seconds = started.elapsed().as_secs_f64();
    bar.finish_and_clear();

    let tasks = trainer.validate(held_out);
    let mark = match &trainer.state.best {
        Some(best) if best.epoch == trainer.state.epoch => " (best so far)",
        _ => "",
    };
    let remaining = (epochs - trainer.state.epoch) as f64 * started.elapsed().as_secs_f64();
    println!(
        "epoch {}/{epochs} {phase} rate {rate:.6}  loss {loss:.4}  validation error {:.2} %{mark}  \
         {:.0} examples/s  {} left",
        trainer.state.epoch,
        mean_error(&tasks),
        corpus.len() as f64 / seconds,
        indicatif::HumanDuration(Duration::from_secs_f64(remaining)),
    );
}

/// Writes the best weights and their record. The errors it records are those of the weights as
/// they were written, less precise than they were trained.
fn finish(
    trainer: Trainer,
    held_out: &Corpus,
    sources: Vec<DataSource>,
    arguments: &Arguments,
) -> Result<(), Failure> {
    let Trainer {
        mut model,
        state,
        best,
        ..
    } = trainer;
    let (Some(parameters), Some(best)) = (best, state.best) else {
        return Err(Failure::new(
            "no epoch was finished with the softmax in the hops",
            "train for more --epochs than --linear-start",
        ));
    };
    model.parameters = parameters;
    let bits = state.schedule.bits.unwrap_or(8);
    let bytes = save_weights(&model.parameters, Precision::Quantised { bits })?;
    let reading =
        |error| Failure::new("the weights don't load", "report this as a bug").because(error);
    model.parameters.load(&bytes).map_err(reading)?;
    let validation = evaluate(&model, held_out, Attention::Softmax).tasks;
    super::print_tasks(&validation);
    // Weights that learned to be rounded were never better before.
    let unrounded = state
        .schedule
        .bits
        .is_none()
        .then(|| mean_error(&best.tasks));
    if let Some(unrounded) = unrounded {
        println!("before the weights were rounded to bytes the mean error was {unrounded:.2} %");
    }

    let mut record = model.record;
    record.weights = Some(Weights {
        bytes: bytes.len(),
        sha256: super::sha256(&bytes),
    });
    record.training = Some(TrainingRecord {
        command: Some(super::command()),
        seed: state.seed,
        threads: state.threads,
        data: sources,
        schedule: state.schedule,
        best_epoch: best.epoch,
        mean_validation_error: mean_error(&validation),
        mean_error_unrounded: unrounded,
        validation,
    });

    let path = arguments.out.join(format!("{}.json", arguments.name));
    let weights = models::weights_beside(&path);
    super::write(&weights, &bytes)?;
    super::write(&path, super::json(&record)?.as_bytes())?;
    println!(
        "written: {} and {} ({} bytes)",
        path.display(),
        weights.display(),
        bytes.len()
    );
    Ok(())
}

fn save_weights(parameters: &Parameters, precision: Precision) -> Result<Vec<u8>, Failure> {
    parameters.save(precision).map_err(|error| {
        Failure::new("the weights cannot be saved", "report this as a bug").because(error)
    })
}
