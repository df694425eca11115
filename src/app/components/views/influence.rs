//! What mattered: what the answer would be without a sentence, beside the attention.

use std::collections::BTreeSet;

use yew::{Html, classes, component, html};

use super::ViewProps;
use crate::app::components::answer::length;
use crate::app::components::prose;
use crate::app::hooks::{Mattering, use_mattering, use_texts};
use crate::app::state::Action;
use crate::explain::{Counterfactual, Disagreement, Explanation, Influence, SentenceInfluence};
use crate::locale::Texts;
use crate::networks::Ranked;

/// The most sentences that are listed.
const MOST_SENTENCES: usize = 20;

/// What each sentence did for the answer, the fewest without which it is another, and whether that is
/// what was read.
#[component]
pub fn InfluenceView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let mattering = use_mattering(&props.model, &props.draft, &props.reading);
    let Some(Ok(_)) = &props.reading.answer else {
        return html! { <p class="waiting">{texts.influence.nothing}</p> };
    };
    let mattering = mattering.as_ref();
    let found = mattering.and_then(|it| Some((it, it.reading.answer.as_ref()?.as_ref().ok()?)));
    let Some((mattering, answer)) = found else {
        return html! {
            <div class="mattering" aria-busy="true">
                <p class="waiting looking">{texts.influence.asking}</p>
            </div>
        };
    };
    let busy = mattering.reading != props.reading || mattering.counterfactual.is_none();
    html! {
        <div class="mattering" aria-busy={busy.to_string()}>
            <p class="lead">{prose(texts.influence.lead)}</p>
            {table(mattering, &answer.explanation, props, texts)}
            <section class="findings">
                <h3>{texts.influence.smallest}</h3>
                <p role="status">{smallest(mattering, texts)}</p>
                <h3>{texts.influence.compared}</h3>
                {compared(&mattering.influence, texts)}
            </section>
        </div>
    }
}

/// The sentences, what is read of them, and what becomes of the answer without them.
fn table(
    mattering: &Mattering,
    explanation: &Explanation,
    props: &ViewProps,
    texts: &Texts,
) -> Html {
    let influence = &mattering.influence;
    let needed: BTreeSet<usize> = match &mattering.counterfactual {
        Some(Counterfactual::Found { sentences, .. }) => sentences.iter().copied().collect(),
        _ => BTreeSet::new(),
    };
    let answer = influence.answer.as_ref();
    let listed = influence.foremost(MOST_SENTENCES);
    let others = explanation.sentences.len() - explanation.forgotten() - listed.len();
    let row = |it: &SentenceInfluence| {
        let sentence = it.sentence;
        let reading = explanation.sentences.get(sentence)?;
        let then = it
            .answer
            .as_ref()
            .filter(|then| Some(&then.answer) != answer.map(|answer| &answer.answer));
        Some(html! {
            <tr
                key={sentence}
                class={classes!(
                    (props.pointed == Some(sentence)).then_some("pointed"),
                    needed.contains(&sentence).then_some("needed"),
                )}
                onpointerenter={props.act.reform(move |_| Action::Hover(Some(sentence)))}
            >
                <th scope="row">
                    <span class="number">{sentence + 1}</span>
                    <span lang="en" dir="auto">{reading.text.clone()}</span>
                    if let Some(then) = then {
                        <span class="then">
                            {texts.influence.then(&then.spelled(texts), &then.percent(texts))}
                        </span>
                    }
                </th>
                <td class="attention-is">
                    <span class="measure">
                        <span>{texts.typography.decimal(it.weight, 2)}</span>
                        {bar(-it.weight)}
                    </span>
                </td>
                <td class={classes!("influence-is", (it.fall < 0.0).then_some("rise"))}>
                    <span class="measure">
                        <span>{it.change(texts)}</span>
                        {bar(it.fall.abs())}
                    </span>
                </td>
            </tr>
        })
    };
    html! {
        <div>
            <table onpointerleave={props.act.reform(|_| Action::Hover(None))}>
                <caption class="unseen">{texts.influence.title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.influence.sentence}</th>
                        <th scope="col" class="attention-is">
                            {texts.influence.attention}
                            <span class="what">{texts.influence.attention_is}</span>
                        </th>
                        <th scope="col" class="influence-is">
                            {texts.influence.influence}
                            if let Some(answer) = answer {
                                <span class="what">
                                    {texts.influence.influence_is(&answer.spelled(texts))}
                                </span>
                            }
                        </th>
                    </tr>
                </thead>
                <tbody>{for listed.into_iter().filter_map(row)}</tbody>
            </table>
            if others > 0 {
                <p class="note">{texts.influence.others(others)}</p>
            }
        </div>
    }
}

/// A bar of a size from 0 to 1: to the right, or to the left if it is negative, so that two bars in
/// neighbouring columns stand back to back.
fn bar(size: f32) -> Html {
    let start = if size < 0.0 { 1.0 + size } else { 0.0 };
    html! {
        <svg class="bar" aria-hidden="true">
            <rect x={length(start)} width={length(size.abs())} height="100%" />
        </svg>
    }
}

/// The fewest sentences without which the answer is another, in words.
fn smallest(mattering: &Mattering, texts: &Texts) -> Html {
    let said = &texts.influence;
    let quoted = |answer: Option<&Ranked>| match answer {
        Some(answer) => texts.typography.quoted(&answer.spelled(texts)),
        None => said.none.to_owned(),
    };
    let words = match &mattering.counterfactual {
        None => return html! { <span class="looking">{said.looking}</span> },
        Some(Counterfactual::Never) => said.never(&quoted(mattering.influence.answer.as_ref())),
        Some(Counterfactual::GaveUp { tried }) => said.gave_up(&texts.typography.grouped(*tried)),
        Some(Counterfactual::Found {
            sentences,
            answer,
            smallest,
        }) => {
            let numbers: Vec<String> = sentences.iter().map(|it| (it + 1).to_string()).collect();
            let listed = texts.typography.listed(&numbers);
            let without = said.without(numbers.len(), &listed, &quoted(answer.as_ref()));
            match (numbers.len(), smallest) {
                (1, _) => without,
                (_, true) => format!("{without} {}", said.certain),
                (_, false) => format!("{without} {}", said.uncertain),
            }
        }
    };
    html! { {words} }
}

/// Whether attention and influence agree, and about what they don't.
fn compared(influence: &Influence, texts: &Texts) -> Html {
    let said = &texts.influence;
    let told = influence.sentences.iter().filter_map(|it| {
        let weight = texts.typography.decimal(it.weight, 2);
        Some(match it.disagreement? {
            Disagreement::ReadInVain => said.in_vain(it.sentence + 1, &weight),
            Disagreement::HardlyRead => {
                said.hardly_read(it.sentence + 1, &weight, &it.change(texts))
            }
        })
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return html! { <p>{said.agree}</p> };
    }
    html! {
        <>
            <p>{said.disagree}</p>
            <ul>{for told.into_iter().map(|it| html! { <li>{it}</li> })}</ul>
            <p class="note">{said.moral}</p>
        </>
    }
}
