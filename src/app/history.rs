//! Taking back what was done, and making it again.

use serde::{Deserialize, Serialize};

use super::shared::Shared;
use super::state::Draft;
use crate::explain::{CellPlace, Changes};

/// The most steps that are remembered.
const STEPS: usize = 200;

/// The most bytes of text that all steps but the latest hold together: they are kept with the
/// page at every key press.
const BYTES: usize = 100_000;

/// The drafts before the present one, and those after it that were taken back.
///
/// Only the former outlast a reload. They are shared, because the state is copied and compared with
/// every move of the pointer, and they seldom change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<Draft>", into = "Vec<Draft>")]
pub struct History {
    past: Shared<Vec<Draft>>,
    future: Shared<Vec<Draft>>,
    run: Option<Run>,
}

/// Small changes of one kind that follow each other, and are taken back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// Letters added to a field.
    Typing(Field),
    /// Letters deleted from a field.
    Deleting(Field),
    /// Examples looked at.
    Examples,
    /// Stops of the tour.
    Tour,
    /// An attention weight moved.
    Weight(CellPlace),
    /// The temperature moved.
    Temperature,
    /// The number of hops moved.
    Hops,
}

/// A field that the reader writes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// That of the story.
    Story,
    /// That of the question.
    Question,
}

impl History {
    /// Remembers a draft that is about to be changed; not if the change belongs to the same run as
    /// the one before.
    pub fn record(&mut self, before: &Draft, run: Option<Run>) {
        self.future = Shared::default();
        if run.is_none() || run != self.run {
            self.past.make_mut().push(before.clone());
            self.forget();
        }
        self.run = run;
    }

    /// Ends a run: the next change is a step of its own.
    pub fn settle(&mut self) {
        self.run = None;
    }

    /// The draft that taking a step back leads to, if there is something to take back.
    pub fn before(&self) -> Option<&Draft> {
        self.past.last()
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something was taken back.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Takes the last step back.
    pub fn undo(&mut self, draft: &mut Draft) {
        if let Some(before) = self.past.make_mut().pop() {
            let after = std::mem::replace(draft, before);
            self.future.make_mut().push(after);
            self.settle();
        }
    }

    /// Makes the last step again that was taken back.
    pub fn redo(&mut self, draft: &mut Draft) {
        if let Some(after) = self.future.make_mut().pop() {
            let before = std::mem::replace(draft, after);
            self.past.make_mut().push(before);
            self.settle();
        }
    }

    /// Drops the oldest steps, as far as they are too many or too long; never the latest.
    fn forget(&mut self) {
        let mut bytes = 0;
        let fitting = self.past.iter().rev().take(STEPS).take_while(|draft| {
            let fits = bytes <= BYTES;
            bytes += draft.story.len() + draft.question.len();
            fits
        });
        let too_many = self.past.len() - fitting.count();
        self.past.make_mut().drain(..too_many);
    }
}

impl From<Vec<Draft>> for History {
    fn from(past: Vec<Draft>) -> Self {
        Self {
            past: Shared::new(past),
            ..Self::default()
        }
    }
}

impl From<History> for Vec<Draft> {
    fn from(history: History) -> Self {
        history.past.to_vec()
    }
}

impl History {
    /// Remembers a draft before a field of it is written anew: letter by letter is one step for
    /// each sentence; what is pasted is a step of its own.
    pub fn record_writing(&mut self, draft: &Draft, field: Field, after: &str) {
        let before = match field {
            Field::Story => &draft.story,
            Field::Question => &draft.question,
        };
        let start = common(before.chars(), after.chars());
        let (removed, added) = (&before[start..], &after[start..]);
        let end = common(removed.chars().rev(), added.chars().rev());
        let removed = &removed[..removed.len() - end];
        let mut added = added[..added.len() - end].chars();
        // A letter that takes the place of a selection that began with it reads like a deletion.
        let typed_over = removed.chars().nth(1).is_some() && after.chars().count() == 1;
        let run = match (added.next(), added.next()) {
            (None, _) if typed_over => {
                self.settle();
                Some(Run::Typing(field))
            }
            (None, _) => Some(Run::Deleting(field)),
            (Some(letter), None) => {
                if !removed.is_empty() || opens_sentence(&before[..start], letter) {
                    self.settle();
                }
                Some(Run::Typing(field))
            }
            (Some(_), Some(_)) => None,
        };
        self.record(draft, run);
    }
}

impl History {
    /// Remembers a draft before the reader changes what the network reads. What she moves to and
    /// fro is one step until it is [settled](History::settle).
    pub fn record_changes(&mut self, draft: &Draft, after: &Changes) {
        let before = &draft.changes;
        let run = if before.temperature != after.temperature {
            Some(Run::Temperature)
        } else if before.hops != after.hops {
            Some(Run::Hops)
        } else if before.muted != after.muted {
            None
        } else {
            let moved = after
                .fixed
                .iter()
                .find(|fixed| !before.fixed.contains(fixed));
            moved.map(|fixed| {
                Run::Weight(CellPlace {
                    hop: fixed.hop,
                    head: fixed.head,
                    sentence: fixed.sentence,
                })
            })
        };
        self.record(draft, run);
    }
}

/// Whether a letter after a text is the first of a sentence.
fn opens_sentence(before: &str, letter: char) -> bool {
    let before = before.trim_end_matches(' ');
    letter.is_alphanumeric() && (before.is_empty() || before.ends_with(['\n', '.', '!', '?']))
}

/// How many bytes the letters take up that two texts begin with.
pub(super) fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .map(|(letter, _)| letter.len_utf8())
        .sum()
}
