//! One cell of the heatmap, with all its arithmetic.

use serde::{Deserialize, Serialize};

use super::{Changes, QuestionError, ReadStory};
use crate::networks::Model;
use crate::networks::arithmetic::CellArithmetic;

/// A cell of the heatmap: how much a hop reads a sentence by one of its heads. All are counted from
/// 0, the sentence by its place in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CellPlace {
    /// The hop.
    pub hop: usize,
    /// The attention head.
    pub head: usize,
    /// The sentence.
    pub sentence: usize,
}

/// All the arithmetic behind one cell, and on to the cell's share in what was read; `None` if the
/// heatmap has no such cell.
///
/// # Errors
/// The story or the question has no words.
pub fn arithmetic(
    model: &Model,
    story: &str,
    question: &str,
    changes: &Changes,
    CellPlace {
        hop,
        head,
        sentence,
    }: CellPlace,
) -> Result<Option<CellArithmetic>, QuestionError> {
    let read = ReadStory::new(model, story, question)?;
    Ok(read.inquiry(changes).arithmetic(hop, head, sentence))
}
