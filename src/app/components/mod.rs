//! The parts of the page, one file each.

mod about;
mod answer;
mod attention;
mod changed;
mod closer;
mod gallery;
mod glossary;
mod history;
mod language;
mod masthead;
mod network;
mod question;
mod role;
mod runs;
mod story;
mod term;
mod text_field;
mod theme;
mod tour;
pub mod views;

pub use about::About;
pub use answer::AnswerPart;
pub use attention::AttentionPart;
pub use changed::ChangedNote;
pub use closer::CloserPart;
pub use gallery::Gallery;
pub use glossary::Glossary;
pub use language::LanguageChoice;
pub use masthead::Masthead;
pub use network::NetworkChoice;
pub use question::QuestionPart;
pub use story::StoryPart;
pub use term::{Term, prose};
pub use text_field::TextField;
pub use theme::ThemeChoice;
pub use tour::{TourButton, TourPart};
