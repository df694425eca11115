//! The head of the page.

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::{Gallery, NetworkChoice, ThemeChoice};
use crate::app::loading::Listed;
use crate::app::state::{Action, Theme};
use crate::tasks::Task;

/// The properties of [`Masthead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// The task whose example stands in the fields, untouched.
    pub task: Option<&'static Task>,
    /// Whether an example replaced something.
    pub can_take_back: bool,
    /// The networks to choose from.
    pub networks: Vec<Listed>,
    /// The name of the network at present.
    pub network: AttrValue,
    /// The colours at present.
    pub theme: Theme,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The title, what the page is for, the examples and the settings.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    // An example is introduced by what its task tests.
    let lede = props.task.map_or(
        "Write a story and ask about it: a neural network answers as you type and shows what it read.",
        |task| task.description,
    );
    html! {
        <header class="masthead">
            <h1>{"Memory Network Explainer"}</h1>
            <p class="lede">{lede}</p>
            <div class="controls">
                <Gallery
                    task={props.task}
                    can_take_back={props.can_take_back}
                    act={props.act.clone()}
                />
                <ThemeChoice theme={props.theme} act={props.act.clone()} />
            </div>
            <NetworkChoice
                networks={props.networks.clone()}
                network={props.network.clone()}
                act={props.act.clone()}
            />
        </header>
    }
}
