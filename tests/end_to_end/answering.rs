//! Writing a story and a question, and reading the answer.

use anyhow::Result;
use thirtyfour::{By, Key};

use crate::harness::{Reader, visit};

/// Stories so easy that any network fit to be shipped answers them.
const EASY: &[Easy] = &[
    Easy {
        story: "Mary went to the office.",
        question: "Where is Mary?",
        answer: "office",
        rows: &["1 Mary went to the office."],
    },
    Easy {
        story: "John moved to the garden.\nMary went to the kitchen.",
        question: "Where is John?",
        answer: "garden",
        rows: &["1 John moved to the garden.", "2 Mary went to the kitchen."],
    },
    // Two sentences on a line, and nobody minds capitals or a missing question mark.
    Easy {
        story: "SANDRA travelled to the hallway. Sandra went to the bathroom",
        question: "where is sandra",
        answer: "bathroom",
        rows: &[
            "1 SANDRA travelled to the hallway.",
            "2 Sandra went to the bathroom",
        ],
    },
    // Empty lines and spaces are no sentences.
    Easy {
        story: "\n\n  Daniel journeyed to the bedroom.  \n\n",
        question: "  Where is Daniel ? ",
        answer: "bedroom",
        rows: &["1 Daniel journeyed to the bedroom."],
    },
];

struct Easy {
    story: &'static str,
    question: &'static str,
    answer: &'static str,
    rows: &'static [&'static str],
}

#[tokio::test]
async fn a_story_typed_key_by_key_is_answered_and_explained() -> Result<()> {
    visit(Reader::default(), async |page| {
        for easy in EASY {
            page.write(easy.story, easy.question).await?;
            page.until_rows(easy.rows).await?;
            page.until_answer(easy.answer).await?;
            page.heatmap().await?.check()?;
            let typed = (easy.story.to_owned(), easy.question.to_owned());
            assert_eq!(page.texts().await?, typed);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_answer_follows_every_sentence_that_is_added_or_taken_away() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write("Mary went to the office.", "Where is Mary?")
            .await?;
        page.until_answer("office").await?;

        let added = "\nMary went to the garden.";
        page.type_into(&page.story().await?, added).await?;
        page.until_answer("garden").await?;
        page.until_rows(&["1 Mary went to the office.", "2 Mary went to the garden."])
            .await?;

        for _ in added.chars() {
            page.press(Key::Backspace).await?;
        }
        page.until_answer("office").await?;
        page.until_rows(&["1 Mary went to the office."]).await
    })
    .await
}

#[tokio::test]
async fn another_question_about_the_same_story_has_another_answer() -> Result<()> {
    visit(Reader::default(), async |page| {
        let story = "Mary went to the office.\nJohn went to the garden.";
        page.write(story, "Where is Mary?").await?;
        page.until_answer("office").await?;
        let before = page.heatmap().await?;

        page.replace(&page.question().await?, "Where is John?")
            .await?;
        page.until_answer("garden").await?;
        let after = page.heatmap().await?;
        assert_eq!(before.names(), after.names());
        assert_ne!(before.summary, after.summary);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn four_runners_up_follow_the_answer_in_the_order_of_their_chances() -> Result<()> {
    visit(Reader::default(), async |page| {
        let first = page.answer().await?;
        let list = page.find("list", "Runners-up").await?;
        let mut lines = vec![first];
        for item in list.find_all(By::Css("li")).await? {
            lines.push(item.text().await?);
        }
        let percents: Vec<u8> = lines
            .iter()
            .filter_map(|line| line.split_whitespace().last())
            .filter_map(|percent| percent.trim_matches(['<', '>', '%']).parse().ok())
            .collect();
        assert_eq!(percents.len(), 5, "{lines:?}");
        assert!(
            percents.is_sorted_by(|one, next| one >= next),
            "{percents:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_enter_key_leaves_the_question_as_it_is() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write("Mary went to the office.", "Where is Mary?\n")
            .await?;
        page.until_answer("office").await?;
        assert_eq!(page.texts().await?.1, "Where is Mary?");
        Ok(())
    })
    .await
}
