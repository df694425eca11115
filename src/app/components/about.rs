//! Where the network comes from.

use yew::{Html, Properties, component, html};

use crate::app::shared::Shared;
use crate::explain::errors_by_task;
use crate::networks::input::Encoding;
use crate::networks::memn2n::{self, Tying};
use crate::networks::{Architecture, Model, Record, TrainingRecord, working_memory};

/// The properties of [`About`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AboutProps {
    /// The network.
    pub model: Shared<Model>,
}

/// The record of the network: what it is, how it was trained, and how often it errs.
#[component]
pub fn About(props: &AboutProps) -> Html {
    let record = &props.model.record;
    html! {
        <footer class="about">
        <details>
            <summary>{"About this network"}</summary>
            <p>
                {publication(&record.architecture)}
                {". It runs in this page; nothing you write leaves it."}
            </p>
            <dl class="facts">
                {match &record.architecture {
                    Architecture::MemN2n(settings) => memn2n_facts(settings, record),
                    Architecture::WorkingMemory(settings) => working_memory_facts(settings, record),
                }}
                {fact("Vocabulary", format!("{} words", record.vocabulary.words().len()))}
                {fact("Weights", format!("{} numbers", props.model.parameters.numbers()))}
                if let Some(weights) = &record.weights {
                    {fact("File", format!("{:.0} kB", weights.bytes as f64 / 1000.0))}
                }
            </dl>
            {record.training.as_ref().map(training)}
        </details>
        </footer>
    }
}

/// What the network is, and who published it.
fn publication(architecture: &Architecture) -> Html {
    let (network, address, authors) = match architecture {
        Architecture::MemN2n(_) => (
            "An End-to-End Memory Network (MemN2N), as published by ",
            "https://arxiv.org/abs/1503.08895",
            "Sukhbaatar, Szlam, Weston and Fergus, 2015",
        ),
        Architecture::WorkingMemory(_) => (
            "A Working Memory Network, which takes names as they come and reasons over pairs of \
             what it read, after ",
            "https://arxiv.org/abs/1805.09354",
            "Pavez, Allende and Allende-Cid, 2018",
        ),
    };
    html! { <>{network}<a href={address}>{authors}</a></> }
}

fn memn2n_facts(settings: &memn2n::Settings, record: &Record) -> Html {
    let encoding = match settings.encoding {
        Encoding::BagOfWords => "bag of words",
        Encoding::Position => "by position",
    };
    let tying = match settings.tying {
        Tying::Adjacent => "adjacent",
        Tying::LayerWise => "layer-wise",
    };
    html! {
        <>
            {fact("Hops", settings.hops.to_string())}
            {memory(settings.memory)}
            {fact("Embedding", format!("{} numbers a word", settings.dimension))}
            {fact("Encoding", encoding.to_owned())}
            {fact("Tying", tying.to_owned())}
            {fact("Answers", format!("{} to choose from", record.answers.len()))}
        </>
    }
}

fn working_memory_facts(settings: &working_memory::Settings, record: &Record) -> Html {
    let slots = record
        .entities
        .as_ref()
        .map_or(0, |entities| entities.slots);
    html! {
        <>
            {fact("Hops", settings.hops.to_string())}
            {fact("Heads", format!("{} in each hop", settings.heads))}
            {memory(settings.memory)}
            {fact("Embedding", format!("{} numbers a word", settings.dimension))}
            {fact("Relations", format!("{} numbers a pair", settings.relations))}
            {fact("Entities", format!("{slots} names in a story"))}
            {fact("Answers", format!("{} words, and every name", record.answers.len()))}
        </>
    }
}

fn memory(sentences: usize) -> Html {
    fact("Memory", format!("the last {sentences} sentences"))
}

fn fact(name: &str, value: String) -> Html {
    html! { <div><dt>{name.to_owned()}</dt><dd>{value}</dd></div> }
}

fn training(training: &TrainingRecord) -> Html {
    let questions = |count: fn(&crate::networks::DataSource) -> usize| -> String {
        training.data.iter().map(count).sum::<usize>().to_string()
    };
    html! {
        <>
            <h3>{"How it was trained"}</h3>
            <dl class="facts">
                {fact("Trained on", format!("{} questions", questions(|data| data.training)))}
                {fact("Held out", format!("{} questions", questions(|data| data.validation)))}
                {fact("Best epoch", format!("{} of {}", training.best_epoch, training.schedule.epochs))}
                {fact("Seed", training.seed.to_string())}
                if training.schedule.facts > 0.0 {
                    {fact("Supporting facts", format!("weight {}", training.schedule.facts))}
                }
                {fact("Mean error", format!("{:.1}%", training.mean_validation_error))}
            </dl>
            if let Some(command) = &training.command {
                <pre class="command"><code>{command.clone()}</code></pre>
            }
            <h3>{"How often it errs"}</h3>
            <p>{"In percent of the held-out questions of each task."}</p>
            <ul class="errors">
                {for errors_by_task(&training.validation).into_iter().map(|(task, error)| html! {
                    <li>
                        <span class="task">{task}</span>
                        <svg class="bar" aria-hidden="true">
                            <rect width={format!("{error:.1}%")} height="100%" />
                        </svg>
                        <span class="percent">{format!("{error:.1}%")}</span>
                    </li>
                })}
            </ul>
        </>
    }
}
