//! Chromium and its driver, which run the tests of the page.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::command::{command, output, run, shown};
use crate::workspace;

const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
];

/// Flags for a browser that nobody looks at, on a machine that may lack a GPU, a user namespace to
/// sandbox in, and a network: it opens this project's pages only, and calls nobody.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// A browser and the driver that goes with it.
pub struct Browser {
    browser: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Finds the two, or has the system's package manager install them.
    pub fn get() -> Result<Self> {
        if let Some(found) = Self::find()? {
            return Ok(found);
        }
        eprintln!("\nChromium or its driver is missing. The page is tested in it.");
        let by_hand = "install Chromium (or Chrome) and the chromedriver of the same version, or set CHROME and CHROMEDRIVER to their paths";
        let commands = package_manager().with_context(|| {
            format!("no package manager that this may use is here. By hand: {by_hand}")
        })?;
        for mut command in commands {
            eprintln!("  {}: about a minute, once.", shown(&command));
            run(&mut command).with_context(|| format!("by hand: {by_hand}"))?;
        }
        Self::find()?.with_context(|| {
            format!("the package manager left no chromedriver and browser on the PATH. By hand: {by_hand}")
        })
    }

    fn find() -> Result<Option<Self>> {
        let browser = named("CHROME", BROWSERS)?;
        let driver = named("CHROMEDRIVER", &["chromedriver"])?;
        Ok(browser
            .zip(driver)
            .map(|(browser, driver)| Self { browser, driver }))
    }

    /// Tells a command where the driver is and with which capabilities to open a session.
    ///
    /// The variables are those of wasm-bindgen's test runner; the end-to-end tests read the same.
    pub fn equip(&self, mut command: Command) -> Result<Command> {
        fs::create_dir_all(workspace::tools())?;
        let capabilities = workspace::tools().join("webdriver.json");
        let chrome = json!({"goog:chromeOptions": {"binary": self.browser, "args": FLAGS}});
        fs::write(&capabilities, format!("{chrome:#}\n"))?;
        command
            .env("CHROMEDRIVER", &self.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
        Ok(command)
    }
}

/// The program that a variable names, else the first of some names that the machine knows.
fn named(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    if let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) {
        return match which::which(&path) {
            Ok(path) => Ok(Some(path)),
            Err(_) => bail!("{variable} is {}, which is no program", path.display()),
        };
    }
    Ok(names.iter().find_map(|name| which::which(name).ok()))
}

/// What to run to install the two, where this may be done without asking for a password.
fn package_manager() -> Option<Vec<Command>> {
    let (needs_root, commands): (bool, &[&[&str]]) = if which::which("apt-get").is_ok() {
        (
            true,
            &[
                &["apt-get", "update", "--quiet"],
                &[
                    "apt-get",
                    "install",
                    "--quiet",
                    "--yes",
                    "chromium",
                    "chromium-driver",
                ],
            ],
        )
    } else if which::which("dnf").is_ok() {
        (
            true,
            &[&["dnf", "install", "--assumeyes", "chromium", "chromedriver"]],
        )
    } else if which::which("pacman").is_ok() {
        // Arch packs the driver with the browser.
        (true, &[&["pacman", "--sync", "--noconfirm", "chromium"]])
    } else if which::which("brew").is_ok() {
        (
            false,
            &[&["brew", "install", "--cask", "google-chrome", "chromedriver"]],
        )
    } else {
        return None;
    };
    let sudo = needs_root && output(command("id").arg("-u")).is_some_and(|id| id != "0");
    if sudo {
        output(command("sudo").args(["--non-interactive", "true"]))?;
    }
    let with_sudo = |words: &&[&str]| {
        let mut words = sudo
            .then_some("sudo")
            .into_iter()
            .chain(words.iter().copied());
        let mut command = command(words.next().unwrap_or_default());
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    Some(commands.iter().map(with_sudo).collect())
}
