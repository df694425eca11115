//! Words that hold sentences together, and never name anything.

use std::sync::LazyLock;

/// Whether a word (in lower case) belongs to the closed classes of English: pronouns, auxiliaries,
/// prepositions, conjunctions, question words, numbers, adverbs of time and place, parts of the day
/// and the week.
pub fn is_function_word(key: &str) -> bool {
    static SORTED: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut words: Vec<&str> = FUNCTION_WORDS.split_ascii_whitespace().collect();
        words.sort_unstable();
        words
    });
    SORTED.binary_search(&key).is_ok()
}

/// Whether a word (in lower case) tells whose the thing is that the `next` word begins to name. "Her"
/// may stand for a person, too, who is given what then has an article: "gave her the milk".
pub(super) fn is_possessive(key: &str, next: Option<&str>) -> bool {
    match key {
        "my" | "your" | "his" | "its" | "our" | "their" | "her" => {
            next.is_some_and(|next| !is_function_word(next))
        }
        _ => false,
    }
}

/// The pronoun (in lower case) of the first or the second person of which a word is a form.
pub(super) fn person(key: &str) -> Option<&'static str> {
    match key {
        "i" | "me" => Some("i"),
        "we" | "us" => Some("we"),
        "you" => Some("you"),
        _ => None,
    }
}

/// Whether a word (in lower case) names a day of the week, which English writes with a capital like
/// a name.
pub(super) fn is_weekday(key: &str) -> bool {
    key.strip_suffix("day").is_some_and(|stem| {
        matches!(
            stem,
            "mon" | "tues" | "wednes" | "thurs" | "fri" | "satur" | "sun"
        )
    })
}

/// Whether a word (in lower case) joins the parts of a name without a capital of its own: "Rio de
/// Janeiro", "Vincent van Gogh".
pub(super) fn is_name_particle(key: &str) -> bool {
    matches!(
        key,
        "de" | "del"
            | "della"
            | "da"
            | "di"
            | "du"
            | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "al"
            | "el"
    )
}

/// Whether a word is an article, which says only that a noun follows.
pub fn is_article(key: &str) -> bool {
    matches!(key, "a" | "an" | "the")
}

const FUNCTION_WORDS: &str = "
    a an the this that these those there here
    i you he she it we they me him her us them my your his its our their yours hers ours
    theirs myself yourself himself herself itself ourselves themselves
    who whom whose what which where when why how
    am is are was were be been being do does did done have has had having will would shall should
    can could may might must
    not n't no yes maybe never ever nothing none nobody nowhere unknown something anything somebody
    and or but nor so yet either neither both if then than because while as although
    of to in on at by for from with without into onto out off up down over under above below behind
    beside between among through across along around near inside outside before after since until
    during toward towards past against about beyond upon within
    left right north south east west top bottom front back
    one two three four five six seven eight nine ten
    all any each every some few many much more most less least other another same such own
    again back away once twice also too very just only even still already soon now later today
    yesterday tomorrow tonight afterwards afterward finally first next last meanwhile suddenly
    eventually shortly quickly slowly immediately recently earlier previously subsequently
    morning noon afternoon evening night midnight day week month year end beginning
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
    going following everybody everyone together instead however therefore perhaps
    's
";
