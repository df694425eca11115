//! Overruling what a hop reads.

use std::cell::RefCell;

use anyhow::{Context, Result};
use memnet::locale::ENGLISH;
use thirtyfour::Key;

use crate::explainer::Heatmap;
use crate::harness::{COMMAND, Page, Reader, visit};

const STORY: &str = "Mary went to the office.\nJohn went to the garden.\nSandra slept.";
const QUESTION: &str = "Where is Mary?";

#[tokio::test]
async fn a_weight_is_dragged_and_the_others_the_later_hops_and_the_answer_follow() -> Result<()> {
    visit(Reader::default(), async |page| {
        let before = opened(page).await?;
        let hops = before.columns.len();
        drag_to_the_end(page, 2).await?;
        until_weight(page, 2, "1.00").await?;
        let after = page.heatmap().await?;
        assert_eq!(weights(&after, 0)?, [0.0, 1.0, 0.0]);
        assert_ne!(column(&after, 1), column(&before, 1));
        for hop in 1..hops {
            let hop = ENGLISH.attention.hop(hop + 1);
            page.find("button", hop.as_str()).await?.click().await?;
            type_weight(page, 2, "1").await?;
        }
        // Whatever else it was told, it has read of nobody but John.
        page.until_answer("garden").await?;
        page.until_message(&format!("{hops} attention weights"))
            .await?;
        page.check_accessibility().await?;

        let fixed = page
            .find("button", ENGLISH.change.fix_sentence(2).as_str())
            .await?;
        assert_eq!(fixed.attr("aria-pressed").await?.as_deref(), Some("true"));
        fixed.click().await?;
        page.until_message(&format!("{} attention weights", hops - 1))
            .await?;
        assert_eq!(fixed.attr("aria-pressed").await?.as_deref(), Some("false"));

        // Each weight is one step, and so is letting go of it.
        for _ in 0..=hops {
            page.press_holding(COMMAND, 'z').await?;
        }
        until_heatmap(page, &before).await?;
        assert!(!page.messages().await?.contains(ENGLISH.changed.by_you));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_weight_is_typed_and_what_is_given_already_limits_it() -> Result<()> {
    visit(Reader::default(), async |page| {
        let before = opened(page).await?;
        type_weight(page, 3, "0.25").await?;
        until_weight(page, 3, "0.25").await?;
        page.heatmap().await?.check()?;
        // The others share what is left of 1, in the ratio that they had.
        let [of_mary, of_john, _] = weights(&before, 0)?[..] else {
            panic!("three sentences");
        };
        let [mary, john, _] = weights(&page.heatmap().await?, 0)?[..] else {
            panic!("three sentences");
        };
        assert!((mary * of_john - john * of_mary).abs() < 0.02);

        type_weight(page, 2, "0,9").await?;
        until_weight(page, 2, "0.75").await?;
        // What is no number changes nothing, and is gone with the focus.
        type_weight(page, 2, "nonsense").await?;
        page.press(Key::Tab).await?;
        until_weight(page, 2, "0.75").await?;

        let undo = page.find_all("button", ENGLISH.masthead.undo).await?;
        let undo = undo.last().context("no button takes back")?;
        undo.click().await?;
        until_weight(page, 3, "0.25").await?;
        page.press_holding(COMMAND, 'z').await?;
        until_heatmap(page, &before).await
    })
    .await
}

#[tokio::test]
async fn what_is_overruled_survives_a_reload_and_goes_along_in_a_link() -> Result<()> {
    let link = RefCell::new(String::new());
    visit(Reader::default(), async |page| {
        opened(page).await?;
        type_weight(page, 2, "0.5").await?;
        until_weight(page, 2, "0.50").await?;
        page.reload().await?;
        until_weight(page, 2, "0.50").await?;
        page.find("slider", ENGLISH.change.weight_of(2).as_str())
            .await?;

        page.find("DisclosureTriangle", ENGLISH.share.title)
            .await?
            .click()
            .await?;
        page.find("button", ENGLISH.share.copy_link)
            .await?
            .click()
            .await?;
        page.until_message(ENGLISH.share.copied).await?;
        let address = page.clipboard().await?;
        let fragment = address.split_once('#').context("no fragment")?.1;
        link.replace(fragment.to_owned());
        Ok(())
    })
    .await?;
    visit(Reader::default().fragment(&link.take()), async |page| {
        until_weight(page, 2, "0.50").await?;
        page.until_message("1 attention weight").await?;
        page.find("slider", ENGLISH.change.weight_of(2).as_str())
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn overruling_fits_a_phone() -> Result<()> {
    for width in [320, 360] {
        visit(Reader::default().dark().window(width, 740), async |page| {
            opened(page).await?;
            drag_to_the_end(page, 2).await?;
            until_weight(page, 2, "1.00").await?;
            page.check_width().await
        })
        .await?;
    }
    Ok(())
}

/// Opens the view with a story of three sentences, and returns what is read of it.
async fn opened(page: &Page) -> Result<Heatmap> {
    page.write(STORY, QUESTION).await?;
    page.until_answer("office").await?;
    page.open_view(ENGLISH.change.title).await?;
    page.heatmap().await
}

/// Drags the slider of a sentence, from 1, from where it is to its right end.
async fn drag_to_the_end(page: &Page, sentence: usize) -> Result<()> {
    let slider = page
        .find("slider", ENGLISH.change.weight_of(sentence).as_str())
        .await?;
    let (middle, y) = page.middle_of(&slider).await?;
    let script = "return [arguments[0].offsetWidth, Number(arguments[0].value)]";
    let (width, value): (f64, f64) = page.script(script, &[slider.to_json()?]).await?;
    // The thumb is 16 px wide and stays within the slider.
    let thumb = middle - width / 2.0 + 8.0 + value * (width - 16.0);
    page.drag((thumb, y), (middle + width / 2.0, y)).await
}

/// Types over the weight of a sentence, from 1.
async fn type_weight(page: &Page, sentence: usize, weight: &str) -> Result<()> {
    let field = page
        .find("textbox", ENGLISH.change.weight_of(sentence).as_str())
        .await?;
    page.replace(&field, weight).await
}

/// Waits until the first hop reads a sentence, from 1, so much.
async fn until_weight(page: &Page, sentence: usize, weight: &str) -> Result<()> {
    let what = format!("sentence {sentence} has the weight {weight}");
    page.until(&what, async || {
        let heatmap = page.heatmap().await?;
        let row = heatmap.rows.get(sentence - 1);
        Ok(row.is_some_and(|row| row.cells[0] == weight))
    })
    .await
}

async fn until_heatmap(page: &Page, expected: &Heatmap) -> Result<()> {
    page.until("the attention is as it was", async || {
        Ok(page.heatmap().await?.summary == expected.summary)
    })
    .await
}

fn column(heatmap: &Heatmap, hop: usize) -> Vec<&str> {
    let cells = heatmap.rows.iter().map(|row| row.cells[hop].as_str());
    cells.collect()
}

fn weights(heatmap: &Heatmap, hop: usize) -> Result<Vec<f64>> {
    let cells = column(heatmap, hop).into_iter();
    Ok(cells.map(str::parse).collect::<Result<_, _>>()?)
}
