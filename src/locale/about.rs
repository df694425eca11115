//! The record of the network.

texts! {
    /// What the network is, how it was trained, and how often it errs. A term in the name of a fact
    /// is marked as [`glossary`](super::glossary) says.
    About {
        /// What opens this part.
        title { en: "About this network", de: "Über dieses Netz" }
        /// What MemN2N is; its authors follow.
        memn2n {
            en: "An End-to-End Memory Network (MemN2N), as published by ",
            de: "Ein durchgängig trainierbares Gedächtnisnetz (MemN2N), veröffentlicht von ",
        }
        /// Who published MemN2N.
        memn2n_authors {
            en: "Sukhbaatar, Szlam, Weston and Fergus, 2015",
            de: "Sukhbaatar, Szlam, Weston und Fergus, 2015",
        }
        /// What the Working Memory Network is; its authors follow.
        working_memory {
            en: "A Working Memory Network, which takes names as they come and reasons over pairs of what it read, after ",
            de: "Ein Netz mit Arbeitsgedächtnis, das Namen nimmt, wie sie kommen, und Paare des Gelesenen in Beziehung setzt, nach ",
        }
        /// Who published the Working Memory Network.
        working_memory_authors {
            en: "Pavez, Allende and Allende-Cid, 2018",
            de: "Pavez, Allende und Allende-Cid, 2018",
        }
        /// What follows the authors.
        in_this_page {
            en: ". It runs in this page; nothing you write leaves it.",
            de: ". Es läuft in dieser Seite; nichts, was du schreibst, verlässt sie.",
        }
        /// The number of hops.
        hops { en: "[Hops|hop]", de: "[Leseschritte|hop]" }
        /// The number of attention heads.
        heads { en: "[Heads|head]", de: "[Köpfe|head]" }
        /// So many heads.
        heads_each(heads: usize) {
            en: format!("{heads} in each hop"),
            de: format!("{heads} in jedem Schritt"),
        }
        /// The size of the memory.
        memory { en: "[Memory|memory]", de: "[Gedächtnis|memory]" }
        /// So many sentences.
        last_sentences(sentences: usize) {
            en: format!("the last {sentences} sentences"),
            de: format!("die letzten {sentences} Sätze"),
        }
        /// The size of an embedding.
        embedding { en: "[Embedding|embedding]", de: "[Einbettung|embedding]" }
        /// So many numbers.
        numbers_a_word(numbers: usize) {
            en: format!("{numbers} numbers a word"),
            de: format!("{numbers} Zahlen je Wort"),
        }
        /// How a sentence is encoded.
        encoding { en: "[Encoding|position-encoding]", de: "[Kodierung|position-encoding]" }
        /// Words without their order.
        bag_of_words { en: "bag of words", de: "Wörter ohne Reihenfolge" }
        /// Words weighted by their places.
        by_position { en: "by position", de: "nach Stellung" }
        /// Which weights the hops share.
        tying { en: "[Tying|tying]", de: "[Kopplung|tying]" }
        /// The output of a hop is the input of the next.
        adjacent { en: "adjacent", de: "benachbart" }
        /// All hops share theirs.
        layer_wise { en: "layer-wise", de: "schichtweise" }
        /// The number of answers.
        answers { en: "Answers", de: "Antworten" }
        /// So many answers.
        to_choose_from(answers: usize) {
            en: format!("{answers} to choose from"),
            de: format!("{answers} zur Auswahl"),
        }
        /// So many words, and the names of the story.
        words_and_names(words: usize) {
            en: format!("{words} words, and every name"),
            de: format!("{words} Wörter und jeder Name"),
        }
        /// The size of the relation network.
        relations { en: "[Relations|relation]", de: "[Beziehungen|relation]" }
        /// So many numbers.
        numbers_a_pair(numbers: usize) {
            en: format!("{numbers} numbers a pair"),
            de: format!("{numbers} Zahlen je Paar"),
        }
        /// How many names it can tell apart.
        entities { en: "[Entities|entity]", de: "[Namen|entity]" }
        /// So many names.
        names_in_a_story(names: usize) {
            en: format!("{names} names in a story"),
            de: format!("{names} in einer Geschichte"),
        }
        /// The words it knows.
        vocabulary { en: "[Vocabulary|vocabulary]", de: "[Wortschatz|vocabulary]" }
        /// So many words.
        words(words: usize) { en: format!("{words} words"), de: format!("{words} Wörter") }
        /// What it learned.
        weights { en: "[Weights|weights]", de: "[Gewichte|weights]" }
        /// So many numbers.
        numbers(numbers: usize) {
            en: format!("{numbers} numbers"),
            de: format!("{numbers} Zahlen"),
        }
        /// The size of the file of weights.
        file { en: "File", de: "Datei" }
        /// In thousands of bytes.
        kilobytes(kilobytes: f64) {
            en: format!("{kilobytes:.0} kB"),
            de: format!("{kilobytes:.0}\u{a0}kB"),
        }
        /// The title of what follows.
        how_trained { en: "How it was trained", de: "Wie es trainiert wurde" }
        /// The questions of the training.
        trained_on { en: "Trained on", de: "Trainiert mit" }
        /// The questions that were held out.
        held_out { en: "[Held out|validation]", de: "[Zurückgehalten|validation]" }
        /// So many questions.
        questions(questions: usize) {
            en: format!("{questions} questions"),
            de: format!("{questions} Fragen"),
        }
        /// Which epoch's weights these are.
        best_epoch { en: "Best [epoch|epoch]", de: "Beste [Epoche|epoch]" }
        /// One of so many.
        of(one: usize, all: usize) {
            en: format!("{one} of {all}"),
            de: format!("{one} von {all}"),
        }
        /// The seed of the random numbers.
        seed { en: "Seed", de: "Startwert" }
        /// The weight of the supporting facts in the loss.
        supporting_facts { en: "[Supporting facts|supporting-fact]", de: "[Belegsätze|supporting-fact]" }
        /// So much weight.
        weight(weight: &str) { en: format!("weight {weight}"), de: format!("Gewicht {weight}") }
        /// The mean of the errors.
        mean_error { en: "Mean error", de: "Mittlerer Fehler" }
        /// The title of what follows.
        how_often_wrong { en: "How often it errs", de: "Wie oft es irrt" }
        /// What the numbers are.
        in_percent {
            en: "In percent of the held-out questions of each task.",
            de: "In Prozent der zurückgehaltenen Fragen jeder Aufgabe.",
        }
        /// A task with its number.
        task(number: u8, name: &str) {
            en: format!("{number} {name}"),
            de: format!("{number} {name}"),
        }
    }
}
