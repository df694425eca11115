//! A run that can go on where it stopped.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use memnet::networks::{Optimizer, Record};
use memnet::tensor::{Adam, Parameters, Precision};
use memnet::training::{State, Trainer};

use super::save_weights;
use crate::cli::{self, Failure, write};

/// Everything needed to go on, in a folder of its own.
pub struct Checkpoint {
    folder: PathBuf,
}

/// What a checkpoint says besides weights.
#[derive(Serialize, Deserialize)]
struct Saved {
    state: State,
    record: Record,
    /// How many steps Adam took; its moments lie beside the weights.
    adam_steps: u32,
}

const MEANS: &str = "means.safetensors";
const SQUARES: &str = "squares.safetensors";

impl Checkpoint {
    /// A checkpoint in that folder, there already or not.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes beside the last checkpoint and then takes its place, so that a run stopped in the
    /// middle of writing can still go on.
    pub fn save(&self, trainer: &Trainer) -> Result<(), Failure> {
        let next = self.folder.with_extension("checkpoint.next");
        fs::create_dir_all(&next).map_err(|cause| Failure::writing(&next, cause))?;
        let saved = Saved {
            state: trainer.state.clone(),
            record: trainer.model.record.clone(),
            adam_steps: trainer.adam.steps,
        };
        write(&next.join("state.json"), cli::json(&saved)?.as_bytes())?;
        let current = save_weights(&trainer.model.parameters, Precision::Single)?;
        write(&next.join("current.safetensors"), &current)?;
        if trainer.adam.steps > 0 {
            for (name, moments) in [
                (MEANS, &trainer.adam.means),
                (SQUARES, &trainer.adam.squares),
            ] {
                write(&next.join(name), &save_weights(moments, Precision::Single)?)?;
            }
        }
        if let Some(best) = &trainer.best {
            write(
                &next.join("best.safetensors"),
                &save_weights(best, Precision::Single)?,
            )?;
        }
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder)
                .map_err(|cause| Failure::writing(&self.folder, cause))?;
        }
        fs::rename(&next, &self.folder).map_err(|cause| Failure::writing(&self.folder, cause))
    }

    /// Puts a fresh trainer where the saved one was.
    pub fn load(&self, trainer: &mut Trainer) -> Result<(), Failure> {
        // A run stopped while one checkpoint took the other's place has only the next one, whole.
        let next = self.folder.with_extension("checkpoint.next");
        if !self.folder.exists() && next.exists() {
            fs::rename(&next, &self.folder)
                .map_err(|cause| Failure::writing(&self.folder, cause))?;
        }
        let unusable = |what: &str| {
            Failure::new(
                format!("{} {what}", self.folder.display()),
                "train without --resume, or with the settings of the stopped run",
            )
        };
        let path = self.folder.join("state.json");
        let text = fs::read_to_string(&path).map_err(|cause| Failure::reading(&path, cause))?;
        let saved: Saved =
            serde_json::from_str(&text).map_err(|error| unusable("is damaged").because(error))?;
        // A run may be given more epochs than it was begun with, where nothing before them changes.
        let mut begun = State {
            epoch: 0,
            best: None,
            ..saved.state.clone()
        };
        if begun.schedule.optimizer == Optimizer::Sgd {
            begun.schedule.epochs = trainer.state.schedule.epochs;
        }
        if begun != trainer.state
            || saved.record.architecture != trainer.model.record.architecture
            || saved.record.vocabulary.words() != trainer.model.record.vocabulary.words()
        {
            return Err(unusable(
                "belongs to a run with other settings or other data",
            ));
        }
        let read = |name: &str, parameters: &mut Parameters| -> Result<(), Failure> {
            let path = self.folder.join(name);
            let bytes = fs::read(&path).map_err(|cause| Failure::reading(&path, cause))?;
            parameters
                .load(&bytes)
                .map_err(|error| unusable("is damaged").because(error))
        };
        if saved.state.best.is_some() {
            let mut best = trainer.model.parameters.clone();
            read("best.safetensors", &mut best)?;
            trainer.best = Some(best);
        }
        read("current.safetensors", &mut trainer.model.parameters)?;
        if saved.adam_steps > 0 {
            let mut adam = Adam::new(&trainer.model.parameters);
            adam.steps = saved.adam_steps;
            read(MEANS, &mut adam.means)?;
            read(SQUARES, &mut adam.squares)?;
            trainer.adam = adam;
        }
        trainer.state = State {
            schedule: trainer.state.schedule.clone(),
            ..saved.state
        };
        Ok(())
    }
}
