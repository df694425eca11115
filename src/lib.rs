//! Memory networks that answer questions about a story, and show why.
//!
//! A memory network (Weston, Chopra and Bordes 2014) has four components. They are the spine of
//! this crate, of the page and of the documentation:
//!
//! ```text
//!  story, question                                                    answer
//!        │                                                               ▲
//!        ▼                                                               │
//!   I  input ───────────▶ G  generalization ──▶ O  output ─────────▶ R  response
//!   text to feature       write to memory       read, hop by hop     â = softmax(W(o+u))
//!   vectors               m₁ … mₙ               pᵢ = softmax(uᵀmᵢ)
//!                                               o  = Σ pᵢcᵢ
//! ```
//!
//! ```
//! use memnet::{explain::explain, locale::ENGLISH, networks::Model};
//!
//! let model = Model::load(
//!     include_str!("../static/models/memn2n.json"),
//!     include_bytes!("../static/models/memn2n.safetensors"),
//! )?;
//! let story = "John moved to the bedroom. Mary travelled to the hallway.";
//! let answer = explain(&model, story, "Where is Mary?")?;
//!
//! assert_eq!(answer.answers[0].answer, "hallway");
//! assert_eq!(answer.strongest(0).map(|read| read.sentence), Some(1));
//! println!("{}", answer.summary(&ENGLISH)); // Hop 1 reads sentence 2 most (1.00), …
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The map
//!
//! | module | what it holds |
//! |---|---|
//! | [`tensor`] | reverse-mode differentiation over ndarray, parameters, optimisation |
//! | [`text`] | text → sentences → words → ids; pretrained word vectors |
//! | [`locale`] | every text of the page, in every language it speaks |
//! | [`tasks`] | the bAbI file format, story generators, the catalogue of the 20 tasks |
//! | [`networks`] | I, G, O, R, and one file per architecture assembled from them |
//! | [`training`] | examples, batches, schedules, evaluation, checkpoints |
//! | [`explain`] | questions about an answer: what was read, hop by hop, and how each word was taken |
//! | `app` | the page (Yew; browser only, with the feature `page`) |
//! | `api` | what JavaScript sees (wasm only) |
//!
//! Imports point one way: `tensor`, `text`, `locale` ← `tasks`, `networks` ← `training`,
//! `explain` ← `app` ← `api`. Everything up to `explain` knows no browser and builds for every target; a test
//! (`tests/layering.rs`) fails on an import that points the other way.

pub mod explain;
pub mod locale;
pub mod networks;
pub mod tasks;
pub mod tensor;
pub mod text;
pub mod training;

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod app;
