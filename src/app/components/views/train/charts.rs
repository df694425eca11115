//! The learning curves.

use yew::{Html, Properties, component, html};

use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::explain::{Chart, Curve, LearningCurves, floor_percent};
use crate::locale::Texts;

/// How many questions a chart has room for at first.
const WIDE: f64 = 10_000.0;

/// How much loss a chart has room for at first.
const LOSS: f64 = 2.0;

/// The properties of [`Charts`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChartsProps {
    /// What was measured.
    pub curves: Shared<LearningCurves>,
}

/// The loss and the accuracy over the questions trained on.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let texts = use_texts();
    let curves: &LearningCurves = &props.curves;
    let loss = |loss: f64| texts.typography.decimal(loss as f32, 2);
    let rough = |loss: f64| texts.typography.decimal(loss as f32, 1);
    let percent = |share: f64| texts.typography.percent(&floor_percent(share).to_string());
    html! {
        <div class="train-charts">
            {chart(texts, curves, &Figure {
                title: texts.train.accuracy,
                note: texts.train.accuracy_note,
                curve: &curves.accuracies,
                high: 1.0,
                latest: curves.accuracy,
                spelled: &percent,
                marked: &percent,
            })}
            {chart(texts, curves, &Figure {
                title: texts.train.loss,
                note: texts.train.loss_note,
                curve: &curves.losses,
                high: LOSS,
                latest: curves.loss,
                spelled: &loss,
                marked: &rough,
            })}
        </div>
    }
}

/// What one chart shows.
struct Figure<'a> {
    title: &'static str,
    note: &'static str,
    curve: &'a Curve,
    /// How high the values are at least that it has room for.
    high: f64,
    latest: Option<f64>,
    /// How a value is written.
    spelled: &'a dyn Fn(f64) -> String,
    /// How a round value is written.
    marked: &'a dyn Fn(f64) -> String,
}

fn chart(texts: &Texts, curves: &LearningCurves, figure: &Figure<'_>) -> Html {
    let chart = Chart::new(figure.curve, WIDE, figure.high);
    let questions = texts.typography.grouped(curves.questions);
    let words = match (figure.curve.points().next(), figure.latest) {
        (Some((_, first)), Some(latest)) => texts.train.chart(
            figure.title,
            &(figure.spelled)(first),
            &(figure.spelled)(latest),
            &questions,
        ),
        _ => texts.train.empty_chart(figure.title),
    };
    let softmax = curves
        .softmax_from
        .map(|from| chart.place_along(from as f64));
    html! {
        <figure class="chart">
            <figcaption>
                <span class="chart-title">{figure.title}</span>
                <span class="chart-note">{figure.note}</span>
                <span class="chart-value">{figure.latest.map(|latest| (figure.spelled)(latest))}</span>
            </figcaption>
            <svg class="chart-field" role="img" aria-label={words}>
                {for chart.up.iter().map(|tick| html! {
                    <line class="chart-rule" x2="100%" y1={from_top(tick.place)} y2={from_top(tick.place)} />
                })}
                if let Some(softmax) = softmax {
                    <line class="chart-mark" x1={percent(softmax)} x2={percent(softmax)} y2="100%" />
                }
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none">
                    <path class="chart-curve" d={chart.line.clone()} vector-effect="non-scaling-stroke" />
                </svg>
                if let Some(softmax) = softmax {
                    <text class="chart-label" x={percent(softmax)} dx="0.4em" y="100%" dy="-0.5em">
                        {texts.train.softmax}
                    </text>
                }
                {for chart.up.iter().filter(|tick| tick.value > 0.0).map(|tick| html! {
                    <text class="chart-label" y={from_top(tick.place)} dy="1.1em">
                        {(figure.marked)(tick.value)}
                    </text>
                })}
                if let Some((x, y)) = chart.end {
                    <circle class="chart-end" cx={percent(x / 1000.0)} cy={percent(y / 1000.0)} r="3.5" />
                }
            </svg>
            <svg class="chart-axis" aria-hidden="true">
                {for chart.along.iter().map(|tick| html! {
                    <text
                        class="chart-label"
                        x={percent(tick.place)}
                        y="1em"
                        text-anchor={anchor(tick.place)}
                    >
                        {texts.typography.grouped(tick.value as usize)}
                    </text>
                })}
            </svg>
            <p class="chart-unit">{texts.train.questions}</p>
        </figure>
    }
}

/// Which end of a number stands at its tick: those at the edges must not hang over.
fn anchor(place: f64) -> &'static str {
    match place {
        ..0.02 => "start",
        0.98.. => "end",
        _ => "middle",
    }
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

fn from_top(share: f64) -> String {
    percent(1.0 - share)
}
