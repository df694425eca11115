//! Parts of the program that a page downloads when it first needs them.
//!
//! With the feature `split`, `cargo xtask` cuts the compiled program at the two functions that are
//! named below: what nothing but them reaches lies in files of its own, which they download before
//! they return. All parts share one memory, so that what they hand over is called like anything
//! else. Without the feature, as in tests, the program is one piece and there is nothing to wait
//! for.

// What the macro imports from another part, it declares as foreign code.
#![cfg_attr(feature = "split", allow(unsafe_code, improper_ctypes))]

use thiserror::Error;

use super::components::{REST, Rest};
use super::worker;

/// A part that could not be downloaded, as the browser's console says more exactly. To ask for it
/// again is to try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a part of the page's program could not be loaded")]
pub struct MissingPart;

/// Makes an asynchronous function that brings something from another part of the program.
macro_rules! part {
    ($(#[$attribute:meta])* $name:ident: $brought:ty = $value:expr, in $part:ident) => {
        $(#[$attribute])*
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        pub fn $name() -> Result<$brought, MissingPart> {
            Ok($value)
        }

        $(#[$attribute])*
        #[cfg(not(feature = "split"))]
        pub async fn $name() -> Result<$brought, MissingPart> {
            Ok($value)
        }
    };
}

part! {
    /// What the page shows besides a story, a question, the answer and the attention.
    ///
    /// # Errors
    /// It could not be downloaded.
    rest: Rest = REST, in rest
}

part! {
    /// What the program does in a worker.
    ///
    /// # Errors
    /// It could not be downloaded.
    work: fn() = worker::serve, in work
}

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for MissingPart {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}
