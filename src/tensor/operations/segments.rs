//! Attention over memories of different lengths, many at once.
//!
//! The memory slots of a batch lie one below the other in one matrix; [`Segments`] says which rows
//! belong to which question. A batch thus costs what its slots cost, with no padding.

use std::ops::Range;

use ndarray::{Array2, s};

use crate::tensor::{Tape, Var};

/// Consecutive runs of rows, one per question of a batch; a run may have no rows.
///
/// Beside its rows a run has empty slots: they match every query with 0 and hold nothing, so that
/// a query that nothing matches can read nothing.
#[derive(Clone, Debug)]
pub struct Segments {
    offsets: Vec<usize>,
    empty: Vec<usize>,
}

impl Default for Segments {
    fn default() -> Self {
        Self {
            offsets: vec![0],
            empty: Vec::new(),
        }
    }
}

impl Segments {
    /// How many runs there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many rows the runs have together.
    pub fn rows(&self) -> usize {
        self.offsets[self.len()]
    }

    /// Appends a run of `rows` rows, with `empty` empty slots beside them.
    pub fn push(&mut self, rows: usize, empty: usize) {
        self.offsets.push(self.rows() + rows);
        self.empty.push(empty);
    }

    /// How many empty slots a run has.
    pub fn empty(&self, run: usize) -> usize {
        self.empty[run]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.offsets.windows(2).map(|ends| ends[0]..ends[1])
    }

    /// The runs with their numbers of empty slots.
    pub(super) fn with_empty(&self) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
        self.iter().zip(self.empty.iter().copied())
    }
}

impl<'a> Tape<'a> {
    /// How well each memory slot matches the query of its question: `uᵀmᵢ`.
    ///
    /// `query: questions × d`, `memory: slots × d`; the result is `slots × 1`.
    pub fn match_slots(&mut self, query: Var, memory: Var, segments: &'a Segments) -> Var {
        let (queries, slots) = (self.value(query), self.value(memory));
        let shapes = (queries.dim(), slots.dim());
        let mut value = Array2::zeros((segments.rows(), 1));
        for (u, range) in queries.rows().into_iter().zip(segments.iter()) {
            let scores = slots.slice(s![range.clone(), ..]).dot(&u);
            value.slice_mut(s![range, 0]).assign(&scores);
        }
        self.push(value, move |tape, gradient, gradients| {
            let queries = tape.value(query);
            let sum = gradients.entry(memory, shapes.1);
            for (u, range) in queries.rows().into_iter().zip(segments.iter()) {
                for i in range {
                    sum.row_mut(i).scaled_add(gradient[[i, 0]], &u);
                }
            }
            let slots = tape.value(memory);
            let sum = gradients.entry(query, shapes.0);
            for (mut u, range) in sum.rows_mut().into_iter().zip(segments.iter()) {
                for i in range {
                    u.scaled_add(gradient[[i, 0]], &slots.row(i));
                }
            }
        })
    }

    /// The softmax of each run of scores: `pᵢ = exp sᵢ / (e + Σ exp sⱼ)`, where e is the number
    /// of empty slots, each of which scores 0; `slots × 1`. The weights of a run sum to what the
    /// empty slots leave.
    pub fn softmax_slots(&mut self, scores: Var, segments: &'a Segments) -> Var {
        let mut value = self.value(scores).clone();
        for (range, empty) in segments.with_empty() {
            super::softmax::softmax(value.slice_mut(s![range, 0]), empty);
        }
        let result = self.next();
        self.push(value, move |tape, gradient, gradients| {
            let p = tape.value(result);
            let mut back = gradient * p;
            for range in segments.iter() {
                let total = back.slice(s![range.clone(), 0]).sum();
                back.slice_mut(s![range.clone(), 0])
                    .scaled_add(-total, &p.slice(s![range, 0]));
            }
            gradients.add(scores, back);
        })
    }

    /// What is read from memory: `o = Σ pᵢcᵢ` over each question's slots.
    ///
    /// `weights: slots × 1`, `memory: slots × d`; the result is `questions × d`.
    pub fn read_slots(&mut self, weights: Var, memory: Var, segments: &'a Segments) -> Var {
        let (p, slots) = (self.value(weights), self.value(memory));
        let shapes = (p.dim(), slots.dim());
        let mut value = Array2::zeros((segments.len(), shapes.1.1));
        for (mut output, range) in value.rows_mut().into_iter().zip(segments.iter()) {
            for i in range {
                output.scaled_add(p[[i, 0]], &slots.row(i));
            }
        }
        self.push(value, move |tape, gradient, gradients| {
            let p = tape.value(weights);
            let sum = gradients.entry(memory, shapes.1);
            for (output, range) in gradient.rows().into_iter().zip(segments.iter()) {
                for i in range {
                    sum.row_mut(i).scaled_add(p[[i, 0]], &output);
                }
            }
            let slots = tape.value(memory);
            let sum = gradients.entry(weights, shapes.0);
            for (output, range) in gradient.rows().into_iter().zip(segments.iter()) {
                for i in range {
                    sum[[i, 0]] += slots.row(i).dot(&output);
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tensor::gradient_check::check;

    fn segments() -> Segments {
        let mut segments = Segments::default();
        [(2, 0), (0, 1), (3, 2)]
            .into_iter()
            .for_each(|(rows, empty)| segments.push(rows, empty));
        segments
    }

    #[test]
    fn the_gradient_of_matching_is_right() {
        let segments = segments();
        check(&[(3, 4), (5, 4)], |tape, [u, m]| {
            tape.match_slots(*u, *m, &segments)
        });
    }

    #[test]
    fn the_gradient_of_softmax_over_slots_is_right() {
        let segments = segments();
        check(&[(5, 1)], |tape, [scores]| {
            tape.softmax_slots(*scores, &segments)
        });
    }

    #[test]
    fn the_gradient_of_reading_is_right() {
        let segments = segments();
        check(&[(5, 1), (5, 4)], |tape, [p, c]| {
            tape.read_slots(*p, *c, &segments)
        });
    }
}
