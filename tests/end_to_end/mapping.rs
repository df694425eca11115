//! The words of the story on their map, and what lies around them.

use anyhow::Result;
use memnet::locale::ENGLISH;
use thirtyfour::By;

use crate::harness::{Fault, Page, Reader, visit};

#[tokio::test]
async fn a_word_of_the_map_or_of_ones_own_is_told_with_its_neighbours() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write("Priya strolled to the garden.", "Where is Priya?")
            .await?;
        page.until_message("strolled, read as went").await?;
        let view = page.open_view_by_key(ENGLISH.words.title).await?;
        let field = page.find("textbox", ENGLISH.words.word).await?;

        // By pointer, a word of the story.
        let garden = view
            .find(By::XPath(".//*[name()='text'][.='garden']"))
            .await?;
        garden.click().await?;
        page.until("the garden is asked about", async || {
            let value = field.prop("value").await?;
            Ok(value.as_deref() == Some("garden") && !neighbours(page).await?.is_empty())
        })
        .await?;
        let told = |word: &str| ENGLISH.words.entity(word);
        page.until_message(&told("garden")).await?;

        // By keyboard, that and any other.
        page.replace(&field, "strolled").await?;
        page.until_message(&ENGLISH.words.read_as("strolled", "went"))
            .await?;
        assert!(neighbours(page).await?.contains(&"wandered".to_owned()));
        page.replace(&field, "zorblax").await?;
        page.until("no neighbours are listed", async || {
            let note = view.find(By::Css(".note")).await;
            Ok(match note {
                Ok(note) => note.text().await?.contains("zorblax"),
                Err(_) => false,
            })
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_map_that_does_not_come_can_be_asked_for_again_on_the_narrowest_page() -> Result<()> {
    let reader = Reader::default()
        .dark()
        .window(320, 740)
        .fault("english.safetensors", Fault::Status(503));
    visit(reader, async |page| {
        page.expect_console_error("503");
        page.heatmap().await?.check()?;
        let view = page.open_view(ENGLISH.words.title).await?;
        page.until_message(ENGLISH.words.failed).await?;
        page.server().clear_faults();
        view.find(By::Css("button")).await?.click().await?;
        page.until("the neighbours are listed", async || {
            Ok(!neighbours(page).await?.is_empty())
        })
        .await?;
        page.check_width().await
    })
    .await
}

/// The neighbours that are listed, the nearest first.
async fn neighbours(page: &Page) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('.neighbours .word')].map(it => it.textContent)";
    page.script(script, &[]).await
}
