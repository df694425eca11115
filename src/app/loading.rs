//! Fetching the networks, once for all pages and figures of a document.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use async_once_cell::OnceCell;

use js_sys::{Promise, Uint8Array};
use serde::Deserialize;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};
use yew::AttrValue;

use super::shared::Shared;
use crate::locale::{ENGLISH, Texts};
use crate::networks::{LoadError, LoadFault, Model};
use crate::text::vectors::Vectors;

/// The list of the networks; they lie beside the page.
const LIST: &str = "models/index.json";

/// How the name of a record ends, and no name of a network.
const RECORD: &str = ".json";

/// The word vectors.
const VECTORS: &str = "vectors/english.safetensors";

thread_local! {
    /// The address of the folder that all this lies in. As long as nobody said, that of the
    /// document.
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };

    /// The address of the program, where the document doesn't name it.
    static PROGRAM: RefCell<Option<String>> = const { RefCell::new(None) };

    /// The networks that were asked for. Whoever asks for one that is on its way waits for it.
    static NETWORKS: RefCell<HashMap<String, Coming<Model>>> = RefCell::default();

    /// The word vectors.
    static WORDS: Coming<Arc<Vectors>> = Rc::default();
}

/// What is downloaded once, and tried again after a failure.
type Coming<T> = Rc<OnceCell<Shared<T>>>;

/// Says in which folder, by its address with a slash at the end, the networks and the word vectors
/// lie, and where the program lies.
pub fn set_addresses(base: &str, program: &str) {
    BASE.set(base.to_owned());
    PROGRAM.set(Some(program.to_owned()));
}

/// The address of the program, if somebody said it.
pub fn program() -> Option<String> {
    PROGRAM.with_borrow(Clone::clone)
}

/// A network that lies beside the page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// The name by which it is chosen, and its files are found.
    pub name: AttrValue,
    /// What a reader calls it.
    pub title: AttrValue,
}

/// Why the network could not be loaded; each cause with what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.told(&ENGLISH))]
pub enum LoadFailure {
    /// The browser says that it is offline.
    Offline,
    /// The request was not answered.
    Unreachable,
    /// The server has no such file.
    Missing {
        /// The file.
        file: String,
    },
    /// The server answered with another error.
    Server {
        /// The file.
        file: String,
        /// The status of HTTP.
        status: u16,
    },
    /// Fewer (or more) bytes came than the record promises.
    Truncated {
        /// The bytes that came.
        arrived: usize,
        /// The bytes that should have come.
        expected: usize,
    },
    /// The record can't be used.
    Record(String),
    /// The record and the weights don't belong together.
    Shape(String),
    /// The weights are no weights.
    Damaged(String),
    /// The browser keeps this network of the reader's own no longer.
    NotKept {
        /// What she calls it.
        network: String,
    },
}

impl From<LoadError> for LoadFailure {
    fn from(error: LoadError) -> Self {
        let cause = error.to_string();
        match error.fault() {
            LoadFault::Record => Self::Record(cause),
            LoadFault::Truncated { found, expected } => Self::Truncated {
                arrived: found,
                expected,
            },
            LoadFault::Shape => Self::Shape(cause),
            LoadFault::Damaged => Self::Damaged(cause),
        }
    }
}

/// Fetches the list of the networks that lie beside the page, the default first; `None` if there is
/// no such list, and so nothing to choose from.
pub async fn list(cache: RequestCache) -> Option<Vec<Listed>> {
    let list = fetch(LIST, cache).await.ok()?;
    serde_json::from_slice(&list).ok()
}

/// Fetches a network by its name, or by the address of its record (which has its weights beside it),
/// and makes it ready to answer, unless that was done before.
///
/// # Errors
/// The files could not be had, or are not those of a network.
pub async fn load(name: &str, cache: RequestCache) -> Result<Shared<Model>, LoadFailure> {
    let coming = NETWORKS
        .with_borrow_mut(|networks| Rc::clone(networks.entry(name.to_owned()).or_default()));
    let network = coming.get_or_try_init(async {
        let stem = match name.strip_suffix(RECORD) {
            Some(stem) => stem.to_owned(),
            None => format!("models/{name}"),
        };
        // The page preloads both of the default network, so that neither waits for the other.
        let record = fetch(&format!("{stem}{RECORD}"), cache).await?;
        let weights = fetch(&format!("{stem}.safetensors"), cache).await?;
        let model = Model::load(&String::from_utf8_lossy(&record), &weights)?;
        Ok::<_, LoadFailure>(Shared::new(model))
    });
    Ok(network.await?.clone())
}

/// Fetches what words mean, unless that was done before; `None` if it can't be had.
pub async fn vectors(cache: RequestCache) -> Option<Shared<Arc<Vectors>>> {
    let coming = WORDS.with(Rc::clone);
    let vectors = coming.get_or_try_init(async {
        let file = fetch(VECTORS, cache).await.map_err(drop)?;
        let vectors = Vectors::load(&file).map_err(drop)?;
        Ok::<_, ()>(Shared::new(Arc::new(vectors)))
    });
    vectors.await.ok().cloned()
}

/// Where to look for what was asked for so often before: what arrived damaged must not be served from
/// the cache again.
pub fn cache(tries: u32) -> RequestCache {
    match tries {
        0 => RequestCache::Default,
        _ => RequestCache::Reload,
    }
}

async fn fetch(file: &str, cache: RequestCache) -> Result<Vec<u8>, LoadFailure> {
    let response: Response = received(request(file, cache)).await?.unchecked_into();
    match response.status() {
        _ if response.ok() => {
            // A connection that breaks off in the middle is as good as none.
            let body = received(response.array_buffer()).await?;
            Ok(Uint8Array::new(&body).to_vec())
        }
        404 => Err(LoadFailure::Missing {
            file: file.to_owned(),
        }),
        status => Err(LoadFailure::Server {
            file: file.to_owned(),
            status,
        }),
    }
}

fn request(file: &str, cache: RequestCache) -> Result<Promise, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let init = RequestInit::new();
    init.set_cache(cache);
    let address = match file.contains("://") {
        true => file.to_owned(),
        false => BASE.with_borrow(|base| format!("{base}{file}")),
    };
    Ok(window.fetch_with_str_and_init(&address, &init))
}

async fn received(promise: Result<Promise, JsValue>) -> Result<JsValue, LoadFailure> {
    match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    }
    .map_err(|_| LoadFailure::unreachable())
}

impl LoadFailure {
    /// The cause, and what can be done about it.
    pub fn told(&self, texts: &Texts) -> String {
        let texts = &texts.failures;
        match self {
            Self::Offline => texts.offline.to_owned(),
            Self::Unreachable => texts.unreachable.to_owned(),
            Self::Missing { file } => texts.missing(file),
            Self::Server { file, status } => texts.server(*status, file),
            Self::Truncated { arrived, expected } => texts.truncated(*arrived, *expected),
            Self::Record(cause) => texts.record(cause),
            Self::Shape(cause) => texts.shape(cause),
            Self::Damaged(cause) => texts.damaged(cause),
            Self::NotKept { network } => texts.not_kept(network),
        }
    }

    fn unreachable() -> Self {
        let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
        if online {
            Self::Unreachable
        } else {
            Self::Offline
        }
    }
}
