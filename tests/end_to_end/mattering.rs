//! What the answer would be without a sentence.

use anyhow::{Context, Result};
use memnet::explain::tour::TOUR;
use memnet::locale::ENGLISH;
use thirtyfour::By;

use crate::harness::{Page, Reader, visit};

#[tokio::test]
async fn leaving_out_the_sentences_that_the_page_names_gives_the_answer_that_it_says() -> Result<()>
{
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        page.open_view_by_key(ENGLISH.influence.title).await?;
        let found = smallest(page).await?;
        let (numbers, answer) = found
            .trim_start_matches("Without sentence")
            .trim_start_matches('s')
            .split_once(" the answer is “")
            .context(found.clone())?;
        let left_out: Vec<usize> = numbers
            .split(|it: char| !it.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let answer = answer.split('”').next().context("no answer")?;
        assert!(!page.answer().await?.starts_with(answer));

        let (story, _) = page.texts().await?;
        let kept = story.lines().enumerate();
        let kept: Vec<&str> = kept
            .filter(|(at, _)| !left_out.contains(&(at + 1)))
            .map(|(_, line)| line)
            .collect();
        page.paste_over(&page.story().await?, &kept.join("\n"))
            .await?;
        page.until_answer(answer).await
    })
    .await
}

#[tokio::test]
async fn the_page_says_when_what_is_read_does_not_matter() -> Result<()> {
    visit(Reader::default().dark().window(320, 740), async |page| {
        page.heatmap().await?.check()?;
        page.find("button", ENGLISH.tour.start)
            .await?
            .click()
            .await?;
        // The stop about attention that is no explanation opens the view.
        let title = ENGLISH.tour.titles[7];
        let stop = ENGLISH.tour.numbered(8, TOUR.len(), title);
        page.choose("Stop", &stop).await?;
        page.find("tabpanel", ENGLISH.influence.title).await?;
        page.until("the smallest set is found", async || {
            Ok(smallest(page)
                .await?
                .starts_with("Without sentences 1 and 3 the answer"))
        })
        .await?;
        let text = page.text().await?;
        assert!(text.contains(ENGLISH.influence.disagree), "{text}");
        assert!(text.contains("Sentence 3 is read ("), "{text}");
        page.check_width().await
    })
    .await
}

#[tokio::test]
async fn while_a_long_story_is_searched_i_go_on_writing_and_get_the_last_ones_result() -> Result<()>
{
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        let view = page.open_view(ENGLISH.influence.title).await?;
        let long = "Mary went to the office.\nJohn went to the garden.\n".repeat(100);
        page.paste_over(&page.story().await?, &long).await?;
        page.write(
            "John went to the kitchen.\nMary went to the garden.",
            "Where is John?",
        )
        .await?;
        page.until_answer("kitchen").await?;
        page.until("the last story's result is there", async || {
            let rows = view.find_all(By::Css("tbody tr")).await?.len();
            Ok(rows == 2 && smallest(page).await?.starts_with("Without sentence 1 "))
        })
        .await
    })
    .await
}

/// What the page says of the smallest set, as soon as it knows.
async fn smallest(page: &Page) -> Result<String> {
    let view = page.find("tabpanel", ENGLISH.influence.title).await?;
    page.until("the search is over", async || {
        let view = view.find(By::Css("[aria-busy]")).await?;
        Ok(view.attr("aria-busy").await?.as_deref() == Some("false"))
    })
    .await?;
    Ok(view.find(By::Css("[role=status]")).await?.text().await?)
}
