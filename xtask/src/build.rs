//! `cargo xtask build`, and how Trunk is called.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command;
use crate::docs;
use crate::element;
use crate::files;
use crate::networks;
use crate::program;
use crate::tools::{self, Toolbox};
use crate::weight::{self, Weight};
use crate::workspace;

/// What everything up to the first answer may weigh, compressed: 250 KB.
const BUDGET: usize = 250_000;

/// How the names of the parts of the program begin that come when they are needed.
const PARTS: [&str; 2] = ["split_", "chunk_"];

/// What the page asks for when it has answered or when a network is to learn, what only figures in
/// other pages take, and what only measures it.
const AFTERWARDS: [&str; 9] = [
    element::SCRIPT,
    element::STYLE,
    "embed.html",
    "embed.css",
    "embed.js",
    "offline.js",
    files::LIST,
    "benchmark.html",
    "benchmark.js",
];

/// The folder of the page with the word vectors.
const VECTORS: &str = "vectors";

/// Builds the optimised page and prints what each file weighs that it takes to answer, and whether
/// all of them are within the budget.
pub fn run() -> Result<()> {
    command::run(&mut trunk("build")?)?;
    let weights = weigh(&workspace::dist())?;
    eprint!("\n{}", table(&weights));
    let total: usize = weights.iter().map(|file| file.gzip).sum();
    if total > BUDGET {
        // A warning: a page that is too heavy still works, and is better published than not.
        eprintln!(
            "\nwarning: the page is over its budget by {} bytes",
            total - BUDGET
        );
    }
    eprint!("\n{}", figure(&workspace::dist(), weights)?);
    Ok(())
}

/// What a figure in another page takes to answer: of the page's files the program and the network,
/// and the files of the element.
fn figure(folder: &Path, of_the_page: Vec<Weight>) -> Result<String> {
    let mut weights: Vec<Weight> = of_the_page
        .into_iter()
        .filter(|file| file.path.parent() != Some(Path::new("")))
        .collect();
    for file in [element::SCRIPT, element::STYLE] {
        weights.push(Weight::of(folder, file.into())?);
    }
    Ok(weight::table(
        &weights,
        "up to the first answer of a figure",
    ))
}

/// A Trunk subcommand that builds the optimised page, after getting all it takes.
///
/// Trunk is kept off the network: what it would fetch is here already, and pinned.
pub fn trunk(subcommand: &str) -> Result<Command> {
    let toolbox = Toolbox::for_the_page()?;
    tools::fetch_crates()?;
    eprintln!("\nBuilding the page, optimised: about two minutes the first time.");
    let mut trunk = toolbox.equip(command::command("trunk"));
    trunk.args([subcommand, "--release", "--offline"]);
    // Trunk reads NO_COLOR as a boolean and refuses the customary `1`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    Ok(trunk)
}

/// Weighs the files of a page, as a server that compresses would send them. Of its networks those
/// count that the page preloads; the others come when a reader chooses them, and the word vectors
/// when she writes a word that they help to read; the documentation is pages of its own.
fn weigh(folder: &Path) -> Result<Vec<Weight>> {
    let html = folder.join("index.html");
    let html = fs::read_to_string(&html).with_context(|| html.display().to_string())?;
    let comes_later = |path: &Path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let is_chosen = path.starts_with(networks::FOLDER) && !networks::preloads(&html, &file);
        is_chosen
            || file == program::WORKER
            || PARTS.iter().any(|part| file.starts_with(part))
            || path.starts_with(VECTORS)
            || path.starts_with(docs::FOLDER)
            || AFTERWARDS.iter().any(|later| path == Path::new(later))
    };
    let mut weights = Vec::new();
    for path in files::of(folder)? {
        if comes_later(&path) {
            continue;
        }
        weights.push(Weight::of(folder, path)?);
    }
    Ok(weights)
}

fn table(weights: &[Weight]) -> String {
    let budget = format!("{:>9}  {BUDGET:>9}  budget, bytes\n", "");
    weight::table(weights, "up to the first answer") + &budget
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_up_to_the_first_answer_is_weighed_and_summed_up() -> Result<()> {
        let folder = env::temp_dir().join(format!("memnet-weigh-{}", std::process::id()));
        fs::create_dir_all(folder.join("models"))?;
        fs::create_dir_all(folder.join(VECTORS))?;
        fs::create_dir_all(folder.join(docs::FOLDER))?;
        let html = r#"<link href="models/first.json">"#.to_owned() + &"a".repeat(1000);
        fs::write(folder.join("index.html"), &html)?;
        fs::write(folder.join("models/first.json"), "{}")?;
        fs::write(folder.join("models/other.json"), "{}")?;
        fs::write(folder.join("vectors/english.safetensors"), "{}")?;
        fs::write(folder.join("docs/index.html"), "{}")?;
        let weights = weigh(&folder);
        fs::remove_dir_all(&folder)?;
        let weights = weights?;

        let paths: Vec<_> = weights.iter().map(|file| file.path.as_path()).collect();
        assert_eq!(
            paths,
            [Path::new("index.html"), Path::new("models/first.json")]
        );
        assert_eq!(weights[0].raw, html.len());
        assert!(weights[0].gzip < 100, "a repeated letter compresses");
        assert!(
            table(&weights).contains(&format!("     {} ", html.len() + 2)),
            "{}",
            table(&weights)
        );
        Ok(())
    }
}
