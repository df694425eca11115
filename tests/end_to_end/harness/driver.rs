//! chromedriver, and sessions of the browser it drives.

use std::fs;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

use super::required;

/// A chromedriver of one test's own, on a port of its choice. It ends when dropped.
pub struct Driver {
    port: u16,
    _process: Child,
    /// Kept open, since chromedriver ends when it cannot print.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Driver {
    /// Starts the chromedriver that `CHROMEDRIVER` names. It takes the same port on IPv4 as it was
    /// given on IPv6, and ends where another one of these tests has just got that one.
    pub async fn start() -> Result<Self> {
        const TRIES: usize = 3;
        let mut started = Self::try_to_start().await;
        for _ in 1..TRIES {
            if started.is_err() {
                started = Self::try_to_start().await;
            }
        }
        started
    }

    async fn try_to_start() -> Result<Self> {
        let program = required("CHROMEDRIVER")?;
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("no output")?;
        let mut output = BufReader::new(output).lines();
        let mut said = Vec::new();
        while let Some(line) = output.next_line().await? {
            let Some((_, port)) = line.split_once("started successfully on port ") else {
                said.push(line);
                continue;
            };
            return Ok(Self {
                port: port.trim_end_matches('.').parse()?,
                _process: process,
                _output: output,
            });
        }
        bail!(
            "{} ended before it named its port ({}); it said\n{}",
            program.display(),
            process.wait().await?,
            said.join("\n")
        );
    }

    /// Opens a fresh session, as the capabilities given by `cargo xtask test` say.
    pub async fn session(&self) -> Result<WebDriver> {
        let file = required("WASM_BINDGEN_TEST_WEBDRIVER_JSON")?;
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let mut capabilities: Value = serde_json::from_str(&text)?;
        capabilities["goog:loggingPrefs"] = json!({"browser": "ALL"});
        let capabilities: Capabilities = serde_json::from_value(capabilities)?;
        let address = format!("http://127.0.0.1:{}", self.port);
        WebDriver::new(address, capabilities)
            .await
            .context("the browser did not start")
    }
}
