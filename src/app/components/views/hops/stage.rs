//! What a hop does, as it is shown phase by phase.

use yew::{Callback, Classes, Html, classes, html};

use super::place::{At, Phase};
use crate::app::components::math;
use crate::app::components::strip::strip;
use crate::app::state::Action;
use crate::explain::{Cell, Explanation, Stop};
use crate::locale::Texts;

/// The most sentences that are listed.
const MOST_SENTENCES: usize = 12;

/// The classes of something that comes with a phase.
pub(super) fn shown(at: At, phase: Phase, class: &'static str) -> Classes {
    classes!(
        class,
        "phase",
        (at.phase == phase).then_some("now"),
        (at.phase < phase).then_some("later"),
    )
}

/// A vector with its symbol, which comes with a phase.
pub(super) fn vector(
    at: At,
    phase: Phase,
    letter: &'static str,
    index: usize,
    values: &[f32],
    what: &'static str,
) -> Html {
    html! {
        <div class={shown(at, phase, "vector")}>
            <span class="symbol">
                {math::inline(math::sub(math::letter(letter), math::count(index)))}
            </span>
            {strip(values)}
            <span class="what">{what}</span>
        </div>
    }
}

/// The weights of the sentences.
pub(super) fn attention(
    at: At,
    stop: &Stop,
    explanation: &Explanation,
    act: &Callback<Action>,
    (unfolded, pointed): (bool, Option<usize>),
    texts: &Texts,
    fold: Callback<()>,
) -> Html {
    let heads = stop.scores.len();
    let hop = &explanation.hops[at.hop];
    let several = heads > 1;
    let unfolded = several && unfolded;
    let listed = explanation.most_read(MOST_SENTENCES, pointed);
    let remembered = explanation.sentences.len() - explanation.forgotten();
    let others = remembered - listed.len();
    let empty = explanation.empty(at.hop);
    let cell = |weight: f32| {
        let cell = Cell(weight);
        html! { <td class={format!("heat-{}", cell.step())}>{cell.number(texts)}</td> }
    };
    let row = |sentence: usize| {
        let reading = explanation.sentences.get(sentence)?;
        let slot = reading.slot?;
        let weight = explanation.weight(at.hop, sentence)?;
        let hover = act.reform(move |_| Action::Hover(Some(sentence)));
        Some(html! {
            <tr
                key={sentence}
                class={classes!((pointed == Some(sentence)).then_some("pointed"))}
                onpointerenter={hover}
            >
                <th scope="row">
                    <span class="number">{sentence + 1}</span>
                    {" "}<span lang="en">{reading.text.clone()}</span>
                </th>
                if !several {
                    <td class="score">
                        {texts.typography.decimal(stop.scores[0].get(slot).copied()?, 2)}
                    </td>
                }
                {cell(weight)}
                if unfolded {
                    {for hop.heads.iter().filter_map(|head| Some(cell(*head.get(slot)?)))}
                }
            </tr>
        })
    };
    html! {
        <div
            class={shown(at, Phase::Attention, "attends")}
            onpointerleave={act.reform(|_| Action::Hover(None))}
        >
            if several {
                <button
                    type="button"
                    class="fold"
                    aria-expanded={unfolded.to_string()}
                    onclick={fold.reform(|_| ())}
                >
                    {texts.hops.heads(heads)}
                </button>
            }
            <table>
                <caption class="unseen">{texts.hops.attention}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.hops.sentence}</th>
                        if several {
                            <th scope="col">{texts.hops.mean}</th>
                        } else {
                            <th scope="col">{texts.hops.score}</th>
                            <th scope="col">{texts.hops.weight}</th>
                        }
                        if unfolded {
                            {for (1..=heads).map(|head| html! {
                                <th scope="col">{texts.hops.head(head)}</th>
                            })}
                        }
                    </tr>
                </thead>
                <tbody>
                    {for listed.into_iter().filter_map(row)}
                    // What two decimals would show as 0.00 is not worth a row.
                    if empty >= 0.005 {
                        <tr class="empty">
                            <th scope="row">{texts.hops.empty}</th>
                            if !several {
                                <td class="score">{texts.typography.decimal(0.0, 2)}</td>
                            }
                            {cell(empty)}
                            if unfolded {
                                {for hop.empty.iter().map(|&empty| cell(empty))}
                            }
                        </tr>
                    }
                </tbody>
            </table>
            if others > 0 {
                <p class="note">{texts.hops.others(others)}</p>
            }
        </div>
    }
}
