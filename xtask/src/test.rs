//! `cargo xtask test` and `cargo xtask check`.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use crate::browser::Browser;
use crate::build;
use crate::command::{cargo, command, npm};
use crate::package;
use crate::stage::Stages;
use crate::tools::{self, Toolbox, WASM};
use crate::workspace;

/// The feature without which the end-to-end tests are left out of a plain `cargo test`.
const BROWSER_TESTS: &str = "browser-tests";

/// What to run.
#[derive(Args)]
pub struct Options {
    /// Run only the tests whose names contain this, and no lints.
    filter: Option<String>,
    /// Run only this kind of stage (may be given several times).
    #[arg(long = "only", value_name = "KIND")]
    only: Vec<Kind>,
}

/// The kinds of stages, in the order they run: the quickest to fail first.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// rustfmt, and clippy for this machine and for wasm.
    Lints,
    /// Unit and integration tests on this machine.
    Native,
    /// The examples in the documentation.
    Docs,
    /// Tests compiled to wasm that run inside a browser.
    Components,
    /// Tests that install the npm package and use it, in Node.js, TypeScript and Vite.
    Package,
    /// Tests that drive a browser with the optimised page.
    EndToEnd,
}

/// Runs everything, or what the options ask for.
pub fn run(options: &Options) -> Result<()> {
    let filter = options.filter.as_deref();
    let wanted = |kind| {
        let asked = options.only.is_empty() || options.only.contains(&kind);
        asked && (kind != Kind::Lints || filter.is_none())
    };
    get_what_is_missing(wanted)?;
    let mut stages = Stages::new(filter.is_some());
    if wanted(Kind::Lints) {
        lint(&mut stages);
    }
    if wanted(Kind::Native) {
        stages.tests("native tests", || Ok(native_tests(filter)));
    }
    if wanted(Kind::Docs) {
        stages.tests("documentation tests", || {
            let mut command = cargo();
            command.args(["test", "--doc"]).args(filter);
            Ok(command)
        });
    }
    if wanted(Kind::Components) {
        for suite in component_suites()? {
            stages.tests(&format!("component tests: {suite}"), || {
                component_tests(&suite, filter)
            });
        }
    }
    if wanted(Kind::Package) {
        package(&mut stages, filter);
    }
    if wanted(Kind::EndToEnd) {
        // A page left from an earlier build would be tested in place of one that did not build.
        if stages.check("building the page", || build::trunk("build")) {
            stages.tests("end-to-end tests", || end_to_end_tests(filter));
        }
    }
    stages.finish()
}

/// Gets the tools before anything runs, so that minutes of tests do not end at a missing browser.
fn get_what_is_missing(wanted: impl Fn(Kind) -> bool) -> Result<()> {
    tools::add_wasm_target()?;
    if [Kind::Components, Kind::Package, Kind::EndToEnd]
        .into_iter()
        .any(&wanted)
    {
        Browser::get()?;
    }
    if wanted(Kind::Components) {
        Toolbox::for_component_tests()?;
    }
    if wanted(Kind::Package) {
        Toolbox::for_the_package()?;
        npm()?;
    }
    if wanted(Kind::EndToEnd) {
        Toolbox::for_the_page()?;
        tools::axe_core()?;
    }
    Ok(())
}

/// Runs what a commit must pass.
pub fn check() -> Result<()> {
    tools::add_wasm_target()?;
    let mut stages = Stages::new(false);
    lint(&mut stages);
    stages.tests("native tests", || Ok(native_tests(None)));
    stages.finish()
}

fn lint(stages: &mut Stages) {
    stages.check("formatting", || {
        let mut command = cargo();
        command.args(["fmt", "--all", "--check"]);
        Ok(command)
    });
    stages.check("clippy", || {
        let mut command = cargo();
        command
            .args(["clippy", "--quiet", "--workspace", "--all-targets"])
            .args(["--features", BROWSER_TESTS, "--", "-D", "warnings"]);
        Ok(command)
    });
    stages.check("clippy for wasm", || {
        let mut command = cargo();
        command
            .args(["clippy", "--quiet", "--all-targets", "--target", WASM])
            .args(["--", "-D", "warnings"]);
        Ok(command)
    });
    stages.check("clippy for the package", || {
        let mut command = cargo();
        command.args(["clippy", "--quiet", "--target", WASM]).args([
            "--no-default-features",
            "--",
            "-D",
            "warnings",
        ]);
        Ok(command)
    });
}

fn native_tests(filter: Option<&str>) -> Command {
    let mut command = cargo();
    command
        .args([
            "test",
            "--workspace",
            "--lib",
            "--bins",
            "--tests",
            "--no-fail-fast",
        ])
        .args(filter);
    command
}

/// The test files made for wasm-bindgen's runner. A file says so itself by naming the crate; one
/// that forgets to ask for a browser is skipped by the runner, and so fails as an empty suite.
fn component_suites() -> Result<Vec<String>> {
    let folder = workspace::root().join("tests");
    let mut suites = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rs")
            && fs::read_to_string(&path)?.contains("wasm_bindgen_test")
        {
            suites.extend(
                path.file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned()),
            );
        }
    }
    suites.sort();
    if suites.is_empty() {
        bail!("no file in {} uses wasm_bindgen_test", folder.display());
    }
    Ok(suites)
}

fn component_tests(suite: &str, filter: Option<&str>) -> Result<Command> {
    let mut command = cargo();
    command
        .args(["test", "--target", WASM, "--test", suite])
        .args(filter)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "wasm-bindgen-test-runner",
        )
        // Without it, a suite that forgot to ask for a browser would run in Node.js.
        .env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
    Browser::get()?.equip(Toolbox::for_component_tests()?.equip(command))
}

/// Builds, packs and installs the package as its users get it, and tests what was installed.
fn package(stages: &mut Stages, filter: Option<&str>) {
    let installed = stages.check("building the package", || {
        package::build()?;
        package::pack()
    }) && stages.check("installing the package", package::install);
    if !installed {
        return;
    }
    stages.tests("package tests", || {
        let mut command = command("node");
        command
            .current_dir(package::trial())
            .args(["--test", "--test-reporter=tap"])
            .args(filter.map(|name| format!("--test-name-pattern={name}")));
        Browser::get()?.equip(command)
    });
    if filter.is_none() {
        stages.check("package types", || {
            let mut command = npm()?;
            command
                .current_dir(package::trial())
                .args(["exec", "--", "tsc", "--noEmit", "--strict"])
                .args(["--module", "nodenext", "--target", "es2022", "types.ts"]);
            Ok(command)
        });
    }
}

fn end_to_end_tests(filter: Option<&str>) -> Result<Command> {
    let mut command = cargo();
    command
        .args(["test", "--features", BROWSER_TESTS, "--test", "end_to_end"])
        .args(filter)
        .env("MEMNET_DIST", workspace::dist())
        .env("MEMNET_AXE_CORE", tools::axe_core()?);
    Browser::get()?.equip(command)
}
