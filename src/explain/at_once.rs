//! Work that could pause, done in one go.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What comes of a future that never waits, such as that of [`influence`](super::influence) where a
/// pause is nothing (`&async || ()`); `None` if it does wait.
pub fn at_once<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
