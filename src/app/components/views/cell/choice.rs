//! The choice of the cell.

use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast, html};

use crate::app::state::Action;
use crate::explain::{CellPlace, Explanation};
use crate::locale::Texts;

/// Three lists that choose the cell.
pub(super) fn choice(
    cell: CellPlace,
    explanation: &Explanation,
    act: &Callback<Action>,
    texts: &Texts,
) -> Html {
    let heads = explanation.hops.first().map_or(1, |hop| hop.heads.len());
    let choose = |change: fn(CellPlace, usize) -> CellPlace| {
        let act = act.clone();
        move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(value) = select.and_then(|select| select.value().parse().ok()) {
                act.emit(Action::LookAtCell(change(cell, value)));
            }
        }
    };
    let option = |value: usize, chosen: usize, label: AttrValue| {
        html! {
            <option value={value.to_string()} selected={value == chosen}>{label}</option>
        }
    };
    let weight = |sentence: usize| {
        let weight = explanation.head_weight(CellPlace { sentence, ..cell })?;
        Some(texts.typography.decimal(weight, 2))
    };
    html! {
        <div class="choices">
            <div class="choice">
                <label for="cell-hop">{texts.cell.hop}</label>
                <select
                    id="cell-hop"
                    onchange={choose(|cell, hop| CellPlace { hop, ..cell })}
                >
                    {for (0..explanation.hops.len()).map(|hop| {
                        option(hop, cell.hop, (hop + 1).to_string().into())
                    })}
                </select>
            </div>
            if heads > 1 {
                <div class="choice">
                    <label for="cell-head">{texts.cell.head}</label>
                    <select
                        id="cell-head"
                        onchange={choose(|cell, head| CellPlace { head, ..cell })}
                    >
                        {for (0..heads).map(|head| {
                            option(head, cell.head, (head + 1).to_string().into())
                        })}
                    </select>
                </div>
            }
            <div class="choice">
                <label for="cell-sentence">{texts.cell.sentence}</label>
                <select
                    id="cell-sentence"
                    onchange={choose(|cell, sentence| CellPlace { sentence, ..cell })}
                >
                    {for explanation.sentences.iter().enumerate().filter_map(|(at, sentence)| {
                        let label = format!("{} · {} · {}", at + 1, weight(at)?, sentence.text);
                        Some(option(at, cell.sentence, label.into()))
                    })}
                </select>
            </div>
        </div>
    }
}
