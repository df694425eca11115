//! Finding a tool, and getting it where it is missing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use super::source::Source;
use crate::command::{command, output};
use crate::workspace;

/// One program of one version.
pub struct Tool {
    /// The executable's name.
    pub program: &'static str,
    pub version: String,
    pub purpose: &'static str,
    /// The folder under `.tools/`.
    pub folder: String,
    /// Where it can be got, the quickest way first.
    pub sources: Vec<Source>,
    /// What a person can do when no source works.
    pub by_hand: String,
}

impl Tool {
    /// The executable's path, after getting the tool where it is missing.
    pub fn get(&self) -> Result<PathBuf> {
        let home = workspace::tools().join(&self.folder);
        if let Some(found) = self.find_in(&home).or_else(|| self.find_on_path()) {
            return Ok(found);
        }
        eprintln!(
            "\n{} {} is missing. It {}.",
            self.program, self.version, self.purpose
        );
        let start = Instant::now();
        let unfinished = workspace::tools().join(format!("{}.unfinished", self.folder));
        for source in &self.sources {
            eprintln!("  {source}");
            remove(&unfinished)?;
            fs::create_dir_all(&unfinished)?;
            if let Err(error) = source.install_into(&unfinished) {
                eprintln!("  That did not work: {error}.");
            } else if self.find_in(&unfinished).is_none() {
                eprintln!("  That did not work: what came does not run on this machine.");
            } else {
                remove(&home)?;
                fs::rename(&unfinished, &home)?;
                eprintln!(
                    "  {} {} is in .tools/ now, after {} s.",
                    self.program,
                    self.version,
                    start.elapsed().as_secs()
                );
                return self
                    .find_in(&home)
                    .with_context(|| format!("{} vanished from .tools/", self.program));
            }
        }
        remove(&unfinished)?;
        bail!(
            "{} {} could not be got. By hand: {}",
            self.program,
            self.version,
            self.by_hand
        )
    }

    /// Looks where each kind of source leaves its executables.
    fn find_in(&self, home: &Path) -> Option<PathBuf> {
        let folders = [
            home.join("bin"),
            home.join("node_modules").join(".bin"),
            home.to_owned(),
        ];
        let folders = env::join_paths(folders).ok()?;
        which::which_in(self.program, Some(folders), workspace::root())
            .ok()
            .filter(|path| self.is_right(path))
    }

    fn find_on_path(&self) -> Option<PathBuf> {
        which::which_all(self.program)
            .ok()?
            .find(|path| self.is_right(path))
    }

    fn is_right(&self, path: &Path) -> bool {
        // Some say "v1.2.3", most "1.2.3".
        output(command(path).arg("--version")).is_some_and(|text| {
            text.split_whitespace()
                .any(|word| word.strip_prefix('v').unwrap_or(word) == self.version)
        })
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
