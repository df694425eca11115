//! What a tape can compute. Each file holds one operation or a few of a kind, forward and back.

pub(super) mod bags;
mod cross_entropy;
mod linear;
mod rows;
pub(super) mod segments;
mod softmax;
