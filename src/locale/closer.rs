//! The views that look closer.

texts! {
    /// The texts around the views.
    Closer {
        /// The title of the part.
        title { en: "Look closer", de: "Genauer hinsehen" }
        /// The views are on their way.
        under_way { en: "Loading the rest of the page…", de: "Der Rest der Seite wird geladen…" }
        /// The views could not be loaded.
        missing {
            en: "The rest of the page could not be loaded: the views that look closer, and the glossary. Check your connection and retry.",
            de: "Der Rest der Seite konnte nicht geladen werden: die genaueren Ansichten und das Glossar. Prüf die Verbindung und versuch es noch einmal.",
        }
    }
}
