//! A long heatmap at a glance.

use web_sys::{Element, MouseEvent};
use yew::{Callback, Html, NodeRef, Properties, TargetCast, component, html};

use crate::app::shared::Shared;
use crate::explain::{Answer, Reading, STEPS, Stretch};

/// From how many rows on a table is long.
const LONG: usize = 20;

/// How many stretches are drawn at most: each is some pixels high on any screen.
const STRETCHES: usize = 100;

/// The properties of [`Overview`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct OverviewProps {
    /// What has the table.
    pub reading: Shared<Reading>,
    /// The box in which it scrolls.
    pub scroll_box: NodeRef,
}

/// The whole of a long table beside its scroll bar, as narrow as the bar: where something was read,
/// whichever rows are in view. A click scrolls there. For those who see it; the table itself tells
/// the same to others.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let Some(Ok(Answer { heatmap, .. })) = &props.reading.answer else {
        return Html::default();
    };
    if heatmap.rows.len() < LONG {
        return Html::default();
    }
    let onclick = Callback::from({
        let scroll_box = props.scroll_box.clone();
        move |event: MouseEvent| {
            if let (Some(strip), Some(table)) = (
                event.target_dyn_into::<Element>(),
                scroll_box.cast::<Element>(),
            ) {
                scroll_to(&table, &strip, event.client_y());
            }
        }
    });
    let stretches = heatmap.overview(STRETCHES);
    html! {
        <svg
            class="overview"
            viewBox={format!("0 0 {} {}", heatmap.hops, heatmap.rows.len())}
            preserveAspectRatio="none"
            aria-hidden="true"
            {onclick}
        >
            {for (1..=STEPS).map(|shade| html! {
                <path class={format!("shade-{shade}")} d={outline(&stretches, shade)} />
            })}
        </svg>
    }
}

/// The cells of one shade, as the path of a drawing: a shape for each shade costs the browser less
/// than one for each cell, after every key.
fn outline(stretches: &[Stretch], shade: u8) -> String {
    let mut path = String::new();
    for Stretch { rows, peaks } in stretches {
        let (top, height) = (rows.start, rows.len());
        let read = peaks.iter().enumerate();
        for (hop, _) in read.filter(|(_, peak)| peak.step() == shade) {
            path += &format!("M{hop} {top}h1v{height}h-1z");
        }
    }
    path
}

/// Scrolls a table to what the strip shows at a height of the window.
fn scroll_to(table: &Element, target: &Element, y: i32) {
    let Ok(Some(strip)) = target.closest("svg") else {
        return;
    };
    let drawn = strip.get_bounding_client_rect();
    let share = (f64::from(y) - drawn.top()) / drawn.height();
    let middle = share * f64::from(table.scroll_height());
    table.set_scroll_top((middle - f64::from(table.client_height()) / 2.0) as i32);
}
