//! How well a network answers.

use crate::networks::{Attention, Choice, Model, TaskError};
use crate::tasks::UNKNOWN;

use super::corpus::Asked;
use super::{Corpus, parallel};

/// How many questions go through the network at once: enough to fill the matrix products.
const BATCH: usize = 128;

/// Into how many bins of confidence the calibration error sorts the answers.
const BINS: usize = 15;

/// What came of asking every question of a corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The errors, task by task.
    pub tasks: Vec<TaskError>,
    /// How the network deals with questions that their story cannot answer.
    pub refusals: Refusals,
    /// The expected calibration error (Guo et al. 2017, arXiv 1706.04599, eq. 3): by how much the
    /// probability of an answer is off from how often such answers are right, from 0 to 1.
    pub calibration_error: f64,
}

/// Answers of "the story doesn't say", right and wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// Questions that their story cannot answer.
    pub unanswerable: usize,
    /// Those of them that were refused.
    pub rightly: usize,
    /// Questions that their story answers.
    pub answerable: usize,
    /// Those of them that were refused.
    pub wrongly: usize,
}

/// What came of one question.
struct Outcome {
    task: usize,
    right: bool,
    probability: f32,
    unanswerable: bool,
    refused: bool,
    /// Whether the supporting facts were read; `None` where there are none in memory.
    found: Option<bool>,
}

/// Asks every question of a corpus.
///
/// `attention` is [`Attention::Softmax`] for a finished network; during linear start it is what
/// the network trains with.
pub fn evaluate(model: &Model, corpus: &Corpus, attention: Attention) -> Evaluation {
    let numbers: Vec<usize> = (0..corpus.len()).collect();
    let batches: Vec<&[usize]> = numbers.chunks(BATCH).collect();
    let outcomes = parallel::map(&batches, |numbers| ask(model, corpus, numbers, attention));
    let outcomes: Vec<Outcome> = outcomes.into_iter().flatten().collect();
    let mut refusals = Refusals::default();
    for outcome in &outcomes {
        let (all, refused) = match outcome.unanswerable {
            true => (&mut refusals.unanswerable, &mut refusals.rightly),
            false => (&mut refusals.answerable, &mut refusals.wrongly),
        };
        *all += 1;
        *refused += usize::from(outcome.refused);
    }
    let tasks = corpus.tasks().iter().enumerate().map(|(number, task)| {
        let of_task = || {
            outcomes
                .iter()
                .filter(move |outcome| outcome.task == number)
        };
        let found = || of_task().filter_map(|outcome| outcome.found);
        TaskError {
            task: task.clone(),
            questions: of_task().count(),
            error: percent(of_task().map(|outcome| !outcome.right)).unwrap_or_default(),
            facts_found: percent(found()),
        }
    });
    Evaluation {
        tasks: tasks.collect(),
        refusals,
        calibration_error: calibration_error(&outcomes),
    }
}

/// The mean of the tasks' errors, in percent: every task counts alike, however many its questions.
pub fn mean_error(tasks: &[TaskError]) -> f64 {
    tasks.iter().map(|task| task.error).sum::<f64>() / tasks.len().max(1) as f64
}

/// How many of these are true, in percent; `None` of none.
fn percent(of: impl Iterator<Item = bool>) -> Option<f64> {
    let (all, counted) = of.fold((0_usize, 0_usize), |(all, counted), is| {
        (all + 1, counted + usize::from(is))
    });
    (all > 0).then(|| 100.0 * counted as f64 / all as f64)
}

fn calibration_error(outcomes: &[Outcome]) -> f64 {
    let mut bins = [(0.0, 0.0); BINS];
    for outcome in outcomes {
        let probability = f64::from(outcome.probability);
        let bin = (probability * BINS as f64) as usize;
        let (claimed, right) = &mut bins[bin.min(BINS - 1)];
        *claimed += probability;
        *right += f64::from(u8::from(outcome.right));
    }
    let off: f64 = bins
        .iter()
        .map(|(claimed, right)| (claimed - right).abs())
        .sum();
    off / outcomes.len().max(1) as f64
}

fn ask(model: &Model, corpus: &Corpus, numbers: &[usize], attention: Attention) -> Vec<Outcome> {
    let dealt = corpus.batch(
        model,
        numbers,
        |length| (0..length).rev(),
        |entities| (0..entities).map(|entity| model.slot(entity)).collect(),
        || false,
    );
    let entities: Vec<usize> = dealt.slots.iter().map(Vec::len).collect();
    let chosen = model.choose(&dealt.batch, &entities, attention);
    let answers = &model.record.answers;
    let unknown = answers.iter().position(|answer| answer == UNKNOWN);
    let outcome = |(at, &number): (usize, &usize)| {
        let question = corpus.question(number);
        let columns = &chosen.columns[at];
        let slots = dealt.first[at]..dealt.first[at] + question.story.len();
        let hops: Vec<&[f32]> = chosen.hops.iter().map(|hop| &hop[slots.clone()]).collect();
        let first = question.answer.as_ref().and_then(|words| words.first());
        Outcome {
            task: question.task,
            right: is_right(model, question, columns),
            probability: chosen.probabilities[at],
            unanswerable: first.is_some_and(|choices| {
                unknown.is_some_and(|unknown| choices.contains(&Choice::Word(unknown)))
            }),
            refused: unknown.is_some() && columns.first() == unknown.as_ref(),
            found: found(&hops, &question.facts),
        }
    };
    numbers.iter().enumerate().map(outcome).collect()
}

/// Whether these columns say the right answer.
fn is_right(model: &Model, question: &Asked, columns: &[usize]) -> bool {
    let Some(answer) = &question.answer else {
        return false;
    };
    let right = |choices: &[Choice], column: usize| {
        choices
            .iter()
            .any(|&choice| model.column(choice, &[]) == column)
    };
    let words = answer
        .iter()
        .filter(|choices| !matches!(choices[..], [Choice::Stop]));
    words.clone().count() == columns.len()
        && words
            .zip(columns)
            .all(|(choices, &column)| right(choices, column))
}

/// Whether the facts are what the network read most: each is the strongest slot of some hop, or
/// together they are the strongest of one.
fn found(hops: &[&[f32]], facts: &[usize]) -> Option<bool> {
    if facts.is_empty() {
        return None;
    }
    let strongest = |hop: &[f32]| -> Vec<usize> {
        let mut slots: Vec<usize> = (0..hop.len()).collect();
        slots.sort_by(|&a, &b| hop[b].total_cmp(&hop[a]));
        slots.truncate(facts.len());
        slots
    };
    let read: Vec<Vec<usize>> = hops.iter().map(|hop| strongest(hop)).collect();
    let one_by_one = facts
        .iter()
        .all(|fact| read.iter().any(|slots| slots.first() == Some(fact)));
    let together = || {
        read.iter()
            .any(|slots| facts.iter().all(|fact| slots.contains(fact)))
    };
    Some(one_by_one || together())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_one_by_one_or_together() {
        let hops: [&[f32]; 2] = [&[0.1, 0.7, 0.2, 0.0], &[0.4, 0.0, 0.5, 0.1]];
        assert_eq!(found(&hops, &[1, 2]), Some(true), "one by one");
        assert_eq!(found(&hops, &[0, 2]), Some(true), "together");
        assert_eq!(found(&hops, &[0]), Some(false));
        assert_eq!(found(&hops, &[3, 1]), Some(false));
        assert_eq!(found(&hops, &[]), None);
    }

    #[test]
    fn calibration_is_perfect_when_answers_are_right_as_often_as_they_claim() {
        let outcome = |right, probability| Outcome {
            task: 0,
            right,
            probability,
            unanswerable: false,
            refused: false,
            found: None,
        };
        let fair = [outcome(true, 0.5), outcome(false, 0.5), outcome(true, 1.0)];
        assert_eq!(calibration_error(&fair), 0.0);
        let boasting = [outcome(false, 1.0), outcome(true, 1.0)];
        assert_eq!(calibration_error(&boasting), 0.5);
        assert_eq!(calibration_error(&[]), 0.0);
    }
}
