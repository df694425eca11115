//! The benchmark page. How fast the page is, is no test's matter; that it can be measured is.

use anyhow::Result;

use crate::harness::{Reader, visit};

#[tokio::test]
async fn the_benchmark_times_every_letter_in_the_page_and_in_a_bare_field() -> Result<()> {
    visit(
        Reader::default().path("benchmark.html?rounds=1"),
        async |page| {
            let figures = page.find("status", "Figures").await?;
            page.until("the figures are there", async || {
                Ok(figures.text().await?.contains("longest"))
            })
            .await?;
            let figures = figures.text().await?;
            let lines: Vec<&str> = figures.lines().collect();
            assert_eq!(lines[0], "29 letters in a story of 50 sentences");
            for (line, name) in lines[2..5]
                .iter()
                .zip(["median", "95th percentile", "longest"])
            {
                let numbers = line.strip_prefix(name).unwrap_or_default();
                let numbers: Vec<f64> = numbers
                    .split_whitespace()
                    .filter_map(|word| word.parse().ok())
                    .collect();
                assert_eq!(numbers.len(), 3, "{line}");
                assert!(numbers.iter().all(|number| *number > 0.0), "{line}");
            }
            Ok(())
        },
    )
    .await
}
