//! The whole page in an element.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{App, AppProps};

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
