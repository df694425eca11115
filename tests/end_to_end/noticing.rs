//! The harness itself, on a small page of its own: what it must notice, it notices.

use std::path::Path;

use anyhow::Result;
use thirtyfour::Key;

use crate::harness::{Fault, Page, Reader, starting_with, visit_folder};

/// Visits the page of this folder.
async fn visit_small_page(
    reader: Reader,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/end_to_end/noticing");
    visit_folder(folder, reader, test).await
}

/// Why something failed.
fn complaint(outcome: Result<()>) -> String {
    outcome.map_or_else(|error| error.to_string(), |()| "no complaint".to_owned())
}

#[tokio::test]
async fn an_exception_in_the_page_fails_the_visit() {
    let outcome = visit_small_page(Reader::default(), async |page| {
        page.find("button", "Fail").await?.click().await?;
        Ok(())
    })
    .await;
    assert!(complaint(outcome).contains("failed on demand"));
}

#[tokio::test]
async fn an_expected_error_must_come() {
    let outcome = visit_small_page(Reader::default(), async |page| {
        page.expect_console_error("failed on demand");
        Ok(())
    })
    .await;
    assert!(complaint(outcome).contains("lacks the expected error"));
}

#[tokio::test]
async fn a_visit_that_leaves_the_page_inaccessible_fails_with_the_rule() {
    let outcome = visit_small_page(Reader::default(), async |page| {
        page.check_accessibility().await?;
        let button = page.find("button", "Add an image without a name").await?;
        Ok(button.click().await?)
    })
    .await;
    assert!(complaint(outcome).contains("image-alt"));
}

#[tokio::test]
async fn what_is_typed_and_pasted_arrives_as_a_person_sees_it() -> Result<()> {
    visit_small_page(Reader::default(), async |page| {
        let story = page.find("textbox", "Story").await?;
        let answer = page.find("status", "Answer").await?;
        page.type_into(&story, " John").await?;
        assert_eq!(answer.text().await?, "old John");
        page.replace(&story, "Mary went home.").await?;
        assert_eq!(answer.text().await?, "Mary went home.");
        page.paste(" 🏠 مرحبا").await?;
        assert_eq!(answer.text().await?, "Mary went home. 🏠 مرحبا");
        page.reload().await?;
        let story = page.find("textbox", "Story").await?;
        assert_eq!(story.value().await?.as_deref(), Some("old"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn names_can_be_found_by_their_start_and_hidden_things_not_at_all() -> Result<()> {
    visit_small_page(Reader::default(), async |page| {
        page.find("table", starting_with("Attention")).await?;
        assert!(page.find_all("table", "Attention").await?.is_empty());
        assert!(page.find_all("alert", "").await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_keyboard_moves_the_focus() -> Result<()> {
    visit_small_page(Reader::default(), async |page| {
        page.find("main", "").await?;
        page.press(Key::Tab).await?;
        assert_eq!(page.focused().await?, ("textbox".into(), "Story".into()));
        page.press(Key::Tab).await?;
        assert_eq!(page.focused().await?, ("button".into(), "Fail".into()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_window_is_as_narrow_and_as_dark_as_asked() -> Result<()> {
    visit_small_page(Reader::default().window(320, 640).dark(), async |page| {
        let script = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]";
        let found: (u32, bool) = page.script(script, &[]).await?;
        assert_eq!(found, (320, true));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn faults_come_and_go_during_a_visit() -> Result<()> {
    visit_small_page(Reader::default(), async |page| {
        let fetch = page.find("button", "Fetch").await?;
        let answer = page.find("status", "Answer").await?;
        let faults = [
            (Fault::Status(503), "503"),
            (Fault::Refused, "no answer"),
            (Fault::Bytes(b"other bytes".to_vec()), "other bytes"),
            (Fault::Truncated, "first half"),
        ];
        for (fault, seen) in faults {
            page.server().set_fault("letter.txt", fault);
            fetch.click().await?;
            page.until("the fault is seen", async || {
                Ok(answer.text().await? == seen)
            })
            .await?;
        }
        page.server().set_fault("letter.txt", Fault::Stalled);
        fetch.click().await?;
        assert_eq!(answer.text().await?, "fetching");
        page.server().clear_faults();
        page.until("the whole file is there", async || {
            Ok(answer.text().await?.contains("other half"))
        })
        .await?;

        page.set_offline(true).await?;
        fetch.click().await?;
        page.until("the page is offline", async || {
            Ok(answer.text().await? == "no answer")
        })
        .await?;
        page.set_offline(false).await?;

        page.expect_console_error("503");
        page.expect_console_error("ERR_EMPTY_RESPONSE");
        page.expect_console_error("ERR_INTERNET_DISCONNECTED");
        Ok(())
    })
    .await
}
