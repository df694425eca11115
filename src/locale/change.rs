//! The view that overrules the network.

texts! {
    /// The texts of the view that changes what the network reads. A term in one that says so is
    /// marked as [`glossary`](super::glossary) says.
    Change {
        /// The name of the view.
        title { en: "Change it", de: "Eingreifen" }
        /// What the view is for, with terms.
        lede {
            en: "Disagree with the network: say how much a [hop|hop] reads a sentence, or rewrite its [memory|memory], and the later hops and the answer follow at once.",
            de: "Widersprich dem Netz: Sag, wie sehr ein [Schritt|hop] einen Satz liest, oder schreib sein [Gedächtnis|memory] um, und die späteren Schritte und die Antwort folgen sofort.",
        }
        /// There is no answer, and so nothing to overrule.
        nothing {
            en: "There is nothing to change without an answer.",
            de: "Ohne Antwort gibt es nichts zu ändern.",
        }
        /// The label of the slider of the temperature.
        temperature { en: "Temperature", de: "Temperatur" }
        /// What the temperature does.
        temperature_does {
            en: "low: all eyes on one sentence; high: a glance at each",
            de: "niedrig: nur Augen für einen Satz; hoch: ein Blick auf jeden",
        }
        /// The label of the slider of the number of hops.
        hops { en: "Number of hops", de: "Zahl der Schritte" }
        /// The number of hops, of so many that the network was trained for.
        hops_of(hops: usize, trained: usize) {
            en: format!("{hops} (trained for {trained})"),
            de: format!("{hops} (trainiert auf {trained})"),
        }
        /// The label of the choice of the hop whose weights can be changed.
        which_hop { en: "Change the reading of", de: "Ändere das Lesen von" }
        /// The label of the choice of the attention head.
        which_head { en: "Head", de: "Kopf" }
        /// The name of the list of the sentences in memory.
        memory { en: "Memory, oldest sentence first", de: "Gedächtnis, ältester Satz zuerst" }
        /// The head of the column of the sentences.
        sentence { en: "Sentence", de: "Satz" }
        /// The head of the column of the temporal encoding.
        time { en: "Time", de: "Zeit" }
        /// The head of the column of the attention of all hops.
        attention { en: "Attention", de: "Aufmerksamkeit" }
        /// The head of the column that changes a hop, counted from 1.
        in_hop(hop: usize) { en: format!("In hop {hop}"), de: format!("In Schritt {hop}") }
        /// How the temporal encoding of a slot is heard: so many sentences are newer.
        age(newer: usize) {
            en: match newer {
                0 => "newest".to_owned(),
                1 => "1 newer".to_owned(),
                _ => format!("{newer} newer"),
            },
            de: match newer {
                0 => "der neueste".to_owned(),
                1 => "1 neuerer".to_owned(),
                _ => format!("{newer} neuere"),
            },
        }
        /// The name of a slider, and of the field beside it; sentences count from 1.
        weight_of(sentence: usize) {
            en: format!("Weight of sentence {sentence}"),
            de: format!("Gewicht von Satz {sentence}"),
        }
        /// Fixes a weight.
        fix { en: "Fix", de: "Festhalten" }
        /// The same, heard without seeing the sentence.
        fix_sentence(sentence: usize) {
            en: format!("Fix the weight of sentence {sentence}"),
            de: format!("Festhalten: Gewicht von Satz {sentence}"),
        }
        /// Moves a sentence; the handle shows an arrow.
        move_sentence(sentence: usize) {
            en: format!("Move sentence {sentence}"),
            de: format!("Satz {sentence} verschieben"),
        }
        /// Mutes a sentence.
        mute { en: "Mute", de: "Stumm" }
        /// The same, heard without seeing the sentence.
        mute_sentence(sentence: usize) {
            en: format!("Mute sentence {sentence}"),
            de: format!("Stumm: Satz {sentence}"),
        }
        /// Tells a sentence twice.
        copy { en: "Copy", de: "Doppeln" }
        /// The same, heard without seeing the sentence.
        copy_sentence(sentence: usize) {
            en: format!("Copy sentence {sentence}"),
            de: format!("Doppeln: Satz {sentence}"),
        }
        /// Drops a sentence.
        drop { en: "Drop", de: "Streichen" }
        /// The same, heard without seeing the sentence.
        drop_sentence(sentence: usize) {
            en: format!("Drop sentence {sentence}"),
            de: format!("Streichen: Satz {sentence}"),
        }
        /// A sentence was moved; both numbers count from 1.
        moved(from: usize, to: usize) {
            en: format!("Sentence {from} is now sentence {to}."),
            de: format!("Satz {from} ist jetzt Satz {to}."),
        }
        /// A sentence was told twice.
        copied(sentence: usize) {
            en: format!("Sentence {sentence} is told twice."),
            de: format!("Satz {sentence} wird zweimal erzählt."),
        }
        /// A sentence was dropped.
        dropped(sentence: usize) {
            en: format!("Sentence {sentence} is dropped."),
            de: format!("Satz {sentence} ist gestrichen."),
        }
        /// How sentences are moved, and what the time is, with terms.
        keys {
            en: "Drag ↕ to move a sentence, or press ↑ and ↓ on it. The [time|temporal-encoding] T(i) belongs to the place: whoever moves takes on another.",
            de: "Zieh an ↕, um einen Satz zu verschieben, oder drück darauf ↑ und ↓. Die [Zeit|temporal-encoding] T(i) gehört zum Platz: Wer umzieht, bekommt eine andere.",
        }
        /// The weight of the empty slots.
        empty { en: "Empty slots", de: "Leere Plätze" }
        /// The label of the answer.
        answer { en: "Answer", de: "Antwort" }
        /// What the network answers by itself; the answer follows.
        by_itself { en: "The network by itself:", de: "Das Netz von sich aus:" }
    }
}
