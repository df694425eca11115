//! The answer.

texts! {
    /// The texts around the answer.
    Answer {
        /// The title of its part.
        title { en: "Answer", de: "Antwort" }
        /// The network is on its way.
        loading { en: "Loading the network…", de: "Das Netz wird geladen\u{a0}…" }
        /// The story is empty.
        no_story { en: "No answer without a story.", de: "Ohne Geschichte keine Antwort." }
        /// The question is empty.
        no_question { en: "No answer without a question.", de: "Ohne Frage keine Antwort." }
        /// The name of the list of the answers that lost.
        runners_up { en: "Runners-up", de: "Weitere Antworten" }
        /// An answer that is likelier than all others together.
        likely { en: "probably", de: "wahrscheinlich" }
        /// An answer that is not.
        guess { en: "only a guess", de: "nur geraten" }
        /// The answer that there is none.
        unknown { en: "The story doesn't say", de: "Die Geschichte sagt es nicht" }
        /// The network is wrong; the right answer comes in quotation marks.
        correction(right: &str) {
            en: format!("That is wrong: the right answer is {right}."),
            de: format!("Das ist falsch: Die richtige Antwort ist {right}."),
        }
        /// Names the words that the network doesn't know, and says what becomes of them.
        unknown_words(words: &str, count: usize) {
            en: match count {
                1 => format!("The network doesn't know the word {words}. It keeps its place and means nothing; the answer comes all the same."),
                _ => format!("The network doesn't know the words {words}. They keep their places and mean nothing; the answer comes all the same."),
            },
            de: match count {
                1 => format!("Das Netz kennt das Wort {words} nicht. Es behält seinen Platz, bedeutet aber nichts; die Antwort kommt trotzdem."),
                _ => format!("Das Netz kennt die Wörter {words} nicht. Sie behalten ihre Plätze, bedeuten aber nichts; die Antwort kommt trotzdem."),
            },
        }
        /// A word that the network doesn't know and the one that it takes it for.
        read_as(word: &str, other: &str) {
            en: format!("{word}, read as {other}"),
            de: format!("{word}, gelesen als {other}"),
        }
        /// Lists the words that the network takes for other ones.
        read_by_meaning(words: &str) {
            en: format!("By what it means: {words}."),
            de: format!("Der Bedeutung nach: {words}."),
        }
        /// What words mean is on its way.
        looking_up {
            en: "Looking up words that the network doesn't know…",
            de: "Wörter, die das Netz nicht kennt, werden nachgeschlagen\u{a0}…",
        }
        /// What words mean could not be had.
        not_looked_up {
            en: "The word list could not be loaded, so words that the network doesn't know are not looked up.",
            de: "Die Wörterliste konnte nicht geladen werden, deshalb werden Wörter, die das Netz nicht kennt, nicht nachgeschlagen.",
        }
        /// A list of words that goes on with so many more.
        and_more(words: &str, more: usize) {
            en: format!("{words} and {more} more"),
            de: format!("{words} und {more} weitere"),
        }
        /// Loads the network again.
        retry { en: "Retry", de: "Noch einmal versuchen" }
    }
}
