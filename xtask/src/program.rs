//! `cargo xtask program`: the page's program, from source to what a browser loads.
//!
//! Trunk calls this before it bundles the page, and could do most of it by itself, but for one
//! step: the program is cut into parts (see `src/app/parts.rs`), which has to happen between the
//! compiler and wasm-bindgen.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support as wasm_split;

use crate::command::{cargo, command, run};
use crate::element;
use crate::files;
use crate::tools::{Toolbox, WASM};
use crate::workspace;

/// The name of the program, and of its files.
const NAME: &str = "memnet";

/// The profile that it is compiled with.
const PROFILE: &str = "page";

/// What it takes to cut the program, besides what Cargo is told elsewhere: where everything refers
/// to, and the names of functions, which mark the places to cut. wasm-opt strips both.
const TO_BE_CUT: [&str; 2] = [
    r#"target.wasm32-unknown-unknown.rustflags=["-C", "link-arg=--emit-relocs"]"#,
    r#"profile.page.strip="none""#,
];

/// What browsers since 2023 can do. `--all-features` makes a module that Chromium rejects.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What starts it in a worker.
pub const WORKER: &str = "worker.js";

/// Where the program lies as Trunk takes it, and in the page until it is [given its place](place).
pub const FOLDER: &str = "program";

/// Builds the program into `target/program`.
pub fn run_all() -> Result<()> {
    let toolbox = Toolbox::for_the_page()?;
    let mut to_be_cut = vec!["--features", "split"];
    to_be_cut.extend(TO_BE_CUT.iter().flat_map(|setting| ["--config", setting]));
    let compiled = compile(&to_be_cut)?;
    let folder = files::fresh(&workspace::root().join("target").join(FOLDER))?;
    files::copy(
        &workspace::root().join("www").join(WORKER),
        &folder.join(WORKER),
    )?;
    let cut = cut(&compiled, &folder)?;
    // The other parts import the memory and the table of functions.
    bind(&toolbox, &cut, &folder, &["--keep-lld-exports"])?;
    fs::remove_file(&cut)?;
    optimise(&toolbox, &folder)
}

/// Compiles the program for browsers, and says where it lies.
pub fn compile(arguments: &[&str]) -> Result<PathBuf> {
    let target = workspace::root().join("target");
    run(cargo()
        .args(["build", "--bin", NAME, "--profile", PROFILE])
        .args(["--target", WASM, "--target-dir"])
        .arg(&target)
        .args(["--config", &anonymous()?])
        .args(arguments))?;
    Ok(target
        .join(WASM)
        .join(PROFILE)
        .join(NAME)
        .with_extension("wasm"))
}

/// The setting without which the program says in whose home it was compiled, wherever a dependency
/// can panic, and is another one in every home.
fn anonymous() -> Result<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let home = home.context("there is neither CARGO_HOME nor a home directory")?;
    let flag = format!("--remap-path-prefix={}=cargo", home.display());
    Ok(format!("target.{WASM}.rustflags=['{flag}']"))
}

/// Makes the JavaScript to load a compiled program, in a folder, with the program beside it.
pub fn bind(toolbox: &Toolbox, compiled: &Path, folder: &Path, arguments: &[&str]) -> Result<()> {
    run(toolbox
        .equip(command("wasm-bindgen"))
        .args(["--target", "web", "--no-typescript", "--out-name", NAME])
        .args(arguments)
        .arg("--out-dir")
        .args([folder, compiled]))
}

/// Makes the programs in a folder smaller and faster.
pub fn optimise(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    for file in files::of(folder)? {
        if file
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            let file = folder.join(file);
            run(toolbox
                .equip(command("wasm-opt"))
                .arg("-O3")
                .args(FEATURES)
                .arg("--output")
                .args([&file, &file]))?;
        }
    }
    Ok(())
}

/// Cuts the program into parts: all but the main one into a folder, ready for the browser, and the
/// main one, whose place is returned, for wasm-bindgen.
fn cut(compiled: &Path, folder: &Path) -> Result<PathBuf> {
    let program = fs::read(compiled).with_context(|| compiled.display().to_string())?;
    let main = compiled.with_extension("main.wasm");
    let module = format!("./{NAME}.js");
    let mut options = wasm_split::Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &module;
    let parts = wasm_split::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .context("the program cannot be cut into parts")?;
    if parts.split_modules.is_empty() {
        bail!("the program has no parts: no function of it is marked with `wasm_split`");
    }
    Ok(main)
}

/// Gives the program of a built page a folder of its own for each version, so that a browser never
/// puts a part of one version to that of another.
pub fn place(page: &Path) -> Result<()> {
    let program = page.join(FOLDER);
    let version = files::version_of_all(&program)?;
    let placed = format!("{FOLDER}-{version}");
    fs::rename(&program, page.join(&placed))?;
    // The page links to it, and so does the element.
    for file in ["index.html", element::SCRIPT] {
        let file = page.join(file);
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let link = format!("\"{FOLDER}/");
        if !text.contains(&link) {
            bail!("{} does not say where the program lies", file.display());
        }
        fs::write(&file, text.replace(&link, &format!("\"{placed}/")))?;
    }
    Ok(())
}
