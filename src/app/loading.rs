//! Fetching the networks.

use js_sys::{Promise, Uint8Array};
use serde::Deserialize;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};
use yew::AttrValue;

use crate::networks::{LoadError, Model};
use crate::tensor::WeightsError;

/// The list of the networks, as seen from the page; they lie beside it.
const LIST: &str = "models/index.json";

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
pub enum LoadFailure {
    /// The browser says that it is offline.
    #[error("You seem to be offline, so the network could not be loaded. Reconnect and retry.")]
    Offline,
    /// The request was not answered.
    #[error("The network could not be loaded: the server doesn't answer. Wait a moment and retry.")]
    Unreachable,
    /// The server has no such file.
    #[error(
        "The network is not on this server: {file} was not found (404). \
         If it was only just published, wait a moment and retry."
    )]
    Missing {
        /// The file.
        file: String,
    },
    /// The server answered with another error.
    #[error(
        "The server could not send the network: it answered {status} for {file}. \
         Wait a moment and retry."
    )]
    Server {
        /// The file.
        file: String,
        /// The status of HTTP.
        status: u16,
    },
    /// Fewer (or more) bytes came than the record promises.
    #[error(
        "The network arrived incomplete: {arrived} of {expected} bytes of its weights. \
         Check your connection and retry."
    )]
    Truncated {
        /// The bytes that came.
        arrived: usize,
        /// The bytes that should have come.
        expected: usize,
    },
    /// The record can't be used.
    #[error("The record of the network is damaged: {0}. Retry to load it afresh.")]
    Record(String),
    /// The record and the weights don't belong together.
    #[error(
        "The weights don't fit this version of the page: {0}. \
         Retry to load both afresh."
    )]
    Shape(String),
    /// The weights are no weights.
    #[error("The weights of the network are damaged: {0}. Retry to load them afresh.")]
    Damaged(String),
}

impl From<LoadError> for LoadFailure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Incomplete { found, expected } => Self::Truncated {
                arrived: found,
                expected,
            },
            LoadError::Weights(WeightsError::Format(cause)) => Self::Damaged(cause.to_string()),
            LoadError::Weights(cause @ WeightsError::NotFinite { .. }) => {
                Self::Damaged(cause.to_string())
            }
            LoadError::Weights(cause) => Self::Shape(cause.to_string()),
            cause => Self::Record(cause.to_string()),
        }
    }
}

/// Fetches the list of the networks that lie beside the page, the default first; `None` if there is
/// no such list, and so nothing to choose from.
pub async fn list(cache: RequestCache) -> Option<Vec<Listed>> {
    let list = fetch(LIST, cache).await.ok()?;
    serde_json::from_slice(&list).ok()
}

/// Fetches a network by its name and makes it ready to answer.
///
/// # Errors
/// The files could not be had, or are not those of a network.
pub async fn load(name: &str, cache: RequestCache) -> Result<Model, LoadFailure> {
    // The page preloads both of the default network, so that neither waits for the other.
    let record = fetch(&format!("models/{name}.json"), cache).await?;
    let weights = fetch(&format!("models/{name}.safetensors"), cache).await?;
    Ok(Model::load(&String::from_utf8_lossy(&record), &weights)?)
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
    Ok(window.fetch_with_str_and_init(file, &init))
}

async fn received(promise: Result<Promise, JsValue>) -> Result<JsValue, LoadFailure> {
    match promise {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    }
    .map_err(|_| LoadFailure::unreachable())
}

impl LoadFailure {
    fn unreachable() -> Self {
        let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
        if online {
            Self::Unreachable
        } else {
            Self::Offline
        }
    }
}
