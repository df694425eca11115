//! A network ready to answer.

use std::sync::Arc;

use ndarray::{Array1, Array2};
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use thiserror::Error;

use crate::tensor::{Parameters, WeightsError};
use crate::text::vectors::Vectors;
use crate::text::{Reader, Thesaurus, Vocabulary, WordId};

use super::memn2n::MemN2n;
use super::working_memory::WorkingMemory;
use super::{Architecture, Batch, Record, Weights};

/// A network with its weights, its vocabulary and its record.
#[derive(Clone, Debug)]
pub struct Model {
    /// What it is and how it was trained.
    pub record: Record,
    /// The trained matrices.
    pub parameters: Parameters,
    pub(super) network: Network,
    /// Which words it takes for words that it knows.
    thesaurus: Option<Thesaurus>,
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
    /// There are fewer (or more) bytes of weights than the record promises.
    #[error("the weights are incomplete: {found} of {expected} bytes")]
    Incomplete {
        /// The bytes there are.
        found: usize,
        /// The bytes that the record promises.
        expected: usize,
    },
    /// A file of weights tells nothing about the network they belong to.
    #[error("the file has weights, but no record of the network they belong to")]
    NoRecord,
    /// The weights don't fit the record.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// What is wrong with the files of a network, as far as it helps to say what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// The record can't be used.
    Record,
    /// There are fewer (or more) bytes of weights than the record promises.
    Truncated {
        /// The bytes there are.
        found: usize,
        /// The bytes that the record promises.
        expected: usize,
    },
    /// The record and the weights don't belong together.
    Shape,
    /// The weights are no weights.
    Damaged,
}

impl LoadError {
    /// What is wrong, roughly.
    pub fn fault(&self) -> LoadFault {
        match self {
            &Self::Incomplete { found, expected } => LoadFault::Truncated { found, expected },
            Self::Weights(WeightsError::Format(_) | WeightsError::NotFinite { .. }) => {
                LoadFault::Damaged
            }
            Self::Weights(_) => LoadFault::Shape,
            _ => LoadFault::Record,
        }
    }
}

impl Model {
    /// A network with fresh weights.
    ///
    /// # Errors
    /// The record contradicts itself.
    pub fn new(record: Record, random: &mut impl Rng) -> Result<Self, LoadError> {
        let mut model = Self::blank(record)?;
        match &model.network {
            Network::MemN2n(network) => network.draw(&mut model.parameters, random),
            Network::WorkingMemory(network) => network.draw(&mut model.parameters, random),
        }
        Ok(model)
    }

    /// Gives the words that have a pretrained vector an embedding made of it, so that words that
    /// are used alike begin alike. A random projection brings the vectors to the network's
    /// dimension, which keeps their angles approximately (Johnson and Lindenstrauss 1984), and to
    /// the size of the embeddings that a fresh network draws. Each table has a projection of its
    /// own.
    pub fn embed(&mut self, vectors: &Vectors, random: &mut impl Rng) {
        let (tables, deviation) = match &self.network {
            Network::MemN2n(network) => network.word_tables(),
            Network::WorkingMemory(network) => network.word_tables(),
        };
        for table in tables {
            let table = self.parameters.value_mut(table);
            let projection =
                Array2::from_shape_simple_fn((vectors.dimensions(), table.ncols()), || -> f32 {
                    let sample: f32 = StandardNormal.sample(random);
                    deviation * sample
                });
            for word in self.record.vocabulary.words() {
                if let Some(vector) = vectors.vector(word) {
                    let embedding = Array1::from(vector).dot(&projection);
                    let WordId(row) = self.record.vocabulary.id(word);
                    table.row_mut(row).assign(&embedding);
                }
            }
        }
    }

    /// A network whose weights are all zero.
    fn blank(record: Record) -> Result<Self, LoadError> {
        // Who can answer with what the story names needs no answers of her own.
        if record.answers.is_empty() && record.entities.is_none() {
            return Err(LoadError::NoAnswers);
        }
        let words = record.vocabulary.rows();
        let (network, parameters) = match &record.architecture {
            Architecture::MemN2n(settings) => {
                check_sizes(&[
                    ("dimension", settings.dimension, 4096),
                    ("hops", settings.hops, 64),
                    ("memory", settings.memory, 1 << 16),
                ])?;
                let rows: Result<Vec<usize>, LoadError> = record
                    .answers
                    .iter()
                    .map(|answer| {
                        let id = record.vocabulary.find(&answer.to_lowercase());
                        id.map(|id| id.0)
                            .ok_or_else(|| LoadError::Answer(answer.clone()))
                    })
                    .collect();
                let (network, parameters) = MemN2n::new(settings.clone(), words, rows?);
                (Network::MemN2n(network), parameters)
            }
            Architecture::WorkingMemory(settings) => {
                let slots = record
                    .entities
                    .as_ref()
                    .map_or(0, |entities| entities.slots);
                check_sizes(&[
                    ("dimension", settings.dimension, 1024),
                    ("hops", settings.hops, 16),
                    ("heads", settings.heads, 16),
                    ("memory", settings.memory, 1 << 16),
                    ("relations", settings.relations, 1024),
                    ("slots", slots, 1024),
                ])?;
                let answers = record.answers.len();
                let (network, parameters) =
                    WorkingMemory::new(settings.clone(), words, answers, slots);
                (Network::WorkingMemory(network), parameters)
            }
        };
        Ok(Self {
            record,
            parameters,
            network,
            thesaurus: None,
        })
    }

    /// A trained network from its record (JSON) and its weights (safetensors).
    ///
    /// # Errors
    /// A file is damaged, or the two don't belong together.
    pub fn load(record: &str, weights: &[u8]) -> Result<Self, LoadError> {
        let record: Record = serde_json::from_str(record)?;
        if let Some(&Weights { bytes, .. }) = record.weights.as_ref()
            && bytes != weights.len()
        {
            return Err(LoadError::Incomplete {
                found: weights.len(),
                expected: bytes,
            });
        }
        let mut model = Self::blank(record)?;
        model.parameters.load(weights)?;
        Ok(model)
    }

    /// The words the network knows.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.record.vocabulary
    }

    /// How many sentences the network remembers.
    pub fn memory(&self) -> usize {
        match &self.network {
            Network::MemN2n(network) => network.settings().memory,
            Network::WorkingMemory(network) => network.settings().memory,
        }
    }

    /// How many hops the network takes.
    pub fn hops(&self) -> usize {
        match &self.network {
            Network::MemN2n(network) => network.settings().hops,
            Network::WorkingMemory(network) => network.settings().hops,
        }
    }

    /// The most hops that the network can be made to take (see [`Changes`](super::Changes)).
    pub fn most_hops(&self) -> usize {
        match &self.network {
            Network::MemN2n(network) => network.most_hops(),
            Network::WorkingMemory(network) => network.settings().hops,
        }
    }

    /// How many attention heads each hop has.
    pub fn heads(&self) -> usize {
        match &self.network {
            Network::MemN2n(_) => 1,
            Network::WorkingMemory(network) => network.settings().heads,
        }
    }

    /// How many entities of one story the network tells apart; 0 if it knows only trained words.
    pub fn slots(&self) -> usize {
        self.record
            .entities
            .as_ref()
            .map_or(0, |entities| entities.slots)
    }

    /// The slot of an entity. More entities than slots share them.
    pub fn slot(&self, entity: usize) -> usize {
        entity % self.slots().max(1)
    }

    /// A reader for the sentences of one story, as this network takes them in.
    pub fn reader(&self) -> Reader<'_> {
        Reader::new(&self.record.vocabulary, self.record.entities.as_ref())
            .with_thesaurus(self.thesaurus.as_ref())
    }

    /// Lets the network take words that it doesn't know for words that mean the same.
    pub fn look_up_in(&mut self, vectors: Arc<Vectors>) {
        self.thesaurus = Some(Thesaurus::new(vectors, &self.record.vocabulary));
    }

    /// Whether it takes words for others by their meaning.
    pub fn looks_up(&self) -> bool {
        self.thesaurus.is_some()
    }

    /// Puts a question to a batch: the rows of the story's sentences with their ages, oldest first
    /// (the newest sentence has age 0), and the row of the question.
    pub fn ask(
        &self,
        batch: &mut Batch,
        story: impl IntoIterator<Item = (usize, usize)>,
        question: usize,
    ) {
        batch.ask(story, question, |filled| match &self.network {
            // As in the authors' code all slots of the memory take part, filled or not.
            Network::MemN2n(network) => network.settings().memory.saturating_sub(filled),
            Network::WorkingMemory(_) => 1,
        });
    }
}

/// The architectures.
#[derive(Clone, Debug)]
pub(super) enum Network {
    MemN2n(MemN2n),
    WorkingMemory(WorkingMemory),
}

/// Refuses sizes that would exhaust the memory of the page before the weights could be compared.
fn check_sizes(sizes: &[(&'static str, usize, usize)]) -> Result<(), LoadError> {
    for &(name, value, most) in sizes {
        if value == 0 || value > most {
            return Err(LoadError::Size { name, value, most });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::Changes;
    use crate::networks::input::Encoding;
    use crate::networks::memn2n::{Settings, Tying};
    use crate::tensor::Precision;
    use crate::text::Unit;
    use rand::SeedableRng;
    use rand_pcg::Pcg64;

    fn record() -> Record {
        Record {
            name: "tiny".to_owned(),
            architecture: Architecture::MemN2n(Settings {
                dimension: 4,
                hops: 2,
                memory: 3,
                encoding: Encoding::Position,
                tying: Tying::Adjacent,
            }),
            training: None,
            weights: None,
            answers: vec!["Mary".to_owned(), "milk".to_owned()],
            vocabulary: ["mary", "has", "milk"].map(String::from).to_vec().into(),
            entities: None,
        }
    }

    fn tiny() -> Model {
        Model::new(record(), &mut Pcg64::seed_from_u64(1)).unwrap()
    }

    fn units<const N: usize>(words: [usize; N]) -> Vec<Unit> {
        words
            .map(|word| Unit {
                word: WordId(word),
                entity: None,
            })
            .to_vec()
    }

    fn json(record: &Record) -> String {
        serde_json::to_string(record).unwrap()
    }

    #[test]
    fn a_network_loaded_from_its_files_answers_as_before() {
        let model = tiny();
        let weights = model.parameters.save(Precision::Single).unwrap();
        let loaded = Model::load(&json(&model.record), &weights).unwrap();
        let story = vec![units([1, 2, 3]); 5];
        let answer = model.answer(&story, &units([1]), Vec::new(), &Changes::default());
        assert_eq!(
            answer,
            loaded.answer(&story, &units([1]), Vec::new(), &Changes::default())
        );
        assert_eq!(answer.hops.len(), 2);
        assert_eq!(
            answer.hops[0].heads[0].len(),
            3,
            "the memory has three slots"
        );
        assert!(answer.answers[0].probability >= answer.answers[1].probability);
    }

    #[test]
    fn words_that_are_used_alike_begin_alike() {
        let rows = ndarray::array![[1.0, 0.0], [0.6, 0.8], [0.8, 0.6]];
        let vectors = Vectors::compress(&["garden", "has", "milk"], &rows, 1, 1).unwrap();
        let mut model = tiny();
        let before = model.parameters.clone();
        model.embed(&vectors, &mut Pcg64::seed_from_u64(2));
        for id in model.parameters.ids() {
            let (table, before) = (model.parameters.value(id), before.value(id));
            if !model.parameters.name(id).ends_with("words") {
                assert_eq!(table, before);
                continue;
            }
            let row = |word: &str| table.row(model.vocabulary().id(word).0);
            let cosine = |a: &str, b: &str| {
                let norm = |word| row(word).dot(&row(word)).sqrt();
                row(a).dot(&row(b)) / norm(a) / norm(b)
            };
            assert!(cosine("has", "milk") > 0.5);
            let unknown = model.vocabulary().id("mary").0;
            assert_eq!(table.row(unknown), before.row(unknown));
        }
    }

    #[test]
    fn an_answer_needs_no_story_and_no_known_word() {
        let trace = tiny().answer(
            &[] as &[Vec<Unit>],
            &units([0]),
            Vec::new(),
            &Changes::default(),
        );
        let total: f32 = trace.answers.iter().map(|ranked| ranked.probability).sum();
        assert!((total - 1.0).abs() < 1e-6);
        assert!(trace.hops.iter().all(|hop| hop.heads[0].is_empty()));
    }

    #[test]
    fn a_record_that_contradicts_itself_or_its_weights_is_refused() {
        let weights = tiny()
            .parameters
            .save(Precision::Quantised { bits: 8 })
            .unwrap();
        let refuse = |change: &dyn Fn(&mut Record)| {
            let mut record = record();
            change(&mut record);
            Model::load(&json(&record), &weights)
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            refuse(&|record| {
                record.weights = Some(Weights {
                    bytes: weights.len() + 1,
                    sha256: String::new(),
                });
            }),
            format!(
                "the weights are incomplete: {} of {} bytes",
                weights.len(),
                weights.len() + 1
            )
        );
        assert_eq!(
            refuse(&|record| record.answers.push("apple".to_owned())),
            "the answer \"apple\" of the record is not in its vocabulary"
        );
        assert_eq!(
            refuse(&|record| record.answers.clear()),
            "the record lists no answers"
        );
        let settings = |record: &mut Record, change: &dyn Fn(&mut Settings)| {
            if let Architecture::MemN2n(settings) = &mut record.architecture {
                change(settings);
            }
        };
        assert_eq!(
            refuse(&|record| settings(record, &|settings| settings.hops = 0)),
            "the record gives hops = 0; it should be from 1 to 64"
        );
        assert_eq!(
            refuse(&|record| settings(record, &|settings| settings.dimension = 5)),
            "the matrix side0.words should be (4, 5) and is [4, 4]"
        );
        assert!(matches!(
            Model::load("{}", &weights),
            Err(LoadError::Record(_))
        ));
    }
}
