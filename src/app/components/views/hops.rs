//! The hops one after the other.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{
    Callback, Classes, Html, NodeRef, TargetCast, classes, component, hook, html, use_callback,
    use_effect_with, use_memo, use_mut_ref, use_node_ref, use_state,
};

use super::ViewProps;
use crate::app::components::answer::{bar, language};
use crate::app::components::math;
use crate::app::components::strip::strip;
use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::explain::{Cell, Explanation, Stop, hop_by_hop};
use crate::locale::Texts;

/// How long each phase stays while the hops are played, in milliseconds.
const PHASE: u32 = 1100;

/// The most sentences that are listed.
const MOST_SENTENCES: usize = 12;

/// How many answers are shown.
const ANSWERS: usize = 3;

/// What happens in each hop, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Query,
    Attention,
    Read,
    Answer,
}

impl Phase {
    const ALL: [Self; 4] = [Self::Query, Self::Attention, Self::Read, Self::Answer];
}

/// A place on the way through the hops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct At {
    hop: usize,
    phase: Phase,
}

impl At {
    fn from_number(number: usize) -> Self {
        let phases = Phase::ALL.len();
        Self {
            hop: number / phases,
            phase: Phase::ALL[number % phases],
        }
    }

    fn number(self) -> usize {
        self.hop * Phase::ALL.len() + self.phase as usize
    }
}

/// The hops one after the other, played or stepped through.
#[component]
pub fn HopsView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let draft = &props.draft;
    let stops = use_memo((props.model.clone(), draft.clone()), |(model, draft)| {
        hop_by_hop(model, &draft.story, &draft.question, &draft.changes).unwrap_or_default()
    });
    let phase = use_state(|| Phase::Answer);
    let playing = use_state(|| false);
    let unfolded = use_state(|| false);
    let root = use_node_ref();

    let last = (stops.len() * Phase::ALL.len()).saturating_sub(1);
    let at = At {
        hop: props.hop.min(stops.len().saturating_sub(1)),
        phase: *phase,
    };
    let go = {
        let (phase, act) = (phase.clone(), props.act.clone());
        use_callback((last, at.hop), move |number: usize, &(last, hop)| {
            let next = At::from_number(number.min(last));
            phase.set(next.phase);
            if next.hop != hop {
                act.emit(Action::LookAtHop(next.hop));
            }
        })
    };
    let play = {
        let (go, playing) = (go.clone(), playing.clone());
        Callback::from(move |()| {
            // Who plays at the end begins again.
            if !*playing && at.number() == last {
                go.emit(0);
            }
            playing.set(!*playing);
        })
    };
    use_playing((*playing, at.number(), last), go.clone(), {
        let playing = playing.clone();
        Callback::from(move |()| playing.set(false))
    });
    let by_key = {
        let (go, play, playing) = (go.clone(), play.clone(), playing.clone());
        Callback::from(move |key: Key| {
            let number = match key {
                Key::Play => return play.emit(()),
                Key::Back => at.number().saturating_sub(1),
                Key::On => at.number() + 1,
                Key::First => 0,
                Key::Last => last,
            };
            playing.set(false);
            go.emit(number);
        })
    };
    use_keys(&root, by_key);

    let (Some(Ok(answer)), Some(stop)) = (&props.reading.answer, stops.get(at.hop)) else {
        return html! { <p class="waiting" ref={root}>{texts.hops.nothing}</p> };
    };
    let explanation = &answer.explanation;
    let oninput = {
        let (go, playing) = (go.clone(), playing.clone());
        move |event: InputEvent| {
            let slider = event.target_dyn_into::<HtmlInputElement>();
            if let Some(number) = slider.and_then(|slider| slider.value().parse().ok()) {
                playing.set(false);
                go.emit(number);
            }
        }
    };
    let happens = happens(at, stop, explanation, texts);
    let place = texts.hops.place(at.hop + 1, stops.len(), &happens);

    html! {
        <div class="hops" ref={root}>
            <div class="player">
                <button type="button" class="play" onclick={play.reform(|_| ())}>
                    {if *playing { texts.hops.pause } else { texts.hops.play }}
                </button>
                <div class="scrubber">
                    <input
                        type="range"
                        min="0"
                        max={last.to_string()}
                        step="1"
                        value={at.number().to_string()}
                        aria-label={texts.hops.scrubber}
                        aria-valuetext={place.clone()}
                        {oninput}
                    />
                    <div class="marks">
                        {for (0..stops.len()).map(|hop| {
                            let (go, playing) = (go.clone(), playing.clone());
                            let onclick = move |_| {
                                playing.set(false);
                                go.emit(hop * Phase::ALL.len());
                            };
                            html! {
                                <button
                                    key={hop}
                                    type="button"
                                    aria-current={(hop == at.hop).then_some("step")}
                                    {onclick}
                                >
                                    {texts.hops.hop(hop + 1)}
                                </button>
                            }
                        })}
                    </div>
                </div>
            </div>
            <p class="happens" role="status">{place}</p>
            <div class="stage" key={at.hop}>
                {vector(at, Phase::Query, "u", at.hop + 1, &stop.query, texts.hops.query)}
                {attention(at, stop, explanation, &props.act, (*unfolded, props.pointed), texts, {
                    let unfolded = unfolded.clone();
                    Callback::from(move |()| unfolded.set(!*unfolded))
                })}
                {vector(at, Phase::Read, "o", at.hop + 1, &stop.read, texts.hops.read)}
                {vector(at, Phase::Answer, "u", at.hop + 2, &stop.next, texts.hops.next)}
                <div class={shown(at, Phase::Answer, "stopped")}>
                    <h3>{texts.hops.stopped}</h3>
                    <ol class="stopped-answers">
                        {for stop.answers.iter().take(ANSWERS).map(|ranked| html! {
                            <li>
                                <span class="word" lang={language(ranked)}>{ranked.spelled(texts)}</span>
                                {bar(ranked)}
                                <span class="percent">{ranked.percent(texts)}</span>
                            </li>
                        })}
                    </ol>
                </div>
            </div>
            <h3>{texts.hops.along}</h3>
            <ol class="along">
                {for stops.iter().enumerate().map(|(hop, stop)| {
                    let reached = (hop, Phase::Answer) <= (at.hop, at.phase);
                    html! {
                        <li key={hop}>
                            <span class="hop">{texts.hops.hop(hop + 1)}</span>
                            {" "}
                            if let (true, Some(first)) = (reached, stop.answers.first()) {
                                <strong lang={language(first)}>{first.spelled(texts)}</strong>
                                {" "}<span class="percent">{first.percent(texts)}</span>
                            } else {
                                <span class="later">{texts.hops.later}</span>
                            }
                        </li>
                    }
                })}
            </ol>
            <p class="note keys">{texts.hops.keys}</p>
        </div>
    }
}

/// Goes on to the next phase after a while, as long as the hops are played: whether they are, where
/// in them the reader is, and where they end.
#[hook]
fn use_playing(playing: (bool, usize, usize), go: Callback<usize>, finish: Callback<()>) {
    let callbacks = use_mut_ref(|| (go.clone(), finish.clone()));
    *callbacks.borrow_mut() = (go, finish);
    use_effect_with(playing, move |&(playing, number, last)| {
        let timeout = playing.then(|| {
            Timeout::new(PHASE, move || {
                let (go, finish) = callbacks.borrow().clone();
                if number < last {
                    go.emit(number + 1);
                }
                if number + 1 >= last {
                    finish.emit(());
                }
            })
        });
        move || drop(timeout)
    });
}

/// What a key does in the view.
#[derive(Clone, Copy, Debug)]
enum Key {
    Play,
    Back,
    On,
    First,
    Last,
}

/// Hears the keys wherever the focus is in the view, and on the panel that holds it. A button keeps
/// its own space bar.
#[hook]
fn use_keys(root: &NodeRef, pressed: Callback<Key>) {
    let latest = use_mut_ref(|| pressed.clone());
    *latest.borrow_mut() = pressed;
    use_effect_with(root.clone(), move |root| {
        let panel = root
            .cast::<Element>()
            .and_then(|root| root.parent_element());
        let listener = panel.map(|panel| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&panel, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                let held = event.ctrl_key() || event.meta_key() || event.alt_key();
                let target = event.target_dyn_into::<Element>();
                let on_button = target.is_some_and(|target| target.tag_name() == "BUTTON");
                let key = match event.key().as_str() {
                    _ if held => return,
                    " " if !on_button => Key::Play,
                    "ArrowLeft" => Key::Back,
                    "ArrowRight" => Key::On,
                    "Home" => Key::First,
                    "End" => Key::Last,
                    _ => return,
                };
                event.prevent_default();
                let pressed = latest.borrow().clone();
                pressed.emit(key);
            })
        });
        move || drop(listener)
    });
}

/// The classes of something that comes with a phase.
fn shown(at: At, phase: Phase, class: &'static str) -> Classes {
    classes!(
        class,
        "phase",
        (at.phase == phase).then_some("now"),
        (at.phase < phase).then_some("later"),
    )
}

/// A vector with its symbol, which comes with a phase.
fn vector(
    at: At,
    phase: Phase,
    letter: &'static str,
    index: usize,
    values: &[f32],
    what: &'static str,
) -> Html {
    html! {
        <div class={shown(at, phase, "vector")}>
            <span class="symbol">
                {math::inline(math::sub(math::letter(letter), math::count(index)))}
            </span>
            {strip(values)}
            <span class="what">{what}</span>
        </div>
    }
}

/// The weights of the sentences.
fn attention(
    at: At,
    stop: &Stop,
    explanation: &Explanation,
    act: &Callback<Action>,
    (unfolded, pointed): (bool, Option<usize>),
    texts: &Texts,
    fold: Callback<()>,
) -> Html {
    let heads = stop.scores.len();
    let hop = &explanation.hops[at.hop];
    let several = heads > 1;
    let unfolded = several && unfolded;
    let listed = explanation.most_read(MOST_SENTENCES, pointed);
    let remembered = explanation.sentences.len() - explanation.forgotten();
    let others = remembered - listed.len();
    let empty = explanation.empty(at.hop);
    let cell = |weight: f32| {
        let cell = Cell(weight);
        html! { <td class={format!("heat-{}", cell.step())}>{cell.number(texts)}</td> }
    };
    let row = |sentence: usize| {
        let reading = explanation.sentences.get(sentence)?;
        let slot = reading.slot?;
        let weight = explanation.weight(at.hop, sentence)?;
        let hover = act.reform(move |_| Action::Hover(Some(sentence)));
        Some(html! {
            <tr
                key={sentence}
                class={classes!((pointed == Some(sentence)).then_some("pointed"))}
                onpointerenter={hover}
            >
                <th scope="row">
                    <span class="number">{sentence + 1}</span>
                    {" "}<span lang="en">{reading.text.clone()}</span>
                </th>
                if !several {
                    <td class="score">
                        {texts.typography.decimal(stop.scores[0].get(slot).copied()?, 2)}
                    </td>
                }
                {cell(weight)}
                if unfolded {
                    {for hop.heads.iter().filter_map(|head| Some(cell(*head.get(slot)?)))}
                }
            </tr>
        })
    };
    html! {
        <div
            class={shown(at, Phase::Attention, "attends")}
            onpointerleave={act.reform(|_| Action::Hover(None))}
        >
            if several {
                <button
                    type="button"
                    class="fold"
                    aria-expanded={unfolded.to_string()}
                    onclick={fold.reform(|_| ())}
                >
                    {texts.hops.heads(heads)}
                </button>
            }
            <table>
                <caption class="unseen">{texts.hops.attention}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.hops.sentence}</th>
                        if several {
                            <th scope="col">{texts.hops.mean}</th>
                        } else {
                            <th scope="col">{texts.hops.score}</th>
                            <th scope="col">{texts.hops.weight}</th>
                        }
                        if unfolded {
                            {for (1..=heads).map(|head| html! {
                                <th scope="col">{texts.hops.head(head)}</th>
                            })}
                        }
                    </tr>
                </thead>
                <tbody>
                    {for listed.into_iter().filter_map(row)}
                    // What two decimals would show as 0.00 is not worth a row.
                    if empty >= 0.005 {
                        <tr class="empty">
                            <th scope="row">{texts.hops.empty}</th>
                            if !several {
                                <td class="score">{texts.typography.decimal(0.0, 2)}</td>
                            }
                            {cell(empty)}
                            if unfolded {
                                {for hop.empty.iter().map(|&empty| cell(empty))}
                            }
                        </tr>
                    }
                </tbody>
            </table>
            if others > 0 {
                <p class="note">{texts.hops.others(others)}</p>
            }
        </div>
    }
}

/// What happens at a place, in words.
fn happens(at: At, stop: &Stop, explanation: &Explanation, texts: &Texts) -> String {
    let said = match at.phase {
        Phase::Query if at.hop == 0 => Some(texts.hops.asks.to_owned()),
        Phase::Query => Some(texts.hops.asks_on.to_owned()),
        Phase::Attention => explanation.strongest(at.hop).map(|strongest| {
            let weight = texts.typography.decimal(strongest.weight, 2);
            texts.hops.attends(strongest.sentence + 1, &weight)
        }),
        Phase::Read => Some(texts.hops.reads.to_owned()),
        Phase::Answer => stop.answers.first().map(|first| {
            let answer = texts.typography.quoted(&first.spelled(texts));
            texts.hops.answers(&answer, &first.percent(texts))
        }),
    };
    said.unwrap_or_default()
}
