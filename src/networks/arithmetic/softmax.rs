//! From the match of query and key to the weight.

use super::super::output::{Place, Read};
use super::{Ledger, Operand, Operation, Part, Term, numbers};
use crate::networks::Inquiry;
use crate::tensor::Tape;

impl Ledger<'_> {
    /// How well the key of a slot matches the query, and the weight that comes of it among all
    /// slots.
    pub(super) fn weigh(
        &mut self,
        tape: &Tape<'_>,
        read: &Read,
        inquiry: &Inquiry<'_>,
        (place, slot): (Place, usize),
        [query, key]: [Operand; 2],
    ) -> Operand {
        self.part = Part::Score;
        let products = self.step(Term::Products, None, Operation::Times, vec![query, key]);
        self.step(Term::Score, None, Operation::Total, vec![products]);

        self.part = Part::Softmax;
        let given = inquiry.given(place);
        let is_given = |slot: usize| given.iter().any(|&(other, _)| other == slot);
        let weights = given.iter().map(|&(_, weight)| weight).collect();
        let weights = Operand::vector(Term::GivenWeights, weights);
        let (vector, at) = if is_given(slot) {
            let at = given.iter().position(|&(other, _)| other == slot);
            let operands = vec![weights];
            let scaled = self.step(Term::ScaledWeights, None, Operation::AtMostOne, operands);
            (scaled, at.unwrap_or_default())
        } else {
            let scores = numbers(tape, read.scores);
            let competing = (0..scores.len()).filter(|&slot| !is_given(slot));
            let at = competing.clone().take_while(|&other| other < slot).count();
            let scores = competing.map(|slot| scores[slot]).collect();
            let scores = Operand::vector(Term::Scores, scores);
            let softmax = self.softmax(inquiry, scores);
            if given.is_empty() {
                (softmax, at)
            } else {
                let left = self.step(Term::Left, None, Operation::Rest, vec![weights]);
                let operands = vec![left, softmax];
                (
                    self.step(Term::SharedWeights, None, Operation::Scale, operands),
                    at,
                )
            }
        };
        let index = Operand::number(Term::Index, at as f32);
        self.step(Term::Weight, None, Operation::Pick, vec![vector, index])
    }

    /// The softmax of scores, in which the empty slots take part.
    fn softmax(&mut self, inquiry: &Inquiry<'_>, mut scores: Operand) -> Operand {
        if let Some(overruled) = &inquiry.batch.overruled
            && overruled.temperature != 1.0
        {
            let temperature = Operand::number(Term::Temperature, overruled.temperature);
            let operands = vec![scores, temperature];
            scores = self.step(Term::CooledScores, None, Operation::Divide, operands);
        }
        let empty = inquiry.batch.slots.empty(0);
        let slots = Operand::number(Term::EmptySlots, empty as f32);
        let operands = vec![scores.clone(), slots.clone()];
        let largest = self.step(Term::Largest, None, Operation::Largest, operands);
        let operands = vec![scores, largest.clone()];
        let parts = self.step(Term::Exponentials, None, Operation::Exponentials, operands);
        let total = if empty == 0 {
            self.step(Term::Total, None, Operation::Total, vec![parts.clone()])
        } else {
            let term = Term::EmptyExponential;
            let operands = vec![Operand::number(Term::EmptyScore, 0.0), largest];
            let one = self.step(term, None, Operation::Exponentials, operands);
            let operands = vec![parts.clone(), one, slots];
            self.step(Term::Total, None, Operation::TotalWithEmpty, operands)
        };
        self.step(Term::Softmax, None, Operation::Divide, vec![parts, total])
    }
}
