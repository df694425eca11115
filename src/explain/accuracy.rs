//! How often a network errs, as a reader should see it.

use crate::locale::Texts;
use crate::networks::TaskError;
use crate::tasks::TASKS;

/// The errors in the order of the tasks' numbers, each with the name of its task: the record names
/// the files of questions ("qa3_three-supporting-facts"). Files of other names come last, by those
/// names.
pub fn errors_by_task<'a>(errors: &'a [TaskError], texts: &Texts) -> Vec<(String, &'a TaskError)> {
    let number = |error: &TaskError| -> Option<u8> {
        let (number, _) = error.task.strip_prefix("qa")?.split_once('_')?;
        number.parse().ok()
    };
    let mut sorted: Vec<(Option<u8>, &TaskError)> =
        errors.iter().map(|error| (number(error), error)).collect();
    sorted.sort_by_key(|(number, _)| number.unwrap_or(u8::MAX));
    sorted
        .into_iter()
        .map(|(number, error)| {
            let task = TASKS.iter().find(|task| Some(task.number) == number);
            let name = match task {
                Some(task) => texts.about.task(task.number, task.name(texts)),
                None => error.task.clone(),
            };
            (name, error)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::ENGLISH;

    #[test]
    fn tasks_stand_in_the_order_of_their_numbers_under_their_names() {
        let errors = [
            "qa10_indefinite-knowledge",
            "mine",
            "qa2_two-supporting-facts",
        ];
        let errors = errors.map(|task| TaskError {
            task: task.to_owned(),
            questions: 1000,
            error: 1.5,
            facts_found: None,
        });
        let names: Vec<String> = errors_by_task(&errors, &ENGLISH)
            .into_iter()
            .map(|it| it.0)
            .collect();
        assert_eq!(
            names,
            ["2 Two supporting facts", "10 Indefinite knowledge", "mine"]
        );
    }
}
