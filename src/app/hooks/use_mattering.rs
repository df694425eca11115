//! Finding out what mattered, beside everything else that the page does.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::{hook, use_effect_with, use_state};

use crate::app::shared::Shared;
use crate::app::state::Draft;
use crate::explain::{Counterfactual, Influence, Reading, counterfactual, influence};
use crate::networks::Model;

/// What mattered to an answer, as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Mattering {
    /// What it mattered to.
    pub reading: Shared<Reading>,
    /// What each sentence did.
    pub influence: Shared<Influence>,
    /// The smallest set; `None` as long as it is looked for.
    pub counterfactual: Option<Counterfactual>,
}

/// What mattered to the answer to a draft: that of the draft before until the new one's is known, and
/// `None` if there is no answer. It is found out in small pieces, so that the page stays awake, and no
/// longer than anybody wants to know.
#[hook]
pub fn use_mattering(
    model: &Shared<Model>,
    draft: &Draft,
    reading: &Shared<Reading>,
) -> Option<Mattering> {
    let found = use_state(|| None);
    let set = found.setter();
    let (model, draft) = (model.clone(), draft.clone());
    use_effect_with(reading.clone(), move |reading| {
        let reading = reading.clone();
        let work = async move {
            let Draft {
                story,
                question,
                changes,
                ..
            } = &draft;
            pause().await;
            let Ok(influence) = influence(&model, story, question, changes, &pause).await else {
                return set.set(None);
            };
            let mut mattering = Mattering {
                reading,
                influence: Shared::new(influence),
                counterfactual: None,
            };
            set.set(Some(mattering.clone()));
            let influence = &mattering.influence;
            let fewest = counterfactual(&model, story, question, changes, influence, &pause).await;
            mattering.counterfactual = fewest.ok();
            set.set(Some(mattering));
        };
        let unwanted = Rc::new(Cell::new(false));
        spawn_local(until(unwanted.clone(), work));
        move || unwanted.set(true)
    });
    (*found).clone()
}

/// Lets the browser do what else there is to do.
async fn pause() {
    TimeoutFuture::new(0).await;
}

/// Goes on with some work until it is done, or nobody wants it any more.
async fn until(unwanted: Rc<Cell<bool>>, work: impl Future<Output = ()>) {
    let mut work = pin!(work);
    poll_fn(|context| match unwanted.get() {
        true => Poll::Ready(()),
        false => work.as_mut().poll(context),
    })
    .await;
}
