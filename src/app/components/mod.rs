//! The parts of the page, one file each.

mod about;
mod answer;
mod attention;
mod gallery;
mod masthead;
mod network;
mod question;
mod role;
mod runs;
mod story;
mod text_field;
mod theme;

pub use about::About;
pub use answer::AnswerPart;
pub use attention::AttentionPart;
pub use gallery::Gallery;
pub use masthead::Masthead;
pub use network::NetworkChoice;
pub use question::QuestionPart;
pub use story::StoryPart;
pub use text_field::TextField;
pub use theme::ThemeChoice;
