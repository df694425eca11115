//! Reads the stories of the tasks about people as a person would, from their words alone, and
//! answers from what it then knows.

use std::collections::BTreeMap;

use super::forms::{Slots, bare, everybody, is_person, name, slots};

/// Times in their order, as far as they are told in one story.
const TIMES: [&str; 25] = [
    "last year",
    "last month",
    "last week",
    "yesterday",
    "today",
    "this morning",
    "in the morning",
    "at noon",
    "this afternoon",
    "in the afternoon",
    "this evening",
    "in the evening",
    "tonight",
    "at night",
    "on monday",
    "on tuesday",
    "on wednesday",
    "on thursday",
    "on friday",
    "on saturday",
    "on sunday",
    "in spring",
    "in summer",
    "in autumn",
    "in winter",
];

const AT_THE_TIME: &[(&str, Meaning)] = &[
    ("{who} was in {place}", Meaning::Is),
    ("{who} was at {place}", Meaning::Is),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Go,
    /// `{with}` is a thing or are people.
    GoWith,
    Take,
    Leave,
    Give,
    Is,
    IsNot,
    Either,
    Nothing,
}

/// Read first in task 9, where people leave places, not things.
const LEAVING: &[(&str, Meaning)] = &[
    ("{who} has left {place}", Meaning::IsNot),
    ("{who} left {place}", Meaning::IsNot),
    ("{who} went out of {place}", Meaning::IsNot),
];

const STATEMENTS: &[(&str, Meaning)] = &[
    ("Either {who} is in {place} or in {other}", Meaning::Either),
    ("{who} is either in {place} or in {other}", Meaning::Either),
    ("{who} is either in {place} or {other}", Meaning::Either),
    ("{who} must be in {place} or in {other}", Meaning::Either),
    ("{who} is in {place} or {other}", Meaning::Either),
    ("{who} GO either {place} or {other}", Meaning::Either),
    ("{who} is no longer in {place}", Meaning::IsNot),
    ("{who} is not in {place}", Meaning::IsNot),
    ("{who} isn't in {place}", Meaning::IsNot),
    ("{who} isn't at {place}", Meaning::IsNot),
    ("{who} is now in {place}", Meaning::Is),
    ("{who} is in {place}", Meaning::Is),
    ("{who} is at {place}", Meaning::Is),
    ("{who} can be found in {place}", Meaning::Is),
    ("{who}'s in {place}", Meaning::Is),
    ("{who} are in {place}", Meaning::Is),
    ("{who} are at {place}", Meaning::Is),
    ("{who} lives in {place}", Meaning::Is),
    ("{who} is staying in {place}", Meaning::Is),
    ("{who} is waiting in {place}", Meaning::Is),
    ("{who} is sitting in {place}", Meaning::Is),
    ("With {with}, {who} GO {place}", Meaning::GoWith),
    ("{who} GO {place} together with {with}", Meaning::GoWith),
    ("{who} GO {place} with {with}", Meaning::GoWith),
    ("{who} GO {place}", Meaning::Go),
    ("{what} is on {place}", Meaning::Is),
    ("{what} is under {place}", Meaning::Is),
    ("{what} lies in {place}", Meaning::Is),
    ("In {place}, {who} TAKE {what}", Meaning::Take),
    ("{who} TAKE {what} in {place}", Meaning::Take),
    ("{who} TAKE {what} at {place}", Meaning::Take),
    ("In {place}, {who} GIVE {what} to {to}", Meaning::Give),
    ("{who} GIVE {what} to {to} in {place}", Meaning::Give),
    ("{who} gave {pair} in {place}", Meaning::Give),
    ("{what} was LEFT in {place} by {who}", Meaning::Leave),
    ("{who} has LEFT {what} in {place}", Meaning::Leave),
    ("{who} put {what} in {place}", Meaning::Leave),
    ("{who} put {what} on {place}", Meaning::Leave),
    ("{who} put {what} under {place}", Meaning::Leave),
    ("{who} hid {what} in {place}", Meaning::Leave),
    ("{who} LEAVE {what} in {place}", Meaning::Leave),
    ("{who} LEAVE {what} at {place}", Meaning::Leave),
    ("{who} took {with} to {place}", Meaning::GoWith),
    ("{who} brought {with} to {place}", Meaning::GoWith),
    ("{who} carried {with} to {place}", Meaning::GoWith),
    ("{what} was GIVEN to {to} by {who}", Meaning::Give),
    ("{to} was GIVEN {what} by {who}", Meaning::Give),
    ("{to} received {what} from {who}", Meaning::Give),
    ("{to} got {what} from {who}", Meaning::Give),
    ("{to} took {what} from {who}", Meaning::Give),
    ("{who} GIVE {what} to {to}", Meaning::Give),
    ("{who} gave {pair}", Meaning::Give),
    ("{who} handed {pair}", Meaning::Give),
    ("{who} TAKE {what} and {more}", Meaning::Take),
    ("{who} has TAKEN {what} and {more}", Meaning::Take),
    ("{who} has {what} and {more}", Meaning::Take),
    ("{who} is carrying {what} and {more}", Meaning::Take),
    ("{what} was TAKEN by {who}", Meaning::Take),
    ("{who} has TAKEN {what}", Meaning::Take),
    ("{who} now has {what}", Meaning::Take),
    ("{who} picked {what} up", Meaning::Take),
    ("{who} TAKE {what}", Meaning::Take),
    ("{who} is carrying {what}", Meaning::Take),
    ("{who} is holding {what}", Meaning::Take),
    ("{what} was LEFT there by {who}", Meaning::Leave),
    ("{who} has LEFT {what}", Meaning::Leave),
    ("{who} has got {what}", Meaning::Take),
    ("{who} has {what}", Meaning::Take),
    ("{who} had {what}", Meaning::Take),
    ("{who} put {what} down", Meaning::Leave),
    ("{who} LEAVE {what}", Meaning::Leave),
    ("{who} looked at {what}", Meaning::Nothing),
    ("{who} talked about {what}", Meaning::Nothing),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Where,
    Before,
    IsThere,
    HowMany,
    WhatHas,
    WhoHas,
    WhatGaveTo,
    WhoGave,
    WhoReceived,
    WhoIsIn,
    WhatIsIn,
    HasThing,
    WhoTook,
    WhatTook,
    WhoLeft,
    WhatLeft,
    WhereLeft,
}

const QUESTIONS: &[(&str, Asked)] = &[
    ("How many objects is {who} carrying", Asked::HowMany),
    ("How many things is {who} carrying", Asked::HowMany),
    ("How many things does {who} have", Asked::HowMany),
    ("How many things is {who} holding now", Asked::HowMany),
    ("How many objects does {who} hold", Asked::HowMany),
    ("How many things has {who} got", Asked::HowMany),
    ("What is {who} carrying", Asked::WhatHas),
    ("What's {who} carrying", Asked::WhatHas),
    ("What is {who} holding now", Asked::WhatHas),
    ("What does {who} hold", Asked::WhatHas),
    ("What does {who} have", Asked::WhatHas),
    ("What has {who} got", Asked::WhatHas),
    ("Which things does {who} have", Asked::WhatHas),
    ("Does {who} have {what}", Asked::HasThing),
    ("Has {who} got {what}", Asked::HasThing),
    ("Is {who} carrying {what}", Asked::HasThing),
    ("Is {who} holding {what}", Asked::HasThing),
    ("Who is in {place} now", Asked::WhoIsIn),
    ("Who is in {place}", Asked::WhoIsIn),
    ("Who's in {place}", Asked::WhoIsIn),
    ("Who is at {place}", Asked::WhoIsIn),
    ("Who can be found in {place}", Asked::WhoIsIn),
    ("What is in {place}", Asked::WhatIsIn),
    ("What's in {place}", Asked::WhatIsIn),
    ("What is at {place}", Asked::WhatIsIn),
    ("What can be found in {place}", Asked::WhatIsIn),
    ("Which things are in {place}", Asked::WhatIsIn),
    ("Where did {who} leave {what}", Asked::WhereLeft),
    ("Where did {who} drop {what}", Asked::WhereLeft),
    ("Where did {who} put {what}", Asked::WhereLeft),
    ("Where did {who} hide {what}", Asked::WhereLeft),
    ("What did {who} take", Asked::WhatTook),
    ("What did {who} pick up", Asked::WhatTook),
    ("What did {who} get", Asked::WhatTook),
    ("What did {who} find", Asked::WhatTook),
    ("What did {who} drop", Asked::WhatLeft),
    ("What did {who} leave", Asked::WhatLeft),
    ("What did {who} put down", Asked::WhatLeft),
    ("Who has {what}", Asked::WhoHas),
    ("Who's got {what}", Asked::WhoHas),
    ("Who is carrying {what}", Asked::WhoHas),
    ("Who is holding {what} now", Asked::WhoHas),
    ("Who holds {what}", Asked::WhoHas),
    ("What did {who} give to {to}", Asked::WhatGaveTo),
    ("What did {who} give {to}", Asked::WhatGaveTo),
    ("What did {to} get from {who}", Asked::WhatGaveTo),
    ("What was {to} given by {who}", Asked::WhatGaveTo),
    ("Who gave {what} to {to}", Asked::WhoGave),
    ("Who handed {what} to {to}", Asked::WhoGave),
    ("Who did {to} get {what} from", Asked::WhoGave),
    ("Who gave {what} away", Asked::WhoGave),
    ("Who gave {pair}", Asked::WhoGave),
    ("Who received {what} from {who}", Asked::WhoReceived),
    ("Who got {what} from {who}", Asked::WhoReceived),
    ("Who did {who} give {what} to", Asked::WhoReceived),
    ("To whom did {who} give {what}", Asked::WhoReceived),
    ("Who picked {what} up", Asked::WhoTook),
    ("Who picked up {what}", Asked::WhoTook),
    ("Who took {what}", Asked::WhoTook),
    ("Who got {what}", Asked::WhoTook),
    ("Who found {what}", Asked::WhoTook),
    ("Who put {what} down", Asked::WhoLeft),
    ("Who put down {what}", Asked::WhoLeft),
    ("Who dropped {what}", Asked::WhoLeft),
    ("Who left {what}", Asked::WhoLeft),
    ("Who received {what}", Asked::WhoReceived),
    ("Who was given {what}", Asked::WhoReceived),
    ("Is {who} now in {place}", Asked::IsThere),
    ("Is {who} in {place} now", Asked::IsThere),
    ("Is {who} in {place}", Asked::IsThere),
    ("Is {who} at {place}", Asked::IsThere),
    ("Can {who} be found in {place}", Asked::IsThere),
    ("Where was {it} before it was in {place}", Asked::Before),
    ("Where was {it} before it came to {place}", Asked::Before),
    ("Where was {it} before going to {place}", Asked::Before),
    ("Where was {it} before {place}", Asked::Before),
    ("Where had {it} been before {place}", Asked::Before),
    ("In which place was {it} before {place}", Asked::Before),
    ("Where is {it} now", Asked::Where),
    ("Where is {it}", Asked::Where),
    ("Where's {it} now", Asked::Where),
    ("Where's {it}", Asked::Where),
    ("In which place is {it}", Asked::Where),
    ("Which place is {it} in", Asked::Where),
    ("Where can {it} be found", Asked::Where),
    ("Where did {it} end up", Asked::Where),
    ("Where did {it} go", Asked::Where),
    ("Where has {it} gone", Asked::Where),
    ("{it} was where", Asked::Where),
    ("Where was {it}", Asked::Where),
    ("In which place was {it}", Asked::Where),
];

/// A place, and the line that tells it.
#[derive(Clone, Debug)]
struct Stop {
    place: String,
    line: usize,
}

#[derive(Clone, Debug)]
enum Claim {
    In(Stop),
    NotIn(Stop),
    Either(String, Stop),
}

/// What was said last of somebody, and the line that names her.
#[derive(Clone, Debug)]
struct Said {
    claim: Claim,
    named: usize,
    /// Her place among those of whom it was said.
    among: usize,
    time: Option<usize>,
}

#[derive(Default, Debug)]
struct Thing {
    bearer: Option<String>,
    /// The line that tells how the bearer got it, and the last about it.
    got: usize,
    handled: usize,
    /// Where it has been, and the line that tells why it was there.
    route: Vec<(Stop, usize)>,
    left_at: Option<Stop>,
}

/// What was done to a thing, and by whom.
#[derive(Debug)]
struct Handling {
    line: usize,
    who: String,
    what: String,
    to: Option<String>,
    /// Whether the thing was left, and where.
    leaves: bool,
    stop: Option<Stop>,
}

/// The answer and the lines it follows from.
pub type Answer = (String, Vec<usize>);

#[derive(Default)]
pub struct Reader {
    task: u8,
    /// Whether the conventions of the published data hold, where they differ.
    published: bool,
    people: BTreeMap<String, Vec<Said>>,
    things: BTreeMap<String, Thing>,
    handlings: Vec<Handling>,
    topic: Vec<String>,
    thing: String,
    named: usize,
}

impl Reader {
    pub fn new(task: u8, published: bool) -> Self {
        Self {
            task,
            published,
            ..Self::default()
        }
    }

    pub fn hear(&mut self, line: usize, statement: &str) {
        let (time, text) = match self.task {
            14 => timed(statement.strip_suffix('.').unwrap()),
            _ => (None, bare(statement)),
        };
        let leaving = if self.task == 9 { LEAVING } else { &[] };
        let timely = if self.task == 14 { AT_THE_TIME } else { &[] };
        let forms = leaving.iter().chain(timely).chain(STATEMENTS);
        let (meaning, slots) = understood(forms, &text).expect(statement);
        let place = slots.get("place").map(|place| Stop {
            place: name(place).to_owned(),
            line,
        });
        let with = slots.get("with").copied();
        let (to, what) = pair(&slots);
        let thing = match meaning {
            Meaning::Is => what.or(slots.get("who").copied()),
            _ => what.or(with),
        };
        let what = thing
            .filter(|it| !is_person(it))
            .map(|it| self.thing_called(it));
        let lies = meaning == Meaning::Is && what.is_some();
        let who = match slots.get("who") {
            Some(who) if !lies => self.resolved(who, line),
            _ => Vec::new(),
        };
        if let (Meaning::Take | Meaning::Give | Meaning::Leave, Some(stop)) = (meaning, &place) {
            let here = who.iter().cloned().chain(to.map(str::to_owned));
            let here: Vec<String> = here.collect();
            self.arrive(&here, Claim::In(stop.clone()), time);
        }
        match meaning {
            Meaning::Is if lies => {
                let thing = self.things.entry(what.unwrap()).or_default();
                assert!(thing.bearer.is_none(), "{statement}");
                let stop = place.unwrap();
                thing.handled = line;
                visit(thing, &stop);
                thing.left_at = Some(stop);
            }
            Meaning::Go | Meaning::Is => self.arrive(&who, Claim::In(place.unwrap()), time),
            Meaning::IsNot => self.arrive(&who, Claim::NotIn(place.unwrap()), time),
            Meaning::Either => {
                let other = name(slots["other"]).to_owned();
                self.arrive(&who, Claim::Either(other, place.unwrap()), time);
            }
            Meaning::GoWith if is_person(with.unwrap()) => {
                self.topic.extend(everybody(with.unwrap()));
                let everybody = self.topic.clone();
                self.arrive(&everybody, Claim::In(place.unwrap()), time);
            }
            Meaning::GoWith => {
                self.hold(line, &what.unwrap(), &who[0], None);
                self.arrive(&who, Claim::In(place.unwrap()), time);
            }
            Meaning::Take => {
                self.hold(line, &what.unwrap(), &who[0], None);
                if let Some(more) = slots.get("more") {
                    self.hold(line, name(more), &who[0], None);
                }
            }
            Meaning::Give => self.hold(line, &what.unwrap(), to.unwrap(), Some(&who[0])),
            Meaning::Leave => {
                let what = what.unwrap();
                let left_at = self.place_of(&who[0]);
                let thing = self.things.entry(what.clone()).or_default();
                assert!(self.task > 10 || thing.bearer.as_ref() == Some(&who[0]));
                thing.bearer = None;
                thing.handled = line;
                if left_at.is_none() {
                    thing.route.clear();
                }
                thing.left_at = left_at;
                self.handlings.push(Handling {
                    line,
                    who: who[0].clone(),
                    what,
                    to: None,
                    leaves: true,
                    stop: self.place_of(&who[0]),
                });
            }
            Meaning::Nothing => {}
        }
    }

    /// Those whom a sentence is about, who may be meant by a pronoun.
    fn resolved(&mut self, who: &str, line: usize) -> Vec<String> {
        if !["he", "she", "they"].contains(&who.to_lowercase().as_str()) {
            self.topic = everybody(who);
            self.named = line;
        }
        self.topic.clone()
    }

    /// The thing that a sentence is about, which may be meant by "it".
    fn thing_called(&mut self, what: &str) -> String {
        if !what.eq_ignore_ascii_case("it") {
            self.thing = name(what).to_owned();
        }
        self.thing.clone()
    }

    fn arrive(&mut self, who: &[String], claim: Claim, time: Option<usize>) {
        for (among, who) in who.iter().enumerate() {
            if let Claim::In(stop) = &claim {
                let here = self.place_of(who).map(|stop| stop.place);
                let may_stay = self.task == 14 || !self.published;
                assert!(may_stay || here.as_ref() != Some(&stop.place), "{stop:?}");
                for thing in self.things.values_mut() {
                    if thing.bearer.as_ref() == Some(who) {
                        visit(thing, stop);
                    }
                }
            }
            self.people.entry(who.clone()).or_default().push(Said {
                claim: claim.clone(),
                named: self.named,
                among,
                time,
            });
        }
    }

    fn hold(&mut self, line: usize, what: &str, who: &str, from: Option<&str>) {
        let here = self.place_of(who);
        let from_nowhere = from.is_some_and(|from| self.place_of(from).is_none());
        let thing = self.things.entry(what.to_owned()).or_default();
        if self.task <= 10 {
            let same = thing.bearer.as_deref() == Some(who);
            assert!(
                same || thing.bearer.as_deref() == from,
                "task {}: {what} in line {line}, {thing:?}, {who} from {from:?}",
                self.task
            );
        }
        thing.handled = line;
        thing.left_at = None;
        if thing.bearer.as_deref() != Some(who) {
            thing.bearer = Some(who.to_owned());
            thing.got = line;
            // It is, or was, at a place that isn't told.
            if self.published || here.is_none() || from_nowhere {
                thing.route.clear();
            }
        }
        if let Some(stop) = here.filter(|_| !self.published) {
            visit(thing, &stop);
        }
        self.handlings.push(Handling {
            line,
            who: from.unwrap_or(who).to_owned(),
            what: what.to_owned(),
            to: from.map(|_| who.to_owned()),
            leaves: false,
            stop: None,
        });
    }

    fn whereabouts(&self, thing: &Thing) -> Option<Stop> {
        match &thing.bearer {
            Some(bearer) => self.place_of(bearer),
            None => thing.left_at.clone(),
        }
    }

    /// Whether the story tells of somebody.
    fn tells_of(&self, who: &str) -> bool {
        let mut handlings = self.handlings.iter();
        self.people.contains_key(who) || handlings.any(|handling| handling.is_about(who))
    }

    fn place_of(&self, who: &str) -> Option<Stop> {
        match &self.people.get(who)?.last()?.claim {
            Claim::In(stop) => Some(stop.clone()),
            _ => None,
        }
    }

    /// What the story answers, if it does.
    pub fn answer(&self, question: &str) -> Option<Answer> {
        let text = question.strip_suffix('?').unwrap();
        let (time, text) = match self.task {
            14 => timed(text),
            _ => (None, text.to_owned()),
        };
        let (asked, slots) = understood(QUESTIONS.iter(), &text).expect(question);
        let who = slots.get("who").copied();
        let place = slots.get("place").map(|place| name(place));
        let (to, what) = pair(&slots);
        match asked {
            Asked::Where if self.task == 14 => self.where_was(slots["it"], time.unwrap()),
            Asked::Where if self.things.contains_key(name(slots["it"])) => {
                let thing = &self.things[name(slots["it"])];
                let stop = self.whereabouts(thing)?;
                Some((stop.place, unique(&[thing.handled, stop.line])))
            }
            Asked::Where => {
                let named = self.people.get(slots["it"])?.last()?.named;
                let stop = self.place_of(slots["it"])?;
                Some((stop.place, unique(&[named, stop.line])))
            }
            Asked::Before if self.task == 14 => self.where_was_before(slots["it"], place?),
            Asked::Before => {
                let thing = self.things.get(name(slots["it"]))?;
                let last = thing
                    .route
                    .iter()
                    .rposition(|(stop, _)| Some(stop.place.as_str()) == place)?;
                let (to, why) = &thing.route[last];
                let (from, _) = thing.route.get(last.checked_sub(1)?)?;
                let handled = if self.published { thing.handled } else { *why };
                let lines = unique(&[handled, to.line, from.line]);
                Some((from.place.clone(), lines))
            }
            Asked::IsThere if !is_person(who?) => {
                let thing = self.things.get(name(who?))?;
                let stop = self.whereabouts(thing)?;
                let answer = if Some(stop.place.as_str()) == place {
                    "yes"
                } else {
                    "no"
                };
                Some((answer.to_owned(), unique(&[thing.handled, stop.line])))
            }
            Asked::WhoIsIn => {
                let people = self.people.keys();
                let here = people.filter_map(|who| Some((self.place_of(who)?, who)));
                let here = here.filter(|(stop, _)| Some(stop.place.as_str()) == place);
                let mut here: Vec<([usize; 2], &String, usize)> = here
                    .filter_map(|(stop, who)| {
                        let said = self.people.get(who)?.last()?;
                        Some(([stop.line, said.among], who, said.named))
                    })
                    .collect();
                here.sort();
                let names: Vec<&str> = here.iter().map(|(_, who, _)| who.as_str()).collect();
                let lines = here
                    .iter()
                    .flat_map(|([line, _], _, named)| [*named, *line]);
                let lines: Vec<usize> = lines.collect();
                (!names.is_empty()).then(|| (names.join(","), unique(&lines)))
            }
            Asked::WhatIsIn => {
                let things = self.things.iter();
                let here = things
                    .filter_map(|(what, thing)| Some((self.whereabouts(thing)?, what, thing)));
                let here = here.filter(|(stop, ..)| Some(stop.place.as_str()) == place);
                let mut here: Vec<([usize; 2], &String, usize)> = here
                    .map(|(stop, what, thing)| {
                        let mut handlings = self.handlings.iter();
                        let last = handlings.rposition(|it| it.what == *what);
                        ([thing.handled, last.unwrap_or(0)], what, stop.line)
                    })
                    .collect();
                here.sort();
                let names: Vec<&str> = here.iter().map(|(_, what, _)| what.as_str()).collect();
                let lines = here
                    .iter()
                    .flat_map(|([handled, _], _, line)| [*handled, *line]);
                let lines: Vec<usize> = lines.collect();
                (!names.is_empty()).then(|| (names.join(","), unique(&lines)))
            }
            Asked::HasThing => {
                let thing = self
                    .things
                    .get(name(what?))
                    .filter(|_| who.is_some_and(|it| self.tells_of(it)))?;
                let has = thing.bearer.as_deref() == who;
                Some((
                    (if has { "yes" } else { "no" }).to_owned(),
                    vec![thing.handled],
                ))
            }
            Asked::WhoTook
            | Asked::WhatTook
            | Asked::WhoLeft
            | Asked::WhatLeft
            | Asked::WhereLeft => {
                let takes = matches!(asked, Asked::WhoTook | Asked::WhatTook);
                let mut handlings = self.handlings.iter().rev();
                let last = handlings.find(|it| {
                    it.leaves != takes
                        && who.is_none_or(|who| it.is_about(who))
                        && what.is_none_or(|what| name(what) == it.what)
                })?;
                match asked {
                    Asked::WhoTook | Asked::WhoLeft => Some((last.who.clone(), vec![last.line])),
                    Asked::WhatTook | Asked::WhatLeft => {
                        let handlings = self.handlings.iter();
                        let both = handlings.filter(|it| it.line == last.line);
                        let both: Vec<&str> = both.map(|it| it.what.as_str()).collect();
                        Some((both.join(","), vec![last.line]))
                    }
                    _ => {
                        let stop = last.stop.clone()?;
                        Some((stop.place, unique(&[last.line, stop.line])))
                    }
                }
            }
            Asked::IsThere => {
                let judged = match &self.people.get(who?)?.last()?.claim {
                    Claim::In(stop) if Some(stop.place.as_str()) == place => ("yes", stop),
                    Claim::In(stop) => ("no", stop),
                    Claim::NotIn(stop) if Some(stop.place.as_str()) == place => ("no", stop),
                    Claim::NotIn(_) => return None,
                    Claim::Either(other, stop) => {
                        let maybe = [Some(stop.place.as_str()), Some(other)].contains(&place);
                        (if maybe { "maybe" } else { "no" }, stop)
                    }
                };
                Some((judged.0.to_owned(), vec![judged.1.line]))
            }
            Asked::HowMany => {
                const NUMBERS: [&str; 6] = ["none", "one", "two", "three", "four", "five"];
                let count = self.held(who?)?.len();
                Some((NUMBERS[count].to_owned(), self.lines_about(who?, false)))
            }
            Asked::WhatHas => {
                let held = self.held(who?)?.join(",");
                let held = if held.is_empty() { "nothing" } else { &held };
                Some((held.to_owned(), self.lines_about(who?, self.published)))
            }
            Asked::WhoHas => {
                let thing = self.things.get(name(what?))?;
                Some((thing.bearer.clone()?, vec![thing.got]))
            }
            Asked::WhatGaveTo | Asked::WhoGave | Asked::WhoReceived => {
                let mut gifts = self.handlings.iter().rev();
                let gift = gifts.find(|gift| {
                    gift.to.is_some()
                        && who.is_none_or(|who| who == gift.who)
                        && what.is_none_or(|what| name(what) == gift.what)
                        && to.is_none_or(|to| Some(to) == gift.to.as_deref())
                })?;
                let answer = match asked {
                    Asked::WhatGaveTo => gift.what.clone(),
                    Asked::WhoGave => gift.who.clone(),
                    _ => gift.to.clone()?,
                };
                Some((answer, vec![gift.line]))
            }
        }
    }

    /// What somebody has, if the story tells of her having things: in the order in which she got
    /// it, in the published stories for the first time.
    fn held(&self, who: &str) -> Option<Vec<String>> {
        let about = |handling: &&Handling| handling.is_about(who);
        self.handlings.iter().find(about)?;
        let mut held: Vec<(usize, String)> = Vec::new();
        for (what, thing) in &self.things {
            if thing.bearer.as_deref() == Some(who) {
                let first = |handling: &Handling| {
                    let got = self.published || handling.line == thing.got;
                    got && handling.what == *what && handling.is_about(who)
                };
                held.push((self.handlings.iter().position(first)?, what.clone()));
            }
        }
        held.sort();
        Some(held.into_iter().map(|(_, what)| what).collect())
    }

    fn lines_about(&self, who: &str, thing_by_thing: bool) -> Vec<usize> {
        let about = self
            .handlings
            .iter()
            .filter(|handling| handling.is_about(who));
        let mut about: Vec<&Handling> = about.collect();
        if thing_by_thing {
            let order: Vec<&str> = about.iter().map(|handling| &*handling.what).collect();
            about.sort_by_key(|handling| order.iter().position(|what| *what == handling.what));
        }
        let lines: Vec<usize> = about.into_iter().map(|handling| handling.line).collect();
        unique(&lines)
    }

    /// When and where somebody was, as far as has been told.
    fn visits(&self, who: &str) -> Vec<(usize, Stop)> {
        let said = self.people.get(who).map_or(&[][..], Vec::as_slice);
        let mut visits: Vec<(usize, Stop)> = said
            .iter()
            .filter_map(|said| match &said.claim {
                Claim::In(stop) => Some((said.time?, stop.clone())),
                _ => None,
            })
            .collect();
        visits.sort_by_key(|(time, _)| *time);
        visits
    }

    fn where_was(&self, who: &str, time: usize) -> Option<Answer> {
        let mut visits = self.visits(who).into_iter();
        let (_, stop) = visits.find(|(when, _)| *when == time)?;
        Some((stop.place, vec![stop.line]))
    }

    fn where_was_before(&self, who: &str, place: &str) -> Option<Answer> {
        let visits = self.visits(who);
        let last = visits.iter().rposition(|(_, stop)| stop.place == place)?;
        let (to, from) = (&visits[last].1, &visits.get(last.checked_sub(1)?)?.1);
        Some((from.place.clone(), vec![to.line, from.line]))
    }
}

impl Handling {
    fn is_about(&self, who: &str) -> bool {
        self.who == who || self.to.as_deref() == Some(who)
    }
}

fn visit(thing: &mut Thing, stop: &Stop) {
    if thing.route.last().map(|(last, _)| &last.place) != Some(&stop.place) {
        thing.route.push((stop.clone(), thing.handled));
    }
}

fn understood<'f, 't, M: Copy + 'f>(
    mut forms: impl Iterator<Item = &'f (&'static str, M)>,
    text: &'t str,
) -> Option<(M, Slots<'t>)> {
    forms.find_map(|(form, meaning)| Some((*meaning, slots(form, text)?)))
}

/// The receiver and the thing, which may stand side by side: "Ann the kite", "Ann Mary's kite".
fn pair<'t>(slots: &Slots<'t>) -> (Option<&'t str>, Option<&'t str>) {
    let Some(both) = slots.get("pair") else {
        return (slots.get("to").copied(), slots.get("what").copied());
    };
    let word_at = |end: usize| both[..end].rfind(' ').map_or(0, |space| space + 1);
    let owner = both.find("'s ").map(word_at);
    let article = both
        .match_indices("the ")
        .find(|(at, _)| word_at(*at) == *at);
    let thing = owner.or(article.map(|(at, _)| at)).unwrap();
    let to = both[..thing].trim_end();
    (Some(to).filter(|to| !to.is_empty()), Some(&both[thing..]))
}

/// The time that a sentence begins or ends with, and the sentence without it.
fn timed(text: &str) -> (Option<usize>, String) {
    let lower = text.to_lowercase();
    for (index, time) in TIMES.iter().enumerate() {
        if lower.starts_with(&format!("{time} ")) {
            return (Some(index), text[time.len() + 1..].to_owned());
        }
        if lower.ends_with(&format!(" {time}")) {
            return (Some(index), text[..text.len() - time.len() - 1].to_owned());
        }
    }
    (None, text.to_owned())
}

fn unique(lines: &[usize]) -> Vec<usize> {
    let mut unique = Vec::new();
    for line in lines {
        if !unique.contains(line) {
            unique.push(*line);
        }
    }
    unique
}
