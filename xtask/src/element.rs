//! The files of the element `<memory-network>`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The element itself.
pub const SCRIPT: &str = "memory-network.js";

/// Where the element looks for its style; it is one file, so that it is one download.
pub const STYLE: &str = "memory-network.css";

/// What is said of figures only, after all that is said of the page.
const OF_FIGURES: &str = "static/styles/figure.css";

/// Writes the style of the element of a built page: the page's own, in its order, and what is said of
/// figures.
pub fn write_style(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page.join("index.html"))?;
    let mut style = String::new();
    for sheet in style_sheets(&html) {
        let sheet = page.join(sheet.trim_start_matches("./"));
        style += &fs::read_to_string(&sheet).with_context(|| sheet.display().to_string())?;
        style += "\n";
    }
    if style.is_empty() {
        bail!("the page has no style sheets");
    }
    style += &fs::read_to_string(workspace::root().join(OF_FIGURES)).context(OF_FIGURES)?;
    fs::write(page.join(STYLE), style)?;
    Ok(())
}

/// The style sheets that a page links to, in their order.
fn style_sheets(html: &str) -> impl Iterator<Item = &str> {
    let links = html
        .split('<')
        .filter(|tag| tag.starts_with("link") && tag.contains("rel=\"stylesheet\""));
    links.filter_map(|link| link.split("href=\"").nth(1)?.split('"').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_found_in_their_order() {
        let html = r#"<link rel="icon" href="icon.svg">
            <link rel="stylesheet" href="./a-1.css"/>
            <link href="./b-2.css" rel="stylesheet" integrity="sha384-x">"#;
        assert_eq!(
            style_sheets(html).collect::<Vec<_>>(),
            ["./a-1.css", "./b-2.css"]
        );
    }
}
