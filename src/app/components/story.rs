//! The story.

use yew::{AttrValue, Callback, Html, NodeRef, Properties, classes, component, html};

use super::history::HistoryButtons;
use super::role::{Component, role};
use super::runs::runs;
use super::text_field::{NOTHING, TextField};
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::{Action, Focus};
use crate::app::tree::Tree;
use crate::explain::{Piece, QuestionError, Reading, lines};

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
    let on_caret = props
        .act
        .reform(|place: Option<usize>| Action::Focus(place.map(Focus::Caret)));
    let scroll_box = props.scroll_box.clone();
    let on_point = props.act.reform(move |place: Option<(f32, f32)>| {
        Action::Hover(place.and_then(|(x, y)| sentence_under(&scroll_box, x, y)))
    });
    let note = match &props.reading.answer {
        Some(Err(error @ QuestionError::EmptyStory)) => Some(error.told(texts).to_owned()),
        Some(Ok(answer)) => answer.explanation.forgotten_note(texts),
        _ => None,
    };

    // Lines have keys, so that one more leaves those before it alone.
    let mirrored = lines(&props.reading.story).into_iter().enumerate();
    let mirrored: Html = mirrored
        .map(|(number, pieces)| {
            html! {
                <LinePart
                    key={number}
                    pieces={pieces.to_vec()}
                    pointed={props.pointed.filter(|it| stands_among(*it, pieces))}
                />
            }
        })
        .collect();

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
                {mirrored}
            </TextField>
            <p class="note" id="story-note" role="status">{note}</p>
        </section>
    }
}

/// Whether a sentence is one of these pieces.
fn stands_among(sentence: usize, pieces: &[Piece]) -> bool {
    let is_it =
        |piece: &Piece| matches!(piece, Piece::Sentence { index, .. } if *index == sentence);
    pieces.iter().any(is_it)
}

/// The properties of [`LinePart`].
#[derive(Clone, Debug, PartialEq, Properties)]
struct LinePartProps {
    /// What stands on it.
    pieces: Vec<Piece>,
    /// The sentence on it to mark.
    pointed: Option<usize>,
}

/// A line in the mirror of the field: a component for the reason for which a
/// [row](super::attention) of the heatmap is one, and a block, so that the browser, too, leaves the
/// other lines as they are.
#[component]
fn LinePart(props: &LinePartProps) -> Html {
    let pieces = props.pieces.iter().map(|piece| match piece {
        Piece::Between(text) => html! { {text.clone()} },
        Piece::Forgotten(text) => html! { <span class="forgotten">{text.clone()}</span> },
        Piece::Sentence {
            index,
            opens_line,
            runs: text,
        } => html! {
            <span
                class={classes!(
                    "sentence",
                    opens_line.then_some("opens-line"),
                    (props.pointed == Some(*index)).then_some("pointed"),
                )}
                data-sentence={(index + 1).to_string()}
            >
                {runs(text)}
            </span>
        },
    });
    html! {
        <div class="line">
            {for pieces}
            if props.pieces.is_empty() {
                {NOTHING}
            }
        </div>
    }
}

/// The sentence whose letters lie under a place of the window, beneath the field in a box.
fn sentence_under(field: &NodeRef, x: f32, y: f32) -> Option<usize> {
    let stack = Tree::of(&field.get()?)?.at(x, y);
    stack.iter().find_map(|element| {
        super::attention::sentence_of(&element.closest("[data-sentence]").ok()??)
    })
}
