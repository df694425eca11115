//! Reverse-mode differentiation over ndarray.
