//! What no style may use, because Safari passes over it and nothing else here would notice.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

fn style_sheets(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => style_sheets(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|it| it == "css"))
        .collect()
}

/// The innermost rules: selectors and declarations.
fn rules(sheet: &str) -> Vec<(String, Vec<String>)> {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, comment)) = rest.split_once("/*") {
        text += before;
        rest = comment.split_once("*/").expect("comments end").1;
    }
    text += rest;
    let blocks = text.split('}').filter_map(|block| {
        let mut parts = block.rsplit('{');
        let declarations = parts.next()?;
        let selector = parts.next()?.trim().to_owned();
        let declarations = declarations.split(';').map(|it| it.trim().to_owned());
        Some((selector, declarations.collect()))
    });
    blocks.collect()
}

#[test]
fn every_style_is_one_that_safari_takes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["static/styles", "www"] {
        for path in style_sheets(&root.join(folder)) {
            for (selector, declarations) in rules(&fs::read_to_string(&path).unwrap()) {
                let place = format!("{}: {selector}", path.display());
                let on_a_row = selector.split(',').any(|one| {
                    let last = one.rsplit([' ', '>', '+', '~']).next().unwrap_or_default();
                    last == "tr" || last.starts_with("tr.") || last.starts_with("tr[")
                });
                for declaration in declarations {
                    seen += 1;
                    let (name, value) = declaration.split_once(':').unwrap_or_default();
                    assert!(
                        name != "text-decoration" || value.split_whitespace().count() == 1,
                        "{place}: Safari takes text-decoration with one value only; write the others \
                         as text-decoration-style, -color and -thickness"
                    );
                    assert!(
                        name != "position" || !on_a_row,
                        "{place}: in Safari a row of a table is no place that anything refers to; \
                         position its head"
                    );
                }
            }
        }
    }
    assert!(seen > 1000, "only {seen} declarations were found");
}
