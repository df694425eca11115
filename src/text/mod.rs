//! From text to words: sentences, tokens, the vocabulary that numbers them, and
//! pretrained word vectors.
//!
//! Nothing is dropped silently: every word keeps its place in the text ([`Word::span`]), known to
//! the vocabulary or not, so that whoever shows the text can say how each word was read.

mod agreement;
mod capitalised;
mod contractions;
mod function_words;
mod names;
mod reader;
mod singular;
mod thesaurus;
mod tokenizer;
pub mod vectors;
mod vocabulary;

pub use capitalised::capitalised;
pub use function_words::{is_article, is_function_word};
pub use reader::{Entities, Met, Reader, Reading, Treatment, UNMENTIONED, Unit};
pub use singular::singular;
pub use thesaurus::Thesaurus;
pub use tokenizer::{Sentence, Word, sentences, words};
pub use vocabulary::{Vocabulary, WordId};
