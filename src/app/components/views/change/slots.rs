//! The memory, sentence by sentence, to be rewritten.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, classes, component, html, use_effect,
    use_mut_ref, use_node_ref, use_state_eq,
};

use super::weight::WeightControl;
use crate::app::components::math;
use crate::app::components::prose;
use crate::app::components::strip::strip;
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::{Action, Draft};
use crate::explain::{
    Answer, Cell, CellPlace, Changes, Explanation, Reading, Rewritten, Row, dropped, duplicated,
    moved, place_after_move,
};
use crate::locale::Texts;
use crate::networks::Model;

/// The properties of [`Slots`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SlotsProps {
    /// What the reader works on.
    pub draft: Draft,
    /// What the network makes of it.
    pub reading: Shared<Reading>,
    /// The network.
    pub model: Shared<Model>,
    /// What it makes of it by itself, if that is something else.
    pub by_itself: Shared<Option<Explanation>>,
    /// The hop and the attention head whose weights can be changed, from 0.
    pub place: (usize, usize),
    /// The sentence that is marked.
    pub pointed: Option<usize>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A sentence on its way from one row to another, by pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Drag {
    from: usize,
    to: usize,
}

/// What the reader does with a sentence.
#[derive(Clone, Copy, Debug)]
enum Deed {
    /// Moves it to this row.
    Move(usize),
    Copy,
    Drop,
    Mute,
}

/// A row for each slot of memory, with its time, its weights and what can be done with it.
#[component]
pub fn Slots(props: &SlotsProps) -> Html {
    let texts = use_texts();
    let list = use_node_ref();
    let drag = use_state_eq(|| None::<Drag>);
    let said = use_state_eq(AttrValue::default);
    // Where the focus belongs once the rows are drawn anew: in which row, on what.
    let focus = use_mut_ref(|| None::<(usize, &'static str)>);
    use_effect({
        let (list, focus) = (list.clone(), focus.clone());
        move || {
            if let Some((row, class)) = focus.borrow_mut().take() {
                focus_on(&list, row, class);
            }
        }
    });

    let Some(Ok(Answer {
        explanation,
        heatmap,
    })) = &props.reading.answer
    else {
        return Html::default();
    };
    let rows = &heatmap.rows;
    let first = rows.first().map_or(0, |row| row.sentence);
    let last = rows.len().saturating_sub(1);
    let act_on = {
        let (draft, act, said) = (props.draft.clone(), props.act.clone(), said.clone());
        Callback::from(move |(row, deed): (usize, Deed)| {
            let sentence = first + row;
            let texts = &texts.change;
            let (rewritten, message, focused) = match deed {
                Deed::Mute => {
                    let mut changes = draft.changes.clone();
                    changes.mute(sentence, !changes.is_muted(sentence));
                    return act.emit(Action::Change(changes));
                }
                Deed::Move(to) if to > last || to == row => return,
                Deed::Move(to) => (
                    moved(&draft.story, sentence, first + to),
                    texts.moved(sentence + 1, first + to + 1),
                    (to, "slot-move"),
                ),
                Deed::Copy => (
                    duplicated(&draft.story, sentence),
                    texts.copied(sentence + 1),
                    (row, "slot-copy"),
                ),
                Deed::Drop => (
                    dropped(&draft.story, sentence),
                    texts.dropped(sentence + 1),
                    (row.min(last.saturating_sub(1)), "slot-drop"),
                ),
            };
            if let Some(rewritten) = rewritten {
                *focus.borrow_mut() = Some(focused);
                said.set(message.into());
                act.emit(Action::Rewrite(redrafted(&draft, rewritten)));
            }
        })
    };
    let onpointermove = {
        let (drag, list) = (drag.clone(), list.clone());
        move |event: PointerEvent| {
            if let Some(now) = *drag {
                let to = row_at(&list, now.to, f64::from(event.client_y())).min(last);
                drag.set(Some(Drag { to, ..now }));
            }
        }
    };
    let onpointerup = {
        let (drag, act_on) = (drag.clone(), act_on.clone());
        move |_: PointerEvent| {
            if let Some(Drag { from, to }) = *drag {
                drag.set(None);
                act_on.emit((from, Deed::Move(to)));
            }
        }
    };
    let onpointercancel = {
        let drag = drag.clone();
        move |_: PointerEvent| drag.set(None)
    };
    let lift = {
        let (drag, list) = (drag.clone(), list.clone());
        Callback::from(move |(row, event): (usize, PointerEvent)| {
            if event.button() == 0 {
                // Without the capture the sentence is let go of where the pointer leaves the list.
                if let Some(list) = list.cast::<Element>() {
                    let _ = list.set_pointer_capture(event.pointer_id());
                }
                drag.set(Some(Drag { from: row, to: row }));
            }
        })
    };

    let shown_at = |at: usize| match *drag {
        // While it is dragged the others make room, as they will.
        Some(Drag { from, to }) => place_after_move(at, to, from),
        None => at,
    };
    let row = |at: usize| {
        let it = rows.get(shown_at(at))?;
        let newer = last - at;
        let lifted = drag.is_some_and(|drag| drag.to == at);
        Some(slot(
            props,
            (texts, explanation),
            (at, it, newer, lifted),
            &act_on,
            &lift,
        ))
    };
    let (hop, _) = props.place;
    let empty = explanation.empty(hop);
    html! {
        <>
            <div class="slot-table">
            <div class="slot-heads" aria-hidden="true">
                <span class="slot-text">{texts.change.sentence}</span>
                <span class="slot-time">{texts.change.time}</span>
                <span class="slot-cells">{texts.change.attention}</span>
                <span class="slot-weight">{texts.change.in_hop(hop + 1)}</span>
            </div>
            <ol
                class={classes!("change-slots", drag.is_some().then_some("dragging"))}
                aria-label={texts.change.memory}
                ref={list}
                onpointerleave={props.act.reform(|_: PointerEvent| Action::Hover(None))}
                {onpointermove}
                {onpointerup}
                {onpointercancel}
            >
                {for (0..rows.len()).filter_map(row)}
            </ol>
            </div>
            // What two decimals would show as 0.00 is not worth a row.
            if empty >= 0.005 {
                <p class="slot-empty">
                    <span>{texts.change.empty}</span>
                    {cells((0..explanation.hops.len()).map(|hop| (explanation.empty(hop), false)), hop, texts)}
                </p>
            }
            <p class="note" id="change-keys">{prose(texts.change.keys)}</p>
            <p class="unseen" role="status">{&*said}</p>
        </>
    }
}

/// One slot: its place among the rows, the sentence that it shows, how many sentences are newer, and
/// whether it is the one that is dragged.
fn slot(
    props: &SlotsProps,
    (texts, explanation): (&'static Texts, &Explanation),
    (at, row, newer, lifted): (usize, &Row, usize, bool),
    act_on: &Callback<(usize, Deed)>,
    lift: &Callback<(usize, PointerEvent)>,
) -> Html {
    let said = &texts.change;
    let changes = &props.draft.changes;
    let sentence = row.sentence;
    let number = sentence + 1;
    let muted = changes.is_muted(sentence);
    let (hop, head) = props.place;
    let place = CellPlace {
        hop,
        head,
        sentence,
    };
    let button = |class: &'static str, pressed: Option<String>, name: String, label, deed| {
        html! {
            <button
                type="button"
                {class}
                aria-pressed={pressed}
                aria-label={name}
                onclick={act_on.reform(move |_: yew::MouseEvent| (at, deed))}
            >
                {label}
            </button>
        }
    };
    let onkeydown = {
        let act_on = act_on.clone();
        move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowUp" => at.checked_sub(1),
                "ArrowDown" => Some(at + 1),
                _ => return,
            };
            event.prevent_default();
            if let Some(to) = to {
                act_on.emit((at, Deed::Move(to)));
            }
        }
    };
    let on_fix = {
        let (act, changes) = (props.act.clone(), changes.clone());
        Callback::from(move |weight: Option<f32>| {
            let mut changes = changes.clone();
            match weight {
                Some(weight) => changes.fix(hop, head, sentence, weight),
                None => changes.release(hop, head, sentence),
            }
            act.emit(Action::Change(changes));
        })
    };
    let weights = row.cells.iter().enumerate();
    // Of a network that is not overruled this explanation is what it makes of it by itself.
    let by_itself = props.by_itself.as_ref().unwrap_or(explanation);
    let time = props.model.temporal_encoding(hop, newer);
    html! {
        <li
            key={at}
            class={classes!(
                "change-slot",
                (props.pointed == Some(sentence)).then_some("pointed"),
                muted.then_some("muted"),
                lifted.then_some("lifted"),
            )}
            onpointerenter={props.act.reform(move |_: PointerEvent| Action::Hover(Some(sentence)))}
        >
            <button
                type="button"
                class="slot-move"
                aria-label={said.move_sentence(number)}
                aria-describedby="change-keys"
                aria-keyshortcuts="ArrowUp ArrowDown"
                onpointerdown={lift.reform(move |event| (at, event))}
                {onkeydown}
            >
                {"↕"}
            </button>
            <span class="slot-text">
                <span class="number">{number}</span>
                {" "}<span class="text" lang="en" dir="auto">{row.text.clone()}</span>
            </span>
            <span class="slot-time">
                {math::inline(math::row([
                    math::letter("T"),
                    math::bracketed([math::count(newer)]),
                ]))}
                <span class="unseen">{said.age(newer)}</span>
                {strip(&time)}
            </span>
            {cells(weights.map(|(hop, cell)| (cell.0, changes.is_fixed(hop, sentence))), hop, texts)}
            <WeightControl
                {sentence}
                weight={explanation.head_weight(place).unwrap_or_default()}
                by_itself={by_itself.head_weight(place)}
                fixed={changes.fixed_weight(hop, head, sentence)}
                room={explanation.room(changes, place)}
                {muted}
                {on_fix}
                on_settle={props.act.reform(|()| Action::Settle)}
            />
            <span class="slot-deeds">
                {button("slot-mute", Some(muted.to_string()), said.mute_sentence(number), said.mute, Deed::Mute)}
                {button("slot-copy", None, said.copy_sentence(number), said.copy, Deed::Copy)}
                {button("slot-drop", None, said.drop_sentence(number), said.drop, Deed::Drop)}
            </span>
        </li>
    }
}

/// The weights of a row in every hop, each with whether it was given; that of the hop that can be
/// changed stands out.
fn cells(weights: impl Iterator<Item = (f32, bool)>, chosen: usize, texts: &Texts) -> Html {
    html! {
        <span class="slot-cells">
            {for weights.enumerate().map(|(hop, (weight, fixed))| {
                let cell = Cell(weight);
                html! {
                    <span
                        key={hop}
                        class={classes!(
                            format!("heat-{}", cell.step()),
                            fixed.then_some("fixed"),
                            (hop == chosen).then_some("chosen"),
                        )}
                    >
                        <span class="unseen">{texts.attention.hop(hop + 1)}{" "}</span>
                        {cell.number(texts)}
                        {" "}
                    </span>
                }
            })}
        </span>
    }
}

/// The draft with its story rewritten; what was overruled in its sentences goes with them.
fn redrafted(draft: &Draft, Rewritten { story, places }: Rewritten) -> Draft {
    let mut changes: Changes = draft.changes.clone();
    changes.carry(|from| places.get(from).copied().flatten());
    Draft {
        changes,
        ..Draft::new(story, draft.question.clone())
    }
}

/// The row that a sentence dragged to this height of the window belongs to: as many rows are above
/// it as have the middle of what they are dragged by above the pointer. `now` is the row that it is
/// in.
fn row_at(list: &NodeRef, now: usize, height: f64) -> usize {
    let Some(list) = list.cast::<Element>() else {
        return now;
    };
    let rows = list.children();
    let others = (0..rows.length()).filter(|&at| at as usize != now);
    let above = others.filter(|&at| {
        let handle = rows.item(at).and_then(|row| row.first_element_child());
        handle.is_some_and(|handle| {
            let place = handle.get_bounding_client_rect();
            place.y() + place.height() / 2.0 < height
        })
    });
    above.count()
}

/// Puts the focus on a control of a row, if there is such a row.
fn focus_on(list: &NodeRef, row: usize, class: &str) {
    let row = list
        .cast::<Element>()
        .and_then(|list| list.children().item(row as u32));
    let found = row.and_then(|row| row.query_selector(&format!(".{class}")).ok()?);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // A button that is there can be focused.
        let _ = found.focus();
    }
}
