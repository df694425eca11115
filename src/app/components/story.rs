//! The story.

use yew::{AttrValue, Callback, Html, NodeRef, Properties, classes, component, html};

use super::history::HistoryButtons;
use super::role::{Component, role};
use super::runs::runs;
use super::text_field::TextField;
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::app::tree::Tree;
use crate::explain::{Piece, QuestionError, Reading, Run};

/// The properties of [`StoryPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StoryPartProps {
    /// The story.
    pub story: AttrValue,
    /// What the network makes of it.
    pub reading: Shared<Reading>,
    /// Whether there is something to take back.
    #[prop_or_default]
    pub can_undo: bool,
    /// Whether something was taken back.
    #[prop_or_default]
    pub can_redo: bool,
    /// The sentence to mark.
    pub pointed: Option<usize>,
    /// The box that scrolls when the story is long.
    pub scroll_box: NodeRef,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The field for the story, with its sentences numbered.
#[component]
pub fn StoryPart(props: &StoryPartProps) -> Html {
    let texts = use_texts();
    let reading = props.reading.clone();
    let on_caret = props.act.reform(move |place: Option<usize>| {
        Action::Focus(place.and_then(|place| reading.sentence_at(place)))
    });
    let scroll_box = props.scroll_box.clone();
    let on_point = props.act.reform(move |place: Option<(f32, f32)>| {
        Action::Hover(place.and_then(|(x, y)| sentence_under(&scroll_box, x, y)))
    });
    let note = match &props.reading.answer {
        Some(Err(error @ QuestionError::EmptyStory)) => Some(error.told(texts).to_owned()),
        Some(Ok(answer)) => answer.explanation.forgotten_note(texts),
        _ => None,
    };

    html! {
        <section class="part story">
            <header class="part-head">
                <h2><label for="story">{texts.story.title}</label></h2>
                <HistoryButtons
                    can_undo={props.can_undo}
                    can_redo={props.can_redo}
                    act={props.act.clone()}
                />
                {role(Component::Input, texts)}
                {role(Component::Generalization, texts)}
            </header>
            <TextField
                id="story"
                described_by="story-note"
                text={&props.story}
                placeholder="Mary went to the kitchen."
                scroll_box={&props.scroll_box}
                on_write={props.act.reform(Action::WriteStory)}
                {on_caret}
                on_leave={props.act.reform(|()| Action::Settle)}
                {on_point}
            >
                {for props.reading.story.iter().map(|piece| match piece {
                    Piece::Between(text) => html! { {text.clone()} },
                    Piece::Forgotten(text) => html! {
                        <span class="forgotten">{text.clone()}</span>
                    },
                    Piece::Sentence { index, opens_line, runs } => html! {
                        <SentencePart
                            sentence={*index}
                            opens_line={*opens_line}
                            pointed={props.pointed == Some(*index)}
                            runs={runs.clone()}
                        />
                    },
                })}
            </TextField>
            <p class="note" id="story-note" role="status">{note}</p>
        </section>
    }
}

/// The properties of [`SentencePart`].
#[derive(Clone, Debug, PartialEq, Properties)]
struct SentencePartProps {
    /// Its place in the story, from 0.
    sentence: usize,
    /// Whether it is the first of its line.
    opens_line: bool,
    /// Whether it is marked.
    pointed: bool,
    /// Its text.
    runs: Vec<Run>,
}

/// A sentence in the mirror of the field: a component for the reason for which a
/// [row](super::attention) of the heatmap is one.
#[component]
fn SentencePart(props: &SentencePartProps) -> Html {
    html! {
        <span
            class={classes!(
                "sentence",
                props.opens_line.then_some("opens-line"),
                props.pointed.then_some("pointed"),
            )}
            data-sentence={(props.sentence + 1).to_string()}
        >
            {runs(&props.runs)}
        </span>
    }
}

/// The sentence whose letters lie under a place of the window, beneath the field in a box.
fn sentence_under(field: &NodeRef, x: f32, y: f32) -> Option<usize> {
    let stack = Tree::of(&field.get()?)?.at(x, y);
    stack.iter().find_map(|element| {
        super::attention::sentence_of(&element.closest("[data-sentence]").ok()??)
    })
}
