//! All the arithmetic of one cell of the heatmap.

use yew::{Html, component};

use super::ViewProps;

/// All the arithmetic of one cell of the heatmap.
#[component]
pub fn CellView(_props: &ViewProps) -> Html {
    Html::default()
}
