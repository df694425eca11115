//! Parts of the program that are downloaded.

use wasm_bindgen_futures::spawn_local;
use yew::{Callback, hook, use_callback, use_effect_with, use_state};

use crate::app::parts::MissingPart;

/// How a part of the program stands.
#[derive(Clone, Copy, Debug)]
pub enum Part<T> {
    /// It was not asked for yet, or is being downloaded.
    UnderWay,
    /// It could not be downloaded.
    Missing,
    /// It is here.
    Here(T),
}

/// Two parts are the same if they stand the same: there is only one of each kind.
impl<T> PartialEq for Part<T> {
    fn eq(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Downloads a part of the program once it is `wanted`, and again whenever the callback that comes
/// with it is called.
#[hook]
pub fn use_part<T, F>(wanted: bool, bring: fn() -> F) -> (Part<T>, Callback<()>)
where
    T: Copy + 'static,
    F: Future<Output = Result<T, MissingPart>> + 'static,
{
    let part = use_state(|| Part::UnderWay);
    let ask = use_callback(bring, {
        let part = part.setter();
        move |(), bring: &fn() -> F| {
            let (part, coming) = (part.clone(), bring());
            part.set(Part::UnderWay);
            spawn_local(async move {
                part.set(coming.await.map_or(Part::Missing, Part::Here));
            });
        }
    });
    use_effect_with(wanted, {
        let ask = ask.clone();
        move |wanted| {
            if *wanted {
                ask.emit(());
            }
        }
    });
    (*part, ask)
}
