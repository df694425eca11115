//! Two answers side by side.

use yew::{Html, component};

use super::ViewProps;

/// Two answers side by side.
#[component]
pub fn CompareView(_props: &ViewProps) -> Html {
    Html::default()
}
