//! The programs the chores call: what each is for, where it is looked for, and how it is got.
//!
//! A tool of the right version on the `PATH` is used. Otherwise it is fetched once into a folder of
//! its own, `.tools/NAME-VERSION`, so that a changed version never meets the remains of another.

mod catalogue;
mod source;
mod tool;

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{cargo, command, output, run};
pub use catalogue::axe_core;
use catalogue::{mdbook, trunk, wasm_bindgen, wasm_opt};
use tool::Tool;

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The tools a chore asked for; commands made from it find them on their `PATH`.
pub struct Toolbox {
    path: OsString,
}

impl Toolbox {
    /// Gets what building the page takes: the wasm target, Trunk and what Trunk calls.
    pub fn for_the_page() -> Result<Self> {
        add_wasm_target()?;
        Self::with(&[trunk(), wasm_bindgen("wasm-bindgen")?, wasm_opt(), mdbook()])
    }

    /// Gets what building the documentation takes.
    pub fn for_the_docs() -> Result<Self> {
        Self::with(&[mdbook()])
    }

    /// Gets what building the npm package takes: the wasm target, and what becomes of what it compiles.
    pub fn for_the_package() -> Result<Self> {
        add_wasm_target()?;
        Self::with(&[wasm_bindgen("wasm-bindgen")?, wasm_opt()])
    }

    /// Gets what running wasm tests in a browser takes, the browser apart.
    pub fn for_component_tests() -> Result<Self> {
        add_wasm_target()?;
        Self::with(&[wasm_bindgen("wasm-bindgen-test-runner")?])
    }

    fn with(tools: &[Tool]) -> Result<Self> {
        let mut folders = Vec::new();
        for tool in tools {
            folders.extend(tool.get()?.parent().map(Path::to_owned));
        }
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        Ok(Self {
            path: env::join_paths(folders)?,
        })
    }

    /// Lets a command find the tools.
    pub fn equip(&self, mut command: Command) -> Command {
        command.env("PATH", &self.path);
        command
    }
}

/// Gives the Rust toolchain the standard library for WebAssembly.
pub fn add_wasm_target() -> Result<()> {
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    eprintln!("\nThe Rust target {WASM} is missing. The page is compiled for it.");
    eprintln!("  Adding it to the toolchain with rustup: seconds.");
    run(command("rustup").args(["target", "add", WASM])).with_context(|| {
        format!("without rustup, install the standard library for {WASM} from where your Rust came")
    })
}

/// Downloads the crates that Cargo.lock names, since Trunk then builds without the network.
pub fn fetch_crates() -> Result<()> {
    run(cargo().args(["fetch", "--quiet"])).context("the project's dependencies cannot be had")
}
