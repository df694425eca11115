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
        /// A whole number, its thousands set apart.
        grouped(number: usize) { en: grouped(number, ','), de: grouped(number, '.') }
        /// Something in quotation marks.
        quoted(text: &str) {
            en: format!("“{text}”"),
            de: format!("„{text}“"),
        }
        /// Several things in a row: "1, 4 and 7".
        listed(things: &[String]) { en: listed(things, "and"), de: listed(things, "und") }
    }
}

/// Things with commas between them, and a word before the last.
fn listed(things: &[String], and: &str) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} {and} {last}", others.join(", ")),
    }
}

/// A whole number with something between its thousands.
fn grouped(number: usize, between: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    text
}
