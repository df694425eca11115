//! The keys that take back and make again.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, InputEvent, KeyboardEvent};
use yew::{Callback, NodeRef, hook, use_effect_with};

use crate::app::state::Action;

/// Anywhere in the page, Ctrl+Z (⌘Z) takes the last step back, and Ctrl+Shift+Z or Ctrl+Y makes it
/// again; so does the menu of a field. A field's own memory knows nothing of what else was changed.
#[hook]
pub fn use_history_keys(page: &NodeRef, act: Callback<Action>) {
    use_effect_with((page.clone(), act), |(page, act)| {
        let listeners = page.cast::<Element>().map(|page| {
            [
                ("keydown", by_key as fn(&Event) -> _),
                ("beforeinput", by_menu),
            ]
            .map(|(event, wanted)| {
                let act = act.clone();
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&page, event, options, move |event| {
                    if let Some(action) = wanted(event) {
                        event.prevent_default();
                        act.emit(action);
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn by_key(event: &Event) -> Option<Action> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let commanded = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match event.key().to_lowercase().as_str() {
        "z" if commanded && event.shift_key() => Some(Action::Redo),
        "z" if commanded => Some(Action::Undo),
        "y" if commanded => Some(Action::Redo),
        _ => None,
    }
}

fn by_menu(event: &Event) -> Option<Action> {
    match event.dyn_ref::<InputEvent>()?.input_type().as_str() {
        "historyUndo" => Some(Action::Undo),
        "historyRedo" => Some(Action::Redo),
        _ => None,
    }
}
