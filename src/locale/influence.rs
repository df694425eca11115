//! The view of what mattered.

texts! {
    /// The texts of the view that leaves sentences out.
    Influence {
        /// The name of the view.
        title { en: "What mattered", de: "Was zählte" }
    }
}
