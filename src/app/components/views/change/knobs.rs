//! What bears on every sentence: the temperature and the number of hops; and which hop is changed.

use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::{Callback, Event, Html, Properties, TargetCast, component, html};

use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::explain::{Changes, NOTCHES, notch_of, temperature_at};
use crate::networks::Model;

/// The properties of [`Knobs`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KnobsProps {
    /// What the reader overrules.
    pub changes: Changes,
    /// The network.
    pub model: Shared<Model>,
    /// How many hops it takes.
    pub taken: usize,
    /// The hop and the attention head whose weights can be changed, from 0.
    pub place: (usize, usize),
    /// The reader chose another head.
    pub on_head: Callback<usize>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// Two sliders, and the choice of the hop (and the head, where there are several).
#[component]
pub fn Knobs(props: &KnobsProps) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.change;
    let KnobsProps { changes, model, .. } = props;
    let (trained, most) = (model.hops(), model.most_hops());
    let degrees = all_texts.typography.decimal(changes.temperature, 2);
    let hops = texts.hops_of(props.taken, trained);
    let slide = |change: fn(&mut Changes, i32, usize)| {
        let (act, changes) = (props.act.clone(), changes.clone());
        move |event: InputEvent| {
            let slider = event.target_dyn_into::<HtmlInputElement>();
            if let Some(value) = slider.and_then(|slider| slider.value().parse().ok()) {
                let mut changes = changes.clone();
                change(&mut changes, value, trained);
                act.emit(Action::Change(changes));
            }
        }
    };
    let settle = || props.act.reform(|_| Action::Settle);
    let on_head = props.on_head.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let head = select.map_or(0, |select| select.selected_index());
        usize::try_from(head).unwrap_or_default()
    });
    html! {
        <div class="knobs">
            <label class="knob">
                <span class="knob-name">{texts.temperature}</span>
                <input
                    type="range"
                    min={(-NOTCHES).to_string()}
                    max={NOTCHES.to_string()}
                    step="1"
                    value={notch_of(changes.temperature).to_string()}
                    aria-label={texts.temperature}
                    aria-valuetext={degrees.clone()}
                    oninput={slide(|changes, notch, _| changes.temperature = temperature_at(notch))}
                    onpointerup={settle().reform(|_: yew::PointerEvent| ())}
                    onblur={settle().reform(|_: yew::FocusEvent| ())}
                />
                <span class="knob-value">{degrees}</span>
                <span class="knob-note">{texts.temperature_does}</span>
            </label>
            if most > 1 {
                <label class="knob">
                    <span class="knob-name">{texts.hops}</span>
                    <input
                        type="range"
                        min="1"
                        max={most.to_string()}
                        step="1"
                        value={props.taken.to_string()}
                        aria-label={texts.hops}
                        aria-valuetext={hops.clone()}
                        oninput={slide(|changes, hops, trained| {
                            let hops = usize::try_from(hops).ok();
                            changes.hops = hops.filter(|hops| *hops != trained);
                        })}
                        onpointerup={settle().reform(|_: yew::PointerEvent| ())}
                        onblur={settle().reform(|_: yew::FocusEvent| ())}
                    />
                    <span class="knob-value">{props.taken}</span>
                    <span class="knob-note">{hops}</span>
                </label>
            }
            <div class="which" role="group" aria-labelledby="which-hop">
                <span class="knob-name" id="which-hop">{texts.which_hop}</span>
                {for (0..props.taken).map(|hop| html! {
                    <button
                        key={hop}
                        type="button"
                        aria-pressed={(hop == props.place.0).to_string()}
                        onclick={props.act.reform(move |_| Action::LookAtHop(hop))}
                    >
                        {all_texts.attention.hop(hop + 1)}
                    </button>
                })}
                if model.heads() > 1 {
                    <label class="choice">
                        <span>{texts.which_head}</span>
                        <select onchange={on_head}>
                            {for (0..model.heads()).map(|head| html! {
                                <option selected={head == props.place.1}>{head + 1}</option>
                            })}
                        </select>
                    </label>
                }
            </div>
        </div>
    }
}
