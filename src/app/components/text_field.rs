//! A text field that can mark what is written in it.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement, InputEvent, KeyboardEvent, PointerEvent};
use yew::{
    AttrValue, Callback, Event, Html, NodeRef, Properties, TargetCast, component, html,
    use_effect_with, use_mut_ref, use_node_ref,
};

use crate::app::history::common;
use crate::app::tree::Tree;

/// From how many bytes on a pasted text is put into the field by the page. Browsers do it line by
/// line: Chromium takes a second for 4,000 lines, and four times as long for twice as many.
const LONG_PASTE: usize = 10_000;

/// What stands on an empty last line of a mirror, so that there is one: a space of no width.
pub const NOTHING: &str = "\u{200b}";

/// The properties of [`TextField`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextFieldProps {
    /// The id of the field, for its label.
    pub id: AttrValue,
    /// The id of what describes the field.
    pub described_by: AttrValue,
    /// What is written in it.
    pub text: AttrValue,
    /// What to write where nothing is written.
    pub placeholder: AttrValue,
    /// Whether the line key does nothing.
    #[prop_or_default]
    pub single_line: bool,
    /// The same text, with its marks.
    pub children: Html,
    /// The box that scrolls when the text is long.
    #[prop_or_default]
    pub scroll_box: NodeRef,
    /// The text was changed.
    pub on_write: Callback<AttrValue>,
    /// The caret moved to this place, counted in UTF-16 code units, or left the field.
    #[prop_or_default]
    pub on_caret: Callback<Option<usize>>,
    /// The reader left the field.
    #[prop_or_default]
    pub on_leave: Callback<()>,
    /// The pointer moved to this place of the window, or left the field.
    #[prop_or_default]
    pub on_point: Callback<Option<(f32, f32)>>,
}

/// A text field over a mirror of its text: both lie in the same cell of a grid and are set alike,
/// so that the mirror gives the field its height, and whatever is marked in the mirror shows
/// through the field at the right place.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let TextFieldProps {
        on_write,
        on_caret,
        on_leave,
        on_point,
        single_line,
        ..
    } = props.clone();
    let field = use_node_ref();
    let written = use_mut_ref(|| props.text.clone());
    use_effect_with((field.clone(), props.text.clone()), {
        let written = written.clone();
        move |(field, text)| {
            let before = written.replace(text.clone());
            if before != *text {
                place_caret(field, &before, text);
            }
        }
    });
    let caret = {
        let on_caret = on_caret.clone();
        move |field: Option<HtmlTextAreaElement>| {
            // A field has a caret before anybody is in it, as when the page fills it.
            let field = field.filter(has_focus);
            let place = field.and_then(|field| field.selection_start().ok().flatten());
            on_caret.emit(place.map(|place| place as usize));
        }
    };
    let write = {
        let caret = caret.clone();
        Callback::from(move |field: HtmlTextAreaElement| {
            let text = AttrValue::from(field.value());
            written.replace(text.clone());
            on_write.emit(text);
            caret(Some(field));
        })
    };
    let onpaste = {
        let write = write.clone();
        move |event: Event| {
            if let Some(field) = event
                .target_dyn_into()
                .filter(|it| take_long_paste(&event, it))
            {
                event.prevent_default();
                write.emit(field);
            }
        }
    };
    let oninput = move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into() {
            write.emit(field);
        }
    };
    let onkeydown = move |event: KeyboardEvent| {
        if single_line && event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
        }
    };
    let onselectionchange = {
        let caret = caret.clone();
        move |event: Event| caret(event.target_dyn_into())
    };
    let onkeyup = {
        let caret = caret.clone();
        move |event: KeyboardEvent| caret(event.target_dyn_into())
    };
    let onclick = move |event: yew::MouseEvent| caret(event.target_dyn_into());
    let onblur = move |_| {
        on_caret.emit(None);
        on_leave.emit(());
    };
    let onpointermove = {
        let on_point = on_point.clone();
        move |event: PointerEvent| {
            on_point.emit(Some((event.client_x() as f32, event.client_y() as f32)));
        }
    };
    let onpointerleave = move |_: PointerEvent| on_point.emit(None);

    html! {
        <div class="field" ref={&props.scroll_box}>
            <div class="sheet">
                <div class="mirror" lang="en" aria-hidden="true">
                    {props.children.clone()}
                </div>
                <textarea
                    ref={field}
                    id={&props.id}
                    lang="en"
                    aria-describedby={&props.described_by}
                    rows="1"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder={&props.placeholder}
                    value={&props.text}
                    {oninput}
                    {onpaste}
                    {onkeydown}
                    {onkeyup}
                    {onclick}
                    {onselectionchange}
                    {onblur}
                    {onpointermove}
                    {onpointerleave}
                />
            </div>
        </div>
    }
}

/// Pastes a long text in place of what is selected; says whether there was one.
fn take_long_paste(event: &Event, field: &HtmlTextAreaElement) -> bool {
    let pasted = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(|event| event.clipboard_data()?.get_data("text/plain").ok())
        .filter(|text| text.len() >= LONG_PASTE);
    let (Some(pasted), Ok(Some(start)), Ok(Some(end))) =
        (pasted, field.selection_start(), field.selection_end())
    else {
        return false;
    };
    let put = field.set_range_text_with_start_and_end_and_mode(&pasted, start, end, "end");
    put.is_ok()
}

/// Whether the reader is in a field.
fn has_focus(field: &HtmlTextAreaElement) -> bool {
    let focused = Tree::of(field).and_then(|tree| tree.focused());
    focused.as_ref() == Some(field.unchecked_ref())
}

/// Puts the caret where a text was changed by other means than the reader's typing, as when she
/// takes something back; the browser would leave it at the end.
fn place_caret(field: &NodeRef, before: &str, after: &str) {
    let Some(field) = field.cast::<HtmlTextAreaElement>() else {
        return;
    };
    if !has_focus(&field) {
        return;
    }
    let start = common(before.chars(), after.chars());
    let end = common(before[start..].chars().rev(), after[start..].chars().rev());
    let place = after[..after.len() - end].encode_utf16().count() as u32;
    // A place inside the text is always taken.
    let _ = field.set_selection_range(place, place);
}
