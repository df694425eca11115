//! Finding the same sentence in the story and in the heatmap.

use anyhow::{Context, Result};
use thirtyfour::{By, Key};

use crate::harness::{Page, Reader, starting_with, visit};

/// The same sentences, each on a line of its own and one after the other.
const STORIES: [&str; 2] = [
    "Mary went to the office.\nJohn went to the garden.\nSandra moved to the hallway.",
    "Mary went to the office. John went to the garden. Sandra moved to the hallway.",
];

const SENTENCES: [&str; 3] = [
    "Mary went to the office.",
    "John went to the garden.",
    "Sandra moved to the hallway.",
];

const NOWHERE: (f64, f64) = (1.0, 1.0);

#[tokio::test]
async fn pointing_at_a_row_marks_its_sentence_in_the_story() -> Result<()> {
    visit(Reader::default(), async |page| {
        for story in STORIES {
            page.write(story, "Where is Mary?").await?;
            for (index, sentence) in SENTENCES.iter().enumerate() {
                page.point_at(place_of_row(page, index).await?).await?;
                until_marked(page, &[sentence]).await?;
            }
            page.point_at(NOWHERE).await?;
            until_marked(page, &[]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn pointing_at_a_sentence_in_the_story_marks_its_row() -> Result<()> {
    visit(Reader::default(), async |page| {
        for story in STORIES {
            page.write(story, "Where is Mary?").await?;
            for sentence in SENTENCES {
                let place = page.place_of(&page.story().await?, sentence).await?;
                page.point_at(place).await?;
                until_marked(page, &[sentence]).await?;
            }
            page.point_at(NOWHERE).await?;
            until_marked(page, &[]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_row_that_has_the_focus_marks_its_sentence_in_the_story() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(STORIES[0], "Where is Mary?").await?;
        // The menu and the term beside the answer come before the table.
        page.press(Key::Tab).await?;
        page.press(Key::Tab).await?;
        page.press(Key::Tab).await?;
        until_marked(page, &SENTENCES[..1]).await?;
        page.press(Key::Down).await?;
        until_marked(page, &SENTENCES[1..2]).await?;
        page.press(Key::Tab).await?;
        until_marked(page, &[]).await
    })
    .await
}

#[tokio::test]
async fn the_caret_marks_its_sentence_and_its_row() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(STORIES[0], "Where is Mary?").await?;
        let story = page.story().await?;
        page.click_at(page.place_of(&story, SENTENCES[1]).await?)
            .await?;
        page.point_at(NOWHERE).await?;
        until_marked(page, &SENTENCES[1..2]).await?;
        page.press(Key::Up).await?;
        until_marked(page, &SENTENCES[..1]).await?;
        page.press(Key::Tab).await?;
        until_marked(page, &[]).await
    })
    .await
}

/// Where the row of a sentence, counted from 0, is drawn.
async fn place_of_row(page: &Page, index: usize) -> Result<(f64, f64)> {
    let table = page.find("grid", starting_with("Attention")).await?;
    let rows = table.find_all(By::Css("tbody tr")).await?;
    let row = rows.get(index).context("the row is missing")?;
    page.middle_of_drawn(row).await
}

/// Waits until these sentences, and no others, stand out in the story and in the heatmap.
async fn until_marked(page: &Page, sentences: &[&str]) -> Result<()> {
    page.until(&format!("{sentences:?} stand out"), async || {
        let heatmap = page.heatmap().await?;
        let rows: Vec<&str> = heatmap
            .marked()
            .into_iter()
            .filter_map(|name| Some(name.split_once(' ')?.1))
            .collect();
        Ok(rows == sentences && page.marked_sentences().await? == sentences)
    })
    .await
}
