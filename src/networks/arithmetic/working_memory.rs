//! The arithmetic of the Working Memory Network.

use super::super::affine::Affine;
use super::super::output::Place;
use super::super::working_memory::{Pass, WorkingMemory};
use super::{Ledger, Operand, Operation, Part, Term, numbers};
use crate::networks::Inquiry;
use crate::tensor::{GatedTables, ParameterId, Tape, Token};

impl Ledger<'_> {
    /// The steps of one cell; `None` if there is no such read.
    pub(super) fn working_memory(
        &mut self,
        tape: &Tape<'_>,
        network: &WorkingMemory,
        pass: &Pass,
        inquiry: &Inquiry<'_>,
        place: Place,
        slot: usize,
    ) -> Option<()> {
        let read = pass.hops.get(place.hop)?.get(place.head)?;
        let head = network.hops[place.hop].heads[place.head];

        self.part = Part::Query;
        let query = match place.hop.checked_sub(1) {
            None => {
                let encoding = self.encode_gated(network, inquiry.question());
                self.features(Term::Query, network.question, encoding)
            }
            Some(before) => {
                let hop = &network.hops[before];
                let vector = |term, var| Operand::vector(term, numbers(tape, var));
                let query = vector(Term::QueryBefore, pass.queries[before]);
                let kept = self.affine(hop.keep, query);
                let item = vector(Term::ReadBefore, pass.items[before]);
                let operands = vec![self.matrix(hop.follow), item];
                let followed = self.step(Term::Mapped, None, Operation::Map, operands);
                let operands = vec![kept, followed];
                let sum = self.step(Term::Mapped, None, Operation::Sum, operands);
                self.step(Term::Query, None, Operation::Tanh, vec![sum])
            }
        };
        let operands = vec![self.matrix(head.ask), query];
        let asked = self.step(Term::Asked, None, Operation::Map, operands);

        self.part = Part::Key;
        let encoding = self.encode_gated(network, inquiry.sentence(slot));
        let age = self.row(Term::Age, network.ages, inquiry.age(slot));
        let features = self.features(Term::Features, network.keys, encoding.clone());
        let operands = vec![features, age.clone()];
        let key = self.step(Term::Key, None, Operation::Sum, operands);
        let weight = self.weigh(tape, read, inquiry, (place, slot), [asked, key]);

        self.part = Part::Value;
        let features = self.features(Term::Features, network.values, encoding);
        let value = self.step(Term::Value, None, Operation::Sum, vec![features, age]);
        let share = self.read(tape, read, weight, value);
        let operands = vec![self.matrix(head.take), share];
        self.step(Term::ItemShare, None, Operation::Map, operands);
        Some(())
    }

    /// W x + b.
    fn affine(&mut self, map: Affine, x: Operand) -> Operand {
        let operands = vec![
            self.matrix(map.weights),
            x,
            self.row(Term::Bias, map.bias, 0),
        ];
        self.step(Term::Mapped, None, Operation::Affine, operands)
    }

    /// tanh(W x + b).
    fn features(&mut self, term: Term, map: Affine, x: Operand) -> Operand {
        let mapped = self.affine(map, x);
        self.step(term, None, Operation::Tanh, vec![mapped])
    }

    /// The sum of the words' embeddings, each gated by its place and its neighbours.
    fn encode_gated(&mut self, network: &WorkingMemory, tokens: &[Token]) -> Operand {
        let tables = network.tables;
        let words = self.model.parameters.value(tables.words).nrows();
        let places = self.model.parameters.value(tables.places).nrows();
        let rows = GatedTables::rows(tokens, words, places);
        let parts = rows.enumerate().map(|(at, rows)| {
            let of_word = |ledger: &Self, term, table: ParameterId, row| {
                ledger.row(term, table, row).of_word(at)
            };
            let mut embedding = of_word(self, Term::WordEmbedding, tables.words, rows.word);
            if let Some(entity) = rows.entity {
                let entity = of_word(self, Term::EntityEmbedding, tables.entities, entity);
                let operands = vec![embedding, entity];
                embedding = self.step(Term::Embedding, Some(at), Operation::Sum, operands);
            }
            let operands = vec![
                of_word(self, Term::PlaceGate, tables.places, rows.place),
                of_word(self, Term::BeforeGate, tables.before, rows.before),
                of_word(self, Term::AfterGate, tables.after, rows.after),
            ];
            let gate = self.step(Term::Gate, Some(at), Operation::Sum, operands);
            let operands = vec![embedding, gate];
            self.step(Term::WordShare, Some(at), Operation::Times, operands)
        });
        let parts = parts.collect();
        self.sum_of_words(Term::Encoding, parts, tables.words)
    }
}
