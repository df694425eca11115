//! Sentences that were encoded once, to be asked about again and again.

use ndarray::{Array1, Array2};

use crate::tensor::{Sequences, Tape};
use crate::text::Unit;

use super::inquiry::tokens;
use super::model::Network;
use super::{Changes, Inquiry, Model};

/// A sentence, and what the input component of a network made of it. Its age is not in it, so it
/// stays what it is while the story goes on.
#[derive(Clone, Debug)]
pub struct Encoded {
    units: Vec<Unit>,
    /// The features on each side of memory.
    features: Vec<Array1<f32>>,
}

impl AsRef<[Unit]> for Encoded {
    fn as_ref(&self) -> &[Unit] {
        &self.units
    }
}

impl Model {
    /// Encodes a sentence.
    pub fn encode(&self, units: Vec<Unit>) -> Encoded {
        let mut sentences = Sequences::default();
        sentences.push(tokens(self, &units));
        let mut tape = Tape::computing(&self.parameters);
        let sides = match &self.network {
            Network::MemN2n(network) => network.features(&mut tape, &sentences),
            Network::WorkingMemory(network) => network.features(&mut tape, &sentences),
        };
        let features = sides.iter().map(|&side| tape.value(side).row(0).to_owned());
        let features = features.collect();
        Encoded { units, features }
    }
}

impl<'a> Inquiry<'a> {
    /// One question [about](Inquiry::about) a story of sentences that this model has encoded, so that
    /// only the question is left to be encoded.
    pub fn recalling(
        model: &'a Model,
        changes: &'a Changes,
        story: &[Encoded],
        question: &[Unit],
        names: Vec<&'a str>,
    ) -> Self {
        let mut inquiry = Self::about(model, changes, story, question, names);
        let remembered = &story[story.len() - inquiry.slots()..];
        if let Some(first) = remembered.first() {
            let sides = first.features.iter().enumerate();
            let stacked = sides.map(|(side, features)| {
                let shape = (remembered.len(), features.len());
                Array2::from_shape_fn(shape, |(row, k)| remembered[row].features[side][k])
            });
            inquiry.batch.features = Some(stacked.collect());
        }
        inquiry
    }
}
