//! Verbs that agree with several, or with "I" and "you", read as those that agree with one.

use super::Word;

/// A verb of a question that agrees with several ("Where **are** the keys?"), and the form that agrees
/// with one.
///
/// A network that knows things by their names in the singular needs no other, and was never asked
/// otherwise. Where it was, about kinds ("What are wolves afraid of?"), there is nothing to be said
/// otherwise, and this finds nothing.
pub(super) fn plural_verb(question: &[Word]) -> Option<(usize, &'static str)> {
    let keys: Vec<&str> = question.iter().map(|word| word.key.as_str()).collect();
    let place_of = |verb: &str| keys.iter().position(|key| *key == verb);
    match keys[..] {
        ["are", ..] => Some((0, "is")),
        ["where", "are", ..] => Some((1, "is")),
        [.., "carrying" | "holding"] => Some((place_of("are")?, "is")),
        [.., "have" | "hold"] => Some((place_of("do")?, "does")),
        _ => None,
    }
}

/// The form that agrees with one, for a verb at `at` that agrees with "I", "you" or "we".
pub(super) fn personal_verb(words: &[Word], at: usize) -> Option<&'static str> {
    let key = |at: usize| words.get(at).map(|word| word.key.as_str());
    match (at.checked_sub(1).and_then(key), key(at)?) {
        (_, "am") | (Some("you" | "we"), "are") => Some("is"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn what_is_asked_of_several_is_asked_as_of_one_but_not_of_kinds() {
        for (question, expected) in [
            ("Where are the keys?", Some((1, "is"))),
            ("Where're the keys now?", Some((1, "is"))),
            ("Are Ann and Bob in the lab?", Some((0, "is"))),
            ("What are the children carrying?", Some((1, "is"))),
            ("What do the children have?", Some((1, "does"))),
            ("How many things do they hold?", Some((3, "does"))),
            ("Where is Ann?", None),
            ("What does Ann have?", None),
            ("What is Ann carrying?", None),
            ("What are wolves afraid of?", None),
            ("What do wolves fear?", None),
            ("How do you go from the kitchen to the garden?", None),
            ("Where", None),
        ] {
            assert_eq!(plural_verb(&words(question)), expected, "{question}");
        }
    }
}
