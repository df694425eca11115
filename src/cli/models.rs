//! Finding a network by its name.

use std::fs;
use std::path::{Path, PathBuf};

use memnet::networks::Model;

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

/// Loads a network: the name of a shipped one, or the path of a record (`NAME.json`, with
/// `NAME.safetensors` beside it).
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
    let record = PathBuf::from(name);
    if record
        .extension()
        .is_none_or(|extension| extension != "json")
    {
        let names: Vec<&str> = SHIPPED.iter().map(|(name, ..)| *name).collect();
        return Err(Failure::misuse(
            format!("there is no network named {name}"),
            format!(
                "name one of {}, or the path of a record (NAME.json)",
                names.join(", ")
            ),
        ));
    }
    let weights = weights_beside(&record);
    let text = fs::read_to_string(&record).map_err(|cause| Failure::reading(&record, cause))?;
    let bytes = fs::read(&weights).map_err(|cause| Failure::reading(&weights, cause))?;
    Model::load(&text, &bytes).map_err(damaged)
}

/// The weights that belong to a record.
pub fn weights_beside(record: &Path) -> PathBuf {
    record.with_extension("safetensors")
}
