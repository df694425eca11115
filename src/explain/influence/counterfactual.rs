//! The fewest sentences without which the answer is another.

use serde::Serialize;

use super::super::{Changes, QuestionError, ReadStory};
use super::variants::Variants;
use super::{Influence, fall, is_same};
use crate::networks::{Model, Ranked};

/// The most stories that are tried.
const MOST_TRIED: usize = 1500;

/// The most memory slots that these have together.
const MOST_SLOTS: usize = 60_000;

/// How many stories are tried before looking whether one has another answer.
const TOGETHER: usize = 64;

/// Which sentences must be left out for another answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Counterfactual {
    /// Without these the answer is another.
    Found {
        /// The sentences (their places in the story, from 0), in order.
        sentences: Vec<usize>,
        /// The answer without them; `None` if there is none then.
        answer: Option<Ranked>,
        /// Whether it is certain that fewer don't suffice: every smaller set was tried.
        smallest: bool,
    },
    /// The answer is the same whichever sentences are left out: all sets were tried.
    Never,
    /// Nothing was found before the search became too long.
    GaveUp {
        /// How many stories were tried.
        tried: usize,
    },
}

/// Looks for the smallest set of sentences without which the answer to a question is another.
///
/// All sets of one sentence are tried, then all of two, and so on, those whose sentences
/// [matter](super::influence) most first, as long as a whole size fits the bounds (1500 stories, of
/// 60,000 sentences together). Then sentences are left out one after the other, each time the one
/// that costs the answer most, and put back where they turn out not to be needed.
///
/// It begins with what each sentence does by itself, and [pauses](super::influence) as that does.
///
/// # Errors
/// The story or the question has no words.
pub async fn counterfactual(
    model: &Model,
    story: &str,
    question: &str,
    changes: &Changes,
    influence: &Influence,
    pause: &impl AsyncFn(),
) -> Result<Counterfactual, QuestionError> {
    let read = ReadStory::new(model, story, question)?;
    pause().await;
    let mut search = Search::new(&read, changes, influence, pause);
    Ok(search.run(influence).await)
}

struct Search<'a, P> {
    variants: Variants<'a>,
    pause: &'a P,
    before: Option<&'a Ranked>,
    /// The sentences that may be left out, those that matter most first.
    candidates: Vec<usize>,
    tried: usize,
    budget: usize,
}

/// A set of sentences, and what comes of leaving it out.
struct Tried {
    set: Vec<usize>,
    fall: f32,
    answer: Option<Ranked>,
}

impl<'a, P: AsyncFn()> Search<'a, P> {
    fn new(
        read: &'a ReadStory<'a>,
        changes: &'a Changes,
        influence: &'a Influence,
        pause: &'a P,
    ) -> Self {
        let mut ranked: Vec<_> = influence.sentences.iter().collect();
        ranked.sort_by(|a, b| {
            let order = b.fall.total_cmp(&a.fall);
            order.then(b.weight.total_cmp(&a.weight))
        });
        let variants = Variants::new(read, changes);
        let slots = variants.remembered().max(1);
        Self {
            variants,
            pause,
            before: influence.answer.as_ref(),
            candidates: ranked.iter().map(|it| it.sentence).collect(),
            tried: influence.sentences.len(),
            budget: MOST_TRIED.min(MOST_SLOTS / slots),
        }
    }

    async fn run(&mut self, influence: &Influence) -> Counterfactual {
        // Sets of one are known. A memory of more than those left out was not tried in full.
        let single = influence.sentences.iter().map(|it| Tried {
            set: vec![it.sentence],
            fall: it.fall,
            answer: it.answer.clone(),
        });
        if let Some(found) = self.best(single.collect()) {
            return found.found(true);
        }
        let complete = self.candidates.len() == self.variants.remembered();
        for size in 2..=self.candidates.len() {
            let left = self.budget.saturating_sub(self.tried);
            if combinations(self.candidates.len(), size).is_none_or(|count| count > left) {
                return self.greedily().await;
            }
            if let Some(found) = self.all_of(size).await {
                return found.found(complete);
            }
        }
        match complete {
            true => Counterfactual::Never,
            false => Counterfactual::GaveUp { tried: self.tried },
        }
    }

    /// Tries all sets of a size, until one has another answer.
    async fn all_of(&mut self, size: usize) -> Option<Tried> {
        let mut next = Some((0..size).collect::<Vec<usize>>());
        while next.is_some() {
            let mut sets = Vec::new();
            while sets.len() < TOGETHER
                && let Some(places) = next
            {
                sets.push(places.iter().map(|&at| self.candidates[at]).collect());
                next = successor(places, self.candidates.len());
            }
            let tried = self.try_all(sets).await;
            if let Some(found) = self.best(tried) {
                return Some(found);
            }
        }
        None
    }

    /// Leaves out sentence after sentence, each time the one that costs the answer most.
    async fn greedily(&mut self) -> Counterfactual {
        let mut set: Vec<usize> = Vec::new();
        while set.len() < self.candidates.len() && self.tried < self.budget {
            let candidates = self.candidates.iter();
            let others = candidates.filter(|sentence| !set.contains(sentence));
            let sets = others.map(|&sentence| [&set[..], &[sentence]].concat());
            let tried = self.try_all(sets.collect()).await;
            let costliest = tried
                .iter()
                .max_by(|a, b| a.fall.total_cmp(&b.fall))
                .map(|tried| tried.set.clone());
            if let Some(found) = self.best(tried) {
                return self.without_needless(found).await.found(false);
            }
            set = costliest.unwrap_or_default();
        }
        Counterfactual::GaveUp { tried: self.tried }
    }

    /// Puts back every sentence that need not be left out.
    async fn without_needless(&mut self, mut found: Tried) -> Tried {
        while found.set.len() > 2 && self.tried < self.budget {
            let fewer = (0..found.set.len()).map(|at| {
                let mut set = found.set.clone();
                set.remove(at);
                set
            });
            let tried = self.try_all(fewer.collect()).await;
            match self.best(tried) {
                Some(fewer) => found = fewer,
                None => break,
            }
        }
        found
    }

    async fn try_all(&mut self, mut sets: Vec<Vec<usize>>) -> Vec<Tried> {
        sets.iter_mut().for_each(|set| set.sort_unstable());
        self.tried += sets.len();
        let answers = self.variants.answers(&sets, self.pause).await;
        let tried = sets.into_iter().zip(answers).map(|(set, answers)| Tried {
            set,
            fall: fall(self.before, &answers),
            answer: answers.into_iter().next(),
        });
        tried.collect()
    }

    /// Of those with another answer the one that costs the first answer most.
    fn best(&self, tried: Vec<Tried>) -> Option<Tried> {
        tried
            .into_iter()
            .filter(|it| !is_same(self.before, it.answer.as_ref()))
            .max_by(|a, b| a.fall.total_cmp(&b.fall))
    }
}

impl Tried {
    fn found(self, smallest: bool) -> Counterfactual {
        Counterfactual::Found {
            sentences: self.set,
            answer: self.answer,
            smallest,
        }
    }
}

/// How many sets of a size there are; `None` if too many to count.
fn combinations(of: usize, size: usize) -> Option<usize> {
    (0..size.min(of - size)).try_fold(1_usize, |count, at| {
        Some(count.checked_mul(of - at)? / (at + 1))
    })
}

/// The next set of places, in the order in which those with early places come first.
fn successor(mut places: Vec<usize>, of: usize) -> Option<Vec<usize>> {
    let size = places.len();
    let at = (0..size).rev().find(|&at| places[at] < of - size + at)?;
    let next = places[at] + 1;
    for (offset, place) in places[at..].iter_mut().enumerate() {
        *place = next + offset;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_follow_each_other_and_are_as_many_as_counted() {
        for (of, size, count) in [(5, 2, 10), (4, 4, 1), (6, 3, 20), (3, 1, 3)] {
            let first: Vec<usize> = (0..size).collect();
            let sets = std::iter::successors(Some(first), |set| successor(set.clone(), of));
            let sets: Vec<_> = sets.collect();
            assert_eq!(sets.len(), count);
            assert_eq!(combinations(of, size), Some(count));
            assert!(sets.is_sorted() && sets.iter().all(|set| set.is_sorted()));
        }
        assert_eq!(combinations(100_000, 50_000), None);
    }
}
