//! The view that overrules the network.

texts! {
    /// The texts of the view that changes what the network reads.
    Change {
        /// The name of the view.
        title { en: "Change it", de: "Eingreifen" }
    }
}
