//! A server of static files that can fail on demand.

use std::collections::HashMap;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};

use anyhow::Result;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// The page is published under the path of its repository, so it is tested below one too.
const BASE: &str = "/memory-network-explainer/";

/// The strictest policy under which the page must work, sent as a header besides the page's own.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-src 'self'; frame-ancestors 'self'";

/// What a request can meet.
#[derive(Clone, Debug)]
pub enum Fault {
    /// An empty answer with this status.
    Status(u16),
    /// The first half of the file, as if that were all of it.
    Truncated,
    /// These bytes instead of the file.
    Bytes(Vec<u8>),
    /// The connection closes without an answer.
    Refused,
    /// No answer until the fault is cleared or changed.
    Stalled,
}

type Faults = HashMap<String, Fault>;

/// A server of one test's own, on a free port of this machine. It ends when dropped.
pub struct Server {
    address: SocketAddr,
    faults: watch::Sender<Faults>,
    accepting: JoinHandle<()>,
}

impl Server {
    /// Serves a folder.
    pub async fn start(folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (faults, watched) = watch::channel(Faults::new());
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (folder, watched) = (folder.clone(), watched.clone());
                let service =
                    service_fn(move |request| answer(folder.clone(), watched.clone(), request));
                // A connection that breaks is the browser's to notice.
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Ok(Self {
            address,
            faults,
            accepting,
        })
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{BASE}", self.address)
    }

    /// From now on, requests for paths that end like this meet a fault.
    pub fn set_fault(&self, path: &str, fault: Fault) {
        self.faults.send_modify(|faults| {
            faults.insert(path.to_owned(), fault);
        });
    }

    /// From now on, paths that end like this are well.
    pub fn clear_fault(&self, path: &str) {
        self.faults.send_modify(|faults| {
            faults.remove(path);
        });
    }

    /// From now on, all is well.
    pub fn clear_faults(&self) {
        self.faults.send_modify(Faults::clear);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// An error closes the connection.
async fn answer(
    folder: PathBuf,
    mut faults: watch::Receiver<Faults>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, io::Error> {
    let path = request.uri().path();
    let fault_on = |faults: &Faults| {
        let mut matching = faults
            .iter()
            .filter(|(end, _)| path.ends_with(end.as_str()));
        matching.next().map(|(_, fault)| fault.clone())
    };
    let not_stalled = faults
        .wait_for(|faults| !matches!(fault_on(faults), Some(Fault::Stalled)))
        .await;
    let fault = match not_stalled {
        Ok(faults) => fault_on(&faults),
        Err(_) => Some(Fault::Refused),
    };
    let file = file_for(&folder, path);
    let found = file.as_ref().and_then(|file| std::fs::read(file).ok());
    let (status, bytes) = match (fault, found) {
        (Some(Fault::Refused | Fault::Stalled), _) => {
            return Err(io::Error::other("refused on demand"));
        }
        (Some(Fault::Status(status)), _) => (status, Vec::new()),
        (Some(Fault::Bytes(bytes)), _) => (200, bytes),
        (Some(Fault::Truncated), Some(bytes)) => (200, bytes[..bytes.len() / 2].to_vec()),
        (None, Some(bytes)) => (200, bytes),
        (_, None) => (404, Vec::new()),
    };
    let kind = mime_guess::from_path(file.unwrap_or_default()).first_or_octet_stream();
    Response::builder()
        .status(status)
        .header(CONTENT_TYPE, kind.as_ref())
        .header(CONTENT_SECURITY_POLICY, POLICY)
        // A reload must meet the server as it is then.
        .header(CACHE_CONTROL, "no-store")
        .body(Full::from(bytes))
        .map_err(io::Error::other)
}

/// The file that a request asks for; none outside the base path or the folder.
fn file_for(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = match path.strip_prefix(BASE)? {
        "" => Path::new("index.html"),
        relative => Path::new(relative),
    };
    relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
        .then(|| folder.join(relative))
}
