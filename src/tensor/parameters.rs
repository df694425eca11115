//! Named matrices that training changes, and their file format.

use half::f16;
use ndarray::Array2;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use thiserror::Error;

/// The number of a parameter in its [`Parameters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterId(pub(super) usize);

/// The trained matrices of a network, by name.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    names: Vec<String>,
    values: Vec<Array2<f32>>,
}

/// How precisely weights are written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// 32 bits a number: nothing is lost. For checkpoints.
    Single,
    /// 16 bits a number: half the download. For networks that ship.
    Half,
}

/// Why weights could not be read or written.
#[derive(Debug, Error)]
pub enum WeightsError {
    /// The bytes are not a whole safetensors file.
    #[error("the weights are damaged or incomplete: {0}")]
    Format(#[from] safetensors::SafeTensorError),
    /// A matrix that the network needs is not in the file.
    #[error("the weights have no matrix named {name}")]
    Missing {
        /// The name of the matrix.
        name: String,
    },
    /// A matrix has other sizes than the record promises.
    #[error("the matrix {name} should be {expected:?} and is {found:?}")]
    Shape {
        /// The name of the matrix.
        name: String,
        /// Rows and columns that the network needs.
        expected: (usize, usize),
        /// The sizes in the file.
        found: Vec<usize>,
    },
    /// A matrix holds something else than 16- or 32-bit floating-point numbers.
    #[error("the matrix {name} holds {found:?}, not F16 or F32 numbers")]
    Type {
        /// The name of the matrix.
        name: String,
        /// What it holds.
        found: Dtype,
    },
    /// A number is infinite or not a number.
    #[error("the matrix {name} holds a number that is not finite")]
    NotFinite {
        /// The name of the matrix.
        name: String,
    },
}

impl Parameters {
    /// Appends a matrix.
    pub fn push(&mut self, name: &str, value: Array2<f32>) -> ParameterId {
        self.names.push(name.to_owned());
        self.values.push(value);
        ParameterId(self.values.len() - 1)
    }

    /// How many matrices there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// How many numbers the matrices hold together.
    pub fn numbers(&self) -> usize {
        self.values.iter().map(Array2::len).sum()
    }

    /// The numbers of all matrices.
    pub fn ids(&self) -> impl Iterator<Item = ParameterId> + use<> {
        (0..self.len()).map(ParameterId)
    }

    /// The name of a matrix.
    pub fn name(&self, id: ParameterId) -> &str {
        &self.names[id.0]
    }

    /// A matrix.
    pub fn value(&self, id: ParameterId) -> &Array2<f32> {
        &self.values[id.0]
    }

    /// A matrix, to change it.
    pub fn value_mut(&mut self, id: ParameterId) -> &mut Array2<f32> {
        &mut self.values[id.0]
    }

    /// The matrices as a safetensors file.
    ///
    /// # Errors
    /// [`WeightsError::Format`] if two matrices share a name.
    pub fn save(&self, precision: Precision) -> Result<Vec<u8>, WeightsError> {
        let dtype = match precision {
            Precision::Single => Dtype::F32,
            Precision::Half => Dtype::F16,
        };
        let bytes: Vec<Vec<u8>> = self
            .values
            .iter()
            .map(|matrix| match precision {
                Precision::Single => matrix.iter().flat_map(|x| x.to_le_bytes()).collect(),
                Precision::Half => matrix
                    .iter()
                    .flat_map(|x| f16::from_f32(*x).to_le_bytes())
                    .collect(),
            })
            .collect();
        let mut views = Vec::with_capacity(self.len());
        for ((name, matrix), bytes) in self.names.iter().zip(&self.values).zip(&bytes) {
            views.push((
                name,
                TensorView::new(dtype, matrix.shape().to_vec(), bytes)?,
            ));
        }
        Ok(safetensors::serialize(views, None)?)
    }

    /// Replaces every matrix by the one of its name in a safetensors file; on an error nothing is
    /// changed. Matrices of other names are passed over.
    ///
    /// # Errors
    /// The file is damaged, or lacks a matrix, or has one of another shape or type.
    pub fn load(&mut self, file: &[u8]) -> Result<(), WeightsError> {
        let file = SafeTensors::deserialize(file)?;
        let loaded: Result<Vec<_>, _> = self
            .names
            .iter()
            .zip(&self.values)
            .map(|(name, current)| read_matrix(&file, name, current.dim()))
            .collect();
        self.values = loaded?;
        Ok(())
    }
}

fn read_matrix(
    file: &SafeTensors<'_>,
    name: &str,
    expected: (usize, usize),
) -> Result<Array2<f32>, WeightsError> {
    let name = || name.to_owned();
    let tensor = file
        .tensor(&name())
        .map_err(|_| WeightsError::Missing { name: name() })?;
    let numbers: Vec<f32> = match tensor.dtype() {
        Dtype::F32 => {
            let (numbers, _) = tensor.data().as_chunks();
            numbers
                .iter()
                .map(|bytes| f32::from_le_bytes(*bytes))
                .collect()
        }
        Dtype::F16 => {
            let (numbers, _) = tensor.data().as_chunks();
            numbers
                .iter()
                .map(|bytes| f16::from_le_bytes(*bytes).to_f32())
                .collect()
        }
        found => {
            return Err(WeightsError::Type {
                name: name(),
                found,
            });
        }
    };
    if !numbers.iter().all(|number| number.is_finite()) {
        return Err(WeightsError::NotFinite { name: name() });
    }
    let shape = || WeightsError::Shape {
        name: name(),
        expected,
        found: tensor.shape().to_vec(),
    };
    if tensor.shape() != [expected.0, expected.1] {
        return Err(shape());
    }
    Array2::from_shape_vec(expected, numbers).map_err(|_| shape())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn parameters() -> Parameters {
        let mut parameters = Parameters::default();
        parameters.push("b", array![[1.0, -2.5], [0.1, 3.0], [0.0, 7.0]]);
        parameters.push("a", array![[0.5]]);
        parameters
    }

    #[test]
    fn weights_survive_a_file() {
        let original = parameters();
        let file = original.save(Precision::Single).unwrap();
        let mut loaded = original.clone();
        loaded.values.iter_mut().for_each(|matrix| matrix.fill(0.0));
        loaded.load(&file).unwrap();
        assert_eq!(loaded.values, original.values);
    }

    #[test]
    fn half_precision_costs_a_thousandth_and_saves_half() {
        let original = parameters();
        let mut loaded = original.clone();
        loaded
            .load(&original.save(Precision::Half).unwrap())
            .unwrap();
        for (a, b) in loaded
            .values
            .iter()
            .flatten()
            .zip(original.values.iter().flatten())
        {
            assert!((a - b).abs() <= b.abs() / 1000.0);
        }
    }

    #[test]
    fn wrong_weights_are_refused_and_change_nothing() {
        let file = parameters().save(Precision::Half).unwrap();
        let mut other = Parameters::default();
        other.push("a", array![[1.0]]);
        other.push("b", array![[1.0, 1.0]]);
        let error = other.load(&file).unwrap_err().to_string();
        assert_eq!(error, "the matrix b should be (1, 2) and is [3, 2]");
        assert_eq!(other.values[0], array![[1.0]]);

        assert!(matches!(
            parameters().load(&file[..file.len() - 1]),
            Err(WeightsError::Format(_))
        ));
        let mut more = parameters();
        more.push("c", array![[1.0]]);
        assert_eq!(
            more.load(&file).unwrap_err().to_string(),
            "the weights have no matrix named c"
        );
    }
}
