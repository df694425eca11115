//! From text to words: sentences, tokens and the vocabulary that numbers them.
//!
//! Nothing is dropped silently: every word keeps its place in the text ([`Word::span`]), known to
//! the vocabulary or not, so that whoever shows the text can say how each word was read.

mod function_words;
mod reader;
mod singular;
mod tokenizer;
mod vocabulary;

pub use function_words::{is_article, is_function_word};
pub use reader::{Entities, Reader, Reading, Treatment, Unit};
pub use singular::singular;
pub use tokenizer::{Sentence, Word, sentences, words};
pub use vocabulary::{Vocabulary, WordId};
