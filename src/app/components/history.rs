//! Taking back and making again.

use yew::{Callback, Html, Properties, component, html};

use crate::app::hooks::use_texts;
use crate::app::state::Action;

/// The properties of [`HistoryButtons`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HistoryButtonsProps {
    /// Whether there is something to take back.
    pub can_undo: bool,
    /// Whether something was taken back.
    pub can_redo: bool,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// Two buttons. One that has nothing to do says so, and stays where it is, so that the focus is not
/// lost with it.
#[component]
pub fn HistoryButtons(props: &HistoryButtonsProps) -> Html {
    let texts = &use_texts().masthead;
    html! {
        <div class="history">
            <button
                type="button"
                aria-disabled={(!props.can_undo).to_string()}
                aria-keyshortcuts="Control+Z Meta+Z"
                onclick={props.act.reform(|_| Action::Undo)}
            >
                {texts.undo}
            </button>
            <button
                type="button"
                aria-disabled={(!props.can_redo).to_string()}
                aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
                onclick={props.act.reform(|_| Action::Redo)}
            >
                {texts.redo}
            </button>
        </div>
    }
}
