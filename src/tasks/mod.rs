//! The bAbI file format, story generators and the catalogue of the 20 tasks.

pub mod babi;
mod generators;
mod world;

pub use generators::{UnknownTask, generate};
