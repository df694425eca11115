//! All the arithmetic of one cell.

use anyhow::{Context, Result, ensure};
use memnet::locale::ENGLISH;
use thirtyfour::{By, Key};

use crate::harness::{Page, Reader, networks, starting_with, visit};

#[tokio::test]
async fn every_number_of_a_cell_is_recomputed_from_the_numbers_shown() -> Result<()> {
    for network in networks()? {
        visit(Reader::default(), async |page| {
            page.choose("Network", &network.title).await?;
            let heatmap = page.heatmap().await?;
            heatmap.check()?;
            // The second hop is clicked at the sentence that it reads most.
            let (row, _) = heatmap
                .rows
                .iter()
                .enumerate()
                .max_by(|a, b| a.1.cells[1].cmp(&b.1.cells[1]))
                .context("no row")?;
            let table = page.find("grid", starting_with("Attention")).await?;
            let selector = format!("tbody tr:nth-child({}) td:nth-child(3)", row + 1);
            let cell = table.find(By::Css(&selector)).await?;
            page.click_at(page.middle_of(&cell).await?).await?;
            let view = page.find("tabpanel", ENGLISH.cell.title).await?;
            let texts = &ENGLISH.cell;
            for part in [
                texts.part_query,
                texts.part_key,
                texts.part_value,
                texts.part_read,
            ] {
                page.find("button", part).await?.click().await?;
            }
            for numbers in page.find_all("button", ENGLISH.cell.numbers).await? {
                numbers.click().await?;
            }
            let equations = page.check_equations().await?;
            assert!(equations > 20, "only {equations} equations in numbers");
            check_tables(page).await?;
            page.check_accessibility().await?;

            // The weight is that of the heatmap, with one decimal more.
            let said = view.find(By::Css(".cell-reads")).await?.text().await?;
            let weight = said.split("the weight ").nth(1).context("no weight")?;
            let weight: f64 = weight.trim_end_matches('.').parse()?;
            let shown: f64 = heatmap.rows[row].cells[1].parse()?;
            ensure!((weight - shown).abs() < 0.0055, "{weight} is not {shown}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_cell_is_chosen_and_followed_back_by_keyboard() -> Result<()> {
    visit(Reader::default().window(320, 640), async |page| {
        page.heatmap().await?.check()?;
        let table = page.find("grid", starting_with("Attention")).await?;
        table.find(By::Css("tbody tr")).await?.focus().await?;
        for key in [Key::Right, Key::Down, Key::Enter] {
            page.press(key).await?;
        }
        let view = page.find("tabpanel", ENGLISH.cell.title).await?;
        let reads = async |sentence: usize| {
            let start = format!("Hop 1 reads sentence {sentence} with the weight");
            page.until(&format!("sentence {sentence} is looked at"), async || {
                Ok(view.text().await?.contains(&start))
            })
            .await
        };
        reads(2).await?;
        page.find("combobox", ENGLISH.cell.sentence)
            .await?
            .focus()
            .await?;
        page.press(Key::Down).await?;
        reads(3).await?;

        // A quantity leads to the step that made it, however deeply that is folded.
        let made = page.find_all("button", starting_with("from step ")).await?;
        let made = made.first().context("no step is made of another")?;
        let from = made.attr("aria-label").await?.unwrap_or_default();
        let step = from.trim_start_matches("from ").replace(' ', "-");
        made.focus().await?;
        page.press(Key::Enter).await?;
        page.until(&format!("{step} has the focus"), async || {
            let focused = "return document.activeElement.id";
            Ok(page.script::<String>(focused, &[]).await? == step)
        })
        .await?;
        page.check_width().await
    })
    .await
}

/// Fails unless the products that make a score come to it, as closely as their decimals tell.
async fn check_tables(page: &Page) -> Result<()> {
    let script = "
        const number = text => Number(text.replace('−', '-'));
        const steps = [...document.querySelectorAll('.step')].map(step => ({
            formula: step.querySelector('.formula').textContent,
            rows: [...step.querySelectorAll('.numbers tbody tr')].map(row =>
                [...row.cells].slice(1).map(cell => number(cell.textContent))),
        }));
        const products = steps.find(({ rows }) => rows.length === 3
            && rows[0].every((a, k) => Math.abs(a * rows[1][k] - rows[2][k]) <= 0.002));
        const score = steps.find(({ formula }) => formula.startsWith('s') && formula.includes('Σ'));
        return [products.rows[2], number(score.formula.split('=').at(-1).replace(/[()]/g, ''))];";
    let (products, score): (Vec<f64>, f64) = page.script(script, &[]).await?;
    let total: f64 = products.iter().sum();
    let rounding = 0.0005 * (products.len() + 1) as f64;
    ensure!((total - score).abs() <= rounding, "{total} is not {score}");
    Ok(())
}
