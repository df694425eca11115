//! The view that trains.

texts! {
    /// The texts of the view that trains a network.
    Train {
        /// The name of the view.
        title { en: "Train", de: "Trainieren" }
        /// What the view is for.
        lede {
            en: "Here a network that knows nothing learns before your eyes: an End-to-End Memory Network, in this page, on stories made up as it goes. Press Start, and watch what it reads.",
            de: "Hier lernt ein Netz, das nichts weiß, vor deinen Augen: ein End-to-End Memory Network, in dieser Seite, mit Geschichten, die dabei entstehen. Drück auf Start und sieh zu, was es liest.",
        }
        /// What can be chosen before.
        plan { en: "What to train", de: "Was trainiert wird" }
        /// The tasks to learn.
        tasks { en: "Tasks", de: "Aufgaben" }
        /// No task is chosen.
        no_task { en: "none", de: "keine" }
        /// How many tasks are chosen, where there are more than one.
        some_tasks(tasks: usize) {
            en: format!("{tasks} of 20"),
            de: format!("{tasks} von 20"),
        }
        /// The size of an embedding.
        dimension { en: "Numbers a word", de: "Zahlen je Wort" }
        /// The number of hops.
        hops { en: "Hops", de: "Schritte" }
        /// Whether training begins without the softmax.
        linear_start { en: "Linear start", de: "Linearer Start" }
        /// What linear start is.
        linear_start_note {
            en: "At first without the softmax in the hops, which helps it out of dead ends.",
            de: "Zuerst ohne Softmax in den Schritten; das hilft aus Sackgassen.",
        }
        /// How fast training goes.
        speed { en: "Speed", de: "Tempo" }
        /// Slowly enough to watch.
        speed_watch { en: "to watch", de: "zum Zusehen" }
        /// As fast as it can.
        speed_full { en: "full", de: "voll" }
        /// Begins, or goes on.
        start { en: "Start", de: "Start" }
        /// Goes on after a pause.
        go_on { en: "Go on", de: "Weiter" }
        /// Waits.
        pause { en: "Pause", de: "Pause" }
        /// Trains one batch.
        step { en: "One step", de: "Ein Schritt" }
        /// Gives the network up.
        reset { en: "Reset", de: "Zurücksetzen" }
        /// The plan cannot be changed now.
        plan_fixed {
            en: "Reset to choose anew.",
            de: "Setz zurück, um neu zu wählen.",
        }
        /// Nothing is going on yet.
        status_planning { en: "Ready to start.", de: "Bereit." }
        /// The worker starts.
        status_starting { en: "Making up stories …", de: "Geschichten entstehen …" }
        /// Training goes on.
        status_running { en: "Training.", de: "Das Training läuft." }
        /// Training waits.
        status_paused(questions: &str, percent: &str) {
            en: format!("Paused after {questions} questions: {percent} of the held-out questions are answered rightly."),
            de: format!("Pause nach {questions} Fragen: {percent} der zurückgelegten Fragen werden richtig beantwortet."),
        }
        /// The plan is fulfilled.
        status_done(questions: &str, percent: &str) {
            en: format!("Done after {questions} questions: {percent} of the held-out questions are answered rightly."),
            de: format!("Fertig nach {questions} Fragen: {percent} der zurückgelegten Fragen werden richtig beantwortet."),
        }
        /// Training cannot go on; the cause is technical, and English.
        status_failed(cause: &str) {
            en: format!("Training stopped: {cause}. Reset to begin anew."),
            de: format!("Das Training brach ab: {cause}. Setz zurück, um neu zu beginnen."),
        }
        /// The loss of the questions trained on.
        loss { en: "Loss", de: "Verlust" }
        /// What the loss is.
        loss_note {
            en: "how wrong it is on what it trains on",
            de: "wie falsch es beim Üben liegt",
        }
        /// The share of held-out questions answered rightly.
        accuracy { en: "Accuracy", de: "Trefferquote" }
        /// What the accuracy is.
        accuracy_note {
            en: "held-out questions it answers rightly",
            de: "zurückgelegte Fragen, die es richtig beantwortet",
        }
        /// What the charts count along the bottom.
        questions { en: "questions trained on", de: "geübte Fragen" }
        /// Where linear start ends.
        softmax { en: "softmax", de: "Softmax" }
        /// A chart in words: what it shows, its first and its last value, and after how many
        /// questions.
        chart(what: &str, first: &str, last: &str, questions: &str) {
            en: format!("{what}: from {first} to {last} over {questions} questions."),
            de: format!("{what}: von {first} auf {last} über {questions} Fragen."),
        }
        /// A chart of nothing yet.
        empty_chart(what: &str) {
            en: format!("{what}: nothing measured yet."),
            de: format!("{what}: noch nichts gemessen."),
        }
        /// The question that is never trained on.
        held_out { en: "A story it never trains on", de: "Eine Geschichte, mit der es nie übt" }
        /// What will stand there.
        held_out_waiting {
            en: "Here you will see what the network reads of a story that it never trains on, and its answer.",
            de: "Hier siehst du dann, was das Netz von einer Geschichte liest, mit der es nie übt, und seine Antwort.",
        }
        /// Marks the sentences from which the answer follows.
        fact { en: "the fact", de: "der Beleg" }
        /// What the network answers to the question that is shown, with the right answer.
        right(answer: &str) { en: format!("right: {answer}"), de: format!("richtig: {answer}") }
        /// The pictures of the attention in the course of training.
        film { en: "What it read of this story, from the first question to now", de: "Was es von dieser Geschichte las, von der ersten Frage bis jetzt" }
        /// What a picture shows: after how many questions, and the strongest weight of each hop.
        film_picture(questions: &str, reads: &str) {
            en: format!("After {questions} questions: {reads}."),
            de: format!("Nach {questions} Fragen: {reads}."),
        }
        /// The network can be used.
        use_it { en: "The network", de: "Das Netz" }
        /// The name of the network.
        name { en: "Name", de: "Name" }
        /// The name that the network has if the reader gives it none.
        default_name { en: "my network", de: "mein Netz" }
        /// Lets the network answer in the page.
        ask { en: "Ask it", de: "Frag es" }
        /// Keeps the network in the browser.
        keep { en: "Keep", de: "Behalten" }
        /// Saves the network as a file.
        download { en: "Download", de: "Herunterladen" }
        /// Forgets the network.
        forget { en: "Remove", de: "Entfernen" }
        /// An action on a network, for those who don't see beside which it stands.
        of_network(action: &str, network: &str) {
            en: format!("{action}: {network}"),
            de: format!("{action}: {network}"),
        }
        /// The network answers now.
        asked(network: &str) {
            en: format!("“{network}” answers now: ask it above."),
            de: format!("„{network}“ antwortet jetzt: Frag es oben."),
        }
        /// The network is kept.
        kept(network: &str) {
            en: format!("This browser keeps “{network}”."),
            de: format!("Dieser Browser behält „{network}“."),
        }
        /// The network was opened from files.
        opened(network: &str) {
            en: format!("“{network}” is opened, and answers now. Keep it to find it again."),
            de: format!("„{network}“ ist geöffnet und antwortet jetzt. Behalte es, um es wiederzufinden."),
        }
        /// Networks that were trained here or opened.
        own { en: "Your networks", de: "Deine Netze" }
        /// There are none.
        no_own {
            en: "None yet. Networks that you ask, keep or open are listed here.",
            de: "Noch keine. Hier stehen Netze, die du fragst, behältst oder öffnest.",
        }
        /// Opens a network from files.
        open { en: "Open a network", de: "Ein Netz öffnen" }
        /// What can be opened.
        open_note {
            en: "A .safetensors file that you downloaded here, or one with its record (.json).",
            de: "Eine .safetensors-Datei, die du hier heruntergeladen hast, oder eine mit ihrem Steckbrief (.json).",
        }
        /// The browser keeps nothing.
        keep_forbidden {
            en: "This browser keeps nothing for this page, as in private mode. Download the network instead.",
            de: "Dieser Browser behält nichts für diese Seite, etwa im privaten Modus. Lade das Netz stattdessen herunter.",
        }
        /// The browser has no room.
        keep_full {
            en: "The browser has no room left for this page. Remove a network below, or download this one.",
            de: "Der Browser hat keinen Platz mehr für diese Seite. Entferne unten ein Netz oder lade dieses herunter.",
        }
        /// The files chosen have no weights, or several.
        open_weights(found: usize) {
            en: match found {
                0 => "There are no weights in what you chose: choose a .safetensors file.".to_owned(),
                _ => format!("You chose {found} files of weights: choose one, with its record (.json) if it has one."),
            },
            de: match found {
                0 => "In deiner Auswahl sind keine Gewichte: Wähl eine .safetensors-Datei.".to_owned(),
                _ => format!("Du hast {found} Dateien mit Gewichten gewählt: Wähl eine, mit ihrem Steckbrief (.json), falls sie einen hat."),
            },
        }
        /// Several records were chosen.
        open_records {
            en: "You chose several records (.json): choose the one that belongs to the weights.",
            de: "Du hast mehrere Steckbriefe (.json) gewählt: Wähl den, der zu den Gewichten gehört.",
        }
        /// The record is missing.
        open_no_record {
            en: "These weights have no record in them: choose them together with the .json file of the same name.",
            de: "Diese Gewichte enthalten keinen Steckbrief: Wähl sie zusammen mit der .json-Datei gleichen Namens.",
        }
        /// A file is too large.
        open_too_large(file: &str) {
            en: format!("{file} is too large to be a network for this page."),
            de: format!("{file} ist zu groß für ein Netz dieser Seite."),
        }
        /// A file cannot be read.
        open_unreadable(file: &str) {
            en: format!("The browser could not read {file}. Check that it is still there, and choose it again."),
            de: format!("Der Browser konnte {file} nicht lesen. Prüf, ob die Datei noch da ist, und wähl sie noch einmal."),
        }
    }
}
