//! A network that doesn't come.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Fault, Page, Reader, built, default_network, visit};

const STORY: &str = "Mary went to the office.";
const QUESTION: &str = "Where is Mary?";

/// What goes wrong with a file, and what the page says to it.
struct Case {
    file: String,
    fault: Fault,
    message: &'static str,
    /// What the browser itself writes to the console.
    console: Option<&'static str>,
}

impl Case {
    fn new(file: &str, fault: Fault, message: &'static str) -> Self {
        let console = match fault {
            Fault::Status(404) => Some("404"),
            Fault::Status(_) => Some("503"),
            Fault::Refused => Some("ERR_EMPTY_RESPONSE"),
            _ => None,
        };
        Self {
            file: file.to_owned(),
            fault,
            message,
            console,
        }
    }
}

fn cases() -> Result<Vec<Case>> {
    let network = default_network()?;
    let (record, weights) = (&network.record(), &network.weights());
    let mut other_bytes = built(weights)?;
    other_bytes.fill(b'?');
    Ok(vec![
        Case::new(weights, Fault::Status(404), "not found (404)"),
        Case::new(weights, Fault::Status(503), "answered 503"),
        Case::new(weights, Fault::Refused, "the server doesn't answer"),
        Case::new(weights, Fault::Truncated, "arrived incomplete"),
        Case::new(
            weights,
            Fault::Bytes(other_bytes),
            "weights of the network are damaged",
        ),
        Case::new(record, Fault::Status(404), "not found (404)"),
        Case::new(record, Fault::Truncated, "record of the network is damaged"),
        Case::new(
            record,
            Fault::Bytes(b"<!doctype html>".to_vec()),
            "record of the network is damaged",
        ),
        Case::new(
            record,
            Fault::Bytes(record_of_another_size(record)?),
            "weights don't fit",
        ),
    ])
}

/// The record of a network whose sentences become shorter vectors.
fn record_of_another_size(path: &str) -> Result<Vec<u8>> {
    let mut record: Value = serde_json::from_slice(&built(path)?)?;
    let dimension = record["architecture"]["dimension"]
        .as_u64()
        .context("no dimension")?;
    record["architecture"]["dimension"] = json!(dimension - 1);
    Ok(serde_json::to_vec(&record)?)
}

#[tokio::test]
async fn a_network_that_fails_to_load_is_a_message_with_the_cause_and_a_retry() -> Result<()> {
    for case in cases()? {
        let what = format!("{}: {}", case.file, case.message);
        let reader = Reader::default().fault(&case.file, case.fault);
        visit(reader, async |page| {
            if let Some(error) = case.console {
                page.expect_console_error(error);
            }
            until_alert(page, case.message).await?;
            page.write(STORY, QUESTION).await?;
            page.check_accessibility().await?;
            assert_eq!(page.texts().await?, (STORY.to_owned(), QUESTION.to_owned()));
            assert_eq!(page.answer().await?, "");

            page.server().clear_faults();
            retry(page).await?;
            page.until_answer("office").await?;
            page.heatmap().await?.check()?;
            assert!(page.find_all("alert", "").await?.is_empty());
            assert_eq!(page.texts().await?, (STORY.to_owned(), QUESTION.to_owned()));
            Ok(())
        })
        .await
        .context(what)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_retry_that_fails_says_what_is_wrong_now() -> Result<()> {
    let weights = default_network()?.weights();
    let reader = Reader::default().fault(&weights, Fault::Status(404));
    visit(reader, async |page| {
        page.expect_console_error("404");
        page.expect_console_error("503");
        page.expect_console_error("ERR_INTERNET_DISCONNECTED");
        until_alert(page, "404").await?;

        page.server().set_fault(&weights, Fault::Status(503));
        retry(page).await?;
        until_alert(page, "503").await?;

        page.set_offline(true).await?;
        retry(page).await?;
        until_alert(page, "You seem to be offline").await?;
        page.check_accessibility().await?;

        page.set_offline(false).await?;
        page.server().clear_faults();
        retry(page).await?;
        page.heatmap().await?.check()
    })
    .await
}

#[tokio::test]
async fn what_is_typed_while_the_network_loads_is_answered_when_it_comes() -> Result<()> {
    let weights = default_network()?.weights();
    let reader = Reader::default().fault(&weights, Fault::Stalled);
    visit(reader, async |page| {
        page.until_answer("Loading").await?;
        page.write(STORY, QUESTION).await?;
        page.check_accessibility().await?;
        page.server().clear_faults();
        page.until_answer("office").await?;
        page.until_rows(&["1 Mary went to the office."]).await
    })
    .await
}

#[tokio::test]
async fn a_retry_by_keyboard_keeps_its_place_on_the_page() -> Result<()> {
    let weights = default_network()?.weights();
    let reader = Reader::default().fault(&weights, Fault::Status(404));
    visit(reader, async |page| {
        page.expect_console_error("404");
        until_alert(page, "404").await?;
        page.find("button", "Retry").await?.focus().await?;
        page.server().clear_faults();
        page.press(Key::Enter).await?;
        page.heatmap().await?.check()?;
        page.press(Key::Tab).await?;
        assert_eq!(page.focused().await?.0, "row", "what follows the answer");
        Ok(())
    })
    .await
}

async fn retry(page: &Page) -> Result<()> {
    Ok(page.find("button", "Retry").await?.click().await?)
}

/// Waits until the page says what is wrong, in an alert.
async fn until_alert(page: &Page, cause: &str) -> Result<()> {
    page.until(&format!("an alert has {cause:?}"), async || {
        let alerts = page.find_all("alert", "").await?;
        Ok(match alerts.first() {
            Some(alert) => alert.text().await?.contains(cause),
            None => false,
        })
    })
    .await
}
