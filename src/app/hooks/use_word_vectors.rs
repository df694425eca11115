//! Loading what words mean.

use wasm_bindgen_futures::spawn_local;
use yew::{Callback, hook, use_effect_with, use_mut_ref};

use crate::app::loading;
use crate::app::state::{Action, WordVectors};

/// Loads what words mean, once the reader has written a word that the network may look up, or a view
/// shows it (either makes it `wanted`); the page answers meanwhile without.
#[hook]
pub fn use_word_vectors(vectors: &WordVectors, wanted: bool, act: Callback<Action>) {
    let wanted = wanted && *vectors == WordVectors::Absent;
    let tries = use_mut_ref(|| 0);
    let under_way = use_mut_ref(|| false);
    use_effect_with(wanted, move |wanted| {
        if !*wanted || under_way.replace(true) {
            return;
        }
        let cache = loading::cache(tries.replace_with(|tries| *tries + 1));
        spawn_local(async move {
            let loaded = loading::vectors(cache).await;
            under_way.replace(false);
            act.emit(match loaded {
                Some(vectors) => Action::VectorsLoaded(vectors),
                None => Action::VectorsFailed,
            });
        });
    });
}
