//! The story on its way through the four components.

use anyhow::{Context, Result};
use memnet::locale::ENGLISH;
use thirtyfour::{By, Key, WebElement};

use crate::harness::{Page, Reader, networks, starting_with, visit};

/// The buttons that open the four components.
const PARTS: [&str; 4] = ["I input", "G memory", "O output", "R response"];

#[tokio::test]
async fn each_component_opens_to_its_formula_with_numbers_that_add_up() -> Result<()> {
    for network in networks()? {
        visit(Reader::default(), async |page| {
            page.choose("Network", &network.title).await?;
            page.heatmap().await?.check()?;
            page.open_view(ENGLISH.flow.title).await?;
            for part in PARTS {
                page.find("button", starting_with(part))
                    .await?
                    .click()
                    .await?;
                page.find("group", ENGLISH.flow.formula).await?;
                assert!(page.check_equations().await? > 0, "{part} has no numbers");
                page.check_accessibility().await?;
            }
            // The last one is open: the response, whose first choice is the answer.
            let formulas = page.find("group", ENGLISH.flow.formula).await?;
            let formulas = formulas.text().await?;
            let answer = page.answer().await?;
            let said = answer.split(' ').next().context("no answer")?;
            assert!(formulas.contains(said), "{said} is not in {formulas}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_term_lights_up_in_formula_and_picture_and_another_slot_is_followed() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        let view = page.open_view_by_key(ENGLISH.flow.title).await?;
        // The components are unfolded by key as well.
        page.find("button", starting_with(PARTS[2]))
            .await?
            .focus()
            .await?;
        page.press(Key::Enter).await?;
        let formulas = page.find("group", ENGLISH.flow.formula).await?;
        let in_formula = formulas.find(By::Css("[data-term=read]")).await?;
        let in_picture = view
            .find(By::Css(".component .labelled[data-term=read]"))
            .await?;
        for pointed in [&in_formula, &in_picture] {
            page.point_at((1.0, 1.0)).await?;
            until_lit(page, &in_formula, false).await?;
            page.point_at(page.middle_of(pointed).await?).await?;
            until_lit(page, &in_formula, true).await?;
            until_lit(page, &in_picture, true).await?;
        }
        page.point_at((1.0, 1.0)).await?;

        // The meaning of a term lights it up by key.
        let term = view.find(By::Css(".terms [data-term=read]")).await?;
        term.focus().await?;
        until_lit(page, &in_picture, true).await?;

        page.find("button", starting_with("Slot of sentence 2"))
            .await?
            .focus()
            .await?;
        page.press(Key::Enter).await?;
        page.until("the second sentence is followed", async || {
            Ok(view.text().await?.contains(&ENGLISH.flow.sentence(2)))
        })
        .await?;
        page.check_equations().await?;

        // What is pointed at in the memory is marked in the story.
        let slot = page
            .find("button", starting_with("Slot of sentence 3"))
            .await?;
        page.point_at(page.middle_of(&slot).await?).await?;
        page.until("the third sentence is marked", async || {
            let marked = page.marked_sentences().await?;
            Ok(marked == ["Mary got the football there."])
        })
        .await
    })
    .await
}

#[tokio::test]
async fn the_four_components_fit_the_narrowest_page() -> Result<()> {
    visit(Reader::default().dark().window(320, 640), async |page| {
        page.heatmap().await?.check()?;
        page.open_view(ENGLISH.flow.title).await?;
        page.check_width().await?;
        for part in PARTS {
            page.find("button", starting_with(part))
                .await?
                .click()
                .await?;
            page.find("group", ENGLISH.flow.formula).await?;
            page.check_width().await?;
        }
        Ok(())
    })
    .await
}

/// Waits until something is lit, or no longer is.
async fn until_lit(page: &Page, element: &WebElement, lit: bool) -> Result<()> {
    page.until(&format!("it is lit: {lit}"), async || {
        let colour = element.css_value("background-color").await?;
        Ok((colour != "rgba(0, 0, 0, 0)") == lit)
    })
    .await
}
