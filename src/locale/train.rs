//! The view that trains.

texts! {
    /// The texts of the view that trains a network.
    Train {
        /// The name of the view.
        title { en: "Train", de: "Trainieren" }
    }
}
