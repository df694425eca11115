//! The choice of the language.

use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, Properties, TargetCast, component, html};

use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::locale::Language;

/// The properties of [`LanguageChoice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LanguageChoiceProps {
    /// The language that the reader chose, if she did.
    pub language: Option<Language>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A choice between the languages of the page, each named in itself, and the browser's own.
#[component]
pub fn LanguageChoice(props: &LanguageChoiceProps) -> Html {
    let texts = use_texts();
    let act = props.act.clone();
    let onchange = move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            let tag = select.value();
            let language = Language::ALL.into_iter().find(|known| known.tag() == tag);
            act.emit(Action::ChooseLanguage(language));
        }
    };

    html! {
        <div class="choice">
            <select aria-label={texts.masthead.language} {onchange}>
                <option value="" selected={props.language.is_none()}>
                    {texts.masthead.language_auto(texts.language.name())}
                </option>
                {for Language::ALL.map(|language| html! {
                    <option
                        value={language.tag()}
                        lang={language.tag()}
                        selected={props.language == Some(language)}
                    >
                        {language.name()}
                    </option>
                })}
            </select>
        </div>
    }
}
