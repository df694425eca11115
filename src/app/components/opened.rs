//! What came with a link.

use yew::{AttrValue, Html, Properties, component, html};

use crate::app::hooks::use_texts;
use crate::app::link::weights_of;
use crate::app::state::{Network, Opened};

/// The properties of [`OpenedNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct OpenedNoteProps {
    /// The link whose contents the page shows.
    pub opened: Option<Opened>,
    /// The network that answers.
    pub network: Network,
    /// Its name.
    pub name: AttrValue,
}

/// Says that what stands in the page came with a link, and what is wrong with that link.
#[component]
pub fn OpenedNote(props: &OpenedNoteProps) -> Html {
    let texts = &use_texts().share;
    let other = |said: &Option<AttrValue>, found: Option<&AttrValue>| {
        said.is_some() && said.as_ref() != found
    };
    let notes = |opened: &Opened| -> String {
        let stale = matches!(&props.network, Network::Ready(model)
            if other(&opened.weights, weights_of(model).as_ref())
                || other(&opened.network, Some(&props.name)));
        let notes = [
            (!opened.intact).then_some(texts.altered),
            stale.then_some(texts.stale),
            opened.replaced.then_some(texts.opened),
        ];
        notes.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    html! {
        <p class="opened-note" role="status">{props.opened.as_ref().map(notes)}</p>
    }
}
