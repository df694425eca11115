//! Two answers side by side.

use std::cell::RefCell;

use anyhow::{Context, Result, ensure};
use memnet::locale::ENGLISH;
use serde::Deserialize;

use crate::harness::{COMMAND, Page, Reader, networks, visit};

const STORY: &str = "Mary went to the office.\nJohn went to the garden.\nSandra slept.";
const QUESTION: &str = "Where is Mary?";

#[tokio::test]
async fn two_networks_answer_the_same_question_side_by_side() -> Result<()> {
    let networks = networks()?;
    visit(Reader::default(), async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("office").await?;
        page.open_view(ENGLISH.compare.title).await?;
        assert_eq!(page.chosen("A").await?, networks[1].title);
        let table = table(page).await?;
        let (a, b) = (networks[1].size("hops")?, networks[0].size("hops")?);
        assert_eq!((table.hops_of("A"), table.hops_of("B")), (a, b));
        table.check()?;
        assert_eq!(table.rows.len(), 3);
        // Side B is what the page shows above.
        for (row, above) in table.rows.iter().zip(page.heatmap().await?.rows) {
            assert_eq!(row.cells[a..a + b], above.cells);
        }
        page.check_accessibility().await?;

        // The other way round.
        page.choose("Network", &networks[1].title).await?;
        page.until("the sides are exchanged", async || {
            // The view goes and comes back while the network is loaded.
            let chosen = page.chosen("A").await;
            Ok(chosen.is_ok_and(|it| it == networks[0].title))
        })
        .await?;
        self::table(page).await?.check()
    })
    .await
}

#[tokio::test]
async fn what_i_changed_is_compared_with_what_it_was() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(STORY, QUESTION).await?;
        page.until_answer("office").await?;
        let before = page.heatmap().await?;
        page.open_view(ENGLISH.change.title).await?;
        let weight = ENGLISH.change.weight_of(2);
        page.replace(&page.find("textbox", weight.as_str()).await?, "1")
            .await?;
        page.open_view(ENGLISH.compare.title).await?;
        assert_eq!(page.chosen("A").await?, ENGLISH.compare.unchanged);
        let table = table(page).await?;
        table.check()?;
        let hops = before.columns.len();
        for (row, before) in table.rows.iter().zip(&before.rows) {
            assert_eq!(row.cells[..hops], before.cells);
        }
        assert_eq!(table.rows[1].cells[hops], "1.00");
        assert!(
            page.text()
                .await?
                .contains("sentence 1 in hop 4: A reads it more, by 1.00")
        );
        page.check_accessibility().await?;

        // Before and after a sentence is rewritten.
        page.press_holding(COMMAND, 'z').await?;
        page.replace(&page.question().await?, "Where is John?")
            .await?;
        page.until_answer("garden").await?;
        page.choose("A", ENGLISH.compare.before).await?;
        self::table(page).await?.check()
    })
    .await
}

#[tokio::test]
async fn comparing_fits_a_phone_which_shows_one_heatmap_at_a_time() -> Result<()> {
    for (width, reader) in [(320, Reader::default()), (360, Reader::default().dark())] {
        visit(reader.window(width, 740), async |page| {
            page.write(STORY, QUESTION).await?;
            page.until_answer("office").await?;
            page.open_view(ENGLISH.compare.title).await?;
            for part in ["A", "B", ENGLISH.compare.difference] {
                page.find("button", part).await?.click().await?;
                page.until(&format!("{part} is shown"), async || {
                    let script = "
                        return [...arguments[0].querySelectorAll('thead .letter')]
                            .filter(head => head.checkVisibility())
                            .map(head => head.textContent);";
                    let region = page.find("region", ENGLISH.compare.title).await?;
                    let shown: Vec<String> = page.script(script, &[region.to_json()?]).await?;
                    Ok(shown == [part])
                })
                .await?;
                page.check_width().await?;
                let inside = "return arguments[0].scrollWidth - arguments[0].clientWidth";
                let region = page.find("region", ENGLISH.compare.title).await?;
                let beyond: i64 = page.script(inside, &[region.to_json()?]).await?;
                assert!(beyond <= 0, "{part} is {beyond} px too wide for {width}");
            }
            page.check_accessibility().await
        })
        .await?;
    }
    Ok(())
}

/// The three heatmaps as they are drawn.
#[derive(Debug, Deserialize)]
struct Table {
    /// The names of the heatmaps, each with the number of its columns.
    parts: Vec<(String, usize)>,
    /// The heads of all columns.
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Debug, Deserialize)]
struct Row {
    cells: Vec<String>,
}

impl Table {
    fn hops_of(&self, name: &str) -> usize {
        let part = self.parts.iter().find(|(part, _)| part == name);
        part.map_or(0, |(_, hops)| *hops)
    }

    /// Fails unless every difference is what B reads more than A, but for what rounding hides.
    fn check(&self) -> Result<()> {
        let [a, b] = ["A", "B"].map(|name| self.hops_of(name));
        let both = a.min(b);
        ensure!(self.columns.len() == a + b + both, "{self:?}");
        for row in &self.rows {
            let number = |at: usize| -> Result<f64> {
                let cell = row.cells.get(at).context("a cell is missing")?;
                let plain = cell.replace('−', "-");
                plain.parse().with_context(|| format!("{cell:?}"))
            };
            for back in 1..=both {
                let (in_a, in_b) = (number(a - back)?, number(a + b - back)?);
                let difference = number(a + b + both - back)?;
                let error = (in_b - in_a - difference).abs();
                ensure!(error < 0.0151, "{in_b} − {in_a} is {difference}");
            }
        }
        Ok(())
    }
}

/// The table, as soon as there is one.
async fn table(page: &Page) -> Result<Table> {
    let script = "
        const table = document.querySelector('.compare-table');
        if (!table) return null;
        const text = cell => cell.textContent.trim();
        return {
            parts: [...table.tHead.rows[0].cells].slice(1).map(cell => [text(cell), cell.colSpan]),
            columns: [...table.tHead.rows[1].cells].map(text),
            rows: [...table.tBodies[0].rows].map(({cells: [, ...cells]}) => ({
                cells: cells.map(text),
            })),
        };";
    // While a network is on its way there is no table.
    let found = RefCell::new(None);
    page.until("the answers are compared", async || {
        found.replace(page.script(script, &[]).await?);
        Ok(found.borrow().is_some())
    })
    .await?;
    found.into_inner().context("no table")
}
