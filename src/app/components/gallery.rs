//! The examples.

use web_sys::HtmlSelectElement;
use yew::{
    Callback, Event, Html, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

use crate::app::state::Action;
use crate::tasks::{TASKS, Task};

/// The properties of [`Gallery`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GalleryProps {
    /// The task whose example stands in the fields, untouched.
    pub task: Option<&'static Task>,
    /// Whether an example replaced something.
    pub can_take_back: bool,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A choice of stories, one for each of the 20 tasks, and the way back.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
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
    let take_back = {
        let (act, select) = (props.act.clone(), select.clone());
        move |_| {
            act.emit(Action::TakeBack);
            // The button may be gone now; the focus must not be lost with it.
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                let _ = select.focus();
            }
        }
    };

    html! {
        <div class="gallery">
            <label for="example">{"Example"}</label>
            <select id="example" ref={select} {onchange}>
                // The browser offers no way to choose this one: the button beside it does.
                <option value="" disabled=true>
                    {"Choose a story…"}
                </option>
                {for TASKS.iter().map(|task| html! {
                    <option
                        value={task.number.to_string()}
                        title={task.description}
                    >
                        {format!("{} · {}", task.number, task.name)}
                    </option>
                })}
            </select>
            if props.can_take_back {
                <button type="button" onclick={take_back}>{"Back to my story"}</button>
            }
        </div>
    }
}
