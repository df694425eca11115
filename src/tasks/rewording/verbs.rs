//! Other verbs for what people do in the original data.

use rand::RngExt as _;
use rand_pcg::Pcg64;

use super::super::babi::Story;
use super::{changed, reworded};

/// What people do.
struct Action {
    /// How the original data says so; what has several words stands with `_`.
    past: &'static str,
    base: &'static str,
    /// Other verbs for it: base and past tense.
    others: &'static [(&'static str, &'static str)],
}

const ACTIONS: [Action; 4] = [
    Action {
        past: "went moved travelled journeyed",
        base: "go",
        others: &[
            ("stroll", "strolled"),
            ("wander", "wandered"),
            ("saunter", "sauntered"),
            ("hike", "hiked"),
            ("amble", "ambled"),
            ("jog", "jogged"),
            ("trek", "trekked"),
        ],
    },
    Action {
        past: "got took grabbed picked_up received",
        base: "get",
        others: &[
            ("seize", "seized"),
            ("fetch", "fetched"),
            ("snatch", "snatched"),
            ("obtain", "obtained"),
            ("acquire", "acquired"),
            ("haul", "hauled"),
        ],
    },
    Action {
        past: "dropped discarded left put_down",
        base: "",
        others: &[
            ("release", "released"),
            ("dump", "dumped"),
            ("ditch", "ditched"),
            ("abandon", "abandoned"),
            ("relinquish", "relinquished"),
        ],
    },
    Action {
        past: "gave handed passed",
        base: "give",
        others: &[
            ("offer", "offered"),
            ("present", "presented"),
            ("deliver", "delivered"),
            ("donate", "donated"),
        ],
    },
];

/// The story with other verbs, each drawn by chance.
pub(super) fn paraphrased(story: &Story, random: &mut Pcg64) -> Story {
    let paraphrase = |text: &str| {
        reworded(text, |words, before| {
            // "To the left of" something nobody leaves anything.
            if before == Some("the") {
                return None;
            }
            ACTIONS.iter().find_map(|action| {
                let mut pasts = action.past.split_ascii_whitespace();
                let past = pasts.find_map(|verb| begins(words, verb));
                let count = past.or_else(|| begins(words, action.base))?;
                let (base, tense) = action.others[random.random_range(0..action.others.len())];
                let verb = if past.is_some() { tense } else { base };
                Some((count, verb.to_owned()))
            })
        })
    };
    changed(story, paraphrase, str::to_owned)
}

/// How many words a verb has, if these begin with it.
fn begins(words: &[&str], verb: &str) -> Option<usize> {
    let parts: Vec<&str> = verb.split('_').collect();
    words.starts_with(&parts).then_some(parts.len())
}

#[cfg(test)]
pub(super) fn reserved() -> impl Iterator<Item = &'static str> {
    let others = ACTIONS.iter().flat_map(|action| action.others);
    others.flat_map(|&(base, past)| [base, past])
}
