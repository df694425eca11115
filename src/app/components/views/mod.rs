//! The views that look closer, one file each, and what they share.

mod cell;
mod change;
mod compare;
mod flow;
mod hops;
mod influence;
mod train;
mod words;

pub use train::Charts;

use yew::{AttrValue, Callback, Html, Properties, html};

use crate::app::loading::Listed;
use crate::app::shared::Shared;
use crate::app::state::{Action, Draft, WordVectors};
use crate::app::view::View;
use crate::explain::{CellPlace, Reading};
use crate::networks::Model;

/// The properties of every view. The texts come from [`use_texts`](crate::app::hooks::use_texts).
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ViewProps {
    /// What the reader works on.
    pub draft: Draft,
    /// What it was before the last step, if there is something to take back.
    #[prop_or_default]
    pub before: Option<Draft>,
    /// Whether something was taken back.
    #[prop_or_default]
    pub can_redo: bool,
    /// The networks to choose from.
    #[prop_or_default]
    pub networks: Vec<Listed>,
    /// The name of the network that answers.
    #[prop_or_default]
    pub network: AttrValue,
    /// What the network makes of it.
    pub reading: Shared<Reading>,
    /// The network.
    pub model: Shared<Model>,
    /// What words mean, if that has been loaded.
    pub vectors: WordVectors,
    /// The hop that is looked at, from 0. The network may have fewer.
    pub hop: usize,
    /// The cell of the heatmap that is looked at. It may have gone with its sentence.
    pub cell: Option<CellPlace>,
    /// The sentence that is marked everywhere in the page.
    pub pointed: Option<usize>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// Draws a view.
pub fn draw(view: View, props: ViewProps) -> Html {
    match view {
        View::Flow => html! { <flow::FlowView ..props /> },
        View::Cell => html! { <cell::CellView ..props /> },
        View::Hops => html! { <hops::HopsView ..props /> },
        View::Influence => html! { <influence::InfluenceView ..props /> },
        View::Words => html! { <words::WordsView ..props /> },
        View::Change => html! { <change::ChangeView ..props /> },
        View::Compare => html! { <compare::CompareView ..props /> },
        View::Train => html! { <train::TrainView ..props /> },
    }
}
