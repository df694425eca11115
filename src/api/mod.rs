//! What JavaScript sees.
//!
//! ```js
//! const page = mount(document.getElementById("here"));
//! page.destroy();
//!
//! const network = new MemoryNetwork(recordJson, weightsBytes);
//! const { answers, hops } = network.answer("Mary went to the garden.", "Where is Mary?");
//!
//! network.lookUpIn(vectorsBytes);
//! const { sentences } = network.answer("Mary strolled to the garden.", "Where is Mary?");
//! // sentences[0].words[1]: { text: "strolled", treatment: { "read-as": "went" }, … }
//! ```

mod figure;

use std::sync::Arc;

use js_sys::Reflect;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use crate::app::loading::LoadFailure;
use crate::app::{App, AppProps};
use crate::explain::{self, QuestionError};
use crate::networks::Model;
use crate::text::vectors::{Vectors, VectorsError};

pub use figure::{FigurePlace, on_panic, set_addresses};

/// Puts the page into an element, in the place of what stands in it.
#[wasm_bindgen]
pub fn mount(element: Element) -> Page {
    mount_with(
        element,
        AppProps {
            owns_document: false,
        },
    )
}

/// Puts the page into an element of a document that has nothing else to say: its language and
/// its title become those of the page.
pub fn mount_alone(element: Element) -> Page {
    mount_with(
        element,
        AppProps {
            owns_document: true,
        },
    )
}

fn mount_with(element: Element, props: AppProps) -> Page {
    element.replace_children_with_node_0();
    Page(yew::Renderer::<App>::with_root_and_props(element, props).render())
}

/// A page that was put into an element. Forgetting it leaves the page where it is.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Page(AppHandle<App>);

#[wasm_bindgen]
impl Page {
    /// Takes the page out of its element.
    pub fn destroy(self) {
        self.0.destroy();
    }
}

/// A network to be asked from JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct MemoryNetwork(Model);

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
        Model::load(record, weights)
            .map(Self)
            .map_err(|cause| coded(&LoadFailure::from(cause)))
    }

    /// Lets the network take words that it doesn't know for words that mean the same, by
    /// pretrained word vectors (the bytes of `vectors/english.safetensors`).
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
        let explanation =
            explain::explain(&self.0, story, question).map_err(|cause| coded(&cause))?;
        Ok(explanation.serialize(&Serializer::json_compatible())?)
    }
}

/// The code by which JavaScript tells one cause from another.
trait Code {
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

impl Code for LoadFailure {
    fn code(&self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Unreachable => "unreachable",
            Self::Missing { .. } => "missing",
            Self::Server { .. } => "server",
            Self::Truncated { .. } => "truncated",
            Self::Record(_) => "record",
            Self::Shape(_) => "shape",
            Self::Damaged(_) => "damaged",
            Self::NotKept { .. } => "not-kept",
        }
    }
}

impl Code for VectorsError {
    fn code(&self) -> &'static str {
        "damaged"
    }
}

/// An `Error` of JavaScript with a `code`.
fn coded(cause: &(impl Code + ToString)) -> JsValue {
    let error = js_sys::Error::new(&cause.to_string());
    // Setting a property of an object made just here cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &cause.code().into());
    error.into()
}
