//! The ways of getting a tool.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result};

use crate::command::{cargo, command, npm, run};

/// One way of getting a tool.
pub enum Source {
    /// A prebuilt release.
    Archive {
        url: String,
        /// Whether the archive wraps its files in a folder.
        nested: bool,
    },
    /// A crate, built here.
    Crate {
        name: &'static str,
        version: String,
        /// How long the build tends to take.
        takes: &'static str,
    },
    /// A package of npm, which checks what it downloads.
    Npm { name: &'static str, version: String },
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Archive { url, .. } => write!(formatter, "Downloading {url}: seconds."),
            Self::Crate {
                name,
                version,
                takes,
            } => write!(
                formatter,
                "Building {name} {version} from crates.io: about {takes}, once."
            ),
            Self::Npm { name, version } => write!(
                formatter,
                "Installing {name} {version} from npm: some ten seconds."
            ),
        }
    }
}

impl Source {
    /// Puts the tool into a folder that exists and is its own.
    pub fn install_into(&self, folder: &Path) -> Result<()> {
        match self {
            Self::Archive { url, nested } => unpack(url, *nested, folder),
            // The lock file that a crate was published with is the tested choice; where a crate of
            // it has been withdrawn, today's compatible versions will do.
            Self::Crate { name, version, .. } => build(name, version, folder, &["--locked"])
                .or_else(|_| build(name, version, folder, &[])),
            Self::Npm { name, version } => install_package(name, version, folder),
        }
    }
}

fn unpack(url: &str, nested: bool, folder: &Path) -> Result<()> {
    let archive = folder.join("archive");
    // A blocked network must cost seconds here, not minutes: there is another way of getting it.
    run(command("curl")
        .args(["--fail", "--location", "--silent", "--show-error"])
        .args(["--connect-timeout", "5", "--max-time", "180"])
        .args(["--speed-limit", "10000", "--speed-time", "10"])
        .arg("--output")
        .arg(&archive)
        .arg(url))
    .context("it could not be downloaded")?;
    let mut tar = command("tar");
    tar.arg("-xf").arg(&archive).arg("-C").arg(folder);
    if nested {
        tar.arg("--strip-components=1");
    }
    run(&mut tar).context("it could not be unpacked")?;
    fs::remove_file(archive)?;
    Ok(())
}

fn build(name: &str, version: &str, folder: &Path, extra: &[&str]) -> Result<()> {
    // A tool that runs for a second need not be optimised for minutes. None needs its defaults: the
    // page is served, and the browser driven, on this machine, which takes no TLS; and the book is
    // built, but neither served nor searched.
    run(cargo()
        .args(["install", "--no-default-features", "--root"])
        .arg(folder)
        .args(extra)
        .arg(format!("{name}@{version}"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"))
}

fn install_package(name: &str, version: &str, folder: &Path) -> Result<()> {
    run(npm()?
        .args(["install", "--no-save", "--no-package-lock", "--no-audit"])
        .args(["--no-fund", "--ignore-scripts", "--loglevel=error"])
        .arg("--prefix")
        .arg(folder)
        .arg(format!("{name}@{version}"))
        .stdout(Stdio::null()))
}

/// The target triple of this machine's prebuilt releases. Releases for Linux are linked with glibc
/// or, where `glibc` is false and the processor allows it, with musl.
pub fn rust_target(glibc: bool) -> Option<&'static str> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") if glibc => Some("x86_64-unknown-linux-gnu"),
        ("linux", "x86_64") => Some("x86_64-unknown-linux-musl"),
        ("linux", "aarch64") => Some("aarch64-unknown-linux-gnu"),
        ("macos", "x86_64") => Some("x86_64-apple-darwin"),
        ("macos", "aarch64") => Some("aarch64-apple-darwin"),
        ("windows", "x86_64") => Some("x86_64-pc-windows-msvc"),
        _ => None,
    }
}

/// How Binaryen's releases name this machine.
pub fn binaryen_platform() -> Option<&'static str> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Some("x86_64-linux"),
        ("linux", "aarch64") => Some("aarch64-linux"),
        ("macos", "x86_64") => Some("x86_64-macos"),
        ("macos", "aarch64") => Some("arm64-macos"),
        ("windows", "x86_64") => Some("x86_64-windows"),
        _ => None,
    }
}
