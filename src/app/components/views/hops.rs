//! The hops one after the other.

use yew::{Html, component};

use super::ViewProps;

/// The hops one after the other.
#[component]
pub fn HopsView(_props: &ViewProps) -> Html {
    Html::default()
}
