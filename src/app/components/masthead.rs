//! The head of the page.

use yew::{Callback, Html, Properties, component, html};

use super::{Gallery, LanguageChoice, NetworkChoice, ThemeChoice, TourButton};
use crate::app::hooks::use_texts;
use crate::app::loading::Listed;
use crate::app::state::{Action, Kept};

/// The properties of [`Masthead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// What the reader works on, and has chosen.
    pub kept: Kept,
    /// The networks to choose from.
    pub networks: Vec<Listed>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The title, what the page is for, the examples and the settings.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let texts = use_texts();
    let MastheadProps {
        kept,
        networks,
        act,
    } = props;
    let exhibit = kept.draft.exhibit();
    html! {
        <header class="masthead">
            <h1>{texts.page.title}</h1>
            // A story of the gallery is introduced by what to look for in it.
            <p class="lede">
                {exhibit.map_or(texts.masthead.lede, |exhibit| exhibit.note(texts))}
            </p>
            <div class="controls">
                <Gallery {exhibit} act={act.clone()} />
                <TourButton tour={kept.tour} act={act.clone()} />
                <ThemeChoice theme={kept.theme} act={act.clone()} />
                <LanguageChoice language={kept.language} act={act.clone()} />
            </div>
            <NetworkChoice
                networks={networks.clone()}
                network={kept.network_name()}
                act={act.clone()}
            />
        </header>
    }
}
