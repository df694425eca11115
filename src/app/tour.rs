//! How far the reader has come in the guided tour, and which views it opens.

use serde::{Deserialize, Serialize};

use super::view::View;
use crate::explain::tour::TOUR;

/// How far the reader has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tour {
    /// The stop she is at, or was at when she left, from 0.
    pub stop: usize,
    /// Whether she is on the tour.
    pub open: bool,
}

/// The view that each stop opens.
const VIEWS: [Option<View>; TOUR.len()] = [
    Some(View::Flow),
    Some(View::Cell),
    Some(View::Hops),
    None,
    Some(View::Change),
    None,
    None,
    Some(View::Influence),
    None,
    Some(View::Compare),
    None,
    Some(View::Train),
];

/// The view that a stop opens.
pub fn view(stop: usize) -> Option<View> {
    VIEWS.get(stop).copied().flatten()
}

/// The last stop.
pub const LAST: usize = TOUR.len() - 1;
