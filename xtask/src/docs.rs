//! `cargo xtask docs`: the documentation, which mdBook makes from `www/docs`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{self, command};
use crate::files;
use crate::tools::Toolbox;
use crate::workspace;

/// Where the documentation lies in the built page. Its figures ask for the script beside the page,
/// one folder up.
pub const FOLDER: &str = "docs";

/// The source of the documentation.
const SOURCE: &str = "www/docs";

/// What the documentation takes from the page, so that both look alike: the file, and its name
/// there.
const SHARED: [(&str, &str); 2] = [
    ("static/styles/colours.css", "colours.css"),
    ("static/icon.svg", "icon.svg"),
];

/// Builds the documentation into the page in `dist/`, which may be there or not.
pub fn run() -> Result<()> {
    build(&workspace::dist())?;
    let index = workspace::dist().join(FOLDER).join("index.html");
    eprintln!("\nThe documentation is at {}.", index.display());
    Ok(())
}

/// Builds the documentation of a page.
pub fn build(page: &Path) -> Result<()> {
    let toolbox = Toolbox::for_the_docs()?;
    command::run(
        toolbox
            .equip(command("mdbook"))
            .args(["build", SOURCE, "--dest-dir"])
            .arg(built()),
    )?;
    let docs = files::fresh(&page.join(FOLDER))?;
    for file in files::of(&built())? {
        if is_asked_for(&file) {
            take_over(&file, &docs).with_context(|| file.display().to_string())?;
        }
    }
    for (file, name) in SHARED {
        files::copy(&workspace::root().join(file), &docs.join(name))?;
    }
    Ok(())
}

/// Where mdBook builds. `book.toml` says so, too, for those who call it by hand.
fn built() -> PathBuf {
    workspace::root().join("target").join(FOLDER)
}

/// Whether the documentation asks for a file. mdBook also writes scripts, styles, fonts and a search
/// index for its own template, which nobody would load: five times what the pages take.
fn is_asked_for(file: &Path) -> bool {
    let ending = file.extension().and_then(|it| it.to_str());
    match ending {
        Some("html") => file != Path::new("toc.html"),
        _ => workspace::root()
            .join(SOURCE)
            .join("src")
            .join(file)
            .is_file(),
    }
}

/// Copies a built file; a page is completed.
fn take_over(file: &Path, docs: &Path) -> Result<()> {
    let from = built().join(file);
    let to = docs.join(file);
    files::copy(&from, &to)?;
    if let Some(name) = file.to_str().filter(|name| name.ends_with(".html")) {
        fs::write(&to, completed(&fs::read_to_string(&from)?, name))?;
    }
    Ok(())
}

/// A page with what mdBook leaves out or to a script: its own entry in its contents is marked, and
/// what may be too wide for a phone can be scrolled by keyboard.
fn completed(html: &str, name: &str) -> String {
    let html = html.replace("<pre>", "<pre tabindex=\"0\">").replace(
        "<div class=\"table-wrapper\">",
        "<div class=\"table-wrapper\" tabindex=\"0\">",
    );
    let Some(contents) = html.find("<ol class=\"chapter\">") else {
        return html;
    };
    let (before, contents) = html.split_at(contents);
    let link = format!("<a href=\"{name}\"");
    let marked = format!("{link} aria-current=\"page\"");
    format!("{before}{}", contents.replacen(&link, &marked, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_marked_in_its_contents_and_nowhere_else() {
        let html = r#"<a href="a.html">Book</a><ol class="chapter"><li><a href="b.html">B</a><a href="a.html">A</a></ol><a href="a.html">See A</a>"#;
        assert_eq!(
            completed(html, "a.html"),
            r#"<a href="a.html">Book</a><ol class="chapter"><li><a href="b.html">B</a><a href="a.html" aria-current="page">A</a></ol><a href="a.html">See A</a>"#
        );
        assert_eq!(completed("nothing", "a.html"), "nothing");
    }

    #[test]
    fn what_may_be_too_wide_can_be_scrolled_by_keyboard() {
        let html = r#"<pre><code>a</code></pre><div class="table-wrapper"><table></table></div>"#;
        assert_eq!(
            completed(html, "a.html"),
            r#"<pre tabindex="0"><code>a</code></pre><div class="table-wrapper" tabindex="0"><table></table></div>"#
        );
    }

    #[test]
    fn only_what_pages_ask_for_is_taken_over() {
        for (file, asked_for) in [
            ("index.html", true),
            ("book.css", true),
            ("toc.html", false),
            ("book.js", false),
            ("fonts/fonts.css", false),
        ] {
            assert_eq!(is_asked_for(Path::new(file)), asked_for, "{file}");
        }
    }
}
