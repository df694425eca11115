//! The hops played, and stepped through by keys.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::{Callback, NodeRef, TargetCast, hook, use_effect_with, use_mut_ref};

/// How long each phase stays while the hops are played, in milliseconds.
const PHASE: u32 = 1100;

/// Goes on to the next phase after a while, as long as the hops are played: whether they are, where
/// in them the reader is, and where they end.
#[hook]
pub(super) fn use_playing(
    playing: (bool, usize, usize),
    go: Callback<usize>,
    finish: Callback<()>,
) {
    let callbacks = use_mut_ref(|| (go.clone(), finish.clone()));
    *callbacks.borrow_mut() = (go, finish);
    use_effect_with(playing, move |&(playing, number, last)| {
        let timeout = playing.then(|| {
            Timeout::new(PHASE, move || {
                let (go, finish) = callbacks.borrow().clone();
                if number < last {
                    go.emit(number + 1);
                }
                if number + 1 >= last {
                    finish.emit(());
                }
            })
        });
        move || drop(timeout)
    });
}

/// What a key does in the view.
#[derive(Clone, Copy, Debug)]
pub(super) enum Key {
    Play,
    Back,
    On,
    First,
    Last,
}

/// Hears the keys wherever the focus is in the view, and on the panel that holds it. A button keeps
/// its own space bar.
#[hook]
pub(super) fn use_keys(root: &NodeRef, pressed: Callback<Key>) {
    let latest = use_mut_ref(|| pressed.clone());
    *latest.borrow_mut() = pressed;
    use_effect_with(root.clone(), move |root| {
        let panel = root
            .cast::<Element>()
            .and_then(|root| root.parent_element());
        let listener = panel.map(|panel| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&panel, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                let held = event.ctrl_key() || event.meta_key() || event.alt_key();
                let target = event.target_dyn_into::<Element>();
                let on_button = target.is_some_and(|target| target.tag_name() == "BUTTON");
                let key = match event.key().as_str() {
                    _ if held => return,
                    " " if !on_button => Key::Play,
                    "ArrowLeft" => Key::Back,
                    "ArrowRight" => Key::On,
                    "Home" => Key::First,
                    "End" => Key::Last,
                    _ => return,
                };
                event.prevent_default();
                let pressed = latest.borrow().clone();
                pressed.emit(key);
            })
        });
        move || drop(listener)
    });
}
