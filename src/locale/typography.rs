//! Numbers and quotation marks.

texts! {
    /// How numbers are written, and words are quoted.
    Typography {
        /// A number with so many decimals.
        decimal(number: f32, places: usize) {
            en: format!("{number:.places$}").replace('-', "−"),
            de: format!("{number:.places$}").replace('-', "−").replace('.', ","),
        }
        /// A number, which may come with a sign such as "<", in percent.
        percent(number: &str) {
            en: format!("{number}%"),
            de: format!("{number}\u{a0}%"),
        }
        /// Something in quotation marks.
        quoted(text: &str) {
            en: format!("“{text}”"),
            de: format!("„{text}“"),
        }
    }
}
