//! `cargo xtask package`: the engine as a package of npm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command::{self, npm};
use crate::files;
use crate::program;
use crate::tools::Toolbox;
use crate::weight::{self, Weight};
use crate::workspace;

/// The name of the package.
const NAME: &str = "memory-network";

/// What goes into the package of what the page also loads.
const STATIC: [&str; 5] = [
    "models/memn2n.json",
    "models/memn2n.safetensors",
    "models/working-memory.json",
    "models/working-memory.safetensors",
    "vectors/english.safetensors",
];

/// The licences, which every copy must bring.
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Builds the package, packs it if npm is there, and prints what it weighs.
pub fn run() -> Result<()> {
    let package = build()?;
    let paths = files::of(&package)?.into_iter();
    let weights = paths
        .map(|path| Weight::of(&package, path))
        .collect::<Result<Vec<_>>>()?;
    eprint!("\n{}", weight::table(&weights, "unpacked"));
    match pack() {
        Ok(mut pack) => {
            command::run(pack.stdout(Stdio::null()))?;
            let bytes = fs::metadata(packed())?.len();
            eprintln!("{:>9}  {bytes:>9}  {}", "", packed().display());
        }
        Err(missing) => eprintln!("\nThe package is not packed: {missing}."),
    }
    Ok(())
}

/// Builds the package, and says where it lies.
pub fn build() -> Result<PathBuf> {
    let toolbox = Toolbox::for_the_package()?;
    eprintln!("\nCompiling the engine, optimised: about two minutes the first time.");
    let compiled = program::compile(&["--no-default-features"])?;
    let package = files::fresh(&folder().join(NAME))?;
    eprintln!("Putting the package together.");
    program::bind(&toolbox, &compiled, &package, &[])?;
    program::optimise(&toolbox, &package)?;
    let root = workspace::root();
    files::copy(&root.join("www/npm"), &package)?;
    for (folder, files) in [
        (&root.join("static"), &STATIC[..]),
        (&root.to_owned(), &LICENCES),
    ] {
        for file in files {
            files::copy(&folder.join(file), &package.join(file))?;
        }
    }
    set_version(&package.join("package.json"))?;
    Ok(package)
}

/// What packs the built package.
pub fn pack() -> Result<Command> {
    let mut pack = npm()?;
    pack.args(["pack", "--silent"])
        .arg(folder().join(NAME))
        .arg("--pack-destination")
        .arg(folder());
    Ok(pack)
}

/// The packed package.
pub fn packed() -> PathBuf {
    folder().join(format!("{NAME}-{}.tgz", env!("CARGO_PKG_VERSION")))
}

/// What installs the packed package, from the file, in a fresh project with the tests of it.
pub fn install() -> Result<Command> {
    let trial = files::fresh(&trial())?;
    for (from, to) in [("tests/package", ""), ("tests/golden", "golden")] {
        files::copy(&workspace::root().join(from), &trial.join(to))?;
    }
    let mut install = npm()?;
    install
        .current_dir(trial)
        .args(["install", "--no-audit", "--no-fund", "--ignore-scripts"])
        .arg(packed());
    Ok(install)
}

/// The project that the package is installed in, made anew each time.
pub fn trial() -> PathBuf {
    folder().join("trial")
}

/// Where the package lies, as a folder and packed.
fn folder() -> PathBuf {
    workspace::root().join("target/package")
}

/// Gives the package the version of this workspace.
fn set_version(file: &Path) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let mut package: Value = serde_json::from_str(&text).context("www/npm/package.json")?;
    package["version"] = env!("CARGO_PKG_VERSION").into();
    fs::write(file, format!("{package:#}\n")).with_context(|| file.display().to_string())
}
