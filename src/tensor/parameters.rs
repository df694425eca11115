//! Named matrices that training changes, and their file format.

use std::collections::HashMap;

use ndarray::{Array2, Axis};
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensorError, SafeTensors};
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
    /// A few bits a number, and a scale for each row: a number is its byte (for 8 bits −127 … 127,
    /// for 4 bits −7 … 7) times its row's scale. A quarter of the download for 8 bits; fewer bits are
    /// bytes too, which compress to their share of that. For networks that ship.
    Quantised {
        /// How many, from 2 to 8.
        bits: u32,
    },
}

/// Why weights could not be read or written.
#[derive(Debug, Error)]
pub enum WeightsError {
    /// The bytes are not a whole safetensors file.
    #[error("the weights are damaged or incomplete: {0}")]
    Format(#[from] SafeTensorError),
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
    /// A matrix holds something else than the numbers of such files.
    #[error("the matrix {name} holds {found:?}, not F32, BF16 or I8 numbers")]
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

    /// Matrices of the same names and shapes, all zero.
    pub fn zeros(&self) -> Self {
        Self {
            names: self.names.clone(),
            values: self
                .values
                .iter()
                .map(|matrix| Array2::zeros(matrix.raw_dim()))
                .collect(),
        }
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

    /// The matrices as they are after they were written to a file with so many bits a number (see
    /// [`Precision::Quantised`]). To round twice is to round once.
    pub fn rounded(&self, bits: u32) -> Self {
        let round = |matrix| {
            let (steps, scales) = quantise(matrix, bits);
            steps * scales
        };
        Self {
            names: self.names.clone(),
            values: self.values.iter().map(round).collect(),
        }
    }

    /// The matrices as a safetensors file.
    ///
    /// # Errors
    /// [`WeightsError::Format`] if two matrices share a name.
    pub fn save(&self, precision: Precision) -> Result<Vec<u8>, WeightsError> {
        self.save_with(precision, None)
    }

    /// The matrices as a safetensors file that tells something about them, by names, in its head.
    ///
    /// # Errors
    /// [`WeightsError::Format`] if two matrices share a name.
    pub fn save_with(
        &self,
        precision: Precision,
        metadata: Option<HashMap<String, String>>,
    ) -> Result<Vec<u8>, WeightsError> {
        let tensors: Vec<(String, Tensor)> = self
            .names
            .iter()
            .zip(&self.values)
            .flat_map(|(name, matrix)| match precision {
                Precision::Single => vec![(name.clone(), Tensor::single(matrix))],
                Precision::Quantised { bits } => {
                    let (steps, scales) = quantise(matrix, bits);
                    vec![
                        (name.clone(), Tensor::bytes(&steps)),
                        (scale_of(name), Tensor::short(&scales)),
                    ]
                }
            })
            .collect();
        let views: Result<Vec<_>, _> = tensors
            .iter()
            .map(|(name, tensor)| Ok((name, tensor.view()?)))
            .collect();
        Ok(safetensors::serialize(
            views.map_err(WeightsError::Format)?,
            metadata,
        )?)
    }

    /// What a safetensors file tells about its matrices.
    ///
    /// # Errors
    /// [`WeightsError::Format`] if the file is damaged.
    pub fn metadata(file: &[u8]) -> Result<HashMap<String, String>, WeightsError> {
        let (_, head) = SafeTensors::read_metadata(file)?;
        Ok(head.metadata().clone().unwrap_or_default())
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

/// A matrix as it lies in a file.
struct Tensor {
    dtype: Dtype,
    shape: Vec<usize>,
    bytes: Vec<u8>,
}

impl Tensor {
    fn single(matrix: &Array2<f32>) -> Self {
        Self::of(matrix, Dtype::F32, f32::to_le_bytes)
    }

    /// A matrix of [shortened] numbers.
    fn short(matrix: &Array2<f32>) -> Self {
        Self::of(matrix, Dtype::BF16, |number| {
            let [_, _, low, high] = number.to_le_bytes();
            [low, high]
        })
    }

    /// A matrix of whole numbers from −127 to 127.
    fn bytes(matrix: &Array2<f32>) -> Self {
        Self::of(matrix, Dtype::I8, |number| (number as i8).to_le_bytes())
    }

    fn of<const N: usize>(
        matrix: &Array2<f32>,
        dtype: Dtype,
        written: impl Fn(f32) -> [u8; N],
    ) -> Self {
        Self {
            dtype,
            shape: matrix.shape().to_vec(),
            bytes: matrix.iter().copied().flat_map(written).collect(),
        }
    }

    fn view(&self) -> Result<TensorView<'_>, SafeTensorError> {
        TensorView::new(self.dtype, self.shape.clone(), &self.bytes)
    }
}

/// A matrix in steps, whole numbers of at most so many bits, and how long a step is in each row.
fn quantise(matrix: &Array2<f32>, bits: u32) -> (Array2<f32>, Array2<f32>) {
    let most = ((1_u32 << (bits.clamp(2, 8) - 1)) - 1) as f32;
    let scales = matrix.map_axis(Axis(1), |row| {
        let longest = row.fold(0.0_f32, |most, number| most.max(number.abs()));
        shortened(longest / most)
    });
    let scales = scales.insert_axis(Axis(1));
    // The scale of a row of zeros is zero, and 0 / 0 is no number.
    let step = |number: f32| if number.is_nan() { 0.0 } else { number.round() };
    ((matrix / &scales).mapv(step), scales)
}

/// The nearest number of eight binary digits, which half the bytes hold; it is off by at most 1/512.
fn shortened(number: f32) -> f32 {
    f32::from_bits((number.to_bits().saturating_add(0x8000)) & 0xffff_0000)
}

/// The name of the matrix of scales that belongs to a quantised one.
fn scale_of(name: &str) -> String {
    format!("{name}.scale")
}

fn read_matrix(
    file: &SafeTensors<'_>,
    name: &str,
    expected: (usize, usize),
) -> Result<Array2<f32>, WeightsError> {
    let named = || name.to_owned();
    let tensor = file
        .tensor(name)
        .map_err(|_| WeightsError::Missing { name: named() })?;
    let numbers: Vec<f32> = match tensor.dtype() {
        Dtype::F32 => {
            let (numbers, _) = tensor.data().as_chunks();
            numbers
                .iter()
                .map(|bytes| f32::from_le_bytes(*bytes))
                .collect()
        }
        Dtype::BF16 => {
            let (numbers, _) = tensor.data().as_chunks();
            numbers
                .iter()
                .map(|[low, high]| f32::from_le_bytes([0, 0, *low, *high]))
                .collect()
        }
        Dtype::I8 => tensor
            .data()
            .iter()
            .map(|&byte| f32::from(byte.cast_signed()))
            .collect(),
        found => {
            return Err(WeightsError::Type {
                name: named(),
                found,
            });
        }
    };
    if !numbers.iter().all(|number| number.is_finite()) {
        return Err(WeightsError::NotFinite { name: named() });
    }
    let shape = || WeightsError::Shape {
        name: named(),
        expected,
        found: tensor.shape().to_vec(),
    };
    if tensor.shape() != [expected.0, expected.1] {
        return Err(shape());
    }
    let matrix = Array2::from_shape_vec(expected, numbers).map_err(|_| shape())?;
    match tensor.dtype() {
        Dtype::I8 => Ok(matrix * read_matrix(file, &scale_of(name), (expected.0, 1))?),
        _ => Ok(matrix),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn parameters() -> Parameters {
        let mut parameters = Parameters::default();
        parameters.push("b", array![[1.0, -2.5], [0.1, 3.0], [0.0, 0.0]]);
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
    fn quantised_weights_are_off_by_half_a_step_of_their_row_at_most() {
        let original = parameters();
        for (bits, steps) in [(8, 127.0), (5, 15.0), (4, 7.0)] {
            let rounded = original.rounded(bits);
            for (found, matrix) in rounded.values.iter().zip(&original.values) {
                for (found, row) in found.rows().into_iter().zip(matrix.rows()) {
                    let longest = row.fold(0.0_f32, |most, number| most.max(number.abs()));
                    for (found, number) in found.iter().zip(row) {
                        // The scale itself is rounded, too.
                        assert!((found - number).abs() <= longest * (0.5 / steps + 1.0 / 511.0));
                    }
                }
            }
        }
    }

    #[test]
    fn weights_that_were_rounded_are_the_same_after_a_file_as_precise() {
        for bits in 2..=8 {
            let rounded = parameters().rounded(bits);
            let file = rounded.save(Precision::Quantised { bits }).unwrap();
            let mut loaded = parameters();
            loaded.load(&file).unwrap();
            assert_eq!(loaded.values, rounded.values);
            assert_eq!(rounded.rounded(bits).values, rounded.values);
        }
    }

    #[test]
    fn wrong_weights_are_refused_and_change_nothing() {
        let file = parameters().save(Precision::Quantised { bits: 8 }).unwrap();
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
