//! Links, and what can be taken away.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use memnet::locale::ENGLISH;
use serde_json::Value;

use crate::harness::{Page, Reader, visit};

const STORY: &str = "Mary went to the office.\nJohn went to the garden & slept + \"ate\".";
const QUESTION: &str = "Where is Mary?";

#[tokio::test]
async fn a_copied_link_opens_the_same_page_for_somebody_else() -> Result<()> {
    let link = copied_link().await?;
    visit(Reader::default().fragment(&link), async |page| {
        page.until_answer("office").await?;
        assert_eq!(page.texts().await?, (STORY.to_owned(), QUESTION.to_owned()));
        let told = page.messages().await?;
        assert!(told.contains(ENGLISH.share.opened), "{told}");
        assert!(!told.contains(ENGLISH.share.altered), "{told}");
        assert!(!told.contains(ENGLISH.share.stale), "{told}");

        // What stood there before is not lost, and the link doesn't come back by itself.
        page.find("button", "Undo").await?.click().await?;
        page.until("the opening story is back", async || {
            Ok(page.texts().await?.1 == "Where is the football?")
        })
        .await?;
        page.reload().await?;
        page.heatmap().await?.check()?;
        assert_eq!(page.texts().await?.1, "Where is the football?");
        assert!(!page.messages().await?.contains(ENGLISH.share.opened));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_that_was_altered_or_cut_off_says_so_and_shows_what_is_left() -> Result<()> {
    let link = copied_link().await?;
    for (altered, question) in [
        (link.replace("Mary%3F", "John%3F"), "Where is John?"),
        (link[..link.len() - 3].to_owned(), QUESTION),
        (
            link.split("&check").next().unwrap_or_default().to_owned(),
            QUESTION,
        ),
    ] {
        visit(Reader::default().fragment(&altered), async |page| {
            page.until_message(ENGLISH.share.altered).await?;
            assert_eq!(page.texts().await?, (STORY.to_owned(), question.to_owned()));
            page.heatmap().await?.check()
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_link_made_with_other_weights_says_so() -> Result<()> {
    visit(
        Reader::default().fragment("story=Mary+slept.&question=Who+slept%3F&weights=00000000"),
        async |page| page.until_message(ENGLISH.share.stale).await,
    )
    .await
}

#[tokio::test]
async fn a_link_of_nonsense_is_no_harm() -> Result<()> {
    for nonsense in [
        "story=%&question=%FF%FE&hop=99999999999999999999&cell=1&fix=a.b.c:NaN&temperature=inf",
        "question=Why%3F&hops=0&mute=0&mute=-1&fix=1.1.1:9e99&view=nowhere",
        "%%%=&&&===",
    ] {
        visit(Reader::default().fragment(nonsense), async |page| {
            page.write("Mary went to the office.", QUESTION).await?;
            page.until_answer("office").await?;
            page.heatmap().await?.check()
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_answer_is_taken_away_as_a_picture_a_table_and_data() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("office").await?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("taken-away");
        // What an earlier run left there must not be taken for what this one gets.
        let _ = fs::remove_dir_all(&folder);
        page.download_to(&folder).await?;
        open_menu(page).await?;
        let take = async |item: &str, name: &str| -> Result<Vec<u8>> {
            page.find("button", item).await?.click().await?;
            let file = folder.join(name);
            page.until(&format!("{name} is there"), async || Ok(file.exists()))
                .await?;
            Ok(fs::read(file)?)
        };

        let table = String::from_utf8(take(ENGLISH.share.csv, "attention.csv").await?)?;
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 4, "{table}");
        assert!(lines[0].starts_with("sentence,text,hop 1"), "{table}");
        assert!(
            lines[1].starts_with("1,Mary went to the office.,"),
            "{table}"
        );

        let data = take(ENGLISH.share.json, "answer.json").await?;
        let data: Value = serde_json::from_slice(&data)?;
        assert_eq!(data["answer"], "office");

        let picture = String::from_utf8(take(ENGLISH.share.svg, "attention.svg").await?)?;
        assert!(picture.starts_with("<svg "), "{picture}");
        assert!(picture.contains("Where is Mary?"), "{picture}");

        let pixels = take(ENGLISH.share.png, "attention.png").await?;
        assert!(pixels.starts_with(b"\x89PNG\r\n"));
        Ok(())
    })
    .await
}

/// The fragment of a link that the page's menu copied.
async fn copied_link() -> Result<String> {
    let copied = RefCell::new(String::new());
    visit(Reader::default(), async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("office").await?;
        open_menu(page).await?;
        page.find("button", ENGLISH.share.copy_link)
            .await?
            .click()
            .await?;
        page.until_message(ENGLISH.share.copied).await?;
        let link = page.clipboard().await?;
        let (_, fragment) = link.split_once('#').context("the link has no fragment")?;
        copied.replace(fragment.to_owned());
        Ok(())
    })
    .await?;
    Ok(copied.into_inner())
}

async fn open_menu(page: &Page) -> Result<()> {
    let menu = page.find("DisclosureTriangle", ENGLISH.share.title).await?;
    Ok(menu.click().await?)
}
