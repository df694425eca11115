//! Choosing the language.

use yew::{hook, use_effect_with, use_memo};

use crate::locale::Language;

/// The language that the reader chose, or else the first one of her browser that the page speaks.
/// A page that has the whole document to itself says so in its head.
#[hook]
pub fn use_language(chosen: Option<Language>, owns_document: bool) -> Language {
    let preferred = use_memo((), |()| preferred());
    let language = chosen.unwrap_or(*preferred);
    use_effect_with((language, owns_document), |(language, owns_document)| {
        if *owns_document {
            declare(*language);
        }
    });
    language
}

fn preferred() -> Language {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let tags = languages
        .into_iter()
        .flat_map(|languages| languages.to_vec());
    Language::preferred(tags.filter_map(|tag| tag.as_string()))
}

fn declare(language: Language) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(language.texts().page.title);
        if let Some(root) = document.document_element() {
            // A name without forbidden letters is always taken.
            let _ = root.set_attribute("lang", language.tag());
        }
    }
}
