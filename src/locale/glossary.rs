//! The terms of the field, each explained in a sentence or two.
//!
//! A text of the page can name a term where it stands: `[shown|key]`, as in `"One [hop|hop] after
//! the other"`, is shown as a word that explains itself (see [`stretches`]).

use super::Language;

texts! {
    /// The texts around the terms.
    Glossary {
        /// The title of the list of all terms.
        title { en: "Glossary", de: "Glossar" }
    }
}

/// What one language says of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The term.
    pub name: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// The terms, each with its key and, for every language, its name and its meaning.
macro_rules! terms {
    ($($term:ident $key:literal {
        en: $english_name:literal, $english:literal;
        de: $german_name:literal, $german:literal;
    })+) => {
        /// A term of the field.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Term {
            $(#[doc = $english] $term,)+
        }

        impl Term {
            /// All of them, in the order in which one leads to the next.
            pub const ALL: &[Self] = &[$(Self::$term,)+];

            /// What texts call it.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$term => $key,)+
                }
            }

            /// What a language says of it.
            pub fn entry(self, language: Language) -> Entry {
                match (self, language) {
                    $(
                        (Self::$term, Language::English) => Entry {
                            name: $english_name,
                            meaning: $english,
                        },
                        (Self::$term, Language::German) => Entry {
                            name: $german_name,
                            meaning: $german,
                        },
                    )+
                }
            }
        }
    };
}

terms! {
    Memory "memory" {
        en: "memory", "All that the network can look up: one vector for each sentence of the story, in order.";
        de: "Gedächtnis", "Alles, was das Netz nachschlagen kann: ein Vektor für jeden Satz der Geschichte, der Reihe nach.";
    }
    Slot "slot" {
        en: "slot", "One place of the memory, for one sentence. When all are taken, the oldest sentence is forgotten.";
        de: "Platz", "Eine Stelle des Gedächtnisses, für einen Satz. Sind alle besetzt, wird der älteste Satz vergessen.";
    }
    EmptySlot "empty-slot" {
        en: "empty slot", "A slot without a sentence. It takes part in the attention all the same, and so can take weight when no sentence fits.";
        de: "leerer Platz", "Ein Platz ohne Satz. Er nimmt an der Aufmerksamkeit trotzdem teil und kann Gewicht auf sich ziehen, wenn kein Satz passt.";
    }
    Vector "vector" {
        en: "vector", "A list of numbers. Words, sentences and questions become vectors, because vectors can be added and compared.";
        de: "Vektor", "Eine Liste von Zahlen. Wörter, Sätze und Fragen werden zu Vektoren, denn Vektoren kann man addieren und vergleichen.";
    }
    Vocabulary "vocabulary" {
        en: "vocabulary", "The words that the network was trained on.";
        de: "Wortschatz", "Die Wörter, mit denen das Netz trainiert wurde.";
    }
    Embedding "embedding" {
        en: "embedding", "The vector that a word got in training. Words that do the same work in the stories get similar ones.";
        de: "Einbettung", "Der Vektor, den ein Wort im Training bekam. Wörter, die in den Geschichten dasselbe leisten, bekommen ähnliche.";
    }
    Entity "entity" {
        en: "entity", "A person, a place or a thing of the story. The network knows it by a number and by what is told of it, not by its name; so any name will do.";
        de: "Entität", "Eine Person, ein Ort oder ein Ding der Geschichte. Das Netz kennt sie durch eine Nummer und durch das, was von ihr erzählt wird, nicht durch ihren Namen; darum ist jeder Name recht.";
    }
    PositionEncoding "position-encoding" {
        en: "position encoding", "Weights words by their places in the sentence, so that “the office is north of the garden” and “the garden is north of the office” become different vectors.";
        de: "Positionskodierung", "Gewichtet Wörter nach ihrer Stelle im Satz, damit „the office is north of the garden“ und „the garden is north of the office“ verschiedene Vektoren werden.";
    }
    TemporalEncoding "temporal-encoding" {
        en: "temporal encoding", "Adds to every sentence a vector for its age, counted back from the latest. Without it the network could not tell what came first.";
        de: "Zeitkodierung", "Gibt jedem Satz einen Vektor für sein Alter mit, vom jüngsten an zurückgezählt. Ohne sie wüsste das Netz nicht, was zuerst kam.";
    }
    Query "query" {
        en: "query", "The vector u that says what the network is looking for: at first the question, and after each hop also what that hop read.";
        de: "Suchvektor", "Der Vektor u, der sagt, wonach das Netz sucht: zuerst die Frage, nach jedem Schritt auch das, was dieser gelesen hat.";
    }
    Key "key" {
        en: "key", "The vector m by which a sentence is found: it is compared with the query.";
        de: "Schlüssel", "Der Vektor m, an dem ein Satz gefunden wird: Er wird mit dem Suchvektor verglichen.";
    }
    Value "value" {
        en: "value", "The vector c that is read from a sentence once it is found.";
        de: "Wert", "Der Vektor c, der aus einem Satz gelesen wird, wenn er gefunden ist.";
    }
    Score "score" {
        en: "score", "How well a sentence fits the query: uᵀm, the products of their numbers, added up. The higher, the more attention.";
        de: "Punktzahl", "Wie gut ein Satz zum Suchvektor passt: uᵀm, die Summe der Produkte ihrer Zahlen. Je höher, desto mehr Aufmerksamkeit.";
    }
    Softmax "softmax" {
        en: "softmax", "Turns scores into weights: e to the power of each score, divided by the sum of all these. So no weight is negative, and together they are 1.";
        de: "Softmax", "Macht aus Punktzahlen Gewichte: e hoch jede Punktzahl, geteilt durch die Summe von allen. So ist kein Gewicht negativ, und zusammen sind sie 1.";
    }
    Temperature "temperature" {
        en: "temperature", "What the scores are divided by before the softmax. Above 1 the attention spreads, below 1 it sharpens.";
        de: "Temperatur", "Wodurch die Punktzahlen vor dem Softmax geteilt werden. Über 1 verteilt sich die Aufmerksamkeit, unter 1 wird sie schärfer.";
    }
    Attention "attention" {
        en: "attention", "How a hop shares out its reading: every slot gets a weight from 0 to 1, and together they are 1.";
        de: "Aufmerksamkeit", "Wie ein Schritt sein Lesen aufteilt: Jeder Platz bekommt ein Gewicht von 0 bis 1, und zusammen sind sie 1.";
    }
    Hop "hop" {
        en: "hop", "One reading of the whole memory. What it reads changes what the next hop looks for.";
        de: "Leseschritt", "Einmal das ganze Gedächtnis lesen. Was dabei gelesen wird, ändert, wonach der nächste Schritt sucht.";
    }
    Head "head" {
        en: "head", "One of several attentions that a hop pays at once, each with weights of its own. The heatmap shows their mean.";
        de: "Kopf", "Eine von mehreren Aufmerksamkeiten eines Schritts, jede mit eigenen Gewichten. Die Karte zeigt ihren Mittelwert.";
    }
    Read "read" {
        en: "read", "What a hop brings back: o, the values of all sentences, each times its weight, added up.";
        de: "Gelesenes", "Was ein Schritt mitbringt: o, die Werte aller Sätze, jeder mal sein Gewicht, addiert.";
    }
    Relation "relation" {
        en: "relation network", "A small network that looks at what was read two by two, and so can put two facts together.";
        de: "Beziehungsnetz", "Ein kleines Netz, das je zwei Gelesene zusammen betrachtet und so zwei Tatsachen verbinden kann.";
    }
    Probability "probability" {
        en: "probability", "How much the network trusts an answer; all answers together make 100%. It can be sure and wrong.";
        de: "Wahrscheinlichkeit", "Wie sehr das Netz einer Antwort traut; alle Antworten zusammen ergeben 100\u{a0}%. Es kann sich sicher sein und irren.";
    }
    Influence "influence" {
        en: "influence", "How much the probability of the answer falls when a sentence is left out. It tells what mattered; attention tells only where the network looked.";
        de: "Einfluss", "Wie sehr die Wahrscheinlichkeit der Antwort fällt, wenn ein Satz fehlt. Er sagt, worauf es ankam; die Aufmerksamkeit sagt nur, wohin das Netz sah.";
    }
    SupportingFact "supporting-fact" {
        en: "supporting fact", "A sentence that the right answer follows from. A network can be told them in training.";
        de: "Belegsatz", "Ein Satz, aus dem die richtige Antwort folgt. Im Training kann man sie einem Netz nennen.";
    }
    Weights "weights" {
        en: "weights", "The numbers that a network learned in training. They stay the same while it answers.";
        de: "Gewichte", "Die Zahlen, die ein Netz im Training gelernt hat. Beim Antworten bleiben sie gleich.";
    }
    Tying "tying" {
        en: "tying", "Lets hops share their embeddings. Adjacent: the values of one hop are the keys of the next. Layer-wise: all hops have the same.";
        de: "Kopplung", "Lässt Schritte ihre Einbettungen teilen. Benachbart: Die Werte des einen sind die Schlüssel des nächsten. Schichtweise: Alle haben dieselben.";
    }
    LinearStart "linear-start" {
        en: "linear start", "The first part of a training, in which the hops read without softmax. It keeps the network from getting stuck.";
        de: "linearer Start", "Der erste Teil eines Trainings, in dem die Schritte ohne Softmax lesen. Das bewahrt das Netz davor, stecken zu bleiben.";
    }
    Loss "loss" {
        en: "loss", "How wrong the network is, as a number: minus the logarithm of the probability it gave to the right answer. Training makes it smaller.";
        de: "Verlust", "Wie falsch das Netz liegt, als Zahl: minus der Logarithmus der Wahrscheinlichkeit, die es der richtigen Antwort gab. Training macht ihn kleiner.";
    }
    Epoch "epoch" {
        en: "epoch", "One pass of the training through all its questions.";
        de: "Epoche", "Ein Durchgang des Trainings durch alle seine Fragen.";
    }
    Validation "validation" {
        en: "validation", "Questions kept out of the training, to see whether the network has learned or only memorised.";
        de: "Validierung", "Fragen, die im Training nicht vorkommen. Sie zeigen, ob das Netz gelernt hat oder nur auswendig weiß.";
    }
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// Only text.
    Plain(&'a str),
    /// A term, in the words of the text.
    Term(Term, &'a str),
}

/// Takes a text apart at the terms that it names, as `[shown|key]`. Brackets that name none are
/// text.
pub fn stretches(text: &str) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, term, shown, after)) = first_term(rest) {
        if !before.is_empty() {
            found.push(Stretch::Plain(before));
        }
        found.push(Stretch::Term(term, shown));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Stretch::Plain(rest));
    }
    found
}

/// What stands before the first term of a text, the term, how it is shown, and what follows.
fn first_term(text: &str) -> Option<(&str, Term, &str, &str)> {
    text.match_indices('[').find_map(|(at, _)| {
        let (marked, after) = text[at + 1..].split_once(']')?;
        let (shown, key) = marked.split_once('|')?;
        let term = Term::ALL.iter().find(|term| term.key() == key)?;
        Some((&text[..at], *term, shown, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_names_terms_in_its_own_words() {
        assert_eq!(
            stretches("One [hop|hop], two [Hops|hop]"),
            [
                Stretch::Plain("One "),
                Stretch::Term(Term::Hop, "hop"),
                Stretch::Plain(", two "),
                Stretch::Term(Term::Hop, "Hops"),
            ]
        );
        for text in ["", "none", "[1] and [a|b]", "[hop", "hop|hop]"] {
            let plain = (!text.is_empty()).then_some(Stretch::Plain(text));
            assert_eq!(stretches(text), Vec::from_iter(plain), "{text}");
        }
    }

    #[test]
    fn every_term_has_a_key_and_a_name_of_its_own_in_every_language() {
        for (at, term) in Term::ALL.iter().enumerate() {
            for other in &Term::ALL[..at] {
                assert_ne!(term.key(), other.key());
                for language in Language::ALL {
                    assert_ne!(term.entry(language).name, other.entry(language).name);
                }
            }
        }
    }
}
