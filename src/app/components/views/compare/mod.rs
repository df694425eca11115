//! Two answers side by side.

mod answers;
mod heatmaps;

use web_sys::HtmlSelectElement;
use yew::{
    AttrValue, Event, Html, TargetCast, component, html, use_context, use_memo, use_state_eq,
};

use super::ViewProps;
use crate::app::components::Workshop;
use crate::app::components::answer::line;
use crate::app::hooks::{use_other_network, use_texts};
use crate::app::shared::Shared;
use crate::app::state::{Draft, Network};
use crate::explain::{AlignedHops, Changes, Explanation, difference, explain_changed};
use crate::locale::Texts;
use answers::Answers;
use heatmaps::Heatmaps;

/// What the present answer, B, is compared with: A.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Other {
    /// The same network, of which the reader overrules nothing.
    Unchanged,
    /// What there was before the last step.
    Before,
    /// The network of this name.
    Network(AttrValue),
}

/// The present answer beside another one: of the network as it was, or of another network.
#[component]
pub fn CompareView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let chosen = use_state_eq(|| None::<Other>);
    let others = others(props);
    // What was chosen may have gone, as a change that was taken back.
    let other = (*chosen).clone().filter(|it| others.contains(it));
    let other = other.or_else(|| others.first().cloned());

    let wanted = match &other {
        Some(Other::Network(name)) => Some(name.clone()),
        _ => None,
    };
    let own = use_context::<Workshop>().map_or_else(Vec::new, |workshop| workshop.own);
    let network = use_other_network(wanted, &own);
    let asked = match (&other, &network) {
        (Some(Other::Unchanged), _) => Some((props.model.clone(), unchanged(&props.draft))),
        (Some(Other::Before), _) => props.before.clone().map(|it| (props.model.clone(), it)),
        (Some(Other::Network(_)), Some(Network::Ready(model))) => {
            Some((model.clone(), unchanged(&props.draft)))
        }
        _ => None,
    };
    let a = use_memo(asked, |asked| {
        let (model, draft) = asked.as_ref()?;
        explain_changed(model, &draft.story, &draft.question, &draft.changes).ok()
    });
    let aligned = match &other {
        Some(Other::Network(_)) => AlignedHops::FromTheLast,
        _ => AlignedHops::FromTheFirst,
    };
    let compared = use_memo(
        (Shared::from(a.clone()), props.reading.clone(), aligned),
        |(a, b, aligned)| {
            let a: &Option<Explanation> = a;
            let b = b.answer.as_ref()?.as_ref().ok()?;
            Some(difference(a.as_ref()?, &b.explanation, *aligned))
        },
    );

    let Some(Ok(b)) = &props.reading.answer else {
        return html! { <p class="waiting">{texts.compare.nothing}</p> };
    };
    if other.is_none() {
        return html! { <p class="waiting">{texts.compare.no_other}</p> };
    }
    let onchange = {
        let others = others.clone();
        move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let at = select.map_or(-1, |select| select.selected_index());
            chosen.set(
                usize::try_from(at)
                    .ok()
                    .and_then(|at| others.get(at).cloned()),
            );
        }
    };
    let found = a.as_ref().as_ref().zip(compared.as_ref().as_ref());
    html! {
        <div class="compare">
            <p class="compare-lede">{texts.compare.lede}</p>
            <div class="compare-sides">
                <div class="compare-side side-a">
                    <label for="compare-a">{texts.compare.a}</label>
                    <select id="compare-a" {onchange}>
                        {for others.iter().map(|it| html! {
                            <option selected={other.as_ref() == Some(it)}>
                                {title(it, props, texts)}
                            </option>
                        })}
                    </select>
                    {found.map(|(a, _)| verdict(a, texts))}
                </div>
                <div class="compare-side side-b">
                    <span class="letter">{texts.compare.b}</span>
                    <span class="name">{title_of_b(props, texts)}</span>
                    {verdict(&b.explanation, texts)}
                </div>
            </div>
            if let Some(Network::Loading) = &network {
                <p class="waiting" role="status">{texts.compare.loading}</p>
            }
            if let Some(Network::Failed(failure)) = &network {
                <p class="waiting" role="alert">{failure.told(texts)}</p>
            }
            if let Some((_, found)) = found {
                <p class="summary">{found.summary(texts)}</p>
                <Heatmaps
                    difference={found.clone()}
                    pointed={props.pointed}
                    act={props.act.clone()}
                />
                if aligned == AlignedHops::FromTheLast
                    && found.hops.iter().any(|[a, b]| a != b) {
                    <p class="note">{texts.compare.from_the_last}</p>
                }
                <Answers shifts={found.answers.clone()} />
            }
        </div>
    }
}

/// All that the present answer can be compared with, what tells most first.
fn others(props: &ViewProps) -> Vec<Other> {
    let unchanged = props.draft.changes.any().then_some(Other::Unchanged);
    let networks = props.networks.iter().map(|listed| &listed.name);
    let networks = networks
        .filter(|name| **name != props.network)
        .map(|name| Other::Network(name.clone()));
    let before = props.before.is_some().then_some(Other::Before);
    unchanged
        .into_iter()
        .chain(networks)
        .chain(before)
        .collect()
}

/// A draft of which nothing is overruled.
fn unchanged(draft: &Draft) -> Draft {
    Draft {
        changes: Changes::default(),
        ..draft.clone()
    }
}

/// What a reader calls what she compares with.
fn title(other: &Other, props: &ViewProps, texts: &Texts) -> AttrValue {
    match other {
        Other::Unchanged => texts.compare.unchanged.into(),
        Other::Before => texts.compare.before.into(),
        Other::Network(name) => title_of(name, props),
    }
}

fn title_of(name: &AttrValue, props: &ViewProps) -> AttrValue {
    let listed = props.networks.iter().find(|it| it.name == *name);
    listed.map_or_else(|| name.clone(), |listed| listed.title.clone())
}

fn title_of_b(props: &ViewProps, texts: &Texts) -> AttrValue {
    let title = title_of(&props.network, props);
    match props.draft.changes.any() {
        true => texts.compare.changed(&title).into(),
        false => title,
    }
}

/// The answer of one side.
fn verdict(explanation: &Explanation, texts: &Texts) -> Html {
    let first = explanation.answers.first();
    first.map_or_else(Html::default, |first| {
        html! { <p class="side-answer">{line(first, texts)}</p> }
    })
}
