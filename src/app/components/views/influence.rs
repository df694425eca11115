//! What the answer would be without a sentence.

use yew::{Html, component};

use super::ViewProps;

/// What the answer would be without a sentence.
#[component]
pub fn InfluenceView(_props: &ViewProps) -> Html {
    Html::default()
}
