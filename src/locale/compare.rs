//! The view that compares.

texts! {
    /// The texts of the view that compares two answers.
    Compare {
        /// The name of the view.
        title { en: "Compare", de: "Vergleichen" }
    }
}
