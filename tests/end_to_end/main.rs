//! Tests of the built page in a real browser, as a reader would use it.
//!
//! `cargo xtask test --only end-to-end` builds the page, brings the browser and runs them; a word
//! after it picks tests by name. A test makes a [`harness::visit`] and finds what it needs by role
//! and accessible name:
//!
//! ```ignore
//! #[tokio::test]
//! async fn a_new_question_changes_the_answer() -> Result<()> {
//!     visit(Reader::default(), async |page| {
//!         let question = page.find("textbox", "Question").await?;
//!         let answer = page.find("status", "Answer").await?;
//!         let before = answer.text().await?;
//!         page.replace(&question, "Where is Mary?").await?;
//!         page.until("the answer changes", async || Ok(answer.text().await? != before)).await
//!     })
//!     .await
//! }
//! ```
//!
//! Every visit also fails on an error in the browser's console and on what axe-core finds wrong with
//! the page as the test leaves it. A failed one leaves a screenshot in `target/tmp/`.

mod answering;
mod choosing;
mod closer;
mod comparing;
mod documentation;
mod emptiness;
mod explainer;
mod explaining;
mod figures;
mod gallery;
mod harness;
mod keyboard;
mod language;
mod looks;
mod mapping;
mod mattering;
mod measuring;
mod memory;
mod noticing;
mod offline;
mod opening;
mod overruling;
mod pointing;
mod remembering;
mod rewriting;
mod sharing;
mod touring;
mod training;
mod undoing;
mod weights;
mod why_cell;
mod why_flow;
mod why_hops;
mod words;
