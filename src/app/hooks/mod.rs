//! What components share in behaviour.

mod use_explainer;
mod use_history_keys;
mod use_keeping;
mod use_language;
mod use_link;
mod use_linked_scrolling;
mod use_mattering;
mod use_network;
mod use_other_network;
mod use_part;
mod use_reading;
mod use_settled;
mod use_texts;
mod use_tour_address;
mod use_training;
mod use_word_vectors;

pub use use_explainer::{Explainer, use_explainer};
pub use use_history_keys::use_history_keys;
pub use use_keeping::use_keeping;
pub use use_language::use_language;
pub use use_link::use_link;
pub use use_linked_scrolling::use_linked_scrolling;
pub use use_mattering::{Mattering, use_mattering};
pub use use_network::use_network;
pub use use_other_network::use_other_network;
pub use use_part::{Part, use_part};
pub use use_reading::use_reading;
pub use use_settled::use_settled;
pub use use_texts::use_texts;
pub use use_tour_address::use_tour_address;
pub use use_training::{TrainingHandle, use_training};
pub use use_word_vectors::use_word_vectors;
