//! What a step can do.

use serde::Serialize;

use super::Operand;

/// What a step does with its operands, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// `1 + 4 (k − (d+1)/2) (j − (J+1)/2) / (dJ)` for k = 1 … d, from j, J and d.
    PositionWeights,
    /// The sum of all operands, number by number.
    Sum,
    /// The product of two vectors, number by number.
    Times,
    /// W x, of a matrix and a vector.
    Map,
    /// W x + b, of a matrix, a vector and a bias.
    Affine,
    /// tanh of every number.
    Tanh,
    /// The sum of the numbers of a vector.
    Total,
    /// A vector divided by a number.
    Divide,
    /// A number times a vector.
    Scale,
    /// The largest number of a vector, or of 0 if slots are empty, whose score is 0: of the scores
    /// and the number of empty slots.
    Largest,
    /// exp(s − largest) for every number s, of a vector and the largest score.
    Exponentials,
    /// The sum of exponentials: of a vector, of an empty slot's, and of the number of empty slots.
    TotalWithEmpty,
    /// What the numbers of a vector leave of 1, at least 0.
    Rest,
    /// A vector divided by the sum of its numbers where that exceeds 1.
    AtMostOne,
    /// One number of a vector: of the vector and the number's place, counted from 0.
    Pick,
    /// Σ pᵢcᵢ, of a vector of weights and a matrix with a row for each.
    WeightedSum,
}

impl Operation {
    /// What the operation makes of its operands: a number or a vector.
    pub(super) fn compute(self, operands: &[Operand]) -> Vec<f32> {
        let all: Vec<&[f32]> = operands.iter().map(Operand::values).collect();
        match (self, all.as_slice()) {
            (Self::PositionWeights, &[&[j], &[length], &[d]]) => {
                let tilt = (j - (length + 1.0) / 2.0) / length;
                let ramp = |k: usize| 4.0 * ((k + 1) as f32 - (d + 1.0) / 2.0) / d;
                (0..d as usize).map(|k| 1.0 + tilt * ramp(k)).collect()
            }
            (Self::Sum, [first, others @ ..]) => {
                let mut sum = first.to_vec();
                for other in others {
                    sum.iter_mut().zip(*other).for_each(|(a, b)| *a += b);
                }
                sum
            }
            (Self::Times, [a, b]) => a.iter().zip(*b).map(|(a, b)| a * b).collect(),
            (Self::Map, [matrix, x]) => map(matrix, x),
            (Self::Affine, [matrix, x, bias]) => {
                let mapped = map(matrix, x).into_iter();
                mapped.zip(*bias).map(|(a, b)| a + b).collect()
            }
            (Self::Tanh, [x]) => x.iter().map(|x| x.tanh()).collect(),
            (Self::Total, [x]) => vec![x.iter().sum()],
            (Self::Divide, &[x, &[by]]) => x.iter().map(|x| x / by).collect(),
            (Self::Scale, &[&[by], x]) => x.iter().map(|x| by * x).collect(),
            (Self::Largest, &[x, &[empty]]) => {
                let lowest = if empty > 0.0 { 0.0 } else { f32::NEG_INFINITY };
                vec![x.iter().fold(lowest, |a, &b| a.max(b))]
            }
            (Self::Exponentials, &[x, &[largest]]) => {
                x.iter().map(|x| (x - largest).exp()).collect()
            }
            (Self::TotalWithEmpty, &[x, &[one], &[count]]) => {
                vec![x.iter().sum::<f32>() + count * one]
            }
            (Self::Rest, [x]) => vec![(1.0 - x.iter().sum::<f32>()).max(0.0)],
            (Self::AtMostOne, [x]) => {
                let total = x.iter().sum::<f32>().max(1.0);
                x.iter().map(|x| x / total).collect()
            }
            (Self::Pick, &[x, &[at]]) => x.iter().skip(at as usize).take(1).copied().collect(),
            (Self::WeightedSum, [weights, matrix]) => {
                let width = matrix.len() / weights.len().max(1);
                let mut sum = vec![0.0; width];
                for (weight, row) in weights.iter().zip(matrix.chunks_exact(width.max(1))) {
                    sum.iter_mut().zip(row).for_each(|(a, b)| *a += weight * b);
                }
                sum
            }
            // No step is made with other operands.
            _ => Vec::new(),
        }
    }
}

fn map(matrix: &[f32], x: &[f32]) -> Vec<f32> {
    let rows = matrix.chunks_exact(x.len().max(1));
    rows.map(|row| row.iter().zip(x).map(|(a, b)| a * b).sum())
        .collect()
}
