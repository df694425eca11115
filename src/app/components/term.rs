//! Words that explain themselves.

use std::cell::Cell;

use yew::{AttrValue, Html, Properties, component, html, use_memo};

use crate::app::hooks::use_texts;
use crate::locale::glossary::{self, Stretch, stretches};

/// The properties of [`Term`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TermProps {
    /// The term.
    pub of: glossary::Term,
    /// How it is shown.
    pub children: Html,
}

/// A term that opens its meaning in place: a button in the line, and a popover. Where the browser
/// can't place that beside its button, it opens at the foot of the window.
#[component]
pub fn Term(props: &TermProps) -> Html {
    let texts = use_texts();
    let entry = props.of.entry(texts.language);
    let id = (*use_memo((), |()| fresh_id())).clone();
    html! {
        <>
            // The meaning is also the description of the button, so that it is heard without being
            // opened.
            <button type="button" class="term" popovertarget={&id} aria-describedby={&id}>
                {props.children.clone()}
            </button>
            <span class="meaning" popover="auto" id={&id}>
                <strong>{entry.name}</strong>{" "}{entry.meaning}
            </span>
        </>
    }
}

/// A text, with the terms that it names (see [`glossary`]) explaining themselves.
pub fn prose(text: &'static str) -> Html {
    let stretches = stretches(text);
    // A button is a word of its own: Safari would begin a line with the comma behind it.
    let mark_at = |at: usize| match stretches.get(at) {
        Some(Stretch::Plain(text)) => &text[..text.len() - text.trim_start_matches(CLOSING).len()],
        _ => "",
    };
    let parts = stretches
        .iter()
        .enumerate()
        .map(|(at, stretch)| match stretch {
            Stretch::Plain(text) if at == 0 => html! { {*text} },
            Stretch::Plain(text) => html! { {&text[mark_at(at).len()..]} },
            Stretch::Term(term, shown) => html! {
                <span class="unbroken"><Term of={*term}>{*shown}</Term>{mark_at(at + 1)}</span>
            },
        });
    parts.collect()
}

/// The marks that stay with the word before them.
const CLOSING: [char; 7] = [',', '.', ';', ':', '!', '?', ')'];

/// An id that nothing else has, however often a term stands in the page.
fn fresh_id() -> AttrValue {
    thread_local! {
        static LAST: Cell<usize> = const { Cell::new(0) };
    }
    let number = LAST.get() + 1;
    LAST.set(number);
    format!("term-{number}").into()
}
