//! The catalogue of the 20 bAbI tasks, with an example of each.

use crate::locale::Texts;

/// A kind of question that a reader of stories should be able to answer.
///
/// Numbers are those of Weston et al. 2015 (§3 and table 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// The number of the task, from 1 to 20.
    pub number: u8,
    /// A story with a question of this task.
    pub example: Example,
}

/// A story with a question, made up for this catalogue from the words of the task's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The statements, one to a line.
    pub story: &'static str,
    /// The question.
    pub question: &'static str,
    /// The right answer in the spelling of the data: lists and paths are joined by commas.
    pub answer: &'static str,
}

impl Task {
    /// The name of the task.
    pub fn name(&self, texts: &Texts) -> &'static str {
        self.text(&texts.tasks.names)
    }

    /// What the task tests, in one sentence.
    pub fn description(&self, texts: &Texts) -> &'static str {
        self.text(&texts.tasks.descriptions)
    }

    fn text(&self, texts: &[&'static str]) -> &'static str {
        let place = usize::from(self.number).checked_sub(1);
        place
            .and_then(|place| texts.get(place))
            .copied()
            .unwrap_or_default()
    }
}

/// The 20 tasks in order.
pub static TASKS: [Task; 20] = [
    Task {
        number: 1,
        example: Example {
            story: "\
Mary moved to the kitchen.
John went to the garden.
Mary journeyed to the office.
Sandra travelled to the bedroom.",
            question: "Where is Mary?",
            answer: "office",
        },
    },
    Task {
        number: 2,
        example: Example {
            story: "\
John went to the hallway.
Sandra journeyed to the kitchen.
Sandra picked up the milk there.
Mary went back to the bathroom.
Sandra moved to the garden.
John travelled to the office.
Sandra left the milk.
Sandra went to the bedroom.",
            question: "Where is the milk?",
            answer: "garden",
        },
    },
    Task {
        number: 3,
        example: Example {
            story: "\
Daniel moved to the office.
Daniel took the football.
Mary went to the kitchen.
Daniel went to the hallway.
Daniel travelled to the garden.
Mary moved to the bedroom.
Daniel dropped the football there.
Daniel journeyed to the bathroom.",
            question: "Where was the football before the garden?",
            answer: "hallway",
        },
    },
    Task {
        number: 4,
        example: Example {
            story: "\
The bedroom is north of the kitchen.
The garden is south of the kitchen.",
            question: "What is south of the kitchen?",
            answer: "garden",
        },
    },
    Task {
        number: 5,
        example: Example {
            story: "\
Fred picked up the milk there.
Fred travelled to the garden.
Fred gave the milk to Mary.
Jeff went back to the bathroom.
Mary passed the milk to Bill.
Bill left the milk.",
            question: "Who gave the milk to Bill?",
            answer: "Mary",
        },
    },
    Task {
        number: 6,
        example: Example {
            story: "\
Sandra got the football there.
Daniel moved to the kitchen.
Sandra went to the hallway.
Sandra dropped the football.
John journeyed to the kitchen.
Sandra travelled to the garden.",
            question: "Is Sandra in the hallway?",
            answer: "no",
        },
    },
    Task {
        number: 7,
        example: Example {
            story: "\
Mary moved to the garden.
Mary grabbed the apple there.
John travelled to the garden.
Mary took the football there.
Mary handed the apple to John.
John went to the office.",
            question: "How many objects is Mary carrying?",
            answer: "one",
        },
    },
    Task {
        number: 8,
        example: Example {
            story: "\
Daniel went to the bedroom.
Daniel picked up the milk there.
Sandra moved to the office.
Daniel got the football there.",
            question: "What is Daniel carrying?",
            answer: "milk,football",
        },
    },
    Task {
        number: 9,
        example: Example {
            story: "\
John is in the bedroom.
Sandra travelled to the kitchen.
John is no longer in the bedroom.
Mary is in the office.",
            question: "Is John in the bedroom?",
            answer: "no",
        },
    },
    Task {
        number: 10,
        example: Example {
            story: "\
Fred moved to the cinema.
Julie is either in the park or the school.
Mary went to the kitchen.
Bill is in the office.",
            question: "Is Julie in the park?",
            answer: "maybe",
        },
    },
    Task {
        number: 11,
        example: Example {
            story: "\
Mary moved to the kitchen.
After that she travelled to the garden.
John went to the office.
Then he journeyed to the hallway.",
            question: "Where is Mary?",
            answer: "garden",
        },
    },
    Task {
        number: 12,
        example: Example {
            story: "\
Mary and John travelled to the office.
Daniel and Sandra went to the garden.
John and Sandra moved to the kitchen.
Daniel and Mary journeyed to the bedroom.",
            question: "Where is John?",
            answer: "kitchen",
        },
    },
    Task {
        number: 13,
        example: Example {
            story: "\
Daniel and Sandra journeyed to the office.
Then they went to the garden.
Mary and John moved to the kitchen.
After that they travelled to the hallway.",
            question: "Where is Sandra?",
            answer: "garden",
        },
    },
    Task {
        number: 14,
        example: Example {
            story: "\
This afternoon Julie travelled to the cinema.
Bill journeyed to the office yesterday.
Yesterday Julie went to the park.
Julie moved to the school this morning.",
            question: "Where was Julie before the cinema?",
            answer: "school",
        },
    },
    Task {
        number: 15,
        example: Example {
            story: "\
Wolves are afraid of mice.
Sheep are afraid of wolves.
Winona is a sheep.
Cats are afraid of sheep.
Jessica is a wolf.
Emily is a cat.
Mice are afraid of cats.
Gertrude is a sheep.",
            question: "What is Emily afraid of?",
            answer: "sheep",
        },
    },
    Task {
        number: 16,
        example: Example {
            story: "\
Lily is a swan.
Brian is a frog.
Lily is gray.
Julius is a lion.
Brian is yellow.
Greg is a rhino.
Julius is white.
Greg is green.
Bernhard is a frog.",
            question: "What color is Bernhard?",
            answer: "yellow",
        },
    },
    Task {
        number: 17,
        example: Example {
            story: "\
The red sphere is below the yellow square.
The yellow square is to the left of the triangle.",
            question: "Is the red sphere to the left of the triangle?",
            answer: "yes",
        },
    },
    Task {
        number: 18,
        example: Example {
            story: "\
The chocolate fits inside the box.
The chest fits inside the container.
The suitcase is bigger than the chocolate.
The container is bigger than the box.
The box fits inside the chest.",
            question: "Does the chocolate fit in the chest?",
            answer: "yes",
        },
    },
    Task {
        number: 19,
        example: Example {
            story: "\
The office is north of the kitchen.
The bathroom is west of the bedroom.
The garden is west of the office.
The hallway is south of the bathroom.
The bedroom is south of the kitchen.",
            question: "How do you go from the kitchen to the garden?",
            answer: "n,w",
        },
    },
    Task {
        number: 20,
        example: Example {
            story: "\
Yann is thirsty.
Sumit is tired.
Yann travelled to the kitchen.
Yann took the milk there.
Sumit moved to the bedroom.",
            question: "Why did Sumit go to the bedroom?",
            answer: "tired",
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    const PEOPLE: &str = "mary john daniel sandra";
    const TOWNSPEOPLE: &str = "bill fred julie mary";
    const MOVING: &str = "went moved journeyed travelled back to the";
    const ROOMS: &str = "bathroom bedroom garden hallway kitchen office";
    const TOWN: &str = "bedroom kitchen office cinema park school";
    const HANDLING: &str = "got grabbed picked up took discarded dropped left put down there the \
                            apple football milk";
    const GIVING: &str = "gave handed passed to";
    const SEQUEL: &str = "after that afterwards following then";
    const COMPASS: &str = "north south east west of the is";

    /// The words that occur in the statements, questions and answers of each task's data, on which
    /// the shipped networks are trained.
    const WORDS: [&[&str]; 20] = [
        &[PEOPLE, MOVING, ROOMS, "where is"],
        &[PEOPLE, MOVING, ROOMS, HANDLING, "where is"],
        &[PEOPLE, MOVING, ROOMS, HANDLING, "where was before"],
        &[ROOMS, COMPASS, "what"],
        &[
            "bill fred jeff mary",
            MOVING,
            ROOMS,
            HANDLING,
            GIVING,
            "who what did give received",
        ],
        &[PEOPLE, MOVING, ROOMS, HANDLING, "is in yes no"],
        &[
            PEOPLE,
            MOVING,
            ROOMS,
            HANDLING,
            GIVING,
            "how many objects is carrying none one two three",
        ],
        &[PEOPLE, MOVING, ROOMS, HANDLING, "what is carrying nothing"],
        &[PEOPLE, MOVING, ROOMS, "is in no longer not yes"],
        &[TOWNSPEOPLE, MOVING, TOWN, "is in either or yes no maybe"],
        &[PEOPLE, MOVING, ROOMS, SEQUEL, "he she where is"],
        &[PEOPLE, MOVING, ROOMS, "and where is"],
        &[PEOPLE, MOVING, ROOMS, SEQUEL, "and they where is"],
        &[
            TOWNSPEOPLE,
            MOVING,
            TOWN,
            "yesterday this morning afternoon evening where was before",
        ],
        &[
            "emily gertrude jessica winona is a are afraid of what",
            "cat cats mouse mice sheep wolf wolves",
        ],
        &[
            "bernhard brian greg julius lily is a what color",
            "frog lion rhino swan gray green white yellow",
        ],
        &[
            "the red blue pink yellow sphere square rectangle triangle",
            "is to left right of above below yes no",
        ],
        &[
            "the box chest chocolate chocolates container suitcase",
            "of is bigger than does fit fits in inside yes no",
        ],
        &[ROOMS, COMPASS, "how do you go from to n s e w"],
        &[
            "antoine jason sumit yann is bored hungry thirsty tired where will why did go get",
            "bedroom garden kitchen got grabbed picked up took there apple football milk pajamas",
            MOVING,
        ],
    ];

    #[test]
    fn the_tasks_are_numbered_from_1_to_20() {
        let numbers: Vec<u8> = TASKS.iter().map(|task| task.number).collect();
        assert_eq!(numbers, (1..=20).collect::<Vec<u8>>());
    }

    #[test]
    fn examples_use_only_words_of_their_tasks_data() {
        for (task, known) in TASKS.iter().zip(WORDS) {
            let Example {
                story,
                question,
                answer,
            } = task.example;
            let known: Vec<&str> = known
                .iter()
                .flat_map(|list| list.split_whitespace())
                .collect();
            for word in [story, question, answer].into_iter().flat_map(text::words) {
                assert!(
                    known.contains(&word.key.as_str()),
                    "{} in task {}",
                    word.key,
                    task.number
                );
            }
        }
    }
}
