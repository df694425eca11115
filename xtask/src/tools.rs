//! The programs the chores call: what each is for, where it is looked for, and how it is got.
//!
//! A tool of the right version on the `PATH` is used. Otherwise it is fetched once into a folder of
//! its own, `.tools/NAME-VERSION`, so that a changed version never meets the remains of another.

mod source;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::command::{cargo, command, output, run};
use crate::workspace;
use source::Source;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";
const AXE_CORE: &str = "4.14.1";
const AXE_CORE_SHA256: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

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
        Self::with(&[trunk(), wasm_bindgen("wasm-bindgen")?, wasm_opt()])
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

/// One program of one version.
struct Tool {
    /// The executable's name.
    program: &'static str,
    version: String,
    purpose: &'static str,
    /// The folder under `.tools/`.
    folder: String,
    /// Where it can be got, the quickest way first.
    sources: Vec<Source>,
    /// What a person can do when no source works.
    by_hand: String,
}

fn trunk() -> Tool {
    let url = source::rust_target(true).map(|target| {
        let ending = if cfg!(windows) { "zip" } else { "tar.gz" };
        format!(
            "https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}/trunk-{target}.{ending}"
        )
    });
    Tool {
        program: "trunk",
        version: TRUNK.to_owned(),
        purpose: "bundles the page",
        folder: format!("trunk-{TRUNK}"),
        sources: [
            url.map(|url| Source::Archive { url, nested: false }),
            Some(Source::Crate {
                name: "trunk",
                version: TRUNK.to_owned(),
                takes: "five minutes on two cores",
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
        by_hand: format!("cargo install --locked trunk@{TRUNK}"),
    }
}

/// A program of the wasm-bindgen command line, whose version must be that of the library.
fn wasm_bindgen(program: &'static str) -> Result<Tool> {
    let package = output(cargo().args(["pkgid", "wasm-bindgen"]))
        .context("Cargo.lock names no wasm-bindgen, or more than one")?;
    let version = package
        .rsplit_once('@')
        .map(|(_, version)| version.to_owned())
        .with_context(|| format!("no version in {package}"))?;
    let url = source::rust_target(false).map(|target| {
        format!(
            "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{target}.tar.gz"
        )
    });
    Ok(Tool {
        program,
        purpose: "joins JavaScript to WebAssembly; of the version in Cargo.lock",
        folder: format!("wasm-bindgen-cli-{version}"),
        sources: [
            url.map(|url| Source::Archive { url, nested: true }),
            Some(Source::Crate {
                name: "wasm-bindgen-cli",
                version: version.clone(),
                takes: "two minutes on two cores",
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
        by_hand: format!("cargo install --locked wasm-bindgen-cli@{version}"),
        version,
    })
}

fn wasm_opt() -> Tool {
    let url = source::binaryen_platform().map(|platform| {
        format!(
            "https://github.com/WebAssembly/binaryen/releases/download/version_{BINARYEN}/binaryen-version_{BINARYEN}-{platform}.tar.gz"
        )
    });
    Tool {
        program: "wasm-opt",
        version: BINARYEN.to_owned(),
        purpose: "makes the WebAssembly smaller and faster",
        folder: format!("binaryen-{BINARYEN}"),
        sources: [
            url.map(|url| Source::Archive { url, nested: true }),
            Some(Source::Npm {
                name: "binaryen",
                version: format!("{BINARYEN}.0.0"),
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
        by_hand: format!(
            "install Node.js with npm and run this again, or put wasm-opt {BINARYEN} from https://github.com/WebAssembly/binaryen/releases on the PATH"
        ),
    }
}

impl Tool {
    /// The executable's path, after getting the tool where it is missing.
    fn get(&self) -> Result<PathBuf> {
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
        output(command(path).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }
}

/// axe-core, the accessibility checker that end-to-end tests run in the page.
pub fn axe_core() -> Result<PathBuf> {
    let home = workspace::tools().join(format!("axe-core-{AXE_CORE}"));
    let script = home.join("node_modules/axe-core/axe.min.js");
    if !script.exists() {
        let source = Source::Npm {
            name: "axe-core",
            version: AXE_CORE.to_owned(),
        };
        eprintln!("\naxe-core {AXE_CORE} is missing. It checks the page's accessibility.");
        eprintln!("  {source}");
        fs::create_dir_all(&home)?;
        source
            .install_into(&home)
            .context("axe-core comes from npm; install Node.js with npm and run this again")?;
    }
    let bytes = fs::read(&script).with_context(|| script.display().to_string())?;
    let found = hex(&Sha256::digest(bytes));
    if found != AXE_CORE_SHA256 {
        bail!(
            "{} is not axe-core {AXE_CORE}: its SHA-256 is {found}, not {AXE_CORE_SHA256}. Remove {} and run this again",
            script.display(),
            home.display()
        );
    }
    Ok(script)
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
