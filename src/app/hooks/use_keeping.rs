//! Keeping what a reload brings back.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use yew::{hook, use_effect_with, use_mut_ref};

use crate::app::state::Kept;
use crate::app::storage;

/// How long after a change it is kept, in milliseconds: not at once, because writing a long story
/// out takes as long as answering it, and the next letter may follow.
const SOON: u32 = 250;

/// Keeps the page as it is for the next visit: soon after each change, and at the latest when the
/// reader leaves.
#[hook]
pub fn use_keeping(kept: &Kept) {
    let changed = use_mut_ref(|| None::<Kept>);
    let keep = {
        let changed = changed.clone();
        move || {
            if let Some(kept) = changed.take() {
                storage::keep(&kept);
            }
        }
    };
    use_effect_with(kept.clone(), {
        let keep = keep.clone();
        move |kept| {
            *changed.borrow_mut() = Some(kept.clone());
            let timeout = Timeout::new(SOON, keep);
            move || drop(timeout)
        }
    });
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let keep = keep.clone();
            EventListener::new(&window, "pagehide", move |_| keep())
        });
        move || {
            drop(listener);
            keep();
        }
    });
}
