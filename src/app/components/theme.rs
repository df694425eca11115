//! The choice of colours.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, Properties, TargetCast, component, html};

use crate::app::hooks::use_texts;
use crate::app::state::{Action, Theme};

/// The properties of [`ThemeChoice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ThemeChoiceProps {
    /// The colours at present.
    pub theme: Theme,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A choice between light, dark, and whatever the system has.
#[component]
pub fn ThemeChoice(props: &ThemeChoiceProps) -> Html {
    let texts = &use_texts().masthead;
    let act = props.act.clone();
    let onchange = move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value());
        let theme = Theme::ALL
            .into_iter()
            .find(|theme| Some(theme.name()) == chosen.as_deref());
        if let Some(theme) = theme {
            act.emit(Action::ChooseTheme(theme));
        }
    };

    html! {
        <div class="choice">
            <label for="theme">{texts.theme}</label>
            <select id="theme" {onchange}>
                {for Theme::ALL.map(|theme| html! {
                    <option value={theme.name()} selected={theme == props.theme}>
                        {match theme {
                            Theme::Auto => texts.theme_auto,
                            Theme::Light => texts.theme_light,
                            Theme::Dark => texts.theme_dark,
                        }}
                    </option>
                })}
            </select>
        </div>
    }
}
