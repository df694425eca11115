//! One step of the arithmetic.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{Callback, Html, NodeRef, Properties, component, html, use_state};

use super::formula::{first_numbers, formula, quantity_symbol, value_of};
use super::words::name;
use crate::app::components::math::{self, Indices};
use crate::app::components::strip::strip;
use crate::app::hooks::use_texts;
use crate::app::tree::Tree;
use crate::explain::{CellArithmetic, Operation, Quantity, Step, Term};
use crate::locale::Texts;

/// The properties of [`StepRow`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct StepRowProps {
    /// All the arithmetic of the cell.
    pub(super) arithmetic: Rc<CellArithmetic>,
    /// Which step of it this is, from 0.
    pub(super) at: usize,
    /// What the letters stand for.
    pub(super) indices: Indices,
    /// Leads to a step.
    pub(super) go: Callback<usize>,
}

/// A step: its formula, its quantities, and on demand their numbers.
#[component]
pub(super) fn StepRow(props: &StepRowProps) -> Html {
    let texts = use_texts();
    let open = use_state(|| false);
    let Some(step) = props.arithmetic.steps.get(props.at) else {
        return Html::default();
    };
    let has_vector = step
        .operands
        .iter()
        .map(|it| &it.quantity)
        .chain([&step.result])
        .any(|quantity| quantity.values.len() > 1);
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    let first = first_numbers(step, texts);
    html! {
        <li class="step" id={step_id(props.at)} tabindex="-1">
            <div class="equation">
                {formula(step, props.indices, texts)}
                <span class="equation-number">{format!("({})", props.at + 1)}</span>
            </div>
            <ul class="quantities">
                {for step.operands.iter().map(|operand| {
                    quantity(&operand.quantity, operand.from, step, props, texts)
                })}
                if step.result.values.len() > 1 {
                    {quantity(&step.result, None, step, props, texts)}
                }
            </ul>
            if let Some(first) = first {
                <p class="first-numbers">
                    {texts.cell.first_numbers}{" "}{math::inline(first)}
                </p>
            }
            if has_vector {
                <button
                    type="button"
                    class="fold"
                    aria-expanded={open.to_string()}
                    onclick={toggle}
                >
                    {texts.cell.numbers}
                </button>
                if *open {
                    {numbers(step, props, texts)}
                }
            }
        </li>
    }
}

/// The id of the element of a step.
pub(super) fn step_id(at: usize) -> String {
    format!("step-{}", at + 1)
}

/// Brings a step of the view that a node is in into sight, and the focus to it.
pub(super) fn focus_step(view: &NodeRef, at: usize) {
    let tree = view.get().and_then(|node| Tree::of(&node));
    let step = tree.and_then(|tree| tree.by_id(&step_id(at)));
    if let Some(step) = step.and_then(|step| step.dyn_into::<HtmlElement>().ok()) {
        // It can be focused as long as it is there.
        let _ = step.focus();
    }
}

fn quantity(
    quantity: &Quantity,
    from: Option<usize>,
    step: &Step,
    props: &StepRowProps,
    texts: &Texts,
) -> Html {
    let columns = quantity.values.len() / quantity.rows.max(1);
    let drawn = match quantity.values.as_slice() {
        &[value] => html! {
            <span class="value">{math::inline(value_of(quantity.term, value, texts))}</span>
        },
        _ if quantity.rows > 1 => html! {
            <span class="size">{texts.cell.matrix(quantity.rows, columns)}</span>
        },
        values => strip(values),
    };
    let link = from.map(|from| {
        let go = props.go.reform(move |_| from);
        html! {
            <button
                type="button"
                class="made"
                aria-label={texts.cell.made_in(from + 1)}
                onclick={go}
            >
                {format!("({})", from + 1)}
            </button>
        }
    });
    html! {
        <li>
            <span class="symbol">
                {math::inline(quantity_symbol(quantity, step.part, props.indices, texts))}
            </span>
            <span class="what">{name(quantity.term, texts)}</span>
            {drawn}
            <span class="from">{link}</span>
        </li>
    }
}

/// The numbers of a step: a row for each vector, so that they stand one above the other as they are
/// joined. Vectors of other lengths have tables of their own.
fn numbers(step: &Step, props: &StepRowProps, texts: &Texts) -> Html {
    let mut tables: Vec<(usize, Vec<&Quantity>)> = Vec::new();
    let quantities = step.operands.iter().map(|operand| &operand.quantity);
    for quantity in quantities.chain([&step.result]) {
        let columns = quantity.values.len() / quantity.rows.max(1);
        match tables.iter_mut().find(|(length, _)| *length == columns) {
            _ if columns < 2 && quantity.rows < 2 => {}
            Some((_, quantities)) => quantities.push(quantity),
            None => tables.push((columns, vec![quantity])),
        }
    }
    html! {
        <div
            class="numbers"
            role="region"
            aria-label={texts.cell.numbers_of(props.at + 1)}
            tabindex="0"
        >
            {for tables.into_iter().map(|(columns, quantities)| {
                let sentences = heads(quantities[0].term, &props.arithmetic);
                let head = |at: usize| sentences.get(at).map_or(at, |sentence| *sentence) + 1;
                html! {
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{if sentences.is_empty() { "k" } else { "i" }}</th>
                                {for (0..columns).map(|at| html! { <th scope="col">{head(at)}</th> })}
                            </tr>
                        </thead>
                        <tbody>
                            {for quantities.into_iter().flat_map(|quantity| {
                                rows(quantity, columns, step, props, texts)
                            })}
                        </tbody>
                    </table>
                }
            })}
        </div>
    }
}

/// The sentences that the numbers of a vector belong to; none if they are the dimensions.
fn heads(term: Term, arithmetic: &CellArithmetic) -> Vec<usize> {
    match term {
        Term::Scores
        | Term::CooledScores
        | Term::Exponentials
        | Term::Softmax
        | Term::SharedWeights => arithmetic.competing.clone(),
        Term::GivenWeights | Term::ScaledWeights => arithmetic.given.clone(),
        Term::Weights => all(arithmetic),
        _ => Vec::new(),
    }
}

/// All remembered sentences, in order.
fn all(arithmetic: &CellArithmetic) -> Vec<usize> {
    let mut all = [&arithmetic.competing[..], &arithmetic.given].concat();
    all.sort_unstable();
    all
}

fn rows(
    quantity: &Quantity,
    columns: usize,
    step: &Step,
    props: &StepRowProps,
    texts: &Texts,
) -> Vec<Html> {
    let sentences = match step.operation {
        Operation::WeightedSum => all(&props.arithmetic),
        _ => Vec::new(),
    };
    let rows = quantity.values.chunks(columns.max(1)).enumerate();
    let several = quantity.rows > 1;
    rows.map(|(at, values)| {
        let symbol = quantity_symbol(quantity, step.part, props.indices, texts);
        let row = match sentences.get(at) {
            Some(sentence) if several => math::sub(math::letter("c"), math::count(sentence + 1)),
            None if several => math::sub(symbol, math::count(at + 1)),
            _ => symbol,
        };
        html! {
            <tr>
                // Not everything that reads a page aloud reads formulas.
                <th scope="row">
                    {math::inline(row)}
                    <span class="unseen">{name(quantity.term, texts)}</span>
                </th>
                {for values.iter().map(|&value| html! {
                    <td>{texts.typography.decimal(value, math::PLACES)}</td>
                })}
            </tr>
        }
    })
    .collect()
}
