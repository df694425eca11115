//! The choice of the network.

use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, component, html};

use crate::app::hooks::use_texts;
use crate::app::loading::Listed;
use crate::app::state::Action;

/// The properties of [`NetworkChoice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NetworkChoiceProps {
    /// The networks to choose from.
    pub networks: Vec<Listed>,
    /// The name of the network at present.
    pub network: AttrValue,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A choice between the networks that lie beside the page; nothing as long as there is no list.
#[component]
pub fn NetworkChoice(props: &NetworkChoiceProps) -> Html {
    let texts = &use_texts().masthead;
    if props.networks.is_empty() {
        return Html::default();
    }
    let act = props.act.clone();
    let onchange = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            act.emit(Action::ChooseNetwork(select.value().into()));
        }
    };

    html! {
        <div class="choice network">
            <label for="network">{texts.network}</label>
            <select id="network" {onchange}>
                {for props.networks.iter().map(|listed| html! {
                    <option value={&listed.name} selected={listed.name == props.network}>
                        {&listed.title}
                    </option>
                })}
            </select>
        </div>
    }
}
