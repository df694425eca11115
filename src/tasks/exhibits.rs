//! The gallery: the example of every task, and stories that show something else.

use super::stories::STORIES;
use super::{Example, TASKS, Task};
use crate::locale::Texts;

/// A story of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// Its number: that of its task, or else the next ones.
    pub number: u8,
    /// The story with its question and the right answer.
    pub example: &'static Example,
}

impl Exhibit {
    /// All of them, those of the tasks first.
    pub fn all() -> impl Iterator<Item = Self> {
        let examples = TASKS.iter().map(|task| &task.example).chain(&STORIES);
        (1..)
            .zip(examples)
            .map(|(number, example)| Self { number, example })
    }

    /// The one of this number.
    pub fn find(number: u8) -> Option<Self> {
        Self::all().find(|exhibit| exhibit.number == number)
    }

    /// The task whose example it is, if it is one.
    pub fn task(self) -> Option<&'static Task> {
        TASKS.iter().find(|task| task.number == self.number)
    }

    /// How the gallery names it.
    pub fn title(self, texts: &Texts) -> String {
        match self.task() {
            Some(task) => texts.masthead.task(task.number, task.name(texts)),
            None => self.said(&texts.gallery.titles).to_owned(),
        }
    }

    /// What to look for in it, in a sentence or two.
    pub fn note(self, texts: &Texts) -> &'static str {
        match self.task() {
            Some(task) => task.description(texts),
            None => self.said(&texts.gallery.notes),
        }
    }

    /// What is said of a story that belongs to no task.
    fn said(self, texts: &[&'static str]) -> &'static str {
        let place = usize::from(self.number).checked_sub(TASKS.len() + 1);
        place
            .and_then(|place| texts.get(place))
            .copied()
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::text;

    #[test]
    fn every_story_has_a_number_a_title_and_a_note_in_every_language() {
        let all: Vec<Exhibit> = Exhibit::all().collect();
        assert_eq!(all.len(), TASKS.len() + STORIES.len());
        for (number, exhibit) in (1..).zip(all) {
            assert_eq!(exhibit.number, number);
            assert_eq!(Exhibit::find(number), Some(exhibit));
            assert_eq!(exhibit.task().is_some(), number <= 20);
            for language in Language::ALL {
                assert!(!exhibit.title(language.texts()).is_empty());
                assert!(!exhibit.note(language.texts()).is_empty());
            }
        }
        assert_eq!(Exhibit::find(0), None);
    }

    #[test]
    fn each_line_of_a_story_is_one_sentence() {
        for Exhibit { example, .. } in Exhibit::all() {
            let split: Vec<&str> = text::sentences(example.story)
                .into_iter()
                .map(|sentence| &example.story[sentence.span])
                .collect();
            assert_eq!(split, example.story.lines().collect::<Vec<_>>());
            assert_eq!(text::sentences(example.question).len(), 1);
        }
    }
}
