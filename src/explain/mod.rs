//! Questions about an answer.
