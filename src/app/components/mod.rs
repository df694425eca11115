//! The parts of the page, one file each.

mod about;
mod answer;
mod attention;
mod changed;
mod closer;
mod gallery;
mod history;
mod language;
mod masthead;
mod network;
mod opened;
mod question;
mod role;
mod runs;
mod share;
mod story;
mod text_field;
mod theme;
pub mod views;
mod workshop;

pub use about::About;
pub use answer::AnswerPart;
pub use attention::AttentionPart;
pub use changed::ChangedNote;
pub use closer::CloserPart;
pub use gallery::Gallery;
pub use language::LanguageChoice;
pub use masthead::Masthead;
pub use network::NetworkChoice;
pub use opened::OpenedNote;
pub use question::QuestionPart;
pub use share::Share;
pub use story::StoryPart;
pub use text_field::TextField;
pub use theme::ThemeChoice;
pub use workshop::{NetworkUse, Notice, Workshop, WorkshopProvider};
