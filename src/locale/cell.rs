//! The view of one cell.

texts! {
    /// The texts of the view that shows all the arithmetic of one cell.
    Cell {
        /// The name of the view.
        title { en: "One cell", de: "Eine Zelle" }
        /// No cell is chosen; comes before the button with the strongest one.
        choose {
            en: "Every cell of the heatmap is a sum that you can follow. Choose one there, or take the one that is read most:",
            de: "Jede Zelle der Heatmap ist eine Rechnung, der du folgen kannst. Wähle dort eine, oder nimm die am meisten gelesene:",
        }
        /// A cell as the name of a button; hop and sentence count from 1.
        cell(hop: usize, sentence: usize, weight: &str) {
            en: format!("Hop {hop}, sentence {sentence} ({weight})"),
            de: format!("Schritt {hop}, Satz {sentence} ({weight})"),
        }
        /// There is no answer.
        nothing {
            en: "There is no cell without an answer.",
            de: "Ohne Antwort gibt es keine Zelle.",
        }
        /// The choice of the hop.
        hop { en: "Hop", de: "Schritt" }
        /// The choice of the head.
        head { en: "Head", de: "Kopf" }
        /// The choice of the sentence.
        sentence { en: "Sentence", de: "Satz" }
        /// What the cell says.
        reads(hop: usize, sentence: usize, weight: &str) {
            en: format!("Hop {hop} reads sentence {sentence} with the weight {weight}."),
            de: format!("Schritt {hop} liest Satz {sentence} mit dem Gewicht {weight}."),
        }
        /// How the strips and the numbers are to be read.
        how {
            en: "A strip is a vector, a cell for each number: above the line if it is positive, below if negative, the deeper the larger. All numbers are rounded for display only.",
            de: "Ein Streifen ist ein Vektor, ein Feld je Zahl: über der Linie, wenn sie positiv ist, darunter, wenn negativ, und umso kräftiger, je größer. Gerundet sind die Zahlen nur in der Anzeige.",
        }
        /// Given by the reader, as an index of a formula.
        given { en: "given", de: "gegeben" }
        /// Unfolds the numbers of a step.
        numbers { en: "Numbers", de: "Zahlen" }
        /// The name of a table of numbers; steps count from 1.
        numbers_of(step: usize) {
            en: format!("The numbers of step {step}"),
            de: format!("Die Zahlen von Rechenschritt {step}"),
        }
        /// The name of a link to the step that made a quantity.
        made_in(step: usize) {
            en: format!("from step {step}"),
            de: format!("aus Rechenschritt {step}"),
        }
        /// A matrix of so many rows and columns.
        matrix(rows: usize, columns: usize) {
            en: format!("{rows} × {columns} numbers"),
            de: format!("{rows} × {columns} Zahlen"),
        }
        /// Begins a line with the first number of every vector.
        first_numbers { en: "first number:", de: "erste Zahl:" }

        /// A section.
        part_query { en: "What is looked for", de: "Wonach gesucht wird" }
        /// A section.
        part_key { en: "What the sentence is found by", de: "Woran der Satz gefunden wird" }
        /// A section.
        part_score { en: "How well the two match", de: "Wie gut beides zusammenpasst" }
        /// A section.
        part_softmax { en: "From match to weight", de: "Vom Treffer zum Gewicht" }
        /// A section.
        part_value { en: "What the sentence holds", de: "Was der Satz enthält" }
        /// A section.
        part_read { en: "What is read", de: "Was gelesen wird" }

        /// A quantity.
        word_embedding { en: "embedding of the word", de: "Einbettung des Wortes" }
        /// A quantity.
        entity_embedding { en: "embedding of the name’s slot", de: "Einbettung des Namensplatzes" }
        /// A quantity.
        embedding { en: "embedding", de: "Einbettung" }
        /// A quantity.
        position { en: "place of the word", de: "Stelle des Wortes" }
        /// A quantity.
        length { en: "words in the sentence", de: "Wörter im Satz" }
        /// A quantity.
        dimension { en: "numbers in a vector", de: "Zahlen eines Vektors" }
        /// A quantity.
        position_weights { en: "position weights", de: "Positionsgewichte" }
        /// A quantity.
        place_gate { en: "gate of the place", de: "Tor der Stelle" }
        /// A quantity.
        before_gate { en: "gate of the word before", de: "Tor des Wortes davor" }
        /// A quantity.
        after_gate { en: "gate of the word after", de: "Tor des Wortes danach" }
        /// A quantity.
        gate { en: "gate of the word", de: "Tor des Wortes" }
        /// A quantity.
        word_share { en: "the word’s share", de: "Anteil des Wortes" }
        /// A quantity.
        encoding { en: "sum over the words", de: "Summe über die Wörter" }
        /// A quantity.
        weights_matrix { en: "trained matrix", de: "trainierte Matrix" }
        /// A quantity.
        bias { en: "trained bias", de: "trainierte Verschiebung" }
        /// A quantity.
        mapped { en: "mapped", de: "abgebildet" }
        /// A quantity.
        features { en: "features", de: "Merkmale" }
        /// A quantity.
        age { en: "temporal encoding: how old it is", de: "Zeitkodierung: wie alt er ist" }
        /// A quantity.
        key { en: "what it is found by", de: "woran er gefunden wird" }
        /// A quantity.
        value { en: "what it holds", de: "was er enthält" }
        /// A quantity.
        query { en: "query: what is looked for", de: "Suchvektor: wonach gesucht wird" }
        /// A quantity.
        query_before { en: "query of the hop before", de: "Suchvektor des Schritts davor" }
        /// A quantity.
        read_before { en: "what the hop before read", de: "was der Schritt davor las" }
        /// A quantity.
        asked { en: "what the head asks", de: "wonach der Kopf fragt" }
        /// A quantity.
        products { en: "products, number by number", de: "Produkte, Zahl für Zahl" }
        /// A quantity.
        score { en: "score of the sentence", de: "Trefferwert des Satzes" }
        /// A quantity.
        scores { en: "scores of all sentences", de: "Trefferwerte aller Sätze" }
        /// A quantity.
        temperature { en: "temperature", de: "Temperatur" }
        /// A quantity.
        cooled { en: "scores over the temperature", de: "Trefferwerte durch Temperatur" }
        /// A quantity.
        empty_score { en: "score of an empty slot", de: "Trefferwert eines leeren Platzes" }
        /// A quantity.
        empty_slots { en: "empty slots", de: "leere Plätze" }
        /// A quantity.
        largest { en: "largest score", de: "größter Trefferwert" }
        /// A quantity.
        exponentials { en: "exponentials", de: "Exponentialwerte" }
        /// A quantity.
        empty_exponential { en: "that of an empty slot", de: "der eines leeren Platzes" }
        /// A quantity.
        total { en: "their sum", de: "ihre Summe" }
        /// A quantity.
        softmax { en: "softmax of the scores", de: "Softmax der Trefferwerte" }
        /// A quantity.
        given_weights { en: "weights given by you", de: "von dir gegebene Gewichte" }
        /// A quantity.
        scaled_weights { en: "the same, 1 together at most", de: "dieselben, zusammen höchstens 1" }
        /// A quantity.
        left { en: "what they leave of 1", de: "was sie von 1 übrig lassen" }
        /// A quantity.
        shared_weights { en: "weights of the other sentences", de: "Gewichte der anderen Sätze" }
        /// A quantity.
        index { en: "place in the vector", de: "Stelle im Vektor" }
        /// A quantity.
        weight { en: "weight of the sentence: the cell", de: "Gewicht des Satzes: die Zelle" }
        /// A quantity.
        share { en: "its share in what is read", de: "sein Anteil am Gelesenen" }
        /// A quantity.
        weights { en: "weights of all sentences", de: "Gewichte aller Sätze" }
        /// A quantity.
        values { en: "what all sentences hold", de: "was alle Sätze enthalten" }
        /// A quantity.
        read { en: "what is read", de: "was gelesen wird" }
        /// A quantity.
        item_share { en: "its share in the buffer", de: "sein Anteil am Puffer" }
    }
}
