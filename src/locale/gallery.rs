//! The stories to choose from.

texts! {
    /// The texts of the gallery, but for those of its tasks.
    Gallery {
        /// The title of the stories that show something.
        stories { en: "Stories that show something", de: "Geschichten, die etwas zeigen" }
        /// The title of the examples of the tasks.
        tasks { en: "The 20 tasks of bAbI", de: "Die 20 Aufgaben von bAbI" }
        /// The names of the stories that belong to no task, in the order of the gallery.
        titles: [&'static str; 8] {
            en: [
                "Order matters",
                "The order of words matters",
                "Much that doesn’t matter",
                "Told twice",
                "Never told",
                "Names never heard",
                "One thing, two owners",
                "Longer than the memory",
            ],
            de: [
                "Die Reihenfolge zählt",
                "Die Wortfolge zählt",
                "Vieles, worauf es nicht ankommt",
                "Zweimal erzählt",
                "Nie erzählt",
                "Nie gehörte Namen",
                "Ein Ding, zwei Besitzer",
                "Länger als das Gedächtnis",
            ],
        }
        /// What to look for in each.
        notes: [&'static str; 8] {
            en: [
                "Swap the last two lines, and the milk is in the garden: every sentence carries its age.",
                "Both sentences hold the same words but one. Which is north of which is only in their order.",
                "One sentence of ten is about Mary. See how little attention is left for the others.",
                "Delete line 3, which is read most: the answer stays. Attention tells where the network looked, not what it needed.",
                "Nothing is told of Daniel. Does the network say so, or does it make something up?",
                "None of these names was in any training. Choose one network, then the other: which can do without names?",
                "The football changes hands, then its owners part. In training the two never come together: can the network put them together?",
                "61 sentences, and the answer is in the first. The End-to-End Memory Network remembers 50; and to remember is not yet to find.",
            ],
            de: [
                "Vertausch die letzten beiden Zeilen, und die Milch ist im Garten: Jeder Satz trägt sein Alter mit sich.",
                "Beide Sätze enthalten bis auf eins dieselben Wörter. Was nördlich wovon liegt, steht nur in ihrer Reihenfolge.",
                "Einer von zehn Sätzen handelt von Mary. Sieh, wie wenig Aufmerksamkeit für die anderen bleibt.",
                "Lösch Zeile 3, die am meisten gelesen wird: Die Antwort bleibt. Aufmerksamkeit sagt, wohin das Netz sah, nicht, was es brauchte.",
                "Von Daniel wird nichts erzählt. Sagt das Netz das, oder erfindet es etwas?",
                "Keiner dieser Namen kam je im Training vor. Wähl erst das eine Netz, dann das andere: Welches kommt ohne Namen aus?",
                "Der Football wechselt den Besitzer, dann trennen sich die beiden. Im Training kommt das nie zusammen vor: Bringt das Netz es zusammen?",
                "61 Sätze, und die Antwort steht im ersten. Das Netz End-to-End Memory merkt sich 50; und merken heißt noch nicht finden.",
            ],
        }
    }
}
