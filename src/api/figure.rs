//! Figures: what `www/memory-network.js` puts into its elements.

use std::cell::RefCell;
use std::panic;
use std::rc::Rc;

use js_sys::{Function, Promise};
use serde::{Deserialize, Serialize as _};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use super::{Code, coded};
use crate::app::figure::{self, Event, Extent, FigureProps};
use crate::app::link::Link;
use crate::app::shared::Shared;
use crate::app::state::{Draft, Theme};
use crate::app::{loading, parts, saving};
use crate::explain::{Answer, Changes, Reading};
use crate::locale::Language;

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

/// A figure that was put into an element.
#[wasm_bindgen]
pub struct Figure {
    page: AppHandle<figure::Figure>,
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
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        if let Some(callback) = ON_PANIC.take() {
            // There is nobody left to tell that it failed, too.
            let _ = callback.call0(&JsValue::NULL);
        }
    }));
}

/// Puts a figure into an element. `hear` is called with what happens: `"load"`; `"answer"`, and
/// whether the reader did it; or `"error"`, its code and its message.
///
/// # Errors
/// The options are no object.
#[wasm_bindgen(js_name = mountFigure)]
pub fn mount_figure(element: Element, options: JsValue, hear: Function) -> Result<Figure, JsValue> {
    let options: Options = serde_wasm_bindgen::from_value(options)?;
    let reading = Rc::new(RefCell::new(None));
    let hear = Callback::from({
        let reading = Rc::clone(&reading);
        move |event: Event| {
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
        }
    });
    let props = options.props(hear.clone());
    Ok(Figure {
        page: Renderer::<figure::Figure>::with_root_and_props(element, props).render(),
        reading,
        theme: options.theme(),
        hear,
    })
}

#[wasm_bindgen]
impl Figure {
    /// Shows something else.
    ///
    /// # Errors
    /// The options are no object.
    pub fn update(&mut self, options: JsValue) -> Result<(), JsValue> {
        let options: Options = serde_wasm_bindgen::from_value(options)?;
        self.theme = options.theme();
        self.page.update(options.props(self.hear.clone()));
        Ok(())
    }

    /// The last answer, as [`MemoryNetwork::answer`](super::MemoryNetwork::answer) returns it; `null`
    /// if there is none.
    ///
    /// # Errors
    /// None that could be named: any answer can be handed over.
    pub fn result(&self) -> Result<JsValue, JsValue> {
        match self.reading.borrow().as_ref().and_then(answered) {
            Some((_, answer)) => Ok(answer
                .explanation
                .serialize(&Serializer::json_compatible())?),
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

    /// Takes the figure out of its element.
    pub fn destroy(self) {
        self.page.destroy();
    }
}

/// A reading with its answer, if it has one.
fn answered(reading: &Shared<Reading>) -> Option<(&Reading, &Answer)> {
    match &reading.answer {
        Some(Ok(answer)) => Some((reading, answer)),
        _ => None,
    }
}

impl Options {
    fn props(&self, hear: Callback<Event>) -> FigureProps {
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

impl Code for parts::MissingPart {
    fn code(&self) -> &'static str {
        "unreachable"
    }
}
