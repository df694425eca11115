//! The tree that an element lives in: the document, or the shadow of a figure.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, ShadowRoot};

/// The root of a tree of elements.
#[derive(Clone, Debug)]
pub enum Tree {
    /// The document itself.
    Document(Document),
    /// What hangs below one of its elements, and is hidden from it.
    Shadow(ShadowRoot),
}

impl Tree {
    /// The tree that a node is in; `None` if it is in none that is drawn.
    pub fn of(node: &Node) -> Option<Self> {
        let root = node.get_root_node();
        match root.dyn_into::<ShadowRoot>() {
            Ok(shadow) => Some(Self::Shadow(shadow)),
            Err(root) => root.dyn_into().ok().map(Self::Document),
        }
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Option<Element> {
        match self {
            Self::Document(document) => document.active_element(),
            Self::Shadow(shadow) => shadow.active_element(),
        }
    }

    /// The element with an id.
    pub fn by_id(&self, id: &str) -> Option<Element> {
        match self {
            Self::Document(document) => document.get_element_by_id(id),
            Self::Shadow(shadow) => shadow.get_element_by_id(id),
        }
    }

    /// The elements at a place of the window, the foremost first.
    pub fn at(&self, x: f32, y: f32) -> Vec<Element> {
        let elements = match self {
            Self::Document(document) => document.elements_from_point(x, y),
            Self::Shadow(shadow) => shadow.elements_from_point(x, y),
        };
        elements
            .iter()
            .filter_map(|it| it.dyn_into().ok())
            .collect()
    }
}
