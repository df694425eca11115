//! The view of the four components.

texts! {
    /// The texts of the view that shows the story on its way through the four components.
    Flow {
        /// The name of the view.
        title { en: "Four components", de: "Vier Bausteine" }
    }
}
