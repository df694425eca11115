//! Terms that light up together, in the formulas and in the picture.

use web_sys::{Element, Event, FocusEvent, PointerEvent};
use yew::{Callback, Html, TargetCast, UseStateHandle, hook, html, use_state};

/// A quantity that formulas and picture share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lit {
    Word,
    Encoding,
    Age,
    Key,
    Value,
    Query,
    Weight,
    Read,
    Item,
    Next,
    State,
    Answer,
}

impl Lit {
    /// Its name in the elements that show it, and in the style sheet.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Encoding => "encoding",
            Self::Age => "age",
            Self::Key => "key",
            Self::Value => "value",
            Self::Query => "query",
            Self::Weight => "weight",
            Self::Read => "read",
            Self::Item => "item",
            Self::Next => "next",
            Self::State => "state",
            Self::Answer => "answer",
        }
    }
}

/// What is lit, and what lights it.
#[derive(Clone, Debug)]
pub(super) struct Lights {
    lit: UseStateHandle<Option<String>>,
    pub(super) onpointerover: Callback<PointerEvent>,
    pub(super) onpointerleave: Callback<PointerEvent>,
    pub(super) onfocusin: Callback<FocusEvent>,
    pub(super) onfocusout: Callback<FocusEvent>,
}

impl Lights {
    /// The name of what is lit.
    pub(super) fn lit(&self) -> Option<String> {
        (*self.lit).clone()
    }
}

/// Lights the term under the pointer, or that of what has the focus.
#[hook]
pub(super) fn use_lights() -> Lights {
    let lit = use_state(|| None);
    let light = |event: &Event| {
        let element = event.target_dyn_into::<Element>();
        let term = element.and_then(|element| element.closest("[data-term]").ok().flatten());
        term.and_then(|term| term.get_attribute("data-term"))
    };
    let set = |lit: &UseStateHandle<Option<String>>, term: Option<String>| {
        if **lit != term {
            lit.set(term);
        }
    };
    let [over, leave, focus, blur] = [0; 4].map(|_| lit.clone());
    Lights {
        onpointerover: Callback::from(move |event: PointerEvent| set(&over, light(&event))),
        onpointerleave: Callback::from(move |_| set(&leave, None)),
        onfocusin: Callback::from(move |event: FocusEvent| set(&focus, light(&event))),
        onfocusout: Callback::from(move |_| set(&blur, None)),
        lit,
    }
}

/// A part of a formula that lights up with its term.
pub(super) fn lit(term: Lit, formula: Html) -> Html {
    html! { <mrow class="term" data-term={term.name()}>{formula}</mrow> }
}
