//! The state of the page, and everything that can happen to it.

use std::rc::Rc;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use yew::{AttrValue, Reducible};

use super::history::{Field, History, Run};
use super::link::Link;
use super::loading::{Listed, LoadFailure};
use super::own::Own;
use super::shared::Shared;
use super::tour::{self, Tour};
use super::view::View;
use crate::explain::tour::TOUR;
use crate::explain::{CellPlace, Changes, Reading, carried};
use crate::locale::Language;
use crate::networks::{DEFAULT, Model};
use crate::tasks::Exhibit;
use crate::text::vectors::Vectors;

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What a reload keeps.
    pub kept: Kept,
    /// The networks that lie beside the page; none until their list has come.
    pub networks: Vec<Listed>,
    /// The networks of the reader's own.
    pub own: Vec<Own>,
    /// The network that answers.
    pub network: Network,
    /// What the network looks up words in that it doesn't know.
    pub vectors: WordVectors,
    /// The link whose contents the page shows, as long as the reader changed nothing.
    pub opened: Option<Opened>,
    /// How often loading the network was tried anew.
    pub retries: u32,
    /// The sentence (its place in the story, from 0) under the pointer.
    pub hovered: Option<usize>,
    /// Where the caret or the focus is.
    pub focused: Option<Focus>,
}

/// Where the caret or the focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// At a place of the story, counted in UTF-16 code units as browsers do. Which sentence stands
    /// there follows from the story, so that both can change at once.
    Caret(usize),
    /// On the row of a sentence, by its place in the story, from 0.
    Row(usize),
}

/// A link that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Whether it is as it was written.
    pub intact: bool,
    /// The network that it was made with.
    pub network: Option<AttrValue>,
    /// The beginning of the hash of that network's weights.
    pub weights: Option<AttrValue>,
    /// Whether the reader had something else in the fields.
    pub replaced: bool,
}

/// What a reload keeps. Whatever an older page did not keep, or kept otherwise, is as in a page
/// that opens for the first time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// What the reader works on.
    pub draft: Draft,
    /// What it was before, and was taken back.
    #[serde(alias = "set_aside")]
    pub history: History,
    /// The view that looks closer, if one is open.
    #[serde(deserialize_with = "or_default")]
    pub view: Option<View>,
    /// The hop that is looked at, from 0. The network may have fewer.
    pub hop: usize,
    /// The cell of the heatmap that is looked at. It may have gone with its sentence.
    #[serde(deserialize_with = "or_default")]
    pub cell: Option<CellPlace>,
    /// The colours.
    pub theme: Theme,
    /// The language that the reader chose; `None` as long as her browser's will do.
    #[serde(deserialize_with = "or_default")]
    pub language: Option<Language>,
    /// The name of the network that the reader chose; `None` as long as the default will do.
    pub network: Option<AttrValue>,
    /// How far the reader has come in the guided tour.
    #[serde(deserialize_with = "or_default")]
    pub tour: Tour,
}

/// What the reader works on, and can take back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The story.
    pub story: AttrValue,
    /// The question.
    pub question: AttrValue,
    /// The number of the story of the gallery in the fields, as long as nobody changed a letter of
    /// it.
    #[serde(default)]
    pub example: Option<u8>,
    /// What the reader overrules in the network.
    #[serde(default, deserialize_with = "or_default")]
    pub changes: Changes,
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

/// What words mean: it comes when somebody writes a word that the network doesn't know.
#[derive(Clone, Debug, PartialEq)]
pub enum WordVectors {
    /// Not here, whether it is needed or not.
    Absent,
    /// Here.
    Ready(Shared<Arc<Vectors>>),
    /// Not coming, unless the reader asks for it again.
    Failed,
}

/// What can happen to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader changed the story.
    WriteStory(AttrValue),
    /// The reader changed the question.
    WriteQuestion(AttrValue),
    /// The reader chose a story of the gallery.
    ShowExample(Exhibit),
    /// The reader came to a stop of the tour, counted from 0.
    VisitStop(usize),
    /// The reader left the tour.
    LeaveTour,
    /// The reader opened a link, which is as it was written or not.
    Open(Link, bool),
    /// The reader put another draft in the place of the present one, in one step.
    Rewrite(Draft),
    /// The reader overrules the network. While she moves one thing to and fro, that is one step.
    Change(Changes),
    /// The reader let go of what she moved, or left the field that she wrote in.
    Settle,
    /// The reader takes the last step back.
    Undo,
    /// The reader makes the step again that was taken back last.
    Redo,
    /// The reader chose colours.
    ChooseTheme(Theme),
    /// The reader chose a language, or that of her browser.
    ChooseLanguage(Option<Language>),
    /// The reader opened a view, or closed the one that was open.
    Look(Option<View>),
    /// The reader looks at a hop.
    LookAtHop(usize),
    /// The reader looks at a cell.
    LookAtCell(CellPlace),
    /// The pointer came to a sentence, or left.
    Hover(Option<usize>),
    /// The caret or the focus came to a place, or left.
    Focus(Option<Focus>),
    /// The list of networks arrived.
    Listed(Vec<Listed>),
    /// The reader chose the network of this name.
    ChooseNetwork(AttrValue),
    /// There is a network of the reader's own, perhaps in the place of another one of its name.
    AddNetwork(Own),
    /// The reader does without the network of her own that has this name.
    RemoveNetwork(AttrValue),
    /// The network of this name arrived.
    Loaded(AttrValue, Shared<Model>),
    /// The network of this name could not be loaded.
    LoadFailed(AttrValue, LoadFailure),
    /// The reader wants the network to be loaded again.
    Retry,
    /// What words mean arrived.
    VectorsLoaded(Shared<Arc<Vectors>>),
    /// What words mean could not be loaded.
    VectorsFailed,
    /// The reader wants it to be loaded again.
    RetryVectors,
}

impl Action {
    /// Whether it changes what stands in the page, or who answers.
    fn edits(&self) -> bool {
        matches!(
            self,
            Self::WriteStory(_)
                | Self::WriteQuestion(_)
                | Self::ShowExample(_)
                | Self::VisitStop(_)
                | Self::Rewrite(_)
                | Self::Change(_)
                | Self::Undo
                | Self::Redo
                | Self::ChooseNetwork(_)
        )
    }
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
            own: Vec::new(),
            network: Network::Loading,
            vectors: WordVectors::Absent,
            opened: None,
            retries: 0,
            hovered: None,
            focused: None,
        }
    }

    /// Lets another network answer; the answer of the one before must not be taken for its own.
    fn choose(&mut self, network: Option<AttrValue>) {
        let before = self.kept.network_name();
        self.kept.network = network;
        let name = self.kept.network_name();
        if name != before {
            let own = self.own.iter().find(|own| own.listed.name == name);
            self.network = match own.and_then(|own| own.model.clone()) {
                Some(model) => self.ready(model),
                None => Network::Loading,
            };
        }
    }

    /// The network with what it looks words up in, if that is here.
    fn ready(&self, model: Shared<Model>) -> Network {
        Network::Ready(match &self.vectors {
            WordVectors::Ready(vectors) if !model.looks_up() => {
                let mut model = Model::clone(&model);
                model.look_up_in(Arc::clone(vectors));
                Shared::new(model)
            }
            _ => model,
        })
    }

    /// The networks to choose from; none until the list of those beside the page has come.
    pub fn choices(&self) -> Vec<Listed> {
        let own = self.own.iter().map(|own| &own.listed);
        match self.networks.is_empty() {
            true => Vec::new(),
            false => self.networks.iter().chain(own).cloned().collect(),
        }
    }

    /// Adds a network of the reader's own; if it has the name of one, it takes its place.
    fn add(&mut self, own: Own) {
        let name = &own.listed.name;
        if *name == self.kept.network_name()
            && let Some(model) = &own.model
        {
            self.network = self.ready(model.clone());
        }
        match self.own.iter_mut().find(|it| it.listed.name == *name) {
            Some(place) => *place = own,
            None => self.own.push(own),
        }
    }

    /// Shows a stop of the tour. Whoever is there already may have changed it, and keeps that.
    fn visit(&mut self, stop: usize) {
        let visited = Tour { stop, open: true };
        let Some(shown) = TOUR.get(stop).filter(|_| self.kept.tour != visited) else {
            return;
        };
        let kept = &mut self.kept;
        kept.tour = visited;
        // However long the tour, it is one step away from the reader's own story.
        kept.history.record(&kept.draft, Some(Run::Tour));
        kept.draft = Draft {
            changes: shown.changes(),
            ..Draft::new(shown.example.story, shown.example.question)
        };
        kept.view = tour::view(stop);
        kept.hop = 0;
        kept.cell = shown.sentence.map(|sentence| CellPlace {
            hop: 0,
            head: 0,
            sentence,
        });
        self.focused = None;
        self.choose(Some(AttrValue::Static(shown.network)));
    }

    /// The sentence that is marked, in the story and in the heatmap, of what is read of them.
    pub fn pointed(&self, reading: &Reading) -> Option<usize> {
        self.hovered.or_else(|| match self.focused? {
            Focus::Caret(place) => reading.sentence_at(place),
            Focus::Row(sentence) => Some(sentence),
        })
    }
}

impl Default for Kept {
    /// The page as it opens for the first time.
    fn default() -> Self {
        Self {
            draft: Draft::opening(),
            history: History::default(),
            view: None,
            hop: 0,
            cell: None,
            theme: Theme::default(),
            language: None,
            network: None,
            tour: Tour::default(),
        }
    }
}

impl Draft {
    /// A story and a question of the reader's own.
    pub fn new(story: impl Into<AttrValue>, question: impl Into<AttrValue>) -> Self {
        Self {
            story: story.into(),
            question: question.into(),
            example: None,
            changes: Changes::default(),
        }
    }

    /// Writes another story; what was overruled in its sentences goes with them.
    fn write_story(&mut self, story: AttrValue) {
        if self.changes.any() {
            let places = carried(&self.story, &story);
            self.changes
                .carry(|from| places.get(from).copied().flatten());
        }
        self.story = story;
        self.example = None;
    }

    /// The story that opens the page: the football must be followed through two sentences.
    pub fn opening() -> Self {
        Self::new(
            "Mary went to the kitchen.\n\
             John moved to the bathroom.\n\
             Mary got the football there.\n\
             Sandra journeyed to the bedroom.\n\
             Daniel picked up the milk there.\n\
             Mary travelled to the garden.\n\
             John went back to the hallway.\n\
             Mary dropped the football.\n\
             Sandra went to the office.\n\
             Mary moved to the hallway.",
            "Where is the football?",
        )
    }

    /// The story of the gallery that this is, untouched.
    pub fn exhibit(&self) -> Option<Exhibit> {
        self.example.and_then(Exhibit::find)
    }
}

impl From<Exhibit> for Draft {
    fn from(exhibit: Exhibit) -> Self {
        Self {
            example: Some(exhibit.number),
            ..Self::new(exhibit.example.story, exhibit.example.question)
        }
    }
}

impl Kept {
    /// The name of the network that answers, or will when it has come.
    pub fn network_name(&self) -> AttrValue {
        self.network.clone().unwrap_or(AttrValue::Static(DEFAULT))
    }
}

/// Reads a value that an older or a newer page may have kept otherwise; then it is the default.
fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let kept = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(kept).unwrap_or_default())
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        if action.edits() {
            next.opened = None;
        }
        let kept = &mut next.kept;
        match action {
            Action::WriteStory(story) => {
                let Kept { draft, history, .. } = kept;
                history.record_writing(draft, Field::Story, &story);
                draft.write_story(story);
            }
            Action::WriteQuestion(question) => {
                let Kept { draft, history, .. } = kept;
                history.record_writing(draft, Field::Question, &question);
                draft.question = question;
                draft.example = None;
            }
            Action::ShowExample(exhibit) => {
                kept.history.record(&kept.draft, Some(Run::Examples));
                kept.draft = exhibit.into();
                next.focused = None;
            }
            Action::VisitStop(stop) => next.visit(stop),
            Action::LeaveTour => {
                kept.history.settle();
                kept.tour.open = false;
            }
            Action::Open(link, intact) => {
                let replaced = kept.draft != link.draft;
                if replaced {
                    kept.history.record(&kept.draft, None);
                }
                kept.draft = link.draft;
                kept.view = link.view;
                kept.hop = link.hop;
                kept.cell = link.cell;
                kept.tour.open = false;
                next.focused = None;
                next.opened = Some(Opened {
                    intact,
                    network: link.network.clone(),
                    weights: link.weights,
                    replaced,
                });
                if let Some(network) = link.network {
                    next.choose(Some(network));
                }
            }
            Action::Rewrite(draft) => {
                kept.history.record(&kept.draft, None);
                kept.draft = draft;
            }
            // What is slid to where it was is no step.
            Action::Change(changes) if changes == kept.draft.changes => {}
            Action::Change(changes) => {
                kept.history.record_changes(&kept.draft, &changes);
                kept.draft.changes = changes;
            }
            Action::Settle => kept.history.settle(),
            Action::Undo => {
                kept.history.undo(&mut kept.draft);
                next.focused = None;
            }
            Action::Redo => {
                kept.history.redo(&mut kept.draft);
                next.focused = None;
            }
            Action::ChooseTheme(theme) => kept.theme = theme,
            Action::ChooseLanguage(language) => kept.language = language,
            Action::Look(view) => kept.view = view,
            Action::LookAtHop(hop) => kept.hop = hop,
            Action::LookAtCell(place) => {
                kept.hop = place.hop;
                kept.cell = Some(place);
                if View::Cell.is_offered() {
                    kept.view = Some(View::Cell);
                }
            }
            Action::Hover(sentence) => next.hovered = sentence,
            Action::Focus(place) => next.focused = place,
            Action::Listed(networks) => {
                // One that was kept may have been taken away since.
                next.networks = networks;
                let choices = next.choices();
                let listed = |name: &AttrValue| choices.iter().any(|it| it.name == *name);
                if next.kept.network.as_ref().is_some_and(|name| !listed(name)) {
                    next.choose(None);
                }
            }
            Action::ChooseNetwork(name) => next.choose(Some(name)),
            Action::AddNetwork(own) => next.add(own),
            Action::RemoveNetwork(name) => {
                next.own.retain(|own| own.listed.name != name);
                if next.kept.network.as_ref() == Some(&name) {
                    next.choose(None);
                }
            }
            // One that comes late must not answer in the name of the one chosen since.
            Action::Loaded(name, _) | Action::LoadFailed(name, _)
                if name != kept.network_name() => {}
            Action::Loaded(_, model) => next.network = next.ready(model),
            Action::LoadFailed(_, failure) => next.network = Network::Failed(failure),
            Action::Retry => {
                next.network = Network::Loading;
                next.retries += 1;
            }
            Action::VectorsLoaded(vectors) => {
                next.vectors = WordVectors::Ready(vectors);
                if let Network::Ready(model) = &next.network {
                    next.network = next.ready(model.clone());
                }
            }
            Action::VectorsFailed => next.vectors = WordVectors::Failed,
            Action::RetryVectors => next.vectors = WordVectors::Absent,
        }
        Rc::new(next)
    }
}
