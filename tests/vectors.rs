//! The word vectors that ship are small, whole and sensible.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use memnet::text::vectors::Vectors;
use serde_json::Value;
use sha2::{Digest, Sha256};

const FILE: &[u8] = include_bytes!("../static/vectors/english.safetensors");
const RECORD: &str = include_str!("../static/vectors/english.json");

/// What a reader of the page downloads at most, gzipped.
const BUDGET: usize = 600_000;

fn vectors() -> Vectors {
    Vectors::load(FILE).unwrap()
}

#[test]
fn the_file_is_small_enough_to_download() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(FILE).unwrap();
    let bytes = encoder.finish().unwrap().len();
    assert!(bytes <= BUDGET, "{bytes} bytes gzipped, of {BUDGET}");
}

#[test]
fn the_file_is_the_one_that_the_record_describes() {
    let record: Value = serde_json::from_str(RECORD).unwrap();
    let digest: String = Sha256::digest(FILE)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(record["file"]["sha256"], digest);
    assert_eq!(record["file"]["bytes"], FILE.len());
    assert_eq!(record["words"], vectors().len());
    assert_eq!(record["dimensions"], vectors().dimensions());
}

#[test]
fn everyday_words_are_near_their_like() {
    let vectors = vectors();
    for (word, like) in [
        ("kitchen", "bathroom"),
        ("strolled", "wandered"),
        ("turquoise", "maroon"),
        ("afraid", "scared"),
        ("mary", "elizabeth"),
        ("violin", "cello"),
    ] {
        let near = vectors.nearest(word, 20).unwrap();
        assert!(
            near.iter().any(|near| near.word == like),
            "{word}: {near:?}"
        );
    }
}

#[test]
fn the_nearest_among_a_few_words_is_of_the_same_kind() {
    let vectors = vectors();
    let known = vectors.select(["kitchen", "walked", "grabbed", "yellow", "wolf", "then"]);
    for (word, like) in [
        ("attic", "kitchen"),
        ("strolled", "walked"),
        ("snatched", "grabbed"),
        ("maroon", "yellow"),
        ("fox", "wolf"),
        ("later", "then"),
    ] {
        let near = known.nearest(&vectors.vector(word).unwrap(), 1);
        assert_eq!(near[0].word, like, "{word}");
    }
}
