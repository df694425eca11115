//! What the end-to-end tests stand on: a server of the built page that can fail on demand, a
//! browser of a given size and colour scheme, and finding things as a person does.

mod accessibility;
mod driver;
mod page;
mod server;

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use futures_util::FutureExt;
use serde::Deserialize;
use serde_json::Value;

use driver::Driver;
pub use page::{COMMAND, Page, starting_with};
pub use server::{Fault, Server};

/// Who visits the page, on what.
#[derive(Debug)]
pub struct Reader {
    width: u32,
    height: u32,
    colour_scheme: &'static str,
    language: Option<&'static str>,
    path: &'static str,
    fragment: String,
    keeps_the_page: bool,
    faults: Vec<(String, Fault)>,
}

impl Default for Reader {
    /// A laptop with a light theme.
    fn default() -> Self {
        Self {
            width: 1280,
            height: 800,
            colour_scheme: "light",
            language: None,
            path: "",
            fragment: String::new(),
            keeps_the_page: false,
            faults: Vec::new(),
        }
    }
}

impl Reader {
    /// With a viewport of this size, in CSS pixels.
    pub fn window(self, width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            ..self
        }
    }

    /// With a dark theme.
    pub fn dark(self) -> Self {
        Self {
            colour_scheme: "dark",
            ..self
        }
    }

    /// With a browser in this language.
    pub fn language(self, tag: &'static str) -> Self {
        Self {
            language: Some(tag),
            ..self
        }
    }

    /// Who opens another page than the built one, by its path from there.
    pub fn path(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    /// Who follows a link with this fragment.
    pub fn fragment(self, fragment: &str) -> Self {
        Self {
            fragment: format!("#{fragment}"),
            ..self
        }
    }

    /// Whose browser keeps the page for visits without a network. Others have no service workers, so
    /// that what they ask for, and when, is the page's doing alone.
    pub fn keeping_the_page(self) -> Self {
        Self {
            keeps_the_page: true,
            ..self
        }
    }

    /// Whose requests for paths that end like this meet a fault.
    pub fn fault(mut self, path: &str, fault: Fault) -> Self {
        self.faults.push((path.to_owned(), fault));
        self
    }
}

/// Serves the built page, opens it in a fresh browser session and runs a test on it.
///
/// Fails when the test does, when the browser's console holds an error that the test did not
/// [expect](Page::expect_console_error), and when the test leaves the page in a state that is not
/// [accessible](Page::check_accessibility). The browser is closed in any case.
pub async fn visit(reader: Reader, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    visit_folder(required("MEMNET_DIST")?, reader, test).await
}

/// Like [`visit`], of another page than the built one.
pub async fn visit_folder(
    folder: PathBuf,
    reader: Reader,
    test: impl AsyncFnOnce(&Page) -> Result<()>,
) -> Result<()> {
    let server = Server::start(folder).await?;
    for (path, fault) in &reader.faults {
        server.set_fault(path, fault.clone());
    }
    let driver = Driver::start().await?;
    let page = Page::open(driver.session().await?, server, &reader).await?;

    // A panic must not leave a browser running.
    let test = async {
        test(&page).await?;
        page.check_accessibility().await
    };
    let outcome = AssertUnwindSafe(test).catch_unwind().await;
    let console = page.check_console().await;
    let screenshot = match (&outcome, &console) {
        (Ok(Ok(())), Ok(())) => None,
        _ => Some(page.screenshot(&screenshot_path()).await),
    };
    page.close().await?;

    if let Some(Ok(())) = screenshot {
        eprintln!("the page looked like {}", screenshot_path().display());
    }
    if let Err(error) = &console {
        eprintln!("{error:#}");
    }
    outcome.unwrap_or_else(|panic| resume_unwind(panic))?;
    console
}

/// A file of the built page.
pub fn built(path: &str) -> Result<Vec<u8>> {
    let file = required("MEMNET_DIST")?.join(path);
    fs::read(&file).with_context(|| file.display().to_string())
}

/// A network of the built page.
#[derive(Debug, Deserialize)]
pub struct Network {
    pub name: String,
    /// What the page calls it.
    pub title: String,
}

/// The networks of the built page, the one that answers where none is chosen first.
pub fn networks() -> Result<Vec<Network>> {
    Ok(serde_json::from_slice(&built("models/index.json")?)?)
}

/// The first network of the built page and the second: the one that answers where none is chosen,
/// and another one.
pub fn two_networks() -> Result<(Network, Network)> {
    let mut networks = networks()?.into_iter();
    Ok((
        networks.next().context("the page has no network")?,
        networks.next().context("the page has only one network")?,
    ))
}

/// The network of the built page that answers where none is chosen.
pub fn default_network() -> Result<Network> {
    let first = networks()?.into_iter().next();
    first.context("the page has no network")
}

impl Network {
    /// The path of its record.
    pub fn record(&self) -> String {
        format!("models/{}.json", self.name)
    }

    /// The path of its weights.
    pub fn weights(&self) -> String {
        format!("models/{}.safetensors", self.name)
    }

    /// A size of its architecture, such as its hops.
    pub fn size(&self, size: &str) -> Result<usize> {
        let record: Value = serde_json::from_slice(&built(&self.record())?)?;
        let number = record["architecture"][size].as_u64();
        Ok(number.with_context(|| format!("no {size}"))?.try_into()?)
    }
}

/// The path that a variable names.
fn required(variable: &str) -> Result<PathBuf> {
    env::var_os(variable).map(PathBuf::from).with_context(|| {
        format!("{variable} is not set. `cargo xtask test --only end-to-end` builds the page, brings the browser and sets it")
    })
}

/// Where to leave a picture of a page that failed: under the name of the test.
fn screenshot_path() -> PathBuf {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("page").replace("::", "-");
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.png"))
}
