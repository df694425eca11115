//! A figure: a story, a question and what a network makes of them, as part of somebody else's page.

use yew::{
    AttrValue, Callback, ContextProvider, Html, Properties, component, html, use_effect_with,
    use_mut_ref, use_node_ref,
};

use super::components::{
    AnswerPart, AttentionPart, ChangedNote, CloserProps, Gallery, NetworkChoice, QuestionPart,
    RestNotice, StoryPart,
};
use super::hooks::{use_explainer, use_history_keys, use_language};
use super::loading::LoadFailure;
use super::own::Own;
use super::shared::Shared;
use super::state::{Action, Draft, Kept, Network, State, Theme};
use super::view::View;
use crate::explain::Reading;
use crate::locale::Language;
use crate::networks::{DEFAULT, Model};

/// How much a figure shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The answer.
    Answer,
    /// The attention, too.
    #[default]
    Heatmap,
    /// The answer, and the hops one after the other.
    Hops,
    /// The answer, and the story on its way through the four components.
    Diagram,
    /// All that the page has.
    Full,
}

/// The properties of [`Figure`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FigureProps {
    /// The story, the question, and how the network is changed.
    pub draft: Draft,
    /// The name of the network; `None` for the default.
    pub network: Option<AttrValue>,
    /// A network that takes the place of the named one.
    pub own: Option<Shared<Model>>,
    /// How much is shown.
    pub extent: Extent,
    /// The view that is open at first in a figure that shows everything.
    #[prop_or_default]
    pub view: Option<View>,
    /// Whether the reader can edit the story and the question.
    pub editable: bool,
    /// The colours.
    pub theme: Theme,
    /// The language; `None` for the browser's.
    pub language: Option<Language>,
    /// Is told what happens.
    pub hear: Callback<Event>,
}

/// What happens in a figure.
#[derive(Clone, Debug)]
pub enum Event {
    /// The network is here.
    Loaded,
    /// The network could not be loaded.
    Failed(LoadFailure),
    /// There is another reading of the story and the question.
    Read {
        /// What was made of them.
        reading: Shared<Reading>,
        /// Whether the reader changed something, and not the page that the figure stands in.
        by_reader: bool,
    },
}

/// The whole figure.
#[component]
pub fn Figure(props: &FigureProps) -> Html {
    let only_essentials = matches!(props.extent, Extent::Answer | Extent::Heatmap);
    let explainer = use_explainer(only_essentials, || {
        let (own, network) = chosen(&props.network, &props.own);
        let kept = Kept {
            draft: props.draft.clone(),
            network,
            view: props.view,
            ..Kept::default()
        };
        State {
            own: own.into_iter().collect(),
            ..State::open(Some(kept))
        }
    });
    let (state, act) = (&explainer.state, &explainer.act);
    let language = use_language(props.language, false);

    // What the page that the figure stands in says takes the place of what the reader did.
    let set = use_mut_ref(|| props.draft.clone());
    use_effect_with(props.draft.clone(), {
        let (set, act) = (set.clone(), act.clone());
        move |draft| {
            if *set.borrow() != *draft {
                *set.borrow_mut() = draft.clone();
                act.emit(Action::Rewrite(draft.clone()));
            }
        }
    });
    use_effect_with((props.network.clone(), props.own.clone()), {
        let (before, act) = (state.kept.network_name(), act.clone());
        move |(network, own)| {
            let (own, network) = chosen(network, own);
            if let Some(own) = own {
                act.emit(Action::AddNetwork(own));
            }
            let name = network.unwrap_or(AttrValue::Static(DEFAULT));
            if name != before {
                act.emit(Action::ChooseNetwork(name));
            }
        }
    });

    let hear = props.hear.clone();
    use_effect_with(state.network.clone(), move |network| match network {
        Network::Loading => {}
        Network::Ready(_) => hear.emit(Event::Loaded),
        Network::Failed(failure) => hear.emit(Event::Failed(failure.clone())),
    });
    let hear = props.hear.clone();
    use_effect_with(
        (explainer.reading.clone(), state.kept.draft.clone()),
        move |(reading, draft)| {
            hear.emit(Event::Read {
                reading: reading.clone(),
                by_reader: *draft != *set.borrow(),
            });
        },
    );

    let (root, story_box, attention_box) = (use_node_ref(), use_node_ref(), use_node_ref());
    use_history_keys(&root, act.clone());
    let kept = &state.kept;
    let reading = &explainer.reading;
    let pointed = state.pointed(reading);
    html! {
        <ContextProvider<Language> context={language}>
        <div
            class="memnet figure"
            data-theme={props.theme.name()}
            lang={language.tag()}
            ref={root}
        >
            if props.extent == Extent::Full {
                <div class="controls" part="choices">
                    if props.editable {
                        <Gallery exhibit={kept.draft.exhibit()} act={act.clone()} />
                    }
                    <NetworkChoice
                        networks={state.choices()}
                        network={kept.network_name()}
                        act={act.clone()}
                    />
                </div>
            }
            // What the page around it asks for, such as the number of hops, nobody changed.
            if kept.draft.changes != props.draft.changes {
                <ChangedNote changes={kept.draft.changes.clone()} act={act.clone()} />
            }
            if props.editable {
                <div part="story">
                    <StoryPart
                        story={kept.draft.story.clone()}
                        reading={reading.clone()}
                        can_undo={kept.history.can_undo()}
                        can_redo={kept.history.can_redo()}
                        {pointed}
                        scroll_box={story_box}
                        act={act.clone()}
                    />
                </div>
            } else if props.extent == Extent::Answer {
                <p class="told" part="story" lang="en">{&kept.draft.story}</p>
            }
            if matches!(props.extent, Extent::Heatmap | Extent::Full) {
                <div part="heatmap">
                    <AttentionPart
                        reading={reading.clone()}
                        {pointed}
                        cell={kept.cell}
                        changes={kept.draft.changes.clone()}
                        scroll_box={attention_box}
                        act={act.clone()}
                    />
                </div>
            }
            if props.editable {
                <div part="question">
                    <QuestionPart
                        question={kept.draft.question.clone()}
                        reading={reading.clone()}
                        act={act.clone()}
                    />
                </div>
            } else {
                <p class="asked" part="question" lang="en">{&kept.draft.question}</p>
            }
            <div part="answer">
                <AnswerPart
                    reading={reading.clone()}
                    network={state.network.clone()}
                    lookup={explainer.lookup}
                    act={act.clone()}
                />
            </div>
            if !only_essentials {
                if let Some((rest, view)) = explainer.rest().zip(explainer.view()) {
                    {match props.extent {
                        Extent::Hops => (rest.view)(View::Hops, view),
                        Extent::Diagram => (rest.view)(View::Flow, view),
                        _ => (rest.closer)(CloserProps {
                            own: state.own.clone(),
                            open: kept.view,
                            view: Some(view),
                            act: act.clone(),
                        }),
                    }}
                }
                <RestNotice part={explainer.rest} retry={explainer.ask_for_the_rest.clone()} />
            }
        </div>
        </ContextProvider<Language>>
    }
}

/// The network that the page around the figure brought, and the name of the one that is to answer:
/// that one, or else the named one.
fn chosen(
    network: &Option<AttrValue>,
    own: &Option<Shared<Model>>,
) -> (Option<Own>, Option<AttrValue>) {
    let own = own
        .as_ref()
        .map(|own| Own::new(&own.record.name, own.clone()));
    let name = own.as_ref().map(|own| own.listed.name.clone());
    (own, name.or_else(|| network.clone()))
}
