//! From what a network concludes to the answers that it gives.

use ndarray::{Array1, ArrayViewMut1};

use crate::tensor::{Tape, Var};
use crate::text::Unit;

use super::lesson::Choice;
use super::output::Read;
use super::working_memory::WorkingMemory;
use super::{Changes, Inquiry, Model, Ranked, Trace};

/// How many answers a network that speaks ranks.
const MOST_ANSWERS: usize = 8;

/// How many words an answer has at most.
pub(super) const MOST_WORDS: usize = 12;

/// An answer in the making.
struct Saying {
    /// Whose answer it is.
    question: usize,
    /// The columns of its words so far; stop is no word.
    columns: Vec<usize>,
    probability: f32,
}

impl Model {
    /// Answers a question about a story of sentences, oldest first. Of a story longer than the
    /// memory the newest sentences count, and the [`Trace`] has slots for only those. `names` are
    /// the names of the entities, in the order of their numbers.
    pub fn answer(
        &self,
        story: &[impl AsRef<[Unit]>],
        question: &[Unit],
        names: Vec<&str>,
        changes: &Changes,
    ) -> Trace {
        Inquiry::about(self, changes, story, question, names).trace()
    }

    /// The answers of a network that chooses among given ones, from their scores
    /// (`questions × answers`).
    pub(super) fn rank(&self, tape: &mut Tape<'_>, scores: Var) -> Vec<Vec<Ranked>> {
        let distribution = tape.distribution(scores);
        let rows = tape.value(distribution).rows().into_iter();
        rows.map(|row| {
            let answers = self.record.answers.iter().zip(row);
            ranked(answers.map(|(answer, &probability)| Ranked {
                answer: answer.clone(),
                probability,
            }))
        })
        .collect()
    }

    /// The likeliest answers from each state (`questions × d`), each begun with one of the likeliest
    /// first words and gone on with the likeliest next ones.
    pub(super) fn say(
        &self,
        network: &WorkingMemory,
        tape: &mut Tape<'_>,
        state: Var,
        names: &[Vec<&str>],
    ) -> Vec<Vec<Ranked>> {
        let stop = self.column(Choice::Stop, &[]);
        let scores = network.speech.scores(tape, state);
        let mut sayings = Vec::new();
        // What goes on: the place of each saying, and the row of its state.
        let (mut speaking, mut rows) = (Vec::new(), Vec::new());
        for (question, names) in names.iter().enumerate() {
            let scores = tape.value(scores).row(question).to_owned();
            for (column, probability) in self.likeliest(scores, names, MOST_ANSWERS) {
                let mut columns = Vec::new();
                if column != stop {
                    speaking.push(sayings.len());
                    rows.push(question);
                    columns.push(column);
                }
                sayings.push(Saying {
                    question,
                    columns,
                    probability,
                });
            }
        }
        let mut state = state;
        while !speaking.is_empty() {
            let last = |&at: &usize| sayings[at].columns.last().copied();
            let said: Vec<usize> = speaking.iter().filter_map(last).collect();
            state = network.speech.after(tape, state, rows, said);
            let scores = network.speech.scores(tape, state);
            let mut next = (Vec::new(), Vec::new());
            for (row, at) in speaking.into_iter().enumerate() {
                let saying: &mut Saying = &mut sayings[at];
                let scores = tape.value(scores).row(row).to_owned();
                let likeliest = self.likeliest(scores, &names[saying.question], 1);
                let Some(&(column, probability)) = likeliest.first() else {
                    continue;
                };
                saying.probability *= probability;
                if column != stop && saying.columns.len() < MOST_WORDS {
                    saying.columns.push(column);
                    next.0.push(at);
                    next.1.push(row);
                }
            }
            (speaking, rows) = next;
        }
        self.spelled(&sayings, names)
    }
    /// The finished answers of each question in words, ranked.
    fn spelled(&self, sayings: &[Saying], names: &[Vec<&str>]) -> Vec<Vec<Ranked>> {
        let mut answers: Vec<Vec<Ranked>> = vec![Vec::new(); names.len()];
        for saying in sayings {
            let names = &names[saying.question];
            let words = saying.columns.iter().map(|&it| self.spelling(it, names));
            let answer = words.collect::<Vec<_>>().join(",");
            let answers = &mut answers[saying.question];
            // A name that is also a word of the vocabulary can be answered as either.
            match answers.iter_mut().find(|ranked| ranked.answer == answer) {
                Some(same) => same.probability += saying.probability,
                None if answer.is_empty() => {}
                None => answers.push(Ranked {
                    answer,
                    probability: saying.probability,
                }),
            }
        }
        answers.into_iter().map(ranked).collect()
    }

    /// The likeliest columns to be said next, with their probabilities, the likeliest first.
    fn likeliest(&self, mut scores: Array1<f32>, names: &[&str], most: usize) -> Vec<(usize, f32)> {
        silence(
            scores.view_mut(),
            self.column(Choice::Stop, &[]),
            names.len(),
        );
        let largest = scores.fold(f32::NEG_INFINITY, |a, &b| a.max(b));
        scores.mapv_inplace(|score| (score - largest).exp());
        let total = scores.sum();
        // The slots without an entity cannot be said.
        let sayable = scores.iter().enumerate().filter(|(_, part)| **part > 0.0);
        let mut columns: Vec<(usize, f32)> = sayable
            .map(|(column, part)| (column, part / total))
            .collect();
        let order =
            |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0));
        if most < columns.len() {
            columns.select_nth_unstable_by(most, order);
            columns.truncate(most);
        }
        columns.sort_by(order);
        columns
    }

    pub(super) fn spelling<'b>(&'b self, column: usize, names: &[&'b str]) -> &'b str {
        let word = self.record.answers.get(column).map(String::as_str);
        let name = column.checked_sub(self.record.answers.len() + 1);
        word.or_else(|| names.get(name?).copied())
            .unwrap_or_default()
    }
}

fn ranked(answers: impl IntoIterator<Item = Ranked>) -> Vec<Ranked> {
    let mut answers: Vec<Ranked> = answers.into_iter().collect();
    answers.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    answers
}

/// Takes from the answers the entity slots that no entity of the story has.
pub(super) fn silence(mut scores: ArrayViewMut1<'_, f32>, stop: usize, entities: usize) {
    for score in scores.iter_mut().skip(stop + 1 + entities) {
        *score = f32::NEG_INFINITY;
    }
}

/// The weights of a read, slot by slot.
pub(super) fn weights(tape: &Tape<'_>, read: &Read) -> Vec<f32> {
    tape.value(read.weights).iter().copied().collect()
}
