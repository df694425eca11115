//! Text with its unknown words marked.

use yew::{Html, html};

use crate::explain::Run;

/// Draws runs of text, those that the network doesn't know marked.
pub fn runs(runs: &[Run]) -> Html {
    runs.iter()
        .map(|run| {
            if run.unknown {
                html! { <span class="unknown">{run.text.clone()}</span> }
            } else {
                html! { {run.text.clone()} }
            }
        })
        .collect()
}
