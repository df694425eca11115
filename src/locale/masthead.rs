//! The head of the page.

texts! {
    /// The texts of the head of the page.
    Masthead {
        /// What the page is for, as long as no example stands in it.
        lede {
            en: "Write a story and ask about it: a neural network answers as you type and shows what it read.",
            de: "Schreib eine Geschichte und frag etwas dazu, auf Englisch, denn das lesen die Netze: Die Antwort kommt beim Tippen und zeigt, was gelesen wurde.",
        }
        /// The label of the choice of examples.
        example { en: "Example", de: "Beispiel" }
        /// What the choice of examples shows as long as none is chosen.
        choose_story { en: "Choose a story…", de: "Auswählen\u{a0}…" }
        /// One of the examples: the number of its task and the name of it.
        task(number: u8, name: &str) {
            en: format!("{number} · {name}"),
            de: format!("{number} · {name}"),
        }
        /// Takes the last change back.
        undo { en: "Undo", de: "Rückgängig" }
        /// Makes again what was taken back.
        redo { en: "Redo", de: "Wiederholen" }
        /// The label of the choice of colours.
        theme { en: "Theme", de: "Farben" }
        /// The colours of the reader's system.
        theme_auto { en: "Auto", de: "Auto" }
        /// Dark ink on light paper.
        theme_light { en: "Light", de: "Hell" }
        /// Light ink on dark paper.
        theme_dark { en: "Dark", de: "Dunkel" }
        /// The label of the choice of languages.
        language { en: "Language", de: "Sprache" }
        /// The language of the reader's browser, named in itself.
        language_auto(language: &str) {
            en: format!("{language} (auto)"),
            de: format!("{language} (auto)"),
        }
        /// The label of the choice of networks.
        network { en: "Network", de: "Netz" }
    }
}
