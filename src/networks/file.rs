//! A network in one file: the weights as safetensors, with the record in the head of the file.

use std::collections::HashMap;

use crate::tensor::{Parameters, Precision};

use super::{LoadError, Model, Record};

/// The name under which the head of the file holds the record.
const RECORD: &str = "record";

impl Model {
    /// The network as one file: its weights, with the record beside them.
    ///
    /// # Errors
    /// The record or the weights cannot be written down.
    pub fn to_file(&self, precision: Precision) -> Result<Vec<u8>, LoadError> {
        // The record lies in the file whose size and hash it would give.
        let record = Record {
            weights: None,
            ..self.record.clone()
        };
        let head = HashMap::from([(RECORD.to_owned(), serde_json::to_string(&record)?)]);
        Ok(self.parameters.save_with(precision, Some(head))?)
    }

    /// A network from a file that [`Model::to_file`] made.
    ///
    /// # Errors
    /// The file is damaged, has no record, or its record and its weights don't belong together.
    pub fn from_file(file: &[u8]) -> Result<Self, LoadError> {
        let head = Parameters::metadata(file)?;
        let record = head.get(RECORD).ok_or(LoadError::NoRecord)?;
        Self::load(record, file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::WeightsError;
    use rand::SeedableRng;
    use rand_pcg::Pcg64;

    fn model() -> Model {
        let record = serde_json::json!({
            "name": "tiny",
            "architecture": {
                "type": "memn2n", "dimension": 4, "hops": 2, "memory": 3,
                "encoding": "position", "tying": "adjacent"
            },
            "weights": { "bytes": 1, "sha256": "" },
            "answers": ["milk"],
            "vocabulary": ["mary", "has", "milk"]
        });
        let record = serde_json::from_value(record).unwrap();
        Model::new(record, &mut Pcg64::seed_from_u64(1)).unwrap()
    }

    #[test]
    fn a_network_in_one_file_is_whole() {
        let model = model();
        let file = model.to_file(Precision::Single).unwrap();
        let opened = Model::from_file(&file).unwrap();
        assert_eq!(opened.record.name, "tiny");
        assert_eq!(
            opened.parameters.save(Precision::Single).unwrap(),
            model.parameters.save(Precision::Single).unwrap()
        );
    }

    #[test]
    fn a_file_that_is_no_whole_network_says_what_it_lacks() {
        let weights = model()
            .parameters
            .save(Precision::Quantised { bits: 8 })
            .unwrap();
        assert!(matches!(
            Model::from_file(&weights),
            Err(LoadError::NoRecord)
        ));
        let file = model().to_file(Precision::Quantised { bits: 8 }).unwrap();
        for damaged in [&file[..file.len() - 1], &file[..4], b"no network"] {
            assert!(matches!(
                Model::from_file(damaged),
                Err(LoadError::Weights(WeightsError::Format(_)))
            ));
        }
    }
}
