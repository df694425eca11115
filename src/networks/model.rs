//! A network ready to answer.

use rand::{Rng, SeedableRng};
use rand_pcg::Pcg64;
use thiserror::Error;

use crate::tensor::{Parameters, Tape, WeightsError};
use crate::text::{Vocabulary, WordId};

use super::memn2n::{MemN2n, Settings};
use super::output::Attention;
use super::{Architecture, Batch, Hop, Ranked, Record, Trace};

/// A network with its weights, its vocabulary and its record.
#[derive(Clone, Debug)]
pub struct Model {
    /// What it is and how it was trained.
    pub record: Record,
    /// The trained matrices.
    pub parameters: Parameters,
    network: MemN2n,
}

/// Why a network could not be loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The record is not the JSON of a [`Record`].
    #[error("the record of the network cannot be read: {0}")]
    Record(#[from] serde_json::Error),
    /// The record names sizes that no network can have.
    #[error("the record gives {name} = {value}; it should be from 1 to {most}")]
    Size {
        /// Which size.
        name: &'static str,
        /// What the record says.
        value: usize,
        /// The largest that is sensible.
        most: usize,
    },
    /// The record has no answers.
    #[error("the record lists no answers")]
    NoAnswers,
    /// An answer that has no embedding.
    #[error("the answer {0:?} of the record is not in its vocabulary")]
    Answer(String),
    /// The weights don't fit the record.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

impl Model {
    /// A network with fresh weights.
    ///
    /// # Errors
    /// The record contradicts itself.
    pub fn new(record: Record, random: &mut impl Rng) -> Result<Self, LoadError> {
        let Architecture::MemN2n(settings) = &record.architecture;
        check_sizes(settings)?;
        if record.answers.is_empty() {
            return Err(LoadError::NoAnswers);
        }
        let rows: Result<Vec<usize>, LoadError> = record
            .answers
            .iter()
            .map(|answer| {
                let id = record.vocabulary.find(&answer.to_lowercase());
                id.map(|id| id.0)
                    .ok_or_else(|| LoadError::Answer(answer.clone()))
            })
            .collect();
        let (network, parameters) =
            MemN2n::new(settings.clone(), record.vocabulary.rows(), rows?, random);
        Ok(Self {
            record,
            parameters,
            network,
        })
    }

    /// A trained network from its record (JSON) and its weights (safetensors).
    ///
    /// # Errors
    /// A file is damaged, or the two don't belong together.
    pub fn load(record: &str, weights: &[u8]) -> Result<Self, LoadError> {
        // The random weights are replaced at once; any seed will do.
        let mut model = Self::new(serde_json::from_str(record)?, &mut Pcg64::seed_from_u64(0))?;
        model.parameters.load(weights)?;
        Ok(model)
    }

    /// The network without its weights.
    pub fn network(&self) -> &MemN2n {
        &self.network
    }

    /// The words the network knows.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.record.vocabulary
    }

    /// How many sentences the network remembers.
    pub fn memory(&self) -> usize {
        self.network.settings().memory
    }

    /// Answers a question about a story of sentences, oldest first. Of a story longer than the
    /// memory the newest sentences count, and the [`Trace`] has slots for only those.
    pub fn answer(&self, story: &[Vec<WordId>], question: &[WordId]) -> Trace {
        let remembered = &story[story.len().saturating_sub(self.memory())..];
        let encoding = self.network.settings().encoding;
        let mut batch = Batch::default();
        for sentence in remembered {
            batch.add_sentence(encoding, sentence);
        }
        let question = batch.add_question(encoding, question);
        batch.ask(
            (0..remembered.len()).zip((0..remembered.len()).rev()),
            question,
        );

        let mut tape = Tape::computing(&self.parameters);
        let pass = self.network.forward(&mut tape, &batch, Attention::Softmax);
        let distribution = tape.distribution(pass.scores);
        let mut answers: Vec<Ranked> = self
            .record
            .answers
            .iter()
            .zip(tape.value(distribution))
            .map(|(answer, &probability)| Ranked {
                answer: answer.clone(),
                probability,
            })
            .collect();
        answers.sort_by(|a, b| b.probability.total_cmp(&a.probability));
        let hops = pass
            .hops
            .iter()
            .map(|read| Hop {
                heads: vec![tape.value(read.weights).iter().copied().collect()],
                output: tape.value(read.output).iter().copied().collect(),
            })
            .collect();
        Trace { answers, hops }
    }
}

/// Refuses sizes that would exhaust the memory of the page before the weights could be compared.
fn check_sizes(settings: &Settings) -> Result<(), LoadError> {
    for (name, value, most) in [
        ("dimension", settings.dimension, 4096),
        ("hops", settings.hops, 64),
        ("memory", settings.memory, 1 << 16),
    ] {
        if value == 0 || value > most {
            return Err(LoadError::Size { name, value, most });
        }
    }
    Ok(())
}
