//! `cargo xtask serve`.

use anyhow::Result;
use clap::Args;

use crate::build::trunk;
use crate::command;

/// How to serve.
#[derive(Args)]
pub struct Options {
    /// The port to serve on.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the system's browser.
    #[arg(long)]
    open: bool,
}

/// Builds the page, serves it, and builds it again when a source file changes.
pub fn run(options: &Options) -> Result<()> {
    let mut serve = trunk("serve")?;
    serve.arg("--port").arg(options.port.to_string());
    if options.open {
        serve.arg("--open");
    }
    eprintln!(
        "\nThe page will be at http://localhost:{}/ (Ctrl-C ends it).",
        options.port
    );
    command::run(&mut serve)
}
