//! The guided tour.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement, KeyboardEvent};
use yew::{
    Callback, Event, Html, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

use super::prose;
use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::app::tour::{LAST, Tour, view};
use crate::app::view::View;

/// The id of what begins the tour, which has the focus again when it ends.
const BUTTON: &str = "tour";

/// The properties of [`TourPart`] and [`TourButton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TourProps {
    /// How far the reader has come.
    pub tour: Tour,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// Begins the tour, or goes on with it, or leaves it.
#[component]
pub fn TourButton(props: &TourProps) -> Html {
    let texts = &use_texts().tour;
    let Tour { stop, open } = props.tour;
    let said = match stop {
        _ if open => texts.leave.to_owned(),
        0 => texts.start.to_owned(),
        stop => texts.resume(stop + 1),
    };
    let onclick = props.act.reform(move |_| {
        if open {
            Action::LeaveTour
        } else {
            Action::VisitStop(stop)
        }
    });
    html! {
        <button type="button" class="tour-begin" id={BUTTON} {onclick}>{said}</button>
    }
}

/// The stop that the reader is at: what there is to see, and the ways back and on; nothing as long
/// as she is not on the tour.
#[component]
pub fn TourPart(props: &TourProps) -> Html {
    let TourProps { tour, act } = props;
    let heading = use_node_ref();
    use_effect_with((heading.clone(), tour.open), |(heading, open)| {
        if *open && let Some(heading) = heading.cast::<HtmlElement>() {
            // A heading with a tab index can always be focused.
            let _ = heading.focus();
        }
    });
    let select = use_node_ref();
    use_effect_with((select.clone(), *tour), |(select, tour)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(&tour.stop.to_string());
        }
    });
    let texts = use_texts();
    let said = &texts.tour;
    let titles = &said.titles;
    let stop = tour.stop.min(LAST);
    if !tour.open {
        return Html::default();
    }

    let leave = {
        let act = act.clone();
        Callback::from(move |()| {
            act.emit(Action::LeaveTour);
            focus_on_button();
        })
    };
    let onkeydown = {
        let leave = leave.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !explains_a_term(&event) {
                event.prevent_default();
                leave.emit(());
            }
        }
    };
    let onchange = {
        let act = act.clone();
        move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(stop) = select.and_then(|select| select.value().parse().ok()) {
                act.emit(Action::VisitStop(stop));
            }
        }
    };
    let back = act.reform(move |_| Action::VisitStop(stop.saturating_sub(1)));
    let next = {
        let (act, leave) = (act.clone(), leave.clone());
        move |_| {
            if stop == LAST {
                leave.emit(());
            } else {
                act.emit(Action::VisitStop(stop + 1));
            }
        }
    };
    let below = view(stop).filter(|view| View::is_offered(*view));
    html! {
        <section class="tour" aria-labelledby="tour-title" {onkeydown}>
            <div class="tour-stop" aria-live="polite" aria-atomic="true">
                <h2 id="tour-title" tabindex="-1" ref={heading}>{titles[stop]}</h2>
                // Another text is another paragraph: a term that was open closes with it.
                <p key={stop}>
                    {prose(said.texts[stop])}
                    if below.is_some() {
                        {" "}{prose(said.below[stop])}
                    }
                </p>
            </div>
            <div class="tour-moves">
                <div class="choice">
                    <label for="tour-stop">{said.stop}</label>
                    <select id="tour-stop" ref={select} {onchange}>
                        {for titles.iter().enumerate().map(|(at, title)| html! {
                            <option value={at.to_string()}>
                                {said.numbered(at + 1, titles.len(), title)}
                            </option>
                        })}
                    </select>
                </div>
                <button type="button" aria-disabled={(stop == 0).to_string()} onclick={back}>
                    {said.back}
                </button>
                <button type="button" class="tour-next" onclick={next}>
                    {if stop == LAST { said.finish } else { said.next }}
                </button>
            </div>
            <svg class="tour-progress" aria-hidden="true">
                <rect width={format!("{}%", (stop + 1) * 100 / titles.len())} height="100%" />
            </svg>
        </section>
    }
}

/// Whether the meaning of a term is open, which the escape key closes first.
fn explains_a_term(event: &KeyboardEvent) -> bool {
    let strip = event.current_target().and_then(|it| it.dyn_into().ok());
    strip.is_some_and(|strip: Element| matches!(strip.query_selector(":popover-open"), Ok(Some(_))))
}

fn focus_on_button() {
    let document = web_sys::window().and_then(|window| window.document());
    let button = document.and_then(|document| document.get_element_by_id(BUTTON));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A button can always be focused.
        let _ = button.focus();
    }
}
