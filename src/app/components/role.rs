//! Which of the four components of a memory network a part of the page shows.

use yew::{Html, html};

use super::prose;
use crate::locale::Texts;

/// One of the four components that give memory networks their structure (Weston, Chopra and
/// Bordes 2014).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Component {
    /// I, for the story.
    Input,
    /// I again, for the question.
    Query,
    /// G.
    Generalization,
    /// O.
    Output,
    /// R.
    Response,
}

impl Component {
    /// Its letter, its name, and what it does here, in a line.
    fn words(self, texts: &Texts) -> (&'static str, &'static str, &'static str) {
        let texts = &texts.roles;
        match self {
            Self::Input => ("I", texts.input, texts.input_does),
            Self::Query => ("I", texts.input, texts.query_does),
            Self::Generalization => ("G", texts.memory, texts.memory_does),
            Self::Output => ("O", texts.output, texts.output_does),
            Self::Response => ("R", texts.response, texts.response_does),
        }
    }
}

/// A quiet label: the letter of a component, its name, and what it does.
pub fn role(component: Component, texts: &Texts) -> Html {
    let (letter, name, does) = component.words(texts);
    html! {
        <p class="role">
            <b class="role-letter">{letter}</b>
            {" "}<span class="role-name">{name}</span>{" "}{prose(does)}
        </p>
    }
}

/// The letter of a component and its name.
pub fn letter_and_name(component: Component, texts: &Texts) -> (&'static str, &'static str) {
    let (letter, name, _) = component.words(texts);
    (letter, name)
}
