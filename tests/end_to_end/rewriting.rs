//! Rewriting memory.

use anyhow::{Context, Result};
use memnet::locale::ENGLISH;
use thirtyfour::{Key, WebElement};

use crate::harness::{COMMAND, Page, Reader, visit};

const LINES: [&str; 3] = [
    "Mary went to the kitchen.",
    "Mary went to the garden.",
    "John went to the office.",
];
const QUESTION: &str = "Where is Mary?";

#[tokio::test]
async fn a_sentence_is_dragged_to_another_slot_and_takes_on_its_time() -> Result<()> {
    for reader in [Reader::default(), Reader::default().window(360, 740)] {
        visit(reader, async |page| {
            opened(page).await?;
            assert_eq!(times(page).await?, ["T(2)", "T(1)", "T(0)"]);
            let from = page.middle_of(&handle(page, 1).await?).await?;
            let to = page.middle_of_drawn(&handle(page, 2).await?).await?;
            page.drag(from, (to.0, to.1 + 8.0)).await?;
            until_story(page, &[1, 0, 2]).await?;
            // The time stays with the slot: the later of the two sentences counts.
            assert_eq!(times(page).await?, ["T(2)", "T(1)", "T(0)"]);
            page.until_answer("kitchen").await?;
            page.press_holding(COMMAND, 'z').await?;
            until_story(page, &[0, 1, 2]).await?;
            page.until_answer("garden").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn sentences_are_moved_muted_copied_and_dropped_by_keyboard() -> Result<()> {
    visit(Reader::default(), async |page| {
        opened(page).await?;
        handle(page, 1).await?.focus().await?;
        page.press(Key::Down).await?;
        until_story(page, &[1, 0, 2]).await?;
        page.until_message(&ENGLISH.change.moved(1, 2)).await?;
        // The focus goes along.
        page.press(Key::Down).await?;
        until_story(page, &[1, 2, 0]).await?;
        page.press(Key::Down).await?;
        page.press(Key::Up).await?;
        until_story(page, &[1, 0, 2]).await?;
        page.until_answer("kitchen").await?;

        press(page, &ENGLISH.change.mute_sentence(2)).await?;
        page.until_answer("garden").await?;
        page.until_message("1 muted sentence").await?;
        assert_eq!(page.heatmap().await?.rows[1].cells[0], "0.00");
        // What is muted stays muted where it is moved.
        handle(page, 2).await?.focus().await?;
        page.press(Key::Up).await?;
        until_story(page, &[0, 1, 2]).await?;
        assert_eq!(page.heatmap().await?.rows[0].cells[0], "0.00");
        page.check_accessibility().await?;

        press(page, &ENGLISH.change.copy_sentence(1)).await?;
        until_story(page, &[0, 0, 1, 2]).await?;
        press(page, &ENGLISH.change.drop_sentence(4)).await?;
        until_story(page, &[0, 0, 1]).await?;
        // Whoever drops the last sentence stays at the one before it.
        assert_eq!(
            page.focused().await?.1,
            ENGLISH.change.drop_sentence(3).as_str()
        );

        for expected in [&[0, 0, 1, 2][..], &[0, 1, 2]] {
            page.press_holding(COMMAND, 'z').await?;
            until_story(page, expected).await?;
        }
        let redo = page.find_all("button", ENGLISH.masthead.redo).await?;
        redo.last()
            .context("no button makes again")?
            .click()
            .await?;
        until_story(page, &[0, 0, 1, 2]).await
    })
    .await
}

#[tokio::test]
async fn the_temperature_and_the_number_of_hops_are_set_by_sliders() -> Result<()> {
    visit(Reader::default(), async |page| {
        opened(page).await?;
        let before = page.heatmap().await?;
        let sharpest = |cells: Vec<f64>| cells.into_iter().fold(0.0, f64::max);
        let slider = page.find("slider", ENGLISH.change.temperature).await?;
        slider.focus().await?;
        page.press(Key::End).await?;
        page.until_message("temperature 20.00").await?;
        let hot = sharpest(first_hop(page).await?);
        page.press(Key::Home).await?;
        page.until_message("temperature 0.05").await?;
        let cold = sharpest(first_hop(page).await?);
        assert!(hot < 0.5 && cold > 0.99, "{hot} and {cold}");
        page.heatmap().await?.check()?;

        let slider = page.find("slider", ENGLISH.change.hops).await?;
        slider.focus().await?;
        page.press(Key::Home).await?;
        page.until("one hop is taken", async || {
            Ok(page.heatmap().await?.columns == ["Hop 1"])
        })
        .await?;
        // The two sliders are two steps.
        page.press_holding(COMMAND, 'z').await?;
        page.press_holding(COMMAND, 'z').await?;
        page.until("it reads as before", async || {
            Ok(page.heatmap().await?.summary == before.summary)
        })
        .await
    })
    .await
}

/// Opens the view with a story of three sentences.
async fn opened(page: &Page) -> Result<()> {
    page.write(&LINES.join("\n"), QUESTION).await?;
    page.until_answer("garden").await?;
    page.open_view(ENGLISH.change.title).await?;
    page.find("list", ENGLISH.change.memory).await?;
    Ok(())
}

/// What a sentence, from 1, is moved by.
async fn handle(page: &Page, sentence: usize) -> Result<WebElement> {
    let name = ENGLISH.change.move_sentence(sentence);
    page.find("button", name.as_str()).await
}

/// Presses a button by keyboard.
async fn press(page: &Page, button: &str) -> Result<()> {
    page.find("button", button).await?.focus().await?;
    page.press(Key::Enter).await
}

/// The temporal encodings that the slots show, in order.
async fn times(page: &Page) -> Result<Vec<String>> {
    let list = page.find("list", ENGLISH.change.memory).await?;
    let script = "return [...arguments[0].querySelectorAll('math')].map(it => it.textContent)";
    page.script(script, &[list.to_json()?]).await
}

async fn first_hop(page: &Page) -> Result<Vec<f64>> {
    let heatmap = page.heatmap().await?;
    let cells = heatmap.rows.iter().map(|row| row.cells[0].parse());
    Ok(cells.collect::<Result<_, _>>()?)
}

/// Waits until the story has these of the lines.
async fn until_story(page: &Page, lines: &[usize]) -> Result<()> {
    let lines: Vec<&str> = lines.iter().map(|&line| LINES[line]).collect();
    let story = lines.join("\n");
    page.until(&format!("the story is {story:?}"), async || {
        Ok(page.texts().await?.0 == story)
    })
    .await
}
