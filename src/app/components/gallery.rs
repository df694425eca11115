//! The stories to choose from.

use web_sys::HtmlSelectElement;
use yew::{
    Callback, Event, Html, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::tasks::Exhibit;

/// The properties of [`Gallery`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GalleryProps {
    /// The story of the gallery that stands in the fields, untouched.
    pub exhibit: Option<Exhibit>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A choice of stories: one for each of the 20 tasks, and some that show something else.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    let texts = use_texts();
    let act = props.act.clone();
    let onchange = move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| select.value().parse().ok());
        if let Some(exhibit) = chosen.and_then(Exhibit::find) {
            act.emit(Action::ShowExample(exhibit));
        }
    };
    let select = use_node_ref();
    // The attribute `selected` says only what is chosen at first, so the property is set instead.
    use_effect_with((select.clone(), props.exhibit), |(select, exhibit)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            let number = exhibit.map(|exhibit| exhibit.number.to_string());
            select.set_value(&number.unwrap_or_default());
        }
    });
    let (tasks, stories): (Vec<_>, Vec<_>) =
        Exhibit::all().partition(|exhibit| exhibit.task().is_some());
    html! {
        <div class="choice gallery">
            <label for="example">{texts.masthead.example}</label>
            <select id="example" ref={select} {onchange}>
                // The browser offers no way to choose this one: taking back does.
                <option value="" disabled=true>
                    {texts.masthead.choose_story}
                </option>
                {for [(texts.gallery.tasks, tasks), (texts.gallery.stories, stories)]
                    .into_iter()
                    .map(|(label, exhibits)| html! {
                        <optgroup {label}>
                            {for exhibits.into_iter().map(|exhibit| html! {
                                <option
                                    value={exhibit.number.to_string()}
                                    title={exhibit.note(texts)}
                                >
                                    {exhibit.title(texts)}
                                </option>
                            })}
                        </optgroup>
                    })}
            </select>
        </div>
    }
}
