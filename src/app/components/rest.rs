//! What the page shows besides a story, a question, the answer and the attention.

use yew::{Callback, Html, Properties, component, html};

use super::about::About;
use super::closer::CloserPart;
use super::glossary::Glossary;
use super::share::{Share, ShareProps, picture};
use super::views::{ViewProps, draw};
use super::workshop::WorkshopProvider;
use crate::app::hooks::{Part, use_texts};
use crate::app::own::Own;
use crate::app::shared::Shared;
use crate::app::state::{Action, Theme};
use crate::app::view::View;
use crate::explain::Answer;
use crate::locale::Texts;
use crate::networks::Model;

/// How to draw it. These are functions because they come from another
/// [part](crate::app::parts::rest) of the program, after the first answer.
#[derive(Clone, Copy, Debug)]
pub struct Rest {
    /// The menu beside the answer.
    pub share: fn(ShareProps) -> Html,
    /// The heatmap of an answer to a question as a picture (SVG), in the colours of a theme.
    pub picture: fn(&Answer, &str, Theme, &Texts) -> String,
    /// One view by itself. Not that which trains, which works in the workshop.
    pub view: fn(View, ViewProps) -> Html,
    /// The views that look closer, and what they work with.
    pub closer: fn(CloserProps) -> Html,
    /// What stands at the foot of the page, about this network or, without one, in general.
    pub foot: fn(Option<Shared<Model>>) -> Html,
}

/// All of it.
pub const REST: Rest = Rest {
    share: |props| html! { <Share ..props /> },
    picture,
    view: draw,
    closer: |props| html! { <Closer ..props /> },
    foot: |model| html! { <Foot {model} /> },
};

/// The properties of what [`Rest::closer`] draws.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CloserProps {
    /// The networks of the reader's own.
    pub own: Vec<Own>,
    /// The view that is open.
    pub open: Option<View>,
    /// What every view gets; `None` as long as there is no network.
    pub view: Option<ViewProps>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

#[component]
fn Closer(props: &CloserProps) -> Html {
    let CloserProps {
        own,
        open,
        view,
        act,
    } = props.clone();
    html! {
        <WorkshopProvider {own} act={act.clone()}>
            if let Some(view) = view {
                <CloserPart {open} {view} {act} />
            }
        </WorkshopProvider>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct FootProps {
    model: Option<Shared<Model>>,
}

#[component]
fn Foot(props: &FootProps) -> Html {
    let texts = use_texts();
    html! {
        <>
            <Glossary />
            if let Some(model) = &props.model {
                <About model={model.clone()} />
            }
            <nav class="documentation">
                <a href="docs/index.html">{texts.page.documentation}</a>
            </nav>
        </>
    }
}

/// The properties of [`RestNotice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RestNoticeProps {
    /// How the rest of the page stands.
    pub part: Part<Rest>,
    /// Asks for it again.
    pub retry: Callback<()>,
}

/// Says, where the rest of the page belongs, that it is on its way or cannot be had.
#[component]
pub fn RestNotice(props: &RestNoticeProps) -> Html {
    let texts = use_texts();
    match props.part {
        Part::Here(_) => Html::default(),
        Part::UnderWay => html! {
            <p class="waiting">{texts.closer.under_way}</p>
        },
        Part::Missing => html! {
            <div class="failure" role="alert">
                <p>{texts.closer.missing}</p>
                <button type="button" onclick={props.retry.reform(|_| ())}>
                    {texts.answer.retry}
                </button>
            </div>
        },
    }
}
