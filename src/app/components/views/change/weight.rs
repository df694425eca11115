//! One weight that can be given.

use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, Properties, TargetCast, classes, component, html, use_state_eq};

use crate::app::components::answer::length;
use crate::app::hooks::use_texts;

/// The properties of [`WeightControl`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WeightControlProps {
    /// The sentence's place in the story, from 0.
    pub sentence: usize,
    /// Its weight as it is.
    pub weight: f32,
    /// The weight that the network gives it by itself.
    pub by_itself: Option<f32>,
    /// Whether the reader gave the weight, and which one.
    pub fixed: Option<f32>,
    /// The most that can be given.
    pub room: f32,
    /// Whether the sentence can't be read.
    pub muted: bool,
    /// The reader gives a weight, or leaves it to the network again.
    pub on_fix: Callback<Option<f32>>,
    /// The reader let go of it.
    pub on_settle: Callback<()>,
}

/// A slider over a mark that says what the network gives by itself, a field for the same weight, and
/// a button that holds it.
#[component]
pub fn WeightControl(props: &WeightControlProps) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.change;
    // What is being typed, and the weight that was given when it was typed: once that is another
    // one, as after taking a step back, what was typed is of no more use.
    let typing = use_state_eq(|| None::<(String, Option<f32>)>);
    let number = all_texts.typography.decimal(props.weight, 2);
    let shown = match &*typing {
        Some((typed, fixed)) if *fixed == props.fixed => typed.clone(),
        _ => number.clone(),
    };
    let give = {
        let (on_fix, room) = (props.on_fix.clone(), props.room);
        move |weight: f32| {
            let weight = weight.clamp(0.0, room);
            on_fix.emit(Some(weight));
            weight
        }
    };
    let on_slide = {
        let give = give.clone();
        move |event: InputEvent| {
            let slider = event.target_dyn_into::<HtmlInputElement>();
            if let Some(weight) = slider.and_then(|slider| slider.value().parse().ok()) {
                give(weight);
            }
        }
    };
    let on_type = {
        let (typing, fixed) = (typing.clone(), props.fixed);
        move |event: InputEvent| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else {
                return;
            };
            let typed = field.value();
            let weight = typed.trim().replace(',', ".").parse::<f32>();
            let given = weight.ok().filter(|weight| weight.is_finite()).map(&give);
            typing.set(Some((typed, given.or(fixed))));
        }
    };
    let onblur = {
        let (typing, on_settle) = (typing.clone(), props.on_settle.clone());
        move |_| {
            typing.set(None);
            on_settle.emit(());
        }
    };
    let settle = props.on_settle.clone();
    let toggle = {
        let (on_fix, on_settle) = (props.on_fix.clone(), props.on_settle.clone());
        let next = props.fixed.is_none().then_some(props.weight);
        move |_| {
            on_fix.emit(next);
            on_settle.emit(());
        }
    };
    let name = texts.weight_of(props.sentence + 1);
    html! {
        <span class={classes!("slot-weight", props.fixed.is_some().then_some("fixed"))}>
            <span class="slider">
                if let Some(weight) = props.by_itself {
                    <svg class="by-itself" aria-hidden="true">
                        <rect x={length(weight)} width="2" height="100%" />
                    </svg>
                }
                <input
                    type="range"
                    min="0"
                    max="1"
                    step="0.01"
                    value={format!("{:.2}", props.weight)}
                    disabled={props.muted}
                    aria-label={name.clone()}
                    aria-valuetext={number}
                    oninput={on_slide}
                    onpointerup={settle.reform(|_: yew::PointerEvent| ())}
                    onblur={settle.reform(|_: yew::FocusEvent| ())}
                />
            </span>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                value={shown}
                disabled={props.muted}
                aria-label={name}
                oninput={on_type}
                {onblur}
            />
            <button
                type="button"
                aria-pressed={props.fixed.is_some().to_string()}
                aria-label={texts.fix_sentence(props.sentence + 1)}
                disabled={props.muted}
                onclick={toggle}
            >
                {texts.fix}
            </button>
        </span>
    }
}
