//! What a network should learn from a batch, and what it chose.

use crate::tensor::Segments;

/// Something a network can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The answer of this place in the network's list.
    Word(usize),
    /// The entity of this number in the story.
    Entity(usize),
    /// That the answer is complete.
    Stop,
}

/// The right answers to the questions of a batch, and what they rest on.
#[derive(Clone, Debug, Default)]
pub struct Lesson {
    /// The answers, word by word. A network that says only one word learns the first step.
    pub steps: Vec<Step>,
    /// What each hop should read.
    pub facts: Vec<Targets>,
}

/// One word of every answer that has so many words, stop included.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Which rows of the step before go on; empty at the first step, where all begin.
    pub rows: Vec<usize>,
    /// What was right to say in the step before, as a column of the scores.
    pub said: Vec<usize>,
    /// The columns that are right to say now.
    pub right: Vec<Vec<usize>>,
}

/// The slots that a hop should read.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    /// Which of `rows` belong to which question.
    pub runs: Segments,
    /// Slots of the batch.
    pub rows: Vec<usize>,
}

impl Lesson {
    /// A lesson for a network of so many hops.
    pub fn new(hops: usize) -> Self {
        Self {
            steps: vec![Step::default()],
            facts: vec![Targets::default(); hops],
        }
    }

    /// Adds a question: the columns that are right at every step of its answer, and the slots of
    /// its supporting facts in the order in which they lead to the answer.
    ///
    /// The last hops should read one fact each, in order, and hops before them all of the facts;
    /// more facts than hops are shared out to the hops in order.
    pub fn push(&mut self, answer: &[Vec<usize>], facts: &[usize]) {
        let mut row = self.steps[0].right.len();
        for (at, right) in answer.iter().enumerate() {
            if at == self.steps.len() {
                self.steps.push(Step::default());
            }
            let step = &mut self.steps[at];
            if at > 0 {
                step.rows.push(row);
                step.said.extend(answer[at - 1].first());
                row = step.right.len();
            }
            step.right.push(right.clone());
        }
        let (hops, count) = (self.facts.len(), facts.len());
        for (hop, targets) in self.facts.iter_mut().enumerate() {
            let rows = if count > hops {
                &facts[hop * count / hops..(hop + 1) * count / hops]
            } else {
                match (hop + count).checked_sub(hops) {
                    Some(fact) => &facts[fact..=fact],
                    None => facts,
                }
            };
            targets.runs.push(rows.len(), 0);
            targets.rows.extend(rows);
        }
    }
}

/// What a network answered to the questions of a batch.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// For each question the columns it chose, one per word.
    pub columns: Vec<Vec<usize>>,
    /// How likely it finds each of these answers.
    pub probabilities: Vec<f32>,
    /// For each hop the weight of every slot of the batch, summed over the heads.
    pub hops: Vec<Vec<f32>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The slots that each hop of a network of three should read.
    fn taught(facts: &[usize]) -> Vec<Vec<usize>> {
        let mut lesson = Lesson::new(3);
        lesson.push(&[vec![0]], facts);
        lesson
            .facts
            .into_iter()
            .map(|targets| targets.rows)
            .collect()
    }

    #[test]
    fn the_last_hops_read_one_fact_each_and_those_before_them_all() {
        assert_eq!(taught(&[7, 4]), [vec![7, 4], vec![7], vec![4]]);
        assert_eq!(taught(&[5]), [[5], [5], [5]]);
        assert_eq!(taught(&[]), [[]; 3] as [[usize; 0]; 3]);
    }

    #[test]
    fn more_facts_than_hops_are_shared_out() {
        assert_eq!(taught(&[1, 2, 3, 4, 5]), [vec![1], vec![2, 3], vec![4, 5]]);
    }

    #[test]
    fn answers_of_different_lengths_go_on_in_the_rows_that_began_them() {
        let mut lesson = Lesson::new(1);
        lesson.push(&[vec![1], vec![9]], &[]);
        lesson.push(&[vec![2], vec![3], vec![9]], &[]);
        let [first, second, third] = &lesson.steps[..] else {
            panic!("three steps");
        };
        assert_eq!(first.right, [[1], [2]]);
        assert_eq!(
            (&second.rows[..], &second.said[..]),
            (&[0, 1][..], &[1, 2][..])
        );
        assert_eq!((&third.rows[..], &third.said[..]), (&[1][..], &[3][..]));
        assert_eq!(third.right, [[9]]);
    }
}
