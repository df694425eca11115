//! The story on its way through the four components.

mod formulas;
mod light;
mod picture;

use yew::{Html, classes, component, html, use_memo, use_state};

use super::ViewProps;
use crate::app::components::math;
use crate::app::components::role::{Component, letter_and_name};
use crate::app::hooks::use_texts;
use crate::explain::{CellPlace, units, workings};
use crate::locale::Texts;

use formulas::{Followed, Opened};
use light::use_lights;
use picture::Drawn;

/// The most memory slots that are drawn.
const MOST_SLOTS: usize = 12;

/// The components, in order.
const COMPONENTS: [Component; 4] = [
    Component::Input,
    Component::Generalization,
    Component::Output,
    Component::Response,
];

/// The picture of the four components, and the formula of the one that is open.
#[component]
pub fn FlowView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let open = use_state(|| None::<Component>);
    let chosen = use_state(|| None::<usize>);
    let lights = use_lights();
    let draft = &props.draft;

    let explanation = match &props.reading.answer {
        Some(Ok(answer)) => Some(&answer.explanation),
        _ => None,
    };
    let hop = explanation.map_or(0, |it| props.hop.min(it.hops.len().saturating_sub(1)));
    // The sentence that is followed: the chosen one as long as it is in memory, or the one that
    // the hop reads most.
    let followed = explanation.and_then(|it| {
        let chosen = chosen.filter(|&sentence| it.weight(hop, sentence).is_some());
        chosen.or_else(|| it.strongest(hop).map(|strongest| strongest.sentence))
    });
    let input = (props.model.clone(), draft.clone(), hop, followed);
    let found = use_memo(input, |(model, draft, hop, followed)| {
        let place = CellPlace {
            hop: *hop,
            head: 0,
            sentence: (*followed)?,
        };
        let changes = &draft.changes;
        workings(model, &draft.story, &draft.question, changes, place).ok()
    });
    let (Some(explanation), Some(sentence), Some(workings)) = (explanation, followed, &*found)
    else {
        return html! { <p class="waiting">{texts.flow.nothing}</p> };
    };

    let words = units(&draft.story, &explanation.sentences[sentence].words);
    let asked = units(&draft.question, &explanation.question);
    let about = Followed {
        model: &props.model,
        workings,
        words: &words,
        sentence: sentence + 1,
        hop: hop + 1,
        texts,
    };
    let listed = explanation.most_read(MOST_SLOTS, Some(sentence));
    let view = Drawn {
        props,
        explanation,
        workings,
        listed: &listed,
        sentence,
        hop,
        texts,
    };

    html! {
        <div
            class="flow"
            data-lit={lights.lit()}
            onpointerover={lights.onpointerover.clone()}
            onpointerleave={lights.onpointerleave.clone()}
            onfocusin={lights.onfocusin.clone()}
            onfocusout={lights.onfocusout.clone()}
        >
            <p class="note">{texts.flow.lead}</p>
            <div class="components">
                {for COMPONENTS.into_iter().map(|component| {
                    let is_open = *open == Some(component);
                    let toggle = {
                        let open = open.clone();
                        move |_| open.set((!is_open).then_some(component))
                    };
                    let drawn = match component {
                        Component::Generalization => {
                            let chosen = chosen.clone();
                            view.memory(move |sentence| chosen.set(Some(sentence)))
                        }
                        Component::Output => view.hops(),
                        Component::Response => view.answers(),
                        Component::Input | Component::Query => view.words(&words, &asked),
                    };
                    let (letter, name) = letter_and_name(component, texts);
                    let class = format!("component component-{letter}");
                    html! {
                        <>
                            <section key={letter} class={classes!(class, is_open.then_some("open"))}>
                                <h3>
                                    <button
                                        type="button"
                                        class="fold"
                                        aria-expanded={is_open.to_string()}
                                        onclick={toggle}
                                    >
                                        <b class="role-letter">{letter}</b>
                                        {" "}{name}
                                        <span class="unseen">{": "}{texts.flow.formula}</span>
                                    </button>
                                </h3>
                                {drawn}
                            </section>
                            if is_open {
                                {panel(&about.open(component), name, texts)}
                            }
                        </>
                    }
                })}
            </div>
        </div>
    }
}

/// The formulas of a component, and what their terms mean.
fn panel(opened: &Opened, name: &str, texts: &Texts) -> Html {
    html! {
        <section class="opened" aria-label={format!("{name}: {}", texts.flow.formula)}>
            <div class="formulas" role="group" aria-label={texts.flow.formula} tabindex="0">
                {for opened.formulas.iter().cloned()}
            </div>
            <ul class="terms" aria-label={texts.flow.terms}>
                {for opened.terms.iter().map(|entry| html! {
                    <li>
                        <button type="button" data-term={entry.term.name()}>
                            {math::inline(entry.symbol.clone())}
                            {" "}<span>{entry.meaning}</span>
                        </button>
                    </li>
                })}
            </ul>
        </section>
    }
}
