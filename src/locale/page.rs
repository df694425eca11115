//! The document.

texts! {
    /// The texts of the document.
    Page {
        /// Its title, and the first heading of the page.
        title {
            en: "Memory Network Explainer",
            de: "Gedächtnisnetze erklärt",
        }
    }
}
