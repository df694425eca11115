//! Links that hold what a reader shares: everything that makes her page what it is.
//!
//! A link's fragment is a list of parameters that a person can read:
//!
//! ```text
//! #story=Mary+slept.&question=Who+slept?&network=memn2n&weights=1f0c…&fix=1.1.1:0.25&check=…
//! ```
//!
//! Hops, heads and sentences count from 1, as they do for readers. The checksum comes last, so that
//! a link that was cut off has lost it. What can't be read is left out, and what is out of range is
//! clamped: a link is written by anyone.

use web_sys::UrlSearchParams;
use yew::AttrValue;

use super::state::{Draft, Kept};
use super::view::View;
use crate::explain::{CellPlace, Changes};
use crate::networks::Model;
use crate::tasks::TASKS;

/// How many hexadecimal digits of the hash of the weights a link holds.
const DIGITS: usize = 8;

/// The greatest number that counts anything in a link.
const MOST: usize = 100_000;

/// The most weights, and the most muted sentences, that a link holds.
const MOST_CHANGES: usize = 1000;

/// What a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The story, the question and the changes.
    pub draft: Draft,
    /// The name of the network.
    pub network: Option<AttrValue>,
    /// The beginning of the hash of its weights.
    pub weights: Option<AttrValue>,
    /// The view that is open.
    pub view: Option<View>,
    /// The hop that is looked at.
    pub hop: usize,
    /// The cell that is looked at.
    pub cell: Option<CellPlace>,
}

impl Link {
    /// A link to the page as it is.
    pub fn new(kept: &Kept, model: &Model) -> Self {
        Self {
            draft: kept.draft.clone(),
            network: Some(kept.network_name()),
            weights: weights_of(model),
            view: kept.view,
            hop: kept.hop,
            cell: kept.cell,
        }
    }

    /// The fragment of its address, without the "#".
    pub fn fragment(&self) -> String {
        let Ok(parameters) = UrlSearchParams::new() else {
            return String::new();
        };
        let add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                parameters.append(name, &value);
            }
        };
        let Draft {
            story,
            question,
            changes,
            ..
        } = &self.draft;
        add("story", Some(story.to_string()));
        add("question", Some(question.to_string()));
        add("network", self.network.as_ref().map(ToString::to_string));
        add("weights", self.weights.as_ref().map(ToString::to_string));
        add("view", self.view.map(|view| view.name().to_owned()));
        add("hop", (self.hop > 0).then(|| (self.hop + 1).to_string()));
        add("cell", self.cell.map(written));
        add("hops", changes.hops.map(|hops| hops.to_string()));
        let unchanged = Changes::default().temperature;
        let heated = changes.temperature != unchanged;
        add(
            "temperature",
            heated.then(|| changes.temperature.to_string()),
        );
        for fixed in &changes.fixed {
            let place = CellPlace {
                hop: fixed.hop,
                head: fixed.head,
                sentence: fixed.sentence,
            };
            add("fix", Some(format!("{}:{}", written(place), fixed.weight)));
        }
        for sentence in &changes.muted {
            add("mute", Some((sentence + 1).to_string()));
        }
        let rest = String::from(parameters.to_string());
        format!("{rest}&check={}", checksum(&rest))
    }

    /// Reads a fragment, with or without the "#", and tells whether it is as it was written; `None`
    /// if it holds neither a story nor a question.
    pub fn read(fragment: &str) -> Option<(Self, bool)> {
        let fragment = fragment.trim_start_matches('#');
        let parameters = UrlSearchParams::new_with_str(fragment).ok()?;
        let get = |name: &str| parameters.get(name);
        if get("story").is_none() && get("question").is_none() {
            return None;
        }
        let check = get("check");
        parameters.delete("check");
        let intact = check == Some(checksum(&String::from(parameters.to_string())));

        let mut draft = Draft::new(
            get("story").unwrap_or_default(),
            get("question").unwrap_or_default(),
        );
        draft.example = TASKS.iter().find_map(|task| {
            let same =
                (task.example.story, task.example.question) == (&*draft.story, &*draft.question);
            same.then_some(task.number)
        });
        let all = |name: &str| {
            let values = parameters.get_all(name).to_vec().into_iter();
            values
                .filter_map(|value| value.as_string())
                .take(MOST_CHANGES)
        };
        for fixed in all("fix") {
            if let Some((place, weight)) = fixed.split_once(':')
                && let (Some(place), Some(weight)) = (place_in(place), number(weight))
            {
                let CellPlace {
                    hop,
                    head,
                    sentence,
                } = place;
                draft
                    .changes
                    .fix(hop, head, sentence, weight.clamp(0.0, 1.0));
            }
        }
        for sentence in all("mute").filter_map(|sentence| place(&sentence)) {
            draft.changes.mute(sentence, true);
        }
        if let Some(temperature) = get("temperature").and_then(|it| number(&it)) {
            let (low, high) = Changes::TEMPERATURES.into_inner();
            draft.changes.temperature = temperature.clamp(low, high);
        }
        draft.changes.hops = get("hops").and_then(|hops| Some(place(&hops)? + 1));

        let view = get("view");
        let view = View::ALL
            .iter()
            .find(|it| Some(it.name()) == view.as_deref());
        let link = Self {
            draft,
            network: get("network").map(AttrValue::from),
            weights: get("weights").map(AttrValue::from),
            view: view.copied(),
            hop: get("hop").and_then(|hop| place(&hop)).unwrap_or_default(),
            cell: get("cell").and_then(|cell| place_in(&cell)),
        };
        Some((link, intact))
    }
}

/// The beginning of the hash of a network's weights; one that was made in the page has none.
pub fn weights_of(model: &Model) -> Option<AttrValue> {
    let hash = &model.record.weights.as_ref()?.sha256;
    Some(hash.get(..DIGITS)?.to_owned().into())
}

fn written(place: CellPlace) -> String {
    let CellPlace {
        hop,
        head,
        sentence,
    } = place;
    format!("{}.{}.{}", hop + 1, head + 1, sentence + 1)
}

fn place_in(text: &str) -> Option<CellPlace> {
    let mut places = text.split('.').map(place);
    Some(CellPlace {
        hop: places.next()??,
        head: places.next()??,
        sentence: places.next()??,
    })
}

/// What counts from 1 in a link and from 0 elsewhere.
fn place(text: &str) -> Option<usize> {
    text.parse::<usize>().ok()?.min(MOST).checked_sub(1)
}

/// A number, which JSON writes as Rust does: the program can read JSON, and the standard library's
/// parser of numbers would add 15 KB.
fn number(text: &str) -> Option<f32> {
    let number: f32 = serde_json::from_str(text).ok()?;
    number.is_finite().then_some(number)
}

/// FNV-1a (32 bits): it tells a slip from what was written, and guards against nobody.
fn checksum(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}
