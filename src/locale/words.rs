//! The view of the words.

texts! {
    /// The texts of the view that maps the word vectors.
    Words {
        /// The name of the view.
        title { en: "Words", de: "Wörter" }
    }
}
