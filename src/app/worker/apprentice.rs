//! The page's side.

use gloo_events::EventListener;
use js_sys::{Object, Reflect};
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, HtmlLinkElement, MessageEvent, Url, Worker, WorkerOptions, WorkerType};
use yew::Callback;

use super::protocol::{Command, Event};
use crate::app::loading;
use crate::training::Plan;

/// The file that starts the worker; it lies in the folder of the program.
const SCRIPT: &str = "worker.js";

/// Where the page names the address of its program.
const PROGRAM: &str = "link[rel=modulepreload]";

/// A worker that trains a network. It ends when dropped, whatever it is at.
#[derive(Debug)]
pub struct Apprentice {
    worker: Worker,
    _listeners: [EventListener; 2],
}

/// Why there is no worker.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StartFailure {
    /// The page doesn't say where its program lies.
    #[error("The page does not say where its program lies, so training cannot start beside it")]
    NoProgram,
    /// The browser refuses to start one.
    #[error("This browser does not let the page train in the background: {0}")]
    Refused(String),
}

impl Apprentice {
    /// Starts a worker that begins with this plan. What it says from then on goes to `hear`.
    ///
    /// # Errors
    /// There is no worker to be had.
    pub fn start(plan: Plan, hear: Callback<Event>) -> Result<Self, StartFailure> {
        let program = program().ok_or(StartFailure::NoProgram)?;
        let worker = start(&program).map_err(|error| StartFailure::Refused(text(&error)))?;
        let on_message = {
            let worker = worker.clone();
            let hear = hear.clone();
            let first = Command::Begin(plan);
            EventListener::new(&worker.clone(), "message", move |event| {
                let data = event.unchecked_ref::<MessageEvent>().data();
                match serde_wasm_bindgen::from_value(data) {
                    Ok(Event::Ready) => tell(&worker, &first, &hear),
                    Ok(event) => hear.emit(event),
                    Err(error) => hear.emit(Event::Refused(error.to_string())),
                }
            })
        };
        let on_error = {
            let hear = hear.clone();
            EventListener::new(&worker, "error", move |event| {
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                let message = message.filter(|message| !message.is_empty());
                hear.emit(Event::Refused(message.unwrap_or_else(|| {
                    format!("{SCRIPT} could not be loaded, or it stopped")
                })));
            })
        };
        Ok(Self {
            worker,
            _listeners: [on_message, on_error],
        })
    }

    /// Tells the worker something. That it cannot be told is an event too.
    pub fn tell(&self, command: &Command, hear: &Callback<Event>) {
        tell(&self.worker, command, hear);
    }
}

impl Drop for Apprentice {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn program() -> Option<String> {
    if let Some(address) = loading::program() {
        return Some(address);
    }
    let document = web_sys::window()?.document()?;
    let link = document.query_selector(PROGRAM).ok()??;
    Some(link.dyn_into::<HtmlLinkElement>().ok()?.href())
}

fn start(program: &str) -> Result<Worker, JsValue> {
    let script = Url::new_with_base(SCRIPT, program)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&script.href(), &options)?;
    let welcome = Object::new();
    Reflect::set(&welcome, &"program".into(), &program.into())?;
    Reflect::set(&welcome, &"module".into(), &wasm_bindgen::module())?;
    worker.post_message(&welcome)?;
    Ok(worker)
}

fn tell(worker: &Worker, command: &Command, hear: &Callback<Event>) {
    let message = serde_wasm_bindgen::to_value(command).map_err(JsValue::from);
    if let Err(error) = message.and_then(|message| worker.post_message(&message)) {
        hear.emit(Event::Refused(text(&error)));
    }
}

/// What an error of JavaScript says.
fn text(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| error.message().into())
}
