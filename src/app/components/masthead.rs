//! The head of the page.

use yew::{AttrValue, Callback, Html, Properties, component, html};

use super::{Gallery, LanguageChoice, NetworkChoice, ThemeChoice, TourButton};
use crate::app::hooks::use_texts;
use crate::app::loading::Listed;
use crate::app::state::{Action, Theme};
use crate::app::tour::Tour;
use crate::locale::Language;
use crate::tasks::Exhibit;

/// The properties of [`Masthead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// The story of the gallery that stands in the fields, untouched.
    pub exhibit: Option<Exhibit>,
    /// How far the reader is on the tour.
    pub tour: Tour,
    /// The colours that she chose.
    pub theme: Theme,
    /// The language that she chose, if she did.
    pub language: Option<Language>,
    /// The networks to choose from.
    pub networks: Vec<Listed>,
    /// The name of the network that answers.
    pub network: AttrValue,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// The title, what the page is for, the examples and the settings.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let texts = use_texts();
    let MastheadProps {
        exhibit,
        tour,
        theme,
        language,
        networks,
        network,
        act,
    } = props.clone();
    html! {
        <header class="masthead">
            <h1>{texts.page.title}</h1>
            // A story of the gallery is introduced by what to look for in it.
            <p class="lede">
                {exhibit.map_or(texts.masthead.lede, |exhibit| exhibit.note(texts))}
            </p>
            <div class="controls">
                <Gallery {exhibit} act={act.clone()} />
                <TourButton {tour} act={act.clone()} />
                <ThemeChoice {theme} act={act.clone()} />
                <LanguageChoice {language} act={act.clone()} />
            </div>
            <NetworkChoice
                {networks}
                {network}
                {act}
            />
        </header>
    }
}
