//! Stories from which sentences are left out.

use super::super::{Changes, ReadStory};
use crate::networks::{Inquiry, Ranked};
use crate::text::{Reader, Reading, Unit};

/// How many memory slots one pass reads at most, so that many long stories don't need much room, and
/// whoever waits is not kept from other work for long.
const SLOTS_OF_A_PASS: usize = 2048;

/// The stories without some of their sentences, as if these had never been written: who is named
/// only there has no name, and in a story longer than the memory older sentences move up.
pub(super) struct Variants<'a> {
    read: &'a ReadStory<'a>,
    changes: &'a Changes,
    /// A reader who has read what was forgotten.
    reader: Reader<'a>,
    /// Of each remembered sentence whether it bears on how later ones are read.
    informs: Vec<bool>,
}

/// A story that is read anew without some sentences.
struct Reread<'a> {
    /// The remembered sentences; nothing for those left out.
    readings: Vec<Option<Reading>>,
    question: Reading,
    reader: Reader<'a>,
}

impl<'a> Variants<'a> {
    pub(super) fn new(read: &'a ReadStory<'a>, changes: &'a Changes) -> Self {
        let (forgotten, remembered) = read.sentences.split_at(read.forgotten());
        let mut reader = read.model.reader();
        for sentence in forgotten {
            reader.read(read.text, &sentence.words);
        }
        reader.share_names();
        let mut reading = reader.clone();
        let informs = remembered.iter().map(|sentence| {
            let before = reading.learned();
            reading.read(read.text, &sentence.words);
            reading.learned() > before
        });
        Self {
            informs: informs.collect(),
            read,
            changes,
            reader,
        }
    }

    /// How many sentences there are to leave out.
    pub(super) fn remembered(&self) -> usize {
        self.informs.len()
    }

    /// The answers to the question without each of some sets of remembered sentences (places in the
    /// story), with a pause after each pass.
    pub(super) async fn answers(
        &self,
        sets: &[Vec<usize>],
        pause: &impl AsyncFn(),
    ) -> Vec<Vec<Ranked>> {
        let mut answers = Vec::with_capacity(sets.len());
        for sets in sets.chunks((SLOTS_OF_A_PASS / self.remembered().max(1)).max(1)) {
            answers.extend(self.pass(sets));
            pause().await;
        }
        answers
    }

    fn pass(&self, sets: &[Vec<usize>]) -> Vec<Vec<Ranked>> {
        let read = self.read;
        let reread: Vec<Option<Reread<'a>>> = sets.iter().map(|set| self.reread(set)).collect();
        let mut inquiry = Inquiry::new(read.model, self.changes);
        let question = inquiry.add_question(&read.asked.units);
        // As many sentences move up as are left out.
        let left_out = sets.iter().map(Vec::len).max().unwrap_or_default();
        let oldest = read.forgotten().saturating_sub(left_out);
        let rows: Vec<usize> = read.readings[oldest..]
            .iter()
            .map(|reading| inquiry.add_sentence(&reading.units))
            .collect();
        for (set, reread) in sets.iter().zip(&reread) {
            let kept: Vec<usize> = (oldest..read.readings.len())
                .filter(|place| !set.contains(place))
                .collect();
            let kept = &kept[kept.len().saturating_sub(read.model.memory())..];
            let story: Vec<(usize, usize)> = kept
                .iter()
                .map(|&place| {
                    let units = reread.as_ref().and_then(|it| it.units(place, read));
                    let row = match units {
                        Some(units) => inquiry.add_sentence(units),
                        None => rows[place - oldest],
                    };
                    (row, place)
                })
                .collect();
            match reread {
                None => inquiry.ask(&story, question, read.names(&read.reader)),
                Some(reread) => {
                    let question = inquiry.add_question(&reread.question.units);
                    inquiry.ask(&story, question, read.names(&reread.reader));
                }
            }
        }
        inquiry.answers()
    }

    /// The story read without a set of sentences; `None` if none of them bears on how the others
    /// are read.
    fn reread(&self, set: &[usize]) -> Option<Reread<'a>> {
        let read = self.read;
        let first = read.forgotten();
        let informs = |&sentence: &usize| self.informs[sentence - first];
        if !set.iter().any(informs) {
            return None;
        }
        let mut reader = self.reader.clone();
        let remembered = read.sentences.iter().enumerate().skip(first);
        let readings = remembered
            .map(|(place, sentence)| {
                (!set.contains(&place)).then(|| reader.read(read.text, &sentence.words))
            })
            .collect();
        let question = reader.ask(read.question, &read.words);
        Some(Reread {
            readings,
            question,
            reader,
        })
    }
}

impl Reread<'_> {
    /// What is read now in the place of a sentence; `None` if what was read before.
    fn units(&self, place: usize, before: &ReadStory<'_>) -> Option<&[Unit]> {
        let at = place.checked_sub(before.forgotten())?;
        let units = &self.readings.get(at)?.as_ref()?.units;
        (*units != before.readings[place].units).then_some(units)
    }
}
