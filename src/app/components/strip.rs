//! Vectors as strips of coloured cells.

use std::fmt::Write;

use yew::{Html, html};

use crate::explain::{STEPS, shade};

/// A cell of a drawing: its step of the colour scale, its column, its top and its height.
pub(super) type CellShape = (u8, usize, usize, usize);

/// Cells of a drawing, one wide each. All of one colour are one shape, so that a drawing is few
/// elements however many cells it has; those of step 0 are left out.
pub(super) fn shapes(cells: impl Iterator<Item = CellShape>) -> Html {
    let mut paths = vec![String::new(); usize::from(STEPS) + 1];
    for (step, column, top, height) in cells {
        if let Some(path) = paths.get_mut(usize::from(step)) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{column} {top}h1v{height}h-1z");
        }
    }
    let drawn = paths.into_iter().enumerate().skip(1);
    drawn
        .filter(|(_, path)| !path.is_empty())
        .map(|(step, path)| {
            html! { <path key={step} class={format!("shade-{step}")} d={path} /> }
        })
        .collect()
}

/// A vector as a strip of cells: above the line where a number is positive, below it where it is
/// negative, and the deeper in colour the larger it is. Whoever shows it names it beside it, and
/// offers its numbers.
pub fn strip(values: &[f32]) -> Html {
    let cells = values.iter().enumerate().map(|(at, &value)| {
        let top = if value < 0.0 { 1 } else { 0 };
        (shade(value), at, top, 1)
    });
    html! {
        <svg
            class="strip"
            viewBox={format!("0 0 {} 2", values.len().max(1))}
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            {shapes(cells)}
        </svg>
    }
}
