//! Loading what words mean.

use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;
use web_sys::RequestCache;
use yew::{Callback, hook, use_effect_with, use_memo, use_mut_ref};

use crate::app::loading;
use crate::app::shared::Shared;
use crate::app::state::{Action, Draft, Network, WordVectors};
use crate::explain::is_puzzling;

/// Loads what words mean, once the reader has written a word that the network may look up, or a view
/// shows it; the page answers meanwhile without. Says whether there is such a word and nothing to look
/// it up in.
#[hook]
pub fn use_word_vectors(
    vectors: &WordVectors,
    network: &Network,
    draft: &Draft,
    shown: bool,
    act: Callback<Action>,
) -> bool {
    let model = match network {
        Network::Ready(model) => Some(model.clone()),
        Network::Loading | Network::Failed(_) => None,
    };
    let texts = (draft.story.clone(), draft.question.clone());
    let puzzled = *use_memo((model, texts), |(model, (story, question))| {
        model
            .as_ref()
            .is_some_and(|model| is_puzzling(model, story, question))
    });
    let wanted = (puzzled || shown) && *vectors == WordVectors::Absent;
    let tries = use_mut_ref(|| 0);
    let under_way = use_mut_ref(|| false);
    use_effect_with(wanted, move |wanted| {
        if !*wanted || under_way.replace(true) {
            return;
        }
        // A file that arrived damaged must not be served from the cache again.
        let cache = match tries.replace_with(|tries| *tries + 1) {
            0 => RequestCache::Default,
            _ => RequestCache::Reload,
        };
        spawn_local(async move {
            let loaded = loading::vectors(cache).await;
            under_way.replace(false);
            act.emit(match loaded {
                Some(vectors) => Action::VectorsLoaded(Shared::new(Arc::new(vectors))),
                None => Action::VectorsFailed,
            });
        });
    });
    puzzled
}
