//! Fields with nothing in them.

use anyhow::Result;

use crate::harness::{Reader, starting_with, visit};

const STORY: &str = "Mary went to the office.";
const QUESTION: &str = "Where is Mary?";

/// What stands in the two fields, and what the page says to it.
const EMPTY: &[(&str, &str, &str)] = &[
    ("", QUESTION, "The story is empty"),
    (STORY, "", "The question is empty"),
    ("", "", "The story is empty"),
    (" \n\t\n ", QUESTION, "The story is empty"),
    ("...", QUESTION, "The story is empty"),
    (STORY, "  ", "The question is empty"),
    (STORY, "?", "The question is empty"),
];

#[tokio::test]
async fn an_empty_field_is_a_message_and_no_old_answer_stays() -> Result<()> {
    visit(Reader::default(), async |page| {
        let (story, question) = (page.story().await?, page.question().await?);
        for &(told, asked, message) in EMPTY {
            page.write(STORY, QUESTION).await?;
            page.until_answer("office").await?;
            assert!(!page.messages().await?.contains("empty"));

            for (field, text) in [(&story, told), (&question, asked)] {
                page.empty(field).await?;
                page.paste(text).await?;
            }
            page.until_message(message).await?;
            page.until_answer("No answer").await?;
            let answers = page.find_all("list", "Runners-up").await?;
            let tables = page.find_all("grid", starting_with("Attention")).await?;
            assert!(answers.is_empty() && tables.is_empty(), "{message}");
            assert_eq!(page.texts().await?, (told.to_owned(), asked.to_owned()));
            page.check_accessibility().await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_answer_returns_with_the_text() -> Result<()> {
    visit(Reader::default(), async |page| {
        let (story, question) = (page.story().await?, page.question().await?);
        let output = page.find("status", "Answer").await?;
        page.empty(&story).await?;
        page.empty(&question).await?;
        page.until_answer("No answer").await?;

        page.type_into(&story, "Mary went to the garden.").await?;
        page.until_message("The question is empty").await?;
        page.type_into(&question, QUESTION).await?;
        page.until_answer("garden").await?;
        page.until_rows(&["1 Mary went to the garden."]).await?;
        assert!(!page.messages().await?.contains("empty"));
        // A screen reader announces what changes in an element, not an element that is new.
        assert!(
            output.is_present().await?,
            "the answer stands elsewhere now"
        );
        Ok(())
    })
    .await
}
