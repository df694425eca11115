//! What files weigh, as a server that compresses would send them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

/// The bytes of a file.
pub struct Weight {
    /// Relative to the folder of what is weighed.
    pub path: PathBuf,
    pub raw: usize,
    pub gzip: usize,
}

impl Weight {
    /// Weighs the file of a path in a folder.
    pub fn of(folder: &Path, path: PathBuf) -> Result<Self> {
        let bytes = fs::read(folder.join(&path)).with_context(|| path.display().to_string())?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&bytes)?;
        Ok(Self {
            path,
            raw: bytes.len(),
            gzip: encoder.finish()?.len(),
        })
    }
}

/// A table of files, the heaviest first, and of all of them together.
pub fn table(weights: &[Weight], together: &str) -> String {
    let mut ordered: Vec<&Weight> = weights.iter().collect();
    ordered.sort_by(|one, other| other.gzip.cmp(&one.gzip).then(one.path.cmp(&other.path)));
    let mut table = format!("{:>9}  {:>9}  file\n", "raw", "gzip");
    for Weight { path, raw, gzip } in ordered {
        table += &format!("{raw:>9}  {gzip:>9}  {}\n", path.display());
    }
    let raw: usize = weights.iter().map(|file| file.raw).sum();
    let gzip: usize = weights.iter().map(|file| file.gzip).sum();
    table + &format!("{raw:>9}  {gzip:>9}  {together}\n")
}
