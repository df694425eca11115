//! A place on the way through the hops.

use crate::explain::{Explanation, Stop};
use crate::locale::Texts;

/// What happens in each hop, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    Query,
    Attention,
    Read,
    Answer,
}

impl Phase {
    pub(super) const ALL: [Self; 4] = [Self::Query, Self::Attention, Self::Read, Self::Answer];
}

/// A place on the way through the hops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    /// The hop, from 0.
    pub(super) hop: usize,
    pub(super) phase: Phase,
}

impl At {
    /// The place of a number, which counts the phases of all hops.
    pub(super) fn from_number(number: usize) -> Self {
        let phases = Phase::ALL.len();
        Self {
            hop: number / phases,
            phase: Phase::ALL[number % phases],
        }
    }

    /// The number of the place.
    pub(super) fn number(self) -> usize {
        self.hop * Phase::ALL.len() + self.phase as usize
    }

    /// What happens there, in words.
    pub(super) fn happens(self, stop: &Stop, explanation: &Explanation, texts: &Texts) -> String {
        let said = match self.phase {
            Phase::Query if self.hop == 0 => Some(texts.hops.asks.to_owned()),
            Phase::Query => Some(texts.hops.asks_on.to_owned()),
            Phase::Attention => explanation.strongest(self.hop).map(|strongest| {
                let weight = texts.typography.decimal(strongest.weight, 2);
                texts.hops.attends(strongest.sentence + 1, &weight)
            }),
            Phase::Read => Some(texts.hops.reads.to_owned()),
            Phase::Answer => stop.answers.first().map(|first| {
                let answer = texts.typography.quoted(&first.spelled(texts));
                texts.hops.answers(&answer, &first.percent(texts))
            }),
        };
        said.unwrap_or_default()
    }
}
