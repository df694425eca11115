//! The names of a story's entities.

use std::collections::HashMap;
use std::iter::successors;
use std::sync::Arc;

/// The names that a story gives its entities, numbered in the order of their first mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// Those that copies share.
    shared: Option<Arc<Names>>,
    own: Vec<Name>,
    /// The numbers of the own names, by all their words.
    numbers: HashMap<Vec<String>, usize>,
    /// The numbers of the own names of several words, by their first words and by their last.
    abbreviations: HashMap<String, Vec<usize>>,
}

/// The name of an entity.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its words in lower case, the last one in the singular.
    pub(super) words: Vec<String>,
    /// As it was written.
    pub(super) shown: String,
}

impl Names {
    /// Lets copies made from now on share the names there are.
    pub(super) fn share(&mut self) {
        let all = std::mem::take(self);
        self.shared = Some(Arc::new(all));
    }

    pub(super) fn len(&self) -> usize {
        self.shared.as_ref().map_or(0, |names| names.len()) + self.own.len()
    }

    /// The names as they were written, in the order of their numbers.
    pub(super) fn shown(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|number| self.name(number).map_or("", |name| &name.shown))
    }

    /// Gives a new entity its name, and returns its number.
    pub(super) fn push(&mut self, name: Name) -> usize {
        let number = self.len();
        if let [first, .., last] = name.words.as_slice() {
            for word in [first, last] {
                let numbers = self.abbreviations.entry(word.clone()).or_default();
                if numbers.last() != Some(&number) {
                    numbers.push(number);
                }
            }
        }
        self.numbers.insert(name.words.clone(), number);
        self.own.push(name);
        number
    }

    /// The entity of this name in full.
    pub(super) fn named(&self, name: &[String]) -> Option<usize> {
        self.parts()
            .find_map(|names| names.numbers.get(name).copied())
    }

    /// The one entity whose name ends (or begins) with these words: "Plum" after "Professor Plum".
    pub(super) fn abbreviated(&self, name: &[String]) -> Option<usize> {
        let of = |number: &usize| {
            self.name(*number).is_some_and(|known| {
                !known.words.iter().any(|word| word == "of")
                    && (known.words.ends_with(name)
                        || known.words.starts_with(name)
                            && known.shown.starts_with(char::is_uppercase))
            })
        };
        let by = |word| {
            let numbers = self.parts().map(move |names| names.abbreviations.get(word));
            numbers.flatten().flatten().copied()
        };
        let mut found = by(name.last()?).chain(by(name.first()?)).filter(of);
        let one = found.next()?;
        found.all(|other| other == one).then_some(one)
    }

    fn name(&self, number: usize) -> Option<&Name> {
        let shared = self.shared.as_deref();
        match number.checked_sub(shared.map_or(0, Self::len)) {
            Some(own) => self.own.get(own),
            None => shared?.name(number),
        }
    }

    /// The own names, and those that are shared.
    fn parts(&self) -> impl Iterator<Item = &Self> {
        successors(Some(self), |names| names.shared.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        name.to_lowercase().split(' ').map(String::from).collect()
    }

    fn name(shown: &str) -> Name {
        Name {
            words: words(shown),
            shown: shown.to_owned(),
        }
    }

    #[test]
    fn copies_share_the_names_there_were_and_have_their_own_after() {
        let mut names = Names::default();
        names.push(name("Professor Plum"));
        names.push(name("Ann"));
        names.share();
        let mut copy = names.clone();
        assert_eq!(copy.push(name("Miss Ruby")), 2);
        assert_eq!(names.push(name("Bob")), 2);
        assert_eq!(
            copy.shown().collect::<Vec<_>>(),
            ["Professor Plum", "Ann", "Miss Ruby"]
        );
        assert_eq!(names.shown().last(), Some("Bob"));
        assert_eq!(copy.named(&words("ann")), Some(1));
        assert_eq!(copy.named(&words("bob")), None);
        assert_eq!(copy.abbreviated(&words("plum")), Some(0));
        assert_eq!(copy.abbreviated(&words("miss")), Some(2));
    }

    #[test]
    fn an_abbreviation_that_fits_two_names_is_neither() {
        let mut names = Names::default();
        for shown in [
            "Professor Plum",
            "Mary Plum",
            "box of plum",
            "Plum Plum Green",
        ] {
            names.push(name(shown));
        }
        assert_eq!(names.abbreviated(&words("plum")), None);
        assert_eq!(names.abbreviated(&words("mary")), Some(1));
        assert_eq!(names.abbreviated(&words("box")), None, "a box of what?");
        assert_eq!(names.abbreviated(&words("plum plum")), Some(3));
        assert_eq!(names.abbreviated(&[]), None);
    }
}
