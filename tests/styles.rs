//! What no style may use, because Safari passes over it and nothing else here would notice.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

#[test]
fn every_style_is_one_that_safari_takes() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["static/styles", "www"] {
        for path in style_sheets(&root.join(folder))? {
            for (selector, declarations) in rules(&fs::read_to_string(&path)?)? {
                let place = format!("{}: {selector}", path.display());
                let on_a_row = selector.split(',').any(selects_a_row);
                for declaration in declarations {
                    seen += 1;
                    let (name, value) = declaration.split_once(':').unwrap_or_default();
                    ensure!(
                        name != "text-decoration" || value.split_whitespace().count() == 1,
                        "{place}: Safari takes text-decoration with one value only; write the others \
                         as text-decoration-style, -color and -thickness"
                    );
                    ensure!(
                        name != "position" || !on_a_row,
                        "{place}: in Safari nothing is placed in relation to a row of a table; \
                         position its head"
                    );
                }
            }
        }
    }
    ensure!(seen > 1000, "only {seen} declarations were found");
    Ok(())
}

fn style_sheets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(style_sheets(&path)?);
        } else if path.extension().is_some_and(|it| it == "css") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The innermost rules: selectors and declarations.
fn rules(sheet: &str) -> Result<Vec<(String, Vec<String>)>> {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        text += before;
        (_, rest) = comment.split_once("*/").context("a comment has no end")?;
    }
    text += rest;
    let rules = text.split('}').filter_map(|block| {
        let (selector, declarations) = block.rsplit_once('{')?;
        let (_, selector) = selector.rsplit_once('{').unwrap_or(("", selector));
        let declarations = declarations.split(';').map(|it| it.trim().to_owned());
        Some((selector.trim().to_owned(), declarations.collect()))
    });
    Ok(rules.collect())
}

fn selects_a_row(selector: &str) -> bool {
    let last = selector.rsplit([' ', '>', '+', '~']).next();
    last.is_some_and(|it| it == "tr" || it.starts_with("tr.") || it.starts_with("tr["))
}
