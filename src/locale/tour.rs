//! The guided tour.

texts! {
    /// The texts of the tour. A term in them is marked as [`glossary`](super::glossary) says.
    Tour {
        /// What the tour is called.
        title { en: "Tour", de: "Rundgang" }
        /// Begins the tour.
        start { en: "Take the tour", de: "Zum Rundgang" }
        /// Goes on with a tour that was left, at this stop, counted from 1.
        resume(stop: usize) {
            en: format!("Resume the tour ({stop})"),
            de: format!("Rundgang fortsetzen ({stop})"),
        }
        /// The label of the choice of stops.
        stop { en: "Stop", de: "Station" }
        /// A stop in that choice: its number, how many there are, its title.
        numbered(stop: usize, stops: usize, title: &str) {
            en: format!("{stop} of {stops} · {title}"),
            de: format!("{stop} von {stops} · {title}"),
        }
        /// To the stop before.
        back { en: "Back", de: "Zurück" }
        /// To the stop after.
        next { en: "Next", de: "Weiter" }
        /// Ends the tour, at its end.
        finish { en: "Finish", de: "Beenden" }
        /// Ends the tour, anywhere else.
        leave { en: "Leave the tour", de: "Rundgang verlassen" }
        /// The title of each stop.
        titles: [&'static str; 12] {
            en: [
                "What is a memory?",
                "Where it looks",
                "One sentence is not enough",
                "Stopped too early",
                "Order counts",
                "Names it has never heard",
                "When the story doesn’t say",
                "Attention is not an explanation",
                "Where it fails",
                "Another network can",
                "Longer than the memory",
                "Your turn",
            ],
            de: [
                "Was ist ein Gedächtnis?",
                "Wohin es sieht",
                "Ein Satz genügt nicht",
                "Zu früh aufgehört",
                "Die Reihenfolge zählt",
                "Namen, die es nie gehört hat",
                "Wenn die Geschichte es nicht sagt",
                "Aufmerksamkeit ist keine Erklärung",
                "Wo es versagt",
                "Ein anderes Netz kann es",
                "Länger als das Gedächtnis",
                "Jetzt du",
            ],
        }
        /// What each stop says.
        texts: [&'static str; 12] {
            en: [
                "A memory network keeps a story as it is: one [slot|slot] for each sentence, in order. To answer, it has to look things up. Here it looks for John and finds the kitchen. Change a word: the answer follows.",
                "The question has changed, and with it the [attention|attention]: each number is the share of a reading that goes to one sentence. Nobody told the network where to look; it learned that from examples.",
                "Where is the milk? No sentence says so. The first [hop|hop] finds who took it; that changes what the network looks for, and the last hop finds where she went.",
                "The same story, but now the network may read only once. It has found that Mary took the milk, and must answer before it knows where she is. What you overrule is marked like this; one button leads back.",
                "Two sentences tell where Mary is. The later one wins, because every sentence carries its age ([temporal encoding|temporal-encoding]). Swap the first two lines, and she is in the kitchen.",
                "No training ever told of Zorblax or an accordion. This is another network, and to it persons, places and things are [entities|entity], known by what is told of them and not by name. Write your own name into the story.",
                "Nothing is told of Daniel. This network has learned to say so. Choose End-to-End Memory under “Network”: it has to name something, and makes it up.",
                "Sentence 3 is read most. Was it the reason? Delete that line: the answer stays, for sentence 1 says the same. Attention tells where a network looked, not what it needed; that is its [influence|influence].",
                "From the kitchen to the garden it is north, then west. The End-to-End Memory Network is wrong about most such ways: it adds up what its hops read, and a sum doesn’t say which step comes first.",
                "The Working Memory Network finds the way. It keeps apart what its hops read, and a [relation network|relation] looks at the pieces two by two. See how two hops read the two sentences that make up the way.",
                "61 sentences, and the End-to-End Memory Network has room for 50. The one about Mary came first; it is struck out, and the answer is made up. No attention can read what is not there.",
                "Write a story of your own, overrule the network, let two of them compete. What a word means here, the glossary tells at the foot of the page. Undo brings back what you had before the tour.",
            ],
            de: [
                "Ein Gedächtnisnetz bewahrt eine Geschichte, wie sie ist: ein [Platz|slot] für jeden Satz, der Reihe nach. Um zu antworten, muss es nachschlagen. Hier sucht es John und findet die Küche. Ändere ein Wort: Die Antwort folgt.",
                "Die Frage ist eine andere, und mit ihr die [Aufmerksamkeit|attention]: Jede Zahl ist der Anteil eines Lesens, der auf einen Satz fällt. Niemand hat dem Netz gesagt, wohin es sehen soll; das hat es aus Beispielen gelernt.",
                "Wo ist die Milch? Kein Satz sagt es. Der erste [Schritt|hop] findet, wer sie nahm; das ändert, wonach das Netz sucht, und der letzte Schritt findet, wohin sie ging.",
                "Dieselbe Geschichte, aber nun darf das Netz nur einmal lesen. Es hat gefunden, dass Mary die Milch nahm, und muss antworten, bevor es weiß, wo sie ist. Was du änderst, wird so markiert; ein Knopf führt zurück.",
                "Zwei Sätze sagen, wo Mary ist. Der spätere gilt, denn jeder Satz trägt sein Alter mit sich ([Zeitkodierung|temporal-encoding]). Vertausch die ersten beiden Zeilen, und sie ist in der Küche.",
                "Kein Training hat je von Zorblax oder einem Akkordeon erzählt. Dies ist ein anderes Netz: Ihm sind Personen, Orte und Dinge [Entitäten|entity], bekannt durch das, was erzählt wird, nicht durch ihre Namen. Schreib deinen eigenen Namen in die Geschichte.",
                "Von Daniel wird nichts erzählt. Dieses Netz hat gelernt, das zu sagen. Wähl unter „Netz“ End-to-End Memory: Es muss etwas nennen und erfindet es.",
                "Satz 3 wird am meisten gelesen. War er der Grund? Lösch die Zeile: Die Antwort bleibt, denn Satz 1 sagt dasselbe. Aufmerksamkeit sagt, wohin ein Netz sah, nicht, was es brauchte; das sagt sein [Einfluss|influence].",
                "Von der Küche zum Garten geht es nach Norden, dann nach Westen. Bei den meisten solchen Wegen irrt das Netz End-to-End Memory: Es addiert, was seine Schritte lesen, und eine Summe sagt nicht, welche Richtung zuerst kommt.",
                "Das Netz Working Memory findet den Weg. Es hält getrennt, was seine Schritte lesen, und ein [Beziehungsnetz|relation] betrachtet je zwei der Stücke zusammen. Sieh, wie zwei Schritte die beiden Sätze lesen, aus denen der Weg besteht.",
                "61 Sätze, und das Netz End-to-End Memory hat Platz für 50. Der über Mary kam zuerst; er ist durchgestrichen, und die Antwort ist erfunden. Keine Aufmerksamkeit kann lesen, was nicht da ist.",
                "Schreib eine eigene Geschichte, rede dem Netz hinein, lass zwei Netze gegeneinander antreten. Was ein Wort hier bedeutet, sagt das Glossar am Fuß der Seite. Rückgängig bringt zurück, was vor dem Rundgang da war.",
            ],
        }
        /// What the view below shows, at the stops that open one.
        below: [&'static str; 12] {
            en: [
                "Below, see the story on its way to the answer.",
                "Below is the whole arithmetic of one of these numbers.",
                "Below, follow the [query|query] from hop to hop.",
                "",
                "Below, sentences can be moved, muted and dropped.",
                "",
                "",
                "Below, see what the answer would be without each sentence.",
                "",
                "Below, both networks stand side by side.",
                "",
                "Below, train a network of your own and watch it learn.",
            ],
            de: [
                "Unten siehst du die Geschichte auf ihrem Weg zur Antwort.",
                "Unten steht die ganze Rechnung zu einer dieser Zahlen.",
                "Unten kannst du dem [Suchvektor|query] von Schritt zu Schritt folgen.",
                "",
                "Unten lassen sich Sätze verschieben, stumm stellen und streichen.",
                "",
                "",
                "Unten siehst du, wie die Antwort ohne jeden Satz hieße.",
                "",
                "Unten stehen beide Netze nebeneinander.",
                "",
                "Unten kannst du ein eigenes Netz trainieren und ihm beim Lernen zusehen.",
            ],
        }
    }
}
