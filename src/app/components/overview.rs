//! A long heatmap at a glance.

use web_sys::{Element, MouseEvent};
use yew::{Callback, Html, NodeRef, Properties, TargetCast, component, html};

use super::strip::{CellShape, shapes};
use crate::app::shared::Shared;
use crate::explain::{Answer, Reading, Stretch};

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
            {shapes(stretches.iter().flat_map(cells))}
        </svg>
    }
}

/// The cells of a stretch, one for each hop.
fn cells(Stretch { rows, peaks }: &Stretch) -> impl Iterator<Item = CellShape> {
    let peaks = peaks.iter().enumerate();
    peaks.map(|(hop, peak)| (peak.step(), hop, rows.start, rows.len()))
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
