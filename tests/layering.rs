//! Imports point one way, so that each layer can be read, tested and built without those above it:
//! `tensor`, `text`, `locale` ← `tasks`, `networks` ← `training`, `explain` ← `app` ← `api`.
//!
//! The source is read as Rust's own tokens, so a path counts wherever it stands (in a `use`, in an
//! expression, inside a macro) and a mention in a comment or a string does not.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use proc_macro2::{TokenStream, TokenTree};

/// The modules, lowest first. Those that share a layer do not import each other.
const LAYERS: &[&[&str]] = &[
    &["tensor", "text", "locale"],
    &["tasks", "networks"],
    &["training", "explain"],
    &["app"],
    &["api"],
];

const RULE: &str = "tensor, text, locale ← tasks, networks ← training, explain ← app ← api";

#[test]
fn imports_point_down_the_layers() -> Result<()> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut imports = Vec::new();
    for file in rust_files(&source)? {
        let path = file.strip_prefix(&source)?;
        // `lib.rs` lists the modules; `main.rs` and the command line stand above them all.
        if path.components().count() == 1 || path.starts_with("cli") {
            continue;
        }
        let text = fs::read_to_string(&file)?;
        imports.extend(imports_of(path, &text)?);
    }
    ensure!(
        !imports.is_empty(),
        "no import was found in {}: this test has stopped looking",
        source.display()
    );
    let wrong: Vec<String> = imports.iter().filter_map(Import::complaint).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// One mention of a module of this crate.
#[derive(Debug, PartialEq)]
struct Import {
    /// Relative to `src`.
    file: PathBuf,
    line: usize,
    from: String,
    to: String,
}

impl Import {
    /// What is wrong with the import, if anything.
    fn complaint(&self) -> Option<String> {
        let Self { from, to, .. } = self;
        let place = format!("src/{}:{}", self.file.display(), self.line);
        let layer = |module: &str| LAYERS.iter().position(|layer| layer.contains(&module));
        let Some(layer_from) = layer(from) else {
            return Some(format!(
                "{place}: `{from}` has no layer. Give it one in tests/layering.rs."
            ));
        };
        let reason = match layer(to) {
            _ if from == to => return None,
            Some(layer_to) if layer_to < layer_from => return None,
            Some(layer_to) if layer_to == layer_from => {
                "the two share a layer, and each must be understood without the other"
            }
            Some(_) => "a lower layer must be built, tested and understood without the higher ones",
            None => {
                "only the modules themselves have layers; import from where the item is defined"
            }
        };
        Some(format!(
            "{place}: `{from}` imports `{to}`. The direction is {RULE}: {reason}."
        ))
    }
}

fn rust_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The imports of a file of `src`.
fn imports_of(file: &Path, text: &str) -> Result<Vec<Import>> {
    let tokens: TokenStream = text
        .parse()
        .map_err(|error| anyhow!("src/{} is not Rust: {error}", file.display()))?;
    let mut module: Vec<String> = file
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    module.pop_if(|last| last == "mod");
    let Some(from) = module.first().cloned() else {
        bail!("src/{} is in no module", file.display());
    };
    let mut found = Vec::new();
    targets(&tokens.into_iter().collect::<Vec<_>>(), &module, &mut found);
    Ok(found
        .into_iter()
        .map(|(to, line)| Import {
            file: file.to_owned(),
            line,
            from: from.clone(),
            to,
        })
        .collect())
}

/// Collects the modules that the paths among some tokens lead to, with their lines. `module` is the
/// path of the module that the tokens stand in.
fn targets(tokens: &[TokenTree], module: &[String], found: &mut Vec<(String, usize)>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Ident(word) if word == "mod" => {
                // An inline module is one level further from the root.
                if let [TokenTree::Ident(name), TokenTree::Group(body), ..] = &tokens[at..] {
                    let mut inner = module.to_vec();
                    inner.push(name.to_string());
                    targets(
                        &body.stream().into_iter().collect::<Vec<_>>(),
                        &inner,
                        found,
                    );
                    at += 2;
                }
            }
            TokenTree::Ident(word) if word == "crate" => {
                if let Some(rest) = after_colons(&tokens[at..]) {
                    heads(rest, found);
                }
            }
            TokenTree::Ident(word) if word == "super" => {
                let mut levels = 1;
                let mut rest = after_colons(&tokens[at..]);
                while let Some([TokenTree::Ident(word), more @ ..]) = rest
                    && word == "super"
                {
                    levels += 1;
                    rest = after_colons(more);
                }
                // The further `super`s of this path are not paths of their own.
                at += (levels - 1) * 3;
                match module.len().checked_sub(levels) {
                    Some(0) => heads(rest.unwrap_or_default(), found),
                    Some(_) => found.push((module[0].clone(), word.span().start().line)),
                    // In a macro's template `super` may be meant for where it expands.
                    None => {}
                }
            }
            TokenTree::Group(group) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                targets(&inner, module, found);
            }
            _ => {}
        }
    }
}

/// What follows a `::`, or nothing where there is none.
fn after_colons(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Punct(one), TokenTree::Punct(two), rest @ ..]
            if one.as_char() == ':' && two.as_char() == ':' =>
        {
            Some(rest)
        }
        _ => None,
    }
}

/// Collects the first names of what follows `crate::`: one, or each of a group in braces.
fn heads(tokens: &[TokenTree], found: &mut Vec<(String, usize)>) {
    match tokens.first() {
        Some(TokenTree::Ident(name)) => {
            found.push((name.to_string(), name.span().start().line));
        }
        Some(TokenTree::Group(group)) => {
            let inner: Vec<_> = group.stream().into_iter().collect();
            for part in inner
                .split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
            {
                heads(part, found);
            }
        }
        Some(TokenTree::Punct(star)) if star.as_char() == '*' => {
            found.push(("*".to_owned(), star.span().start().line));
        }
        _ => {}
    }
}

/// The modules that a text in a file of `src` imports.
#[cfg(test)]
fn modules_in(file: &str, text: &str) -> Vec<String> {
    imports_of(Path::new(file), text)
        .unwrap()
        .into_iter()
        .map(|import| import.to)
        .collect()
}

/// The complaints about a text in a file of `src`.
#[cfg(test)]
fn complaints(file: &str, text: &str) -> Vec<String> {
    imports_of(Path::new(file), text)
        .unwrap()
        .iter()
        .filter_map(Import::complaint)
        .collect()
}

#[test]
fn an_import_from_a_higher_layer_is_named_with_file_line_and_reason() {
    let found = complaints(
        "networks/memn2n.rs",
        "use crate::tensor::Tape;\n\nuse crate::training::Batch;\n",
    );
    assert_eq!(
        found,
        [
            "src/networks/memn2n.rs:3: `networks` imports `training`. The direction is \
          tensor, text, locale ← tasks, networks ← training, explain ← app ← api: a lower layer must be \
          built, tested and understood without the higher ones."
        ]
    );
}

#[test]
fn modules_of_one_layer_do_not_import_each_other() {
    for (file, text) in [
        ("tensor/tape.rs", "use crate::text::Word;"),
        ("text/mod.rs", "use crate::tensor::Tape;"),
        ("tasks/mod.rs", "use crate::networks::Answer;"),
        ("explain/mod.rs", "use crate::training::Batch;"),
    ] {
        assert_eq!(complaints(file, text).len(), 1, "{file}: {text}");
    }
}

#[test]
fn imports_from_lower_layers_and_from_the_own_module_pass() {
    for (file, text) in [
        (
            "app/state.rs",
            "use crate::{explain::Trace, text::{Word, words}, app::hooks};",
        ),
        (
            "api/mod.rs",
            "use crate::app::Page; use crate::networks::Memn2n;",
        ),
        (
            "training/mod.rs",
            "use crate::tasks::Story; use super::networks::Memn2n;",
        ),
    ] {
        assert_eq!(
            complaints(file, text),
            Vec::<String>::new(),
            "{file}: {text}"
        );
    }
}

#[test]
fn every_way_of_writing_a_path_is_read() {
    let file = "text/vectors/glove.rs";
    assert_eq!(
        modules_in(file, "use crate::{app::{a, b}, api};"),
        ["app", "api"]
    );
    assert_eq!(modules_in(file, "fn f() { crate::app::start() }"), ["app"]);
    assert_eq!(modules_in(file, "html! { <crate::app::Page /> }"), ["app"]);
    assert_eq!(modules_in(file, "pub(in crate::text) fn f() {}"), ["text"]);
    assert_eq!(
        modules_in(file, "use super::super::super::app::Page;"),
        ["app"]
    );
    assert_eq!(modules_in(file, "use super::super::Word;"), ["text"]);
    assert_eq!(
        modules_in(
            file,
            "mod tests { use super::super::super::super::app::Page; }"
        ),
        ["app"]
    );
    assert_eq!(
        modules_in("text/mod.rs", "use super::{app, tensor};"),
        ["app", "tensor"]
    );
    assert_eq!(
        modules_in("text/mod.rs", "mod tests { use super::*; }"),
        ["text"]
    );
}

#[test]
fn comments_and_strings_are_no_imports() {
    let text = "// crate::app\n/// [`crate::app`]\nconst A: &str = \"crate::app\";";
    assert_eq!(modules_in("text/mod.rs", text), Vec::<String>::new());
}

#[test]
fn a_module_without_a_layer_and_a_glob_of_the_crate_are_refused() {
    assert!(complaints("sound/mod.rs", "use crate::text::Word;")[0].contains("has no layer"));
    assert_eq!(complaints("api/mod.rs", "use crate::*;").len(), 1);
}
