//! Stories in the words of the original data, told otherwise: in names or verbs that neither that
//! data nor the generators ever use, or with sentences between that have nothing to do with them.
//!
//! How much worse a network answers such stories is how much it has learned by heart.

mod asides;
mod names;
mod verbs;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64;

use super::babi::{Line, Question, Story};
use crate::text::capitalised;

/// What is told otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewording {
    /// Every person, place, thing, animal and colour has another name. Stories in which what a name
    /// means matters (that a kitchen is where the hungry go) stay as they are.
    Names,
    /// Whoever goes, takes, leaves or gives does so by another verb.
    Verbs,
    /// Before one line in eight stands a sentence from which nothing follows that is asked.
    Asides,
}

impl Rewording {
    /// The same stories told otherwise, as a seed chooses; the same seed, the same words.
    pub fn of(self, stories: &[Story], seed: u64) -> Vec<Story> {
        let mut random = Pcg64::seed_from_u64(seed);
        let reworded = stories.iter().map(|story| match self {
            Self::Names => names::renamed(story, &mut random),
            Self::Verbs => verbs::paraphrased(story, &mut random),
            Self::Asides => asides::interspersed(story, &mut random),
        });
        reworded.collect()
    }
}

/// The story with its texts changed, and its answers.
fn changed(
    story: &Story,
    mut text: impl FnMut(&str) -> String,
    answer: impl Fn(&str) -> String,
) -> Story {
    let line = |line: &Line| match line {
        Line::Statement(statement) => Line::Statement(text(statement)),
        Line::Question(question) => Line::Question(Question {
            text: text(&question.text),
            answer: answer(&question.answer),
            supporting: question.supporting.clone(),
        }),
    };
    Story {
        lines: story.lines.iter().map(line).collect(),
    }
}

/// The text with some of its words changed. `change` is given the words from a place on, in lower
/// case, and the word before; it says how many of them become what, if any do. A changed word keeps
/// its capital.
fn reworded(
    text: &str,
    mut change: impl FnMut(&[&str], Option<&str>) -> Option<(usize, String)>,
) -> String {
    let lower = text.to_lowercase();
    // The data is plain ASCII; anything else is left as it is.
    if lower.len() != text.len() {
        return text.to_owned();
    }
    let spans = words(&lower);
    let keys: Vec<&str> = spans
        .iter()
        .map(|&(start, end)| &lower[start..end])
        .collect();
    let mut said = String::with_capacity(text.len());
    let (mut at, mut done) = (0, 0);
    while at < spans.len() {
        let before = at.checked_sub(1).map(|before| keys[before]);
        let Some((count, word)) = change(&keys[at..], before) else {
            at += 1;
            continue;
        };
        let (start, (_, end)) = (spans[at].0, spans[at + count - 1]);
        said.push_str(&text[done..start]);
        match text[start..].starts_with(char::is_uppercase) {
            true => said.push_str(&capitalised(&word)),
            false => said.push_str(&word),
        }
        done = end;
        at += count;
    }
    said.push_str(&text[done..]);
    said
}

/// Where the words of a text begin and end.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, it)| it.is_alphabetic()) {
        let end = at + letter.len_utf8();
        match words.last_mut().filter(|(_, last)| *last == at) {
            Some((_, last)) => *last = end,
            None => words.push((at, end)),
        }
    }
    words
}

fn shuffled(list: &'static str, random: &mut Pcg64) -> Vec<&'static str> {
    let mut words: Vec<&str> = list.split_ascii_whitespace().collect();
    words.shuffle(random);
    words
}

/// The words that reworded stories use, for the tests that nothing else does.
#[cfg(test)]
pub(super) fn reserved() -> impl Iterator<Item = &'static str> {
    names::reserved().chain(verbs::reserved())
}

/// The asides that nothing else may use, likewise.
#[cfg(test)]
pub(super) use asides::reserved as reserved_asides;

#[cfg(test)]
mod tests {
    use super::super::babi;
    use super::*;

    fn story(text: &str) -> Vec<Story> {
        babi::read("test", text).unwrap()
    }

    #[test]
    fn names_are_changed_throughout_a_story_and_its_answers() {
        let before = story(
            "1 Mary got the box of chocolates.\n2 The box is in the office.\n\
             3 What is mary carrying?\tbox of chocolates\t1\n",
        );
        let after = Rewording::Names.of(&before, 1);
        let [
            Line::Statement(got),
            Line::Statement(_),
            Line::Question(asked),
        ] = &after[0].lines[..]
        else {
            panic!("three lines");
        };
        let who = got.split(' ').next().unwrap();
        assert!(who.starts_with(char::is_uppercase) && who != "Mary");
        assert_eq!(
            asked.text,
            format!("What is {} carrying?", who.to_lowercase())
        );
        assert_eq!(*got, format!("{who} got the {}.", asked.answer));
        assert_eq!(asked.supporting, [1]);
        assert_eq!(after, Rewording::Names.of(&before, 1));
    }

    #[test]
    fn kinds_stay_kinds_in_the_singular_and_the_plural() {
        let before = story("1 Wolves are afraid of mice.\n2 Gertrude is a wolf.\n");
        let text = babi::write(&Rewording::Names.of(&before, 1));
        let kind = text.split(' ').nth(1).unwrap().to_lowercase();
        let one = text.trim_end().rsplit(' ').next().unwrap();
        assert_eq!(kind.strip_suffix('s'), one.strip_suffix('.'), "{text}");
    }

    #[test]
    fn a_story_in_which_names_have_a_meaning_keeps_them() {
        let before = story("1 Sumit is hungry.\n2 Where will sumit go?\tkitchen\t1\n");
        assert_eq!(Rewording::Names.of(&before, 1), before);
    }

    #[test]
    fn asides_stand_between_and_change_nothing() {
        let before = story(
            "1 Mary took the milk.\n2 Mary went to the office.\n3 Then she went to the garden.\n\
             4 Where is the milk?\tgarden\t1 3\n",
        );
        let told = |story: &Story| -> Vec<String> {
            let mut lines = Vec::new();
            for line in &story.lines {
                match line {
                    Line::Statement(text) => lines.push(text.clone()),
                    Line::Question(question) => {
                        let facts = question.supporting.iter();
                        lines.extend(
                            facts
                                .map(|fact| lines[fact - 1].clone())
                                .collect::<Vec<_>>(),
                        );
                    }
                }
            }
            lines
        };
        let mut added = 0;
        for seed in 0..100 {
            let after = Rewording::Asides.of(&before, seed);
            let [.., milk, garden] = &told(&after[0])[..] else {
                panic!("the facts");
            };
            assert_eq!(milk, "Mary took the milk.");
            assert_eq!(garden, "Then she went to the garden.");
            added += after[0].lines.len() - before[0].lines.len();
            assert_eq!(after, Rewording::Asides.of(&before, seed));
        }
        // One in eight of 400 lines.
        assert!((25..=75).contains(&added), "{added}");
    }

    #[test]
    fn verbs_are_changed_and_the_left_side_is_not() {
        let before = story(
            "1 Mary picked up the milk there.\n2 Mary went back to the office.\n\
             3 Mary left the milk.\n4 The box is to the left of the office.\n\
             5 What did Mary give to Fred?\tmilk\t1\n",
        );
        let text = babi::write(&Rewording::Verbs.of(&before, 3));
        for gone in ["picked", "up", "went", "left the milk", "give"] {
            assert!(!text.contains(gone), "{text}");
        }
        for kept in [
            "back to the office",
            "the left of",
            "the milk there.",
            "did Mary",
        ] {
            assert!(text.contains(kept), "{text}");
        }
    }
}
