//! `memnet train`: a network from files of questions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use rand::SeedableRng;
use rand_pcg::Pcg64;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use memnet::networks::{
    Architecture, Attention, DataSource, Model, Record, Schedule, TrainingRecord, Weights,
    input::Encoding, memn2n,
};
use memnet::tasks;
use memnet::tensor::{Parameters, Precision};
use memnet::training::{Corpus, State, TaskData, Trainer, lexicon, mean_error};

use super::{Failure, data, models};

/// Train a network on files of questions in bAbI format.
///
/// A file has numbered lines; a question has its answer and the numbers of its supporting facts
/// after tabs:
///
///   1 Mary moved to the bathroom.
///   2 Where is Mary?<TAB>bathroom<TAB>1
///
/// Files of one task (`qa3_x_train.txt`, `qa3_x_valid.txt`) count together. The best weights on
/// held-out stories are written to `OUT/NAME.safetensors`, with the record `OUT/NAME.json`. A run
/// that was stopped goes on with --resume.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Arguments {
    /// A file, or a folder of files, to train on. `PATH=SHARE` holds out another share of its
    /// stories than --hold-out says (0 trains on all, 1 on none); of a file named twice, the last
    /// one counts.
    #[arg(long, required_unless_present = "generate", num_args = 1.., value_name = "PATH[=SHARE]")]
    data: Vec<String>,

    /// Train on stories of this project's own generator too: `3=9000` is 9,000 questions of task
    /// 3. None are held out.
    #[arg(long, num_args = 1.., value_name = "TASK=QUESTIONS")]
    generate: Vec<String>,

    /// The share of each file's stories that is held out for validation.
    #[arg(long, default_value_t = 0.1)]
    hold_out: f64,

    /// The name of the network, and of its files.
    #[arg(long, default_value = "my-network")]
    name: String,

    /// The folder to write to.
    #[arg(long, default_value = "static/models")]
    out: PathBuf,

    /// Go on where a stopped run of the same name and settings left off.
    #[arg(long)]
    resume: bool,

    /// Seeds the weights, the order of the questions, the noise and what is held out.
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// Threads that share each batch; 0 takes one per core. The same seed gives the same weights
    /// only with the same number.
    #[arg(long, default_value_t = 0)]
    threads: usize,

    /// The size of every embedding.
    #[arg(long, default_value_t = 50)]
    dimension: usize,

    /// How often memory is read.
    #[arg(long, default_value_t = 3)]
    hops: usize,

    /// How many sentences, the newest ones of a story, are remembered.
    #[arg(long, default_value_t = 50)]
    memory: usize,

    /// How the words of a sentence become one vector.
    #[arg(long, value_enum, default_value = "position")]
    encoding: EncodingName,

    /// Which matrices are one and the same.
    #[arg(long, value_enum, default_value = "adjacent")]
    tying: TyingName,

    /// Passes over the questions, those of linear start included.
    #[arg(long, default_value_t = Schedule::default().epochs)]
    epochs: usize,

    /// How many of the epochs, at the beginning, have no softmax in the hops; 0 for none.
    #[arg(long, default_value_t = Schedule::default().linear_start)]
    linear_start: usize,

    /// Questions per step.
    #[arg(long, default_value_t = Schedule::default().batch)]
    batch: usize,

    /// The learning rate at the beginning, for the loss summed over a batch.
    #[arg(long, default_value_t = Schedule::default().rate)]
    rate: f32,

    /// The learning rate halves after this many epochs.
    #[arg(long, default_value_t = Schedule::default().halve_every)]
    halve_every: usize,

    /// The largest norm of one matrix's gradient.
    #[arg(long, default_value_t = Schedule::default().clip)]
    clip: f32,

    /// Random noise in time: the largest share of a story's length left as gaps between sentences.
    #[arg(long, default_value_t = Schedule::default().time_noise)]
    time_noise: f32,
}

#[derive(Clone, Copy, ValueEnum)]
enum EncodingName {
    BagOfWords,
    Position,
}

#[derive(Clone, Copy, ValueEnum)]
enum TyingName {
    Adjacent,
    LayerWise,
}

/// Trains, validates after every epoch, and writes the best weights with their record.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let threads = match arguments.threads {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    };
    // A second initialisation, the only way this fails, would keep the first pool: no harm.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build_global();

    let Data {
        training,
        validation,
        sources,
    } = gather(&arguments)?;
    let record = describe(&arguments, &training);
    let fresh = Model::new(record, &mut Pcg64::seed_from_u64(arguments.seed)).map_err(|error| {
        Failure::misuse("there is no such network", "choose other sizes").because(error)
    })?;
    let corpus = Corpus::new(&fresh, &training);
    let held_out = Corpus::new(&fresh, &validation);
    println!(
        "{}: {} numbers; {} questions of {} tasks to train on, {} held out; {threads} threads",
        arguments.name,
        fresh.parameters.numbers(),
        corpus.len(),
        corpus.tasks().len(),
        held_out.len(),
    );

    let mut trainer = Trainer::new(fresh, schedule(&arguments), arguments.seed, threads);
    let checkpoint = Checkpoint::new(arguments.out.join(format!("{}.checkpoint", arguments.name)));
    if arguments.resume {
        checkpoint.load(&mut trainer)?;
        println!("resuming after epoch {}", trainer.state.epoch);
    }
    while !trainer.is_done() {
        train_epoch(&mut trainer, &corpus, &held_out);
        checkpoint.save(&trainer)?;
    }
    finish(trainer, sources, &arguments)
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

/// Writes the best weights and their record.
fn finish(
    trainer: Trainer,
    sources: Vec<DataSource>,
    arguments: &Arguments,
) -> Result<(), Failure> {
    let Trainer {
        mut model,
        state,
        best,
    } = trainer;
    let (Some(parameters), Some(best)) = (best, state.best) else {
        return Err(Failure::new(
            "no epoch was finished with the softmax in the hops",
            "train for more --epochs than --linear-start",
        ));
    };
    model.parameters = parameters;
    let bytes = save_weights(&model.parameters, Precision::Half)?;
    let mut record = model.record;
    record.weights = Some(Weights {
        bytes: bytes.len(),
        sha256: Sha256::digest(&bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    });
    record.training = Some(TrainingRecord {
        command: command(),
        seed: state.seed,
        threads: state.threads,
        data: sources,
        schedule: state.schedule,
        best_epoch: best.epoch,
        mean_validation_error: mean_error(&best.tasks),
        validation: best.tasks.clone(),
    });

    let path = arguments.out.join(format!("{}.json", arguments.name));
    let weights = models::weights_beside(&path);
    write(&weights, &bytes)?;
    write(&path, super::json(&record)?.as_bytes())?;
    super::print_tasks(&best.tasks);
    println!(
        "written: {} and {} ({} bytes)",
        path.display(),
        weights.display(),
        bytes.len()
    );
    Ok(())
}

/// The questions to train and to validate on.
struct Data {
    training: Vec<TaskData>,
    validation: Vec<TaskData>,
    sources: Vec<DataSource>,
}

fn gather(arguments: &Arguments) -> Result<Data, Failure> {
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
        let (task, questions) = parse_generate(wanted)?;
        let stories = tasks::generate(task, questions, arguments.seed).map_err(|error| {
            Failure::misuse(format!("--generate {wanted}"), "choose another task").because(error)
        })?;
        gathered.sources.push(DataSource {
            name: format!("generated task {task}, seed {}", arguments.seed),
            training: questions,
            validation: 0,
        });
        gathered.training.push(TaskData {
            task: format!("generated {task}"),
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

fn parse_generate(text: &str) -> Result<(u8, usize), Failure> {
    let parts = text.split_once('=');
    parts
        .and_then(|(task, questions)| Some((task.parse().ok()?, questions.parse().ok()?)))
        .ok_or_else(|| {
            Failure::misuse(
                format!("--generate {text} cannot be understood"),
                "write TASK=QUESTIONS, for example 3=9000",
            )
        })
}

fn describe(arguments: &Arguments, training: &[TaskData]) -> Record {
    let (vocabulary, answers) = lexicon(training);
    let settings = memn2n::Settings {
        dimension: arguments.dimension,
        hops: arguments.hops,
        memory: arguments.memory,
        encoding: match arguments.encoding {
            EncodingName::BagOfWords => Encoding::BagOfWords,
            EncodingName::Position => Encoding::Position,
        },
        tying: match arguments.tying {
            TyingName::Adjacent => memn2n::Tying::Adjacent,
            TyingName::LayerWise => memn2n::Tying::LayerWise,
        },
    };
    Record {
        name: arguments.name.clone(),
        architecture: Architecture::MemN2n(settings),
        training: None,
        weights: None,
        answers,
        vocabulary,
    }
}

fn schedule(arguments: &Arguments) -> Schedule {
    Schedule {
        batch: arguments.batch,
        epochs: arguments.epochs,
        linear_start: arguments.linear_start,
        rate: arguments.rate,
        halve_every: arguments.halve_every,
        clip: arguments.clip,
        time_noise: arguments.time_noise,
    }
}

/// The command line that was given, so that the record can say how to train the network again.
fn command() -> String {
    let arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--resume");
    std::iter::once("memnet".to_owned())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Everything needed to go on, in a folder of its own.
struct Checkpoint {
    folder: PathBuf,
}

/// What a checkpoint says besides weights.
#[derive(Serialize, Deserialize)]
struct Saved {
    state: State,
    record: Record,
}

impl Checkpoint {
    fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes beside the last checkpoint and then takes its place, so that a run stopped in the
    /// middle of writing can still go on.
    fn save(&self, trainer: &Trainer) -> Result<(), Failure> {
        let next = self.folder.with_extension("checkpoint.next");
        fs::create_dir_all(&next).map_err(|cause| Failure::writing(&next, cause))?;
        let saved = Saved {
            state: trainer.state.clone(),
            record: trainer.model.record.clone(),
        };
        write(&next.join("state.json"), super::json(&saved)?.as_bytes())?;
        let current = save_weights(&trainer.model.parameters, Precision::Single)?;
        write(&next.join("current.safetensors"), &current)?;
        if let Some(best) = &trainer.best {
            write(
                &next.join("best.safetensors"),
                &save_weights(best, Precision::Single)?,
            )?;
        }
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder)
                .map_err(|cause| Failure::writing(&self.folder, cause))?;
        }
        fs::rename(&next, &self.folder).map_err(|cause| Failure::writing(&self.folder, cause))
    }

    /// Puts a fresh trainer where the saved one was.
    fn load(&self, trainer: &mut Trainer) -> Result<(), Failure> {
        let unusable = |what: &str| {
            Failure::new(
                format!("{} {what}", self.folder.display()),
                "train without --resume, or with the settings of the stopped run",
            )
        };
        let path = self.folder.join("state.json");
        let text = fs::read_to_string(&path).map_err(|cause| Failure::reading(&path, cause))?;
        let saved: Saved =
            serde_json::from_str(&text).map_err(|error| unusable("is damaged").because(error))?;
        let started = State {
            epoch: 0,
            best: None,
            ..saved.state.clone()
        };
        if started != trainer.state
            || saved.record.architecture != trainer.model.record.architecture
            || saved.record.vocabulary.words() != trainer.model.record.vocabulary.words()
        {
            return Err(unusable(
                "belongs to a run with other settings or other data",
            ));
        }
        let read = |name: &str, parameters: &mut Parameters| -> Result<(), Failure> {
            let path = self.folder.join(name);
            let bytes = fs::read(&path).map_err(|cause| Failure::reading(&path, cause))?;
            parameters
                .load(&bytes)
                .map_err(|error| unusable("is damaged").because(error))
        };
        if saved.state.best.is_some() {
            let mut best = trainer.model.parameters.clone();
            read("best.safetensors", &mut best)?;
            trainer.best = Some(best);
        }
        read("current.safetensors", &mut trainer.model.parameters)?;
        trainer.state = saved.state;
        Ok(())
    }
}

fn save_weights(parameters: &Parameters, precision: Precision) -> Result<Vec<u8>, Failure> {
    parameters.save(precision).map_err(|error| {
        Failure::new("the weights cannot be saved", "report this as a bug").because(error)
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|cause| Failure::writing(path, cause))
}
