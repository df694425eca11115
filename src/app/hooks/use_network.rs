//! Loading the networks.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, hook, use_effect_with, use_mut_ref};

use crate::app::loading;
use crate::app::own::Own;
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::networks::Model;

/// Loads the list of networks when the page opens, and the network of this name whenever it is
/// another one; both again whenever `retries` grows. A network that was here before is not loaded
/// twice, and one of the reader's own is here or in the browser's storage.
#[hook]
pub fn use_network(name: AttrValue, own: &[Own], retries: u32, act: Callback<Action>) {
    let cache = loading::cache(retries);

    use_effect_with(retries, {
        let act = act.clone();
        move |_| {
            while_wanted(
                async move { loading::list(cache).await.map(Action::Listed) },
                move |action| act.emit(action),
            )
        }
    });

    let known = use_mut_ref(HashMap::<AttrValue, Shared<Model>>::new);
    let own = own.iter().find(|own| own.listed.name == name).cloned();
    use_effect_with((name, retries), move |(name, _)| {
        let name = name.clone();
        let network = async move {
            let here = known.borrow().get(&name).cloned();
            let loaded = match (own, here) {
                // It may be another one since under the same name.
                (Some(own), _) => own.model(),
                (None, Some(model)) => Ok(model),
                (None, None) => loading::load(&name, cache).await.map(Shared::new),
            };
            Some(match loaded {
                Ok(model) => {
                    known.borrow_mut().insert(name.clone(), model.clone());
                    Action::Loaded(name, model)
                }
                Err(failure) => Action::LoadFailed(name, failure),
            })
        };
        while_wanted(network, move |action| act.emit(action))
    });
}

/// Does something with what a future brings, unless what is returned was called before.
pub(super) fn while_wanted<T: 'static>(
    brought: impl Future<Output = Option<T>> + 'static,
    act: impl FnOnce(T) + 'static,
) -> impl FnOnce() {
    let wanted = Rc::new(Cell::new(true));
    let still_wanted = Rc::clone(&wanted);
    spawn_local(async move {
        if let Some(brought) = brought.await
            && still_wanted.get()
        {
            act(brought);
        }
    });
    move || wanted.set(false)
}
