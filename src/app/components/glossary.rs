//! All terms of the field.

use yew::{Html, component, html};

use crate::app::hooks::use_texts;
use crate::locale::glossary::Term;

/// The list of all terms, in the order in which one leads to the next.
#[component]
pub fn Glossary() -> Html {
    let texts = use_texts();
    html! {
        <section class="glossary" aria-label={texts.glossary.title}>
        <details>
            <summary>{texts.glossary.title}</summary>
            <dl>
                {for Term::ALL.iter().map(|term| {
                    let entry = term.entry(texts.language);
                    html! { <div><dt>{entry.name}</dt><dd>{entry.meaning}</dd></div> }
                })}
            </dl>
        </details>
        </section>
    }
}
