//! Loading a network to compare with.

use web_sys::RequestCache;
use yew::{AttrValue, hook, use_effect_with, use_state_eq};

use super::use_network::while_wanted;
use crate::app::loading;
use crate::app::own::Own;
use crate::app::state::Network;

/// The network of this name, beside the one that answers; `None` if none is wanted. It is one of
/// the reader's own, or lies beside the page.
#[hook]
pub fn use_other_network(name: Option<AttrValue>, own: &[Own]) -> Option<Network> {
    let found = use_state_eq(|| None::<(AttrValue, Network)>);
    let of_own = own
        .iter()
        .find(|own| Some(&own.listed.name) == name.as_ref());
    use_effect_with((name.clone(), of_own.cloned()), {
        let found = found.setter();
        move |(name, own)| {
            let (name, own) = (name.clone(), own.clone());
            let network = async move {
                let name = name?;
                let loaded = match own {
                    Some(own) => own.model(),
                    None => loading::load(&name, RequestCache::Default).await,
                };
                let network = loaded.map_or_else(Network::Failed, Network::Ready);
                Some((name, network))
            };
            while_wanted(network, move |it| found.set(Some(it)))
        }
    });
    let name = name?;
    match &*found {
        // One that came before must not be taken for the one that is wanted now.
        Some((of, network)) if *of == name => Some(network.clone()),
        _ => Some(Network::Loading),
    }
}
