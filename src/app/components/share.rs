//! Links, and what can be taken away.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlDetailsElement, HtmlElement, KeyboardEvent};
use yew::{
    AttrValue, Callback, Html, Properties, component, html, use_callback, use_effect_with,
    use_node_ref, use_state_eq,
};

use crate::app::hooks::use_texts;
use crate::app::link::Link;
use crate::app::saving::{save, save_picture};
use crate::app::shared::Shared;
use crate::app::state::{Kept, Theme};
use crate::explain::export::{Caption, Palette, Report, csv, svg};
use crate::explain::{Answer, Reading};
use crate::locale::Texts;
use crate::networks::Model;

/// The properties of [`Share`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShareProps {
    /// What the reader works on, and has chosen.
    pub kept: Kept,
    /// What the network makes of it.
    pub reading: Shared<Reading>,
    /// The network.
    pub model: Shared<Model>,
}

/// What there is to take away.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    Png,
    Svg,
    Csv,
    Json,
}

/// What became of the last wish.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    Nothing,
    Copied,
    /// The link, to be copied by hand.
    NotCopied(AttrValue),
    NoPicture,
}

/// A small menu: a link to the page as it is, and the answer as a picture, a table and data.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let texts = use_texts();
    let outcome = use_state_eq(|| Outcome::Nothing);
    let menu = use_node_ref();
    let by_hand = use_node_ref();
    use_effect_with((by_hand.clone(), (*outcome).clone()), |(by_hand, _)| {
        if let Some(field) = by_hand.cast::<web_sys::HtmlInputElement>() {
            let _ = field.focus();
            field.select();
        }
    });
    let copy = use_callback(props.clone(), {
        let outcome = outcome.setter();
        move |_, props: &ShareProps| {
            let address = address(&Link::new(&props.kept, &props.model));
            let outcome = outcome.clone();
            spawn_local(async move {
                outcome.set(match copy(&address).await {
                    Ok(_) => Outcome::Copied,
                    Err(_) => Outcome::NotCopied(address.into()),
                });
            });
        }
    });
    let take = |item: Item| {
        let (props, outcome) = (props.clone(), outcome.setter());
        Callback::from(move |_| take_away(item, &props, texts, &outcome))
    };
    // What was copied is no longer the page once something changed.
    use_effect_with(props.kept.draft.clone(), {
        let outcome = outcome.setter();
        move |_| outcome.set(Outcome::Nothing)
    });
    let onkeydown = {
        let menu = menu.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close(menu.cast());
            }
        }
    };
    let said = &texts.share;
    let answered = matches!(&props.reading.answer, Some(Ok(_)));

    html! {
        <details class="share" ref={menu} {onkeydown}>
            <summary>{said.title}</summary>
            <div class="share-menu">
                <button type="button" onclick={copy}>{said.copy_link}</button>
                if answered {
                    <button type="button" onclick={take(Item::Png)}>{said.png}</button>
                    <button type="button" onclick={take(Item::Svg)}>{said.svg}</button>
                    <button type="button" onclick={take(Item::Csv)}>{said.csv}</button>
                    <button type="button" onclick={take(Item::Json)}>{said.json}</button>
                }
                <p role="status">
                    {match &*outcome {
                        Outcome::Nothing => "",
                        Outcome::Copied => said.copied,
                        Outcome::NotCopied(_) => said.copy_yourself,
                        Outcome::NoPicture => said.no_picture,
                    }}
                </p>
                if let Outcome::NotCopied(address) = &*outcome {
                    <input
                        ref={by_hand}
                        type="text"
                        readonly=true
                        aria-label={said.copy_link}
                        value={address}
                    />
                }
            </div>
        </details>
    }
}

fn address(link: &Link) -> String {
    let location = web_sys::window().map(|window| window.location());
    let here = location.and_then(|location| location.href().ok());
    let here = here.unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}#{}", link.fragment())
}

/// Copies a text; browsers allow it only to pages that came safely.
async fn copy(text: &str) -> Result<JsValue, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    if !window.is_secure_context() {
        return Err(JsValue::NULL);
    }
    let clipboard = window.navigator().clipboard();
    JsFuture::from(clipboard.write_text(text)).await
}

fn take_away(
    item: Item,
    props: &ShareProps,
    texts: &'static Texts,
    outcome: &yew::UseStateSetter<Outcome>,
) {
    let Some(Ok(answer)) = &props.reading.answer else {
        return;
    };
    outcome.set(Outcome::Nothing);
    let explanation = &answer.explanation;
    let Kept { draft, theme, .. } = &props.kept;
    let picture = || picture(answer, &draft.question, *theme, texts);
    match item {
        Item::Csv => save("attention.csv", csv(explanation).as_bytes()),
        Item::Svg => save("attention.svg", picture().as_bytes()),
        Item::Json => {
            let report = Report::new(&props.model, explanation, &draft.changes);
            save("answer.json", report.json().unwrap_or_default().as_bytes());
        }
        Item::Png => {
            let (picture, outcome) = (picture(), outcome.clone());
            spawn_local(async move {
                if save_picture("attention.png", &picture).await.is_err() {
                    outcome.set(Outcome::NoPicture);
                }
            });
        }
    }
}

/// The heatmap of an answer to a question, in the colours of the page.
pub(super) fn picture(answer: &Answer, question: &str, theme: Theme, texts: &Texts) -> String {
    let dark = match theme {
        Theme::Dark => true,
        Theme::Light => false,
        Theme::Auto => web_sys::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|query| query.matches()),
    };
    let best = answer.explanation.answers.first();
    let best = best.map(|best| texts.typography.quoted(&best.spelled(texts)));
    let title = texts
        .share
        .picture(question.trim(), &best.unwrap_or_default());
    let caption = Caption {
        title: &title,
        description: &answer.explanation.summary(texts),
    };
    let palette = if dark { Palette::DARK } else { Palette::LIGHT };
    svg(&answer.heatmap, caption, &palette, texts)
}

fn close(menu: Option<HtmlDetailsElement>) {
    let Some(menu) = menu else { return };
    menu.set_open(false);
    let summary = menu.first_element_child();
    if let Some(summary) = summary.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}
