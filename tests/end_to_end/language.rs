//! The page in the reader's language.

use std::collections::BTreeSet;

use anyhow::Result;
use memnet::locale::{ENGLISH, GERMAN};

use crate::harness::{Page, Reader, networks, visit};

/// What is the same in English and German: names, and what the networks read and answer.
const NAMES: &[&str] = &["English", "Deutsch", "I", "G", "O", "R", "Auto", "Name"];

#[tokio::test]
async fn a_german_reader_meets_a_german_page() -> Result<()> {
    visit(Reader::default().language("de-AT"), async |page| {
        page.find("grid", "").await?;
        assert_eq!(
            page.script::<String>("return document.title", &[]).await?,
            GERMAN.page.title
        );
        let language = "return document.documentElement.lang";
        assert_eq!(page.script::<String>(language, &[]).await?, "de");
        page.find("textbox", GERMAN.story.title).await?;

        // Her choice outlasts a reload.
        page.choose(GERMAN.masthead.language, "English").await?;
        page.find("textbox", ENGLISH.story.title).await?;
        page.reload().await?;
        page.find("textbox", ENGLISH.story.title).await?;
        assert_eq!(page.script::<String>(language, &[]).await?, "en");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_english_is_left_in_the_german_page() -> Result<()> {
    visit(Reader::default(), async |page| {
        for (story, question) in [
            // An unknown word, and more sentences than the network remembers.
            ("Mary went to the zorblax. ".repeat(210), "Where is Mary?"),
            (String::new(), ""),
        ] {
            page.choose("Language", "English").await?;
            page.find("textbox", ENGLISH.story.title).await?;
            page.paste_over(&page.story().await?, &story).await?;
            page.paste_over(&page.question().await?, question).await?;
            let english = texts(page).await?;
            page.choose(ENGLISH.masthead.language, "Deutsch").await?;
            page.find("textbox", GERMAN.story.title).await?;
            let german = texts(page).await?;
            page.check_accessibility().await?;

            let mut known: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
            known.extend(networks()?.into_iter().map(|network| network.title));
            let left: Vec<_> = german
                .intersection(&english)
                .filter(|it| !known.contains(*it))
                .collect();
            assert!(left.is_empty(), "{left:?}");
            page.choose(GERMAN.masthead.language, "English").await?;
        }
        Ok(())
    })
    .await
}

/// All texts of the page that hold a word, seen or heard, but for those said to be English.
async fn texts(page: &Page) -> Result<BTreeSet<String>> {
    let script = r"
        for (const details of document.querySelectorAll('details')) details.open = true;
        const found = [document.title];
        const english = element => element.closest('[lang]:not(.memnet, :root)');
        const walker = document.createTreeWalker(document.querySelector('.memnet'), NodeFilter.SHOW_ALL);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
            if (english(element)) continue;
            if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
            else for (const name of ['title', 'aria-label', 'alt']) found.push(node.getAttribute(name) ?? '');
        }
        return found.map(text => text.trim()).filter(text => /\p{L}{2}/u.test(text));";
    Ok(page
        .script::<Vec<String>>(script, &[])
        .await?
        .into_iter()
        .collect())
}
