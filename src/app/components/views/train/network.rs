//! The network that was just trained.

use web_sys::{HtmlInputElement, InputEvent};
use yew::{AttrValue, Callback, Html, Properties, TargetCast, component, html, use_state_eq};

use crate::app::hooks::use_texts;
use crate::app::worker::Purpose;

/// The properties of [`TrainedNetwork`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TrainedNetworkProps {
    /// Whether there is one.
    pub ready: bool,
    /// Asks for the network as it stands, under a name.
    pub hand_over: Callback<(String, Purpose)>,
}

/// What can be done with the network that is being trained, as it stands.
#[component]
pub fn TrainedNetwork(props: &TrainedNetworkProps) -> Html {
    let texts = &use_texts().train;
    let name = use_state_eq(|| None::<AttrValue>);
    let shown = (*name).clone().unwrap_or(texts.default_name.into());
    let oninput = {
        let name = name.clone();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                name.set(Some(input.value().into()));
            }
        }
    };
    let given = match shown.trim() {
        "" => texts.default_name.to_owned(),
        name => name.to_owned(),
    };
    let uses = [
        (texts.ask, Purpose::Ask),
        (texts.keep, Purpose::Keep),
        (texts.download, Purpose::Download),
    ];
    html! {
        <section class="train-network">
            <h3>{texts.use_it}</h3>
            <div class="train-buttons">
                <label class="choice">
                    <span>{texts.name}</span>
                    <input
                        type="text"
                        maxlength="60"
                        autocomplete="off"
                        spellcheck="false"
                        value={shown}
                        {oninput}
                    />
                </label>
                {for uses.map(|(action, purpose)| {
                    let given = given.clone();
                    html! {
                        <button
                            type="button"
                            disabled={!props.ready}
                            onclick={props.hand_over.reform(move |_| (given.clone(), purpose))}
                        >
                            {action}
                        </button>
                    }
                })}
            </div>
        </section>
    }
}
