//! Where the network comes from.

use yew::{Html, Properties, component, html};

use super::answer::bar;
use super::prose;
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::explain::errors_by_task;
use crate::locale::{self, Texts};
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
    let texts = use_texts();
    let about = &texts.about;
    let record = &props.model.record;
    html! {
        <footer class="about">
        <details>
            <summary>{about.title}</summary>
            <p>
                {publication(&record.architecture, about)}
                {about.in_this_page}
            </p>
            <dl class="facts">
                {match &record.architecture {
                    Architecture::MemN2n(settings) => memn2n_facts(settings, record, about),
                    Architecture::WorkingMemory(settings) => working_memory_facts(settings, record, about),
                }}
                {fact(about.vocabulary, about.words(record.vocabulary.words().len()))}
                {fact(about.weights, about.numbers(props.model.parameters.numbers()))}
                if let Some(weights) = &record.weights {
                    {fact(about.file, about.kilobytes(weights.bytes as f64 / 1000.0))}
                }
            </dl>
            {record.training.as_ref().map(|record| training(record, texts))}
        </details>
        </footer>
    }
}

/// What the network is, and who published it.
fn publication(architecture: &Architecture, texts: &locale::About) -> Html {
    let (network, address, authors) = match architecture {
        Architecture::MemN2n(_) => (
            texts.memn2n,
            "https://arxiv.org/abs/1503.08895",
            texts.memn2n_authors,
        ),
        Architecture::WorkingMemory(_) => (
            texts.working_memory,
            "https://arxiv.org/abs/1805.09354",
            texts.working_memory_authors,
        ),
    };
    html! { <>{network}<a href={address}>{authors}</a></> }
}

fn memn2n_facts(settings: &memn2n::Settings, record: &Record, texts: &locale::About) -> Html {
    let encoding = match settings.encoding {
        Encoding::BagOfWords => texts.bag_of_words,
        Encoding::Position => texts.by_position,
    };
    let tying = match settings.tying {
        Tying::Adjacent => texts.adjacent,
        Tying::LayerWise => texts.layer_wise,
    };
    html! {
        <>
            {fact(texts.hops, settings.hops.to_string())}
            {fact(texts.memory, texts.last_sentences(settings.memory))}
            {fact(texts.embedding, texts.numbers_a_word(settings.dimension))}
            {fact(texts.encoding, encoding.to_owned())}
            {fact(texts.tying, tying.to_owned())}
            {fact(texts.answers, texts.to_choose_from(record.answers.len()))}
        </>
    }
}

fn working_memory_facts(
    settings: &working_memory::Settings,
    record: &Record,
    texts: &locale::About,
) -> Html {
    let slots = record
        .entities
        .as_ref()
        .map_or(0, |entities| entities.slots);
    html! {
        <>
            {fact(texts.hops, settings.hops.to_string())}
            {fact(texts.heads, texts.heads_each(settings.heads))}
            {fact(texts.memory, texts.last_sentences(settings.memory))}
            {fact(texts.embedding, texts.numbers_a_word(settings.dimension))}
            {fact(texts.relations, texts.numbers_a_pair(settings.relations))}
            {fact(texts.entities, texts.names_in_a_story(slots))}
            {fact(texts.answers, texts.words_and_names(record.answers.len()))}
        </>
    }
}

fn fact(name: &'static str, value: String) -> Html {
    html! { <div><dt>{prose(name)}</dt><dd>{value}</dd></div> }
}

fn training(training: &TrainingRecord, texts: &Texts) -> Html {
    let about = &texts.about;
    let questions = |count: fn(&crate::networks::DataSource) -> usize| -> String {
        about.questions(training.data.iter().map(count).sum())
    };
    let percent = |error: f64| -> String {
        let error = texts.typography.decimal(error as f32, 1);
        texts.typography.percent(&error)
    };
    html! {
        <>
            <h3>{about.how_trained}</h3>
            <dl class="facts">
                {fact(about.trained_on, questions(|data| data.training))}
                {fact(about.held_out, questions(|data| data.validation))}
                {fact(about.best_epoch, about.of(training.best_epoch, training.schedule.epochs))}
                {fact(about.seed, training.seed.to_string())}
                if training.schedule.facts > 0.0 {
                    {fact(about.supporting_facts, about.weight(&training.schedule.facts.to_string()))}
                }
                {fact(about.mean_error, percent(training.mean_validation_error))}
            </dl>
            if let Some(command) = &training.command {
                <pre class="command" lang="en"><code>{command.clone()}</code></pre>
            }
            <h3>{about.how_often_wrong}</h3>
            <p>{about.in_percent}</p>
            <ul class="errors">
                {for errors_by_task(&training.validation, texts).into_iter().map(|(name, task)| html! {
                    <li>
                        <span class="task">{name}</span>
                        {bar(task.error as f32 / 100.0)}
                        <span class="percent">{percent(task.error)}</span>
                    </li>
                })}
            </ul>
        </>
    }
}
