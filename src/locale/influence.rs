//! The view of what mattered.

texts! {
    /// The texts of the view that leaves sentences out.
    Influence {
        /// The name of the view.
        title { en: "What mattered", de: "Was zählte" }
        /// What is done here. A term in it is marked as [`glossary`](super::glossary) says.
        lead {
            en: "[Attention|attention] says what the network read; [influence|influence], what its answer rests on. To find out, each sentence is left out once, as if it had never been told, and the question is asked again.",
            de: "Die [Aufmerksamkeit|attention] sagt, was das Netz las; der [Einfluss|influence], worauf seine Antwort beruht. Dazu wird jeder Satz einmal weggelassen, als wäre er nie erzählt worden, und neu gefragt.",
        }
        /// There is no answer.
        nothing {
            en: "Nothing mattered without an answer.",
            de: "Ohne Antwort zählte nichts.",
        }
        /// Nothing is known yet.
        asking {
            en: "Asking without each sentence …",
            de: "Ohne jeden Satz wird neu gefragt …",
        }
        /// The title of the smallest set.
        smallest { en: "What it takes for another answer", de: "Was eine andere Antwort braucht" }
        /// It is being looked for.
        looking {
            en: "Looking for the fewest sentences without which the answer is another …",
            de: "Gesucht werden die wenigsten Sätze, ohne die die Antwort eine andere ist …",
        }
        /// Without these sentences (their numbers, joined) the answer is another.
        without(count: usize, sentences: &str, answer: &str) {
            en: match count {
                1 => format!("Without sentence {sentences} the answer is {answer}."),
                _ => format!("Without sentences {sentences} the answer is {answer}."),
            },
            de: match count {
                1 => format!("Ohne Satz {sentences} heißt die Antwort {answer}."),
                _ => format!("Ohne die Sätze {sentences} heißt die Antwort {answer}."),
            },
        }
        /// Of a set of more than one: no smaller one does.
        certain {
            en: "Leaving out fewer doesn’t change it.",
            de: "Weniger wegzulassen ändert sie nicht.",
        }
        /// Of a set of more than one: a smaller one may do.
        uncertain {
            en: "Fewer might do: not all sets could be tried.",
            de: "Vielleicht genügen weniger: Nicht alle Mengen ließen sich probieren.",
        }
        /// Nothing changes the answer, which is this.
        never(answer: &str) {
            en: format!("Whatever is left out, the answer stays {answer}."),
            de: format!("Was auch fehlt, die Antwort bleibt {answer}."),
        }
        /// So many stories were tried in vain.
        gave_up(tried: &str) {
            en: format!("No other answer was found by leaving sentences out, in {tried} attempts."),
            de: format!("In {tried} Versuchen, Sätze wegzulassen, fand sich keine andere Antwort."),
        }
        /// There is no answer then.
        none { en: "none", de: "keine" }
        /// The title of the comparison.
        compared { en: "Attention and influence", de: "Aufmerksamkeit und Einfluss" }
        /// They agree.
        agree {
            en: "They agree here: what is read much matters, and what matters is read.",
            de: "Hier sind sie sich einig: Was viel gelesen wird, zählt, und was zählt, wird gelesen.",
        }
        /// They disagree; what about comes next.
        disagree { en: "They disagree here.", de: "Hier widersprechen sie sich." }
        /// A sentence that is read in vain, with its weight.
        in_vain(sentence: usize, weight: &str) {
            en: format!("Sentence {sentence} is read ({weight}), but without it the answer is the same."),
            de: format!("Satz {sentence} wird gelesen ({weight}), doch ohne ihn bleibt die Antwort gleich."),
        }
        /// A sentence that matters and is hardly read, with its weight and what the answer loses.
        hardly_read(sentence: usize, weight: &str, change: &str) {
            en: format!("Sentence {sentence} is hardly read ({weight}), but without it the answer’s probability changes by {change}."),
            de: format!("Satz {sentence} wird kaum gelesen ({weight}), doch ohne ihn ändert sich die Wahrscheinlichkeit der Antwort um {change}."),
        }
        /// What a disagreement shows.
        moral {
            en: "Where the network looks is not always what it needs: others may say the same, or the look itself told it nothing.",
            de: "Wohin das Netz sieht, ist nicht immer, was es braucht: Andere sagen vielleicht dasselbe, oder der Blick half ihm nicht.",
        }
        /// The head of the column of sentences.
        sentence { en: "Sentence", de: "Satz" }
        /// The head of the column of weights.
        attention { en: "Attention", de: "Aufmerk\u{AD}samkeit" }
        /// What the column of weights shows.
        attention_is { en: "the most that a hop reads it", de: "das meiste, was ein Schritt liest" }
        /// The head of the column of influence.
        influence { en: "Influence", de: "Einfluss" }
        /// What the column of influence shows, for an answer.
        influence_is(answer: &str) {
            en: format!("change of “{answer}” without it"),
            de: format!("Änderung von „{answer}“ ohne ihn"),
        }
        /// The answer without a sentence.
        then(answer: &str, percent: &str) {
            en: format!("without it: {answer}, {percent}"),
            de: format!("ohne ihn: {answer}, {percent}"),
        }
        /// So many sentences are not listed.
        others(count: usize) {
            en: match count {
                1 => "1 other sentence is read less and did less.".to_owned(),
                _ => format!("{count} other sentences are read less and did less."),
            },
            de: match count {
                1 => "1 anderer Satz wird weniger gelesen und zählte weniger.".to_owned(),
                _ => format!("{count} andere Sätze werden weniger gelesen und zählten weniger."),
            },
        }
    }
}
