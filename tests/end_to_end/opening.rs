//! Opening the page.

use anyhow::Result;

use crate::harness::{Fault, Reader, default_network, visit};

#[tokio::test]
async fn the_page_opens_with_a_story_a_question_and_their_answer() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.find("main", "").await?;
        let heatmap = page.heatmap().await?;
        let (story, question) = page.texts().await?;
        let numbered: Vec<String> = story
            .lines()
            .zip(1..)
            .map(|(sentence, number)| format!("{number} {sentence}"))
            .collect();
        assert_eq!(heatmap.names(), numbered);
        let hops = 1..=default_network()?.size("hops")?;
        let columns: Vec<String> = hops.map(|hop| format!("Hop {hop}")).collect();
        assert_eq!(heatmap.columns, columns);
        heatmap.check()?;
        assert!(!question.is_empty());
        assert!(page.answer().await?.ends_with('%'));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_program_that_is_missing_is_a_message_and_a_retry_that_works() -> Result<()> {
    let reader = Reader::default().fault("_bg.wasm", Fault::Status(404));
    visit(reader, async |page| {
        page.expect_console_error("404");
        page.expect_console_error("could not be loaded");
        let message = page.find("alert", "").await?;
        assert!(message.text().await?.contains("404"));
        page.check_accessibility().await?;

        page.server().clear_faults();
        page.find("button", "Try again").await?.click().await?;
        page.heatmap().await?.check()
    })
    .await
}

#[tokio::test]
async fn a_program_that_arrives_damaged_is_a_message() -> Result<()> {
    let reader = Reader::default().fault("_bg.wasm", Fault::Truncated);
    visit(reader, async |page| {
        page.expect_console_error("arrived damaged");
        page.find("alert", "").await?;
        Ok(())
    })
    .await
}
