//! Networks of the reader's own: trained in the page, or opened from files. She may keep them in the
//! browser's local storage, each under a name.

use thiserror::Error;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Storage};
use yew::AttrValue;

use super::loading::{Listed, LoadFailure};
use super::shared::Shared;
use crate::locale::{ENGLISH, Texts};
use crate::networks::{LoadError, Model};
use crate::tensor::Precision;

/// What sets the names of own networks apart from those of networks that lie beside the page.
const PREFIX: &str = "own/";

/// What the entries of the storage begin with that hold a network each. A page that keeps them
/// otherwise takes another number.
const ENTRIES: &str = "memnet.1.network/";

/// The most bytes that a file of a network may have: hundreds of times those of one that ships.
const MOST_BYTES: f64 = 64e6;

/// A network of the reader's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// How it is chosen, and what the reader calls it.
    pub listed: Listed,
    /// The network; `None` if it was not read from the storage yet.
    pub model: Option<Shared<Model>>,
    /// Whether the browser keeps it.
    pub kept: bool,
}

/// Why a network cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.told(&ENGLISH))]
pub enum KeepFailure {
    /// The browser keeps nothing for this page.
    Forbidden,
    /// The network doesn't fit beside what is kept already.
    Full,
}

/// Why files don't make a network.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.told(&ENGLISH))]
pub enum OpenFailure {
    /// There is not one file of weights among them, but none or several.
    Weights {
        /// How many there are.
        found: usize,
    },
    /// There are several records among them.
    Records,
    /// The file of weights has no record in it, and there is none beside it.
    NoRecord,
    /// A file is so large that it can't be a network for this page.
    TooLarge {
        /// Its name.
        file: String,
    },
    /// The browser can't read a file.
    Unreadable {
        /// Its name.
        file: String,
    },
    /// The files are those of a network, but something is wrong with them.
    Network(LoadFailure),
}

impl Own {
    /// A network of the reader's own, under a name.
    pub fn new(title: &str, model: Shared<Model>) -> Self {
        Self {
            listed: listed(title),
            model: Some(model),
            kept: false,
        }
    }

    /// The networks that the browser keeps, in the order of their names.
    pub fn all_kept() -> Vec<Self> {
        let mut titles: Vec<String> = storage().map_or_else(Vec::new, |storage| {
            let entries = 0..storage.length().unwrap_or_default();
            entries
                .filter_map(|at| {
                    let entry = storage.key(at).ok()??;
                    Some(entry.strip_prefix(ENTRIES)?.to_owned())
                })
                .collect()
        });
        titles.sort_unstable();
        let kept = |title: String| Self {
            listed: listed(&title),
            model: None,
            kept: true,
        };
        titles.into_iter().map(kept).collect()
    }

    /// The network.
    ///
    /// # Errors
    /// It was kept, and is no longer what it was.
    pub fn model(&self) -> Result<Shared<Model>, LoadFailure> {
        if let Some(model) = &self.model {
            return Ok(model.clone());
        }
        let entry = self.entry();
        let letters = storage().and_then(|storage| storage.get_item(&entry).ok()?);
        let letters = letters.ok_or_else(|| LoadFailure::NotKept {
            network: self.listed.title.to_string(),
        })?;
        Ok(Shared::new(Model::from_file(&from_letters(&letters))?))
    }

    /// Keeps the network in the browser, in the place of another one of this name.
    ///
    /// # Errors
    /// The browser doesn't.
    pub fn keep(&mut self) -> Result<(), KeepFailure> {
        let Some(model) = &self.model else {
            // It was kept before.
            return Ok(());
        };
        let file = file(model);
        let storage = storage().ok_or(KeepFailure::Forbidden)?;
        storage
            .set_item(&self.entry(), &to_letters(&file))
            .map_err(|_| KeepFailure::Full)?;
        self.kept = true;
        Ok(())
    }

    /// Keeps it no longer.
    pub fn forget(&self) {
        if let Some(storage) = storage() {
            // What the browser doesn't let go of, the reader finds again next time.
            let _ = storage.remove_item(&self.entry());
        }
    }

    fn entry(&self) -> String {
        format!("{ENTRIES}{}", self.listed.title)
    }
}

impl KeepFailure {
    /// The cause, and what can be done about it.
    pub fn told(self, texts: &Texts) -> String {
        match self {
            Self::Forbidden => texts.train.keep_forbidden.to_owned(),
            Self::Full => texts.train.keep_full.to_owned(),
        }
    }
}

impl OpenFailure {
    /// The cause, and what can be done about it.
    pub fn told(&self, texts: &Texts) -> String {
        let train = &texts.train;
        match self {
            Self::Weights { found } => train.open_weights(*found),
            Self::Records => train.open_records.to_owned(),
            Self::NoRecord => train.open_no_record.to_owned(),
            Self::TooLarge { file } => train.open_too_large(file),
            Self::Unreadable { file } => train.open_unreadable(file),
            Self::Network(cause) => cause.told(texts),
        }
    }
}

/// A network from files that the reader chose.
///
/// # Errors
/// The files can't be read, or don't make a network.
pub async fn open(files: Vec<File>) -> Result<Model, OpenFailure> {
    let mut read = Vec::new();
    for chosen in files {
        let file = chosen.name();
        if chosen.size() > MOST_BYTES {
            return Err(OpenFailure::TooLarge { file });
        }
        match JsFuture::from(chosen.array_buffer()).await {
            Ok(bytes) => read.push((file, js_sys::Uint8Array::new(&bytes).to_vec())),
            Err(_) => return Err(OpenFailure::Unreadable { file }),
        }
    }
    assemble(read)
}

/// A network from files, each with its name: one that holds everything, or weights with their record.
///
/// # Errors
/// The files don't make a network.
pub fn assemble(files: Vec<(String, Vec<u8>)>) -> Result<Model, OpenFailure> {
    let (records, weights): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|(name, _)| name.to_lowercase().ends_with(".json"));
    let [(name, weights)] = &weights[..] else {
        return Err(OpenFailure::Weights {
            found: weights.len(),
        });
    };
    let model = match &records[..] {
        [] => Model::from_file(weights),
        [(_, record)] => Model::load(&String::from_utf8_lossy(record), weights),
        _ => return Err(OpenFailure::Records),
    };
    let mut model = model.map_err(|error| match error {
        LoadError::NoRecord => OpenFailure::NoRecord,
        error => OpenFailure::Network(error.into()),
    })?;
    if model.record.name.is_empty() {
        model.record.name = name.trim_end_matches(".safetensors").to_owned();
    }
    Ok(model)
}

/// The file that holds a network.
pub fn file(model: &Model) -> Vec<u8> {
    // The matrices of a network have different names, and its record is one that can be written.
    model.to_file(Precision::Single).unwrap_or_default()
}

fn listed(title: &str) -> Listed {
    Listed {
        name: AttrValue::from(format!("{PREFIX}{title}")),
        title: AttrValue::from(title.to_owned()),
    }
}

/// Bytes as letters, for a storage that knows no bytes: one for each.
fn to_letters(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// The bytes that were made letters. Other letters than those are bytes of no network.
fn from_letters(letters: &str) -> Vec<u8> {
    letters
        .chars()
        .map(|letter| u8::try_from(letter).unwrap_or_default())
        .collect()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
