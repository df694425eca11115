//! What the network reads, overruled.

use yew::{Html, component};

use super::ViewProps;

/// What the network reads, overruled.
#[component]
pub fn ChangeView(_props: &ViewProps) -> Html {
    Html::default()
}
