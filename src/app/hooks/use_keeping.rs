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
    use_effect_with(kept.clone(), {
        let changed = changed.clone();
        move |kept| {
            *changed.borrow_mut() = Some(kept.clone());
            let timeout = Timeout::new(SOON, move || {
                if let Some(kept) = changed.take() {
                    storage::keep(&kept);
                }
            });
            move || drop(timeout)
        }
    });
    use_effect_with((), move |()| {
        let leave = move || {
            if let Some(kept) = changed.take() {
                storage::keep(&kept);
            }
        };
        let listener = web_sys::window().map(|window| {
            let leave = leave.clone();
            EventListener::new(&window, "pagehide", move |_| leave())
        });
        move || {
            drop(listener);
            leave();
        }
    });
}
