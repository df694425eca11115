//! The arithmetic of the End-to-End Memory Network.

use super::super::input::Encoding;
use super::super::memn2n::{MemN2n, Pass, Side};
use super::super::output::Place;
use super::{Ledger, Operand, Operation, Part, Term, numbers};
use crate::networks::Inquiry;
use crate::tensor::{ParameterId, Tape, Token};

impl Ledger<'_> {
    /// The steps of one cell; `None` if there is no such read.
    pub(super) fn memn2n(
        &mut self,
        tape: &Tape<'_>,
        network: &MemN2n,
        pass: &Pass,
        inquiry: &Inquiry<'_>,
        place: Place,
        slot: usize,
    ) -> Option<()> {
        let read = pass.hops.get(place.hop).filter(|_| place.head == 0)?;
        let encoding = network.settings().encoding;

        self.part = Part::Query;
        let query = match place.hop.checked_sub(1) {
            None => {
                let words = inquiry.question();
                self.encode(Term::Query, network.question, words, encoding)
            }
            Some(before) => {
                let before = &pass.hops[before];
                let mut query = Operand::vector(Term::QueryBefore, numbers(tape, before.query));
                if let Some(recurrence) = network.recurrence {
                    let operands = vec![self.matrix(recurrence), query];
                    query = self.step(Term::Mapped, None, Operation::Map, operands);
                }
                let read = Operand::vector(Term::ReadBefore, numbers(tape, before.output));
                self.step(Term::Query, None, Operation::Sum, vec![query, read])
            }
        };

        let keys = network.key_side(place.hop);
        let sides = [network.sides[keys], network.sides[keys + 1]];
        self.part = Part::Key;
        let key = self.slot(Term::Key, sides[0], inquiry, slot, encoding);
        let weight = self.weigh(tape, read, inquiry, (place, slot), [query, key]);
        self.part = Part::Value;
        let value = self.slot(Term::Value, sides[1], inquiry, slot, encoding);
        self.read(tape, read, weight, value);
        Some(())
    }

    /// What is written to a slot on one side of the memory.
    fn slot(
        &mut self,
        term: Term,
        side: Side,
        inquiry: &Inquiry<'_>,
        slot: usize,
        encoding: Encoding,
    ) -> Operand {
        let sum = self.encode(Term::Encoding, side.words, inquiry.sentence(slot), encoding);
        let age = self.row(Term::Age, side.ages, inquiry.age(slot));
        self.step(term, None, Operation::Sum, vec![sum, age])
    }

    /// The sum of the words' embeddings.
    fn encode(
        &mut self,
        term: Term,
        table: ParameterId,
        tokens: &[Token],
        encoding: Encoding,
    ) -> Operand {
        let parts = tokens.iter().enumerate().map(|(at, token)| {
            let embedding = self.row(Term::WordEmbedding, table, token.word).of_word(at);
            if encoding == Encoding::BagOfWords {
                return embedding;
            }
            let count = |term, count: usize| Operand::number(term, count as f32);
            let operands = vec![
                count(Term::Position, at + 1).of_word(at),
                count(Term::Length, tokens.len()),
                count(Term::Dimension, embedding.values().len()),
            ];
            let weights = self.step(
                Term::PositionWeights,
                Some(at),
                Operation::PositionWeights,
                operands,
            );
            let operands = vec![weights, embedding];
            self.step(Term::WordShare, Some(at), Operation::Times, operands)
        });
        let parts = parts.collect();
        self.sum_of_words(term, parts, table)
    }
}
