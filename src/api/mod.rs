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
//!
//! network.read("Mary went to the garden.");
//! network.ask("Where is Mary?");
//! ```
//!
//! Without the feature `page` there is the network alone.

mod network;

#[cfg(feature = "page")]
use wasm_bindgen::prelude::wasm_bindgen;
#[cfg(feature = "page")]
use web_sys::Element;
#[cfg(feature = "page")]
use yew::AppHandle;

#[cfg(feature = "page")]
use crate::app::{App, AppProps};

pub use network::MemoryNetwork;

/// Puts the page into an element, in the place of what stands in it.
#[cfg(feature = "page")]
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
#[cfg(feature = "page")]
pub fn mount_alone(element: Element) -> Page {
    mount_with(
        element,
        AppProps {
            owns_document: true,
        },
    )
}

#[cfg(feature = "page")]
fn mount_with(element: Element, props: AppProps) -> Page {
    element.replace_children_with_node_0();
    Page(yew::Renderer::<App>::with_root_and_props(element, props).render())
}

/// A page that was put into an element. Forgetting it leaves the page where it is.
#[cfg(feature = "page")]
#[wasm_bindgen]
#[derive(Debug)]
pub struct Page(AppHandle<App>);

#[cfg(feature = "page")]
#[wasm_bindgen]
impl Page {
    /// Takes the page out of its element.
    pub fn destroy(self) {
        self.0.destroy();
    }
}
