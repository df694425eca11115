//! Where an edit of a story takes its sentences.

use crate::text;

/// The place of each sentence of `before` in `after`; `None` for one that was taken away.
///
/// An edit is at one place: what stands before it and after it keeps its order. A sentence that is
/// itself written anew stays the same sentence.
pub fn carried(before: &str, after: &str) -> Vec<Option<usize>> {
    let (before, after) = (sentences(before), sentences(after));
    let same = |(one, other): &(&&str, &&str)| one == other;
    let start = before.iter().zip(&after).take_while(same).count();
    let rest = before[start..]
        .iter()
        .rev()
        .zip(after[start..].iter().rev());
    let end = rest.take_while(same).count();
    (0..before.len())
        .map(|from| {
            if before.len() - from <= end {
                Some(from + after.len() - before.len())
            } else {
                (from < after.len() - end).then_some(from)
            }
        })
        .collect()
}

fn sentences(story: &str) -> Vec<&str> {
    text::sentences(story)
        .into_iter()
        .map(|sentence| &story[sentence.span])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_keep_their_order_around_an_edit() {
        let before = "Mary went.\nJohn went.\nSandra went.";
        for (after, expected) in [
            (before, [Some(0), Some(1), Some(2)]),
            // Written anew.
            (
                "Mary went.\nJohn slept.\nSandra went.",
                [Some(0), Some(1), Some(2)],
            ),
            // Taken away: in the middle, at the end, at the start.
            ("Mary went.\nSandra went.", [Some(0), None, Some(1)]),
            ("Mary went.\nJohn went.", [Some(0), Some(1), None]),
            ("Sandra went.", [None, None, Some(0)]),
            // Put in.
            (
                "Daniel slept. Mary went.\nJohn went.\nSandra went.",
                [Some(1), Some(2), Some(3)],
            ),
            (
                "Mary went.\nMary went.\nJohn went.\nSandra went.",
                [Some(0), Some(2), Some(3)],
            ),
            // Replaced altogether, by more and by fewer.
            ("A.\nB.\nC.\nD.", [Some(0), Some(1), Some(2)]),
            ("A.", [Some(0), None, None]),
            ("", [None; 3]),
        ] {
            assert_eq!(carried(before, after), expected, "{after:?}");
        }
        assert_eq!(carried("", before), []);
    }
}
