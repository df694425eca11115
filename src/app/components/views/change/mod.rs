//! What the network reads, overruled.

mod knobs;
mod slots;
mod verdict;
mod weight;

use yew::{Html, component, html, use_memo, use_state_eq};

use super::ViewProps;
use crate::app::components::prose;
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::explain::{Explanation, explain};
use knobs::Knobs;
use slots::Slots;
use verdict::Verdict;

/// What the network reads, overruled: its memory is rewritten, its weights are given, and what
/// comes of it stands below.
#[component]
pub fn ChangeView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let draft = &props.draft;
    // Asked only where it is something else than what the page shows.
    let by_itself: Shared<Option<Explanation>> = use_memo(
        draft.changes.any().then(|| {
            (
                props.model.clone(),
                draft.story.clone(),
                draft.question.clone(),
            )
        }),
        |overruled| {
            let (model, story, question) = overruled.as_ref()?;
            explain(model, story, question).ok()
        },
    )
    .into();
    let head = use_state_eq(|| 0);
    let verdict = html! {
        <Verdict
            reading={props.reading.clone()}
            by_itself={by_itself.as_ref().and_then(|it| it.answers.first().cloned())}
            changes={draft.changes.clone()}
            can_undo={props.before.is_some()}
            can_redo={props.can_redo}
            act={props.act.clone()}
        />
    };
    let Some(Ok(answer)) = &props.reading.answer else {
        return html! {
            <div class="change">
                <p class="waiting">{texts.change.nothing}</p>
                {verdict}
            </div>
        };
    };
    let hop = props
        .hop
        .min(answer.explanation.hops.len().saturating_sub(1));
    let heads = props.model.heads();
    let head_shown = (*head).min(heads.saturating_sub(1));
    html! {
        <div class="change">
            <p class="change-lede">{prose(texts.change.lede)}</p>
            <Knobs
                changes={draft.changes.clone()}
                model={props.model.clone()}
                taken={answer.explanation.hops.len()}
                place={(hop, head_shown)}
                on_head={move |chosen| head.set(chosen)}
                act={props.act.clone()}
            />
            <Slots
                draft={draft.clone()}
                reading={props.reading.clone()}
                model={props.model.clone()}
                by_itself={by_itself}
                place={(hop, head_shown)}
                pointed={props.pointed}
                act={props.act.clone()}
            />
            {verdict}
        </div>
    }
}
