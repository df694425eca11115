//! The page (Yew).
//!
//! One reducible [`state::State`]; components that draw it and emit [`state::Action`]s; and hooks
//! for what they share in behaviour. What a component shows comes from [`crate::explain`]: none
//! computes a number of the network.
//!
//! ```text
//!  App ── Masthead ── Gallery, ThemeChoice, NetworkChoice
//!      ├─ StoryPart ─── TextField     I, G
//!      ├─ QuestionPart ─ TextField    I
//!      ├─ AnswerPart ── Bar           R
//!      ├─ AttentionPart               O
//!      └─ About
//! ```

pub mod components;
pub mod hooks;
pub mod loading;
pub mod shared;
pub mod state;
pub mod storage;
pub mod training;
pub mod worker;

use yew::{
    Callback, Html, classes, component, html, use_callback, use_effect_with, use_node_ref,
    use_reducer_eq,
};

use components::{About, AnswerPart, AttentionPart, Masthead, QuestionPart, StoryPart};
use hooks::{use_linked_scrolling, use_network, use_reading};
use state::{Action, Network, State};

/// The whole page.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(|| State::open(storage::restore()));
    let act: Callback<Action> = use_callback(state.dispatcher(), |action, dispatch| {
        dispatch.dispatch(action)
    });
    use_network(state.kept.network_name(), state.retries, act.clone());
    use_effect_with(state.kept.clone(), storage::keep);

    let kept = &state.kept;
    let reading = use_reading(&state.network, &kept.draft);
    let story_box = use_node_ref();
    let attention_box = use_node_ref();
    let line_by_line = matches!(&reading.answer, Some(Ok(answer)) if answer.heatmap.line_by_line);
    use_linked_scrolling(&story_box, &attention_box, line_by_line);
    let pointed = state.pointed();

    html! {
        <div class="memnet" data-theme={kept.theme.name()}>
            <Masthead
                task={kept.task()}
                can_take_back={!kept.set_aside.is_empty()}
                networks={state.networks.clone()}
                network={kept.network_name()}
                theme={kept.theme}
                act={act.clone()}
            />
            <main class={classes!("workbench", line_by_line.then_some("line-by-line"))}>
                <StoryPart
                    story={kept.draft.story.clone()}
                    reading={reading.clone()}
                    {pointed}
                    scroll_box={story_box}
                    act={act.clone()}
                />
                <QuestionPart
                    question={kept.draft.question.clone()}
                    reading={reading.clone()}
                    act={act.clone()}
                />
                <AnswerPart
                    reading={reading.clone()}
                    network={state.network.clone()}
                    expected={kept.task().map(|task| task.example.answer)}
                    act={act.clone()}
                />
                <AttentionPart {reading} {pointed} scroll_box={attention_box} {act} />
            </main>
            if let Network::Ready(model) = &state.network {
                <About model={model.clone()} />
            }
        </div>
    }
}
