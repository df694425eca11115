//! Choosing the network that answers.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::harness::{Fault, Network, Page, Reader, built, default_network, two_networks, visit};

const STORY: &str = "Mary went to the garden.";
const QUESTION: &str = "Where is Mary?";

#[tokio::test]
async fn another_network_answers_when_it_is_chosen_and_after_a_reload() -> Result<()> {
    let (first, second) = two_networks()?;
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        assert_eq!(page.chosen("Network").await?, first.title);
        until_about(page, &first).await?;

        page.choose("Network", &second.title).await?;
        page.write(STORY, QUESTION).await?;
        page.until_answer("garden").await?;
        check_hops(page, &second).await?;
        until_about(page, &second).await?;

        page.reload().await?;
        page.until_answer("garden").await?;
        assert_eq!(page.chosen("Network").await?, second.title);
        check_hops(page, &second).await?;
        assert_eq!(page.texts().await?, (STORY.to_owned(), QUESTION.to_owned()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_network_is_chosen_by_keyboard_and_keeps_the_focus() -> Result<()> {
    let (_, second) = two_networks()?;
    visit(Reader::default(), async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("garden").await?;
        page.find("combobox", "Network").await?.focus().await?;
        page.press(Key::Down).await?;
        page.until("the second network answers", async || {
            Ok(page.chosen("Network").await? == second.title
                && page.answer().await?.starts_with("garden"))
        })
        .await?;
        check_hops(page, &second).await?;
        let combobox = ("combobox".to_owned(), "Network".to_owned());
        assert_eq!(page.focused().await?, combobox);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn while_another_network_loads_the_old_answer_is_gone() -> Result<()> {
    let (_, second) = two_networks()?;
    let reader = Reader::default().fault(&second.weights(), Fault::Stalled);
    visit(reader, async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("garden").await?;
        page.choose("Network", &second.title).await?;
        page.until_answer("Loading the network").await?;
        no_answer(page).await?;
        page.check_accessibility().await?;

        page.server().clear_faults();
        page.until_answer("garden").await?;
        check_hops(page, &second).await
    })
    .await
}

#[tokio::test]
async fn another_network_that_fails_is_a_message_and_a_retry_or_the_way_back() -> Result<()> {
    let (first, second) = two_networks()?;
    let reader = Reader::default().fault(&second.weights(), Fault::Status(503));
    visit(reader, async |page| {
        page.expect_console_error("503");
        page.write(STORY, QUESTION).await?;
        page.until_answer("garden").await?;
        page.choose("Network", &second.title).await?;
        page.until_message("answered 503").await?;
        no_answer(page).await?;
        page.check_accessibility().await?;

        page.choose("Network", &first.title).await?;
        page.until_answer("garden").await?;
        check_hops(page, &first).await?;
        assert!(page.find_all("alert", "").await?.is_empty());

        page.choose("Network", &second.title).await?;
        page.until_message("answered 503").await?;
        page.server().clear_faults();
        page.find("button", "Retry").await?.click().await?;
        page.until_answer("garden").await?;
        check_hops(page, &second).await
    })
    .await
}

#[tokio::test]
async fn a_network_that_was_here_needs_no_second_download() -> Result<()> {
    let (first, second) = two_networks()?;
    visit(Reader::default(), async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("garden").await?;
        page.choose("Network", &second.title).await?;
        page.until_answer("garden").await?;

        page.server().set_fault("", Fault::Status(503));
        for network in [&first, &second] {
            page.choose("Network", &network.title).await?;
            page.until_answer("garden").await?;
            check_hops(page, network).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_without_a_list_of_networks_answers_all_the_same() -> Result<()> {
    let reader = Reader::default().fault("models/index.json", Fault::Status(404));
    visit(reader, async |page| {
        page.expect_console_error("404");
        page.write(STORY, QUESTION).await?;
        page.until_answer("garden").await?;
        assert!(page.find_all("combobox", "Network").await?.is_empty());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_answer_that_the_story_does_not_hold_is_said_in_words() -> Result<()> {
    // The network that ships, with one word of another spelling.
    let record = default_network()?.record();
    let text = String::from_utf8(built(&record)?)?;
    let spelled = text.replace("\"garden\"", "\"unknown\"");
    ensure!(spelled != text, "the network doesn't answer with a garden");
    let reader = Reader::default().fault(&record, Fault::Bytes(spelled.into_bytes()));
    visit(reader, async |page| {
        page.write("Mary went to the unknown.", QUESTION).await?;
        page.until_answer("The story doesn't say").await?;

        page.write("Mary went to the kitchen.", QUESTION).await?;
        page.until_answer("kitchen").await
    })
    .await
}

/// Fails unless the attention is that of this network.
async fn check_hops(page: &Page, network: &Network) -> Result<()> {
    let heatmap = page.heatmap().await?;
    heatmap.check()?;
    assert_eq!(heatmap.columns.len(), network.size("hops")?);
    Ok(())
}

/// Waits until the page tells the facts of this network.
async fn until_about(page: &Page, network: &Network) -> Result<()> {
    let memory = format!("the last {} sentences", network.size("memory")?);
    page.until(&format!("the page knows {memory:?}"), async || {
        let facts = "return document.querySelector('.about')?.textContent ?? ''";
        Ok(page.script::<String>(facts, &[]).await?.contains(&memory))
    })
    .await
}

/// Fails unless neither answers nor attention are to be seen.
async fn no_answer(page: &Page) -> Result<()> {
    assert!(page.find_all("list", "Runners-up").await?.is_empty());
    assert!(page.find_all("grid", "").await?.is_empty());
    assert!(!page.answer().await?.contains("garden"));
    Ok(())
}
