//! A story that the network never trains on.

use yew::{Html, Properties, component, html};

use crate::app::components::answer::bar;
use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::worker::Look;
use crate::training::HeldOut;

/// The properties of [`Specimen`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SpecimenProps {
    /// The story and its question; `None` until there is a network.
    pub held_out: Option<Shared<HeldOut>>,
    /// What the network makes of it.
    pub look: Option<Shared<Look>>,
}

/// What the network reads of a story that it never trains on, and what it answers: the attention
/// grows sharp while it learns.
#[component]
pub fn Specimen(props: &SpecimenProps) -> Html {
    let texts = use_texts();
    let (Some(held_out), Some(look)) = (&props.held_out, &props.look) else {
        return html! {
            <section class="train-specimen">
                <h3>{texts.train.held_out}</h3>
                <p class="waiting">{texts.train.held_out_waiting}</p>
            </section>
        };
    };
    html! {
        <section class="train-specimen">
            <div class="heatmap-box">
                <table class="heatmap">
                    <caption><span class="title">{texts.train.held_out}</span></caption>
                    <thead>
                        <tr>
                            <th scope="col" class="sentence-head">{texts.attention.sentence}</th>
                            {for (1..=look.heatmap.hops).map(|hop| html! {
                                <th scope="col">{texts.attention.hop(hop)}</th>
                            })}
                        </tr>
                    </thead>
                    <tbody>
                        {for look.heatmap.rows.iter().map(|row| html! {
                            <tr key={row.sentence}>
                                <th scope="row">
                                    <span class="number">{row.sentence + 1}</span>
                                    {" "}<span class="text" lang="en">{row.text.clone()}</span>
                                    if held_out.facts.contains(&row.sentence) {
                                        {" "}<span class="train-fact">{texts.train.fact}</span>
                                    }
                                </th>
                                {for row.cells.iter().map(|cell| html! {
                                    <td class={format!("heat-{}", cell.step())}>
                                        {texts.typography.decimal(cell.0, 2)}
                                    </td>
                                })}
                            </tr>
                        })}
                    </tbody>
                </table>
            </div>
            <p class="train-question">
                <span lang="en">{held_out.question.clone()}</span>
                {" "}<span class="train-fact">{texts.train.right(&held_out.answer)}</span>
            </p>
            <ol class="train-answers">
                {for look.answers.iter().map(|ranked| html! {
                    <li key={ranked.answer.clone()}>
                        <span class="train-answer" lang="en">{ranked.spelled(texts)}</span>
                        {bar(ranked.probability)}
                        <span class="percent">{ranked.percent(texts)}</span>
                    </li>
                })}
            </ol>
        </section>
    }
}
