//! What a tape can compute. Each file holds one operation or a few of a kind, forward and back.

pub(super) mod bags;
mod cross_entropy;
pub(super) mod gated_bags;
mod given;
mod layers;
mod linear;
mod rows;
pub(super) mod segments;
pub(super) mod sequences;
mod softmax;
mod tanh;
