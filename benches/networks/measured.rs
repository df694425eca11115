//! What is measured.

use divan::Bencher;
use divan::counter::ItemsCount;
use memnet::explain::{self, Changes, Reading, explain};
use memnet::networks::{
    Architecture, LoadError, Model, Optimizer, Record, Schedule, input::Encoding, memn2n,
    working_memory,
};
use memnet::tasks::{Style, TASKS, UnknownTask, generate};
use memnet::training::{Corpus, Lexicon, TaskData, Trainer};
use rand::SeedableRng;
use rand_pcg::Pcg64;

/// Questions of each of the 20 tasks.
const QUESTIONS: usize = 500;

/// The network and the plan that ship under a name.
fn plan(name: &str) -> (Architecture, Schedule) {
    match name {
        "memn2n" => (
            Architecture::MemN2n(memn2n::Settings {
                dimension: 50,
                hops: 3,
                memory: 50,
                encoding: Encoding::Position,
                tying: memn2n::Tying::Adjacent,
            }),
            Schedule::default(),
        ),
        _ => (
            Architecture::WorkingMemory(working_memory::Settings {
                dimension: 48,
                hops: 4,
                heads: 1,
                memory: 200,
                relations: 64,
            }),
            Schedule {
                batch: 64,
                optimizer: Optimizer::Adam,
                rate: 0.001,
                facts: 1.0,
                linear_start: 0,
                ..Schedule::default()
            },
        ),
    }
}

fn stories() -> Result<Vec<TaskData>, UnknownTask> {
    TASKS
        .iter()
        .map(|task| {
            Ok(TaskData {
                task: format!("qa{}", task.number),
                stories: generate(task.number, QUESTIONS, Style::Babi, 1)?,
            })
        })
        .collect()
}

fn model(architecture: Architecture, data: &[TaskData]) -> Result<Model, LoadError> {
    let lexicon = match architecture {
        Architecture::MemN2n(_) => Lexicon::closed(data),
        Architecture::WorkingMemory(_) => Lexicon::open(data, 32),
    };
    let record = Record {
        name: "bench".to_owned(),
        architecture,
        training: None,
        weights: None,
        answers: lexicon.answers,
        vocabulary: lexicon.vocabulary,
        entities: lexicon.entities,
    };
    Model::new(record, &mut Pcg64::seed_from_u64(1))
}

const NETWORKS: [&str; 2] = ["memn2n", "working-memory"];

#[divan::bench(args = NETWORKS, sample_count = 5, sample_size = 1)]
fn train(bencher: Bencher<'_, '_>, network: &str) {
    let (architecture, schedule) = plan(network);
    let Ok(data) = stories() else { return };
    let Ok(model) = model(architecture, &data) else {
        return;
    };
    let corpus = Corpus::new(&model, &data);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut trainer = Trainer::new(model, schedule, 1, threads);
    bencher
        .counter(ItemsCount::new(corpus.len()))
        .bench_local(|| trainer.train_epoch(&corpus, |_| {}));
}

/// A network as it would be trained, without the training.
fn fresh(network: &str) -> Option<Model> {
    model(plan(network).0, &stories().ok()?).ok()
}

fn fifty_sentences() -> String {
    let names = ["Mary", "John", "Daniel", "Sandra", "Bill"];
    let sentences = names.into_iter().cycle().take(25);
    sentences
        .map(|name| format!("{name} went to the kitchen. {name} got the milk there. "))
        .collect()
}

const QUESTION: &str = "Where is the milk?";

#[divan::bench(args = NETWORKS)]
fn answer(bencher: Bencher<'_, '_>, network: &str) {
    let Some(model) = fresh(network) else { return };
    let story = fifty_sentences();
    bencher.bench_local(|| explain(&model, &story, QUESTION).map(|it| it.answers));
}

#[divan::bench(args = NETWORKS)]
fn influence(bencher: Bencher<'_, '_>, network: &str) {
    let Some(model) = fresh(network) else { return };
    let (story, changes) = (fifty_sentences(), Changes::default());
    bencher.bench_local(|| {
        let found = explain::influence(&model, &story, QUESTION, &changes, &async || ());
        explain::at_once(found)
    });
}

#[divan::bench(args = NETWORKS, sample_count = 10, sample_size = 1)]
fn counterfactual(bencher: Bencher<'_, '_>, network: &str) {
    let Some(model) = fresh(network) else { return };
    let (story, changes) = (fifty_sentences(), Changes::default());
    let pause = async || ();
    bencher.bench_local(|| {
        explain::at_once(async {
            let found = explain::influence(&model, &story, QUESTION, &changes, &pause).await?;
            explain::counterfactual(&model, &story, QUESTION, &changes, &found, &pause).await
        })
    });
}

#[divan::bench(args = NETWORKS, sample_count = 10, sample_size = 1)]
fn long_story(bencher: Bencher<'_, '_>, network: &str) {
    let Some(model) = fresh(network) else { return };
    let sentence = |n: usize| format!("Person{n} went to the room number{n}. ");
    let story: String = (0..10_000).map(sentence).collect();
    bencher.bench_local(|| Reading::new(&model, &story, "Where is Person9999?"));
}
