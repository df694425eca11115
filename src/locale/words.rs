//! The view of the words.

texts! {
    /// The texts of the view that maps the word vectors.
    Words {
        /// The name of the view.
        title { en: "Words", de: "Wörter" }
        /// What the map shows.
        lede {
            en: "Words that are used alike lie together: each word of the story with some of its \
                 neighbours, in the plane in which their pretrained vectors (GloVe) differ most.",
            de: "Wörter, die ähnlich gebraucht werden, liegen beieinander: jedes Wort der Geschichte mit \
                 einigen Nachbarn, in der Ebene, in der sich ihre vortrainierten Vektoren (GloVe) am \
                 meisten unterscheiden.",
        }
        /// The name of the map.
        map { en: "Map of the words", de: "Karte der Wörter" }
        /// The field for a word.
        word { en: "Neighbours of", de: "Nachbarn von" }
        /// The list of neighbours.
        neighbours { en: "Nearest words, by cosine", de: "Nächste Wörter, nach dem Kosinus" }
        /// A word that has no vector; there are so many that have one.
        no_vector(word: &str, words: usize) {
            en: format!("“{word}” is not among the {words} words that have a vector."),
            de: format!("„{word}“ ist nicht unter den {words} Wörtern, die einen Vektor haben."),
        }
        /// The network was trained on the word.
        known(word: &str) {
            en: format!("The network was trained on “{word}”."),
            de: format!("Das Netz wurde mit „{word}“ trainiert."),
        }
        /// The word is a name.
        entity(word: &str) {
            en: format!("“{word}” names something: the network knows it by what the story tells of it."),
            de: format!("„{word}“ benennt etwas: Das Netz kennt es durch das, was die Geschichte davon erzählt."),
        }
        /// The word is taken for another.
        read_as(word: &str, other: &str) {
            en: format!("The network doesn’t know “{word}” and reads it as “{other}”."),
            de: format!("Das Netz kennt „{word}“ nicht und liest es als „{other}“."),
        }
        /// The word is passed over.
        passed(word: &str) {
            en: format!("“{word}” is passed over: the network does without it."),
            de: format!("„{word}“ wird übergangen: Das Netz kommt ohne es aus."),
        }
        /// The word is unknown.
        unknown(word: &str) {
            en: format!("The network doesn’t know “{word}”: it means nothing to it."),
            de: format!("Das Netz kennt „{word}“ nicht: Es bedeutet ihm nichts."),
        }
        /// The vectors are on their way.
        loading { en: "Loading the word vectors…", de: "Die Wortvektoren werden geladen …" }
        /// The vectors did not come.
        failed {
            en: "The word vectors could not be loaded.",
            de: "Die Wortvektoren konnten nicht geladen werden.",
        }
    }
}
