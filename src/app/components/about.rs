//! Where the network comes from.

use yew::{Html, Properties, component, html};

use crate::app::shared::Shared;
use crate::explain::errors_by_task;
use crate::networks::{Architecture, Model, TrainingRecord};

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
    let Architecture::MemN2n(settings) = &record.architecture;
    html! {
        <footer class="about">
        <details>
            <summary>{"About this network"}</summary>
            <p>
                {"An End-to-End Memory Network (MemN2N), as published by "}
                <a href="https://arxiv.org/abs/1503.08895">
                    {"Sukhbaatar, Szlam, Weston and Fergus, 2015"}
                </a>
                {". It runs in this page; nothing you write leaves it."}
            </p>
            <dl class="facts">
                {fact("Hops", settings.hops.to_string())}
                {fact("Memory", format!("the last {} sentences", settings.memory))}
                {fact("Embedding", format!("{} numbers a word", settings.dimension))}
                {fact("Vocabulary", format!("{} words", record.vocabulary.words().len()))}
                {fact("Answers", format!("{} to choose from", record.answers.len()))}
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
                {fact("Mean error", format!("{:.1}%", training.mean_validation_error))}
            </dl>
            <pre class="command"><code>{training.command.clone()}</code></pre>
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
