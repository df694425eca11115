//! The words as the network takes them.

use yew::{Html, component};

use super::ViewProps;

/// The words as the network takes them.
#[component]
pub fn WordsView(_props: &ViewProps) -> Html {
    Html::default()
}
