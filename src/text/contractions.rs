//! What is written as one word and read as several: "isn't", "where's", "Mary's".

/// A part of a written word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    /// As it is read, in lower case.
    pub(super) key: String,
}

/// The word that "n't" belongs to, where its spelling suffers.
const BEFORE_NOT: &[(&str, &str)] = &[
    ("ca", "can"),
    ("wo", "will"),
    ("sha", "shall"),
    ("ai", "is"),
];

/// After these, "'s" is "is"; after any other word it tells whose something is.
const BEFORE_IS: &[&str] = &[
    "he", "here", "how", "it", "she", "that", "there", "what", "when", "where", "who", "why",
];

/// After these, "'d" is "did"; after any other word it is "would".
const BEFORE_DID: &[&str] = &["how", "what", "when", "where", "who", "why"];

/// How people write an apostrophe.
const APOSTROPHES: [char; 3] = ['\'', '’', 'ʼ'];

/// The parts of a word, in order; together they are the whole of it. Most words are one part, also
/// such as "O'Brien" and "o'clock".
pub(super) fn parts(word: &str) -> Vec<Part<'_>> {
    let marks = ["n't", "'s", "'re", "'ll", "'ve", "'m", "'d"];
    let marked = |mark| Some((without(word, mark)?, mark));
    // Most words have no apostrophe, and every key press reads all words of a story.
    let found = word
        .contains(APOSTROPHES)
        .then(|| marks.into_iter().find_map(marked));
    let Some((head, mark)) = found.flatten() else {
        let key = plain(word);
        return vec![Part { text: word, key }];
    };
    let mut parts = parts(head);
    let before = plain(head);
    let key = match mark {
        "n't" => "not",
        "'s" if before == "let" => "us",
        "'s" if BEFORE_IS.contains(&before.as_str()) => "is",
        "'re" => "are",
        "'ll" => "will",
        "'ve" => "have",
        "'m" => "am",
        "'d" if BEFORE_DID.contains(&before.as_str()) => "did",
        "'d" => "would",
        _ => "'s",
    };
    if mark == "n't"
        && let Some((_, whole)) = BEFORE_NOT.iter().find(|(stem, _)| *stem == before)
        && let Some(last) = parts.last_mut()
    {
        last.key = (*whole).to_owned();
    }
    parts.push(Part {
        text: &word[head.len()..],
        key: key.to_owned(),
    });
    parts
}

/// A word in lower case with straight apostrophes.
fn plain(word: &str) -> String {
    let key = word.to_lowercase();
    match key.is_ascii() {
        true => key,
        false => key.replace(APOSTROPHES, "'"),
    }
}

/// What stands before a mark at the end of a word, in whatever case and with whatever apostrophe;
/// nothing where nothing does.
fn without<'a>(word: &'a str, mark: &str) -> Option<&'a str> {
    let length = mark.chars().count();
    let (at, _) = word.char_indices().rev().nth(length - 1)?;
    (at > 0 && plain(&word[at..]) == mark).then(|| &word[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str) -> Vec<(&str, String)> {
        let parts = parts(word);
        let whole: String = parts.iter().map(|part| part.text).collect();
        assert_eq!(whole, word, "the parts are the whole");
        parts
            .into_iter()
            .map(|part| (part.text, part.key))
            .collect()
    }

    fn assert_read(word: &str, expected: &[(&str, &str)]) {
        let expected: Vec<(&str, String)> = expected
            .iter()
            .map(|(text, key)| (*text, (*key).to_owned()))
            .collect();
        assert_eq!(read(word), expected);
    }

    #[test]
    fn a_not_is_read_as_not() {
        assert_read("isn't", &[("is", "is"), ("n't", "not")]);
        assert_read("doesn’t", &[("does", "does"), ("n’t", "not")]);
        assert_read("DIDNʼT", &[("DID", "did"), ("NʼT", "not")]);
        assert_read("can't", &[("ca", "can"), ("n't", "not")]);
        assert_read("Won't", &[("Wo", "will"), ("n't", "not")]);
        assert_read("shan't", &[("sha", "shall"), ("n't", "not")]);
    }

    #[test]
    fn a_shortened_verb_is_read_in_full() {
        for (word, head, mark, key) in [
            ("Where's", "Where", "'s", "is"),
            ("she’s", "she", "’s", "is"),
            ("That's", "That", "'s", "is"),
            ("they're", "they", "'re", "are"),
            ("we'll", "we", "'ll", "will"),
            ("I've", "I", "'ve", "have"),
            ("I'm", "I", "'m", "am"),
            ("where'd", "where", "'d", "did"),
            ("he'd", "he", "'d", "would"),
            ("let's", "let", "'s", "us"),
        ] {
            assert_read(word, &[(head, &head.to_lowercase()), (mark, key)]);
        }
        assert_read(
            "shouldn't've",
            &[("should", "should"), ("n't", "not"), ("'ve", "have")],
        );
    }

    #[test]
    fn whose_something_is_has_a_mark_of_its_own() {
        assert_read("Mary's", &[("Mary", "mary"), ("'s", "'s")]);
        assert_read("Zoë’s", &[("Zoë", "zoë"), ("’s", "'s")]);
        assert_read("O'Brien's", &[("O'Brien", "o'brien"), ("'s", "'s")]);
        assert_read(
            "Sister-in-law's",
            &[("Sister-in-law", "sister-in-law"), ("'s", "'s")],
        );
    }

    #[test]
    fn other_words_with_apostrophes_stay_whole() {
        for word in [
            "O'Brien",
            "o'clock",
            "D’Artagnan",
            "rock'n'roll",
            "ma'am",
            "'s",
            "n't",
        ] {
            let whole = word.to_lowercase().replace('’', "'");
            assert_read(word, &[(word, &whole)]);
        }
    }
}
