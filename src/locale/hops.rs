//! The view hop by hop.

texts! {
    /// The texts of the view that plays the hops.
    Hops {
        /// The name of the view.
        title { en: "Hop by hop", de: "Schritt für Schritt" }
    }
}
