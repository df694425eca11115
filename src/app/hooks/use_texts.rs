//! Finding the words.

use yew::{hook, use_context};

use crate::locale::{Language, Texts};

/// The texts of the page in the language of its reader: English where nobody said otherwise.
#[hook]
pub fn use_texts() -> &'static Texts {
    use_context::<Language>()
        .unwrap_or(Language::English)
        .texts()
}
