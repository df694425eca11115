//! What to train, and the buttons.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Event, Html, Properties, TargetCast, component, html};

use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::training::{Phase, Speed, TrainingAction};
use crate::explain::{LearningCurves, floor_percent};
use crate::locale::Texts;
use crate::tasks::TASKS;
use crate::training::Plan;

/// The sizes of an embedding to choose from.
const DIMENSIONS: [usize; 4] = [10, 20, 40, 80];

/// The numbers of hops to choose from.
const HOPS: [usize; 5] = [1, 2, 3, 4, 6];

/// The properties of [`Controls`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ControlsProps {
    /// What to learn, and with what.
    pub plan: Plan,
    /// How fast training goes.
    pub speed: Speed,
    /// What is going on.
    pub phase: Phase,
    /// Whether there is a network yet.
    pub begun: bool,
    /// How far training was at the last look.
    pub measured: Shared<LearningCurves>,
    /// Takes what the reader does.
    pub act: Callback<TrainingAction>,
}

/// The plan, which can be changed until training starts, the buttons and what is going on.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.train;
    let ControlsProps {
        plan, phase, act, ..
    } = props;
    let planning = *phase == Phase::Planning;
    let running = *phase == Phase::Running;
    let over = matches!(phase, Phase::Done | Phase::Failed(_));
    let change = |change: fn(&mut Plan, usize)| {
        let (act, plan) = (act.clone(), plan.clone());
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            if let Some(value) = select.and_then(|select| select.value().parse().ok()) {
                let mut plan = plan.clone();
                change(&mut plan, value);
                act.emit(TrainingAction::ChangePlan(plan));
            }
        })
    };
    let on_linear_start = {
        let (act, plan) = (act.clone(), plan.clone());
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                act.emit(TrainingAction::ChangePlan(Plan {
                    linear_start: input.checked(),
                    ..plan.clone()
                }));
            }
        }
    };
    let on_speed = act.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let at = select.map_or(0, |select| select.selected_index());
        let speed = usize::try_from(at).ok().and_then(|at| Speed::ALL.get(at));
        TrainingAction::ChooseSpeed(speed.copied().unwrap_or_default())
    });
    let go = match running {
        true => act.reform(|_| TrainingAction::Pause),
        false => act.reform(|_| TrainingAction::Start),
    };

    html! {
        <div class="train-controls">
            <fieldset class="train-plan" disabled={!planning}>
                <legend>{texts.plan}</legend>
                <details class="train-tasks">
                    <summary>{texts.tasks}{": "}<b>{chosen_tasks(plan, all_texts)}</b></summary>
                    <div class="train-task-list">
                        {for TASKS.iter().map(|task| {
                            let is_chosen = plan.tasks.contains(&task.number);
                            let (act, plan, number) = (act.clone(), plan.clone(), task.number);
                            let onchange = move |_: Event| {
                                act.emit(TrainingAction::ChangePlan(toggled(&plan, number)));
                            };
                            html! {
                                <label key={number}>
                                    <input type="checkbox" checked={is_chosen} {onchange} />
                                    {format!(" {number} {}", task.name(all_texts))}
                                </label>
                            }
                        })}
                    </div>
                </details>
                <label class="choice">
                    <span>{texts.dimension}</span>
                    {numbers(&DIMENSIONS, plan.dimension, change(|plan, size| plan.dimension = size))}
                </label>
                <label class="choice">
                    <span>{texts.hops}</span>
                    {numbers(&HOPS, plan.hops, change(|plan, hops| plan.hops = hops))}
                </label>
                <label class="choice" title={texts.linear_start_note}>
                    <input
                        type="checkbox"
                        checked={plan.linear_start}
                        onchange={on_linear_start}
                    />
                    <span>{texts.linear_start}</span>
                </label>
            </fieldset>
            <div class="train-buttons">
                <button
                    type="button"
                    class="train-go"
                    disabled={over || plan.tasks.is_empty()}
                    onclick={go}
                >
                    {match phase {
                        Phase::Running => texts.pause,
                        Phase::Planning => texts.start,
                        _ => texts.go_on,
                    }}
                </button>
                <button
                    type="button"
                    disabled={running || over || plan.tasks.is_empty()}
                    onclick={act.reform(|_| TrainingAction::Step)}
                >
                    {texts.step}
                </button>
                <button
                    type="button"
                    disabled={planning}
                    onclick={act.reform(|_| TrainingAction::Reset)}
                >
                    {texts.reset}
                </button>
                <label class="choice">
                    <span>{texts.speed}</span>
                    <select onchange={on_speed}>
                        {for Speed::ALL.map(|speed| html! {
                            <option selected={speed == props.speed}>
                                {match speed {
                                    Speed::Watch => texts.speed_watch,
                                    Speed::Full => texts.speed_full,
                                }}
                            </option>
                        })}
                    </select>
                </label>
                <p class="note train-status" role="status">{status(props, all_texts)}</p>
            </div>
        </div>
    }
}

fn numbers(offered: &[usize], chosen: usize, onchange: Callback<Event>) -> Html {
    html! {
        <select {onchange}>
            {for offered.iter().map(|&number| html! {
                <option value={number.to_string()} selected={number == chosen}>{number}</option>
            })}
        </select>
    }
}

/// The plan with a task more, or less.
fn toggled(plan: &Plan, number: u8) -> Plan {
    let mut plan = plan.clone();
    match plan.tasks.iter().position(|&task| task == number) {
        Some(at) => {
            plan.tasks.remove(at);
        }
        None => {
            plan.tasks.push(number);
            plan.tasks.sort_unstable();
        }
    }
    plan
}

fn chosen_tasks(plan: &Plan, texts: &Texts) -> String {
    match plan.tasks[..] {
        [] => texts.train.no_task.to_owned(),
        [number] => {
            let task = TASKS.iter().find(|task| task.number == number);
            let name = task.map_or("", |task| task.name(texts));
            format!("{number} {name}")
        }
        _ => texts.train.some_tasks(plan.tasks.len()),
    }
}

/// What is going on, in words that stay the same as long as it does.
fn status(props: &ControlsProps, texts: &Texts) -> String {
    let train = &texts.train;
    let questions = texts.typography.grouped(props.measured.questions);
    let percent = props.measured.accuracy.map_or(0, floor_percent);
    let percent = texts.typography.percent(&percent.to_string());
    match &props.phase {
        Phase::Planning => train.status_planning.to_owned(),
        Phase::Running | Phase::Stepping if !props.begun => train.status_starting.to_owned(),
        Phase::Running | Phase::Stepping => train.status_running.to_owned(),
        Phase::Paused => train.status_paused(&questions, &percent),
        Phase::Done => train.status_done(&questions, &percent),
        Phase::Failed(cause) => train.status_failed(cause),
    }
}
