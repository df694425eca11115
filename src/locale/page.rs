//! The document.

texts! {
    /// The texts of the document.
    Page {
        /// The link to the documentation, which is in English.
        documentation {
            en: "Documentation: memory networks explained, and how to embed them",
            de: "Dokumentation (englisch): was Gedächtnisnetze sind und wie man sie einbettet",
        }
        /// Its title, and the first heading of the page.
        title {
            en: "Memory Network Explainer",
            de: "Gedächtnisnetze erklärt",
        }
    }
}
