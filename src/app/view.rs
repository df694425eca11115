//! The views that look closer.

use serde::{Deserialize, Serialize};

use crate::locale::Texts;

/// A view that looks closer at an answer, or at what could be otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// The story on its way through the four components.
    Flow,
    /// All the arithmetic of one cell of the heatmap.
    Cell,
    /// The hops one after the other.
    Hops,
    /// What the answer would be without a sentence.
    Influence,
    /// The words and what lies around them.
    Words,
    /// What the network reads, overruled.
    Change,
    /// Two answers side by side.
    Compare,
    /// A network that learns.
    Train,
}

impl View {
    /// Those that the page offers, in the order of their tabs. A view that is added here is there.
    pub const ALL: &[Self] = &[
        Self::Flow,
        Self::Cell,
        Self::Hops,
        Self::Influence,
        Self::Words,
        Self::Change,
        Self::Compare,
        Self::Train,
    ];

    /// Whether the page offers it.
    pub fn is_offered(self) -> bool {
        Self::ALL.contains(&self)
    }

    /// Its name in the page's addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Cell => "cell",
            Self::Hops => "hops",
            Self::Influence => "influence",
            Self::Words => "words",
            Self::Change => "change",
            Self::Compare => "compare",
            Self::Train => "train",
        }
    }

    /// What a reader calls it.
    pub fn title(self, texts: &Texts) -> &'static str {
        match self {
            Self::Flow => texts.flow.title,
            Self::Cell => texts.cell.title,
            Self::Hops => texts.hops.title,
            Self::Influence => texts.influence.title,
            Self::Words => texts.words.title,
            Self::Change => texts.change.title,
            Self::Compare => texts.compare.title,
            Self::Train => texts.train.title,
        }
    }
}
