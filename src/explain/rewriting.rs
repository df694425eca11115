//! A story whose sentences are dropped, duplicated and moved.

use crate::text;

/// What ends a line.
const LINE_BREAKS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// A story that was written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The story.
    pub story: String,
    /// The place of each sentence of the story before; `None` for one that was dropped.
    pub places: Vec<Option<usize>>,
}

/// The story without a sentence (its place, from 0), nor a line that would be left empty; `None` if
/// there is no such sentence.
pub fn dropped(story: &str, sentence: usize) -> Option<Rewritten> {
    let mut parts = Parts::of(story);
    let count = parts.sentences.len();
    (sentence < count).then(|| {
        let last = sentence + 1 == count;
        let beside = match last || !parts.opens_line(sentence) {
            true => sentence,
            false => sentence + 1,
        };
        parts.sentences.remove(sentence);
        // Of a story of one sentence all that is left is what stood around it.
        if count > 1 {
            parts.between.remove(beside);
        }
        let place = |from: usize| match from.cmp(&sentence) {
            std::cmp::Ordering::Less => Some(from),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(from - 1),
        };
        Rewritten {
            places: (0..count).map(place).collect(),
            story: parts.joined(),
        }
    })
}

/// The story with a sentence (its place, from 0) told twice, the second time right after the first:
/// on a line of its own if it has one. `None` if there is no such sentence.
pub fn duplicated(story: &str, sentence: usize) -> Option<Rewritten> {
    let mut parts = Parts::of(story);
    let count = parts.sentences.len();
    let copy = *parts.sentences.get(sentence)?;
    let last = sentence + 1 == count;
    let alone = parts.opens_line(sentence) && (last || parts.opens_line(sentence + 1));
    let between = if alone || !is_closed(copy) { "\n" } else { " " };
    parts.sentences.insert(sentence + 1, copy);
    parts.between.insert(sentence + 1, between);
    Some(Rewritten {
        places: (0..count)
            .map(|from| Some(if from > sentence { from + 1 } else { from }))
            .collect(),
        story: parts.joined(),
    })
}

/// The story with a sentence moved from one place to another (both from 0); those between make room.
/// Its lines stay as long as they were. `None` if there is no such sentence or place.
pub fn moved(story: &str, from: usize, to: usize) -> Option<Rewritten> {
    let mut parts = Parts::of(story);
    let count = parts.sentences.len();
    (from < count && to < count).then(|| {
        let sentence = parts.sentences.remove(from);
        parts.sentences.insert(to, sentence);
        Rewritten {
            places: (0..count)
                .map(|at| Some(place_after_move(at, from, to)))
                .collect(),
            story: parts.joined(),
        }
    })
}

/// Where a sentence stands after one was moved from one place to another. With these two exchanged it
/// says which sentence stands at a place then.
pub fn place_after_move(at: usize, from: usize, to: usize) -> usize {
    match at {
        _ if at == from => to,
        _ if from < at && at <= to => at - 1,
        _ if to <= at && at < from => at + 1,
        _ => at,
    }
}

/// A story in its sentences and what lies between them.
struct Parts<'a> {
    sentences: Vec<&'a str>,
    /// What lies before each sentence, and after the last.
    between: Vec<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(story: &'a str) -> Self {
        let mut parts = Self {
            sentences: Vec::new(),
            between: Vec::new(),
        };
        let mut end = 0;
        for sentence in text::sentences(story) {
            parts.between.push(&story[end..sentence.span.start]);
            end = sentence.span.end;
            parts.sentences.push(&story[sentence.span]);
        }
        parts.between.push(&story[end..]);
        parts
    }

    /// Whether a sentence is the first of its line.
    fn opens_line(&self, sentence: usize) -> bool {
        sentence == 0 || self.between[sentence].contains(LINE_BREAKS)
    }

    /// The story. Two sentences that what is between them does not keep apart, as it did those that
    /// stood there, are given a full stop or a space.
    fn joined(&self) -> String {
        let mut story = String::new();
        for (at, between) in self.between.iter().enumerate() {
            story.push_str(between);
            let Some(sentence) = self.sentences.get(at) else {
                continue;
            };
            story.push_str(sentence);
            let (after, next) = (self.between[at + 1], self.sentences.get(at + 1));
            if next.is_some_and(|next| !are_two(sentence, after, next)) {
                if !is_closed(sentence) {
                    story.push('.');
                }
                if after.is_empty() {
                    story.push(' ');
                }
            }
        }
        story
    }
}

/// Whether two sentences stay two with this between them.
fn are_two(sentence: &str, between: &str, next: &str) -> bool {
    text::sentences(&format!("{sentence}{between}{next}")).len() > 1
}

/// Whether another sentence can follow a sentence on its line.
fn is_closed(sentence: &str) -> bool {
    are_two(sentence, " ", "And")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(story: &str) -> Vec<String> {
        let found = text::sentences(story).into_iter();
        found.map(|it| story[it.span].to_owned()).collect()
    }

    #[test]
    fn a_dropped_sentence_leaves_no_empty_line_behind() {
        for (before, sentence, after) in [
            ("A.\nB.\nC.", 0, "B.\nC."),
            ("A.\nB.\nC.", 1, "A.\nC."),
            ("A.\nB.\nC.\n", 2, "A.\nB.\n"),
            ("A. B.\nC.", 0, "B.\nC."),
            ("A. B.\nC.", 1, "A.\nC."),
            ("A.\nB. C.", 1, "A.\nC."),
            ("A.", 0, ""),
        ] {
            let found = dropped(before, sentence).unwrap();
            assert_eq!(found.story, after, "{before:?} without {sentence}");
            assert_eq!(found.places[sentence], None);
        }
        assert_eq!(dropped("A.", 1), None);
        assert_eq!(
            dropped("A. B. C.", 1).unwrap().places,
            [Some(0), None, Some(1)]
        );
    }

    #[test]
    fn a_copy_follows_its_sentence_on_a_line_of_its_own_if_that_has_one() {
        for (before, sentence, after) in [
            ("A.\nB.", 0, "A.\nA.\nB."),
            ("A.\nB", 1, "A.\nB\nB"),
            ("A. B.\nC.", 0, "A. A. B.\nC."),
            ("A. B.\nC.", 1, "A. B. B.\nC."),
            ("A. B", 1, "A. B\nB"),
            ("A.", 0, "A.\nA."),
        ] {
            let found = duplicated(before, sentence).unwrap();
            assert_eq!(found.story, after, "{before:?} with {sentence} twice");
        }
        assert_eq!(
            duplicated("A. B. C.", 1).unwrap().places,
            [Some(0), Some(1), Some(3)]
        );
        assert_eq!(duplicated("", 0), None);
    }

    #[test]
    fn a_sentence_moves_and_the_others_make_room() {
        for (before, from, to, after) in [
            ("A.\nB.\nC.", 0, 2, "B.\nC.\nA."),
            ("A.\nB.\nC.", 2, 0, "C.\nA.\nB."),
            ("A. B.\nC.\n", 2, 1, "A. C.\nB.\n"),
            // Nothing ended it but the end of the story.
            ("A. B", 1, 0, "B. A."),
            ("A\nB. C.", 0, 1, "B.\nA. C."),
        ] {
            assert_eq!(moved(before, from, to).unwrap().story, after, "{before:?}");
        }
        assert_eq!(moved("A. B.", 0, 2), None);
        assert_eq!(moved("A. B.", 2, 0), None);
    }

    #[test]
    fn places_say_where_each_sentence_went() {
        let story = "A.\nB. C. “D.” E!\n\nF";
        let before = sentences(story);
        for from in 0..before.len() {
            for to in 0..before.len() {
                let found = moved(story, from, to).unwrap();
                let after = sentences(&found.story);
                assert_eq!(after.len(), before.len());
                for (sentence, place) in before.iter().zip(&found.places) {
                    let after = &after[place.unwrap()];
                    assert!(after.starts_with(sentence.as_str()), "{after}");
                }
            }
        }
    }
}
