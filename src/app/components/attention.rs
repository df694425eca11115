//! The attention.

use std::ops::RangeInclusive;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, TargetCast, classes, component, html,
    use_effect_with, use_mut_ref,
};

use super::overview::Overview;
use super::role::{Component, role};
use crate::app::hooks::{use_settled, use_texts};
use crate::app::shared::Shared;
use crate::app::state::{Action, Focus};
use crate::explain::{Answer, Cell, CellPlace, Changes, Heatmap, Reading, Row};

/// The properties of [`AttentionPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AttentionPartProps {
    /// What the network makes of the story and the question.
    pub reading: Shared<Reading>,
    /// The sentence to mark.
    pub pointed: Option<usize>,
    /// The cell that is looked at.
    #[prop_or_default]
    pub cell: Option<CellPlace>,
    /// What the reader overrules.
    #[prop_or_default]
    pub changes: Changes,
    /// The box that scrolls when the table is long.
    pub scroll_box: NodeRef,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The heatmap of the attention, with its summary.
#[component]
pub fn AttentionPart(props: &AttentionPartProps) -> Html {
    let texts = use_texts();
    let onpointerover = props
        .act
        .reform(|event: PointerEvent| Action::Hover(sentence_at(&event)));
    let onpointerleave = props.act.reform(|_: PointerEvent| Action::Hover(None));
    let onfocusin = props
        .act
        .reform(|event: FocusEvent| Action::Focus(sentence_at(&event).map(Focus::Row)));
    let onfocusout = props.act.reform(|_: FocusEvent| Action::Focus(None));
    let onclick = {
        let act = props.act.clone();
        move |event: MouseEvent| {
            if let Some(place) = cell_at(&event) {
                act.emit(Action::LookAtCell(place));
            }
        }
    };
    let onkeydown = {
        let act = props.act.clone();
        move |event: KeyboardEvent| {
            if event.key() != "Enter" && event.key() != " " {
                move_focus(&event);
            } else if let Some(place) = cell_at(&event) {
                event.prevent_default();
                act.emit(Action::LookAtCell(place));
            }
        }
    };
    // Rows out of view wait for the reader to pause, or to look at them: in a long story to draw
    // them is a good part of what a key press costs.
    let (settled, settle) = use_settled(&props.reading);
    let in_view = use_mut_ref(|| 0.0..=1.0);
    let drawn = use_mut_ref(Vec::new);
    let look = {
        let (in_view, scroll_box) = (in_view.clone(), props.scroll_box.clone());
        move || {
            if let Some(scroll_box) = scroll_box.cast() {
                *in_view.borrow_mut() = share_in_view(&scroll_box);
            }
        }
    };
    let onscroll = {
        let look = look.clone();
        move |_: Event| {
            look();
            settle.emit(());
        }
    };
    let count = match &props.reading.answer {
        Some(Ok(answer)) => answer.heatmap.rows.len(),
        _ => 0,
    };
    use_effect_with((settled.clone(), count), move |_| look());
    let at_once = match settled == props.reading {
        true => 0.0..=f64::INFINITY,
        false => rows_in_view(&in_view.borrow(), count),
    };
    let all_at_once = *at_once.start() <= 0.0 && *at_once.end() >= count as f64;
    let table = match &props.reading.answer {
        Some(Ok(Answer {
            heatmap,
            explanation,
        })) => html! {
            <>
                <div class="heatmap-frame">
                    <div class="heatmap-box" ref={&props.scroll_box} {onscroll}>
                        <table
                            class="heatmap"
                            role="grid"
                            aria-describedby="summary"
                            aria-busy={(!all_at_once).then_some("true")}
                        >
                            <caption>
                                <span class="title">{texts.attention.title}</span>
                                {role(Component::Output, texts)}
                            </caption>
                            <thead>
                                <tr>
                                    <th scope="col" class="sentence-head">{texts.attention.sentence}</th>
                                    {for (1..=heatmap.hops).map(|hop| html! {
                                        <th scope="col">{texts.attention.hop(hop)}</th>
                                    })}
                                </tr>
                            </thead>
                            <tbody
                                {onpointerover}
                                {onpointerleave}
                                {onfocusin}
                                {onfocusout}
                                {onclick}
                                {onkeydown}
                            >
                                {rows(heatmap, &at_once, &mut drawn.borrow_mut(), props)}
                            </tbody>
                        </table>
                    </div>
                    <Overview reading={props.reading.clone()} scroll_box={&props.scroll_box} />
                </div>
                <p class="summary" id="summary">{explanation.summary(texts)}</p>
            </>
        },
        _ => html! {
            <>
                <header class="part-head">
                    <h2>{texts.attention.title}</h2>
                    {role(Component::Output, texts)}
                </header>
                <p class="waiting">{texts.attention.waiting}</p>
            </>
        },
    };
    html! { <section class="part attention">{table}</section> }
}

/// How many rows beyond those in view are drawn at once, as rows are not all of one height.
const MARGIN: f64 = 4.0;

/// The share of what a box holds that is in view, from 0 (its top) to 1.
fn share_in_view(scrolled: &Element) -> RangeInclusive<f64> {
    let height = f64::from(scrolled.scroll_height().max(1));
    let top = f64::from(scrolled.scroll_top());
    top / height..=(top + f64::from(scrolled.client_height())) / height
}

/// The rows, of so many, that such a share of the table shows.
fn rows_in_view(share: &RangeInclusive<f64>, count: usize) -> RangeInclusive<f64> {
    let count = count as f64;
    share.start() * count - MARGIN..=share.end() * count + MARGIN
}

/// The rows of the table: those that are not to be drawn `at_once` as they were `drawn` last. One of
/// them can be reached with the tab key: the marked one, or else the first. From there the arrow keys
/// go on, to other rows and to the cells.
fn rows(
    heatmap: &Heatmap,
    at_once: &RangeInclusive<f64>,
    drawn: &mut Vec<(usize, Rc<[DrawnCell]>)>,
    props: &AttentionPartProps,
) -> Html {
    let pointed = props.pointed;
    let looked_at = |sentence, hop| {
        props
            .cell
            .is_some_and(|cell| (cell.sentence, cell.hop) == (sentence, hop))
    };
    let reachable = heatmap
        .rows
        .iter()
        .position(|row| Some(row.sentence) == pointed)
        .unwrap_or(0);
    let cells = |row: &Row| -> Rc<[DrawnCell]> {
        let cells = row.cells.iter().enumerate();
        let drawn = cells.map(|(hop, cell)| DrawnCell {
            shade: cell.step(),
            weight: cell.rounded(),
            fixed: props.changes.is_fixed(hop, row.sentence),
            looked_at: looked_at(row.sentence, hop),
        });
        drawn.collect()
    };
    drawn.truncate(heatmap.rows.len());
    let rows = heatmap.rows.iter().enumerate();
    rows.map(|(at, row)| {
        let waits = !at_once.contains(&(at as f64));
        match drawn.get_mut(at) {
            Some((sentence, cells))
                if waits && *sentence == row.sentence && cells.len() == row.cells.len() => {}
            Some(last) => *last = (row.sentence, cells(row)),
            None => drawn.push((row.sentence, cells(row))),
        }
        html! {
            <RowPart
                key={row.sentence}
                sentence={row.sentence}
                text={row.text.clone()}
                cells={drawn[at].1.clone()}
                pointed={pointed == Some(row.sentence)}
                muted={props.changes.is_muted(row.sentence)}
                reachable={at == reachable}
            />
        }
    })
    .collect()
}

/// The properties of [`RowPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
struct RowPartProps {
    /// The sentence's place in the story, from 0.
    sentence: usize,
    /// The sentence.
    text: AttrValue,
    /// Its cells, hop by hop.
    cells: Rc<[DrawnCell]>,
    /// Whether it is marked.
    pointed: bool,
    /// Whether the reader muted it.
    muted: bool,
    /// Whether the tab key reaches it.
    reachable: bool,
}

/// A cell as one sees it.
#[derive(Clone, Debug, PartialEq)]
struct DrawnCell {
    shade: u8,
    /// With the decimals that are shown, so that a row that looks as before is left alone.
    weight: Cell,
    fixed: bool,
    looked_at: bool,
}

/// One row. It is a component so that the rows that a key press leaves as they are, most of a long
/// story's, need not be drawn again.
#[component]
fn RowPart(props: &RowPartProps) -> Html {
    let texts = use_texts();
    let number = (props.sentence + 1).to_string();
    html! {
        <tr
            class={classes!(
                props.pointed.then_some("pointed"),
                props.muted.then_some("muted"),
            )}
            data-sentence={number.clone()}
            tabindex={if props.reachable { "0" } else { "-1" }}
        >
            <th scope="row">
                <span class="number">{number}</span>
                {" "}<span class="text" dir="auto" lang="en">{&props.text}</span>
            </th>
            {for props.cells.iter().map(|cell| html! {
                <td
                    class={classes!(
                        format!("heat-{}", cell.shade),
                        cell.fixed.then_some("fixed"),
                    )}
                    tabindex="-1"
                    aria-selected={cell.looked_at.then_some("true")}
                >
                    {cell.weight.number(texts)}
                </td>
            })}
        </tr>
    }
}

/// Moves the focus: up and down from row to row, in the column that it is in; right and left from
/// a row to its cells and back.
fn move_focus(event: &KeyboardEvent) {
    let Some(row) = row_of(event) else { return };
    let cell = cell_of(event);
    let beside = |sibling: Option<Element>| sibling.filter(|it| it.tag_name() == "TD");
    let in_column = |row: Option<Element>| match &cell {
        Some(cell) => row?.children().item(column_of(cell)),
        None => row,
    };
    let body = row.parent_element();
    let target = match (event.key().as_str(), &cell) {
        ("ArrowUp", _) => in_column(row.previous_element_sibling()),
        ("ArrowDown", _) => in_column(row.next_element_sibling()),
        ("Home", _) => in_column(body.and_then(|body| body.first_element_child())),
        ("End", _) => in_column(body.and_then(|body| body.last_element_child())),
        ("ArrowRight", None) => row.children().item(1),
        ("ArrowRight", Some(cell)) => beside(cell.next_element_sibling()),
        ("ArrowLeft", Some(cell)) => Some(beside(cell.previous_element_sibling()).unwrap_or(row)),
        _ => return,
    };
    // The page itself must not scroll, not even from the last row.
    event.prevent_default();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // A row that can't be focused is a row that has just gone.
        let _ = target.focus();
    }
}

/// The place of the cell that an event is about.
fn cell_at(event: &Event) -> Option<CellPlace> {
    let cell = cell_of(event)?;
    Some(CellPlace {
        hop: column_of(&cell).checked_sub(1)? as usize,
        head: 0,
        sentence: sentence_at(event)?,
    })
}

fn cell_of(event: &Event) -> Option<Element> {
    event.target_dyn_into::<Element>()?.closest("td").ok()?
}

/// The column of a cell; the head of its row is 0.
fn column_of(cell: &Element) -> u32 {
    let mut columns = 0;
    let mut before = cell.previous_element_sibling();
    while let Some(cell) = before {
        columns += 1;
        before = cell.previous_element_sibling();
    }
    columns
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
