//! The words and the answers of some data.

use std::collections::{BTreeMap, BTreeSet};

use crate::tasks::babi::{Line, Story};
use crate::text::{
    self, Entities, UNMENTIONED, Vocabulary, is_article, is_function_word, singular,
};

use super::TaskData;

/// What a network to be trained on some data should know.
#[derive(Clone, Debug)]
pub struct Lexicon {
    /// The words.
    pub vocabulary: Vocabulary,
    /// The answers, in alphabetical order.
    pub answers: Vec<String>,
    /// What names entities; `None` for a network that takes in only trained words.
    pub entities: Option<Entities>,
}

impl Lexicon {
    /// Every word and every answer, each in alphabetical order. An answer, a list such as
    /// `milk,football` too, is also a word of its own.
    pub fn closed(data: &[TaskData]) -> Self {
        let mut keys: Vec<String> = Vec::new();
        let mut answers: Vec<String> = Vec::new();
        for line in stories(data).flat_map(|story| &story.lines) {
            let text = match line {
                Line::Statement(text) => text,
                Line::Question(question) => {
                    answers.push(question.answer.clone());
                    &question.text
                }
            };
            keys.extend(text::words(text).into_iter().map(|word| word.key));
        }
        for list in [&mut keys, &mut answers] {
            list.sort_unstable();
            list.dedup();
        }
        keys.extend(answers.iter().map(|answer| answer.to_lowercase()));
        Self {
            vocabulary: keys.into(),
            answers,
            entities: None,
        }
    }

    /// The words that are no names, for a network with so many entity slots. What names a person, a
    /// place or a thing is left out, unless it means something beyond the story: it can be the
    /// answer where the story doesn't name it ("kitchen"), or leads to such an answer ("hungry").
    pub fn open(data: &[TaskData], slots: usize) -> Self {
        let found = Findings::new(data);
        let mut words = BTreeSet::from([UNMENTIONED.to_owned()]);
        let mut meaningful = BTreeSet::new();
        for (key, stories) in &found.words {
            let one = singular(key).into_owned();
            // Part of how things are told ("in a hurry"), and not what they are about.
            let manner = *stories >= COMMON && !found.asked.contains(&one);
            if manner || !found.entities.contains(&one) {
                if *stories >= RARE && key.starts_with(char::is_alphabetic) {
                    words.insert(key.clone());
                }
            } else if found.leading.contains(&one) || found.unmentioned.contains(&one) {
                meaningful.insert(one);
            }
        }
        let answers: BTreeSet<String> = found.unmentioned;
        let keys: BTreeSet<String> = words.union(&meaningful).cloned().collect();
        Self {
            vocabulary: keys.into_iter().collect(),
            answers: answers.into_iter().collect(),
            entities: Some(Entities {
                slots,
                words: meaningful.into_iter().collect(),
            }),
        }
    }
}

/// In how many stories a word must occur to be learned.
const RARE: usize = 3;

/// In how many stories a word must occur for it to matter that nobody asks about it.
const COMMON: usize = 200;

/// What the data shows of its words.
#[derive(Default)]
struct Findings {
    /// In how many stories each word occurs.
    words: BTreeMap<String, usize>,
    /// Words (singular) that name persons, places, things.
    entities: BTreeSet<String>,
    /// Words (singular) that statements use without capital and article.
    bare: BTreeSet<String>,
    /// Words (singular) of questions and answers.
    asked: BTreeSet<String>,
    /// Parts of answers that their story doesn't mention.
    unmentioned: BTreeSet<String>,
    /// Words (singular) without capital and article in the supporting facts of such answers.
    leading: BTreeSet<String>,
    /// Words (singular) that end a phrase begun by an article: nouns.
    nouns: BTreeSet<String>,
    /// What follows an article up to the next function word, where that is more than one word; and
    /// how often.
    phrases: BTreeMap<Vec<String>, usize>,
}

impl Findings {
    fn new(data: &[TaskData]) -> Self {
        let mut found = Self::default();
        let mut first = BTreeSet::new();
        let mut answered = BTreeSet::new();
        let mut led = Vec::new();
        for story in stories(data) {
            let mut here = BTreeSet::new();
            let mut mentioned = String::from(" ");
            for line in &story.lines {
                let (text, statement) = match line {
                    Line::Statement(text) => (text, true),
                    Line::Question(question) => (&question.text, false),
                };
                let words = text::words(text);
                let capital =
                    |word: &text::Word| text[word.span.clone()].starts_with(char::is_uppercase);
                let casing = words.iter().any(|word| !capital(word));
                found.read_noun_phrases(&words);
                for (at, word) in words.iter().enumerate() {
                    here.insert(word.key.clone());
                    let one = singular(&word.key).into_owned();
                    mentioned.extend([one.as_str(), " "]);
                    if !statement {
                        found.asked.insert(one.clone());
                    }
                    if is_function_word(&word.key) {
                        continue;
                    }
                    let article = at > 0 && is_article(&words[at - 1].key);
                    if article || at > 0 && casing && capital(word) {
                        found.entities.insert(one);
                    } else if at == 0 && statement {
                        first.insert(one);
                    } else if statement {
                        found.bare.insert(one);
                    }
                }
                if let Line::Question(question) = line {
                    for part in question.answer.split(',') {
                        let keys: Vec<String> = text::words(part)
                            .iter()
                            .map(|word| singular(&word.key).into_owned())
                            .collect();
                        found.asked.extend(keys.iter().cloned());
                        if mentioned.contains(&format!(" {} ", keys.join(" "))) {
                            answered.extend(keys);
                        } else {
                            found.unmentioned.insert(part.to_owned());
                            led.push((part, story, &question.supporting));
                        }
                    }
                }
            }
            for word in here {
                *found.words.entry(word).or_default() += 1;
            }
        }
        found.close_noun_phrases();
        answered.retain(|key| !is_function_word(key));
        found.entities.extend(answered);
        for (answer, story, facts) in led {
            if found.entities.contains(answer) {
                found
                    .leading
                    .extend(facts.iter().flat_map(|&line| bare_words(story, line)));
            }
        }
        // Who begins sentences and is never spoken of without a capital has a name.
        found
            .entities
            .extend(first.difference(&found.bare).cloned().collect::<Vec<_>>());
        found
    }
    fn read_noun_phrases(&mut self, words: &[text::Word]) {
        // A phrase ends where the next word cannot belong to it: "with the red kite Ann came".
        let ends = |word: &text::Word| is_function_word(&word.key) || word.capital;
        let runs = words.split(|word| ends(word) && !is_article(&word.key));
        for run in runs {
            for phrase in run.split(|word| is_article(&word.key)).skip(1) {
                let keys: Vec<String> = phrase
                    .iter()
                    .map(|word| singular(&word.key).into_owned())
                    .collect();
                match &keys[..] {
                    [] => {}
                    [noun] => {
                        self.nouns.insert(noun.clone());
                    }
                    _ => *self.phrases.entry(keys).or_default() += 1,
                }
            }
        }
    }

    /// What is no noun by itself after an article ("red") describes the word after it, which then
    /// is one ("kite"); what follows a noun ("the box fits") is not. A word that stands in both
    /// places is what it is more often: some nouns are never met by themselves.
    fn close_noun_phrases(&mut self) {
        let mut votes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (phrase, count) in &self.phrases {
            for pair in phrase.windows(2) {
                let (noun, other) = votes.entry(&pair[1]).or_default();
                if self.nouns.contains(&pair[0]) {
                    *other += count;
                    break;
                }
                *noun += count;
            }
        }
        let nouns = votes.into_iter().filter(|(_, (noun, other))| noun > other);
        self.entities.extend(nouns.map(|(word, _)| word.to_owned()));
    }
}

/// The words (singular) of a statement that follow a function word that is no article.
fn bare_words(story: &Story, line: usize) -> Vec<String> {
    let statement = line.checked_sub(1).and_then(|at| story.lines.get(at));
    let Some(Line::Statement(text)) = statement else {
        return Vec::new();
    };
    let words = text::words(text);
    let bare = words.windows(2).filter(|pair| {
        is_function_word(&pair[0].key)
            && !is_article(&pair[0].key)
            && text[pair[1].span.clone()].starts_with(char::is_lowercase)
    });
    bare.map(|pair| singular(&pair[1].key).into_owned())
        .collect()
}

fn stories(data: &[TaskData]) -> impl Iterator<Item = &Story> {
    data.iter().flat_map(|task| &task.stories)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks::babi;

    fn data(text: &str) -> [TaskData; 1] {
        [TaskData {
            task: "qa".to_owned(),
            stories: babi::read("qa", text).unwrap(),
        }]
    }

    #[test]
    fn a_closed_lexicon_has_every_word_once_and_a_list_as_one_answer() {
        let lexicon = Lexicon::closed(&data(
            "1 Mary got the Milk.\n2 What has Mary?\tmilk,apple\t1\n1 John slept.\n\
             2 Who slept?\tJohn\t1\n",
        ));
        assert_eq!(lexicon.answers, ["John", "milk,apple"]);
        let mut words = lexicon.vocabulary.words().to_vec();
        words.sort();
        let expected = [
            "got",
            "has",
            "john",
            "mary",
            "milk",
            "milk,apple",
            "slept",
            "the",
            "what",
            "who",
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn what_somebody_does_with_a_thing_is_no_part_of_its_name() {
        let story = "1 With the red kite Ann came to the park.\n2 Where is Ann?\tpark\t1\n";
        let lexicon = Lexicon::open(&data(&story.repeat(RARE)), 8);
        let words = lexicon.vocabulary.words();
        assert_eq!(
            words,
            [UNMENTIONED, "came", "is", "the", "to", "where", "with"]
        );
    }

    #[test]
    fn an_open_lexicon_has_no_names_but_those_that_mean_something() {
        let story = "1 Sumit is tired.\n2 Where will sumit go?\tbedroom\t1\n\
                     3 Sumit went to the bedroom.\n4 Why did sumit go to the bedroom?\ttired\t1\n\
                     5 Sumit took the milk.\n6 Is Sumit in the bedroom?\tyes\t3\n";
        let lexicon = Lexicon::open(&data(&story.repeat(RARE)), 8);
        assert_eq!(
            lexicon.vocabulary.words(),
            [
                UNMENTIONED,
                "bedroom",
                "did",
                "go",
                "in",
                "is",
                "the",
                "tired",
                "to",
                "took",
                "went",
                "where",
                "why",
                "will"
            ]
        );
        assert_eq!(lexicon.answers, ["bedroom", "yes"]);
        let entities = lexicon.entities.unwrap();
        assert_eq!(entities.words, ["bedroom", "tired"]);
        assert_eq!(entities.slots, 8);
    }
}
