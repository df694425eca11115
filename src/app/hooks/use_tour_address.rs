//! The address of a stop of the tour.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::Window;
use yew::{Callback, hook, use_effect_with};

use crate::app::state::Action;
use crate::app::tour::Tour;

/// What the fragment of such an address begins with; the number of the stop follows, from 1.
const FRAGMENT: &str = "#tour=";

/// A page that has the whole document to itself opens at the stop that its address names, and its
/// address names the stop it is at, so that it can be sent to others.
#[hook]
pub fn use_tour_address(tour: Tour, owns_document: bool, act: Callback<Action>) {
    use_effect_with((owns_document, act), |(owns_document, act)| {
        let window = web_sys::window().filter(|_| *owns_document);
        let listener = window.map(|window| {
            let act = act.clone();
            let visit = move |window: &Window| {
                if let Some(stop) = stop_named(window) {
                    act.emit(Action::VisitStop(stop));
                }
            };
            visit(&window);
            let target = window.clone();
            EventListener::new(&target, "hashchange", move |_| visit(&window))
        });
        move || drop(listener)
    });
    use_effect_with((owns_document, tour), |(owns_document, tour)| {
        if let Some(window) = web_sys::window().filter(|_| *owns_document) {
            name_stop(&window, *tour);
        }
    });
}

/// The stop that the address names, from 0.
fn stop_named(window: &Window) -> Option<usize> {
    let fragment = window.location().hash().ok()?;
    let number: usize = fragment.strip_prefix(FRAGMENT)?.parse().ok()?;
    number.checked_sub(1)
}

/// Writes a stop into the address, or takes it out.
fn name_stop(window: &Window, tour: Tour) {
    let location = window.location();
    let (Ok(fragment), Ok(path), Ok(search)) =
        (location.hash(), location.pathname(), location.search())
    else {
        return;
    };
    let wanted = match tour.open {
        true => format!("{FRAGMENT}{}", tour.stop + 1),
        false if fragment.starts_with(FRAGMENT) => String::new(),
        false => return,
    };
    if let Ok(history) = window.history()
        && fragment != wanted
    {
        let address = format!("{path}{search}{wanted}");
        // Where the browser forbids it, the address stays as it is.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}
