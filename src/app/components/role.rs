//! Which of the four components of a memory network a part of the page shows.

use yew::{Html, html};

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
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Input => ("I", "input", "turns every sentence into a vector,"),
            Self::Query => ("I", "input", "turns the question into what to look for."),
            Self::Generalization => ("G", "memory", "writes it to a numbered slot."),
            Self::Output => (
                "O",
                "output",
                "reads the slots, hop after hop, led by what it has read.",
            ),
            Self::Response => ("R", "response", "turns what was read into an answer."),
        }
    }
}

/// A quiet label: the letter of a component, its name, and what it does.
pub fn role(component: Component) -> Html {
    let (letter, name, does) = component.words();
    html! {
        <p class="role">
            <b class="role-letter">{letter}</b>
            {" "}<span class="role-name">{name}</span>{" "}{does}
        </p>
    }
}
