//! The page (Yew).
//!
//! One reducible [`state::State`]; components that draw it and emit [`state::Action`]s; and hooks
//! for what they share in behaviour. What a component shows comes from [`crate::explain`]: none
//! computes a number of the network. What it says comes from [`crate::locale`].
//!
//! ```text
//!  App ── Masthead ── Gallery, ThemeChoice, LanguageChoice, NetworkChoice
//!      ├─ OpenedNote, ChangedNote
//!      ├─ StoryPart ─── TextField     I, G
//!      ├─ QuestionPart ─ TextField    I
//!      ├─ AnswerPart ── Bar, Share    R
//!      ├─ AttentionPart               O
//!      └─ Rest (comes after the first answer)
//!           ├─ CloserPart ── one of the views
//!           ├─ Glossary
//!           └─ About
//! ```

pub mod components;
pub mod figure;
pub mod history;
pub mod hooks;
pub mod link;
pub mod loading;
pub mod own;
pub mod parts;
pub mod saving;
pub mod shared;
pub mod state;
pub mod storage;
pub mod tour;
pub mod training;
pub mod tree;
pub mod view;
pub mod worker;

use yew::{ContextProvider, Html, Properties, classes, component, html, use_node_ref};

use crate::locale::Language;
use components::{
    AnswerPart, AttentionPart, ChangedNote, CloserProps, Masthead, OpenedNote, QuestionPart,
    RestNotice, ShareProps, StoryPart, TourPart,
};
use hooks::{
    use_explainer, use_history_keys, use_keeping, use_language, use_link, use_linked_scrolling,
    use_tour_address,
};
use own::Own;
use state::State;

/// The properties of [`App`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// Whether the document is the page's own, with its title and its language.
    #[prop_or_default]
    pub owns_document: bool,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let explainer = use_explainer(false, || State {
        own: Own::all_kept(),
        ..State::open(storage::restore())
    });
    let (state, act) = (&explainer.state, &explainer.act);
    let kept = &state.kept;
    use_keeping(kept);
    let language = use_language(kept.language, props.owns_document);
    let page = use_node_ref();
    use_history_keys(&page, act.clone());
    // The tour writes into the address, from which a link must have been taken by then.
    use_link(props.owns_document, act.clone());
    use_tour_address(kept.tour, props.owns_document, act.clone());
    let story_box = use_node_ref();
    let attention_box = use_node_ref();
    let reading = &explainer.reading;
    let line_by_line = matches!(&reading.answer, Some(Ok(answer)) if answer.heatmap.line_by_line);
    use_linked_scrolling(&story_box, &attention_box, line_by_line);
    let pointed = state.pointed(reading);
    let rest = explainer.rest();
    let model = explainer.model();

    html! {
        <ContextProvider<Language> context={language}>
        <div
            class="memnet"
            data-theme={kept.theme.name()}
            lang={language.tag()}
            ref={page}
        >
            <Masthead
                exhibit={kept.draft.exhibit()}
                tour={kept.tour}
                theme={kept.theme}
                language={kept.language}
                networks={state.choices()}
                network={kept.network_name()}
                act={act.clone()}
            />
            <TourPart tour={kept.tour} act={act.clone()} />
            <main>
            <OpenedNote
                    opened={state.opened.clone()}
                    network={state.network.clone()}
                    name={kept.network_name()}
                />
            <ChangedNote changes={kept.draft.changes.clone()} act={act.clone()} />
            <div class={classes!("workbench", line_by_line.then_some("line-by-line"))}>
                <StoryPart
                    story={kept.draft.story.clone()}
                    reading={reading.clone()}
                    can_undo={kept.history.can_undo()}
                    can_redo={kept.history.can_redo()}
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
                    lookup={explainer.lookup}
                    expected={kept.draft.exhibit().map(|exhibit| exhibit.example.answer)}
                    share={rest.zip(model.clone()).map(|(rest, model)| {
                        (rest.share)(ShareProps {
                            kept: kept.clone(),
                            reading: reading.clone(),
                            model,
                        })
                    })}
                    act={act.clone()}
                />
                <AttentionPart
                    reading={reading.clone()}
                    {pointed}
                    cell={kept.cell}
                    changes={kept.draft.changes.clone()}
                    scroll_box={attention_box}
                    act={act.clone()}
                />
            </div>
            if let Some(rest) = rest {
                {(rest.closer)(CloserProps {
                    own: state.own.clone(),
                    open: kept.view,
                    view: explainer.view(),
                    act: act.clone(),
                })}
            }
            <RestNotice
                part={explainer.rest}
                retry={explainer.ask_for_the_rest.clone()}
            />
            </main>
            if let Some(rest) = rest {
                {(rest.foot)(model)}
            }
        </div>
        </ContextProvider<Language>>
    }
}
