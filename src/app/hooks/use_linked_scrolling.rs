//! Keeping two boxes at the same height.

use gloo_events::EventListener;
use web_sys::Element;
use yew::{NodeRef, hook, use_effect_with};

/// As long as `linked`, scrolling one of the boxes scrolls the other one as far.
#[hook]
pub fn use_linked_scrolling(one: &NodeRef, other: &NodeRef, linked: bool) {
    use_effect_with(
        (one.clone(), other.clone(), linked),
        |(one, other, linked)| {
            let listeners = if *linked {
                [follow(one, other), follow(other, one)]
            } else {
                [None, None]
            };
            move || drop(listeners)
        },
    );
}

/// Scrolls `follower` whenever `leader` is scrolled. A box that is already where it should be
/// sends no event, so the two don't chase each other.
fn follow(leader: &NodeRef, follower: &NodeRef) -> Option<EventListener> {
    let leader = leader.cast::<Element>()?;
    let follower = follower.cast::<Element>()?;
    let source = leader.clone();
    Some(EventListener::new(&leader, "scroll", move |_| {
        follower.set_scroll_top(source.scroll_top());
    }))
}
