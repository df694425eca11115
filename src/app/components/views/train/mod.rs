//! A network that learns.

mod charts;
mod controls;
mod filmstrip;
mod network;
mod networks;
mod specimen;

use yew::{Html, component, html, use_context};

use super::ViewProps;
use crate::app::components::Workshop;
use crate::app::hooks::use_texts;
pub use charts::Charts;
use controls::Controls;
use filmstrip::Filmstrip;
use network::TrainedNetwork;
use networks::OwnNetworks;
use specimen::Specimen;

/// A network that learns while the reader watches, and what she can do with it then.
#[component]
pub fn TrainView(_props: &ViewProps) -> Html {
    let texts = &use_texts().train;
    let Some(workshop) = use_context::<Workshop>() else {
        // There is no training where nobody provides for it.
        return Html::default();
    };
    let training = &*workshop.training.state;
    html! {
        <>
            <p class="train-lede">{texts.lede}</p>
            <Controls
                plan={training.plan.clone()}
                speed={training.speed}
                phase={training.phase.clone()}
                begun={training.held_out.is_some()}
                measured={training.drawn.clone()}
                act={workshop.training.act.clone()}
            />
            <div class="train-progress">
                <Charts curves={training.drawn.clone()} />
                <Specimen held_out={training.held_out.clone()} look={training.look.clone()} />
            </div>
            <Filmstrip film={training.film.clone()} />
            <TrainedNetwork
                ready={training.has_network()}
                hand_over={workshop.training.hand_over.clone()}
            />
            <OwnNetworks {workshop} />
        </>
    }
}
