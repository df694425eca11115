//! What each component made of a story and a question, on the way of one sentence through them.

use super::{CellPlace, Changes, QuestionError, ReadStory, Stop, Treatment, WordReading};
use crate::networks::arithmetic::CellArithmetic;
use crate::networks::{Conclusion, Memory, Model};

/// What the four components made of a story and a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Workings {
    /// The first hop's arithmetic of the sentence, which begins with the question's words (I);
    /// `None` if the sentence is not in memory.
    pub first: Option<CellArithmetic>,
    /// The arithmetic of the sentence in the hop that is looked at (I, G, O).
    pub cell: Option<CellArithmetic>,
    /// The memory that the hop reads (G).
    pub memory: Memory,
    /// The hops (O).
    pub stops: Vec<Stop>,
    /// How the answer is chosen (R).
    pub conclusion: Conclusion,
}

/// What the four components make of a story and a question, as seen from one cell of the heatmap.
///
/// # Errors
/// The story or the question has no words.
pub fn workings(
    model: &Model,
    story: &str,
    question: &str,
    changes: &Changes,
    place: CellPlace,
) -> Result<Workings, QuestionError> {
    let read = ReadStory::new(model, story, question)?;
    let inquiry = read.inquiry(changes);
    let cell = |hop| inquiry.arithmetic(hop, place.head, place.sentence);
    Ok(Workings {
        first: cell(0),
        cell: cell(place.hop),
        memory: inquiry.memory(place.hop).unwrap_or_default(),
        stops: inquiry.stops(),
        conclusion: inquiry.conclusion(),
    })
}

/// The words of a text as the network took them in, one for each [unit](crate::text::Unit): a name
/// of several words is one, and articles are none.
pub fn units(text: &str, words: &[WordReading]) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut before: Option<&WordReading> = None;
    for word in words {
        let same_name = before.filter(|before| {
            let between = text.get(before.span.end..word.span.start).unwrap_or(".");
            matches!(word.treatment, Treatment::Entity(_))
                && before.treatment == word.treatment
                && between.chars().all(char::is_whitespace)
        });
        match (same_name, units.last_mut()) {
            (Some(_), Some(name)) => {
                name.push(' ');
                name.push_str(&word.text);
            }
            _ if word.treatment == Treatment::Passed => {}
            _ => units.push(word.text.clone()),
        }
        before = Some(word);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::super::{explain, fixtures};
    use super::*;
    use crate::networks::arithmetic::{Part, Term};

    const STORY: &str = "Mary went to the garden. Professor Plum went to the big kitchen.";
    const QUESTION: &str = "Where is Mary?";

    fn place(hop: usize, sentence: usize) -> CellPlace {
        CellPlace {
            hop,
            head: 0,
            sentence,
        }
    }

    #[test]
    fn the_answer_is_chosen_as_the_conclusion_says() {
        let model = fixtures::model(4);
        let changes = Changes::default();
        let found = workings(&model, STORY, QUESTION, &changes, place(1, 0)).unwrap();
        let explanation = explain(&model, STORY, QUESTION).unwrap();
        let first = &found.conclusion.choices[0];
        assert_eq!(first.answer, explanation.answers[0].answer);
        for (choice, ranked) in found.conclusion.choices.iter().zip(&explanation.answers) {
            let part = (choice.score - first.score).exp() / found.conclusion.total;
            assert!((part - ranked.probability).abs() < 1e-6);
        }
        // The state is what the last hop left.
        assert_eq!(found.conclusion.state, found.stops[1].next);
    }

    #[test]
    fn names_of_the_story_can_be_said_and_slots_without_a_name_cannot() {
        let model = fixtures::model_with_entities();
        let changes = Changes::default();
        let found = workings(&model, STORY, QUESTION, &changes, place(0, 1)).unwrap();
        let choices = &found.conclusion.choices;
        assert!(choices.iter().any(|it| it.answer == "Professor Plum"));
        // "yes", "no", the end of the answer, and the four names.
        assert_eq!(choices.len(), 7);
        let total: f32 = choices.iter().map(|it| it.probability).sum();
        assert!((total - 1.0).abs() < 1e-5);
    }

    #[test]
    fn memory_holds_what_the_arithmetic_of_a_cell_writes() {
        for model in [fixtures::model(4), fixtures::model_with_entities()] {
            let changes = Changes::default();
            let found = workings(&model, STORY, QUESTION, &changes, place(1, 1)).unwrap();
            let steps = found.cell.unwrap().steps;
            for (term, slots) in [
                (Term::Key, &found.memory.keys),
                (Term::Value, &found.memory.values),
            ] {
                assert_eq!(slots.len(), 2);
                let step = steps.iter().find(|step| step.result.term == term).unwrap();
                for (a, b) in step.result.values.iter().zip(&slots[1]) {
                    assert!((a - b).abs() < 1e-5);
                }
            }
        }
    }

    #[test]
    fn every_word_of_the_arithmetic_has_its_text() {
        for model in [fixtures::model(4), fixtures::model_with_entities()] {
            let explanation = explain(&model, STORY, QUESTION).unwrap();
            let changes = Changes::default();
            for sentence in 0..2 {
                let found = workings(&model, STORY, QUESTION, &changes, place(0, sentence));
                let steps = found.unwrap().first.unwrap().steps;
                let count = |part: Part| {
                    let words = steps.iter().filter(|step| step.part == part);
                    words.filter_map(|step| step.result.word).max().unwrap() + 1
                };
                let words = &explanation.sentences[sentence].words;
                assert_eq!(units(STORY, words).len(), count(Part::Key));
                let asked = units(QUESTION, &explanation.question);
                assert_eq!(asked.len(), count(Part::Query));
            }
        }
    }

    #[test]
    fn a_name_of_several_words_is_one_unit_and_articles_are_none() {
        let explanation = explain(&fixtures::model_with_entities(), STORY, QUESTION).unwrap();
        let units = units(STORY, &explanation.sentences[1].words);
        assert_eq!(units, ["Professor Plum", "went", "to", "big kitchen"]);
    }
}
