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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn only_the_question_is_encoded_when_sentences_are_recalled() {
        for (record, weights) in [
            (
                include_str!("../../static/models/memn2n.json"),
                &include_bytes!("../../static/models/memn2n.safetensors")[..],
            ),
            (
                include_str!("../../static/models/working-memory.json"),
                &include_bytes!("../../static/models/working-memory.safetensors")[..],
            ),
        ] {
            let model = Model::load(record, weights).unwrap();
            let changes = Changes::default();
            let mut reader = model.reader();
            let mut read = |text| reader.read(text, &words(text)).units;
            let [mut first, mut second] = ["Mary went to the garden.", "Mary is in the kitchen."]
                .map(|text| model.encode(read(text)));
            let question = read("Where is Mary?");
            let told = [second.clone(), first.clone()];
            let expected = Inquiry::about(&model, &changes, &told, &question, Vec::new()).trace();

            // Told the other way round, but for the features: they are what counts.
            std::mem::swap(&mut first.features, &mut second.features);
            let told = [first, second];
            let found = Inquiry::recalling(&model, &changes, &told, &question, Vec::new()).trace();
            for (found, expected) in found.hops.iter().zip(&expected.hops) {
                for (found, expected) in found.heads.concat().iter().zip(expected.heads.concat()) {
                    assert!((found - expected).abs() < 1e-6, "{found} and {expected}");
                }
            }
            let weights = &found.hops[0].heads[0];
            assert_ne!(weights[0], weights[1], "else the order would not show");
        }
    }
}
