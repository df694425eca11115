//! Terms that explain themselves.

use anyhow::Result;
use memnet::locale::Language;
use memnet::locale::glossary::Term;
use thirtyfour::Key;

use crate::harness::{Page, Reader, visit};

#[tokio::test]
async fn a_term_is_explained_where_it_stands_by_pointer_and_by_key() -> Result<()> {
    for reader in [Reader::default(), Reader::default().dark().window(360, 740)] {
        visit(reader, async |page| {
            page.heatmap().await?.check()?;
            let term = page.find("button", "slot").await?;
            term.click().await?;
            until_explained(page, Some(Term::Slot)).await?;
            page.check_accessibility().await?;
            let outside = "
                const box = document.querySelector(':popover-open').getBoundingClientRect();
                return box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight;";
            assert!(!page.script::<bool>(outside, &[]).await?);

            page.press(Key::Escape).await?;
            until_explained(page, None).await?;
            let focused = page.focused().await?;
            assert_eq!(focused, ("button".to_owned(), "slot".to_owned()));

            page.press(Key::Enter).await?;
            until_explained(page, Some(Term::Slot)).await?;
            // Another one takes its place.
            page.find("button", "what was read").await?.click().await?;
            until_explained(page, Some(Term::Read)).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn all_terms_stand_at_the_foot_of_the_page_in_the_language_of_the_reader() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        page.find("DisclosureTriangle", "Glossary")
            .await?
            .click()
            .await?;
        check_list(page, Language::English).await?;
        page.check_accessibility().await?;
        page.choose("Language", "Deutsch").await?;
        page.find("DisclosureTriangle", "Glossar").await?;
        check_list(page, Language::German).await
    })
    .await
}

/// Waits until the meaning of this term, or of none, is to be seen.
async fn until_explained(page: &Page, term: Option<Term>) -> Result<()> {
    let expected = term.map_or("", |term| term.entry(Language::English).meaning);
    page.until(&format!("{term:?} is explained"), async || {
        let open = "return document.querySelector(':popover-open')?.textContent ?? ''";
        let text: String = page.script(open, &[]).await?;
        Ok(text.ends_with(expected) && text.is_empty() == term.is_none())
    })
    .await
}

async fn check_list(page: &Page, language: Language) -> Result<()> {
    let text = page.text().await?;
    for term in Term::ALL {
        let entry = term.entry(language);
        assert!(text.contains(entry.name), "{}", entry.name);
        assert!(text.contains(entry.meaning), "{}", entry.meaning);
    }
    Ok(())
}
