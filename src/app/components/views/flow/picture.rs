//! The picture of the four components.

use web_sys::PointerEvent;
use yew::{Callback, Classes, Html, classes, html};

use super::super::ViewProps;
use super::formulas::step;
use super::light::Lit;
use crate::app::components::answer::{bar, language};
use crate::app::components::math;
use crate::app::components::strip::strip;
use crate::app::state::Action;
use crate::explain::{Cell, Explanation, Step, Term, Workings};
use crate::locale::Texts;

/// How many answers are drawn.
const ANSWERS: usize = 5;

/// What the picture shows.
pub(super) struct Drawn<'a> {
    pub(super) props: &'a ViewProps,
    pub(super) explanation: &'a Explanation,
    pub(super) workings: &'a Workings,
    /// The sentences whose slots are drawn.
    pub(super) listed: &'a [usize],
    /// The sentence that is followed.
    pub(super) sentence: usize,
    pub(super) hop: usize,
    pub(super) texts: &'static Texts,
}

impl Drawn<'_> {
    /// I: the words, and what they come to.
    pub(super) fn words(&self, words: &[String], asked: &[String]) -> Html {
        let texts = &self.texts.flow;
        let told = step(self.workings.cell.as_ref(), Term::Encoding);
        let first = self.workings.first.as_ref();
        // A network that maps the question's words before they are a query encodes them first.
        let first_steps = first.map_or(&[][..], |first| &first.steps);
        let question = first_steps.iter().find(|step| {
            let of_words = step.operands.iter().all(|it| it.quantity.word.is_some());
            of_words && matches!(step.result.term, Term::Encoding | Term::Query)
        });
        let query = self.workings.stops.first().map(|stop| &stop.query[..]);
        html! {
            <>
                <p class="caption">{texts.sentence(self.sentence + 1)}</p>
                <ul class="tokens">{tokens(told, words)}</ul>
                if let Some(told) = told {
                    {labelled(Lit::Encoding, self.of_sentence("x"), &told.result.values)}
                }
                <p class="caption">{texts.question}</p>
                <ul class="tokens">{tokens(question, asked)}</ul>
                if let Some(query) = query {
                    {labelled(Lit::Query, math::sub(math::letter("u"), math::count(1)), query)}
                }
            </>
        }
    }

    /// G: the slots, each with its two vectors.
    pub(super) fn memory(&self, choose: impl Fn(usize) + Clone + 'static) -> Html {
        let texts = &self.texts.flow;
        let memory = &self.workings.memory;
        let age = step(self.workings.cell.as_ref(), Term::Key).and_then(|step| {
            step.operands
                .iter()
                .find(|it| it.quantity.term == Term::Age)
        });
        let remembered = self.explanation.sentences.len() - self.explanation.forgotten();
        let others = remembered - self.listed.len();
        html! {
            <>
                <p class="caption">{texts.slots}</p>
                <ul class="flow-slots" onpointerleave={self.props.act.reform(|_| Action::Hover(None))}>
                    {for self.listed.iter().filter_map(|&sentence| {
                        let reading = &self.explanation.sentences[sentence];
                        let slot = reading.slot?;
                        let (key, value) = (memory.keys.get(slot)?, memory.values.get(slot)?);
                        let choose = choose.clone();
                        let followed = sentence == self.sentence;
                        Some(html! {
                            <li key={sentence} class={self.row_class(sentence)}>
                                <button
                                    type="button"
                                    aria-pressed={followed.to_string()}
                                    aria-label={texts.slot(sentence + 1, &reading.text)}
                                    onclick={move |_| choose(sentence)}
                                    onpointerenter={self.hover(sentence)}
                                >
                                    <span class="number">{sentence + 1}</span>
                                    <span class="sides">
                                        <span data-term={Lit::Key.name()}>{strip(key)}</span>
                                        <span data-term={Lit::Value.name()}>{strip(value)}</span>
                                    </span>
                                </button>
                            </li>
                        })
                    })}
                </ul>
                if others > 0 {
                    <p class="note">{texts.others(others)}</p>
                }
                if let Some(age) = age {
                    {labelled(
                        Lit::Age,
                        math::row([
                            math::letter("T"),
                            math::bracketed([math::count(self.sentence + 1)]),
                        ]),
                        &age.quantity.values,
                    )}
                }
            </>
        }
    }

    /// O: what each hop reads of each slot, and what the hop that is looked at makes of it.
    pub(super) fn hops(&self) -> Html {
        let texts = &self.texts.flow;
        let hops = self.explanation.hops.len();
        let look = |hop: usize| self.props.act.reform(move |_| Action::LookAtHop(hop));
        let stop = self.workings.stops.get(self.hop);
        let read = step(self.workings.cell.as_ref(), Term::Read);
        let u = |hop: usize| math::sub(math::letter("u"), math::count(hop));
        let has_item = step(self.workings.cell.as_ref(), Term::ItemShare).is_some();
        html! {
            <>
                <div class="hop-heads" role="group" aria-label={texts.hops}>
                    {for (0..hops).map(|hop| html! {
                        <button
                            key={hop}
                            type="button"
                            aria-pressed={(hop == self.hop).to_string()}
                            aria-label={texts.hop(hop + 1)}
                            onclick={look(hop)}
                        >
                            {hop + 1}
                        </button>
                    })}
                </div>
                <div
                    class="weights"
                    data-term={Lit::Weight.name()}
                    aria-hidden="true"
                    onpointerleave={self.props.act.reform(|_| Action::Hover(None))}
                >
                    {for self.listed.iter().map(|&sentence| html! {
                        <div
                            key={sentence}
                            class={self.row_class(sentence)}
                            onpointerenter={self.hover(sentence)}
                        >
                            {for (0..hops).filter_map(|hop| {
                                let cell = Cell(self.explanation.weight(hop, sentence)?);
                                let looked = (hop == self.hop).then_some("looked");
                                let heat = format!("heat-{}", cell.step());
                                let number = (hop == self.hop).then(|| cell.number(self.texts));
                                Some(html! { <span class={classes!(heat, looked)}>{number}</span> })
                            })}
                        </div>
                    })}
                </div>
                if let Some(stop) = stop {
                    {labelled(Lit::Query, u(self.hop + 1), &stop.query)}
                    if let Some(read) = read {
                        {labelled(Lit::Read, math::letter("o"), &read.result.values)}
                    }
                    if has_item {
                        {labelled(
                            Lit::Item,
                            math::sub(math::letter("s"), math::count(self.hop + 1)),
                            &stop.read,
                        )}
                    }
                    {labelled(Lit::Next, u(self.hop + 2), &stop.next)}
                }
            </>
        }
    }

    /// R: what the answer is chosen from, and the answers.
    pub(super) fn answers(&self) -> Html {
        html! {
            <>
                {labelled(Lit::State, math::letter("z"), &self.workings.conclusion.state)}
                <ol class="flow-answers" data-term={Lit::Answer.name()}>
                    {for self.explanation.answers.iter().take(ANSWERS).map(|ranked| html! {
                        <li>
                            <span class="word" lang={language(ranked)}>{ranked.spelled(self.texts)}</span>
                            <span class="percent">{ranked.percent(self.texts)}</span>
                            {bar(ranked.probability)}
                        </li>
                    })}
                </ol>
            </>
        }
    }

    fn of_sentence(&self, base: &'static str) -> Html {
        math::sub(math::letter(base), math::count(self.sentence + 1))
    }

    fn hover(&self, sentence: usize) -> Callback<PointerEvent> {
        self.props
            .act
            .reform(move |_| Action::Hover(Some(sentence)))
    }

    /// The classes of a row that belongs to a sentence, in the memory and in its weights.
    fn row_class(&self, sentence: usize) -> Classes {
        classes!(
            "flow-slot",
            (sentence == self.sentence).then_some("followed"),
            (self.props.pointed == Some(sentence)).then_some("pointed"),
        )
    }
}

/// Words with their vectors, as a step sums them up.
fn tokens(step: Option<&Step>, words: &[String]) -> Html {
    let operands = step.map_or(&[][..], |step| &step.operands);
    let tokens = operands.iter().filter_map(|operand| {
        let word = words.get(operand.quantity.word?)?;
        Some(html! {
            <li data-term={Lit::Word.name()}>
                <span lang="en">{word.clone()}</span>
                {strip(&operand.quantity.values)}
            </li>
        })
    });
    html! { {for tokens} }
}

/// A vector with its symbol.
fn labelled(term: Lit, symbol: Html, values: &[f32]) -> Html {
    html! {
        <div class="labelled" data-term={term.name()}>
            <span class="symbol">{math::inline(symbol)}</span>
            {strip(values)}
        </div>
    }
}
