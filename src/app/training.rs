//! The state of training in the page.

use std::rc::Rc;

use yew::Reducible;

use super::shared::Shared;
use super::worker::{Event, Look, Pace};
use crate::explain::{Film, LearningCurves};
use crate::training::{HeldOut, Plan};

/// Training as the page knows it. The network itself lies in the worker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Training {
    /// What to learn, and with what.
    pub plan: Plan,
    /// How fast training goes.
    pub speed: Speed,
    /// What is going on.
    pub phase: Phase,
    /// The number of the session, from 1; `None` before its start.
    pub session: Option<u32>,
    /// How often the worker has become ready to train on in this session.
    pub turn: u32,
    /// How far training is.
    pub curves: LearningCurves,
    /// How far it was at the last look: what is drawn, and drawn anew only then.
    pub drawn: Shared<LearningCurves>,
    /// The question to look at; `None` until there is a network.
    pub held_out: Option<Shared<HeldOut>>,
    /// The last look at how the network answers.
    pub look: Option<Shared<Look>>,
    /// Earlier looks, each with the questions trained on by then.
    pub film: Film<(usize, Shared<Look>)>,
    /// How many sessions there have been.
    sessions: u32,
}

/// What is going on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Nothing yet: the plan can be changed.
    #[default]
    Planning,
    /// The network is being trained.
    Running,
    /// It is trained on one batch.
    Stepping,
    /// It waits.
    Paused,
    /// The plan is fulfilled.
    Done,
    /// Training cannot go on, for this reason.
    Failed(String),
}

/// How fast training goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// One batch for each picture that the screen shows.
    #[default]
    Watch,
    /// As fast as the worker can.
    Full,
}

/// What can happen to training.
#[derive(Clone, Debug)]
pub enum TrainingAction {
    /// The reader changed the plan.
    ChangePlan(Plan),
    /// The reader chose a speed.
    ChooseSpeed(Speed),
    /// The reader starts, or goes on.
    Start,
    /// The reader pauses.
    Pause,
    /// The reader wants one batch.
    Step,
    /// The reader gives the network up.
    Reset,
    /// The worker said something.
    Hear(Event),
}

impl Speed {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Watch, Self::Full];
}

impl Training {
    /// What the worker should be told to do now; `None` if it should wait.
    pub fn pace(&self) -> Option<Pace> {
        match (&self.phase, self.speed) {
            (Phase::Stepping, _) => Some(Pace::Step),
            (Phase::Running, Speed::Watch) => Some(Pace::Batch),
            (Phase::Running, Speed::Full) => Some(Pace::Slice),
            _ => None,
        }
    }

    /// Whether there is a network that can be asked, kept and downloaded.
    pub fn has_network(&self) -> bool {
        self.held_out.is_some() && !matches!(self.phase, Phase::Failed(_))
    }

    fn go(&mut self, phase: Phase) {
        if matches!(self.phase, Phase::Done | Phase::Failed(_)) {
            return;
        }
        if self.session.is_none() {
            self.sessions += 1;
            self.session = Some(self.sessions);
        }
        self.phase = phase;
    }

    fn show(&mut self, look: Look) {
        let look = Shared::new(look);
        self.drawn = Shared::new(self.curves.clone());
        self.film.offer((self.curves.questions, look.clone()));
        self.look = Some(look);
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Begun { held_out, look } => {
                self.curves.begin(look.accuracy, self.plan.linear_start);
                self.held_out = Some(Shared::new(held_out));
                self.show(look);
                self.turn += 1;
            }
            Event::Trained(report) => {
                if let Some(loss) = report.loss {
                    self.curves.train(report.questions, loss, report.linear);
                }
                if let Some(look) = report.look {
                    self.curves.measure(look.accuracy);
                    self.show(look);
                }
                if report.done {
                    self.phase = Phase::Done;
                } else if self.phase == Phase::Stepping {
                    self.phase = Phase::Paused;
                }
                if self.phase != Phase::Running {
                    self.drawn = Shared::new(self.curves.clone());
                }
                self.turn += 1;
            }
            Event::Refused(reason) => self.phase = Phase::Failed(reason),
            // The page's own business.
            Event::Ready | Event::HandedOver(..) => {}
        }
    }
}

impl Reducible for Training {
    type Action = TrainingAction;

    fn reduce(self: Rc<Self>, action: TrainingAction) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match action {
            // A network belongs to the plan it was begun with.
            TrainingAction::ChangePlan(plan) => {
                if next.phase == Phase::Planning {
                    next.plan = plan;
                }
            }
            TrainingAction::ChooseSpeed(speed) => next.speed = speed,
            TrainingAction::Start => next.go(Phase::Running),
            TrainingAction::Step => next.go(Phase::Stepping),
            TrainingAction::Pause => {
                if next.phase == Phase::Running {
                    next.phase = Phase::Paused;
                    next.drawn = Shared::new(next.curves.clone());
                }
            }
            TrainingAction::Reset => {
                next = Self {
                    plan: next.plan,
                    speed: next.speed,
                    sessions: next.sessions,
                    ..Self::default()
                };
            }
            TrainingAction::Hear(event) => next.hear(event),
        }
        Rc::new(next)
    }
}
