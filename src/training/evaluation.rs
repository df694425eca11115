//! How well a network answers.

use crate::networks::{Attention, Model, TaskError};
use crate::tensor::Tape;

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
    let batch = corpus.batch(model, numbers, |length| (0..length).rev());
    let mut tape = Tape::computing(&model.parameters);
    let pass = model.network().forward(&mut tape, &batch, attention);
    let scores = tape.value(pass.scores);
    numbers
        .iter()
        .zip(scores.rows())
        .filter(|&(&number, scores)| {
            let best = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
            best.map(|(answer, _)| answer) != corpus.question(number).answer
        })
        .map(|(&number, _)| number)
        .collect()
}
