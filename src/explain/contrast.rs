//! The difference of two answers, as it is drawn and said.

use super::foremost::foremost;
use super::heatmap::Cell;
use super::{AnswerShift, Difference, DifferenceCell};
use crate::locale::Texts;
use crate::networks::Ranked;

/// What two decimals would show as 0.00 is not worth a word.
const TELLING: f32 = 0.005;

impl DifferenceCell {
    /// The step of the diverging colour scale: from −[`STEPS`](super::STEPS), where only a reads the
    /// sentence, to [`STEPS`](super::STEPS), where only b does.
    pub fn step(self) -> i8 {
        let difference = self.difference();
        let size = Cell(difference.abs()).step() as i8;
        if difference < 0.0 { -size } else { size }
    }

    /// The difference with its sign and two decimals; `None` where only one of the two has such a
    /// cell.
    pub fn number(self, texts: &Texts) -> Option<String> {
        let [Some(_), Some(_)] = self.weights else {
            return None;
        };
        let difference = self.difference();
        Some(if difference.abs() < TELLING {
            texts.typography.decimal(0.0, 2)
        } else {
            let sign = if difference > 0.0 { "+" } else { "" };
            format!("{sign}{}", texts.typography.decimal(difference, 2))
        })
    }
}

impl Difference {
    /// The rows that tell most, at most so many, in their order: what either of the two reads most.
    /// Among them is that of a sentence of b, if it has one.
    pub fn telling(&self, most: usize, and: Option<usize>) -> Vec<usize> {
        let weight = |row: usize| {
            let cells = self.rows[row].cells.iter().flat_map(|cell| cell.weights);
            let largest = cells.flatten().fold(0.0, f32::max);
            let always = and.is_some() && self.rows[row].sentences[1] == and;
            largest + if always { 1.0 } else { 0.0 }
        };
        foremost((0..self.rows.len()).map(|row| (row, weight(row))), most)
    }

    /// The row and the column of the cell that differs most, among those that both have; `None` if
    /// the two read alike.
    pub fn largest(&self) -> Option<(usize, usize)> {
        let cells = self.rows.iter().enumerate().flat_map(|(row, it)| {
            let cells = it.cells.iter().enumerate();
            cells.map(move |(column, cell)| ((row, column), *cell))
        });
        cells
            .filter(|(_, cell)| cell.weights.iter().all(Option::is_some))
            .map(|(place, cell)| (place, cell.difference().abs()))
            .filter(|(_, size)| *size >= TELLING)
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(place, _)| place)
    }

    /// Where the two differ most, in a sentence.
    pub fn summary(&self, texts: &Texts) -> String {
        let found = self.largest().and_then(|(row, column)| {
            let [hop_a, hop_b] = self.hops[column];
            let row = &self.rows[row];
            let difference = row.cells[column].difference();
            let sentence = row.sentences[1].or(row.sentences[0])?;
            let (more, hop) = if difference > 0.0 {
                ("B", hop_b)
            } else {
                ("A", hop_a)
            };
            let size = texts.typography.decimal(difference.abs(), 2);
            Some((more, hop? + 1, sentence + 1, size))
        });
        match found {
            Some((more, hop, sentence, size)) => texts.compare.largest(more, hop, sentence, &size),
            None => texts.compare.alike.to_owned(),
        }
    }
}

impl AnswerShift {
    /// The answer as a and as b rank it.
    pub fn ranked(&self) -> [Ranked; 2] {
        self.probabilities.map(|probability| Ranked {
            answer: self.answer.clone(),
            probability,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AlignedHops, Changes, difference, explain, explain_changed, fixtures};
    use super::*;
    use crate::locale::{ENGLISH, GERMAN};

    fn cell(a: f32, b: f32) -> DifferenceCell {
        DifferenceCell {
            weights: [Some(a), Some(b)],
        }
    }

    fn found() -> Difference {
        let model = fixtures::model(9);
        let (story, question) = ("Mary went. John slept. Mary slept.", "Where is Mary?");
        let mut changes = Changes::default();
        changes.fix(0, 0, 1, 1.0);
        let before = explain(&model, story, question).unwrap();
        let after = explain_changed(&model, story, question, &changes).unwrap();
        difference(&before, &after, AlignedHops::FromTheFirst)
    }

    #[test]
    fn a_cell_has_the_colour_and_the_sign_of_the_side_that_reads_more() {
        assert_eq!(cell(0.1, 0.9).step(), 8);
        assert_eq!(cell(0.9, 0.1).step(), -8);
        assert_eq!(cell(0.3, 0.3).step(), 0);
        let number = |a, b| cell(a, b).number(&ENGLISH).unwrap();
        assert_eq!(number(0.1, 0.9), "+0.80");
        assert_eq!(number(0.9, 0.1), "−0.80");
        assert_eq!(number(0.301, 0.3), "0.00");
        assert_eq!(cell(0.5, 0.0).number(&GERMAN).unwrap(), "−0,50");
    }

    #[test]
    fn what_only_one_of_the_two_has_is_no_difference() {
        let alone = DifferenceCell {
            weights: [None, Some(0.5)],
        };
        assert_eq!(alone.number(&ENGLISH), None);
    }

    #[test]
    fn the_largest_difference_is_named() {
        let found = found();
        assert_eq!(found.largest(), Some((1, 0)));
        let summary = found.summary(&ENGLISH);
        assert!(summary.contains("sentence 2 in hop 1"), "{summary}");
        assert!(summary.contains("B reads"), "{summary}");

        let (model, story) = (fixtures::model(9), "Mary went.");
        let same = explain(&model, story, "Where?").unwrap();
        let same = difference(&same, &same, AlignedHops::FromTheLast);
        assert_eq!(same.largest(), None);
        assert_eq!(same.summary(&ENGLISH), ENGLISH.compare.alike);
    }

    #[test]
    fn the_rows_that_tell_most_come_in_their_order() {
        let mut found = found();
        for (row, weight) in [(0, 0.1), (1, 0.0), (2, 0.6)] {
            for cell in &mut found.rows[row].cells {
                cell.weights = [Some(weight), None];
            }
        }
        assert_eq!(found.telling(2, None), [0, 2]);
        assert_eq!(found.telling(2, Some(1)), [1, 2]);
        assert_eq!(found.telling(9, Some(7)), [0, 1, 2]);
    }

    #[test]
    fn a_shift_is_ranked_on_both_sides() {
        let shift = AnswerShift {
            answer: "milk,football".to_owned(),
            probabilities: [0.25, 1.0],
        };
        let percents = shift.ranked().map(|ranked| ranked.percent(&ENGLISH));
        assert_eq!(percents, ["25%", "100%"]);
    }
}
