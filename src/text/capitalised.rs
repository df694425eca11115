//! Capitals.

/// A text with a capital in front.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_letter_changes_whatever_it_becomes() {
        assert_eq!(capitalised("élodie Went"), "Élodie Went");
        assert_eq!(capitalised("ßa"), "SSa");
        assert_eq!(capitalised(""), "");
    }
}
