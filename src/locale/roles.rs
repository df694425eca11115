//! What each part of a memory network does.

texts! {
    /// Each component's name, and what it does here in a line. A term is marked as
    /// [`glossary`](super::glossary) says.
    Roles {
        /// I, the name.
        input { en: "input", de: "Eingabe" }
        /// I, for the story; G follows it in the same sentence.
        input_does {
            en: "turns every sentence into a [vector|vector],",
            de: "macht aus jedem Satz einen [Vektor|vector],",
        }
        /// I, for the question.
        query_does {
            en: "turns the question into what to look for.",
            de: "macht aus der Frage, wonach zu suchen ist.",
        }
        /// G, the name.
        memory { en: "memory", de: "Gedächtnis" }
        /// G.
        memory_does {
            en: "writes it to a numbered [slot|slot].",
            de: "schreibt ihn auf einen nummerierten [Platz|slot].",
        }
        /// O, the name.
        output { en: "output", de: "Ausgabe" }
        /// O.
        output_does {
            en: "reads the slots hop by hop, led by what it has read.",
            de: "liest Schritt für Schritt, vom Gelesenen geleitet.",
        }
        /// R, the name.
        response { en: "response", de: "Erwiderung" }
        /// R.
        response_does {
            en: "turns [what was read|read] into an answer.",
            de: "macht aus dem [Gelesenen|read] eine Antwort.",
        }
    }
}
