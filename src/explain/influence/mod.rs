//! What mattered: how the answer changes when sentences are left out of the story.
//!
//! Attention says what a network read, not what its answer rests on (Jain and Wallace 2019,
//! arXiv 1902.10186). Leaving a sentence out and asking again does say it, one sentence at a time;
//! where several say the same, only [several together](super::counterfactual) show it.

mod counterfactual;
mod variants;

use serde::Serialize;

use super::foremost::foremost;
use super::{Changes, QuestionError, ReadStory};
use crate::locale::Texts;
use crate::networks::{Model, Ranked, Trace};

pub use counterfactual::{Counterfactual, counterfactual};

use variants::Variants;

/// The most sentences that are left out, one at a time: in a longer memory those most read.
const MOST_LEFT_OUT: usize = 256;

/// A sentence with this weight in some hop counts as read,
const READ: f32 = 0.3;
/// and one below this in every hop as hardly read.
const HARDLY_READ: f32 = 0.1;
/// A fall of the answer's probability by this much matters,
const MATTERS: f32 = 0.2;
/// and one below this (or a rise) does not.
const NOTHING: f32 = 0.05;

/// What mattered to an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Influence {
    /// The answer to the question about the whole story; `None` if the network has none.
    pub answer: Option<Ranked>,
    /// What each remembered sentence did for it, in the order of the story. Of more than 256 only
    /// those most read are here.
    pub sentences: Vec<SentenceInfluence>,
}

/// What a sentence did for an answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SentenceInfluence {
    /// The sentence's place in the story, from 0.
    pub sentence: usize,
    /// How much of its probability the answer loses when the sentence is left out, as if it had never
    /// been written; below 0 if it gains. An answer that is then no longer listed has lost all.
    pub fall: f32,
    /// The answer that is then given.
    pub answer: Option<Ranked>,
    /// The most that any hop reads the sentence, averaged over its heads.
    pub weight: f32,
    /// Whether attention and influence tell different stories.
    pub disagreement: Option<Disagreement>,
}

/// How attention and influence disagree about a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disagreement {
    /// Some hop reads it with a weight of at least 0.3, and without it the answer and (within 0.05)
    /// its probability are the same.
    ReadInVain,
    /// No hop reads it with a weight of 0.1, and without it the answer loses at least 0.2 of its
    /// probability.
    HardlyRead,
}

impl Influence {
    /// The sentences that are read most or did most, at most so many, in the order of the story.
    pub fn foremost(&self, most: usize) -> Vec<&SentenceInfluence> {
        let sentences = self.sentences.iter().enumerate();
        let prominent = sentences.map(|(at, it)| (at, it.weight.max(it.fall.abs())));
        let places = foremost(prominent, most).into_iter();
        places.map(|at| &self.sentences[at]).collect()
    }
}

impl SentenceInfluence {
    /// What becomes of the answer's probability without the sentence, with its sign: "−0.98".
    pub fn change(&self, texts: &Texts) -> String {
        let size = texts.typography.decimal(self.fall.abs(), 2);
        let none = texts.typography.decimal(0.0, 2);
        match self.fall > 0.0 {
            _ if size == none => size,
            true => format!("−{size}"),
            false => format!("+{size}"),
        }
    }
}

/// What each sentence of a story did for the answer to a question. The stories without it are all
/// read in a few passes, which costs much less than as many answers.
///
/// Long stories take their time: after each pass, some milliseconds of work, it pauses. Whoever has
/// other things to do does them in the `pause`; who no longer wants to know drops the future there.
///
/// # Errors
/// The story or the question has no words.
pub async fn influence(
    model: &Model,
    story: &str,
    question: &str,
    changes: &Changes,
    pause: &impl AsyncFn(),
) -> Result<Influence, QuestionError> {
    let read = ReadStory::new(model, story, question)?;
    pause().await;
    Ok(Influence::new(&read, changes, pause).await)
}

impl Influence {
    async fn new(read: &ReadStory<'_>, changes: &Changes, pause: &impl AsyncFn()) -> Self {
        let trace = read.inquiry(changes).trace();
        let weights = most_read(&trace);
        pause().await;
        let first = read.forgotten();
        let mut left_out: Vec<usize> = (0..weights.len()).collect();
        left_out.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]));
        left_out.truncate(MOST_LEFT_OUT);
        left_out.sort_unstable();
        let sets: Vec<Vec<usize>> = left_out.iter().map(|&slot| vec![first + slot]).collect();
        let answers = Variants::new(read, changes).answers(&sets, pause).await;
        let before = trace.answers.into_iter().next();
        let sentences = left_out.iter().zip(answers).map(|(&slot, answers)| {
            let fall = fall(before.as_ref(), &answers);
            let answer = answers.into_iter().next();
            let same = is_same(before.as_ref(), answer.as_ref());
            SentenceInfluence {
                sentence: first + slot,
                fall,
                answer,
                weight: weights[slot],
                disagreement: disagreement(weights[slot], fall, same),
            }
        });
        Self {
            sentences: sentences.collect(),
            answer: before,
        }
    }
}

/// The most that any hop reads each slot, averaged over its heads.
fn most_read(trace: &Trace) -> Vec<f32> {
    let mut most = Vec::new();
    for hop in &trace.hops {
        let heads = hop.heads.len() as f32;
        most.resize(hop.heads.first().map_or(0, Vec::len), 0.0_f32);
        for (slot, most) in most.iter_mut().enumerate() {
            let sum: f32 = hop.heads.iter().map(|head| head[slot]).sum();
            *most = most.max(sum / heads);
        }
    }
    most
}

/// How much of its probability an answer has lost.
fn fall(before: Option<&Ranked>, after: &[Ranked]) -> f32 {
    before.map_or(0.0, |before| {
        let same = after.iter().find(|after| after.answer == before.answer);
        before.probability - same.map_or(0.0, |same| same.probability)
    })
}

fn is_same(before: Option<&Ranked>, after: Option<&Ranked>) -> bool {
    before.map(|it| &it.answer) == after.map(|it| &it.answer)
}

fn disagreement(weight: f32, fall: f32, same_answer: bool) -> Option<Disagreement> {
    if weight >= READ && same_answer && fall.abs() < NOTHING {
        Some(Disagreement::ReadInVain)
    } else if weight < HARDLY_READ && fall >= MATTERS {
        Some(Disagreement::HardlyRead)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::{at_once, explain, fixtures};
    use super::*;
    use crate::locale::{ENGLISH, GERMAN};

    /// The last four fit the memory; whoever is named first there is Zorp again without it.
    const SENTENCES: [&str; 6] = [
        "Zorp went to the garden.",
        "Mary slept.",
        "John went to the kitchen.",
        "Mary went to the office.",
        "Gorp the cat went to the garden.",
        "Mary went to the grue.",
    ];
    const QUESTION: &str = "Where is the grue?";

    fn without(set: &[usize]) -> String {
        let kept = SENTENCES.iter().enumerate();
        let kept = kept.filter(|(at, _)| !set.contains(at));
        kept.map(|(_, sentence)| *sentence)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn influence_of(model: &Model, story: &str, question: &str) -> Influence {
        let changes = Changes::default();
        let found = influence(model, story, question, &changes, &async || ());
        at_once(found).unwrap().unwrap()
    }

    fn counterfactual_of(model: &Model, story: &str, question: &str) -> Counterfactual {
        let (changes, influence) = (Changes::default(), influence_of(model, story, question));
        let pause = async || ();
        let found = counterfactual(model, story, question, &changes, &influence, &pause);
        at_once(found).unwrap().unwrap()
    }

    #[test]
    fn a_sentence_did_what_its_absence_undoes() {
        for model in [fixtures::model(4), fixtures::model_with_entities()] {
            let before = explain(&model, &without(&[]), QUESTION).unwrap();
            let influence = influence_of(&model, &without(&[]), QUESTION);
            let sentences: Vec<usize> = influence.sentences.iter().map(|it| it.sentence).collect();
            assert_eq!(sentences, [2, 3, 4, 5], "the first two are forgotten");
            for found in &influence.sentences {
                let after = explain(&model, &without(&[found.sentence]), QUESTION).unwrap();
                let (first, answer) = (&after.answers[0], found.answer.as_ref().unwrap());
                assert_eq!(answer.answer, first.answer);
                assert!((answer.probability - first.probability).abs() < 1e-6);
                let expected = fall(before.answers.first(), &after.answers);
                assert!((found.fall - expected).abs() < 1e-6, "{found:?}");
                let weights = (0..fixtures::HOPS).map(|hop| before.weight(hop, found.sentence));
                let most = weights.flatten().reduce(f32::max).unwrap();
                assert!((found.weight - most).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn the_smallest_set_is_one_that_no_smaller_one_replaces() {
        for model in [fixtures::model(4), fixtures::model_with_entities()] {
            for question in ["Where is the grue?", "Where is Mary?", "Where is John?"] {
                let answer = |set: &[usize]| {
                    let found = explain(&model, &without(set), question).unwrap();
                    found.answers[0].answer.clone()
                };
                let changing = (1_usize..16).filter_map(|bits| {
                    let set = (2..6).filter(|at| bits >> (at - 2) & 1 == 1);
                    let set: Vec<usize> = set.collect();
                    (answer(&set) != answer(&[])).then_some(set)
                });
                let smallest = changing.map(|set| set.len()).min();
                match counterfactual_of(&model, &without(&[]), question) {
                    Counterfactual::Found {
                        sentences,
                        answer: then,
                        smallest: certain,
                    } => {
                        assert!(certain);
                        assert_eq!(Some(sentences.len()), smallest);
                        assert_eq!(then.unwrap().answer, answer(&sentences));
                    }
                    Counterfactual::Never => assert_eq!(smallest, None),
                    Counterfactual::GaveUp { .. } => panic!("fifteen sets are not too many"),
                }
            }
        }
    }

    #[test]
    fn attention_and_influence_disagree_where_one_is_strong_and_the_other_weak() {
        let in_vain = Some(Disagreement::ReadInVain);
        let hardly_read = Some(Disagreement::HardlyRead);
        assert_eq!(disagreement(0.6, 0.01, true), in_vain);
        assert_eq!(disagreement(0.6, 0.01, false), None);
        assert_eq!(disagreement(0.6, -0.1, true), None);
        assert_eq!(disagreement(0.6, 0.4, true), None);
        assert_eq!(disagreement(0.04, 0.4, true), hardly_read);
        assert_eq!(disagreement(0.04, 0.1, true), None);
    }

    #[test]
    fn a_long_story_is_looked_at_within_bounds() {
        let model = fixtures::model(300);
        let story = "Mary went to the garden. ".repeat(400);
        assert_eq!(
            influence_of(&model, &story, QUESTION).sentences.len(),
            MOST_LEFT_OUT
        );
        let found = counterfactual_of(&model, &story, QUESTION);
        assert!(
            matches!(found, Counterfactual::GaveUp { tried } if tried <= 600),
            "{found:?}"
        );
    }

    #[test]
    fn whoever_waits_for_a_long_story_can_do_other_things_in_between() {
        let model = fixtures::model(200);
        let story = "Mary went to the garden. ".repeat(200);
        let changes = Changes::default();
        let pauses = Cell::new(0);
        let pause = async || pauses.set(pauses.get() + 1);
        let found = influence(&model, &story, QUESTION, &changes, &pause);
        at_once(found).unwrap().unwrap();
        // 200 stories of 199 sentences.
        assert!(pauses.get() >= 40, "{}", pauses.get());
    }

    #[test]
    fn of_many_sentences_those_are_foremost_that_are_read_or_matter() {
        let model = fixtures::model(4);
        let mut found = influence_of(&model, &without(&[]), QUESTION);
        for (it, (weight, fall)) in
            found
                .sentences
                .iter_mut()
                .zip([(0.1, 0.0), (0.9, 0.0), (0.2, 0.3), (0.0, -0.5)])
        {
            (it.weight, it.fall) = (weight, fall);
        }
        let foremost = |most| -> Vec<usize> {
            let foremost = found.foremost(most).into_iter();
            foremost.map(|it| it.sentence).collect()
        };
        assert_eq!(foremost(2), [3, 5]);
        assert_eq!(foremost(9), [2, 3, 4, 5]);
        let changes: Vec<String> = found
            .sentences
            .iter()
            .map(|it| it.change(&ENGLISH))
            .collect();
        assert_eq!(changes, ["0.00", "0.00", "−0.30", "+0.50"]);
        assert_eq!(found.sentences[2].change(&GERMAN), "−0,30");
    }
}
