//! Taking back and making again.

use anyhow::Result;
use thirtyfour::Key;

use crate::harness::{COMMAND, Page, Reader, visit};

#[tokio::test]
async fn the_keyboard_takes_back_sentence_by_sentence_and_makes_again() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        let opening = page.texts().await?.0;
        let story = page.story().await?;
        page.replace(&story, "Mary slept.\nJohn slept.").await?;
        for expected in ["Mary slept.\n", opening.as_str()] {
            page.press_holding(COMMAND, 'z').await?;
            until_story(page, expected).await?;
        }
        for expected in ["Mary slept.\n", "Mary slept.\nJohn slept."] {
            page.press_holding(COMMAND, 'y').await?;
            until_story(page, expected).await?;
        }
        // The field keeps the focus, and the caret stands where the change was.
        page.press("!").await?;
        until_story(page, "Mary slept.\nJohn slept.!").await
    })
    .await
}

#[tokio::test]
async fn what_was_done_is_taken_back_from_anywhere_and_after_a_reload() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write("Mary went to the office.", "Where is Mary?")
            .await?;
        page.until_answer("office").await?;
        page.reload().await?;
        page.until_answer("office").await?;
        page.press(Key::Tab).await?;
        page.press_holding(COMMAND, 'z').await?;
        page.until("the question is taken back", async || {
            Ok(page.texts().await?.1 == "Where is the football?")
        })
        .await?;
        page.find("button", "Redo").await?.click().await?;
        page.until("the question is there again", async || {
            Ok(page.texts().await?.1 == "Where is Mary?")
        })
        .await
    })
    .await
}

async fn until_story(page: &Page, story: &str) -> Result<()> {
    page.until(&format!("the story is {story:?}"), async || {
        Ok(page.texts().await?.0 == story)
    })
    .await
}
