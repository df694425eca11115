//! How fast networks learn and answer: `cargo bench`.
//!
//! `train` counts examples (questions trained on, in every batch forward, back and a step) on all
//! cores; `answer` is one question about fifty sentences, from text to the whole trace, `influence`
//! and `counterfactual` are what mattered to that answer, and `long_story` is one question about ten
//! thousand sentences with as many names.

// The library that measures needs threads and a clock, which WebAssembly has not.
#[cfg(not(target_arch = "wasm32"))]
mod measured;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}
