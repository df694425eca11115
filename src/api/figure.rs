//! Figures: what `www/memory-network.js` puts into its elements.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;
use yew::{AppHandle, Callback, Html, Properties, Renderer, component, html};

use super::code::{Code, coded};
use super::network::handed_over;
use crate::app::figure::{self, Event, Extent, FigureProps};
use crate::app::link::Link;
use crate::app::loading::LoadFailure;
use crate::app::shared::Shared;
use crate::app::state::{Draft, Theme};
use crate::app::{loading, parts, saving};
use crate::explain::{Answer, Changes, Reading};
use crate::locale::Language;
use crate::networks::Model;

/// What a figure shall show, as JavaScript says it. What it says wrongly is as if it said nothing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Options {
    story: String,
    question: String,
    /// The part of a link of the page after the "#", which takes the place of the story, the
    /// question, the model and the changes.
    link: Option<String>,
    model: Option<String>,
    hops: Option<usize>,
    view: Option<String>,
    editable: bool,
    theme: Option<String>,
    lang: Option<String>,
}

/// A place in a document where one figure after the other can be shown.
///
/// Yew never gives back what listens to the events of a place (some hundred bytes), so whoever shows
/// and takes away many figures should use the place of one that is gone for the next.
#[wasm_bindgen]
pub struct FigurePlace {
    frame: AppHandle<Frame>,
    /// Counts the figures, so that the next one doesn't go on with what was done in the last.
    number: u32,
    /// The network of the page's own, if it brought one.
    own: Option<Shared<Model>>,
    /// What was made last of the story and the question.
    reading: Rc<RefCell<Option<Shared<Reading>>>>,
    theme: Theme,
    hear: Callback<Event>,
}

thread_local! {
    /// Who wants to be told when the program has stopped.
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says where the networks and the word vectors lie (the address of a folder, with a slash at the
/// end), and where this program lies.
#[wasm_bindgen(js_name = setAddresses)]
pub fn set_addresses(base: &str, program: &str) {
    loading::set_addresses(base, program);
}

/// Calls a function when the program has stopped because of an error in it. Nothing that it draws
/// works any more then.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: Function) {
    ON_PANIC.set(Some(callback));
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(callback) = ON_PANIC.take() {
            // There is nobody left to tell that it failed, too.
            let _ = callback.call0(&JsValue::NULL);
        }
    }));
}

#[wasm_bindgen]
impl FigurePlace {
    /// Makes an element a place for figures.
    #[wasm_bindgen(constructor)]
    pub fn new(element: Element) -> Self {
        Self {
            frame: Renderer::<Frame>::with_root(element).render(),
            number: 0,
            own: None,
            reading: Rc::default(),
            theme: Theme::default(),
            hear: Callback::noop(),
        }
    }

    /// Takes the bytes of a file that holds a network and its record, which is to answer from the next
    /// [`show`](Self::show) or [`update`](Self::update) on; `undefined` for one by its name.
    ///
    /// # Errors
    /// The file holds no network; the `code` of the error says what is wrong, as that of
    /// [`MemoryNetwork`](super::MemoryNetwork) does. The network goes by its name then.
    #[wasm_bindgen(js_name = setWeights)]
    pub fn set_weights(&mut self, file: Option<Vec<u8>>) -> Result<(), JsValue> {
        self.own = None;
        if let Some(file) = file {
            let model = Model::from_file(&file).map_err(|cause| coded(&cause))?;
            self.own = Some(Shared::new(model));
        }
        Ok(())
    }

    /// Shows another figure. `hear` is called with what happens in it: `"load"`; `"answer"`, and
    /// whether the reader did it; or `"error"`, its code and its message.
    ///
    /// # Errors
    /// The options are no object.
    pub fn show(&mut self, options: JsValue, hear: Function) -> Result<(), JsValue> {
        self.number += 1;
        self.reading = Rc::default();
        self.hear = hearing(hear, Rc::clone(&self.reading));
        self.update(options)
    }

    /// Shows something else in the figure that is there.
    ///
    /// # Errors
    /// The options are no object.
    pub fn update(&mut self, options: JsValue) -> Result<(), JsValue> {
        let options: Options = serde_wasm_bindgen::from_value(options)?;
        self.theme = options.theme();
        self.frame.update(FrameProps {
            figure: Some((
                self.number,
                options.props(self.own.clone(), self.hear.clone()),
            )),
        });
        Ok(())
    }

    /// Takes the figure away, and frees what it held.
    pub fn clear(&mut self) {
        self.own = None;
        self.reading = Rc::default();
        self.hear = Callback::noop();
        self.frame.update(FrameProps { figure: None });
    }

    /// The last answer, as [`MemoryNetwork::answer`](super::MemoryNetwork::answer) returns it; `null`
    /// if there is none.
    ///
    /// # Errors
    /// None that could be named: any answer can be handed over.
    pub fn result(&self) -> Result<JsValue, JsValue> {
        match self.reading.borrow().as_ref().and_then(answered) {
            Some((_, answer)) => handed_over(&answer.explanation),
            None => Ok(JsValue::NULL),
        }
    }

    /// The heatmap as a PNG, in the address that the promise brings; `null` if there is none. The
    /// promise is rejected if the browser cannot draw it.
    pub fn picture(&self) -> Promise {
        let (reading, theme) = (self.reading.borrow().clone(), self.theme);
        future_to_promise(async move {
            let Some((reading, answer)) = reading.as_ref().and_then(answered) else {
                return Ok(JsValue::NULL);
            };
            let rest = parts::rest().await.map_err(|missing| coded(&missing))?;
            let question: String = reading.question.iter().map(|run| &*run.text).collect();
            let svg = (rest.picture)(answer, &question, theme, Language::English.texts());
            Ok(saving::draw(&svg).await?.into())
        })
    }
}

/// The properties of [`Frame`].
#[derive(Clone, Debug, Default, PartialEq, Properties)]
struct FrameProps {
    /// The number of the figure, and the figure.
    #[prop_or_default]
    figure: Option<(u32, FigureProps)>,
}

/// What is in a place: a figure, or nothing.
#[component]
fn Frame(props: &FrameProps) -> Html {
    props
        .figure
        .clone()
        .map(|(number, figure)| html! { <figure::Figure key={number} ..figure /> })
        .unwrap_or_default()
}

/// Tells JavaScript what happens in a figure, and keeps the last reading.
fn hearing(hear: Function, reading: Rc<RefCell<Option<Shared<Reading>>>>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let (what, first, second) = match event {
            Event::Loaded => ("load", JsValue::NULL, JsValue::NULL),
            Event::Failed(failure) => {
                let told = failure.to_string();
                ("error", failure.code().into(), told.into())
            }
            Event::Read {
                reading: read,
                by_reader,
            } => {
                *reading.borrow_mut() = Some(read);
                ("answer", by_reader.into(), JsValue::NULL)
            }
        };
        // An error in what listens is its own, and the browser reports it.
        let _ = hear.call3(&JsValue::NULL, &what.into(), &first, &second);
    })
}

/// A reading with its answer, if it has one.
fn answered(reading: &Shared<Reading>) -> Option<(&Reading, &Answer)> {
    match &reading.answer {
        Some(Ok(answer)) => Some((reading, answer)),
        _ => None,
    }
}

impl Options {
    fn props(&self, own: Option<Shared<Model>>, hear: Callback<Event>) -> FigureProps {
        let link = self.link.as_deref().and_then(Link::read);
        let (draft, network, view) = match link {
            Some((link, _)) => (link.draft, link.network, link.view),
            None => {
                let mut draft = Draft::new(self.story.clone(), self.question.clone());
                draft.changes = Changes {
                    hops: self.hops.filter(|hops| *hops > 0),
                    ..Changes::default()
                };
                (draft, self.model.clone().map(Into::into), None)
            }
        };
        FigureProps {
            draft,
            network,
            own,
            extent: match self.view.as_deref() {
                Some("answer") => Extent::Answer,
                Some("hops") => Extent::Hops,
                Some("diagram") => Extent::Diagram,
                Some("full") => Extent::Full,
                _ => Extent::Heatmap,
            },
            view,
            editable: self.editable,
            theme: self.theme(),
            language: self.lang.as_ref().map(|tag| Language::preferred([tag])),
            hear,
        }
    }

    fn theme(&self) -> Theme {
        let named = |theme: &Theme| Some(theme.name()) == self.theme.as_deref();
        Theme::ALL.into_iter().find(named).unwrap_or_default()
    }
}

impl Code for LoadFailure {
    fn code(&self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::Unreachable => "unreachable",
            Self::Missing { .. } => "missing",
            Self::Server { .. } => "server",
            Self::Truncated { .. } => "truncated",
            Self::Record(_) => "record",
            Self::Shape(_) => "shape",
            Self::Damaged(_) => "damaged",
            Self::NotKept { .. } => "not-kept",
        }
    }
}

impl Code for parts::MissingPart {
    fn code(&self) -> &'static str {
        "unreachable"
    }
}
