//! The attention.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, PointerEvent};
use yew::{Callback, Event, Html, NodeRef, Properties, TargetCast, classes, component, html};

use super::role::{Component, role};
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::explain::{Answer, Heatmap, Reading};

/// The properties of [`AttentionPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AttentionPartProps {
    /// What the network makes of the story and the question.
    pub reading: Shared<Reading>,
    /// The sentence to mark.
    pub pointed: Option<usize>,
    /// The box that scrolls when the table is long.
    pub scroll_box: NodeRef,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The heatmap of the attention, with its summary.
#[component]
pub fn AttentionPart(props: &AttentionPartProps) -> Html {
    let onpointerover = props
        .act
        .reform(|event: PointerEvent| Action::Hover(sentence_at(&event)));
    let onpointerleave = props.act.reform(|_: PointerEvent| Action::Hover(None));
    let onfocusin = props
        .act
        .reform(|event: FocusEvent| Action::Focus(sentence_at(&event)));
    let onfocusout = props.act.reform(|_: FocusEvent| Action::Focus(None));
    let table = match &props.reading.answer {
        Some(Ok(Answer {
            heatmap,
            explanation,
        })) => html! {
            <>
                <div class="heatmap-box" ref={&props.scroll_box}>
                    <table class="heatmap" aria-describedby="summary">
                        <caption>
                            <span class="title">{"Attention"}</span>
                            {role(Component::Output)}
                        </caption>
                        <thead>
                            <tr>
                                <th scope="col" class="sentence-head">{"Sentence"}</th>
                                {for (1..=heatmap.hops).map(|hop| html! {
                                    <th scope="col">{format!("Hop {hop}")}</th>
                                })}
                            </tr>
                        </thead>
                        <tbody
                            {onpointerover}
                            {onpointerleave}
                            {onfocusin}
                            {onfocusout}
                            onkeydown={move_focus}
                        >
                            {rows(heatmap, props.pointed)}
                        </tbody>
                    </table>
                </div>
                <p class="summary" id="summary">{explanation.summary()}</p>
            </>
        },
        _ => html! {
            <>
                <header class="part-head">
                    <h2>{"Attention"}</h2>
                    {role(Component::Output)}
                </header>
                <p class="waiting">{"It appears with the answer."}</p>
            </>
        },
    };
    html! { <section class="part attention">{table}</section> }
}

/// The rows of the table. One of them can be reached with the tab key: the marked one, or else
/// the first.
fn rows(heatmap: &Heatmap, pointed: Option<usize>) -> Html {
    let reachable = heatmap
        .rows
        .iter()
        .position(|row| Some(row.sentence) == pointed)
        .unwrap_or(0);
    heatmap
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let number = (row.sentence + 1).to_string();
            html! {
                <tr
                    key={row.sentence}
                    class={classes!((pointed == Some(row.sentence)).then_some("pointed"))}
                    data-sentence={number.clone()}
                    tabindex={if at == reachable { "0" } else { "-1" }}
                >
                    <th scope="row">
                        <span class="number">{number}</span>
                        {" "}<span class="text" dir="auto">{row.text.clone()}</span>
                    </th>
                    {for row.cells.iter().map(|cell| html! {
                        <td class={format!("heat-{}", cell.step())}>{cell.to_string()}</td>
                    })}
                </tr>
            }
        })
        .collect()
}

/// Moves the focus from row to row.
fn move_focus(event: KeyboardEvent) {
    let Some(row) = row_of(&event) else { return };
    let target = match event.key().as_str() {
        "ArrowUp" => row.previous_element_sibling(),
        "ArrowDown" => row.next_element_sibling(),
        "Home" => row
            .parent_element()
            .and_then(|body| body.first_element_child()),
        "End" => row
            .parent_element()
            .and_then(|body| body.last_element_child()),
        _ => return,
    };
    // The page itself must not scroll, not even from the last row.
    event.prevent_default();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // A row that can't be focused is a row that has just gone.
        let _ = target.focus();
    }
}

fn sentence_at(event: &Event) -> Option<usize> {
    sentence_of(&row_of(event)?)
}

fn row_of(event: &Event) -> Option<Element> {
    event
        .target_dyn_into::<Element>()?
        .closest("tr[data-sentence]")
        .ok()?
}

/// The sentence (its place in the story, from 0) that an element of the page stands for.
pub(super) fn sentence_of(element: &Element) -> Option<usize> {
    let number: usize = element.get_attribute("data-sentence")?.parse().ok()?;
    number.checked_sub(1)
}
