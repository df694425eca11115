//! The guided tour: the story that the page shows at each stop, and the network that answers.
//!
//! What the stops say of them is in [`locale`](crate::locale); the tests here hold them to it.

use super::Changes;
use crate::networks::DEFAULT;
use crate::tasks::stories::{LONG, NEW_NAMES, TOLD_TWICE, UNTOLD};
use crate::tasks::{Example, TASKS};

/// What the page shows at a stop of the tour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TourStop {
    /// The story and the question, with the right answer.
    pub example: &'static Example,
    /// The name of the network that answers.
    pub network: &'static str,
    /// How many hops it may take; `None` for as many as it was trained for.
    pub hops: Option<usize>,
    /// The sentence whose weight in the first hop is looked at closely, from 0.
    pub sentence: Option<usize>,
}

impl TourStop {
    /// What is overruled in the network.
    pub fn changes(&self) -> Changes {
        Changes {
            hops: self.hops,
            ..Changes::default()
        }
    }
}

/// The network to learn from.
const MEMN2N: &str = "memn2n";

const WHERE_IS_JOHN: Example = Example {
    story: "\
Mary went to the garden.
John went to the kitchen.
Sandra went to the office.",
    question: "Where is John?",
    answer: "kitchen",
};

const WHERE_IS_SANDRA: Example = Example {
    question: "Where is Sandra?",
    answer: "office",
    ..WHERE_IS_JOHN
};

const WHERE_IS_THE_MILK: Example = Example {
    story: "\
Mary got the milk there.
John went to the bedroom.
Mary went to the office.
Sandra went to the garden.",
    question: "Where is the milk?",
    answer: "office",
};

const WHERE_IS_MARY: Example = Example {
    story: "\
Mary went to the kitchen.
Mary went to the garden.
John went to the office.",
    question: "Where is Mary?",
    answer: "garden",
};

/// Path finding, the task that MemN2N does not learn.
static THE_WAY: &Example = &TASKS[18].example;

/// The stops, in order.
pub static TOUR: [TourStop; 12] = [
    memn2n(&WHERE_IS_JOHN),
    TourStop {
        sentence: Some(2),
        ..memn2n(&WHERE_IS_SANDRA)
    },
    memn2n(&WHERE_IS_THE_MILK),
    TourStop {
        hops: Some(1),
        ..memn2n(&WHERE_IS_THE_MILK)
    },
    memn2n(&WHERE_IS_MARY),
    working_memory(&NEW_NAMES),
    working_memory(&UNTOLD),
    memn2n(&TOLD_TWICE),
    memn2n(THE_WAY),
    working_memory(THE_WAY),
    memn2n(&LONG),
    working_memory(&TASKS[1].example),
];

const fn memn2n(example: &'static Example) -> TourStop {
    answered_by(MEMN2N, example)
}

const fn working_memory(example: &'static Example) -> TourStop {
    answered_by(DEFAULT, example)
}

const fn answered_by(network: &'static str, example: &'static Example) -> TourStop {
    TourStop {
        example,
        network,
        hops: None,
        sentence: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Explanation, explain, explain_changed};
    use crate::locale::Language;
    use crate::locale::glossary::{Stretch, stretches};
    use crate::networks::Model;
    use crate::tasks::UNKNOWN;
    use crate::tasks::stories::{DISTRACTORS, ORDER, WORD_ORDER};

    /// Loads a shipped network.
    fn network(name: &str) -> Model {
        let (record, weights): (_, &[u8]) = match name {
            MEMN2N => (
                include_str!("../../static/models/memn2n.json"),
                include_bytes!("../../static/models/memn2n.safetensors"),
            ),
            DEFAULT => (
                include_str!("../../static/models/working-memory.json"),
                include_bytes!("../../static/models/working-memory.safetensors"),
            ),
            _ => panic!("{name} does not ship"),
        };
        Model::load(record, weights).unwrap()
    }

    /// What the network says at the stop of this number, from 1.
    fn at(stop: usize) -> Explanation {
        let stop = &TOUR[stop - 1];
        let Example {
            story, question, ..
        } = stop.example;
        explain_changed(&network(stop.network), story, question, &stop.changes()).unwrap()
    }

    fn is_right(explanation: &Explanation, stop: usize) -> bool {
        answer(explanation) == TOUR[stop - 1].example.answer
    }

    fn answer(explanation: &Explanation) -> &str {
        &explanation.answers[0].answer
    }

    /// The answer of a shipped network to the question of an example, asked of another story.
    fn asked(name: &str, story: &str, example: &Example) -> String {
        let explanation = explain(&network(name), story, example.question).unwrap();
        answer(&explanation).to_owned()
    }

    fn without_line(story: &str, left_out: usize) -> String {
        let lines = story.lines().enumerate();
        let kept: Vec<&str> = lines
            .filter(|(at, _)| at + 1 != left_out)
            .map(|(_, line)| line)
            .collect();
        kept.join("\n")
    }

    fn with_lines_swapped(story: &str, one: usize, other: usize) -> String {
        let mut lines: Vec<&str> = story.lines().collect();
        lines.swap(one - 1, other - 1);
        lines.join("\n")
    }

    /// The sentence, from 1, that a hop, from 1, reads most.
    fn read_most(explanation: &Explanation, hop: usize) -> usize {
        explanation.strongest(hop - 1).unwrap().sentence + 1
    }

    #[test]
    fn where_the_network_is_to_be_right_it_is() {
        for stop in [1, 2, 3, 5, 6, 7, 8, 10, 12] {
            assert!(
                is_right(&at(stop), stop),
                "stop {stop}: {:?}",
                answer(&at(stop))
            );
        }
    }

    #[test]
    fn the_attention_moves_with_the_question() {
        assert_eq!(read_most(&at(1), 1), 2);
        assert_eq!(read_most(&at(2), 1), 3);
    }

    #[test]
    fn the_first_hop_finds_who_took_the_milk_and_the_last_where_she_went() {
        let explanation = at(3);
        assert_eq!(read_most(&explanation, 1), 1);
        assert_eq!(read_most(&explanation, explanation.hops.len()), 3);
    }

    #[test]
    fn one_hop_finds_who_took_the_milk_and_not_where_it_is() {
        let explanation = at(4);
        assert_eq!(explanation.hops.len(), 1);
        assert_eq!(read_most(&explanation, 1), 1);
        assert!(!is_right(&explanation, 4));
    }

    #[test]
    fn the_later_of_two_sentences_wins_whichever_it_is() {
        let swapped = with_lines_swapped(WHERE_IS_MARY.story, 1, 2);
        assert_eq!(asked(MEMN2N, &swapped, &WHERE_IS_MARY), "kitchen");
    }

    #[test]
    fn only_the_network_with_entities_can_do_without_known_names() {
        assert_eq!(
            asked(DEFAULT, NEW_NAMES.story, &NEW_NAMES),
            NEW_NAMES.answer
        );
        assert_ne!(asked(MEMN2N, NEW_NAMES.story, &NEW_NAMES), NEW_NAMES.answer);
        let own_name = NEW_NAMES.story.replace("Priya", "Scheherazade");
        assert_eq!(asked(DEFAULT, &own_name, &NEW_NAMES), NEW_NAMES.answer);
    }

    #[test]
    fn one_network_says_that_it_is_not_told_and_the_other_makes_something_up() {
        assert_eq!(asked(DEFAULT, UNTOLD.story, &UNTOLD), UNKNOWN);
        assert_ne!(asked(MEMN2N, UNTOLD.story, &UNTOLD), UNKNOWN);
    }

    #[test]
    fn the_sentence_that_is_read_most_is_not_needed() {
        for name in [MEMN2N, DEFAULT] {
            let explanation = explain(&network(name), TOLD_TWICE.story, TOLD_TWICE.question);
            assert_eq!(read_most(&explanation.unwrap(), 1), 3, "{name}");
            let shorter = without_line(TOLD_TWICE.story, 3);
            assert_eq!(asked(name, &shorter, &TOLD_TWICE), TOLD_TWICE.answer);
        }
    }

    #[test]
    fn memn2n_does_not_find_the_way_and_errs_about_most() {
        assert!(!is_right(&at(9), 9));
        let training = network(MEMN2N).record.training.unwrap();
        let way = training
            .validation
            .iter()
            .find(|task| task.task.contains("19"))
            .unwrap();
        assert!(way.error > 50.0);
    }

    #[test]
    fn two_hops_read_the_two_sentences_that_make_up_the_way() {
        let explanation = at(10);
        let read: Vec<usize> = (1..=explanation.hops.len())
            .map(|hop| read_most(&explanation, hop))
            .collect();
        assert!(read.contains(&1) && read.contains(&3), "{read:?}");
    }

    #[test]
    fn a_sentence_that_is_forgotten_cannot_be_read() {
        let explanation = at(11);
        assert_eq!(explanation.sentences.len(), 61);
        assert_eq!(network(MEMN2N).memory(), 50);
        assert_eq!(explanation.sentences[0].slot, None);
        assert!(!is_right(&explanation, 11));
    }

    #[test]
    fn the_stories_of_the_gallery_show_what_their_notes_say() {
        let swapped = with_lines_swapped(ORDER.story, 3, 4);
        for name in [MEMN2N, DEFAULT] {
            assert_eq!(asked(name, &swapped, &ORDER), "garden", "{name}");
            for example in [ORDER, WORD_ORDER, DISTRACTORS, TOLD_TWICE] {
                assert_eq!(
                    asked(name, example.story, &example),
                    example.answer,
                    "{name}"
                );
            }
            let explanation = explain(&network(name), DISTRACTORS.story, DISTRACTORS.question);
            let explanation = explanation.unwrap();
            assert_eq!(read_most(&explanation, explanation.hops.len()), 4, "{name}");
        }
    }

    #[test]
    fn every_term_of_the_tour_is_in_the_glossary() {
        for language in Language::ALL {
            let said = &language.texts().tour;
            for text in said.texts.iter().chain(&said.below) {
                for stretch in stretches(text) {
                    if let Stretch::Plain(text) = stretch {
                        assert!(!text.contains(['[', '|', ']']), "{text}");
                    }
                }
            }
        }
    }
}
