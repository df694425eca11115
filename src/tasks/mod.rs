//! Stories with questions: the bAbI file format, generators, and the catalogue of the 20 tasks.
//!
//! The tasks are those of Weston, Bordes, Chopra, Rush, van Merriënboer, Joulin and Mikolov 2015,
//! "Towards AI-Complete Question Answering: A Set of Prerequisite Toy Tasks"
//! (<https://arxiv.org/abs/1502.05698>). Their data is published under the Creative Commons
//! Attribution 3.0 licence; none of it is part of this crate. The stories here are its own:
//!
//! | | what it holds |
//! |---|---|
//! | [`babi`] | the file format: [`babi::read`] and [`babi::write`] |
//! | [`generate`] | stories of all tasks from a seed, in any amount, in two [styles](Style) |
//! | [`Rewording`] | stories told in words that nothing else uses |
//! | [`TASKS`] | each task's name, what it tests, and an example |
//! | [`stories`] | stories that show what no task is about |
//! | [`Exhibit`] | all of both, as a gallery |
//!
//! Behind [`generate`] stands a small simulated world (`world`) in which people move about and
//! carry things; what happens there is told (`generators`), and what a reader of the telling can
//! know is asked.

mod asides;
pub mod babi;
mod catalog;
mod exhibits;
mod generators;
mod rewording;
pub mod stories;
mod words;
mod world;

pub use asides::with_asides;
pub use catalog::{Example, TASKS, Task};
pub use exhibits::Exhibit;
pub use generators::{Style, UNKNOWN, UnknownTask, generate};
pub use rewording::Rewording;
