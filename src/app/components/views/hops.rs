//! The hops one after the other.

mod place;
mod playing;
mod stage;

use web_sys::{HtmlInputElement, InputEvent};
use yew::{
    Callback, Html, TargetCast, component, html, use_callback, use_memo, use_node_ref, use_state,
};

use super::ViewProps;
use crate::app::components::answer::{bar, language};
use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::explain::hop_by_hop;

use place::{At, Phase};
use playing::{Key, use_keys, use_playing};
use stage::{attention, shown, vector};

/// How many answers are shown.
const ANSWERS: usize = 3;

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
    let happens = at.happens(stop, explanation, texts);
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
                                {bar(ranked.probability)}
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
