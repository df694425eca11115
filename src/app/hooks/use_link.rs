//! Opening links.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use yew::{Callback, hook, use_effect_with};

use crate::app::link::Link;
use crate::app::state::Action;

/// Opens the link that a page of its own was called with, and any that is followed to it later.
///
/// The link leaves the address bar at once: what the reader makes of the page from then on is no
/// longer what the link says, and a reload must not bring it back.
#[hook]
pub fn use_link(owns_document: bool, act: Callback<Action>) {
    use_effect_with((owns_document, act), |(owns_document, act)| {
        let act = act.clone();
        let open = move || {
            if let Some((link, intact)) = take_link() {
                act.emit(Action::Open(link, intact));
            }
        };
        let window = web_sys::window().filter(|_| *owns_document);
        let listener = window.map(|window| {
            open();
            EventListener::new(&window, "hashchange", move |_| open())
        });
        move || drop(listener)
    });
}

fn take_link() -> Option<(Link, bool)> {
    let window = web_sys::window()?;
    let location = window.location();
    let found = Link::read(&location.hash().ok()?)?;
    let rest = location.pathname().ok()? + &location.search().ok()?;
    // Where the address can't be changed, it stays.
    let _ = window
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&rest)));
    Some(found)
}
