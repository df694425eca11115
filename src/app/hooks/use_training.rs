//! Training in a worker.

use gloo_render::request_animation_frame;
use yew::{
    Callback, UseReducerHandle, hook, use_callback, use_effect_with, use_mut_ref, use_reducer_eq,
};

use crate::app::training::{Training, TrainingAction};
use crate::app::worker::{Apprentice, Command, Event, Pace, Purpose};

/// Training, and what can be done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingHandle {
    /// How it stands.
    pub state: UseReducerHandle<Training>,
    /// Takes what the reader does.
    pub act: Callback<TrainingAction>,
    /// Asks for the network as it stands, under a name.
    pub hand_over: Callback<(String, Purpose)>,
}

/// Training with a worker that lives from the start of a session to its reset. `receive` is given
/// the networks that were asked for, each as a file.
#[hook]
pub fn use_training(receive: Callback<(Vec<u8>, Purpose)>) -> TrainingHandle {
    let training = use_reducer_eq(Training::default);
    let act = use_callback(training.dispatcher(), |action, dispatch| {
        dispatch.dispatch(action)
    });
    let hear = use_callback(
        (act.clone(), receive),
        |event, (act, receive)| match event {
            Event::HandedOver(file, purpose) => receive.emit((file.to_vec(), purpose)),
            event => act.emit(TrainingAction::Hear(event)),
        },
    );
    let apprentice = use_mut_ref(|| None::<Apprentice>);

    use_effect_with(training.session, {
        let (apprentice, hear, plan) = (apprentice.clone(), hear.clone(), training.plan.clone());
        move |session| {
            if session.is_some() {
                match Apprentice::start(plan, hear.clone()) {
                    Ok(started) => *apprentice.borrow_mut() = Some(started),
                    Err(failure) => hear.emit(Event::Refused(failure.to_string())),
                }
            }
            move || drop(apprentice.borrow_mut().take())
        }
    });

    let tell = use_callback(hear, {
        let apprentice = apprentice.clone();
        move |command: Command, hear| {
            if let Some(apprentice) = &*apprentice.borrow() {
                apprentice.tell(&command, hear);
            }
        }
    });

    // Whenever the worker is ready and should train, it is told to, once a turn.
    let told = use_mut_ref(|| (None, 0));
    use_effect_with((training.session, training.turn, training.pace()), {
        let tell = tell.clone();
        move |&(session, turn, pace)| {
            let ready = turn > 0 && *told.borrow() != (session, turn);
            let pace = pace.filter(|_| ready);
            let train = move |pace| {
                *told.borrow_mut() = (session, turn);
                tell.emit(Command::Train(pace));
            };
            let frame = match pace {
                // For somebody who watches, no faster than the screen.
                Some(Pace::Batch) => Some(request_animation_frame(move |_| train(Pace::Batch))),
                Some(pace) => {
                    train(pace);
                    None
                }
                None => None,
            };
            move || drop(frame)
        }
    });

    let hand_over = use_callback(tell, |(name, purpose), tell| {
        tell.emit(Command::HandOver(name, purpose));
    });
    TrainingHandle {
        state: training,
        act,
        hand_over,
    }
}
