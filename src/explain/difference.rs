//! Two answers side by side: what a heatmap of their difference shows.

use std::collections::HashMap;

use serde::Serialize;

use super::Explanation;
use super::heatmap::{ROW_TEXT, shortened};

/// Which hops of two answers are compared with each other, where one took more than the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlignedHops {
    /// The first with the first: for one network before and after a change. Hops are the same until
    /// the change bears on them.
    FromTheFirst,
    /// The last with the last: for two networks. Each answers with what its last hop left, and is
    /// trained to read the last fact then; a network of more hops takes its time before that.
    FromTheLast,
}

/// What differs between two answers, a and b.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The hops that are compared, each counted from 0; `None` where one has no such hop.
    pub hops: Vec<[Option<usize>; 2]>,
    /// A row for each sentence that one of the two remembers: in the order of b's story, and
    /// sentences that only a's has where they stood.
    pub rows: Vec<DifferenceRow>,
    /// How the probability of each answer moved, the largest moves first.
    pub answers: Vec<AnswerShift>,
}

/// A sentence in two stories, and its weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DifferenceRow {
    /// Its place in a's story and in b's, from 0; `None` where the story has no such sentence.
    pub sentences: [Option<usize>; 2],
    /// The sentence, cut short where it is very long; as b's story has it if it has it.
    pub text: String,
    /// Its weights, for each pair of hops.
    pub cells: Vec<DifferenceCell>,
}

/// The weights of one sentence in one hop of each answer, averaged over the heads.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DifferenceCell {
    /// In a and in b; `None` where there is no such hop, or the sentence is not remembered.
    pub weights: [Option<f32>; 2],
}

/// How the probability of an answer moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnswerShift {
    /// The answer.
    pub answer: String,
    /// Its probability in a and in b; 0 where it is not listed.
    pub probabilities: [f32; 2],
}

impl DifferenceCell {
    /// How much more b reads the sentence than a, from −1 to 1; what is not there reads nothing.
    pub fn difference(self) -> f32 {
        let [a, b] = self.weights.map(Option::unwrap_or_default);
        b - a
    }
}

/// What differs between two answers to one question, or to questions about stories that are alike.
pub fn difference(a: &Explanation, b: &Explanation, hops: AlignedHops) -> Difference {
    let hops = aligned_hops(a.hops.len(), b.hops.len(), hops);
    let rows = aligned_sentences(a, b).into_iter().filter_map(|sentences| {
        let reading = match sentences {
            [_, Some(place)] => &b.sentences[place],
            [Some(place), _] => &a.sentences[place],
            [None, None] => return None,
        };
        let weight = |explanation: &Explanation, hop: Option<usize>, sentence: Option<usize>| {
            explanation.weight(hop?, sentence?)
        };
        let cells = hops.iter().map(|&[in_a, in_b]| DifferenceCell {
            weights: [weight(a, in_a, sentences[0]), weight(b, in_b, sentences[1])],
        });
        let cells: Vec<DifferenceCell> = cells.collect();
        let remembered = cells.iter().any(|cell| cell.weights != [None, None]);
        remembered.then(|| DifferenceRow {
            sentences,
            text: shortened(&reading.text, ROW_TEXT),
            cells,
        })
    });
    Difference {
        rows: rows.collect(),
        answers: shifts(a, b),
        hops,
    }
}

fn aligned_hops(a: usize, b: usize, aligned: AlignedHops) -> Vec<[Option<usize>; 2]> {
    let count = a.max(b);
    let hop = |hops: usize, at: usize| match aligned {
        AlignedHops::FromTheFirst => (at < hops).then_some(at),
        AlignedHops::FromTheLast => (at + hops).checked_sub(count),
    };
    (0..count).map(|at| [hop(a, at), hop(b, at)]).collect()
}

fn shifts(a: &Explanation, b: &Explanation) -> Vec<AnswerShift> {
    let mut places = HashMap::new();
    let mut shifts: Vec<AnswerShift> = Vec::new();
    for (side, explanation) in [a, b].into_iter().enumerate() {
        for ranked in &explanation.answers {
            let place = *places.entry(&ranked.answer).or_insert_with(|| {
                shifts.push(AnswerShift {
                    answer: ranked.answer.clone(),
                    probabilities: [0.0; 2],
                });
                shifts.len() - 1
            });
            shifts[place].probabilities[side] = ranked.probability;
        }
    }
    let move_of = |shift: &AnswerShift| (shift.probabilities[1] - shift.probabilities[0]).abs();
    shifts.sort_by(|a, b| move_of(b).total_cmp(&move_of(a)));
    shifts
}

/// The sentences of two stories in pairs. What both begin with and what both end with belongs
/// together; in between sentences of the same words do, the first with the first, wherever they were
/// moved; and what then is left in the same gap of both was rewritten.
fn aligned_sentences(a: &Explanation, b: &Explanation) -> Vec<[Option<usize>; 2]> {
    let text = |explanation: &Explanation, place: usize| -> Vec<String> {
        let words = explanation.sentences[place].words.iter();
        words.map(|word| word.text.to_lowercase()).collect()
    };
    let texts = |explanation: &Explanation| -> Vec<Vec<String>> {
        let places = 0..explanation.sentences.len();
        places.map(|place| text(explanation, place)).collect()
    };
    let (in_a, in_b) = (texts(a), texts(b));
    let mut of_b: Vec<Option<usize>> = vec![None; in_b.len()];
    let mut taken = vec![false; in_a.len()];
    let mut pair = |place_a: usize, place_b: usize| {
        of_b[place_b] = Some(place_a);
        taken[place_a] = true;
    };

    let shorter = in_a.len().min(in_b.len());
    let first = (0..shorter).take_while(|&at| in_a[at] == in_b[at]).count();
    let last = (1..=shorter - first)
        .take_while(|&back| in_a[in_a.len() - back] == in_b[in_b.len() - back])
        .count();
    (0..first).for_each(|at| pair(at, at));
    (1..=last).for_each(|back| pair(in_a.len() - back, in_b.len() - back));

    let (end_a, end_b) = (in_a.len() - last, in_b.len() - last);
    let mut waiting: HashMap<&[String], Vec<usize>> = HashMap::new();
    for place in (first..end_a).rev() {
        waiting.entry(&in_a[place]).or_default().push(place);
    }
    for (place, words) in in_b.iter().enumerate().take(end_b).skip(first) {
        if let Some(same) = waiting.get_mut(&words[..]).and_then(Vec::pop) {
            pair(same, place);
        }
    }

    // A rewritten sentence follows the partner of the sentence before it.
    let mut before = first.checked_sub(1);
    for partner in &mut of_b[first..end_b] {
        let next = before.map_or(0, |before| before + 1);
        if partner.is_none() && next < end_a && !taken[next] {
            *partner = Some(next);
            taken[next] = true;
        }
        before = partner.or(before);
    }

    in_order(&of_b, &taken)
}

/// The pairs in the order of b; what only a has stands after what it followed there.
fn in_order(of_b: &[Option<usize>], taken: &[bool]) -> Vec<[Option<usize>; 2]> {
    let mut rows = Vec::with_capacity(of_b.len());
    let follow = |rows: &mut Vec<_>, mut place: usize| {
        while taken.get(place) == Some(&false) {
            rows.push([Some(place), None]);
            place += 1;
        }
    };
    follow(&mut rows, 0);
    for (place, partner) in of_b.iter().enumerate() {
        rows.push([*partner, Some(place)]);
        if let Some(partner) = partner {
            follow(&mut rows, partner + 1);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::super::{Changes, explain, explain_changed, fixtures};
    use super::*;

    fn explained(story: &str) -> Explanation {
        explain(&fixtures::model(9), story, "Where is Mary?").unwrap()
    }

    /// How the sentences of two stories, each named by a letter, are paired.
    fn pairs(a: &str, b: &str) -> Vec<String> {
        let story = |letters: &str| -> String {
            let sentence = |letter: char| format!("Mary {letter} went. ");
            letters.chars().map(sentence).collect()
        };
        let (in_a, in_b) = (explained(&story(a)), explained(&story(b)));
        let letter = |story: &str, place: Option<usize>| {
            place.and_then(|at| story.chars().nth(at)).unwrap_or('–')
        };
        let rows = difference(&in_a, &in_b, AlignedHops::FromTheFirst).rows;
        let pair = |row: &DifferenceRow| {
            let [place_a, place_b] = row.sentences;
            [letter(a, place_a), letter(b, place_b)].iter().collect()
        };
        rows.iter().map(pair).collect()
    }

    #[test]
    fn sentences_find_each_other_though_lines_were_dropped_moved_and_rewritten() {
        assert_eq!(pairs("pqr", "pqr"), ["pp", "qq", "rr"]);
        assert_eq!(pairs("pqr", "pr"), ["pp", "q–", "rr"]);
        assert_eq!(pairs("pr", "pqr"), ["pp", "–q", "rr"]);
        assert_eq!(pairs("pqrs", "prqs"), ["pp", "rr", "qq", "ss"]);
        assert_eq!(pairs("pqr", "pxr"), ["pp", "qx", "rr"]);
        assert_eq!(pairs("ppp", "pp"), ["pp", "pp", "p–"]);
        assert_eq!(pairs("qp", "p"), ["q–", "pp"]);
        assert_eq!(pairs("pqrs", "xy"), ["px", "qy", "r–", "s–"]);
    }

    #[test]
    fn weights_and_probabilities_are_compared() {
        let model = fixtures::model(9);
        let story = "Mary went. John slept.";
        let before = explain(&model, story, "Where is Mary?").unwrap();
        let mut changes = Changes::default();
        changes.fix(0, 0, 1, 1.0);
        let after = explain_changed(&model, story, "Where is Mary?", &changes).unwrap();
        let found = difference(&before, &after, AlignedHops::FromTheFirst);
        let cell = found.rows[1].cells[0];
        assert_eq!(cell.weights, [before.weight(0, 1), Some(1.0)]);
        assert!(cell.difference() > 0.0 && found.rows[0].cells[0].difference() < 0.0);
        assert_eq!(found.answers.len(), 3);
        for shift in &found.answers {
            let of = |explanation: &Explanation| {
                let mut answers = explanation.answers.iter();
                let same = answers.find(|ranked| ranked.answer == shift.answer);
                same.unwrap().probability
            };
            assert_eq!(shift.probabilities, [of(&before), of(&after)]);
        }
        let same = difference(&before, &before, AlignedHops::FromTheFirst);
        let cells = same.rows.iter().flat_map(|row| &row.cells);
        assert!(cells.into_iter().all(|cell| cell.difference() == 0.0));
    }

    #[test]
    fn hops_meet_at_the_beginning_or_at_the_end() {
        let first = aligned_hops(2, 3, AlignedHops::FromTheFirst);
        assert_eq!(
            first,
            [[Some(0), Some(0)], [Some(1), Some(1)], [None, Some(2)]]
        );
        let last = aligned_hops(2, 3, AlignedHops::FromTheLast);
        assert_eq!(
            last,
            [[None, Some(0)], [Some(0), Some(1)], [Some(1), Some(2)]]
        );
    }

    #[test]
    fn what_neither_remembers_has_no_row() {
        let story = "Mary went.\n".repeat(12);
        let rows = difference(
            &explained(&story),
            &explained(&story),
            AlignedHops::FromTheLast,
        )
        .rows;
        assert_eq!(rows.len(), 9);
        assert_eq!(rows[0].sentences, [Some(3), Some(3)]);
    }
}
