//! Loading the network.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::RequestCache;
use yew::{Callback, hook, use_effect_with};

use crate::app::loading;
use crate::app::shared::Shared;
use crate::app::state::Action;

/// Loads the network when the page opens, and again whenever `retries` grows.
#[hook]
pub fn use_network(retries: u32, act: Callback<Action>) {
    use_effect_with(retries, move |&retries| {
        // A file that arrived damaged must not be served from the cache again.
        let cache = match retries {
            0 => RequestCache::Default,
            _ => RequestCache::Reload,
        };
        let wanted = Rc::new(Cell::new(true));
        let still_wanted = Rc::clone(&wanted);
        spawn_local(async move {
            let loaded = loading::load(cache).await;
            if still_wanted.get() {
                act.emit(match loaded {
                    Ok(model) => Action::Loaded(Shared::new(model)),
                    Err(failure) => Action::LoadFailed(failure),
                });
            }
        });
        move || wanted.set(false)
    });
}
