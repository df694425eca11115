//! The guided tour.

use anyhow::Result;
use memnet::explain::tour::TOUR;
use memnet::locale::ENGLISH;
use thirtyfour::Key;

use crate::harness::{Page, Reader, starting_with, visit};

const MINE: (&str, &str) = ("Mary went to the office.", "Where is Mary?");

#[tokio::test]
async fn the_tour_shows_every_stop_on_the_live_page_and_gives_my_story_back() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(MINE.0, MINE.1).await?;
        start(page).await?;
        for stop in 0..TOUR.len() {
            until_stop(page, stop).await?;
            page.check_accessibility().await?;
            let name = if stop + 1 < TOUR.len() {
                "Next"
            } else {
                "Finish"
            };
            page.find("button", name).await?.click().await?;
        }
        until_left(page).await?;
        page.find("button", "Undo").await?.click().await?;
        page.until("my story is back", async || {
            Ok(page.texts().await? == (MINE.0.to_owned(), MINE.1.to_owned()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn the_tour_is_taken_by_keyboard_and_escape_leaves_it() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        page.find("button", "Take the tour").await?.focus().await?;
        page.press(Key::Enter).await?;
        until_stop(page, 0).await?;
        until_focus(page, "heading", ENGLISH.tour.titles[0]).await?;

        page.find("button", "Next").await?.focus().await?;
        for stop in [1, 2] {
            page.press(Key::Enter).await?;
            until_stop(page, stop).await?;
            until_focus(page, "button", "Next").await?;
        }
        page.press_holding(Key::Shift, Key::Tab).await?;
        until_focus(page, "button", "Back").await?;
        page.press(Key::Enter).await?;
        until_stop(page, 1).await?;

        page.press(Key::Escape).await?;
        until_left(page).await?;
        until_focus(page, "button", "Resume the tour (2)").await?;
        page.press(Key::Enter).await?;
        until_stop(page, 1).await
    })
    .await
}

#[tokio::test]
async fn a_reload_keeps_the_stop_and_what_i_changed_there() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        start(page).await?;
        page.choose("Stop", &option(4)).await?;
        until_stop(page, 4).await?;
        page.replace(&page.question().await?, "Where is John?")
            .await?;
        page.until_answer("office").await?;

        page.reload().await?;
        page.until_answer("office").await?;
        assert_eq!(page.chosen("Stop").await?, option(4));
        assert_eq!(page.texts().await?.1, "Where is John?");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_stop_has_an_address_that_leads_to_it() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        start(page).await?;
        page.choose("Stop", &option(6)).await?;
        until_address(page, "#tour=7").await?;
        page.press(Key::Escape).await?;
        until_left(page).await?;
        until_address(page, "").await?;

        // Another reader, who follows the link.
        let _: bool = page
            .script(
                "localStorage.clear(); location.hash = '#tour=9'; return true;",
                &[],
            )
            .await?;
        until_stop(page, 8).await?;
        for nowhere in ["#tour=0", "#tour=99", "#tour=", "#tour=x"] {
            let _: bool = page
                .script(
                    "location.hash = arguments[0]; return true;",
                    &[nowhere.into()],
                )
                .await?;
            until_stop(page, 8).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_tour_fits_a_phone() -> Result<()> {
    visit(Reader::default().window(360, 740), async |page| {
        page.heatmap().await?.check()?;
        start(page).await?;
        for stop in 0..TOUR.len() {
            page.choose("Stop", &option(stop)).await?;
            until_stop(page, stop).await?;
            page.check_width().await?;
            page.check_accessibility().await?;
        }
        Ok(())
    })
    .await
}

async fn start(page: &Page) -> Result<()> {
    page.find("button", "Take the tour").await?.click().await?;
    until_stop(page, 0).await
}

/// How the choice of stops names the stop at a place, from 0.
fn option(stop: usize) -> String {
    let said = &ENGLISH.tour;
    said.numbered(stop + 1, TOUR.len(), said.titles[stop])
}

/// Waits until the page shows a stop: its words, its story and an answer.
async fn until_stop(page: &Page, stop: usize) -> Result<()> {
    page.find("heading", ENGLISH.tour.titles[stop]).await?;
    let shown = TOUR[stop].example;
    page.until(&format!("stop {stop} is shown"), async || {
        let (story, question) = page.texts().await?;
        Ok(story == shown.story && question == shown.question)
    })
    .await?;
    page.find("grid", starting_with("Attention")).await?;
    assert_eq!(page.chosen("Stop").await?, option(stop));
    Ok(())
}

/// Waits until the tour is over.
async fn until_left(page: &Page) -> Result<()> {
    page.until("the tour is over", async || {
        Ok(page.find_all("combobox", "Stop").await?.is_empty())
    })
    .await
}

async fn until_address(page: &Page, fragment: &str) -> Result<()> {
    page.until(&format!("the address ends in {fragment:?}"), async || {
        Ok(page.script::<String>("return location.hash", &[]).await? == fragment)
    })
    .await
}

async fn until_focus(page: &Page, role: &str, name: &str) -> Result<()> {
    page.until(&format!("{name:?} has the focus"), async || {
        Ok(page.focused().await? == (role.to_owned(), name.to_owned()))
    })
    .await
}
