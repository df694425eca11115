//! The names of the styles in which stories can be told.

use clap::ValueEnum;

use memnet::tasks::Style;

/// In whose words stories are told.
#[derive(Clone, Copy, ValueEnum)]
pub enum StyleName {
    /// In those of the published data.
    Babi,
    /// In those of people: many more names and ways to say it, and questions without an answer.
    Wide,
}

impl From<StyleName> for Style {
    fn from(name: StyleName) -> Self {
        match name {
            StyleName::Babi => Self::Babi,
            StyleName::Wide => Self::Wide,
        }
    }
}
