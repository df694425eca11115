//! The state of the page, and everything that can happen to it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use yew::{AttrValue, Reducible};

use super::loading::{Listed, LoadFailure};
use super::shared::Shared;
use crate::networks::{DEFAULT, Model};
use crate::tasks::{Example, TASKS, Task};

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What a reload keeps.
    pub kept: Kept,
    /// The networks to choose from; none until their list has come.
    pub networks: Vec<Listed>,
    /// The network that answers.
    pub network: Network,
    /// How often loading the network was tried anew.
    pub retries: u32,
    /// The sentence (its place in the story, from 0) under the pointer.
    pub hovered: Option<usize>,
    /// The sentence that has the caret, or whose row has the focus.
    pub focused: Option<usize>,
}

/// What a reload keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// The texts in the two fields.
    pub draft: Draft,
    /// The number of the example in the fields, as long as nobody changed a letter of it.
    pub example: Option<u8>,
    /// What stood in the fields before examples replaced it, the latest last.
    pub set_aside: Vec<Draft>,
    /// The colours.
    pub theme: Theme,
    /// The name of the network that the reader chose; `None` as long as the default will do.
    pub network: Option<AttrValue>,
}

/// A story and a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The story.
    pub story: AttrValue,
    /// The question.
    pub question: AttrValue,
}

/// Which colours the page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Those of the reader's system.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// The network that answers, which comes after the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Network {
    /// On its way.
    Loading,
    /// Here.
    Ready(Shared<Model>),
    /// Not coming, unless the reader asks for it again.
    Failed(LoadFailure),
}

/// What can happen to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader changed the story.
    WriteStory(AttrValue),
    /// The reader changed the question.
    WriteQuestion(AttrValue),
    /// The reader chose the example of a task.
    ShowExample(&'static Task),
    /// The reader wants back what the examples replaced.
    TakeBack,
    /// The reader chose colours.
    ChooseTheme(Theme),
    /// The pointer came to a sentence, or left.
    Hover(Option<usize>),
    /// The caret or the focus came to a sentence, or left.
    Focus(Option<usize>),
    /// The list of networks arrived.
    Listed(Vec<Listed>),
    /// The reader chose the network of this name.
    ChooseNetwork(AttrValue),
    /// The network of this name arrived.
    Loaded(AttrValue, Shared<Model>),
    /// The network of this name could not be loaded.
    LoadFailed(AttrValue, LoadFailure),
    /// The reader wants the network to be loaded again.
    Retry,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Its name in the style sheet, and the value of its option.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl State {
    /// The state of a page that opens, with what it kept from last time.
    pub fn open(kept: Option<Kept>) -> Self {
        Self {
            kept: kept.unwrap_or_default(),
            networks: Vec::new(),
            network: Network::Loading,
            retries: 0,
            hovered: None,
            focused: None,
        }
    }

    /// Lets another network answer; the answer of the one before must not be taken for its own.
    fn choose(&mut self, network: Option<AttrValue>) {
        let before = self.kept.network_name();
        self.kept.network = network;
        if self.kept.network_name() != before {
            self.network = Network::Loading;
        }
    }

    /// The sentence that is marked, in the story and in the heatmap.
    pub fn pointed(&self) -> Option<usize> {
        self.hovered.or(self.focused)
    }
}

impl Default for Kept {
    /// The page as it opens for the first time.
    fn default() -> Self {
        Self {
            draft: Draft::opening(),
            example: None,
            set_aside: Vec::new(),
            theme: Theme::default(),
            network: None,
        }
    }
}

impl Draft {
    /// The story that opens the page: the football must be followed through two sentences.
    pub fn opening() -> Self {
        Self {
            story: "Mary went to the kitchen.\n\
                    John moved to the bathroom.\n\
                    Mary got the football there.\n\
                    Sandra journeyed to the bedroom.\n\
                    Daniel picked up the milk there.\n\
                    Mary travelled to the garden.\n\
                    John went back to the hallway.\n\
                    Mary dropped the football.\n\
                    Sandra went to the office.\n\
                    Mary moved to the hallway."
                .into(),
            question: "Where is the football?".into(),
        }
    }
}

impl From<Example> for Draft {
    fn from(example: Example) -> Self {
        Self {
            story: example.story.into(),
            question: example.question.into(),
        }
    }
}

impl Kept {
    /// The task whose example stands in the fields, untouched.
    pub fn task(&self) -> Option<&'static Task> {
        TASKS.iter().find(|task| Some(task.number) == self.example)
    }

    /// The name of the network that answers, or will when it has come.
    pub fn network_name(&self) -> AttrValue {
        self.network.clone().unwrap_or(AttrValue::Static(DEFAULT))
    }

    fn set_aside_own_words(&mut self) {
        if self.example.is_none() && self.set_aside.last() != Some(&self.draft) {
            self.set_aside.push(self.draft.clone());
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        let kept = &mut next.kept;
        match action {
            Action::WriteStory(story) => {
                kept.draft.story = story;
                kept.example = None;
            }
            Action::WriteQuestion(question) => {
                kept.draft.question = question;
                kept.example = None;
            }
            Action::ShowExample(task) => {
                kept.set_aside_own_words();
                kept.draft = task.example.into();
                kept.example = Some(task.number);
                next.focused = None;
            }
            Action::TakeBack => {
                if let Some(draft) = kept.set_aside.pop() {
                    kept.draft = draft;
                    kept.example = None;
                    next.focused = None;
                }
            }
            Action::ChooseTheme(theme) => kept.theme = theme,
            Action::Hover(sentence) => next.hovered = sentence,
            Action::Focus(sentence) => next.focused = sentence,
            Action::Listed(networks) => {
                // One that was kept may have been taken away since.
                let listed = |name: &AttrValue| networks.iter().any(|it| it.name == *name);
                if kept.network.as_ref().is_some_and(|name| !listed(name)) {
                    next.choose(None);
                }
                next.networks = networks;
            }
            Action::ChooseNetwork(name) => next.choose(Some(name)),
            // One that comes late must not answer in the name of the one chosen since.
            Action::Loaded(name, _) | Action::LoadFailed(name, _)
                if name != kept.network_name() => {}
            Action::Loaded(_, model) => next.network = Network::Ready(model),
            Action::LoadFailed(_, failure) => next.network = Network::Failed(failure),
            Action::Retry => {
                next.network = Network::Loading;
                next.retries += 1;
            }
        }
        Rc::new(next)
    }
}
