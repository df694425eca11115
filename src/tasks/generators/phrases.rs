//! The sentences of wide stories: tables of forms with slots for names and for verbs.
//!
//! A slot for a verb stands for any of its table; the other slots are filled with the names of
//! [`Names`].

use rand::RngExt as _;
use rand_pcg::Pcg32;

use crate::tasks::words::{any, the};
use crate::text::capitalised;

/// Stands for the thing of which the sentence before told.
pub(super) const IT: &str = "it";

/// What to fill the slots of a form with; a form doesn't have all of them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names<'a> {
    /// `{who}`: a person, or several joined by "and".
    pub who: &'a str,
    /// `{one}`: the first of several people.
    pub one: &'a str,
    /// `{to}`: the others of them, or the one who is given something.
    pub to: &'a str,
    /// `{what}`: a thing, or [`IT`].
    pub what: &'a str,
    /// `{place}`: a place.
    pub place: &'a str,
    /// `{other}`: another place, or another thing.
    pub other: &'a str,
    /// `{time}`: when, as in "this morning".
    pub time: &'a str,
}

/// The verbs that have slots of their own.
const VERBS: [(&str, &[&str]); 7] = [
    (
        "{went}",
        &[
            "went to",
            "went to",
            "went back to",
            "moved to",
            "journeyed to",
            "travelled to",
            "walked to",
            "ran to",
            "rushed to",
            "headed for",
            "headed to",
            "came to",
            "came back to",
            "returned to",
            "cycled to",
            "marched to",
            "dashed to",
            "stepped into",
            "slipped into",
            "entered",
            "arrived at",
            "got to",
            "made a trip to",
            "turned up at",
            "left for",
            "went into",
            "walked into",
            "went over to",
            "flew to",
        ],
    ),
    (
        "{got}",
        &[
            "got",
            "grabbed",
            "picked up",
            "took",
            "lifted",
            "found",
            "got hold of",
            "scooped up",
            "gathered up",
            "caught",
        ],
    ),
    (
        "{gotten}",
        &["taken", "picked up", "grabbed", "found", "lifted"],
    ),
    (
        "{dropped}",
        &[
            "discarded",
            "dropped",
            "left",
            "put down",
            "set down",
            "laid down",
            "let go of",
            "threw away",
            "got rid of",
        ],
    ),
    (
        "{been_dropped}",
        &["left", "dropped", "put down", "set down"],
    ),
    (
        "{gave}",
        &[
            "gave",
            "handed",
            "passed",
            "handed over",
            "lent",
            "sold",
            "returned",
            "sent",
            "threw",
        ],
    ),
    ("{given}", &["given", "handed", "passed", "lent", "sold"]),
];

/// Somebody goes somewhere.
pub(super) const MOVE: &[&str] = &[
    "{who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} then {went} {place}.",
    "{who} quickly {went} {place}.",
    "{who} {went} {place} alone.",
    "{who} {went} {place} in a hurry.",
    "{who} has gone to {place}.",
    "{who} has gone back to {place}.",
    "{who} is in {place}.",
    "{who} is at {place} now.",
];

/// Some people go somewhere together: `{one}` with `{to}`, all of them `{who}`.
pub(super) const MOVE_TOGETHER: &[&str] = &[
    "{who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} {went} {place} together.",
    "{who} then {went} {place}.",
    "{one} {went} {place} with {to}.",
    "{one} {went} {place} together with {to}.",
    "With {to}, {one} {went} {place}.",
    "{one} took {to} to {place}.",
    "{who} are in {place}.",
    "{who} are at {place} now.",
];

/// Those of whom the last sentence told go on somewhere; `{who}` is a pronoun.
pub(super) const GO_ON: &[&str] = &[
    "Then {who} {went} {place}.",
    "After that {who} {went} {place}.",
    "Afterwards {who} {went} {place}.",
    "Following that {who} {went} {place}.",
    "Later {who} {went} {place}.",
    "Soon {who} {went} {place}.",
    "Next {who} {went} {place}.",
    "From there {who} {went} {place}.",
    "In the evening {who} {went} {place}.",
    "{who} {went} {place}.",
    "{who} then {went} {place}.",
    "{who} {went} {place} after that.",
    "{who} quickly {went} {place}.",
];

/// Somebody goes or is somewhere at a time.
pub(super) const MOVE_AT_THE_TIME: &[&str] = &[
    "{time} {who} {went} {place}.",
    "{time} {who} {went} {place}.",
    "{who} {went} {place} {time}.",
    "{who} {went} {place} {time}.",
    "{time} {who} was in {place}.",
    "{who} was in {place} {time}.",
    "{who} was at {place} {time}.",
];

/// Somebody does something that says nothing of where she is.
pub(super) const LOOK_AT: &[&str] = &[
    "{who} looked at {what}.",
    "{who} talked about {what}.",
    "{who} {got} {what}.",
    "{who} {dropped} {what}.",
];

/// Somebody takes something.
pub(super) const GET: &[&str] = &[
    "{who} {got} {what}.",
    "{who} {got} {what}.",
    "{who} {got} {what} there.",
    "{who} picked {what} up.",
    "{who} has {gotten} {what}.",
    "{who} now has {what}.",
    "{who} has {what}.",
    "{who} has got {what}.",
    "{who} had {what}.",
    "{who} is carrying {what}.",
    "{who} is holding {what}.",
    "{what} was {gotten} by {who}.",
];

/// Somebody takes two things.
pub(super) const GET_BOTH: &[&str] = &[
    "{who} {got} {what} and {other}.",
    "{who} {got} {what} and {other}.",
    "{who} has {gotten} {what} and {other}.",
    "{who} has {what} and {other}.",
    "{who} is carrying {what} and {other}.",
];

/// Somebody takes something at a place.
pub(super) const GET_AT: &[&str] = &[
    "{who} {got} {what} in {place}.",
    "{who} {got} {what} in {place}.",
    "{who} {got} {what} at {place}.",
    "in {place}, {who} {got} {what}.",
];

/// Somebody leaves something.
pub(super) const DROP: &[&str] = &[
    "{who} {dropped} {what}.",
    "{who} {dropped} {what}.",
    "{who} {dropped} {what} there.",
    "{who} put {what} down.",
    "{who} has {been_dropped} {what}.",
    "{what} was {been_dropped} there by {who}.",
];

/// Somebody leaves something at a place.
pub(super) const DROP_AT: &[&str] = &[
    "{who} {dropped} {what} in {place}.",
    "{who} {dropped} {what} in {place}.",
    "{who} {dropped} {what} at {place}.",
    "{who} put {what} in {place}.",
    "{who} put {what} on {place}.",
    "{who} put {what} under {place}.",
    "{who} hid {what} in {place}.",
    "{who} has {been_dropped} {what} in {place}.",
    "{what} was {been_dropped} in {place} by {who}.",
];

/// Something lies somewhere.
pub(super) const LIES: &[&str] = &[
    "{what} is in {place}.",
    "{what} is in {place}.",
    "{what} is at {place}.",
    "{what} is on {place}.",
    "{what} is under {place}.",
    "{what} lies in {place}.",
    "{what} is now in {place}.",
    "{what} can be found in {place}.",
];

/// Somebody gives something to somebody.
pub(super) const GIVE: &[&str] = &[
    "{who} {gave} {what} to {to}.",
    "{who} {gave} {what} to {to}.",
    "{who} gave {to} {what}.",
    "{who} handed {to} {what}.",
    "{what} was {given} to {to} by {who}.",
    "{to} was {given} {what} by {who}.",
    "{to} got {what} from {who}.",
    "{to} received {what} from {who}.",
    "{to} took {what} from {who}.",
];

/// Somebody gives something to somebody at a place.
pub(super) const GIVE_AT: &[&str] = &[
    "{who} {gave} {what} to {to} in {place}.",
    "{who} gave {to} {what} in {place}.",
    "in {place}, {who} {gave} {what} to {to}.",
];

/// Somebody takes something somewhere.
pub(super) const CARRY: &[&str] = &[
    "{who} {went} {place} with {what}.",
    "{who} {went} {place} with {what}.",
    "With {what}, {who} {went} {place}.",
    "{who} took {what} to {place}.",
    "{who} brought {what} to {place}.",
    "{who} carried {what} to {place}.",
];

/// Somebody is somewhere.
pub(super) const IS: &[&str] = &[
    "{who} is in {place}.",
    "{who} is in {place}.",
    "{who} is at {place}.",
    "{who} is now in {place}.",
    "{who} is at {place} now.",
    "{who} can be found in {place}.",
    "{who}'s in {place}.",
    "{who} lives in {place}.",
    "{who} is staying in {place}.",
    "{who} is waiting in {place}.",
    "{who} is sitting in {place}.",
];

/// Somebody isn't somewhere.
pub(super) const IS_NOT: &[&str] = &[
    "{who} is no longer in {place}.",
    "{who} is not in {place}.",
    "{who} isn't in {place}.",
    "{who} isn't at {place} any more.",
    "{who} is not in {place} now.",
    "{who} has left {place}.",
    "{who} left {place}.",
    "{who} went out of {place}.",
];

/// Somebody is in one of two places.
pub(super) const IS_EITHER: &[&str] = &[
    "{who} is either in {place} or {other}.",
    "{who} is either in {place} or in {other}.",
    "{who} is in {place} or {other}.",
    "{who} must be in {place} or in {other}.",
    "Either {who} is in {place} or in {other}.",
    "{who} {went} either {place} or {other}.",
];

/// Where somebody is.
pub(super) const WHERE_IS: &[&str] = &[
    "Where is {who}?",
    "Where is {who}?",
    "Where is {who} now?",
    "Where's {who}?",
    "Where's {who} now?",
    "In which place is {who}?",
    "Which place is {who} in?",
    "Where can {who} be found?",
    "Where did {who} go?",
    "Where has {who} gone?",
];

/// Where something is.
pub(super) const WHERE_IS_THING: &[&str] = &[
    "Where is {what}?",
    "Where is {what}?",
    "Where is {what} now?",
    "Where's {what}?",
    "Where's {what} now?",
    "In which place is {what}?",
    "Which place is {what} in?",
    "Where can {what} be found?",
    "Where did {what} end up?",
];

/// Where something was before it came somewhere.
pub(super) const WHERE_WAS_THING_BEFORE: &[&str] = &[
    "Where was {what} before {place}?",
    "Where was {what} before {place}?",
    "Where had {what} been before {place}?",
    "Where was {what} before it was in {place}?",
    "Where was {what} before it came to {place}?",
    "In which place was {what} before {place}?",
];

/// Where somebody was before.
pub(super) const WHERE_WAS_BEFORE: &[&str] = &[
    "Where was {who} before {place}?",
    "Where was {who} before {place}?",
    "Where had {who} been before {place}?",
    "In which place was {who} before {place}?",
    "Where was {who} before going to {place}?",
];

/// Where somebody was at a time.
pub(super) const WHERE_WAS_AT_THE_TIME: &[&str] = &[
    "Where was {who} {time}?",
    "Where was {who} {time}?",
    "In which place was {who} {time}?",
    "Where did {who} go {time}?",
    "{time} {who} was where?",
];

/// Whether somebody is somewhere.
pub(super) const IS_THERE: &[&str] = &[
    "Is {who} in {place}?",
    "Is {who} in {place}?",
    "Is {who} at {place}?",
    "Is {who} in {place} now?",
    "Is {who} now in {place}?",
    "Can {who} be found in {place}?",
];

/// Whether something is somewhere.
pub(super) const IS_THING_THERE: &[&str] = &[
    "Is {what} in {place}?",
    "Is {what} in {place}?",
    "Is {what} at {place}?",
    "Is {what} in {place} now?",
    "Can {what} be found in {place}?",
];

/// Who is somewhere.
pub(super) const WHO_IS_IN: &[&str] = &[
    "Who is in {place}?",
    "Who is in {place}?",
    "Who's in {place}?",
    "Who is at {place}?",
    "Who is in {place} now?",
    "Who can be found in {place}?",
];

/// Which things are somewhere.
pub(super) const WHAT_IS_IN: &[&str] = &[
    "What is in {place}?",
    "What is in {place}?",
    "What's in {place}?",
    "What is at {place}?",
    "What can be found in {place}?",
    "Which things are in {place}?",
];

/// Whether somebody has something.
pub(super) const HAS_THING: &[&str] = &[
    "Does {who} have {what}?",
    "Does {who} have {what}?",
    "Has {who} got {what}?",
    "Is {who} carrying {what}?",
    "Is {who} holding {what}?",
];

/// Who took something.
pub(super) const WHO_TOOK: &[&str] = &[
    "Who took {what}?",
    "Who picked up {what}?",
    "Who picked {what} up?",
    "Who got {what}?",
    "Who found {what}?",
];

/// Who left something.
pub(super) const WHO_DROPPED: &[&str] = &[
    "Who dropped {what}?",
    "Who left {what}?",
    "Who put {what} down?",
    "Who put down {what}?",
];

/// What somebody took.
pub(super) const WHAT_TOOK: &[&str] = &[
    "What did {who} take?",
    "What did {who} pick up?",
    "What did {who} get?",
    "What did {who} find?",
];

/// What somebody left.
pub(super) const WHAT_DROPPED: &[&str] = &[
    "What did {who} drop?",
    "What did {who} leave?",
    "What did {who} put down?",
];

/// Where somebody left something.
pub(super) const WHERE_DROPPED: &[&str] = &[
    "Where did {who} leave {what}?",
    "Where did {who} drop {what}?",
    "Where did {who} put {what}?",
    "Where did {who} hide {what}?",
];

/// How many things somebody has.
pub(super) const HOW_MANY: &[&str] = &[
    "How many objects is {who} carrying?",
    "How many objects is {who} carrying?",
    "How many things is {who} carrying?",
    "How many things does {who} have?",
    "How many things is {who} holding now?",
    "How many objects does {who} hold?",
    "How many things has {who} got?",
];

/// Which things somebody has.
pub(super) const WHAT_HAS: &[&str] = &[
    "What is {who} carrying?",
    "What is {who} carrying?",
    "What's {who} carrying?",
    "What is {who} holding now?",
    "What does {who} hold?",
    "What does {who} have?",
    "What has {who} got?",
    "Which things does {who} have?",
];

/// Who has something.
pub(super) const WHO_HAS: &[&str] = &[
    "Who has {what}?",
    "Who's got {what}?",
    "Who is carrying {what}?",
    "Who is holding {what} now?",
    "Who holds {what}?",
];

/// What somebody gave to somebody.
pub(super) const WHAT_GAVE_TO: &[&str] = &[
    "What did {who} give to {to}?",
    "What did {who} give to {to}?",
    "What did {who} give {to}?",
    "What did {to} get from {who}?",
    "What was {to} given by {who}?",
];

/// Who gave something.
pub(super) const WHO_GAVE: &[&str] = &["Who gave {what}?", "Who gave {what} away?"];

/// Who gave something to somebody.
pub(super) const WHO_GAVE_TO: &[&str] = &[
    "Who gave {what} to {to}?",
    "Who gave {to} {what}?",
    "Who did {to} get {what} from?",
    "Who handed {what} to {to}?",
];

/// Who was given something.
pub(super) const WHO_RECEIVED: &[&str] = &[
    "Who received {what}?",
    "Who received {what}?",
    "Who was given {what}?",
];

/// To whom somebody gave something.
pub(super) const WHO_GIVEN_BY: &[&str] = &[
    "Who did {who} give {what} to?",
    "Who did {who} give {what} to?",
    "To whom did {who} give {what}?",
    "Who got {what} from {who}?",
    "Who received {what} from {who}?",
];

/// What may stand before a statement without changing what it says.
const OPENERS: [&str; 14] = [
    "Then",
    "Next",
    "Later",
    "Later on",
    "After that",
    "Soon",
    "At last",
    "In the end",
    "After lunch",
    "In the evening",
    "In the morning",
    "At noon",
    "A little later",
    "After a while",
];

/// How likely a statement has an opener.
const OPENED: f64 = 0.15;

/// Any of the forms with its slots filled, sometimes after an opener: a statement.
pub(super) fn statement(forms: &[&str], names: Names<'_>, rng: &mut Pcg32) -> String {
    let said = fill(any(forms, rng), names, rng);
    if rng.random_bool(OPENED) && !said.starts_with("With") && !said.starts_with("Either") {
        format!("{} {said}", any(&OPENERS, rng))
    } else {
        capitalised(&said)
    }
}

/// Any of the forms with its slots filled.
pub(super) fn say(forms: &[&str], names: Names<'_>, rng: &mut Pcg32) -> String {
    capitalised(&fill(any(forms, rng), names, rng))
}

fn fill(form: &str, names: Names<'_>, rng: &mut Pcg32) -> String {
    let mut said = form.to_owned();
    for (slot, verbs) in VERBS {
        if said.contains(slot) {
            said = said.replace(slot, any(verbs, rng));
        }
    }
    for (slot, name) in [
        ("{what}", names.what),
        ("{place}", names.place),
        ("{other}", names.other),
    ] {
        if said.contains(slot) {
            let name = if name == IT { IT.to_owned() } else { the(name) };
            said = said.replace(slot, &name);
        }
    }
    for (slot, name) in [
        ("{who}", names.who),
        ("{one}", names.one),
        ("{to}", names.to),
        ("{time}", names.time),
    ] {
        said = said.replace(slot, name);
    }
    said
}
