//! The views that look closer.

texts! {
    /// The texts around the views.
    Closer {
        /// The title of the part.
        title { en: "Look closer", de: "Genauer hinsehen" }
    }
}
