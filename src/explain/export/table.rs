//! The attention as comma-separated values.

use super::super::Explanation;

/// The attention as a table in CSV (RFC 4180, UTF-8, with a header).
///
/// A row has the number of a sentence (from 1), the sentence, and its weight in every hop, or in
/// every head of every hop where there are several; the cells of a forgotten sentence are empty. The
/// last row, which has no number, is what the empty slots of the memory took together.
pub fn csv(explanation: &Explanation) -> String {
    let mut table = String::from("sentence,text");
    for (hop, read) in explanation.hops.iter().enumerate() {
        for head in 0..read.heads.len() {
            table += &match read.heads.len() {
                1 => format!(",hop {}", hop + 1),
                _ => format!(",hop {} head {}", hop + 1, head + 1),
            };
        }
    }
    table += "\r\n";
    for (place, sentence) in explanation.sentences.iter().enumerate() {
        table += &format!("{},{}", place + 1, field(&sentence.text));
        for head in explanation.hops.iter().flat_map(|hop| &hop.heads) {
            table.push(',');
            if let Some(weight) = sentence.slot.and_then(|slot| head.get(slot)) {
                table += &weight.to_string();
            }
        }
        table += "\r\n";
    }
    table += ",(empty slots)";
    for weight in explanation.hops.iter().flat_map(|hop| &hop.empty) {
        table += &format!(",{weight}");
    }
    table += "\r\n";
    table
}

/// A text as a field: in quotation marks where it needs them, and those in it doubled.
fn field(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{explain, fixtures};
    use super::*;

    fn lines(csv: &str) -> Vec<&str> {
        csv.strip_suffix("\r\n").unwrap().split("\r\n").collect()
    }

    #[test]
    fn the_table_has_a_row_for_each_sentence_and_a_column_for_each_head() {
        let model = fixtures::model_with_entities();
        let story = "Zorp went. Ann, Bob went. Mary \"M\" went. Zorp slept. Ann slept.";
        let explanation = explain(&model, story, "Where is Zorp?").unwrap();
        let table = csv(&explanation);
        let lines = lines(&table);
        assert_eq!(
            lines[0],
            "sentence,text,hop 1 head 1,hop 1 head 2,hop 2 head 1,hop 2 head 2"
        );
        assert_eq!(lines[1], "1,Zorp went.,,,,", "the first is forgotten");
        assert!(lines[2].starts_with("2,\"Ann, Bob went.\",0."));
        assert!(lines[3].starts_with("3,\"Mary \"\"M\"\" went.\",0."));
        assert_eq!(lines.len(), 7);
        let total = |column: usize| -> f32 {
            let weight = |line: &&str| line.rsplit(',').nth(3 - column)?.parse::<f32>().ok();
            lines[1..].iter().filter_map(weight).sum()
        };
        for column in 0..4 {
            assert!((total(column) - 1.0).abs() < 1e-5);
        }
    }
}
