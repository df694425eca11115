//! What the page and its worker say to each other.

use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};

use crate::explain::Heatmap;
use crate::networks::Ranked;
use crate::training::{HeldOut, Plan};

/// What the page tells the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Begin with fresh weights. It is answered by [`Event::Begun`].
    Begin(Plan),
    /// Train a little. It is answered by [`Event::Trained`].
    Train(Pace),
    /// Hand over the network as it stands, under this name. It is answered by
    /// [`Event::HandedOver`] with the same purpose.
    HandOver(String, Purpose),
}

/// What the page wants the network for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// To let it answer the reader's questions.
    Ask,
    /// To keep it in the browser.
    Keep,
    /// To give it to the reader as a file.
    Download,
}

/// How much to train before reporting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pace {
    /// One batch, and a look at what came of it.
    Step,
    /// One batch, and a look if the last one was a while ago.
    Batch,
    /// As many batches as fit a slice, and a look if the last one was a while ago.
    Slice,
}

/// What the worker tells the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Event {
    /// The worker listens.
    Ready,
    /// There is a fresh network.
    Begun {
        /// The question to look at.
        held_out: HeldOut,
        /// How the network answers it.
        look: Look,
    },
    /// The network was trained a little.
    Trained(Report),
    /// The network in one file (see [`Model::to_file`](crate::networks::Model::to_file)).
    HandedOver(
        #[serde(with = "serde_wasm_bindgen::preserve")] Uint8Array,
        Purpose,
    ),
    /// A command could not be carried out, for this reason.
    Refused(String),
}

/// How far training is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Questions trained on since the beginning.
    pub questions: usize,
    /// The mean loss of the questions since the last report; `None` if there were none left.
    pub loss: Option<f64>,
    /// Whether the hops are still without their softmax.
    pub linear: bool,
    /// Whether the plan is fulfilled.
    pub done: bool,
    /// What the network makes of questions that it is not trained on, if it was asked.
    pub look: Option<Look>,
}

/// What a network makes of questions that it is not trained on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// The share that it answers rightly, from 0 to 1.
    pub accuracy: f64,
    /// What it reads to answer the question that is shown.
    pub heatmap: Heatmap,
    /// The answers it finds likeliest to that question, the likeliest first.
    pub answers: Vec<Ranked>,
}
