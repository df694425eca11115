//! Stories longer than the memory, and longer than anything a reader would type.

use anyhow::Result;

use crate::harness::{Page, Reader, default_network, visit};

const ROOMS: [&str; 4] = ["office", "garden", "kitchen", "hallway"];

/// A story of so many sentences, one to a line.
fn story(sentences: usize) -> String {
    let sentence = |(number, room): (usize, &&str)| format!("{number} Mary went to the {room}.\n");
    (1..)
        .zip(ROOMS.iter().cycle())
        .take(sentences)
        .map(sentence)
        .collect()
}

#[tokio::test]
async fn of_a_story_longer_than_the_memory_the_newest_sentences_are_read() -> Result<()> {
    let memory = default_network()?.size("memory")?;
    visit(Reader::default(), async |page| {
        let field = page.story().await?;
        page.replace(&page.question().await?, "Where is Mary?")
            .await?;
        for (sentences, message) in [
            (memory, None),
            (memory + 1, Some("Sentence 1 is forgotten".to_owned())),
            (memory + 3, Some("Sentences 1–3 are forgotten".to_owned())),
            (
                2 * memory,
                Some(format!("Sentences 1–{memory} are forgotten")),
            ),
        ] {
            let story = story(sentences);
            page.paste_over(&field, &story).await?;
            let remembered: Vec<String> = story
                .lines()
                .zip(1..)
                .skip(sentences - memory)
                .map(|(sentence, number)| format!("{number} {sentence}"))
                .collect();
            let names: Vec<&str> = remembered.iter().map(String::as_str).collect();
            page.until_rows(&names).await?;
            page.heatmap().await?.check()?;
            page.until_answer(ROOMS[(sentences - 1) % ROOMS.len()])
                .await?;
            match message {
                Some(message) => page.until_message(&message).await?,
                None => assert!(!page.messages().await?.contains("forgotten")),
            }
            assert_eq!(page.texts().await?.0, story);
            page.check_accessibility().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_sentence_is_remembered_again_when_there_is_room() -> Result<()> {
    let memory = default_network()?.size("memory")?;
    visit(Reader::default(), async |page| {
        page.paste_over(&page.story().await?, &story(memory + 1))
            .await?;
        page.until_message("forgotten").await?;
        page.paste_over(&page.story().await?, &story(memory))
            .await?;
        page.until("nothing is forgotten", async || {
            Ok(!page.messages().await?.contains("forgotten"))
        })
        .await?;
        assert!(page.heatmap().await?.names()[0].starts_with("1 "));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_hundred_thousand_characters_are_kept_and_typing_goes_on() -> Result<()> {
    let length = 100_000;
    let monsters = [
        "Mary went to the office.\n",
        "Mary went to the office. ",
        "Mary went to the office and ",
        "a",
        "Zorblax ",
        "مرحبا ",
        "🏠",
        // Without a letter that would tell in which direction it runs.
        "1984.\n",
    ]
    .map(|piece: &str| -> String { piece.chars().cycle().take(length).collect() });
    visit(Reader::default(), async |page| {
        for monster in &monsters {
            page.paste_over(&page.story().await?, monster).await?;
            typing_goes_on(page, monster).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn ten_thousand_sentences_are_read_on_and_their_memory_is_seen_at_a_glance() -> Result<()> {
    let story = story(10_000);
    visit(Reader::default(), async |page| {
        page.paste_over(&page.story().await?, &story).await?;
        typing_goes_on(page, &story).await?;

        // The overview leads from the end of the table to its beginning.
        let first_in_view = async || -> Result<bool> {
            let script = "
                const box = document.querySelector('.heatmap-box').getBoundingClientRect();
                const row = document.querySelector('.heatmap tbody tr').getBoundingClientRect();
                return row.top >= box.top && row.bottom <= box.bottom;";
            page.script(script, &[]).await
        };
        let script = "
            const strip = document.querySelector('.overview').getBoundingClientRect();
            return [[strip.x + strip.width / 2, strip.top + 2], [strip.x + strip.width / 2, strip.bottom - 2]];";
        let (top, bottom): ((f64, f64), (f64, f64)) = page.script(script, &[]).await?;
        page.click_at(bottom).await?;
        page.until("the first row is out of view", async || Ok(!first_in_view().await?))
            .await?;
        page.click_at(top).await?;
        page.until("the first row is in view", first_in_view).await
    })
    .await
}

#[tokio::test]
async fn rows_out_of_view_are_read_after_typing_as_on_a_page_opened_anew() -> Result<()> {
    let sentence = "Mary went to the garden.";
    visit(Reader::default(), async |page| {
        page.paste_over(&page.story().await?, &story(50)).await?;
        page.press(sentence).await?;
        let weights = async || -> Result<Vec<(String, Vec<String>)>> {
            page.until_rows_end_with(sentence).await?;
            let rows = page.heatmap().await?.rows.into_iter();
            Ok(rows.map(|row| (row.name, row.cells)).collect())
        };
        let typed = weights().await?;
        page.reload().await?;
        assert_eq!(weights().await?, typed);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_question_of_a_hundred_thousand_characters_is_kept_and_answered() -> Result<()> {
    let question = "Where is Mary ".repeat(100_000 / 14);
    visit(Reader::default(), async |page| {
        page.paste_over(&page.question().await?, &question).await?;
        page.until("the question is read", async || {
            Ok(page.texts().await?.1 == question && page.answer().await?.ends_with('%'))
        })
        .await?;
        page.write("Mary went to the garden.", "Where is Mary?")
            .await?;
        page.until_answer("garden").await
    })
    .await
}

/// Types one more sentence below a story, and waits until it is read.
async fn typing_goes_on(page: &Page, story: &str) -> Result<()> {
    let more = "\nGo.";
    page.press(more).await?;
    page.until_rows_end_with(" Go.").await?;
    page.heatmap().await?.check()?;
    assert_eq!(page.texts().await?.0, format!("{story}{more}"));
    Ok(())
}
