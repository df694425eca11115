//! Other names for the people, places, things, animals and colours of the original data.

use std::collections::HashMap;

use rand_pcg::Pcg64;

use super::super::babi::{Line, Question, Story};
use super::{changed, reworded, shuffled};

/// The names of the original data of one kind, and others.
struct Kind {
    /// Names, and plurals after a `/`. What is called by several words stands with `_`.
    original: &'static str,
    others: &'static str,
}

const KINDS: [Kind; 5] = [
    Kind {
        original: "mary john sandra daniel bill fred jeff julie lily bernhard brian greg julius \
            gertrude winona jessica emily sumit yann jason antoine",
        others: "zelda quentin balthazar xiomara thaddeus ingrid fitzgerald wilhelmina leopold \
            ophelia bartholomew",
    },
    Kind {
        original: "kitchen bedroom office garden bathroom hallway school cinema park",
        others: "greenhouse attic gazebo observatory cloister boathouse pantry conservatory \
            vestibule quarry foundry lighthouse",
    },
    Kind {
        original: "football milk apple box_of_chocolates box chocolate container chest suitcase \
            triangle sphere rectangle square",
        others: "trombone compass lantern telescope umbrella accordion teapot saxophone \
            wheelbarrow typewriter kettle saddle",
    },
    Kind {
        original: "wolf/wolves mouse/mice cat/cats sheep/sheep swan/swans lion/lions frog/frogs \
            rhino/rhinos",
        others: "ferret/ferrets walrus/walruses otter/otters pelican/pelicans badger/badgers \
            heron/herons",
    },
    Kind {
        original: "yellow green white gray red blue pink",
        others: "turquoise maroon beige magenta",
    },
];

/// Where these stand, it matters what the names mean.
const MEANINGFUL: [&str; 4] = ["hungry", "thirsty", "tired", "bored"];

/// The story with other names, drawn by chance; as it is if names have a meaning in it, or if it
/// has more of a kind than there are others.
pub(super) fn renamed(story: &Story, random: &mut Pcg64) -> Story {
    let said: Vec<String> = story.lines.iter().map(all_of).collect();
    let is_said = |name: &str| {
        let name = name.replace('_', " ");
        said.iter().any(|text| find(text, &name))
    };
    if MEANINGFUL.iter().any(|word| is_said(word)) {
        return story.clone();
    }
    let mut names: HashMap<String, &str> = HashMap::new();
    for Kind { original, others } in KINDS {
        let mut others = shuffled(others, random).into_iter();
        for name in original.split_ascii_whitespace() {
            if name.split('/').any(is_said) {
                let Some(other) = others.next() else {
                    return story.clone();
                };
                for (name, other) in name.split('/').zip(other.split('/')) {
                    // Of a plural like its singular the singular counts.
                    names.entry(name.replace('_', " ")).or_insert(other);
                }
            }
        }
    }
    let rename = |text: &str| {
        reworded(text, |words, _| {
            // "box of chocolates" is no box.
            let name = |count: usize| Some(words.get(..count)?.join(" "));
            [3, 1].into_iter().find_map(|count| {
                let other = names.get(&name(count)?)?;
                Some((count, (*other).to_owned()))
            })
        })
    };
    changed(story, rename, rename)
}

/// Everything that a line says, in lower case.
fn all_of(line: &Line) -> String {
    match line {
        Line::Statement(text) => text.to_lowercase(),
        Line::Question(Question { text, answer, .. }) => format!("{text} {answer}").to_lowercase(),
    }
}

/// Whether a text has these words.
fn find(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let inside = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
        !inside(text[..at].chars().next_back()) && !inside(text[at + name.len()..].chars().next())
    })
}

#[cfg(test)]
pub(super) fn reserved() -> impl Iterator<Item = &'static str> {
    let others = KINDS.iter().map(|kind| kind.others);
    others.flat_map(|others| others.split(|it: char| !it.is_alphabetic()))
}
