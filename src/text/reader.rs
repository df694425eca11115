//! How words become what a network takes in: words it was trained on, and entities.
//!
//! A network with entity slots knows the words that tell what happens ("went", "to", "is"). What
//! they tell it *about* (persons, places, things) it knows only by role: whatever is named becomes
//! an **entity**, numbered by its first mention in the story, and the network answers with the
//! number. So a name never seen in training works like a known one.

use serde::{Deserialize, Serialize};

use super::agreement::{personal_verb, plural_verb};
use super::function_words::{
    is_article, is_function_word, is_name_particle, is_possessive, is_weekday, person,
};
use super::names::{Name, Names};
use super::singular::singular;
use super::thesaurus::{Found, Known, Thesaurus, may_be_listed};
use super::tokenizer::is_number;
use super::{Vocabulary, Word, WordId};

/// What a network with entity slots knows of entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entities {
    /// How many entities the network can tell apart in one story.
    pub slots: usize,
    /// Words of the vocabulary (singular, lower case) that name entities and still mean something
    /// to the network: it knows what becomes of somebody who is "tired".
    pub words: Vec<String>,
}

/// The word (none that can be typed) by which a network knows that a question names something its
/// story never mentioned.
pub const UNMENTIONED: &str = "(unmentioned)";

/// What a reader makes of a word.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// The network was trained on this word.
    Known,
    /// The network was not trained on this word, and takes it for this one, which it knows.
    ReadAs(String),
    /// The word belongs to the name of the entity of this number, counted from 0 through the story.
    Entity(usize),
    /// The network does without it: an article, a word such as "his", the number of a line.
    Passed,
    /// The network never saw this word: it keeps its place in the sentence and means nothing.
    Unknown,
}

/// What a network takes in at one place of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// The word; [`WordId::UNKNOWN`] for an entity whose name means nothing to the network.
    pub word: WordId,
    /// The entity that is named here.
    pub entity: Option<usize>,
}

/// A sentence (or a question) as a network takes it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What was made of each word, in order.
    pub treatments: Vec<Treatment>,
    /// What remains for the network; an entity whose name has several words is one unit.
    pub units: Vec<Unit>,
}

/// Reads the sentences of one story, in order, and remembers which entities it met.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    vocabulary: &'a Vocabulary,
    entities: Option<&'a Entities>,
    thesaurus: Option<&'a Thesaurus>,
    met: Met,
}

/// What a reader remembers of the sentences it has read.
#[derive(Clone, Debug, Default)]
pub struct Met {
    names: Names,
    /// How often there was something to remember.
    learned: usize,
    /// Whether there was a word that a thesaurus may list.
    puzzled: bool,
}

/// What a word is, by itself and by where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Article,
    Known(WordId),
    ReadAs(Known),
    Entity,
    /// "I", "you" or "we": an entity, and never a part of a longer name.
    Person,
    /// A word that is a name by itself, and means what this one means.
    EntityReadAs(Known),
    Unknown,
}

impl<'a> Reader<'a> {
    /// A reader for a network that knows these words, and has entity slots or not.
    pub fn new(vocabulary: &'a Vocabulary, entities: Option<&'a Entities>) -> Self {
        Self {
            vocabulary,
            entities,
            thesaurus: None,
            met: Met::default(),
        }
    }

    /// Lets the reader go on with a story of which another has read the beginning.
    pub fn having_met(self, met: Met) -> Self {
        Self { met, ..self }
    }

    /// What it takes another reader to go on with the story.
    pub fn into_met(self) -> Met {
        self.met
    }

    /// Lets the reader look up the words that the network doesn't know.
    pub fn with_thesaurus(self, thesaurus: Option<&'a Thesaurus>) -> Self {
        Self { thesaurus, ..self }
    }

    /// Whether a word was read that a thesaurus may list: one that the network doesn't know, and
    /// that stands like a verb or a state. A word at the very end of a text may still be in the
    /// writing, and doesn't count.
    pub fn is_puzzled(&self) -> bool {
        self.met.puzzled
    }

    /// Lets copies made from now on share the names that were met, so that they cost little.
    pub fn share_names(&mut self) {
        self.met.names.share();
    }

    /// How often a sentence told something that bears on how later ones are read. Where it is the
    /// same before and after a sentence, the story is read alike without it.
    pub fn learned(&self) -> usize {
        self.met.learned
    }

    /// The names of the entities met so far, as they were written.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.met.names.shown()
    }

    /// Reads a sentence: the words of `text` that [`words`](super::words) found.
    pub fn read(&mut self, text: &str, words: &[Word]) -> Reading {
        if let [number, rest @ ..] = words
            && numbers_a_line(text, number, rest)
        {
            let mut reading = self.read(text, rest);
            reading.treatments.insert(0, Treatment::Passed);
            return reading;
        }
        match self.entities {
            None => self.read_closed(text, words),
            Some(entities) => self.read_open(text, words, entities),
        }
    }

    /// Reads the question about the sentences read so far. What the story didn't mention has no
    /// entity slot to be looked for by, and is read as the word [`UNMENTIONED`] by a network that
    /// knows it. A network with entity slots knows names in the singular, and takes a verb that agrees
    /// with several for the one that agrees with one.
    pub fn ask(&mut self, text: &str, words: &[Word]) -> Reading {
        let mentioned = self.met.names.len();
        let mut words = words.to_vec();
        let plural = self.plural_verb(&words);
        if let Some((verb, singular)) = plural {
            words[verb].key = singular.to_owned();
        }
        let mut reading = self.read(text, &words);
        if let Some((verb, singular)) = plural {
            reading.treatments[verb] = Treatment::ReadAs(singular.to_owned());
        }
        if let Some(word) = self.vocabulary.find(UNMENTIONED) {
            for unit in &mut reading.units {
                if unit.entity.is_some_and(|entity| entity >= mentioned) {
                    *unit = Unit { word, entity: None };
                }
            }
        }
        reading
    }

    /// The place of a verb that agrees with several, and the verb that the network takes it for.
    fn plural_verb(&self, question: &[Word]) -> Option<(usize, &'static str)> {
        self.entities?;
        plural_verb(question).filter(|(_, singular)| self.vocabulary.find(singular).is_some())
    }

    /// The entity that a text names, if the story mentioned it.
    pub fn find(&self, name: &str) -> Option<usize> {
        let keys: Vec<String> = super::words(name)
            .into_iter()
            .map(|word| word.key)
            .collect();
        let name = canonical(&keys);
        self.entity(&name)
    }

    fn read_closed(&mut self, text: &str, words: &[Word]) -> Reading {
        let mut reading = Reading::default();
        for at in 0..words.len() {
            let (treatment, word) = match self.vocabulary.find(&words[at].key) {
                Some(word) => (Treatment::Known, word),
                None => match self.look_up(text, words, at) {
                    Found::Meaning(known) => (Treatment::ReadAs(known.key), known.id),
                    Found::OtherVerb | Found::Nothing => (Treatment::Unknown, WordId::UNKNOWN),
                },
            };
            reading.treatments.push(treatment);
            reading.units.push(Unit { word, entity: None });
        }
        reading
    }

    fn read_open(&mut self, text: &str, words: &[Word], entities: &Entities) -> Reading {
        let casing = words.iter().any(|word| !is_capital(text, word));
        let kinds: Vec<Kind> = (0..words.len())
            .map(|at| self.kind(text, words, at, casing, entities))
            .collect();
        let mut reading = Reading::default();
        let mut at = 0;
        while let Some(kind) = kinds.get(at) {
            let begin = at;
            at += 1;
            let (treatment, unit) = match kind {
                Kind::Article => (Treatment::Passed, None),
                Kind::Known(word) => (Treatment::Known, Some(plain(*word))),
                Kind::ReadAs(known) => {
                    let unit = plain(known.id);
                    (Treatment::ReadAs(known.key.clone()), Some(unit))
                }
                Kind::Unknown => (Treatment::Unknown, Some(plain(WordId::UNKNOWN))),
                Kind::EntityReadAs(known) => {
                    let unit = Unit {
                        word: known.id,
                        entity: Some(self.meet(text, words, begin..at)),
                    };
                    (Treatment::ReadAs(known.key.clone()), Some(unit))
                }
                Kind::Entity | Kind::Person => {
                    at = end_of_name(text, words, &kinds, begin);
                    let entity = self.meet(text, words, begin..at);
                    let word = match &words[begin..at] {
                        [word] => self.meaning(&word.key, entities),
                        _ => WordId::UNKNOWN,
                    };
                    let unit = Unit {
                        word,
                        entity: Some(entity),
                    };
                    (Treatment::Entity(entity), Some(unit))
                }
            };
            reading
                .treatments
                .extend((begin..at).map(|_| treatment.clone()));
            reading.units.extend(unit);
        }
        reading
    }

    /// What the word at `at` is. `casing` says whether capitals mean anything in this sentence.
    fn kind(
        &mut self,
        text: &str,
        words: &[Word],
        at: usize,
        casing: bool,
        entities: &Entities,
    ) -> Kind {
        let word = &words[at];
        let key = word.key.as_str();
        if is_article(key) || is_possessive(key, words.get(at + 1).map(|next| next.key.as_str())) {
            return Kind::Article;
        }
        if person(key).is_some() && (names_a_person(words, at) || self.is_named(key)) {
            return Kind::Person;
        }
        if let Some(verb) = personal_verb(words, at)
            && let Some(id) = self.vocabulary.find(verb)
        {
            let key = verb.to_owned();
            return Kind::ReadAs(Known { key, id });
        }
        let name = at > 0 && casing && is_capital(text, word) && key != "i" && !is_weekday(key);
        match self.vocabulary.find(key) {
            Some(id) if !name && !entities.names(key) => Kind::Known(id),
            None if is_function_word(key) && !name => Kind::Unknown,
            None if !name && !self.is_named(key) => match self.look_up(text, words, at) {
                Found::Meaning(known) if entities.names(&known.key) => Kind::EntityReadAs(known),
                Found::Meaning(known) => Kind::ReadAs(known),
                Found::OtherVerb => Kind::Unknown,
                Found::Nothing => Kind::Entity,
            },
            _ => Kind::Entity,
        }
    }

    /// Looks up a word that the network doesn't know.
    fn look_up(&mut self, text: &str, words: &[Word], at: usize) -> Found {
        match self.thesaurus {
            Some(thesaurus) => thesaurus.look_up(text, words, at),
            None => {
                let is_written = words[at].span.end < text.len();
                self.met.puzzled |= is_written && may_be_listed(text, words, at);
                Found::Nothing
            }
        }
    }

    /// Whether the story has something of this name.
    fn is_named(&self, key: &str) -> bool {
        self.entity(&canonical(&[key.to_owned()])).is_some()
    }

    /// The row of a name that means something to the network.
    fn meaning(&self, key: &str, entities: &Entities) -> WordId {
        let key = singular(key);
        if entities.names(&key) {
            self.vocabulary.id(&key)
        } else {
            WordId::UNKNOWN
        }
    }

    /// The number of the entity that these words name; a new one if the story didn't mention it.
    fn meet(&mut self, text: &str, words: &[Word], range: std::ops::Range<usize>) -> usize {
        let keys: Vec<String> = words[range.clone()]
            .iter()
            .map(|word| word.key.clone())
            .collect();
        let name = canonical(&keys);
        if let Some(known) = self.entity(&name) {
            return known;
        }
        let span = words[range.start].span.start..words[range.end - 1].span.end;
        let generic = names_a_kind(text, words, &range) && name != keys;
        self.met.learned += 1;
        self.met.names.push(Name {
            shown: if generic {
                name.join(" ")
            } else {
                text[span].to_owned()
            },
            words: name,
        })
    }

    /// The entity that has this name, or whose name is abbreviated to it.
    fn entity(&self, name: &[String]) -> Option<usize> {
        let names = &self.met.names;
        names.named(name).or_else(|| names.abbreviated(name))
    }
}

impl Entities {
    fn names(&self, key: &str) -> bool {
        let key = singular(key);
        self.words.iter().any(|word| *word == key)
    }
}

/// Whether a sentence begins with the number of its line, as in the files of bAbI: "1 Mary went", but
/// not "3 apples fell".
fn numbers_a_line(text: &str, number: &Word, rest: &[Word]) -> bool {
    is_number(&number.key) && rest.first().is_some_and(|first| is_capital(text, first))
}

/// Whether a word such as "I" names somebody where it stands, and not whoever may read it: "How do I
/// get to the hall?", "Going north you come to the hall."
fn names_a_person(words: &[Word], at: usize) -> bool {
    match at.checked_sub(1).map(|before| words[before].key.as_str()) {
        None => true,
        Some(before) => words[at].key != "you" && !matches!(before, "do" | "can"),
    }
}

/// A name as it is compared: the last word in the singular, and "I" for "me".
fn canonical(keys: &[String]) -> Vec<String> {
    if let [key] = keys
        && let Some(person) = person(key)
    {
        return vec![person.to_owned()];
    }
    let mut name = keys.to_vec();
    if let Some(last) = name.last_mut() {
        *last = singular(last).into_owned();
    }
    name
}

fn is_capital(text: &str, word: &Word) -> bool {
    text[word.span.clone()].starts_with(char::is_uppercase)
}

/// A word that names nothing.
fn plain(word: WordId) -> Unit {
    Unit { word, entity: None }
}

fn is_lower_case(text: &str, word: &Word) -> bool {
    text[word.span.clone()].starts_with(char::is_lowercase)
}

/// Whether only white space stands between the words `at - 1` and `at`.
fn adjoins(text: &str, words: &[Word], at: usize) -> bool {
    text[words[at - 1].span.end..words[at].span.start]
        .chars()
        .all(char::is_whitespace)
}

/// Where the name that begins at `begin` ends. Words belong to one name when they follow each other
/// after an article ("the red kite", "the box of chocolates"; but not "after the party Mary left",
/// where a name begins), or are alike in their capitals ("Professor Plum", "Rio de Janeiro", but not
/// "handed Bob milk"). "I" is a name by itself.
fn end_of_name(text: &str, words: &[Word], kinds: &[Kind], begin: usize) -> usize {
    if kinds[begin] == Kind::Person {
        return begin + 1;
    }
    let after_article = begin > 0 && kinds[begin - 1] == Kind::Article;
    let capital = |at: usize| is_capital(text, &words[at]);
    let follows =
        |at: usize| at < words.len() && kinds[at] == Kind::Entity && adjoins(text, words, at);
    let begins_name = |at: usize| capital(at) && is_lower_case(text, &words[at - 1]);
    let goes_on = |at: usize| {
        follows(at) && (capital(at) == capital(at - 1) || after_article && !begins_name(at))
    };
    let mut end = begin + 1;
    loop {
        let mut next = end;
        while follows(next) && capital(begin) && is_name_particle(&words[next].key) {
            next += 1;
        }
        if next > end && follows(next) && capital(next) {
            end = next + 1;
        } else if goes_on(end) {
            end += 1;
        } else {
            break;
        }
    }
    let of = words.get(end).is_some_and(|word| word.key == "of") && adjoins(text, words, end);
    if after_article && of && kinds.get(end + 1) == Some(&Kind::Entity) {
        end += 2;
        while goes_on(end) {
            end += 1;
        }
    }
    end
}

/// Whether the words name a kind ("wolves are afraid of mice") and no single thing ("the apples").
fn names_a_kind(text: &str, words: &[Word], range: &std::ops::Range<usize>) -> bool {
    let before = range.start.checked_sub(1).map(|at| words[at].key.as_str());
    let after = words.get(range.end).map(|word| word.key.as_str());
    match before {
        Some(before) => !is_article(before) && !is_capital(text, &words[range.start]),
        None => matches!(
            after,
            Some("are" | "were" | "fear" | "have" | "do" | "can" | "never")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn vocabulary() -> Vocabulary {
        "went to is where in handed bored afraid of are and what will fell inside"
            .split(' ')
            .map(String::from)
            .collect()
    }

    fn entities() -> Entities {
        Entities {
            slots: 8,
            words: vec!["bored".to_owned()],
        }
    }

    /// What is read, sentence by sentence: known words as they are, `?` for unknown ones, and
    /// entities by number, with a `=` before what means something.
    fn read(sentences: &[&str]) -> (Vec<String>, Vec<String>) {
        let (vocabulary, entities) = (vocabulary(), entities());
        let mut reader = Reader::new(&vocabulary, Some(&entities));
        let shown = |unit: &Unit| {
            let word = unit.word.0.checked_sub(1).map(|at| &vocabulary.words()[at]);
            match (unit.entity, word) {
                (Some(entity), Some(word)) => format!("{entity}={word}"),
                (Some(entity), None) => entity.to_string(),
                (None, Some(word)) => word.clone(),
                (None, None) => "?".to_owned(),
            }
        };
        let read = sentences.iter().map(|sentence| {
            let reading = reader.read(sentence, &words(sentence));
            assert_eq!(reading.treatments.len(), words(sentence).len());
            reading
                .units
                .iter()
                .map(shown)
                .collect::<Vec<_>>()
                .join(" ")
        });
        let read = read.collect();
        (read, reader.names().map(String::from).collect())
    }

    #[test]
    fn names_are_numbered_by_their_first_mention_and_articles_passed_over() {
        let (read, names) = read(&[
            "Priya went to the greenhouse.",
            "Where is priya?",
            "PRIYA IS IN THE GREENHOUSE",
        ]);
        assert_eq!(read, ["0 went to 1", "where is 0", "0 is in 1"]);
        assert_eq!(names, ["Priya", "greenhouse"]);
    }

    #[test]
    fn a_name_may_have_several_words() {
        let (read, names) = read(&[
            "Professor Plum went to New York.",
            "Plum handed Ann the #42 trophy.",
            "The box of chocolates fell inside the 3.5 kg parcel.",
            "Where is the trophy?",
        ]);
        assert_eq!(
            read,
            [
                "0 went to 1",
                "0 handed 2 3",
                "4 fell inside 5",
                "where is 3"
            ]
        );
        assert_eq!(
            names,
            [
                "Professor Plum",
                "New York",
                "Ann",
                "#42 trophy",
                "box of chocolates",
                "3.5 kg parcel"
            ]
        );
    }

    #[test]
    fn what_a_story_never_mentioned_is_asked_for_by_no_slot() {
        let (mut known, entities) = (vocabulary().words().to_vec(), entities());
        known.push(UNMENTIONED.to_owned());
        let vocabulary: Vocabulary = known.into();
        let mut reader = Reader::new(&vocabulary, Some(&entities));
        let story = "Priya went to the greenhouse.";
        reader.read(story, &words(story));
        let ask = |question: &str| reader.clone().ask(question, &words(question)).units;
        let unmentioned = vocabulary.find(UNMENTIONED);
        let [.., priya] = ask("Where is Priya?")[..] else {
            panic!("three words");
        };
        assert_eq!(priya.entity, Some(0));
        let [.., bob] = ask("Where is Bob?")[..] else {
            panic!("three words");
        };
        assert_eq!((bob.entity, Some(bob.word)), (None, unmentioned));
    }

    #[test]
    fn where_things_are_is_asked_as_where_one_is() {
        let (vocabulary, entities) = (vocabulary(), entities());
        let question = "Where are the keys?";
        let ask = |entities| Reader::new(&vocabulary, entities).ask(question, &words(question));
        let asked = ask(Some(&entities));
        let of_one = "Where is the key?";
        let singular = Reader::new(&vocabulary, Some(&entities)).ask(of_one, &words(of_one));
        assert_eq!(asked.units, singular.units);
        assert_eq!(asked.treatments[1], Treatment::ReadAs("is".to_owned()));
        assert_eq!(ask(None).treatments[1], Treatment::Known);
    }

    #[test]
    fn who_tells_the_story_is_in_it_and_so_is_whom_it_is_told() {
        let (read, names) = read(&[
            "I went to the kitchen.",
            "Ann handed me milk.",
            "You went to the hall and we are in the garden.",
            "I'm in the hall",
            "Where am I?",
        ]);
        assert_eq!(
            read,
            [
                "0 went to 1",
                "2 handed 0 3",
                "4 went to 5 and 6 is in 7",
                "0 is in 5",
                "where is 0"
            ]
        );
        assert_eq!(names[..1], ["I"]);
        let (read, names) = self::read(&["Where can I be?", "What do you and I do?"]);
        assert_eq!(read, ["where ? ? ?", "what ? ? and 0 ?"]);
        assert_eq!(names, ["I"]);
    }

    #[test]
    fn the_number_of_a_line_is_passed_over() {
        let (read, names) = read(&[
            "1 Ann went to the hall.",
            "2. And Ann is in the hall.",
            "3 apples fell.",
        ]);
        assert_eq!(read, ["0 went to 1", "and 0 is in 1", "2 fell"]);
        assert_eq!(names, ["Ann", "hall", "3 apples"]);
    }

    #[test]
    fn whose_a_thing_is_makes_no_other_thing_of_it() {
        let (read, names) = read(&[
            "Ann fell in her red car.",
            "My red car and its parcel fell.",
            "Ann handed her the parcel.",
        ]);
        assert_eq!(read, ["0 fell in 1", "1 and 2 fell", "0 handed ? 2"]);
        assert_eq!(names, ["Ann", "red car", "parcel"]);
    }

    #[test]
    fn a_name_may_have_particles_and_follow_a_thing() {
        let (read, names) = read(&[
            "After the party Ines van der Berg went to Rio de Janeiro.",
            "On Monday Ann went to the Eiffel tower.",
        ]);
        assert_eq!(read[0], "? 0 1 went to 2");
        assert_eq!(names[..3], ["party", "Ines van der Berg", "Rio de Janeiro"]);
        assert_eq!(read[1], "? ? 3 went to 4");
        assert_eq!(names[3..], ["Ann", "Eiffel tower"]);
    }

    #[test]
    fn names_in_a_row_stay_apart_where_a_comma_or_their_capitals_part_them() {
        let (read, _) = read(&["Ann, Bob and Cy went to Rome.", "Ann handed Bob milk."]);
        assert_eq!(read, ["0 1 and 2 went to 3", "0 handed 1 4"]);
    }

    #[test]
    fn a_kind_is_the_same_in_the_plural_and_named_in_the_singular() {
        let (read, names) = read(&[
            "Wolves are afraid of mice.",
            "Gertrude is a wolf.",
            "What is gertrude afraid of?",
        ]);
        assert_eq!(read, ["0 are afraid of 1", "2 is 0", "what is 2 afraid of"]);
        assert_eq!(names, ["wolf", "mouse", "Gertrude"]);
    }

    #[test]
    fn an_abbreviation_that_could_mean_two_names_means_neither() {
        let (read, _) = read(&[
            "The red kite fell.",
            "The blue kite fell.",
            "Where is the kite?",
        ]);
        assert_eq!(read, ["0 fell", "1 fell", "where is 2"]);
    }

    #[test]
    fn a_name_that_means_something_keeps_its_meaning_and_function_words_name_nothing() {
        let (read, names) = read(&["Ann is bored.", "Ann went beneath them"]);
        assert_eq!(read, ["0 is 1=bored", "0 went 2 ?"]);
        assert_eq!(names, ["Ann", "bored", "beneath"]);
    }

    #[test]
    fn a_network_without_slots_takes_words_as_its_vocabulary_has_them() {
        let vocabulary = vocabulary();
        let mut reader = Reader::new(&vocabulary, None);
        let text = "Priya went to";
        let reading = reader.read(text, &words(text));
        assert_eq!(
            reading.treatments,
            [Treatment::Unknown, Treatment::Known, Treatment::Known]
        );
        assert_eq!(reading.units.len(), 3);
        assert_eq!(reader.names().len(), 0);
    }
}
