//! What a page, or its reader, makes another in a figure.

use anyhow::{Context, Result};
use memnet::locale::ENGLISH;
use memnet::networks::Model;
use memnet::tasks::Exhibit;
use memnet::tensor::Precision;

use super::{answer, reader, shadow};
use crate::harness::{Fault, Page, built, two_networks, visit};

/// Waits until the first figure shows so many hops.
async fn until_hops(page: &Page, hops: usize) -> Result<()> {
    page.until(&format!("there are {hops} hops"), async || {
        let columns: usize =
            shadow(page, "first", "root.querySelectorAll('thead th').length").await?;
        // The sentences have a column, too.
        Ok(columns == hops + 1)
    })
    .await
}

#[tokio::test]
async fn a_network_is_named_by_its_address_and_without_a_name_it_is_the_default() -> Result<()> {
    let (first, second) = two_networks()?;
    visit(reader(), async |page| {
        answer(page, "first").await?;
        until_hops(page, first.size("hops")?).await?;
        page.script::<()>(
            "document.getElementById('first').model = arguments[0]",
            &[second.record().into()],
        )
        .await?;
        until_hops(page, second.size("hops")?).await?;
        page.script::<()>(
            "document.getElementById('first').removeAttribute('model')",
            &[],
        )
        .await?;
        until_hops(page, first.size("hops")?).await
    })
    .await
}

#[tokio::test]
async fn a_network_of_the_pages_own_answers_until_it_is_taken_back() -> Result<()> {
    let (first, second) = two_networks()?;
    let record = String::from_utf8(built(&second.record())?)?;
    let model = Model::load(&record, &built(&second.weights())?)?;
    let reader = reader().fault("own.bin", Fault::Bytes(model.to_file(Precision::Single)?));
    visit(reader, async |page| {
        answer(page, "first").await?;
        page.script::<()>(
            "return fetch('own.bin').then((own) => own.arrayBuffer()).then((own) => {
                document.getElementById('first').weights = own;
            })",
            &[],
        )
        .await?;
        until_hops(page, second.size("hops")?).await?;
        page.script::<()>("document.getElementById('first').weights = null", &[])
            .await?;
        until_hops(page, first.size("hops")?).await?;

        let told: Vec<String> = page
            .script(
                "document.getElementById('first').weights = new Uint8Array([1, 2, 3]);
                 return window.told",
                &[],
            )
            .await?;
        assert_eq!(told, ["first: error damaged"]);
        assert_eq!(answer(page, "first").await?, "office");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_figure_that_shows_everything_offers_stories_and_networks() -> Result<()> {
    let (first, second) = two_networks()?;
    visit(reader(), async |page| {
        answer(page, "first").await?;
        page.script::<()>("document.getElementById('first').view = 'full'", &[])
            .await?;
        page.find("tab", "Words").await?;
        page.choose("Network", &second.title).await?;
        until_hops(page, second.size("hops")?).await?;
        page.choose("Network", &first.title).await?;
        until_hops(page, first.size("hops")?).await?;

        let first = Exhibit::find(1).context("there is no story")?;
        page.choose("Example", &first.title(&ENGLISH)).await?;
        page.until("the story of task 1 stands in the figure", async || {
            let story: String =
                shadow(page, "first", "root.querySelector('textarea').value").await?;
            Ok(story == first.example.story)
        })
        .await?;
        assert_eq!(answer(page, "first").await?, first.example.answer);
        Ok(())
    })
    .await
}
