//! The question.

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::role::{Component, role};
use super::runs::runs;
use super::text_field::{NOTHING, TextField};
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::explain::{QuestionError, Reading};

/// The properties of [`QuestionPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct QuestionPartProps {
    /// The question.
    pub question: AttrValue,
    /// What the network makes of it.
    pub reading: Shared<Reading>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The field for the question.
#[component]
pub fn QuestionPart(props: &QuestionPartProps) -> Html {
    let texts = use_texts();
    let note = match &props.reading.answer {
        Some(Err(error @ QuestionError::EmptyQuestion)) => Some(error.told(texts)),
        _ => None,
    };

    html! {
        <section class="part question">
            <header class="part-head">
                <h2><label for="question">{texts.question.title}</label></h2>
                {role(Component::Query, texts)}
            </header>
            <TextField
                id="question"
                described_by="question-note"
                text={&props.question}
                placeholder="Where is Mary?"
                single_line=true
                on_write={props.act.reform(Action::WriteQuestion)}
                on_leave={props.act.reform(|()| Action::Settle)}
            >
                {runs(&props.reading.question)}{NOTHING}
            </TextField>
            <p class="note" id="question-note" role="status">{note}</p>
        </section>
    }
}
