//! Waiting for the reader to pause.

use gloo_timers::callback::Timeout;
use yew::{Callback, hook, use_effect_with, use_state_eq};

/// How long nothing changes when the reader pauses, in milliseconds: more than two frames of a screen,
/// and less than passes between two keys of the fastest writer.
const PAUSE: u32 = 40;

/// A value as it was when it had last stayed the same for a moment, or when the callback that comes
/// with it was last called.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: &T) -> (T, Callback<()>) {
    let settled = use_state_eq(|| value.clone());
    use_effect_with(value.clone(), {
        let settled = settled.setter();
        move |value| {
            let value = value.clone();
            let pause = Timeout::new(PAUSE, move || settled.set(value));
            move || drop(pause)
        }
    });
    let settle = Callback::from({
        let (settled, value) = (settled.setter(), value.clone());
        move |()| settled.set(value.clone())
    });
    ((*settled).clone(), settle)
}
