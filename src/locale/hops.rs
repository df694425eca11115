//! The view hop by hop.

texts! {
    /// The texts of the view that plays the hops.
    Hops {
        /// The name of the view.
        title { en: "Hop by hop", de: "Schritt für Schritt" }
        /// Starts to play.
        play { en: "Play", de: "Abspielen" }
        /// Stops playing.
        pause { en: "Pause", de: "Anhalten" }
        /// The name of the slider.
        scrubber { en: "Where in the hops", de: "Stelle in den Schritten" }
        /// How it is played.
        keys {
            en: "Space plays, ← and → go step by step.",
            de: "Die Leertaste spielt ab, ← und → gehen einzeln weiter.",
        }
        /// A hop, counted from 1, as the name of a button.
        hop(hop: usize) { en: format!("Hop {hop}"), de: format!("Schritt {hop}") }
        /// Where the reader is: the hop, of so many, and what happens.
        place(hop: usize, hops: usize, happens: &str) {
            en: format!("Hop {hop} of {hops}: {happens}"),
            de: format!("Schritt {hop} von {hops}: {happens}"),
        }
        /// What happens first in the first hop.
        asks { en: "the question is what to look for.", de: "Gesucht wird, was die Frage sucht." }
        /// What happens first in a later hop.
        asks_on {
            en: "what was read has changed what to look for.",
            de: "Das Gelesene hat verändert, wonach gesucht wird.",
        }
        /// The sentence that matches the query best, with its weight.
        attends(sentence: usize, weight: &str) {
            en: format!("sentence {sentence} matches best and gets the weight {weight}."),
            de: format!("Satz {sentence} passt am besten und bekommt das Gewicht {weight}."),
        }
        /// What is read.
        reads {
            en: "what the sentences hold is read, each as much as its weight says.",
            de: "Was die Sätze enthalten, wird gelesen, jeder so sehr, wie sein Gewicht sagt.",
        }
        /// The answer if it were the last hop.
        answers(answer: &str, percent: &str) {
            en: format!("if it stopped here, the answer would be {answer} ({percent})."),
            de: format!("Wäre hier Schluss, hieße die Antwort {answer} ({percent})."),
        }
        /// Beside the query.
        query { en: "the query: what is looked for", de: "der Suchvektor: wonach gesucht wird" }
        /// Beside what was read.
        read { en: "what was read", de: "was gelesen wurde" }
        /// Beside the query after the hop.
        next { en: "the new query", de: "der neue Suchvektor" }
        /// The caption of the table of weights.
        attention { en: "Attention", de: "Aufmerksamkeit" }
        /// The head of the column of sentences.
        sentence { en: "Sentence", de: "Satz" }
        /// The head of the column of scores.
        score { en: "Match", de: "Treffer" }
        /// The head of the column of weights.
        weight { en: "Weight", de: "Gewicht" }
        /// The head of the column of the mean over all heads.
        mean { en: "Mean", de: "Mittel" }
        /// The head of the column of an attention head, counted from 1.
        head(head: usize) { en: format!("Head {head}"), de: format!("Kopf {head}") }
        /// Unfolds the heads.
        heads(heads: usize) { en: format!("{heads} heads"), de: format!("{heads} Köpfe") }
        /// So many sentences are not listed.
        others(count: usize) {
            en: match count {
                1 => "1 other sentence is read less.".to_owned(),
                _ => format!("{count} other sentences are read less."),
            },
            de: match count {
                1 => "1 anderer Satz wird weniger gelesen.".to_owned(),
                _ => format!("{count} andere Sätze werden weniger gelesen."),
            },
        }
        /// The weight of the empty slots.
        empty { en: "Empty slots", de: "Leere Plätze" }
        /// The title of the answers.
        stopped { en: "The answer if it stopped here", de: "Die Antwort, wenn hier Schluss wäre" }
        /// The title of the answers hop by hop.
        along { en: "The answer along the way", de: "Die Antwort unterwegs" }
        /// A hop whose answer comes later.
        later { en: "not yet", de: "noch nicht" }
        /// There is no answer to look at.
        nothing {
            en: "There is nothing to play without an answer.",
            de: "Ohne Antwort gibt es nichts abzuspielen.",
        }
    }
}
