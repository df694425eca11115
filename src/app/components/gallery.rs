//! The examples.

use web_sys::HtmlSelectElement;
use yew::{
    Callback, Event, Html, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::tasks::{TASKS, Task};

/// The properties of [`Gallery`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GalleryProps {
    /// The task whose example stands in the fields, untouched.
    pub task: Option<&'static Task>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A choice of stories, one for each of the 20 tasks.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    let texts = use_texts();
    let act = props.act.clone();
    let onchange = move |event: Event| {
        let chosen = event
            .target_dyn_into::<HtmlSelectElement>()
            .and_then(|select| select.value().parse::<u8>().ok());
        if let Some(task) = TASKS.iter().find(|task| Some(task.number) == chosen) {
            act.emit(Action::ShowExample(task));
        }
    };
    let select = use_node_ref();
    // The attribute `selected` says only what is chosen at first, so the property is set instead.
    use_effect_with((select.clone(), props.task), |(select, task)| {
        if let Some(select) = select.cast::<HtmlSelectElement>() {
            select.set_value(&task.map(|task| task.number.to_string()).unwrap_or_default());
        }
    });
    html! {
        <div class="choice gallery">
            <label for="example">{texts.masthead.example}</label>
            <select id="example" ref={select} {onchange}>
                // The browser offers no way to choose this one: taking back does.
                <option value="" disabled=true>
                    {texts.masthead.choose_story}
                </option>
                {for TASKS.iter().map(|task| html! {
                    <option
                        value={task.number.to_string()}
                        title={task.description(texts)}
                    >
                        {texts.masthead.task(task.number, task.name(texts))}
                    </option>
                })}
            </select>
        </div>
    }
}
