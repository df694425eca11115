//! What the quantities and the parts of the way are called.

use crate::explain::{Part, Term};
use crate::locale::Texts;

/// The title of a part.
pub(super) fn title(part: Part, texts: &Texts) -> &'static str {
    let texts = &texts.cell;
    match part {
        Part::Query => texts.part_query,
        Part::Key => texts.part_key,
        Part::Score => texts.part_score,
        Part::Softmax => texts.part_softmax,
        Part::Value => texts.part_value,
        Part::Read => texts.part_read,
    }
}

/// What a quantity is.
pub(super) fn name(term: Term, texts: &Texts) -> &'static str {
    let texts = &texts.cell;
    match term {
        Term::WordEmbedding => texts.word_embedding,
        Term::EntityEmbedding => texts.entity_embedding,
        Term::Embedding => texts.embedding,
        Term::Position => texts.position,
        Term::Length => texts.length,
        Term::Dimension => texts.dimension,
        Term::PositionWeights => texts.position_weights,
        Term::PlaceGate => texts.place_gate,
        Term::BeforeGate => texts.before_gate,
        Term::AfterGate => texts.after_gate,
        Term::Gate => texts.gate,
        Term::WordShare => texts.word_share,
        Term::Encoding => texts.encoding,
        Term::Matrix => texts.weights_matrix,
        Term::Bias => texts.bias,
        Term::Mapped => texts.mapped,
        Term::Features => texts.features,
        Term::Age => texts.age,
        Term::Key => texts.key,
        Term::Value => texts.value,
        Term::Query => texts.query,
        Term::QueryBefore => texts.query_before,
        Term::ReadBefore => texts.read_before,
        Term::Asked => texts.asked,
        Term::Products => texts.products,
        Term::Score => texts.score,
        Term::Scores => texts.scores,
        Term::Temperature => texts.temperature,
        Term::CooledScores => texts.cooled,
        Term::EmptyScore => texts.empty_score,
        Term::EmptySlots => texts.empty_slots,
        Term::Largest => texts.largest,
        Term::Exponentials => texts.exponentials,
        Term::EmptyExponential => texts.empty_exponential,
        Term::Total => texts.total,
        Term::Softmax => texts.softmax,
        Term::GivenWeights => texts.given_weights,
        Term::ScaledWeights => texts.scaled_weights,
        Term::Left => texts.left,
        Term::SharedWeights => texts.shared_weights,
        Term::Index => texts.index,
        Term::Weight => texts.weight,
        Term::Share => texts.share,
        Term::Weights => texts.weights,
        Term::Values => texts.values,
        Term::Read => texts.read,
        Term::ItemShare => texts.item_share,
    }
}

/// Whether a quantity is a count, which has no decimals.
pub(super) fn is_count(term: Term) -> bool {
    matches!(
        term,
        Term::Position | Term::Length | Term::Dimension | Term::EmptySlots | Term::Index
    )
}
