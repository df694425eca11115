//! **R**, the response component: from what was read to an answer.

use crate::tensor::{Tape, Var};

/// Scores every answer, W(o + u) (Sukhbaatar et al. 2015, eq. 3 before its softmax).
///
/// `state` is o + u, `questions × d`; `answers` is W, `answers × d`. The result is
/// `questions × answers`.
pub fn respond(tape: &mut Tape<'_>, state: Var, answers: Var) -> Var {
    tape.products(state, answers)
}
