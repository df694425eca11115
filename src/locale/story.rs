//! The story.

texts! {
    /// The texts around the story.
    Story {
        /// The title of its part.
        title { en: "Story", de: "Geschichte" }
        /// The story has no words.
        empty {
            en: "The story is empty. Write at least one sentence for the network to remember.",
            de: "Die Geschichte ist leer. Schreib mindestens einen Satz, den sich das Netz merken kann.",
        }
        /// So many sentences, the oldest ones, did not fit the memory, which holds the others.
        forgotten(forgotten: usize, remembered: usize) {
            en: match forgotten {
                1 => format!("Sentence 1 is forgotten: this network remembers the last {remembered}."),
                _ => format!("Sentences 1–{forgotten} are forgotten: this network remembers the last {remembered}."),
            },
            de: match forgotten {
                1 => format!("Satz 1 ist vergessen: Dieses Netz merkt sich die letzten {remembered}."),
                _ => format!("Die Sätze 1–{forgotten} sind vergessen: Dieses Netz merkt sich die letzten {remembered}."),
            },
        }
    }
}
