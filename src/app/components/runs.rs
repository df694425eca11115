//! Text with its remarkable words marked.

use yew::{Html, html};

use crate::explain::{Mark, Run};

/// Draws runs of text, marked those that the network doesn't know or takes for others.
pub fn runs(runs: &[Run]) -> Html {
    runs.iter()
        .map(|run| match run.mark {
            Some(Mark::Unknown) => html! { <span class="unknown">{run.text.clone()}</span> },
            Some(Mark::ReadAs) => html! { <span class="read-as">{run.text.clone()}</span> },
            None => html! { {run.text.clone()} },
        })
        .collect()
}
