//! `cargo xtask finish`: the last touches to a built page, and what it consists of. Also what other
//! chores do with files.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::docs;
use crate::element;
use crate::networks;
use crate::program;

/// The list of the page's files, beside the page.
pub const LIST: &str = "files.json";

/// How many bytes of a file's digest tell its versions apart.
const VERSION: usize = 8;

/// Finishes the page that Trunk is building: gives its program its place, adds the documentation, and
/// lists its networks and its files.
pub fn run() -> Result<()> {
    let page = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: this chore is Trunk's, see Trunk.toml")?;
    program::place(&page)?;
    element::write_style(&page)?;
    docs::build(&page)?;
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

/// Makes a folder that is empty, whatever was there before.
pub fn fresh(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    Ok(folder.to_owned())
}

/// Copies a file, or a folder with all that is in it, to a path whose folder need not exist yet.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        return of(from)?
            .iter()
            .try_for_each(|path| copy(&from.join(path), &to.join(path)));
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}

/// The version of everything in a folder, taken together.
pub fn version_of_all(folder: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    for (path, version) in versions(folder)? {
        digest.update(format!("{path} {version}\n"));
    }
    Ok(shown(&digest.finalize()))
}

/// The files that a page consists of, as addresses from there, each with its version.
fn versions(page: &Path) -> Result<BTreeMap<String, String>> {
    let mut versions = BTreeMap::new();
    for path in of(page)? {
        // A visitor keeps the page, to come back to without a network, but not a book that she may
        // never open: every one of its pages would be fetched again whenever it is revised.
        if path.starts_with(docs::FOLDER) {
            continue;
        }
        let bytes = fs::read(page.join(&path)).with_context(|| path.display().to_string())?;
        let address: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        versions.insert(address.join("/"), shown(&Sha256::digest(bytes)));
    }
    // Neither lists itself: the list is what is compared, and a browser sees to its service worker.
    for own in [LIST, "offline.js"] {
        versions.remove(own);
    }
    Ok(versions)
}

/// The beginning of a digest.
fn shown(digest: &[u8]) -> String {
    let bytes = digest.iter().take(VERSION);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_version_that_changes_with_it() -> Result<()> {
        let page = env::temp_dir().join(format!("memnet-files-{}", std::process::id()));
        fs::create_dir_all(page.join("models"))?;
        fs::create_dir_all(page.join(docs::FOLDER))?;
        let files = [
            "index.html",
            "offline.js",
            LIST,
            "models/a.json",
            "docs/index.html",
        ];
        for file in files {
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
