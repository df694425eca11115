//! The networks of the reader's own.

use web_sys::{File, HtmlInputElement};
use yew::{Callback, Event, Html, Properties, TargetCast, component, html};

use crate::app::components::{NetworkUse, Workshop};
use crate::app::hooks::use_texts;
use crate::app::own::Own;
use crate::locale::Texts;

/// The properties of [`OwnNetworks`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct OwnNetworksProps {
    /// Where the networks come from.
    pub workshop: Workshop,
}

/// The networks that were trained here or opened from files, and a way to open more.
#[component]
pub fn OwnNetworks(props: &OwnNetworksProps) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.train;
    let Workshop {
        own,
        notice,
        open,
        act,
        ..
    } = &props.workshop;
    let on_files = open.reform(|event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return Vec::new();
        };
        let files: Vec<File> = input.files().map_or_else(Vec::new, |files| {
            (0..files.length()).filter_map(|at| files.get(at)).collect()
        });
        // The same files, mended, can be chosen again.
        input.set_value("");
        files
    });
    html! {
        <section class="train-own">
            <h3>{texts.own}</h3>
            if own.is_empty() {
                <p class="note">{texts.no_own}</p>
            } else {
                <ul>
                    {for own.iter().map(|network| html! {
                        <li key={network.listed.name.to_string()}>
                            <span class="train-own-name">{&network.listed.title}</span>
                            {uses(network, act, all_texts)}
                        </li>
                    })}
                </ul>
            }
            <label class="train-open">
                <span>{texts.open}</span>
                <input
                    type="file"
                    multiple=true
                    accept=".safetensors,.json"
                    aria-describedby="open-note"
                    onchange={on_files}
                />
            </label>
            <p class="note" id="open-note">{texts.open_note}</p>
            <p class="note train-notice" role="status">
                {notice.as_ref().map(|notice| notice.told(all_texts))}
            </p>
        </section>
    }
}

/// The buttons of one network.
fn uses(network: &Own, act: &Callback<(Own, NetworkUse)>, texts: &Texts) -> Html {
    let train = &texts.train;
    let uses = [
        (train.ask, NetworkUse::Ask),
        (train.keep, NetworkUse::Keep),
        (train.download, NetworkUse::Download),
        (train.forget, NetworkUse::Forget),
    ];
    let possible = uses
        .into_iter()
        .filter(|(_, what)| *what != NetworkUse::Keep || !network.kept);
    possible
        .map(|(action, what)| {
            let own = network.clone();
            html! {
                <button
                    key={action}
                    type="button"
                    aria-label={train.of_network(action, &network.listed.title)}
                    onclick={act.reform(move |_| (own.clone(), what))}
                >
                    {action}
                </button>
            }
        })
        .collect()
}
