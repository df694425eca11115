//! **G**, the generalization component: writing to memory.

use crate::tensor::{Tape, Var};

use super::Batch;

/// Writes the sentences of every story to memory slots, each with its time: mᵢ = sentence + T(i)
/// (temporal encoding, Sukhbaatar et al. 2015, § 4.1).
///
/// `sentences` has a row per distinct sentence of the batch, `ages` (the matrix T) a row per age,
/// the newest first. The result has a row per slot.
pub fn write<'a>(tape: &mut Tape<'a>, sentences: Var, ages: Var, batch: &'a Batch) -> Var {
    let content = tape.rows(sentences, &batch.slot_sentences[..]);
    let time = tape.rows(ages, &batch.slot_ages[..]);
    tape.add(content, time)
}
