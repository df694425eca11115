//! A network, asked from JavaScript.

use std::sync::Arc;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::code::coded;
use crate::explain::{self, Explanation, QuestionError, Recollection};
use crate::networks::Model;
use crate::text::vectors::Vectors;

/// A network to be asked from JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct MemoryNetwork(Recollection);

#[wasm_bindgen]
impl MemoryNetwork {
    /// A network from its record (the text of its JSON file) and its weights (the bytes of its
    /// safetensors file).
    ///
    /// # Errors
    /// The files don't make a network. The `code` of the error says why: `"record"`,
    /// `"truncated"`, `"shape"` or `"damaged"`.
    #[wasm_bindgen(constructor)]
    pub fn new(record: &str, weights: &[u8]) -> Result<Self, JsValue> {
        let model = Model::load(record, weights).map_err(|cause| coded(&cause))?;
        Ok(Self(Recollection::new(model)))
    }

    /// Lets the network take words that it doesn't know for words that mean the same, by
    /// pretrained word vectors (the bytes of `vectors/english.safetensors`), also in what it has
    /// [read](Self::read) before.
    ///
    /// # Errors
    /// The file is damaged; the `code` of the error is `"damaged"`.
    #[wasm_bindgen(js_name = lookUpIn)]
    pub fn look_up_in(&mut self, vectors: &[u8]) -> Result<(), JsValue> {
        let vectors = Vectors::load(vectors).map_err(|cause| coded(&cause))?;
        self.0.look_up_in(Arc::new(vectors));
        Ok(())
    }

    /// Answers a question about a story, and says what led to the answer: an object with `answers`
    /// (`answer`, `probability`; the likeliest first), `sentences`, `question` and `hops`. Each
    /// word of a sentence and of the question says how it was taken, as its `treatment`: `"known"`,
    /// `{"read-as": WORD}`, `{"entity": NUMBER}`, `"passed"` or `"unknown"`.
    ///
    /// # Errors
    /// There is nothing to answer. The `code` of the error says why: `"empty-story"` or
    /// `"empty-question"`.
    pub fn answer(&self, story: &str, question: &str) -> Result<JsValue, JsValue> {
        told(explain::explain(self.0.model(), story, question))
    }

    /// Adds the sentences of a text to the memory, and returns the index there of the first.
    pub fn read(&mut self, text: &str) -> usize {
        self.0.read(text)
    }

    /// Answers a question about the memory, as [`answer`](Self::answer) does about a story, without
    /// encoding again what was read.
    ///
    /// # Errors
    /// As those of [`answer`](Self::answer).
    pub fn ask(&self, question: &str) -> Result<JsValue, JsValue> {
        told(self.0.ask(question))
    }

    /// The sentences in the memory, in order.
    #[wasm_bindgen(getter)]
    pub fn memory(&self) -> Vec<String> {
        self.0.sentences().map(String::from).collect()
    }

    /// Forgets the sentence of an index in the memory; those after it move up.
    ///
    /// # Errors
    /// There is no such sentence; the `code` of the error is `"no-such-sentence"`.
    pub fn forget(&mut self, sentence: usize) -> Result<(), JsValue> {
        let forgotten = self.0.forget(sentence);
        forgotten.map_err(|cause| coded(&cause))
    }
}

/// An answer as JavaScript takes it.
fn told(explanation: Result<Explanation, QuestionError>) -> Result<JsValue, JsValue> {
    handed_over(&explanation.map_err(|cause| coded(&cause))?)
}

/// An explanation as JavaScript takes it.
pub(super) fn handed_over(explanation: &Explanation) -> Result<JsValue, JsValue> {
    Ok(explanation.serialize(&Serializer::json_compatible())?)
}
