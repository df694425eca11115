//! The answer.

use yew::{Callback, Html, Properties, component, html};

use super::role::{Component, role};
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::{Action, Network};
use crate::explain::{Confidence, Explanation, QuestionError, Reading};
use crate::locale::Texts;
use crate::networks::Ranked;
use crate::tasks::UNKNOWN;

/// How many of the answers that lost are shown.
const RUNNERS_UP: usize = 4;

/// Whether words that the network doesn't know can be looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lookup {
    /// All were that can be.
    #[default]
    Done,
    /// What words mean is on its way.
    UnderWay,
    /// What words mean could not be loaded.
    Failed,
}

/// The properties of [`AnswerPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnswerPartProps {
    /// What the network makes of the story and the question.
    pub reading: Shared<Reading>,
    /// The network, which may not be there.
    pub network: Network,
    /// Whether words can be looked up.
    #[prop_or_default]
    pub lookup: Lookup,
    /// The right answer, where it is known.
    #[prop_or_default]
    pub expected: Option<&'static str>,
    /// What can be done with the answer.
    #[prop_or_default]
    pub share: Html,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The answer with its probability and its runners-up; or why there is none.
#[component]
pub fn AnswerPart(props: &AnswerPartProps) -> Html {
    let texts = use_texts();
    let retry = props.act.reform(|_| Action::Retry);
    let retry_lookup = props.act.reform(|_| Action::RetryVectors);
    let explanation = match &props.reading.answer {
        Some(Ok(answer)) => Some(&answer.explanation),
        _ => None,
    };
    let waiting = match (&props.network, &props.reading.answer) {
        (Network::Loading, _) => Some(texts.answer.loading),
        (_, Some(Err(QuestionError::EmptyStory))) => Some(texts.answer.no_story),
        (_, Some(Err(QuestionError::EmptyQuestion))) => Some(texts.answer.no_question),
        _ => None,
    };

    html! {
        <section class="part answer">
            <header class="part-head">
                <h2><label for="answer">{texts.answer.title}</label></h2>
                {props.share.clone()}
                {role(Component::Response, texts)}
            </header>
            <div class="verdict">
                <output id="answer" for="story question">
                    {explanation.and_then(|explanation| winner(explanation, texts))}
                    if let Some(waiting) = waiting {
                        <span class="waiting">{waiting}</span>
                    }
                </output>
                // An `if` keeps its place where there is nothing to show. An empty expression would
                // not, and the output before it would be drawn as a new element, which screen
                // readers don't announce.
                if let Some(explanation) = explanation {
                    {runners_up(explanation, texts)}
                }
            </div>
            if let Network::Failed(failure) = &props.network {
                <div class="failure" role="alert">
                    <p>{failure.told(texts)}</p>
                    <button type="button" onclick={retry}>{texts.answer.retry}</button>
                </div>
            }
            if let Some(expected) = explanation.and_then(|it| it.correction(props.expected?, texts)) {
                <p class="note">{expected}</p>
            }
            <p class="note" role="status">
                {explanation.and_then(|explanation| explanation.unknown_note(texts))}
            </p>
            <p class="note" role="status">
                {explanation.and_then(|explanation| explanation.read_as_note(texts))}
                {match props.lookup {
                    Lookup::Done => None,
                    Lookup::UnderWay => Some(texts.answer.looking_up),
                    Lookup::Failed => Some(texts.answer.not_looked_up),
                }}
            </p>
            if props.lookup == Lookup::Failed {
                <p class="note">
                    <button type="button" onclick={retry_lookup}>{texts.answer.retry}</button>
                </p>
            }
        </section>
    }
}

fn winner(explanation: &Explanation, texts: &Texts) -> Option<Html> {
    let first = explanation.answers.first()?;
    let (class, hedge) = match explanation.confidence()? {
        Confidence::Sure => ("winner sure", None),
        Confidence::Likely => ("winner likely", Some(texts.answer.likely)),
        Confidence::Guess => ("winner guess", Some(texts.answer.guess)),
    };
    Some(html! {
        <span {class}>
            <span class="word">
                <strong dir="auto" lang={language(first)}>{first.spelled(texts)}</strong>
                if let Some(hedge) = hedge {
                    {" "}<span class="hedge">{hedge}</span>
                }
            </span>
            {" "}{bar(first.probability)}
            <span class="percent">{first.percent(texts)}</span>
        </span>
    })
}

fn runners_up(explanation: &Explanation, texts: &Texts) -> Html {
    html! {
        <ol class="runners-up" start="2" aria-label={texts.answer.runners_up}>
            {for explanation.answers.iter().skip(1).take(RUNNERS_UP).map(|ranked| html! {
                <li>
                    <span class="word" dir="auto" lang={language(ranked)}>{ranked.spelled(texts)}</span>
                    {bar(ranked.probability)}
                    <span class="percent">{ranked.percent(texts)}</span>
                </li>
            })}
        </ol>
    }
}

/// The language of an answer: the network's, but for the one that is put in the page's own words.
pub(super) fn language(ranked: &Ranked) -> Option<&'static str> {
    (ranked.answer != UNKNOWN).then_some("en")
}

/// A bar as long as a share of the whole, such as a probability. Its length is an attribute, because
/// the page's Content Security Policy forbids styles in elements.
pub(super) fn bar(share: f32) -> Html {
    html! {
        <svg class="bar" aria-hidden="true">
            <rect width={length(share)} height="100%" />
        </svg>
    }
}

/// A share of the whole as a length in a picture.
pub(super) fn length(share: f32) -> String {
    format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0)
}

/// An answer on one line: the word, its bar and its percentage.
pub(super) fn line(ranked: &Ranked, texts: &Texts) -> Html {
    html! {
        <>
            <strong lang={language(ranked)}>{ranked.spelled(texts)}</strong>
            {bar(ranked.probability)}
            <span class="percent">{ranked.percent(texts)}</span>
        </>
    }
}
