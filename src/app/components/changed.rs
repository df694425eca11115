//! What the reader changed.

use yew::{Callback, Html, Properties, component, html};

use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::explain::Changes;
use crate::locale::Texts;

/// The properties of [`ChangedNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChangedNoteProps {
    /// What the reader overrules in the network.
    pub changes: Changes,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// Says that the answer is not the network's alone, and leads back to where it is; nothing as long
/// as nothing is overruled.
#[component]
pub fn ChangedNote(props: &ChangedNoteProps) -> Html {
    let texts = use_texts();
    let reset = props.act.reform(|_| Action::Change(Changes::default()));
    html! {
        <div class="changed-note" role="status">
            if props.changes.any() {
                <p>
                    <strong>{texts.changed.by_you}</strong>
                    {" "}{what(&props.changes, texts)}
                </p>
                <button type="button" onclick={reset}>{texts.changed.back}</button>
            }
        </div>
    }
}

/// Names all that is changed.
pub(super) fn what(changes: &Changes, texts: &Texts) -> String {
    let said = &texts.changed;
    let count = |count: usize, say: &dyn Fn(usize) -> String| (count > 0).then(|| say(count));
    let degrees =
        (changes.temperature != 1.0).then(|| texts.typography.decimal(changes.temperature, 2));
    let parts: Vec<String> = [
        count(changes.fixed.len(), &|count| said.weights(count)),
        count(changes.muted.len(), &|count| said.muted(count)),
        degrees.map(|degrees| said.temperature(&degrees)),
        changes.hops.map(|hops| said.hops(hops)),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!("{}.", parts.join(", "))
}
