//! The story on its way through the four components.

use yew::{Html, component};

use super::ViewProps;

/// The story on its way through the four components.
#[component]
pub fn FlowView(_props: &ViewProps) -> Html {
    Html::default()
}
