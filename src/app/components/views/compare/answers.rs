//! How the answers shift.

use yew::{Html, Properties, component, html};

use crate::app::components::answer::{language, length};
use crate::app::hooks::use_texts;
use crate::explain::AnswerShift;

/// How many answers are shown.
const ANSWERS: usize = 4;

/// The properties of [`Answers`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnswersProps {
    /// How the probability of each answer moved, the largest moves first.
    pub shifts: Vec<AnswerShift>,
}

/// The answers that moved most, each with a line from where it was to where it is.
#[component]
pub fn Answers(props: &AnswersProps) -> Html {
    let texts = use_texts();
    let said = &texts.compare;
    html! {
        <>
            <h3 id="compare-answers">{said.answers}</h3>
            <table class="shifts" aria-labelledby="compare-answers">
                <thead>
                    <tr>
                        <th scope="col">{said.answer}</th>
                        <th scope="col" class="letter in-a">{said.a}</th>
                        <td></td>
                        <th scope="col" class="letter in-b">{said.b}</th>
                    </tr>
                </thead>
                <tbody>
                    {for props.shifts.iter().take(ANSWERS).map(|shift| {
                        let [a, b] = shift.ranked();
                        let [from, to] = shift.probabilities.map(length);
                        html! {
                            <tr key={shift.answer.clone()}>
                                <th scope="row" lang={language(&a)}>{a.spelled(texts)}</th>
                                <td class="percent">{a.percent(texts)}</td>
                                <td class="shift">
                                    <svg aria-hidden="true">
                                        <line x1={from.clone()} x2={to.clone()} y1="50%" y2="50%" />
                                        <circle class="from" cx={from} cy="50%" r="4" />
                                        <circle class="to" cx={to} cy="50%" r="4" />
                                    </svg>
                                </td>
                                <td class="percent">{b.percent(texts)}</td>
                            </tr>
                        }
                    })}
                </tbody>
            </table>
        </>
    }
}
