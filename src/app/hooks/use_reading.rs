//! Asking the network.

use yew::{hook, use_memo};

use crate::app::shared::Shared;
use crate::app::state::{Draft, Network};
use crate::explain::Reading;

/// What the network makes of the two fields, computed once for each change.
#[hook]
pub fn use_reading(network: &Network, draft: &Draft) -> Shared<Reading> {
    let model = match network {
        Network::Ready(model) => Some(model.clone()),
        Network::Loading | Network::Failed(_) => None,
    };
    use_memo((model, draft.clone()), |(model, draft)| match model {
        Some(model) => Reading::changed(model, &draft.story, &draft.question, &draft.changes),
        None => Reading::unread(&draft.story, &draft.question),
    })
    .into()
}
