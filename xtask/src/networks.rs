//! What the page offers to choose from.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// Where the networks lie in the built page.
pub const FOLDER: &str = "models";

/// Lists the networks of a page in its `models/index.json`. The list is made from the files, so that
/// a network that was just trained is among them.
pub fn write_list(page: &Path) -> Result<()> {
    let list = list(page)?;
    let file = page.join(FOLDER).join("index.json");
    fs::write(&file, list.to_string()).with_context(|| file.display().to_string())
}

/// Whether the page asks for a file of its networks before it has started.
pub fn preloads(html: &str, file: &str) -> bool {
    html.contains(&format!("href=\"{FOLDER}/{file}\""))
}

/// The networks of a page: the one that it preloads, then the others by their names.
fn list(page: &Path) -> Result<Value> {
    let html = page.join("index.html");
    let html = fs::read_to_string(&html).with_context(|| html.display().to_string())?;
    let folder = page.join(FOLDER);
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let weights = entry?.path();
        let is_network = weights.extension().is_some_and(|it| it == "safetensors")
            && weights.with_extension("json").is_file();
        if let Some(name) = weights.file_stem().filter(|_| is_network) {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort_by_key(|name| {
        (
            !preloads(&html, &format!("{name}.safetensors")),
            name.clone(),
        )
    });
    let listed = names
        .iter()
        .map(|name| json!({ "name": name, "title": title(name) }));
    Ok(listed.collect())
}

/// What a reader calls a network, after the word "Network": those that ship by their architectures,
/// one of her own by the name that she gave it.
fn title(name: &str) -> &str {
    match name {
        "memn2n" => "End-to-End Memory",
        "working-memory" => "Working Memory",
        own => own,
    }
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    #[test]
    fn every_network_is_listed_and_the_preloaded_one_comes_first() -> Result<()> {
        let page = env::temp_dir().join(format!("memnet-networks-{}", std::process::id()));
        fs::create_dir_all(page.join(FOLDER))?;
        fs::write(
            page.join("index.html"),
            r#"<link rel="preload" href="models/memn2n.safetensors">"#,
        )?;
        for file in [
            "memn2n.json",
            "memn2n.safetensors",
            "aunt.json",
            "aunt.safetensors",
            "index.json",
            "record-without-weights.json",
            "weights-without-record.safetensors",
        ] {
            fs::write(page.join(FOLDER).join(file), "")?;
        }
        let list = list(&page);
        fs::remove_dir_all(&page)?;
        assert_eq!(
            list?,
            json!([
                { "name": "memn2n", "title": "End-to-End Memory" },
                { "name": "aunt", "title": "aunt" },
            ])
        );
        Ok(())
    }
}
