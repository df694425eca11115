//! Errors as JavaScript takes them.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::explain::{NoSuchSentence, QuestionError};
use crate::networks::{LoadError, LoadFault};
use crate::text::vectors::VectorsError;

/// The code by which JavaScript tells one cause from another.
pub(super) trait Code {
    /// The code.
    fn code(&self) -> &'static str;
}

impl Code for QuestionError {
    fn code(&self) -> &'static str {
        match self {
            Self::EmptyStory => "empty-story",
            Self::EmptyQuestion => "empty-question",
        }
    }
}

impl Code for NoSuchSentence {
    fn code(&self) -> &'static str {
        "no-such-sentence"
    }
}

impl Code for LoadError {
    fn code(&self) -> &'static str {
        match self.fault() {
            LoadFault::Record => "record",
            LoadFault::Truncated { .. } => "truncated",
            LoadFault::Shape => "shape",
            LoadFault::Damaged => "damaged",
        }
    }
}

impl Code for VectorsError {
    fn code(&self) -> &'static str {
        "damaged"
    }
}

/// An `Error` of JavaScript with a `code`.
pub(super) fn coded(cause: &(impl Code + ToString)) -> JsValue {
    let error = js_sys::Error::new(&cause.to_string());
    // Setting a property of an object made just here cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &cause.code().into());
    error.into()
}
