//! How well a network answers.

use crate::networks::{Attention, Choice, Model, TaskError};

use super::corpus::Asked;
use super::{Corpus, parallel};

/// How many questions go through the network at once: enough to fill the matrix products.
const BATCH: usize = 128;

/// Asks every question of a corpus and counts the wrong answers, task by task.
///
/// `attention` is [`Attention::Softmax`] for a finished network; during linear start it is what
/// the network trains with.
pub fn evaluate(model: &Model, corpus: &Corpus, attention: Attention) -> Vec<TaskError> {
    let numbers: Vec<usize> = (0..corpus.len()).collect();
    let batches: Vec<&[usize]> = numbers.chunks(BATCH).collect();
    let wrong: Vec<Vec<usize>> = parallel::map(&batches, |numbers| {
        wrong_answers(model, corpus, numbers, attention)
    });

    let mut asked = vec![0_usize; corpus.tasks().len()];
    let mut failed = vec![0_usize; corpus.tasks().len()];
    numbers
        .iter()
        .for_each(|&number| asked[corpus.question(number).task] += 1);
    wrong
        .into_iter()
        .flatten()
        .for_each(|number| failed[corpus.question(number).task] += 1);
    corpus
        .tasks()
        .iter()
        .zip(asked.into_iter().zip(failed))
        .map(|(task, (questions, failed))| TaskError {
            task: task.clone(),
            questions,
            error: 100.0 * failed as f64 / questions.max(1) as f64,
        })
        .collect()
}

/// The mean of the tasks' errors, in percent: every task counts alike, however many its questions.
pub fn mean_error(tasks: &[TaskError]) -> f64 {
    tasks.iter().map(|task| task.error).sum::<f64>() / tasks.len().max(1) as f64
}

fn wrong_answers(
    model: &Model,
    corpus: &Corpus,
    numbers: &[usize],
    attention: Attention,
) -> Vec<usize> {
    let dealt = corpus.batch(
        model,
        numbers,
        |length| (0..length).rev(),
        |n| (0..n).collect(),
    );
    let entities: Vec<usize> = dealt.slots.iter().map(Vec::len).collect();
    let chosen = model.choose(&dealt.batch, &entities, attention);
    numbers
        .iter()
        .zip(&chosen.columns)
        .filter(|&(&number, columns)| !is_right(model, corpus.question(number), columns))
        .map(|(&number, _)| number)
        .collect()
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
