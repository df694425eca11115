//! The project's chores. `cargo xtask --help` lists them.
//!
//! A fresh clone needs rustup and a C linker; each chore gets whatever else it needs, once, and
//! says what it is getting and why.

mod browser;
mod build;
mod command;
mod docs;
mod element;
mod files;
mod networks;
mod package;
mod program;
mod serve;
mod stage;
mod test;
mod tools;
mod weight;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's chores.
///
/// What a chore needs and the machine lacks is fetched once into `.tools/` in the repository; no
/// chore changes anything outside the repository, save for the wasm target (added to the Rust
/// toolchain) and, for `test`, Chromium (from the system's package manager).
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the page and serve it on this machine.
    Serve(serve::Options),
    /// Run everything that must pass: formatting, lints, and every kind of test.
    Test(test::Options),
    /// Build the optimised page into `dist/` and weigh it against its budget.
    Build,
    /// Build the documentation alone into `dist/docs/`, in seconds.
    Docs,
    /// Build the npm package into `target/package/`, pack it where npm is there, and weigh it.
    ///
    /// The package is the engine without the page, compiled to WebAssembly, with both networks and the
    /// word vectors: `target/package/memory-network/`, and packed `memory-network-VERSION.tgz`.
    Package,
    /// Run what a commit must pass, fast: formatting, lints, native tests.
    Check,
    /// Build the page's program (Trunk calls this before it builds the page).
    Program,
    /// Finish the page that is being built (Trunk calls this at the end).
    Finish,
}

fn main() -> ExitCode {
    let result = match Cli::parse().chore {
        Chore::Serve(options) => serve::run(&options),
        Chore::Test(options) => test::run(&options),
        Chore::Build => build::run(),
        Chore::Docs => docs::run(),
        Chore::Package => package::run(),
        Chore::Check => test::check(),
        Chore::Program => program::run_all(),
        Chore::Finish => files::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error}");
            for cause in error.chain().skip(1) {
                eprintln!("  because {cause}");
            }
            ExitCode::FAILURE
        }
    }
}
