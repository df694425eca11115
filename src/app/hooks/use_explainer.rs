//! What the page and every figure have in common.

use yew::{Callback, UseReducerHandle, hook, use_callback, use_reducer_eq};

use super::{Part, use_network, use_part, use_reading, use_word_vectors};
use crate::app::components::views::ViewProps;
use crate::app::components::{Lookup, Rest};
use crate::app::parts;
use crate::app::shared::Shared;
use crate::app::state::{Action, Network, State, WordVectors};
use crate::app::view::View;
use crate::explain::Reading;
use crate::networks::Model;

/// A story, a question, a network, and what it makes of them.
#[derive(Clone, PartialEq)]
pub struct Explainer {
    /// Where everything stands.
    pub state: UseReducerHandle<State>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
    /// What the network makes of the story and the question.
    pub reading: Shared<Reading>,
    /// Whether words can be looked up.
    pub lookup: Lookup,
    /// How what is shown besides stands.
    pub rest: Part<Rest>,
    /// Asks for it again.
    pub ask_for_the_rest: Callback<()>,
}

/// Loads the network, puts the question to it, and looks up words. What can be done without is
/// loaded too, unless `only_essentials` matter; it waits until the network has come.
#[hook]
pub fn use_explainer(only_essentials: bool, open: impl FnOnce() -> State) -> Explainer {
    let state = use_reducer_eq(open);
    let act: Callback<Action> = use_callback(state.dispatcher(), |action, dispatch| {
        dispatch.dispatch(action)
    });
    let kept = &state.kept;
    use_network(kept.network_name(), &state.own, state.retries, act.clone());
    let reading = use_reading(&state.network, &kept.draft);
    let shows_words = kept.view == Some(View::Words);
    use_word_vectors(&state.vectors, reading.puzzling || shows_words, act.clone());
    let lookup = match &state.vectors {
        _ if !reading.puzzling => Lookup::Done,
        WordVectors::Failed => Lookup::Failed,
        WordVectors::Absent | WordVectors::Ready(_) => Lookup::UnderWay,
    };
    let wants_the_rest = !only_essentials && state.network != Network::Loading;
    let (rest, ask_for_the_rest) = use_part(wants_the_rest, parts::rest);
    Explainer {
        state,
        act,
        reading,
        lookup,
        rest,
        ask_for_the_rest,
    }
}

impl Explainer {
    /// The network, if it has come.
    pub fn model(&self) -> Option<Shared<Model>> {
        match &self.state.network {
            Network::Ready(model) => Some(model.clone()),
            Network::Loading | Network::Failed(_) => None,
        }
    }

    /// How to draw what is shown besides, if that has come.
    pub fn rest(&self) -> Option<Rest> {
        match self.rest {
            Part::Here(rest) => Some(rest),
            Part::UnderWay | Part::Missing => None,
        }
    }

    /// What every view gets, if there is a network.
    pub fn view(&self) -> Option<ViewProps> {
        let state = &self.state;
        let kept = &state.kept;
        Some(ViewProps {
            draft: kept.draft.clone(),
            before: kept.history.before().cloned(),
            can_redo: kept.history.can_redo(),
            networks: state.choices(),
            network: kept.network_name(),
            reading: self.reading.clone(),
            model: self.model()?,
            vectors: state.vectors.clone(),
            hop: kept.hop,
            cell: kept.cell,
            pointed: state.pointed(&self.reading),
            act: self.act.clone(),
        })
    }
}
