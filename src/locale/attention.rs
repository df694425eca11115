//! The heatmap.

texts! {
    /// The texts of the heatmap.
    Attention {
        /// Its title.
        title { en: "Attention", de: "Aufmerksamkeit" }
        /// The head of the column of sentences.
        sentence { en: "Sentence", de: "Satz" }
        /// The head of the column of a hop, counted from 1.
        hop(hop: usize) { en: format!("Hop {hop}"), de: format!("Schritt {hop}") }
        /// There is no answer yet.
        waiting { en: "It appears with the answer.", de: "Sie erscheint mit der Antwort." }
        /// The sentence that a hop reads most, both counted from 1, with its weight.
        reads_most(hop: usize, sentence: usize, weight: &str) {
            en: format!("hop {hop} reads sentence {sentence} most ({weight})"),
            de: format!("Schritt {hop} liest vor allem Satz {sentence} ({weight})"),
        }
        /// A weight in a hop, counted from 1.
        in_hop(weight: &str, hop: usize) {
            en: format!("{weight} in hop {hop}"),
            de: format!("{weight} in Schritt {hop}"),
        }
        /// The weights that empty slots take, hop by hop.
        empty_slots(weights: &str) {
            en: format!("Empty slots take the rest: {weights}."),
            de: format!("Leere Plätze nehmen den Rest: {weights}."),
        }
    }
}
