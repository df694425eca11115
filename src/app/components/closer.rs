//! The views that look closer.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::{Callback, Html, Properties, TargetCast, component, html};

use super::views::{ViewProps, draw};
use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::app::view::View;

/// The properties of [`CloserPart`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CloserPartProps {
    /// The views to choose from.
    #[prop_or(View::ALL)]
    pub views: &'static [View],
    /// The view that is open.
    pub open: Option<View>,
    /// What every view gets.
    pub view: ViewProps,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// A row of tabs, one for each view, and the view that is open. At first none is; the tab of an
/// open view closes it again. (The tabs follow the ARIA Authoring Practices, with manual
/// activation: a view may be much work to draw, so the arrow keys only move the focus.)
#[component]
pub fn CloserPart(props: &CloserPartProps) -> Html {
    let texts = use_texts();
    let open = props.open.filter(|view| props.views.contains(view));
    let reachable = open.or(props.views.first().copied());
    html! {
        <section class="closer" aria-labelledby="closer">
            <h2 id="closer">{texts.closer.title}</h2>
            <div class="tabs" role="tablist" aria-labelledby="closer" onkeydown={move_focus}>
                {for props.views.iter().map(|&view| {
                    let is_open = open == Some(view);
                    let next = (!is_open).then_some(view);
                    html! {
                        <button
                            key={view.name()}
                            type="button"
                            role="tab"
                            id={format!("tab-{}", view.name())}
                            aria-selected={is_open.to_string()}
                            aria-controls={is_open.then_some("view")}
                            tabindex={if reachable == Some(view) { "0" } else { "-1" }}
                            onclick={props.act.reform(move |_| Action::Look(next))}
                        >
                            {view.title(texts)}
                        </button>
                    }
                })}
            </div>
            if let Some(view) = open {
                <div
                    class={format!("view view-{}", view.name())}
                    role="tabpanel"
                    id="view"
                    aria-labelledby={format!("tab-{}", view.name())}
                    tabindex="0"
                >
                    {draw(view, props.view.clone())}
                </div>
            }
        </section>
    }
}

/// Moves the focus from tab to tab, round and round.
fn move_focus(event: KeyboardEvent) {
    let Some(tab) = event.target_dyn_into::<Element>() else {
        return;
    };
    let Some(tabs) = tab.parent_element() else {
        return;
    };
    let (first, last) = (tabs.first_element_child(), tabs.last_element_child());
    let target = match event.key().as_str() {
        "ArrowLeft" => tab.previous_element_sibling().or(last),
        "ArrowRight" => tab.next_element_sibling().or(first),
        "Home" => first,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // A tab can always be focused.
        let _ = target.focus();
    }
}
