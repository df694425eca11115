//! The forms of English verbs.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "stroll".
    Base,
    /// "strolls".
    Third,
    /// "strolled".
    Past,
    /// "has strolled", "was taken".
    Participle,
    /// "strolling".
    Progressive,
}

impl Form {
    pub(super) const ALL: [Self; 5] = [
        Self::Past,
        Self::Base,
        Self::Participle,
        Self::Progressive,
        Self::Third,
    ];

    /// How this form of a verb is spelled: in one way, or, where spelling doesn't tell whether the
    /// last letter is doubled, in either.
    pub(super) fn of(self, base: &str) -> Vec<String> {
        let irregular = irregular().get(base);
        match self {
            Self::Base => vec![base.to_owned()],
            Self::Third => vec![third(base)],
            Self::Progressive => {
                let stem = base.strip_suffix('e').filter(|stem| !stem.ends_with('e'));
                spelled(base, stem.unwrap_or(base), "ing")
            }
            Self::Past | Self::Participle => match (irregular, self) {
                (Some((past, _)), Self::Past) => vec![(*past).to_owned()],
                (Some((_, participle)), _) => vec![(*participle).to_owned()],
                (None, _) => past(base),
            },
        }
    }
}

/// Every form of a verb, and some that it doesn't have, each once.
pub(super) fn forms(base: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for form in Form::ALL.into_iter().flat_map(|form| form.of(base)) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// The verbs of which a word may be a form, itself included; many of them are none.
pub(super) fn bases(word: &str) -> Vec<String> {
    if let Some(base) = irregular_base(word) {
        return vec![base.to_owned()];
    }
    let mut bases = Vec::new();
    let mut push = |base: String| {
        if base.chars().count() >= 2 && !bases.contains(&base) {
            bases.push(base);
        }
    };
    for ending in ["ied", "ies"] {
        if let Some(stem) = word.strip_suffix(ending) {
            push(format!("{stem}y"));
        }
    }
    for ending in ["ed", "ing"] {
        if let Some(stem) = word.strip_suffix(ending) {
            push(format!("{stem}e"));
            push(stem.to_owned());
            if let Some(single) = undoubled(stem) {
                push(single.to_owned());
            }
        }
    }
    for ending in ["s", "es"] {
        if let Some(stem) = word.strip_suffix(ending) {
            push(stem.to_owned());
        }
    }
    push(word.to_owned());
    bases
}

/// Whether a word looks like a past tense: by its ending, or because it is an irregular one.
pub(super) fn looks_past(word: &str) -> bool {
    word.len() >= 5 && word.ends_with("ed") || irregular_base(word).is_some()
}

fn third(base: &str) -> String {
    match y_stem(base) {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "sh", "ch", "x", "z", "o"]
            .iter()
            .any(|end| base.ends_with(end)) =>
        {
            format!("{base}es")
        }
        None => format!("{base}s"),
    }
}

fn past(base: &str) -> Vec<String> {
    match (y_stem(base), base.strip_suffix('e')) {
        (Some(stem), _) => vec![format!("{stem}ied")],
        (None, Some(stem)) => vec![format!("{stem}ed")],
        (None, None) => spelled(base, base, "ed"),
    }
}

/// A stem with its ending, and with its last letter doubled where it is the verb's own.
fn spelled(base: &str, stem: &str, ending: &str) -> Vec<String> {
    let mut spellings = vec![format!("{stem}{ending}")];
    let last = base.chars().next_back().filter(|last| !is_vowel(*last));
    spellings.extend(last.map(|last| format!("{stem}{last}{ending}")));
    spellings
}

/// What stands before a "y" that becomes an "i".
fn y_stem(base: &str) -> Option<&str> {
    base.strip_suffix('y')
        .filter(|stem| !stem.ends_with(is_vowel))
}

/// The stem without the last of two equal letters.
fn undoubled(stem: &str) -> Option<&str> {
    let mut letters = stem.chars().rev();
    let last = letters.next()?;
    (letters.next() == Some(last)).then(|| &stem[..stem.len() - last.len_utf8()])
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// The verb of which a word is an irregular past tense or participle.
fn irregular_base(word: &str) -> Option<&'static str> {
    static BASES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let forms = irregular()
            .iter()
            .flat_map(|(&base, &(past, participle))| [(past, base), (participle, base)]);
        forms.collect()
    });
    BASES.get(word).copied()
}

/// The past tense and the participle of each irregular verb.
fn irregular() -> &'static HashMap<&'static str, (&'static str, &'static str)> {
    static VERBS: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
        let verbs = IRREGULAR.split(',').filter_map(|verb| {
            let mut forms = verb.split_ascii_whitespace();
            let (base, past) = (forms.next()?, forms.next()?);
            Some((base, (past, forms.next().unwrap_or(past))))
        });
        verbs.collect()
    });
    &VERBS
}

/// Each verb with its past tense and, where it is another one, its participle.
const IRREGULAR: &str = "
    bear bore borne, beat beat beaten, become became become, begin began begun, bind bound,
    bite bit bitten, blow blew blown, break broke broken, bring brought, build built, buy bought,
    catch caught, choose chose chosen, cling clung, come came come, creep crept, cut cut,
    deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten,
    fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fling flung,
    fly flew flown, forget forgot forgotten, forgive forgave forgiven, get got gotten,
    give gave given, go went gone, grow grew grown, hang hung, have had, hear heard,
    hide hid hidden, hit hit, hold held, hurt hurt, keep kept, know knew known, lay laid, lead led,
    leap leapt, leave left, lend lent, let let, lose lost, make made, meet met, pay paid, put put,
    read read, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said,
    see saw seen, seek sought, sell sold, send sent, set set, shake shook shaken, shed shed,
    shoot shot, show showed shown, shut shut, sing sang sung, sink sank sunk, sit sat, sleep slept,
    slide slid, sling slung, speak spoke spoken, spend spent, spin spun, spring sprang sprung,
    stand stood, steal stole stolen, stick stuck, sting stung, strike struck, swear swore sworn,
    sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
    tell told, think thought, throw threw thrown, understand understood, wake woke woken,
    wear wore worn, win won, wind wound, withdraw withdrew withdrawn, write wrote written
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_leads_back_to_its_verb() {
        for verb in [
            "stroll", "hurry", "drop", "chase", "flee", "give", "march", "go", "see", "travel",
        ] {
            for form in forms(verb) {
                let found = bases(&form).contains(&verb.to_owned());
                assert!(found, "{form} is a form of {verb}");
            }
        }
        assert!(bases("").is_empty() && bases("ed").contains(&"ed".to_owned()));
    }

    #[test]
    fn forms_are_spelled_as_english_spells_them() {
        for (form, verb, spelled) in [
            (Form::Past, "stroll", "strolled"),
            (Form::Past, "hurry", "hurried"),
            (Form::Past, "grab", "grabbed"),
            (Form::Past, "creep", "crept"),
            (Form::Participle, "give", "given"),
            (Form::Participle, "toss", "tossed"),
            (Form::Third, "carry", "carries"),
            (Form::Third, "pass", "passes"),
            (Form::Progressive, "chase", "chasing"),
            (Form::Progressive, "flee", "fleeing"),
        ] {
            assert!(form.of(verb).contains(&spelled.to_owned()), "{spelled}");
        }
    }
}
