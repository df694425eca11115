//! Asides: sentences that tell nothing of what a story is about, as people write them all the same.
//!
//! "It was a lovely day." A network that has never met one takes it for news.

use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _, SeedableRng as _};
use rand_pcg::Pcg64;

use super::babi::{Line, Question, Story};
use super::words::{MEN, OTHERS, THINGS, WOMEN};

/// Sentences about nothing in the story. What stands in braces is chosen from the lists below.
#[rustfmt::skip]
const ABOUT_NOTHING: &[&str] = &[
    "It was a {quality} {noun}.", "What a {quality} {noun}!", "The {noun} was {quality}.",
    "The {noun} was {quality} and {quality}.", "The {noun} {deed}.", "The {noun} {deed} {manner}.",
    "A {noun} {deed} {manner}.", "It was {quality}.", "It got {quality} {manner}.",
    "There was {noun} everywhere.", "There was a {quality} {noun}.", "It is {quality}.",
    "There was nothing {quality} about the {noun}.", "Nobody had ever seen such a {quality} {noun}.",
    "Everybody liked the {noun}.", "Somebody {deed} {manner}.", "Once there was a {noun} and a {noun}.",
    "The {noun} and the {noun} {deed}.", "Meanwhile the {noun} {deed}.", "Everybody is {quality}.",
    "The {noun} of the {noun} was {quality}.", "All the {noun}s were {quality}.",
    "The {noun} had {deed} for many years.", "No {noun} could be so {quality}.",
    "One {noun} was not {quality} at all.", "The {noun} that {deed} was {quality}.",
    "Two {noun}s {deed} into the {noun}.", "This is the {quality} {noun} of the {noun}.",
    "How {quality} the {noun} looked!", "The {noun} went on and on.", "The {noun} came to an end.",
    "It took a while.", "The {noun} took the whole day.", "Time passed.", "Nothing happened.",
    "The {noun} began, and the {noun} {deed}.", "The {noun} fell on the {noun}.",
    "Nobody knew why the {noun} {deed}.", "That is how the {noun} goes.", "{Quality} {noun}s {deed}.",
    "{Manner}, the {noun} {deed}.", "In the end the {noun} was just a {noun}.",
    "The {noun} made a {quality} {noun}.", "Such a {noun} does not fit into any {noun}.",
    "The {noun} is {quality}.", "The {noun}s are {quality}.", "There is a {quality} {noun}.",
    "There were three {noun}s.", "None of the {noun}s was {quality}.", "Maybe the {noun} {deed}.",
    "Two of the four {noun}s {deed}.", "Yes, it was {quality}.", "No, the {noun} never {deed}.",
    "In the south the {noun} was {quality}.", "All of them {deed}.", "They say the {noun} is {quality}.",
    "A {noun} that nobody {deed} for is not as {quality} as this one.", "Everyone was {need}.",
];

/// Sentences about somebody in the story, of which nothing follows that a story is asked for.
#[rustfmt::skip]
const ABOUT_SOMEBODY: &[&str] = &[
    "{person} {deed}.", "{person} {deed} {manner}.", "{person} was {quality}.",
    "{person} was very {quality} and {deed}.", "{person} {deed} and {deed}.",
    "{person} thought about the {noun}.", "{person} liked the {noun}.",
    "{person} did not like the {quality} {noun}.", "{person} looked at the {noun} {manner}.",
    "{person} saw a {quality} {noun}.", "{person} felt {quality}.", "The {noun} {deed} at {person}.",
    "{Manner}, {person} {deed}.", "{person} is {quality}.", "{person} always {deed} {manner}.",
    "{person} is {need}.", "{person} was {need}.", "{person} likes {noun}s.",
    "{person} {heeded} the {noun}.", "{person} {heeded} a {noun} {manner}.",
    "{person} and the {noun} were {quality}.", "{person} and {person} {deed}.",
];

/// Sentences about whom the one before is about.
#[rustfmt::skip]
const ABOUT_THE_SAME: &[&str] = &[
    "{Pronoun} {deed}.", "{Pronoun} was {quality}.", "{Pronoun} was {need}.",
    "{Pronoun} was very {quality}.", "{Pronoun} {heeded} the {noun}.", "{Pronoun} likes {noun}s.",
    "{Pronoun} {deed} {manner}.", "Then {pronoun} {deed}.", "{Pronoun} is {quality}.",
    "There {pronoun} {deed}.", "{Pronoun} did not like the {noun}.", "{Pronoun} felt {quality}.",
    "{Pronoun} saw a {quality} {noun} there.", "{Manner} {pronoun} {deed}.",
];

/// Sentences about something in the story, likewise.
#[rustfmt::skip]
const ABOUT_SOMETHING: &[&str] = &[
    "The {thing} was {quality}.", "The {thing} looked {quality}.", "The {thing} {deed} {manner}.",
    "What a {quality} {thing}!", "The {thing} was very {quality} and {quality}.",
    "The {thing} is {quality}.",
];

/// Neither colours, which task 16 asks for, nor sizes (task 18).
#[rustfmt::skip]
const QUALITIES: &[&str] = &[
    "lovely", "noisy", "quiet", "wonderful", "strange", "boring", "peaceful", "terrible", "funny",
    "famous", "old", "new", "beautiful", "tidy", "crowded", "damp", "foggy", "expensive", "cheap",
    "useless", "perfect", "ordinary", "fresh", "silent", "wild", "calm", "hectic", "gorgeous",
    "clever", "nervous", "proud", "angry", "sad", "glad", "careful", "polite", "friendly", "odd",
];

#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "sky", "moon", "wind", "sun", "song", "choir", "neighbour", "plan", "joke", "idea", "crowd",
    "ceiling", "queue", "engine", "roof", "holiday", "weekend", "film", "rainbow", "ghost", "echo",
    "stranger", "visitor", "cloud", "shadow", "storm", "voice", "dream", "answer", "lesson",
    "concert", "promise", "baby", "chimney", "fog", "speech", "price", "rumour", "wedding",
];

#[rustfmt::skip]
const DEEDS: &[&str] = &[
    "whistled", "glowed", "yawned", "sneezed", "nodded", "hummed", "sparkled", "danced", "waited",
    "hesitated", "blinked", "shrugged", "complained", "applauded", "snored", "giggled", "wept",
    "flickered", "trembled", "sang", "frowned", "coughed", "grumbled", "sighed", "stumbled",
];

#[rustfmt::skip]
const HEEDED: &[&str] = &[
    "painted", "cleaned", "remembered", "forgot", "admired", "repaired", "ignored", "described",
    "loved", "hated", "imagined", "discussed", "believed", "understood",
];

/// What drives people: said only in stories that don't ask what it drives them to (task 20).
const NEEDS: &[&str] = &["hungry", "thirsty", "tired", "bored", "sick", "curious"];

#[rustfmt::skip]
const MANNERS: &[&str] = &[
    "softly", "gently", "happily", "without a word", "all day long", "again", "once more", "with joy",
    "like never before", "as usual", "a little", "for no reason", "with the others", "for hours",
    "in the rain", "at last", "of course", "because of the {noun}",
];

/// What an aside about somebody or something must not come before: a word that would mean it then.
#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "he", "she", "they", "him", "her", "them", "it", "his", "hers", "their", "its", "himself",
    "herself",
];

/// The same stories with asides in them: before this share of their lines on average, in some
/// stories hardly ever, in some twice as often. What is asked and answered stays as it is.
///
/// The same seed puts in the same ones.
pub fn with_asides(stories: Vec<Story>, share: f64, seed: u64) -> Vec<Story> {
    if share <= 0.0 {
        return stories;
    }
    let mut random = Pcg64::seed_from_u64(seed);
    stories
        .iter()
        .map(|story| {
            let share = 2.0 * share * random.random::<f64>();
            let mut cast = Cast::of(story);
            interrupted(story, share, &mut random, |before, next, random| {
                cast.turn_to(before);
                let refers_back = refers_back(next);
                let forms = match random.random_range(0..5) {
                    0 if !refers_back && !cast.people.is_empty() => ABOUT_SOMEBODY,
                    1 if !refers_back && !cast.things.is_empty() => ABOUT_SOMETHING,
                    2 if cast.pronoun.is_some() => ABOUT_THE_SAME,
                    _ => ABOUT_NOTHING,
                };
                cast.said(forms, random)
            })
        })
        .collect()
}

/// A story with a sentence put in before this share of its lines. `say` makes one, told the line
/// before and the line that comes next.
pub(super) fn interrupted<R: Rng>(
    story: &Story,
    share: f64,
    random: &mut R,
    mut say: impl FnMut(&str, &str, &mut R) -> String,
) -> Story {
    let mut lines = Vec::with_capacity(story.lines.len());
    // The new number of each old line.
    let mut numbers = Vec::with_capacity(story.lines.len());
    let mut before = "";
    for line in &story.lines {
        let (Line::Statement(text) | Line::Question(Question { text, .. })) = line;
        if random.random::<f64>() < share {
            lines.push(Line::Statement(say(before, text, random)));
        }
        lines.push(match line {
            Line::Statement(_) => line.clone(),
            Line::Question(question) => {
                let moved = |&number: &usize| numbers.get(number.checked_sub(1)?).copied();
                Line::Question(Question {
                    supporting: question.supporting.iter().filter_map(moved).collect(),
                    ..question.clone()
                })
            }
        });
        numbers.push(lines.len());
        before = text;
    }
    Story { lines }
}

/// Whether a sentence speaks of what another one before it named.
pub(super) fn refers_back(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let mut words = words(&lower);
    words.any(|word| PRONOUNS.contains(&word))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic())
}

/// Of whom and of what asides can be.
pub(super) struct Cast {
    /// The people whom a story names by one word.
    pub people: Vec<&'static str>,
    /// The things, likewise.
    things: Vec<&'static str>,
    /// What people need, unless the story tells of that.
    needs: &'static [&'static str],
    /// "he" or "she", if the sentence before is about one such person.
    pub pronoun: Option<&'static str>,
}

impl Cast {
    /// Those of a story.
    pub fn of(story: &Story) -> Self {
        let mut told: Vec<&str> = Vec::new();
        for line in &story.lines {
            if let Line::Statement(text) = line {
                told.extend(words(text));
            }
        }
        told.sort_unstable();
        told.dedup();
        let named = |name: &&&'static str| told.binary_search(name).is_ok();
        let people = [WOMEN, MEN, OTHERS].into_iter().flatten();
        Self {
            people: people.filter(named).copied().collect(),
            things: THINGS.iter().filter(named).copied().collect(),
            needs: match NEEDS.iter().any(|need| named(&need)) {
                true => QUALITIES,
                false => NEEDS,
            },
            pronoun: None,
        }
    }

    /// Hears a sentence of the story, whose person the next one can call by a pronoun.
    pub fn turn_to(&mut self, sentence: &str) {
        let mut named = words(sentence).filter(|word| self.people.contains(word));
        let one = named.next().filter(|_| named.next().is_none());
        self.pronoun = one.filter(|one| sentence.starts_with(one)).and_then(|one| {
            match (WOMEN.contains(&one), MEN.contains(&one)) {
                (true, false) => Some("she"),
                (false, true) => Some("he"),
                _ => None,
            }
        });
    }

    /// An aside of one of these forms.
    pub fn said<R: Rng>(&self, forms: &[&str], random: &mut R) -> String {
        let mut said = String::from(*forms.choose(random).unwrap_or(&""));
        while let Some((start, rest)) = said.split_once('{') {
            let (slot, rest) = rest.split_once('}').unwrap_or((rest, ""));
            let list = match slot.to_lowercase().as_str() {
                "quality" => QUALITIES,
                "noun" => NOUNS,
                "deed" => DEEDS,
                "heeded" => HEEDED,
                "manner" => MANNERS,
                "need" => self.needs,
                "pronoun" => self.pronoun.as_slice(),
                "person" => &self.people,
                _ => &self.things,
            };
            let word = list.choose(random).copied().unwrap_or_default();
            said = match slot.starts_with(char::is_uppercase) {
                true => format!("{start}{}{rest}", crate::text::capitalised(word)),
                false => format!("{start}{word}{rest}"),
            };
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::PLACES;
    use super::super::{Style, babi, generate, rewording};
    use super::*;

    #[test]
    fn stories_keep_their_lines_and_their_facts() {
        for task in 1..=20 {
            let before = generate(task, 40, Style::Wide, 3).unwrap();
            let after = with_asides(before.clone(), 0.2, 3);
            assert_eq!(after, with_asides(before.clone(), 0.2, 3));
            let mut added = 0;
            for (before, after) in before.iter().zip(&after) {
                let mut told = after.lines.iter().enumerate();
                for line in &before.lines {
                    let same = |(_, it): &(usize, &Line)| match (line, *it) {
                        (Line::Statement(one), Line::Statement(other)) => one == other,
                        (Line::Question(one), Line::Question(other)) => {
                            let text = |story: &Story, fact: &usize| story.lines[fact - 1].clone();
                            let facts = one.supporting.iter().map(|fact| text(before, fact));
                            one.text == other.text
                                && one.answer == other.answer
                                && facts.eq(other.supporting.iter().map(|fact| text(after, fact)))
                        }
                        _ => false,
                    };
                    assert!(told.any(|it| same(&it)), "{line:?} of task {task}");
                }
                added += after.lines.len() - before.lines.len();
            }
            assert!(added > 0, "task {task}");
            let text = babi::write(&after);
            assert!(!text.contains(['{', '}']), "{text}");
            assert_eq!(babi::read("asides", &text).unwrap(), after);
        }
    }

    #[test]
    fn nobody_comes_between_a_pronoun_and_whom_it_means() {
        for text in [
            "Then she went home.",
            "After that they left.",
            "Mary took it.",
        ] {
            assert!(refers_back(text), "{text}");
        }
        for text in ["The sheep ate.", "Sandra sits there.", "Where is Mary?"] {
            assert!(!refers_back(text), "{text}");
        }
    }

    #[test]
    fn a_pronoun_means_whom_the_sentence_before_is_about() {
        let story = &babi::read(
            "test",
            "1 Mary went home.\n2 John met Mary.\n3 Dr John slept.\n4 Sam ate.\n5 John sat.\n",
        )
        .unwrap()[0];
        let mut cast = Cast::of(story);
        let pronouns = [
            "Mary went home.",
            "John met Mary.",
            "Sam ate.",
            "John sat.",
            "",
        ];
        let found = pronouns.map(|sentence| {
            cast.turn_to(sentence);
            cast.pronoun
        });
        assert_eq!(found, [Some("she"), None, None, Some("he"), None]);
    }

    #[test]
    fn asides_name_no_place_and_nothing_of_a_story_and_share_no_word_with_those_held_out() {
        for noun in NOUNS {
            assert!(!PLACES.contains(noun) && !THINGS.contains(noun), "{noun}");
        }
        for held_out in rewording::reserved_asides() {
            let words: Vec<&str> = held_out.split(|it: char| !it.is_alphabetic()).collect();
            for word in [QUALITIES, NOUNS, DEEDS, HEEDED].into_iter().flatten() {
                assert!(!words.contains(word), "{word} in {held_out}");
            }
        }
    }
}
