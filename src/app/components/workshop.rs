//! Where networks are trained, opened and kept.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::{
    Callback, ContextProvider, Html, Properties, component, html, use_callback, use_state_eq,
};

use crate::app::hooks::{TrainingHandle, use_training};
use crate::app::loading::LoadFailure;
use crate::app::own::{self, KeepFailure, OpenFailure, Own};
use crate::app::saving::save;
use crate::app::shared::Shared;
use crate::app::state::Action;
use crate::app::worker::Purpose;
use crate::locale::Texts;
use crate::networks::Model;

/// What components find in the workshop.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    /// The network in training.
    pub training: TrainingHandle,
    /// The networks of the reader's own.
    pub own: Vec<Own>,
    /// What came of what the reader did last.
    pub notice: Option<Notice>,
    /// Opens a network from files.
    pub open: Callback<Vec<File>>,
    /// Does something with a network of the reader's own.
    pub act: Callback<(Own, NetworkUse)>,
}

/// What a reader can do with a network of her own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkUse {
    /// Let it answer.
    Ask,
    /// Keep it in the browser.
    Keep,
    /// Save it as a file.
    Download,
    /// Keep it no longer.
    Forget,
}

/// What came of what the reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The network of this title answers.
    Asked(String),
    /// It is kept.
    Kept(String),
    /// It was opened, and answers.
    Opened(String),
    /// It could not be kept.
    NotKept(KeepFailure),
    /// It could not be opened.
    NotOpened(OpenFailure),
    /// It is no longer what it was.
    Lost(LoadFailure),
}

/// The properties of [`WorkshopProvider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WorkshopProviderProps {
    /// The networks of the reader's own.
    pub own: Vec<Own>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
    /// Those who may enter.
    pub children: Html,
}

/// Keeps the workshop open whatever view is: training goes on while the reader looks elsewhere.
#[component]
pub fn WorkshopProvider(props: &WorkshopProviderProps) -> Html {
    let notice = use_state_eq(|| None::<Notice>);
    let tell = use_callback((), {
        let notice = notice.setter();
        move |what: Notice, ()| notice.set(Some(what))
    });
    let act = use_callback(
        (props.act.clone(), tell.clone()),
        |(own, what), (act, tell)| match put_to_use(own, what, act) {
            Ok(Some(notice)) | Err(notice) => tell.emit(notice),
            Ok(None) => {}
        },
    );
    let receive = use_callback(
        (act.clone(), tell.clone()),
        |(file, purpose): (Vec<u8>, Purpose), (act, tell)| match Model::from_file(&file) {
            Ok(model) => {
                let own = Own::new(&model.record.name.clone(), Shared::new(model));
                act.emit((own, purpose.into()));
            }
            Err(cause) => tell.emit(Notice::NotOpened(OpenFailure::Network(cause.into()))),
        },
    );
    let open = use_callback(
        (props.act.clone(), tell),
        |files: Vec<File>, (act, tell)| {
            if files.is_empty() {
                return;
            }
            let (act, tell) = (act.clone(), tell.clone());
            spawn_local(async move {
                tell.emit(match own::open(files).await {
                    Ok(model) => {
                        let title = model.record.name.clone();
                        ask(Own::new(&title, Shared::new(model)), &act);
                        Notice::Opened(title)
                    }
                    Err(failure) => Notice::NotOpened(failure),
                });
            });
        },
    );
    let workshop = Workshop {
        training: use_training(receive),
        own: props.own.clone(),
        notice: (*notice).clone(),
        open,
        act,
    };
    html! {
        <ContextProvider<Workshop> context={workshop}>
            {props.children.clone()}
        </ContextProvider<Workshop>>
    }
}

/// Does something with a network, and says what there is to say of it.
fn put_to_use(
    mut own: Own,
    what: NetworkUse,
    act: &Callback<Action>,
) -> Result<Option<Notice>, Notice> {
    let title = own.listed.title.to_string();
    match what {
        NetworkUse::Ask => {
            own.model = Some(own.model().map_err(Notice::Lost)?);
            ask(own, act);
            Ok(Some(Notice::Asked(title)))
        }
        NetworkUse::Keep => {
            own.keep().map_err(Notice::NotKept)?;
            act.emit(Action::AddNetwork(own));
            Ok(Some(Notice::Kept(title)))
        }
        NetworkUse::Download => {
            let model = own.model().map_err(Notice::Lost)?;
            save(&format!("{title}.safetensors"), &own::file(&model));
            Ok(None)
        }
        NetworkUse::Forget => {
            own.forget();
            act.emit(Action::RemoveNetwork(own.listed.name));
            Ok(None)
        }
    }
}

fn ask(own: Own, act: &Callback<Action>) {
    let name = own.listed.name.clone();
    act.emit(Action::AddNetwork(own));
    act.emit(Action::ChooseNetwork(name));
}

impl From<Purpose> for NetworkUse {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Ask => Self::Ask,
            Purpose::Keep => Self::Keep,
            Purpose::Download => Self::Download,
        }
    }
}

impl Notice {
    /// The notice in words.
    pub fn told(&self, texts: &Texts) -> String {
        match self {
            Self::Asked(title) => texts.train.asked(title),
            Self::Kept(title) => texts.train.kept(title),
            Self::Opened(title) => texts.train.opened(title),
            Self::NotKept(failure) => failure.told(texts),
            Self::NotOpened(failure) => failure.told(texts),
            Self::Lost(failure) => failure.told(texts),
        }
    }
}
