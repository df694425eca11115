//! Vectors as strips of coloured cells.

use std::fmt::Write;

use yew::{Html, html};

use crate::explain::{STEPS, shade};

/// A vector as a strip of cells: above the line where a number is positive, below it where it is
/// negative, and the deeper in colour the larger it is. Whoever shows it names it beside it, and
/// offers its numbers.
pub fn strip(values: &[f32]) -> Html {
    // All cells of one colour are one shape, so that a strip is few elements however long it is.
    let shapes = (1..=STEPS).filter_map(|step| {
        let mut shape = String::new();
        for (at, &value) in values.iter().enumerate() {
            if shade(value) == step {
                let top = if value < 0.0 { 1 } else { 0 };
                // Writing to a string cannot fail.
                let _ = write!(shape, "M{at} {top}h1v1h-1z");
            }
        }
        (!shape.is_empty())
            .then(|| html! { <path key={step} class={format!("shade-{step}")} d={shape} /> })
    });
    html! {
        <svg
            class="strip"
            viewBox={format!("0 0 {} 2", values.len().max(1))}
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            {for shapes}
        </svg>
    }
}
