//! Stories that show something which no task is about.

use super::Example;

/// The stories, in the order of the gallery.
pub static STORIES: [Example; 8] = [
    ORDER,
    WORD_ORDER,
    DISTRACTORS,
    TOLD_TWICE,
    UNTOLD,
    NEW_NAMES,
    TWO_OWNERS,
    LONG,
];

/// Ten sentences about everybody but Mary, and no word of the office.
macro_rules! walks {
    () => {
        "\
John went to the garden.
Sandra went to the kitchen.
Daniel went to the bathroom.
John went to the bedroom.
Sandra went to the hallway.
Daniel went to the garden.
John went to the kitchen.
Sandra went to the bedroom.
Daniel went to the hallway.
Sandra went to the garden."
    };
}

/// A sentence that makes the rest of a story true comes last, or does not.
pub const ORDER: Example = Example {
    story: "\
Mary got the milk there.
Mary went to the office.
Mary put down the milk.
Mary went to the garden.",
    question: "Where is the milk?",
    answer: "office",
};

/// The same words, in another order, say something else.
pub const WORD_ORDER: Example = Example {
    story: "\
The office is north of the kitchen.
The kitchen is north of the garden.",
    question: "What is north of the kitchen?",
    answer: "office",
};

/// One sentence among many that are about others.
pub const DISTRACTORS: Example = Example {
    story: "\
John went to the hallway.
Sandra moved to the kitchen.
Daniel travelled to the garden.
Mary journeyed to the bathroom.
Sandra went to the bedroom.
John moved to the office.
Daniel went back to the kitchen.
Sandra travelled to the garden.
John journeyed to the bedroom.
Daniel moved to the hallway.",
    question: "Where is Mary?",
    answer: "bathroom",
};

/// Two sentences say the same, so neither alone is needed.
pub const TOLD_TWICE: Example = Example {
    story: "\
Mary went to the office.
John went to the kitchen.
Mary went to the office.",
    question: "Where is Mary?",
    answer: "office",
};

/// The question is about somebody of whom nothing is told.
pub const UNTOLD: Example = Example {
    story: "\
Mary went to the office.
John went to the kitchen.
Sandra went to the garden.",
    question: "Where is Daniel?",
    answer: super::UNKNOWN,
};

/// Names and places that occur in no training.
pub const NEW_NAMES: Example = Example {
    story: "\
Zorblax went to the observatory.
Priya got the accordion there.
Priya went to the cellar.",
    question: "Where is the accordion?",
    answer: "cellar",
};

/// A thing that changes hands before its owners part.
pub const TWO_OWNERS: Example = Example {
    story: "\
John took the football.
John gave the football to Mary.
Mary went to the office.
John went to the kitchen.",
    question: "Where is the football?",
    answer: "office",
};

/// Sixty-one sentences. The first one holds the answer.
pub const LONG: Example = Example {
    story: concat!(
        "Mary went to the office.\n",
        walks!(),
        "\n",
        walks!(),
        "\n",
        walks!(),
        "\n",
        walks!(),
        "\n",
        walks!(),
        "\n",
        walks!(),
    ),
    question: "Where is Mary?",
    answer: "office",
};
