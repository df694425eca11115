//! What `memnet train` can be told.

use std::path::PathBuf;

use clap::ValueEnum;

use memnet::networks::{
    Architecture, Optimizer, Record, Schedule, input::Encoding, memn2n, working_memory,
};
use memnet::training::{Lexicon, TaskData};

/// Train a network on files of questions in bAbI format.
///
/// A file has numbered lines; a question has its answer and the numbers of its supporting facts
/// after tabs:
///
///   1 Mary moved to the bathroom.
///   2 Where is Mary?<TAB>bathroom<TAB>1
///
/// Files of one task (`qa3_x_train.txt`, `qa3_x_valid.txt`) count together. The best weights on
/// held-out stories are written to `OUT/NAME.safetensors`, with the record `OUT/NAME.json`. A run
/// that was stopped goes on with --resume.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Arguments {
    /// A file, or a folder of files, to train on. `PATH=SHARE` holds out another share of its
    /// stories than --hold-out says (0 trains on all, 1 on none); of a file named twice, the last
    /// one counts.
    #[arg(long, required_unless_present = "generate", num_args = 1.., value_name = "PATH[=SHARE]")]
    pub data: Vec<String>,

    /// Train on stories of this project's own generators too: `3=9000` is 9,000 questions of task
    /// 3 in the words of the published data, `3=9000:wide` in many more, and other ones in every
    /// epoch. None are held out.
    #[arg(long, num_args = 1.., value_name = "TASK=QUESTIONS[:STYLE]")]
    pub generate: Vec<String>,

    /// Put sentences that tell nothing of what is asked before this share of the lines of generated
    /// stories, so that a network learns to pass over them.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0)]
    pub asides: f64,

    /// A file of word vectors (`memnet vectors` makes it): words that are used alike begin with
    /// like embeddings. Without it they are drawn at random.
    #[arg(long, value_name = "FILE")]
    pub vectors: Option<PathBuf>,

    /// Begin with the weights of this network, the name of a shipped one or the path of a record
    /// (NAME.json), of the same kind and sizes; words that it doesn't know begin as the unknown
    /// word.
    #[arg(long, value_name = "NETWORK")]
    pub from: Option<String>,

    /// The share of each file's stories that is held out for validation.
    #[arg(long, default_value_t = 0.1)]
    pub hold_out: f64,

    /// The name of the network, and of its files.
    #[arg(long, default_value = "my-network")]
    pub name: String,

    /// The folder to write to.
    #[arg(long, default_value = "static/models")]
    pub out: PathBuf,

    /// Go on where a stopped run of the same name and settings left off.
    #[arg(long)]
    pub resume: bool,

    /// Seeds the weights, the order of the questions, the noise and what is held out.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,

    /// Threads that share each batch; 0 takes one per core. The same seed gives the same weights
    /// only with the same number.
    #[arg(long, default_value_t = 0)]
    threads: usize,

    /// The network: the End-to-End Memory Network, or the Working Memory Network.
    #[arg(long, value_enum, default_value = "memn2n")]
    architecture: ArchitectureName,

    /// The size of every embedding.
    #[arg(long, default_value_t = 50)]
    dimension: usize,

    /// How often memory is read.
    #[arg(long, default_value_t = 3)]
    hops: usize,

    /// How many sentences, the newest ones of a story, are remembered.
    #[arg(long, default_value_t = 50)]
    memory: usize,

    /// Working memory: attention heads of each hop.
    #[arg(long, default_value_t = 1)]
    heads: usize,

    /// Working memory: the width of the relation network.
    #[arg(long, default_value_t = 96)]
    relations: usize,

    /// Working memory: how many persons, places and things of one story are told apart.
    #[arg(long, default_value_t = 32)]
    slots: usize,

    /// MemN2N: how the words of a sentence become one vector.
    #[arg(long, value_enum, default_value = "position")]
    encoding: EncodingName,

    /// MemN2N: which matrices are one and the same.
    #[arg(long, value_enum, default_value = "adjacent")]
    tying: TyingName,

    /// Passes over the questions, those of linear start included.
    #[arg(long, default_value_t = Schedule::default().epochs)]
    epochs: usize,

    /// How many of the epochs, at the beginning, have no softmax in the hops; 0 for none.
    #[arg(long, default_value_t = Schedule::default().linear_start)]
    linear_start: usize,

    /// Questions per step.
    #[arg(long, default_value_t = Schedule::default().batch)]
    batch: usize,

    /// The learning rate at the beginning, for the loss summed over a batch.
    #[arg(long, default_value_t = Schedule::default().rate)]
    rate: f32,

    /// The learning rate halves after this many epochs.
    #[arg(long, default_value_t = Schedule::default().halve_every)]
    halve_every: usize,

    /// What takes the steps: stochastic gradient descent, whose rate halves every few epochs, or
    /// Adam, whose rate falls to zero along a cosine.
    #[arg(long, value_enum, default_value = "sgd")]
    optimizer: OptimizerName,

    /// Working memory: how much the attention on the supporting facts counts beside the answers.
    #[arg(long, default_value_t = Schedule::default().facts)]
    facts: f32,

    /// The largest norm of one matrix's gradient.
    #[arg(long, default_value_t = Schedule::default().clip)]
    clip: f32,

    /// Random noise in time: the largest share of a story's length left as gaps between sentences.
    #[arg(long, default_value_t = Schedule::default().time_noise)]
    time_noise: f32,

    /// Word dropout: the share of a story's words, names excepted, that are taken for unknown at
    /// random, so that a network learns to do without one.
    #[arg(long, default_value_t = Schedule::default().word_noise)]
    word_noise: f32,

    /// Learn with weights rounded to so many bits, as they will be written. Without it they are
    /// rounded to 8 bits at the end.
    #[arg(long, value_parser = clap::value_parser!(u32).range(2..=8))]
    bits: Option<u32>,
}

#[derive(Clone, Copy, ValueEnum)]
enum ArchitectureName {
    Memn2n,
    WorkingMemory,
}

#[derive(Clone, Copy, ValueEnum)]
enum OptimizerName {
    Sgd,
    Adam,
}

#[derive(Clone, Copy, ValueEnum)]
enum EncodingName {
    BagOfWords,
    Position,
}

#[derive(Clone, Copy, ValueEnum)]
enum TyingName {
    Adjacent,
    LayerWise,
}

impl Arguments {
    /// How many threads share each batch.
    pub fn threads(&self) -> usize {
        match self.threads {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        }
    }

    /// The record of the network to be trained, with the words and answers of its data.
    pub fn record(&self, training: &[TaskData]) -> Record {
        let (architecture, lexicon) = match self.architecture {
            ArchitectureName::Memn2n => (
                Architecture::MemN2n(memn2n::Settings {
                    dimension: self.dimension,
                    hops: self.hops,
                    memory: self.memory,
                    encoding: match self.encoding {
                        EncodingName::BagOfWords => Encoding::BagOfWords,
                        EncodingName::Position => Encoding::Position,
                    },
                    tying: match self.tying {
                        TyingName::Adjacent => memn2n::Tying::Adjacent,
                        TyingName::LayerWise => memn2n::Tying::LayerWise,
                    },
                }),
                Lexicon::closed(training),
            ),
            ArchitectureName::WorkingMemory => (
                Architecture::WorkingMemory(working_memory::Settings {
                    dimension: self.dimension,
                    hops: self.hops,
                    heads: self.heads,
                    memory: self.memory,
                    relations: self.relations,
                }),
                Lexicon::open(training, self.slots),
            ),
        };
        Record {
            name: self.name.clone(),
            architecture,
            training: None,
            weights: None,
            answers: lexicon.answers,
            vocabulary: lexicon.vocabulary,
            entities: lexicon.entities,
        }
    }

    /// The plan to follow.
    pub fn schedule(&self) -> Schedule {
        Schedule {
            batch: self.batch,
            epochs: self.epochs,
            linear_start: self.linear_start,
            rate: self.rate,
            halve_every: self.halve_every,
            clip: self.clip,
            optimizer: match self.optimizer {
                OptimizerName::Sgd => Optimizer::Sgd,
                OptimizerName::Adam => Optimizer::Adam,
            },
            facts: self.facts,
            time_noise: self.time_noise,
            word_noise: self.word_noise,
            bits: self.bits,
        }
    }
}
