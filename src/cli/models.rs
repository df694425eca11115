//! Finding a network by its name, and what it looks words up in.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use memnet::networks::{LoadError, Model};
use memnet::text::vectors::Vectors;

use super::Failure;

/// A network of `static/models`: its name, its record and its weights.
macro_rules! shipped {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("../../static/models/", $name, ".json")),
            include_bytes!(concat!("../../static/models/", $name, ".safetensors")),
        )
    };
}

/// Networks that lie in the program itself, so that it answers wherever it is installed.
const SHIPPED: &[(&str, &str, &[u8])] = &[shipped!("working-memory"), shipped!("memn2n")];

/// The word vectors lie in the program, too.
const VECTORS: &[u8] = include_bytes!("../../static/vectors/english.safetensors");

/// Loads a network: the name of a shipped one, the path of a record (`NAME.json`, with
/// `NAME.safetensors` beside it), or that of a file which holds both (`NAME.safetensors`, as the
/// page lets one download).
pub fn load(name: &str) -> Result<Model, Failure> {
    let damaged = |error| {
        Failure::new(
            format!("the network {name} cannot be loaded"),
            "train or download it again",
        )
        .because(error)
    };
    if let Some((_, record, weights)) = SHIPPED.iter().find(|(shipped, ..)| *shipped == name) {
        return Model::load(record, weights).map_err(damaged);
    }
    let path = PathBuf::from(name);
    match path.extension().and_then(OsStr::to_str) {
        Some("json") => {
            let weights = weights_beside(&path);
            let text = fs::read_to_string(&path).map_err(|cause| Failure::reading(&path, cause))?;
            let bytes = fs::read(&weights).map_err(|cause| Failure::reading(&weights, cause))?;
            Model::load(&text, &bytes).map_err(damaged)
        }
        Some("safetensors") => {
            let bytes = fs::read(&path).map_err(|cause| Failure::reading(&path, cause))?;
            Model::from_file(&bytes).map_err(|error| match error {
                LoadError::NoRecord => Failure::misuse(
                    format!("{name} has no record of its network"),
                    "name the record (NAME.json) that lies beside it",
                ),
                error => damaged(error),
            })
        }
        _ => {
            let names: Vec<&str> = SHIPPED.iter().map(|(name, ..)| *name).collect();
            Err(Failure::misuse(
                format!("there is no network named {name}"),
                format!(
                    "name one of {}, the path of a record (NAME.json), or a network that was \
                     downloaded from the page (NAME.safetensors)",
                    names.join(", ")
                ),
            ))
        }
    }
}

/// The pretrained word vectors, by which words are looked up that a network doesn't know.
pub fn vectors() -> Result<Arc<Vectors>, Failure> {
    Vectors::load(VECTORS).map(Arc::new).map_err(|error| {
        Failure::new(
            "the word vectors cannot be read",
            "install the program again",
        )
        .because(error)
    })
}

/// The weights that belong to a record.
pub fn weights_beside(record: &Path) -> PathBuf {
    record.with_extension("safetensors")
}
