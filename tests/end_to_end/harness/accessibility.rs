//! axe-core, run in the page as it stands.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Page;
use super::required;

impl Page {
    /// Fails with a list of what axe-core finds wrong with the page in its present state.
    pub async fn check_accessibility(&self) -> Result<()> {
        // Evaluated by the debugger, which the page's Content Security Policy does not bind.
        if self.evaluate("typeof axe").await? == "undefined" {
            let script = required("MEMNET_AXE_CORE")?;
            let axe = fs::read_to_string(&script).with_context(|| script.display().to_string())?;
            self.evaluate(&axe).await?;
        }
        let violations = self
            .evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
            .await?;
        let violations = violations.as_array().context("axe-core gave no list")?;
        let report: Vec<String> = violations.iter().map(describe).collect();
        ensure!(
            report.is_empty(),
            "axe-core finds the page inaccessible:\n{}",
            report.join("\n")
        );
        Ok(())
    }
}

/// A violation and the elements it is about.
fn describe(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let nodes = violation["nodes"].as_array();
    let nodes = nodes.into_iter().flatten().map(|node| {
        let summary = text(&node["failureSummary"]).replace('\n', "\n      ");
        format!("    {}\n      {summary}", text(&node["html"]))
    });
    let heading = format!(
        "  {} ({}): {}",
        text(&violation["id"]),
        text(&violation["impact"]),
        text(&violation["help"])
    );
    std::iter::once(heading)
        .chain(nodes)
        .collect::<Vec<_>>()
        .join("\n")
}
