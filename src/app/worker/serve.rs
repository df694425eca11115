//! The worker's side.

use gloo_events::EventListener;
use js_sys::{Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{Command, Event, Look, Pace, Report};
use crate::explain::{Heatmap, explain};
use crate::tensor::Precision;
use crate::training::Session;

/// How long a slice of training takes, in milliseconds: short enough for the page to be obeyed at
/// once, and long enough for reports to cost next to nothing.
const SLICE: f64 = 30.0;

/// How long one look is left standing at least, in milliseconds, so that it can be read.
const STANDING: f64 = 120.0;

/// Training takes at least so many times as long as the looks at it.
const SHARE: f64 = 3.0;

/// How many of the likeliest answers a look has.
const ANSWERS: usize = 3;

/// What the program does in a worker: it listens for commands for as long as the worker lives.
/// Elsewhere it does nothing.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let mut desk = Desk::default();
    let post = {
        let scope = scope.clone();
        move |event: &Event| {
            let message = serde_wasm_bindgen::to_value(event).map_err(JsValue::from);
            if let Err(error) = message.and_then(|message| scope.post_message(&message)) {
                // The page hears of an error that nobody catches.
                wasm_bindgen::throw_val(error);
            }
        }
    };
    post(&Event::Ready);
    EventListener::new(&scope, "message", move |event| {
        let data = event.unchecked_ref::<MessageEvent>().data();
        post(&match serde_wasm_bindgen::from_value(data) {
            Ok(command) => desk.carry_out(command),
            Err(error) => Event::Refused(error.to_string()),
        });
    })
    .forget();
}

/// Where the worker's work lies.
#[derive(Default)]
struct Desk {
    session: Option<Session>,
    /// When the next look is due.
    due: f64,
}

impl Desk {
    fn carry_out(&mut self, command: Command) -> Event {
        match (command, &mut self.session) {
            (Command::Begin(plan), _) => match Session::new(plan) {
                Ok(session) => {
                    let session = self.session.insert(session);
                    Event::Begun {
                        held_out: session.held_out().clone(),
                        look: look(session),
                    }
                }
                Err(error) => Event::Refused(error.to_string()),
            },
            (Command::Train(pace), Some(session)) => {
                Event::Trained(train(session, pace, &mut self.due))
            }
            (Command::HandOver(name, purpose), Some(session)) => {
                match session.finish(&name).to_file(Precision::Single) {
                    Ok(file) => Event::HandedOver(Uint8Array::from(&file[..]), purpose),
                    Err(error) => Event::Refused(error.to_string()),
                }
            }
            (Command::Train(_) | Command::HandOver(..), None) => {
                Event::Refused("there is no network yet".to_owned())
            }
        }
    }
}

fn train(session: &mut Session, pace: Pace, due: &mut f64) -> Report {
    let before = session.questions();
    let begun = Date::now();
    let mut loss = 0.0;
    let mut done = false;
    loop {
        match session.step() {
            Some(step) => loss += step.loss,
            None => done = true,
        }
        if done || pace != Pace::Slice || Date::now() >= begun + SLICE {
            break;
        }
    }
    let trained = session.questions() - before;
    let now = Date::now();
    let looked = (done || pace == Pace::Step || now >= *due).then(|| look(session));
    if looked.is_some() {
        let after = Date::now();
        *due = after + STANDING.max(SHARE * (after - now));
    }
    Report {
        questions: session.questions(),
        loss: (trained > 0).then(|| loss / trained as f64),
        linear: session.is_linear(),
        done,
        look: looked,
    }
}

fn look(session: &Session) -> Look {
    let held_out = session.held_out();
    let explained = explain(session.model(), &held_out.story, &held_out.question);
    let (heatmap, answers) = match explained {
        Ok(mut explanation) => {
            explanation.answers.truncate(ANSWERS);
            let heatmap = Heatmap::new(&held_out.story, &explanation);
            (heatmap, explanation.answers)
        }
        // Questions of tasks have words.
        Err(_) => (Heatmap::default(), Vec::new()),
    };
    Look {
        accuracy: session.accuracy(),
        heatmap,
        answers,
    }
}
