//! What verbs and states mean, in groups of common words.
//!
//! The vector of a rare word is compared with those of the common words here. None of them has to
//! be known to a network, so that a network that knows "got" is helped by "bought", too; and those
//! that mean something else keep rare words of that kind from being read as what they don't mean.

use super::clause::Frame;

/// Verbs of one meaning.
#[derive(Debug)]
pub(super) struct Meaning {
    /// The verbs, the plainest first.
    pub(super) verbs: &'static str,
    /// What stands after them.
    pub(super) frames: &'static [Frame],
}

/// Verbs of which each may be read as any other one of its group.
pub(super) const MEANINGS: &[Meaning] = &[
    Meaning {
        verbs: "go walk run move travel journey rush head come return cycle march dash step slip \
            arrive drive ride fly sail race hurry proceed swim climb crawl creep hop skip drift \
            roam retreat advance depart venture migrate sprint",
        frames: &[Frame::Direction],
    },
    Meaning {
        verbs: "enter visit reach approach",
        frames: &[Frame::Object],
    },
    Meaning {
        verbs: "get take grab pick lift catch scoop gather find collect retrieve steal capture buy \
            purchase gain claim receive accept secure clutch pocket bag win borrow",
        frames: &[Frame::Object, Frame::Source],
    },
    Meaning {
        verbs: "drop discard leave throw lay place toss deposit lose dispose lower surrender reject \
            forfeit shed set put",
        frames: &[Frame::Object],
    },
    Meaning {
        verbs: "give hand pass lend sell grant award supply provide send pay loan contribute \
            transfer",
        frames: &[Frame::Object, Frame::Recipient],
    },
    Meaning {
        verbs: "bring carry take transport",
        frames: &[Frame::Recipient],
    },
    Meaning {
        verbs: "have hold own keep possess",
        frames: &[Frame::Object],
    },
    Meaning {
        verbs: "look see watch notice admire examine inspect observe",
        frames: &[Frame::Object, Frame::Beside],
    },
    Meaning {
        verbs: "talk say tell ask speak discuss mention describe explain announce",
        frames: &[
            Frame::Object,
            Frame::Beside,
            Frame::Direction,
            Frame::Recipient,
        ],
    },
    Meaning {
        verbs: "fear dread",
        frames: &[Frame::Object],
    },
];

/// Verbs that are alike and yet don't mean the same: what is nearest to them is read as nothing.
pub(super) const OTHERS: &[&str] = &[
    "like love hate want need know think believe remember forget enjoy hope",
    "eat drink cook clean wash paint build make write read play sing dance work break open close \
     fix burn kill help teach use",
    "sleep sit stand wait live stay smile laugh cry die fall rest lie",
    "start begin stop try continue finish end",
    "kick hit push kiss hug kill attack fight",
    "scare frighten surprise worry",
];

/// States, each with words for it, the plainest first.
pub(super) const STATES: &[&str] = &[
    "tired exhausted sleepy weary",
    "hungry starving",
    "thirsty",
    "bored",
    "sick ill",
    "scared afraid frightened",
    "curious",
    "dirty filthy",
];

/// Words for other states and for qualities.
pub(super) const OTHER_STATES: &[&str] = &[
    "happy glad",
    "angry mad",
    "sad",
    "old young",
    "big small tall",
    "hot cold",
    "red green white yellow",
    "rich poor",
    "clean",
    "busy",
    "lonely",
    "proud",
    "late early",
];
