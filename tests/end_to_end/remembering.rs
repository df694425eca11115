//! What a reload keeps.

use anyhow::Result;
use memnet::locale::ENGLISH;
use memnet::tasks::TASKS;

use crate::harness::{Reader, visit};

#[tokio::test]
async fn a_reload_keeps_the_story_the_question_and_the_theme() -> Result<()> {
    // Unknown words, other scripts, white space and an unfinished sentence.
    let story = "Zorblax went to the office.\n\n  👩‍🚀 \t<b>מרי</b>\nand th";
    let question = "Where is Zorblax";
    visit(Reader::default(), async |page| {
        page.paste_over(&page.story().await?, story).await?;
        page.paste_over(&page.question().await?, question).await?;
        page.choose("Theme", "Dark").await?;
        let before = (page.heatmap().await?, page.answer().await?);

        page.reload().await?;
        let after = (page.heatmap().await?, page.answer().await?);
        assert_eq!(before, after);
        assert_eq!(page.texts().await?, (story.to_owned(), question.to_owned()));
        assert_eq!(page.chosen("Theme").await?, "Dark");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_reload_keeps_empty_fields_empty() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.empty(&page.story().await?).await?;
        page.empty(&page.question().await?).await?;
        page.reload().await?;
        page.until_message("The story is empty").await?;
        assert_eq!(page.texts().await?, (String::new(), String::new()));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_reload_keeps_the_example_and_the_way_back_to_my_story() -> Result<()> {
    let task = &TASKS[3];
    let option = ENGLISH.masthead.task(task.number, task.name(&ENGLISH));
    visit(Reader::default(), async |page| {
        page.write("Mary went to the office.", "Where is Mary?")
            .await?;
        page.choose("Example", &option).await?;
        page.reload().await?;
        page.heatmap().await?.check()?;
        assert_eq!(page.chosen("Example").await?, option);
        assert_eq!(page.texts().await?.0, task.example.story);
        page.find("button", "Undo").await?.click().await?;
        page.until_answer("office").await
    })
    .await
}

#[tokio::test]
async fn a_page_whose_memory_is_damaged_opens_as_on_the_first_day() -> Result<()> {
    visit(Reader::default(), async |page| {
        let opening = page.texts().await?;
        page.write("Mary went to the office.", "Where is Mary?")
            .await?;
        page.until_answer("office").await?;
        // After the page has kept what it has to keep.
        page.script::<()>(
            "addEventListener('pagehide', () => {
                 for (const entry of Object.keys(localStorage)) localStorage[entry] = '{\"draft\":';
                 localStorage.damaged = Object.keys(localStorage).length;
             })",
            &[],
        )
        .await?;
        page.reload().await?;
        page.heatmap().await?.check()?;
        assert_eq!(page.texts().await?, opening);
        let damaged: String = page.script("return localStorage.damaged", &[]).await?;
        assert_ne!(damaged, "0", "there was something to damage");
        Ok(())
    })
    .await
}
