//! What comes of the changes.

use yew::{Callback, Html, Properties, component, html};

use crate::app::components::answer::{language, line};
use crate::app::components::changed::what;
use crate::app::components::history::HistoryButtons;
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::explain::{Changes, Reading};
use crate::networks::Ranked;

/// The properties of [`Verdict`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct VerdictProps {
    /// What the network makes of story and question as it is changed.
    pub reading: Shared<Reading>,
    /// The answer that it gives by itself.
    pub by_itself: Option<Ranked>,
    /// What the reader overrules.
    pub changes: Changes,
    /// Whether there is something to take back.
    pub can_undo: bool,
    /// Whether something was taken back.
    pub can_redo: bool,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The answer, beside what the network answers by itself, and the way back. It stays in sight at
/// the lower edge of the window.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let texts = use_texts();
    let answer = match &props.reading.answer {
        Some(Ok(answer)) => answer.explanation.answers.first(),
        _ => None,
    };
    let changed = props.changes.any();
    html! {
        <div class="change-verdict">
            if let Some(first) = answer {
                <p class="change-answer">
                    <span class="name">{texts.change.answer}</span>
                    {line(first, texts)}
                </p>
            }
            <HistoryButtons
                can_undo={props.can_undo}
                can_redo={props.can_redo}
                act={props.act.clone()}
            />
            if changed {
                <p class="change-what">
                    <strong>{texts.changed.by_you}</strong>
                    {" "}{what(&props.changes, texts)}
                    if let Some(first) = &props.by_itself {
                        {" "}{texts.change.by_itself}
                        {" "}<span lang={language(first)}>{first.spelled(texts)}</span>
                        {format!(" ({}).", first.percent(texts))}
                    }
                    {" "}
                    <button
                        type="button"
                        onclick={props.act.reform(|_| Action::Change(Changes::default()))}
                    >
                        {texts.changed.back}
                    </button>
                </p>
            }
        </div>
    }
}
