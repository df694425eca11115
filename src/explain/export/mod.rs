//! What a reader can take away: an answer as a table, as data and as a picture.

mod palette;
mod report;
mod svg;
mod table;

pub use palette::Palette;
pub use report::Report;
pub use svg::{Caption, svg};
pub use table::csv;
