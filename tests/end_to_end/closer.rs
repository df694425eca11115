//! The views that look closer as a reader sees them.

use anyhow::{Result, ensure};
use memnet::networks::Model;
use serde::Deserialize;
use thirtyfour::{Key, WebElement};

use crate::harness::{Network, Page, built};

/// An equation that the page shows.
#[derive(Debug, Deserialize)]
struct Equation {
    text: String,
    /// Whether its sides are the same, as closely as their decimals tell.
    holds: bool,
}

impl Network {
    /// The network itself, to hold what the page says against.
    pub fn model(&self) -> Result<Model> {
        let record = String::from_utf8(built(&self.record())?)?;
        Ok(Model::load(&record, &built(&self.weights())?)?)
    }
}

impl Page {
    /// Opens a view by its tab.
    pub async fn open_view(&self, title: &str) -> Result<WebElement> {
        self.find("tab", title).await?.click().await?;
        self.find("tabpanel", title).await
    }

    /// Opens a view by its tab, without a pointer: the arrow keys go to it, and the enter key opens
    /// it.
    pub async fn open_view_by_key(&self, title: &str) -> Result<WebElement> {
        let tabs = self.find_all("tab", "").await?;
        for tab in &tabs {
            if tab.attr("tabindex").await?.as_deref() == Some("0") {
                tab.focus().await?;
            }
        }
        for _ in &tabs {
            if self.focused().await?.1 == title {
                break;
            }
            self.press(Key::Right).await?;
        }
        self.press(Key::Enter).await?;
        self.find("tabpanel", title).await
    }

    /// Does every equation that the page shows in numbers again, and tells how many there are.
    pub async fn check_equations(&self) -> Result<usize> {
        let equations = self.evaluate(include_str!("equations.js")).await?;
        let equations: Vec<Equation> = serde_json::from_value(equations)?;
        let wrong: Vec<&str> = equations
            .iter()
            .filter(|equation| !equation.holds)
            .map(|equation| equation.text.as_str())
            .collect();
        ensure!(wrong.is_empty(), "these don't add up: {wrong:#?}");
        Ok(equations.len())
    }

    /// Fails if the page scrolls sideways.
    pub async fn check_width(&self) -> Result<()> {
        let sideways = "return document.scrollingElement.scrollWidth - innerWidth";
        let sideways: i64 = self.script(sideways, &[]).await?;
        ensure!(sideways <= 0, "the page is {sideways} px too wide");
        Ok(())
    }
}
