//! Loading the networks.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, hook, use_effect_with};

use crate::app::loading;
use crate::app::own::Own;
use crate::app::state::Action;

/// Loads the list of networks when the page opens, and the network of this name whenever it is
/// another one; both again whenever `retries` grows. One of the reader's own is here or in the
/// browser's storage.
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

    let own = own.iter().find(|own| own.listed.name == name).cloned();
    use_effect_with((name, retries), move |(name, _)| {
        let name = name.clone();
        let network = async move {
            let loaded = match own {
                Some(own) => own.model(),
                None => loading::load(&name, cache).await,
            };
            Some(match loaded {
                Ok(model) => Action::Loaded(name, model),
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
