//! The view that compares.

texts! {
    /// The texts of the view that compares two answers.
    Compare {
        /// The name of the view.
        title { en: "Compare", de: "Vergleichen" }
        /// What the view is for.
        lede {
            en: "The same question, answered twice: where do A and B read differently, and does it change the answer?",
            de: "Dieselbe Frage, zweimal beantwortet: Wo lesen A und B anders, und ändert das die Antwort?",
        }
        /// There is no answer to compare.
        nothing {
            en: "There is nothing to compare without an answer.",
            de: "Ohne Antwort gibt es nichts zu vergleichen.",
        }
        /// There is nothing to compare it with.
        no_other {
            en: "Change something, and what you changed can be compared with what it was.",
            de: "Ändere etwas, dann lässt sich das Geänderte mit dem Vorigen vergleichen.",
        }
        /// The other network is on its way.
        loading { en: "Loading the other network…", de: "Das andere Netz wird geladen\u{a0}…" }
        /// The label of the choice of A.
        a { en: "A", de: "A" }
        /// The label of B.
        b { en: "B", de: "B" }
        /// A: the same network without the reader's changes.
        unchanged { en: "The network, unchanged", de: "Das Netz, unverändert" }
        /// A: what there was before the last step.
        before { en: "Before your last step", de: "Vor deinem letzten Schritt" }
        /// B, where the reader overruled the network of this title.
        changed(network: &str) {
            en: format!("{network}, changed by you"),
            de: format!("{network}, von dir geändert"),
        }
        /// The label of the buttons that choose what a narrow page shows.
        show { en: "Show", de: "Zeige" }
        /// The difference.
        difference { en: "B − A", de: "B − A" }
        /// The head of the column of sentences.
        sentence { en: "Sentence", de: "Satz" }
        /// The head of a column, where the two hops (from 1) have one number.
        hop(hop: usize) { en: format!("Hop {hop}"), de: format!("Schritt {hop}") }
        /// The head of a column, where hop b of B is compared with hop a of A.
        hops(a: usize, b: usize) {
            en: format!("Hop {b} − {a}"),
            de: format!("Schritt {b} − {a}"),
        }
        /// Where the two differ most.
        largest(more: &str, hop: usize, sentence: usize, size: &str) {
            en: format!("They differ most about sentence {sentence} in hop {hop}: {more} reads it more, by {size}."),
            de: format!("Am meisten unterscheiden sie sich bei Satz {sentence} in Schritt {hop}: {more} liest ihn mehr, um {size}."),
        }
        /// The two read alike.
        alike { en: "Both read alike.", de: "Beide lesen gleich." }
        /// Hops of two networks are compared from the last.
        from_the_last {
            en: "The last hops are compared with each other, then those before: each network answers with what its last hop left.",
            de: "Verglichen werden die letzten Schritte miteinander, dann die davor: Jedes Netz antwortet mit dem, was sein letzter Schritt hinterließ.",
        }
        /// The one end of the scale.
        more_a { en: "A reads more", de: "A liest mehr" }
        /// The other end of the scale.
        more_b { en: "B reads more", de: "B liest mehr" }
        /// So many sentences are not listed.
        others(count: usize) {
            en: match count {
                1 => "1 other sentence is read less by both.".to_owned(),
                _ => format!("{count} other sentences are read less by both."),
            },
            de: match count {
                1 => "1 anderer Satz wird von beiden weniger gelesen.".to_owned(),
                _ => format!("{count} andere Sätze werden von beiden weniger gelesen."),
            },
        }
        /// The title of the answers.
        answers { en: "How the answer shifts", de: "Wie sich die Antwort verschiebt" }
        /// The head of the column of answers.
        answer { en: "Answer", de: "Antwort" }
    }
}
