//! The hops one after the other.

use anyhow::{Context, Result};
use memnet::explain::{Changes, hop_by_hop};
use memnet::locale::ENGLISH;
use thirtyfour::{By, Key, WebElement};

use crate::harness::{Page, Reader, default_network, visit};

#[tokio::test]
async fn space_and_arrow_keys_lead_through_the_hops_to_the_answer() -> Result<()> {
    let network = default_network()?;
    let hops = network.size("hops")?;
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        let (story, question) = page.texts().await?;
        let stops = hop_by_hop(&network.model()?, &story, &question, &Changes::default())?;
        assert_eq!(stops.len(), hops);

        let view = page.open_view_by_key(ENGLISH.hops.title).await?;
        view.focus().await?;
        page.press(Key::Home).await?;
        let texts = &ENGLISH.hops;
        until_at(page, &texts.place(1, hops, texts.asks)).await?;
        // Four steps make a hop; the last says what the answer would be.
        for (hop, stop) in stops.iter().enumerate() {
            for happens in ["sentence ", texts.reads, "if it stopped here"] {
                page.press(Key::Right).await?;
                until_at(page, &texts.place(hop + 1, hops, happens)).await?;
            }
            let first = stop.answers.first().context("no answer")?;
            let answer = ENGLISH.typography.quoted(&first.spelled(&ENGLISH));
            let said = texts.answers(&answer, &first.percent(&ENGLISH));
            until_at(page, &texts.place(hop + 1, hops, &said)).await?;
            if hop + 1 < hops {
                page.press(Key::Right).await?;
                until_at(page, &texts.place(hop + 2, hops, texts.asks_on)).await?;
            }
        }
        // Beyond the end there is nothing, and the answer there is the page's.
        page.press(Key::Right).await?;
        let last = stops.last().and_then(|stop| stop.answers.first());
        let last = last.context("no answer")?.spelled(&ENGLISH);
        assert!(page.answer().await?.starts_with(&last));
        let along = view.find(By::Css(".along")).await?.text().await?;
        assert!(!along.contains(texts.later), "{along}");
        page.press(Key::Left).await?;
        until_at(page, &texts.place(hops, hops, texts.reads)).await?;

        // Space plays from the beginning when it is over, and stops where it is.
        page.press(Key::End).await?;
        page.press(" ").await?;
        until_at(page, "Hop 1 of").await?;
        page.find("button", texts.pause).await?;
        until_at(page, "Hop 2 of").await?;
        page.press(" ").await?;
        page.find("button", texts.play).await?;
        page.check_accessibility().await
    })
    .await
}

#[tokio::test]
async fn a_link_opens_the_hop_and_the_scrubber_moves_it_on_a_phone() -> Result<()> {
    let link = "story=Mary+got+the+milk.%0AMary+went+to+the+office.&question=Where+is+the+milk%3F\
                &network=memn2n&view=hops&hop=2";
    let phone = Reader::default().dark().window(320, 640).fragment(link);
    visit(phone, async |page| {
        let view = page.find("tabpanel", ENGLISH.hops.title).await?;
        until_at(page, "Hop 2 of 3").await?;
        page.check_width().await?;
        let scrubber = page.find("slider", ENGLISH.hops.scrubber).await?;
        page.click_at(left_end_of(page, &scrubber).await?).await?;
        until_at(page, "Hop 1 of 3").await?;
        // What is pointed at is marked in the story.
        let row = view.find(By::Css("tbody tr:nth-child(2)")).await?;
        page.point_at(page.middle_of(&row).await?).await?;
        page.until("the sentence is marked", async || {
            Ok(page.marked_sentences().await? == ["Mary went to the office."])
        })
        .await
    })
    .await
}

/// Waits until the view says where in the hops the reader is.
async fn until_at(page: &Page, start: &str) -> Result<()> {
    page.until_message(start.trim_end_matches('.')).await
}

async fn left_end_of(page: &Page, element: &WebElement) -> Result<(f64, f64)> {
    let (_, y) = page.middle_of(element).await?;
    let left = "return arguments[0].getBoundingClientRect().left";
    let left: f64 = page.script(left, &[element.to_json()?]).await?;
    Ok((left + 4.0, y))
}
