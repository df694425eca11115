//! The view of the four components.

texts! {
    /// The texts of the view in which the story flows through the four components.
    Flow {
        /// The name of the view.
        title { en: "The four components", de: "Die vier Komponenten" }
        /// What the picture shows.
        lead {
            en: "The story on its way from words to the answer. Each part opens to its formula; what belongs together lights up together.",
            de: "Die Geschichte auf ihrem Weg von den Wörtern zur Antwort. Jeder Teil öffnet sich zu seiner Formel; was zusammengehört, leuchtet zusammen auf.",
        }
        /// There is no answer.
        nothing {
            en: "Nothing flows without an answer.",
            de: "Ohne Antwort fließt nichts.",
        }
        /// Above the words of the sentence that is followed, counted from 1.
        sentence(sentence: usize) {
            en: format!("Sentence {sentence}, word by word"),
            de: format!("Satz {sentence}, Wort für Wort"),
        }
        /// Above the words of the question.
        question { en: "The question, word by word", de: "Die Frage, Wort für Wort" }
        /// Above the memory slots.
        slots { en: "Choose a slot to follow", de: "Wähle einen Platz zum Verfolgen" }
        /// So many slots are not shown.
        others(count: usize) {
            en: match count {
                1 => "1 other slot is read less.".to_owned(),
                _ => format!("{count} other slots are read less."),
            },
            de: match count {
                1 => "1 anderer Platz wird weniger gelesen.".to_owned(),
                _ => format!("{count} andere Plätze werden weniger gelesen."),
            },
        }
        /// The name of a slot: the sentence's number and the sentence.
        slot(number: usize, sentence: &str) {
            en: format!("Slot of sentence {number}: {sentence}"),
            de: format!("Platz von Satz {number}: {sentence}"),
        }
        /// A hop, counted from 1, as the name of a button.
        hop(hop: usize) { en: format!("Hop {hop}"), de: format!("Schritt {hop}") }
        /// Above the hops.
        hops { en: "Hop", de: "Schritt" }
        /// Opens the formula of a component.
        formula { en: "Formula", de: "Formel" }
        /// Begins a line of numbers: only the first number of every vector.
        first_numbers { en: "The first number of each:", de: "Von jedem die erste Zahl:" }
        /// The name of the list of terms.
        terms { en: "Terms", de: "Zeichen" }

        /// A term.
        word {
            en: "a word’s share, weighted by its place",
            de: "Anteil eines Wortes, nach seiner Stelle gewichtet",
        }
        /// A term.
        gated_word {
            en: "a word’s share, gated by its neighbours",
            de: "Anteil eines Wortes, von den Nachbarn gefiltert",
        }
        /// A term.
        encoding {
            en: "the sentence: the sum of its words",
            de: "der Satz: die Summe seiner Wörter",
        }
        /// A term.
        age {
            en: "temporal encoding: how old the sentence is",
            de: "Zeitkodierung: wie alt der Satz ist",
        }
        /// A term.
        key { en: "what the slot is found by", de: "woran der Platz gefunden wird" }
        /// A term.
        value { en: "what the slot holds", de: "was der Platz enthält" }
        /// A term.
        query {
            en: "the query: what is looked for",
            de: "der Suchvektor: wonach gesucht wird",
        }
        /// A term.
        weight {
            en: "the attention to each slot",
            de: "die Aufmerksamkeit für jeden Platz",
        }
        /// A term.
        read { en: "what is read", de: "was gelesen wird" }
        /// A term.
        item { en: "what is put into the buffer", de: "was in den Puffer kommt" }
        /// A term.
        next { en: "the next query", de: "der nächste Suchvektor" }
        /// A term.
        state {
            en: "what the answer is chosen from",
            de: "woraus die Antwort gewählt wird",
        }
        /// A term.
        answer {
            en: "the probability of each answer",
            de: "die Wahrscheinlichkeit jeder Antwort",
        }
        /// An answer is said word by word.
        first_word {
            en: "An answer is said word by word; these are the chances of its first word.",
            de: "Eine Antwort wird Wort für Wort gesagt; dies sind die Aussichten ihres ersten Wortes.",
        }
        /// The weight of the followed slot is given.
        given { en: "This weight is given by you.", de: "Dieses Gewicht hast du vorgegeben." }
        /// The end of an answer, as one of what can be said.
        end { en: "(end)", de: "(Ende)" }
    }
}
