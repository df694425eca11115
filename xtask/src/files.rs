//! `cargo xtask list-files`: what the built page consists of.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::networks;

/// The list of the page's files, beside the page.
pub const LIST: &str = "files.json";

/// How many bytes of a file's digest tell its versions apart.
const VERSION: usize = 8;

/// Lists the networks and the files of the page that Trunk is building.
pub fn run() -> Result<()> {
    let page = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: this chore is Trunk's, see Trunk.toml")?;
    networks::write_list(&page)?;
    let list = serde_json::to_string(&versions(&page)?)?;
    let file = page.join(LIST);
    fs::write(&file, list).with_context(|| file.display().to_string())
}

/// The files in a folder and in those within it, by their paths from there.
pub fn of(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).with_context(|| current.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder)?.to_owned());
            }
        }
    }
    Ok(files)
}

/// The files that a page consists of, as addresses from there, each with its version.
fn versions(page: &Path) -> Result<BTreeMap<String, String>> {
    let mut versions = BTreeMap::new();
    for path in of(page)? {
        let bytes = fs::read(page.join(&path)).with_context(|| path.display().to_string())?;
        let digest = Sha256::digest(bytes);
        let version = digest
            .iter()
            .take(VERSION)
            .map(|byte| format!("{byte:02x}"));
        let address: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        versions.insert(address.join("/"), version.collect());
    }
    // Neither lists itself: the list is what is compared, and a browser sees to its service worker.
    for own in [LIST, "offline.js"] {
        versions.remove(own);
    }
    Ok(versions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_version_that_changes_with_it() -> Result<()> {
        let page = env::temp_dir().join(format!("memnet-files-{}", std::process::id()));
        fs::create_dir_all(page.join("models"))?;
        for file in ["index.html", "offline.js", LIST, "models/a.json"] {
            fs::write(page.join(file), "one")?;
        }
        let before = versions(&page)?;
        fs::write(page.join("models/a.json"), "other")?;
        let after = versions(&page);
        fs::remove_dir_all(&page)?;
        let after = after?;

        assert_eq!(
            before.keys().collect::<Vec<_>>(),
            ["index.html", "models/a.json"]
        );
        assert_eq!(before["index.html"], after["index.html"]);
        assert_ne!(before["models/a.json"], after["models/a.json"]);
        Ok(())
    }
}
