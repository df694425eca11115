//! The question.

texts! {
    /// The texts around the question.
    Question {
        /// The title of its part.
        title { en: "Question", de: "Frage" }
        /// The question has no words.
        empty {
            en: "The question is empty. Ask something about the story.",
            de: "Die Frage ist leer. Frag etwas zur Geschichte.",
        }
    }
}
