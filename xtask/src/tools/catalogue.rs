//! Which tools there are, of which versions, and from where.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::source::{self, Source};
use super::tool::Tool;
use crate::command::{cargo, output};
use crate::workspace;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";
const MDBOOK: &str = "0.5.4";
const AXE_CORE: &str = "4.14.1";
const AXE_CORE_SHA256: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// Builds and serves the page.
pub fn trunk() -> Tool {
    let archive = source::rust_target(true).map(|target| {
        let ending = if cfg!(windows) { "zip" } else { "tar.gz" };
        Source::Archive {
            url: format!(
                "https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}/trunk-{target}.{ending}"
            ),
            nested: false,
        }
    });
    of_crate(
        "trunk",
        "trunk",
        TRUNK.to_owned(),
        "bundles the page",
        archive,
        "five minutes on two cores",
    )
}

/// A program of the wasm-bindgen command line, whose version must be that of the library.
pub fn wasm_bindgen(program: &'static str) -> Result<Tool> {
    let package = output(cargo().args(["pkgid", "wasm-bindgen"]))
        .context("Cargo.lock names no wasm-bindgen, or more than one")?;
    let version = package
        .rsplit_once('@')
        .map(|(_, version)| version.to_owned())
        .with_context(|| format!("no version in {package}"))?;
    let archive = source::rust_target(false).map(|target| Source::Archive {
        url: format!(
            "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{target}.tar.gz"
        ),
        nested: true,
    });
    Ok(of_crate(
        "wasm-bindgen-cli",
        program,
        version,
        "joins JavaScript to WebAssembly, and must be of the version in Cargo.lock",
        archive,
        "two minutes on two cores",
    ))
}

/// Optimises WebAssembly.
pub fn wasm_opt() -> Tool {
    let archive = source::binaryen_platform().map(|platform| Source::Archive {
        url: format!(
            "https://github.com/WebAssembly/binaryen/releases/download/version_{BINARYEN}/binaryen-version_{BINARYEN}-{platform}.tar.gz"
        ),
        nested: true,
    });
    Tool {
        program: "wasm-opt",
        version: BINARYEN.to_owned(),
        purpose: "makes the WebAssembly smaller and faster",
        folder: format!("binaryen-{BINARYEN}"),
        sources: archive
            .into_iter()
            .chain([Source::Npm {
                name: "binaryen",
                version: format!("{BINARYEN}.0.0"),
            }])
            .collect(),
        by_hand: format!(
            "install Node.js with npm and run this again, or put wasm-opt {BINARYEN} from https://github.com/WebAssembly/binaryen/releases on the PATH"
        ),
    }
}

/// Builds the documentation.
pub fn mdbook() -> Tool {
    let archive = source::rust_target(true).map(|target| {
        // For Linux on ARM its releases are linked with musl only.
        let target = match target {
            "aarch64-unknown-linux-gnu" => "aarch64-unknown-linux-musl",
            other => other,
        };
        let ending = if cfg!(windows) { "zip" } else { "tar.gz" };
        Source::Archive {
            url: format!(
                "https://github.com/rust-lang/mdBook/releases/download/v{MDBOOK}/mdbook-v{MDBOOK}-{target}.{ending}"
            ),
            nested: false,
        }
    });
    of_crate(
        "mdbook",
        "mdbook",
        MDBOOK.to_owned(),
        "makes the documentation",
        archive,
        "two minutes on two cores",
    )
}

/// A program of a crate, which may come prebuilt, too.
fn of_crate(
    name: &'static str,
    program: &'static str,
    version: String,
    purpose: &'static str,
    archive: Option<Source>,
    takes: &'static str,
) -> Tool {
    let built = Source::Crate {
        name,
        version: version.clone(),
        takes,
    };
    Tool {
        program,
        purpose,
        folder: format!("{name}-{version}"),
        sources: archive.into_iter().chain([built]).collect(),
        by_hand: format!("cargo install --locked {name}@{version}"),
        version,
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
    let digest = Sha256::digest(bytes);
    let found: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    if found != AXE_CORE_SHA256 {
        bail!(
            "{} is not axe-core {AXE_CORE}: its SHA-256 is {found}, not {AXE_CORE_SHA256}. Remove {} and run this again",
            script.display(),
            home.display()
        );
    }
    Ok(script)
}
