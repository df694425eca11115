//! Splits what a person types into sentences and words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::contractions::parts;

/// One word (or number, or symbol) and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The bytes of the text that the word takes up.
    pub span: Range<usize>,
    /// The word as it is read, in lower case, as vocabularies list it: "not" for the "n't" of
    /// "isn't", "is" for the "'s" of "where's".
    pub key: String,
    /// Whether it is written with a capital, as names are (and the first word of a sentence).
    pub capital: bool,
}

impl Word {
    /// Puts the word so many bytes further on: into a text in which that in which it was found
    /// stands there.
    pub fn shift(&mut self, bytes: usize) {
        self.span = self.span.start + bytes..self.span.end + bytes;
    }
}

/// One sentence and where it stands; it has at least one word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The bytes of the text that the sentence takes up, its closing mark included and the white
    /// space around it not.
    pub span: Range<usize>,
    /// Its words, in order.
    pub words: Vec<Word>,
}

/// The sentences of a text, in order.
///
/// A sentence ends at a line break, or at `.`, `!` or `?` before white space (or at the end), so
/// that `3.5` and `e.g.this` stay whole, and not after the number with which a line begins ("1. Mary
/// went home."). What holds no word ("...") is no sentence.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let after = at + character.len_utf8();
        let ends = match character {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => true,
            '.' if is_number(text[start..at].trim_start()) => false,
            '.' | '!' | '?' | '…' | '؟' | '۔' => characters
                .peek()
                .is_none_or(|(_, next)| next.is_whitespace() || is_closing_quote(*next)),
            '。' | '！' | '？' | '।' => true,
            _ => false,
        };
        if ends {
            found.extend(sentence(text, start..after));
            start = after;
        }
    }
    found.extend(sentence(text, start..text.len()));
    found
}

/// The words of a text, in order: runs of letters and digits, with the apostrophes, hyphens and
/// decimal marks inside them and a `#` before them, and each emoji or other symbol by itself.
/// Punctuation is passed over.
///
/// What is written as one word and read as two is two: "isn't" is "is" and "not", "where's" is
/// "where" and "is", "Mary's" is "mary" and "'s". The "'" of "the boys' ball" is punctuation, which
/// cannot be told from a quotation mark.
pub fn words(text: &str) -> Vec<Word> {
    // Each ASCII character is a grapheme, but for a line break of two; and both of these are space.
    let graphemes: Vec<(usize, &str)> = match text.is_ascii() {
        true => (0..text.len()).map(|at| (at, &text[at..=at])).collect(),
        false => text.grapheme_indices(true).collect(),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(kind) = graphemes.get(at).map(|(_, grapheme)| Kind::of(grapheme)) {
        let first = at;
        at += 1;
        match kind {
            Kind::Space | Kind::Punctuation | Kind::Joiner(_) => continue,
            Kind::Hash if kind_at(&graphemes, at) != Some(Kind::Letter) => continue,
            Kind::Symbol => {}
            Kind::Hash | Kind::Letter => at = end_of_word(&graphemes, at),
        }
        let mut start = graphemes[first].0;
        let end = graphemes.get(at).map_or(text.len(), |(byte, _)| *byte);
        for part in parts(&text[start..end]) {
            found.push(Word {
                span: start..start + part.text.len(),
                key: part.key,
                // The "N'T" of "ISN'T" is no name.
                capital: start == graphemes[first].0 && part.text.starts_with(char::is_uppercase),
            });
            start += part.text.len();
        }
    }
    found
}

/// What a grapheme can be to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    /// Letters and digits of any script.
    Letter,
    /// Belongs to a word when letters stand on both sides (`don't`, `well-kept`, `3.5`).
    Joiner(char),
    /// Belongs to a word that follows at once (`#42`).
    Hash,
    Punctuation,
    /// A word by itself: emoji, currency, arrows.
    Symbol,
}

impl Kind {
    fn of(grapheme: &str) -> Self {
        let Some(first) = grapheme.chars().next() else {
            return Self::Space;
        };
        match first {
            // An emoji keycap such as 1️⃣ begins with a digit but is one symbol.
            _ if grapheme.ends_with('\u{20e3}') => Self::Symbol,
            '\'' | '’' | '-' | '‐' | '_' | '.' | ',' => Self::Joiner(first),
            '#' => Self::Hash,
            _ if first.is_alphanumeric() => Self::Letter,
            _ if first.is_whitespace() || first.is_control() => Self::Space,
            _ if first.is_ascii_punctuation() && !"$%&+<=>@^|~".contains(first) => {
                Self::Punctuation
            }
            '<' | '>' | '|' | '^' | '~' | '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '،' | '؛'
            | '؟' | '۔' | '।' => Self::Punctuation,
            '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}' => {
                Self::Punctuation
            }
            _ => Self::Symbol,
        }
    }
}

fn kind_at(graphemes: &[(usize, &str)], at: usize) -> Option<Kind> {
    graphemes.get(at).map(|(_, grapheme)| Kind::of(grapheme))
}

/// The index after the last grapheme of the word that goes on at `at`.
fn end_of_word(graphemes: &[(usize, &str)], mut at: usize) -> usize {
    loop {
        match kind_at(graphemes, at) {
            Some(Kind::Letter) => at += 1,
            Some(Kind::Joiner(joiner)) if joins(joiner, graphemes, at) => at += 2,
            _ => return at,
        }
    }
}

/// Whether the joiner at `at` stands inside a word. A full stop or comma does so only between
/// digits: `milk,football` is a list of two.
fn joins(joiner: char, graphemes: &[(usize, &str)], at: usize) -> bool {
    let digit = |at: usize| {
        graphemes
            .get(at)
            .is_some_and(|(_, grapheme)| grapheme.chars().all(char::is_numeric))
    };
    match joiner {
        '.' | ',' => digit(at - 1) && digit(at + 1),
        _ => kind_at(graphemes, at + 1) == Some(Kind::Letter),
    }
}

/// Whether a text is a whole number, in digits alone.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_closing_quote(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '’' | '»' | ')')
}

fn sentence(text: &str, range: Range<usize>) -> Option<Sentence> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let span = start..start + piece.trim().len();
    let mut words = words(&text[span.clone()]);
    if words.is_empty() {
        return None;
    }
    for word in &mut words {
        word.shift(span.start);
    }
    Some(Sentence { span, words })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.key).collect()
    }

    fn split(text: &str) -> Vec<&str> {
        sentences(text)
            .into_iter()
            .map(|sentence| &text[sentence.span])
            .collect()
    }

    #[test]
    fn words_keep_what_people_type() {
        assert_eq!(keys("Mary went back."), ["mary", "went", "back"]);
        assert_eq!(keys("Mary\u{a0}went\tback"), ["mary", "went", "back"]);
        assert_eq!(
            keys("Don’t well-kept o'clock"),
            ["do", "not", "well-kept", "o'clock"]
        );
        assert_eq!(keys("order #123, 3.5 kg"), ["order", "#123", "3.5", "kg"]);
        assert_eq!(keys("Zoë's café"), ["zoë", "'s", "café"]);
        assert_eq!(
            keys("Where’s Mary's kite? It isn't 'here'."),
            [
                "where", "is", "mary", "'s", "kite", "it", "is", "not", "here"
            ]
        );
        assert_eq!(keys("the 👩‍🚀 and 🇫🇷"), ["the", "👩‍🚀", "and", "🇫🇷"]);
        assert_eq!(keys("milk,football"), ["milk", "football"]);
        assert_eq!(
            keys("<script>alert(1)</script>"),
            ["script", "alert", "1", "script"]
        );
        assert_eq!(keys("מרי הלכה למטבח"), ["מרי", "הלכה", "למטבח"]);
        assert_eq!(keys(" -- ... # ' "), Vec::<String>::new());
    }

    #[test]
    fn sentences_end_at_line_breaks_and_full_stops() {
        assert_eq!(
            split("Mary went home. John slept!\nIt cost 3.5 pounds"),
            ["Mary went home.", "John slept!", "It cost 3.5 pounds"]
        );
        assert_eq!(split("\n\n ... \r\n Wait…\n"), ["Wait…"]);
        assert_eq!(split(""), Vec::<&str>::new());
        assert_eq!(
            split("1. Ann slept. 2. Bob came in 1999. Cy left."),
            ["1. Ann slept.", "2. Bob came in 1999.", "Cy left."]
        );
    }

    #[test]
    fn spans_point_into_the_text_that_was_given() {
        let text = "  Zoë ran.  \n the 👩‍🚀 slept ";
        for sentence in sentences(text) {
            for word in &sentence.words {
                assert_eq!(text[word.span.clone()].to_lowercase(), word.key);
                assert!(
                    sentence.span.start <= word.span.start && word.span.end <= sentence.span.end
                );
            }
        }
    }

    #[test]
    fn the_words_of_a_contraction_have_a_place_each_and_cover_it_together() {
        let text = "  ISN’T Mary's «O'Brien’s» 1980's";
        let written: Vec<&str> = words(text)
            .into_iter()
            .map(|word| &text[word.span])
            .collect();
        assert_eq!(
            written,
            ["IS", "N’T", "Mary", "'s", "O'Brien", "’s", "1980", "'s"]
        );
    }

    #[test]
    fn a_capital_at_the_beginning_of_a_word_is_noticed() {
        let capitals = |text: &str| -> Vec<String> {
            let words = words(text).into_iter().filter(|word| word.capital);
            words.map(|word| word.key).collect()
        };
        assert_eq!(
            capitals("MARY'S friend Élodie ISN'T from New York, #42 or iceland: O'Brien is."),
            ["mary", "élodie", "is", "new", "york", "o'brien"]
        );
        assert_eq!(capitals("3.5 kg 👩‍🚀 מרי 東京"), Vec::<String>::new());
    }
}
