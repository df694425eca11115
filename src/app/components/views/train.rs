//! A network that learns.

use yew::{Html, component};

use super::ViewProps;

/// A network that learns.
#[component]
pub fn TrainView(_props: &ViewProps) -> Html {
    Html::default()
}
