//! Training in a Web Worker, so that the page never waits for it.
//!
//! The worker runs the same program as the page ([`serve`] is its entry) and does what it is told,
//! one [`Command`] at a time: it trains no longer than a slice before it reports and listens again.
//! So the page alone decides how fast training goes, and pausing is asking for no more.

mod apprentice;
mod protocol;
mod serve;

pub use apprentice::{Apprentice, StartFailure};
pub use protocol::{Command, Event, Look, Pace, Purpose, Report};
pub use serve::serve;
