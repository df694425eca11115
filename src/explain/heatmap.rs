//! The attention as a table: a row for each sentence, a column for each hop.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Explanation;
use crate::locale::Texts;

/// The number of colour steps above the page's own background.
pub const STEPS: u8 = 10;

/// The most characters of a sentence that a row repeats.
pub(super) const ROW_TEXT: usize = 160;

/// The widest line, in columns of text, that can be trusted not to wrap beside the table.
const LINE: usize = 52;

/// The attention of every hop to every sentence that the network remembers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Heatmap {
    /// One row for each remembered sentence, in the order of the story.
    pub rows: Vec<Row>,
    /// How many columns there are.
    pub hops: usize,
    /// Whether line i of the story is the sentence of row i, and short, so that the story itself
    /// can stand beside the table as its labels.
    pub line_by_line: bool,
}

/// A sentence and its weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The sentence's place in the story, from 0.
    pub sentence: usize,
    /// The sentence, cut short where it is very long.
    pub text: String,
    /// Its weight in each hop.
    pub cells: Vec<Cell>,
}

/// The weight of one sentence in one hop, averaged over the heads.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell(pub f32);

impl Cell {
    /// The step of the colour scale, from 0 (the background) to [`STEPS`] (the full accent).
    pub fn step(self) -> u8 {
        // A cast from float to integer saturates, and maps what is not a number to 0.
        ((self.0 * f32::from(STEPS)).round() as u8).min(STEPS)
    }

    /// The weight as the table shows it, with no more than two decimals: what is equal looks equal.
    pub fn rounded(self) -> Self {
        // The product is exact, so that this rounds as the digits are rounded.
        let hundredths = (f64::from(self.0) * 100.0).round_ties_even();
        Self((hundredths / 100.0) as f32)
    }

    /// The weight with two decimals, as it stands in the table.
    pub fn number(self, texts: &Texts) -> String {
        texts.typography.decimal(self.0, 2)
    }
}

/// Some consecutive rows at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The rows, counted from 0 in [`Heatmap::rows`].
    pub rows: Range<usize>,
    /// In each hop the greatest weight among them.
    pub peaks: Vec<Cell>,
}

impl Heatmap {
    /// The whole table in at most so many stretches of rows, of almost equal lengths: what a strip
    /// beside a table too long for the screen shows.
    pub fn overview(&self, stretches: usize) -> Vec<Stretch> {
        let count = stretches.min(self.rows.len());
        let end = |stretch: usize| stretch * self.rows.len() / count;
        let stretch = |at: usize| {
            let rows = end(at)..end(at + 1);
            let peak = |hop: usize| {
                let weights = self.rows[rows.clone()].iter().map(|row| row.cells[hop].0);
                Cell(weights.fold(0.0, f32::max))
            };
            Stretch {
                peaks: (0..self.hops).map(peak).collect(),
                rows,
            }
        };
        (0..count).map(stretch).collect()
    }

    /// The table of an explanation of a story.
    pub fn new(story: &str, explanation: &Explanation) -> Self {
        let rows = explanation
            .sentences
            .iter()
            .enumerate()
            .filter_map(|(sentence, reading)| {
                let cells: Option<Vec<Cell>> = (0..explanation.hops.len())
                    .map(|hop| explanation.weight(hop, sentence).map(Cell))
                    .collect();
                Some(Row {
                    sentence,
                    text: shortened(&reading.text, ROW_TEXT),
                    cells: cells?,
                })
            })
            .collect();
        Self {
            rows,
            hops: explanation.hops.len(),
            line_by_line: explanation.forgotten() == 0 && is_line_by_line(story, explanation),
        }
    }
}

/// Whether the story has a sentence on every line, each short, and nothing else but white space
/// after the last.
fn is_line_by_line(story: &str, explanation: &Explanation) -> bool {
    let mut lines = story.trim_end().split('\n');
    explanation.sentences.iter().all(|sentence| {
        lines
            .next()
            .is_some_and(|line| line.trim() == sentence.text && columns(line) <= LINE)
    }) && lines.next().is_none()
}

/// Roughly how wide a text is set: letters of East Asian scripts and emoji take twice the room.
pub(super) fn columns(text: &str) -> usize {
    text.chars()
        .map(|character| if character < '\u{1100}' { 1 } else { 2 })
        .sum()
}

/// A text of at most `most` characters, the last of them an ellipsis where something was cut.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures};
    use super::*;
    use crate::locale::ENGLISH;

    #[test]
    fn a_rounded_weight_is_written_like_the_weight() {
        // Every eighth of a hundredth, so that halves are among them, and their neighbours.
        for eighth in 0..=800_u16 {
            let weight = f32::from(eighth) / 800.0;
            for weight in [weight.next_down(), weight, weight.next_up(), weight / 3.0] {
                let rounded = Cell(weight).rounded();
                assert_eq!(
                    rounded.number(&ENGLISH),
                    Cell(weight).number(&ENGLISH),
                    "{weight}"
                );
            }
        }
    }

    fn heatmap(story: &str) -> Heatmap {
        let explanation = explain(&fixtures::model(4), story, "Where is Mary?").unwrap();
        Heatmap::new(story, &explanation)
    }

    #[test]
    fn it_has_a_row_for_each_sentence_and_a_column_for_each_hop() {
        let map = heatmap("Mary went. John went.\nMary slept.\nJohn slept.");
        assert_eq!((map.rows.len(), map.hops), (4, fixtures::HOPS));
        for hop in 0..map.hops {
            let sum: f32 = map.rows.iter().map(|row| row.cells[hop].0).sum();
            assert!((sum - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn a_cell_is_the_mean_over_the_heads_and_the_summary_says_the_same() {
        let story = "Mary went.\nJohn went.";
        let model = fixtures::model_with_entities();
        let mut explanation = explain(&model, story, "Where is Mary?").unwrap();
        assert_eq!(explanation.hops[0].heads.len(), 2);
        explanation.hops[0].heads = vec![vec![1.0, 0.0], vec![0.0, 0.5]];
        explanation.hops[0].empty = vec![0.0, 0.5];
        let map = Heatmap::new(story, &explanation);
        let cells: Vec<f32> = map.rows.iter().map(|row| row.cells[0].0).collect();
        assert_eq!(cells, [0.5, 0.25]);
        let summary = explanation.summary(&ENGLISH);
        assert!(
            summary.starts_with("Hop 1 reads sentence 1 most (0.50)"),
            "{summary}"
        );
        assert!(summary.contains("0.25 in hop 1"), "{summary}");
    }

    #[test]
    fn forgotten_sentences_have_no_row_and_the_others_keep_their_numbers() {
        let map = heatmap(&"Mary went.\n".repeat(7));
        let sentences: Vec<usize> = map.rows.iter().map(|row| row.sentence).collect();
        assert_eq!(sentences, [3, 4, 5, 6]);
        assert!(!map.line_by_line);
    }

    #[test]
    fn the_story_labels_the_rows_only_where_each_line_is_one_short_sentence() {
        for (story, expected) in [
            ("Mary went.\nJohn went.", true),
            ("Mary went.\n  John went. \n\n", true),
            ("Mary went. John went.", false),
            ("Mary went.\n\nJohn went.", false),
            ("\nMary went.", false),
            ("Mary went.\n...", false),
        ] {
            assert_eq!(heatmap(story).line_by_line, expected, "{story:?}");
        }
        assert!(!heatmap(&"Mary ".repeat(20)).line_by_line);
    }

    #[test]
    fn an_overview_shows_the_peaks_of_every_stretch() {
        let mut map = heatmap(&"Mary went.\n".repeat(3));
        let weights = [0.1, 0.7, 0.2];
        for (row, weight) in map.rows.iter_mut().zip(weights) {
            row.cells[1] = Cell(weight);
        }
        let overview = map.overview(2);
        let rows: Vec<_> = overview.iter().map(|it| it.rows.clone()).collect();
        assert_eq!(rows, [0..1, 1..3]);
        assert_eq!(overview[0].peaks[1], Cell(0.1));
        assert_eq!(overview[1].peaks[1], Cell(0.7));
        assert_eq!(map.overview(99).len(), 3);
        assert!(map.overview(0).is_empty());
    }

    #[test]
    fn colours_rise_in_even_steps() {
        assert_eq!(Cell(0.0).step(), 0);
        assert_eq!(Cell(0.04).step(), 0);
        assert_eq!(Cell(0.51).step(), 5);
        assert_eq!(Cell(1.0).step(), STEPS);
        assert_eq!(Cell(f32::NAN).step(), 0);
        assert_eq!(Cell(0.906).number(&ENGLISH), "0.91");
    }

    #[test]
    fn a_row_repeats_only_the_beginning_of_a_very_long_sentence() {
        let map = heatmap(&"é".repeat(100_000));
        assert_eq!(map.rows[0].text.chars().count(), ROW_TEXT);
        assert!(map.rows[0].text.ends_with('…'));
    }
}
