//! The stories to choose from.

use anyhow::Result;
use memnet::locale::ENGLISH;
use memnet::tasks::{Exhibit, TASKS, Task, UNKNOWN};
use thirtyfour::By;

use crate::harness::{Page, Reader, visit};

const MINE: (&str, &str) = ("Mary went to the office.", "Where is Mary?");

#[tokio::test]
async fn every_story_of_the_gallery_is_introduced_and_answered() -> Result<()> {
    visit(Reader::default(), async |page| {
        let gallery = page.find("combobox", "Example").await?;
        let options = gallery.find_all(By::Css("option:enabled")).await?;
        assert_eq!(options.len(), Exhibit::all().count());
        for exhibit in Exhibit::all() {
            let example = exhibit.example;
            page.choose("Example", &exhibit.title(&ENGLISH)).await?;
            page.until("the story is introduced", async || {
                Ok(page.text().await?.contains(exhibit.note(&ENGLISH)))
            })
            .await?;
            let sentences: Vec<String> = (1..)
                .zip(example.story.lines())
                .map(|(number, sentence)| format!("{number} {sentence}"))
                .collect();
            let names: Vec<&str> = sentences.iter().map(String::as_str).collect();
            page.until_rows(&names).await?;
            until_texts(page, (example.story, example.question)).await?;
            page.heatmap().await?.check()?;
            check_verdict(page, exhibit).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_example_can_be_changed_and_is_then_the_readers_own() -> Result<()> {
    visit(Reader::default(), async |page| {
        let gallery = page.find("combobox", "Example").await?;
        page.choose("Example", &option(&TASKS[0])).await?;
        until_texts(page, (TASKS[0].example.story, TASKS[0].example.question)).await?;
        assert_eq!(gallery.value().await?.as_deref(), Some("1"));

        page.type_into(&page.story().await?, "\nMary went to the garden.")
            .await?;
        page.until_answer("garden").await?;
        assert_ne!(gallery.value().await?.as_deref(), Some("1"));
        // The right answer of the example says nothing about the changed story.
        assert!(!page.text().await?.contains("That is wrong"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn undo_brings_back_what_an_example_replaced() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(MINE.0, MINE.1).await?;
        for task in [3, 6, 14] {
            page.choose("Example", &option(&TASKS[task])).await?;
            until_texts(
                page,
                (TASKS[task].example.story, TASKS[task].example.question),
            )
            .await?;
        }
        page.check_accessibility().await?;
        page.find("button", "Undo").await?.click().await?;
        until_texts(page, MINE).await?;
        page.until_answer("office").await
    })
    .await
}

#[tokio::test]
async fn a_changed_example_can_be_taken_back_too() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(MINE.0, MINE.1).await?;
        page.choose("Example", &option(&TASKS[0])).await?;
        page.replace(&page.question().await?, "Where is Sandra?")
            .await?;
        page.choose("Example", &option(&TASKS[1])).await?;
        until_texts(page, (TASKS[1].example.story, TASKS[1].example.question)).await?;

        page.find("button", "Undo").await?.click().await?;
        until_texts(page, (TASKS[0].example.story, "Where is Sandra?")).await?;
        page.find("button", "Undo").await?.click().await?;
        page.find("button", "Undo").await?.click().await?;
        until_texts(page, MINE).await
    })
    .await
}

/// How the gallery names a task.
fn option(task: &Task) -> String {
    ENGLISH.masthead.task(task.number, task.name(&ENGLISH))
}

/// Waits until the story and the question are these.
async fn until_texts(page: &Page, (story, question): (&str, &str)) -> Result<()> {
    page.until(
        &format!("the fields hold {story:?} and {question:?}"),
        async || Ok(page.texts().await? == (story.to_owned(), question.to_owned())),
    )
    .await
}

/// Fails unless the page says that the answer is wrong exactly if it is. What the network answers
/// changes with its training; whether the page is honest about it does not.
async fn check_verdict(page: &Page, exhibit: Exhibit) -> Result<()> {
    let right = match exhibit.example.answer {
        UNKNOWN => ENGLISH.answer.unknown.to_owned(),
        answer => answer.replace(',', ", "),
    };
    let answer = page.answer().await?;
    let is_right = answer
        .strip_prefix(&right)
        .is_some_and(|rest| rest.starts_with(' '));
    let is_called_wrong = page.text().await?.contains("That is wrong");
    let title = exhibit.title(&ENGLISH);
    assert_ne!(is_right, is_called_wrong, "{answer} for {title}");
    Ok(())
}
