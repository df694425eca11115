//! Questions and their stories, laid out so that one pass answers them all.

use ndarray::Array2;

use crate::tensor::{Segments, Sequences, Tape, Token, Var};

use super::overruled::Overruled;

/// Questions about stories, for one pass through a network.
///
/// Stories share sentences, so each distinct sentence is listed, and encoded, once; memory slots
/// refer to it by its row.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    pub(super) sentences: Sequences,
    /// The features of the sentences, side by side of memory, where they are known already.
    pub(super) features: Option<Vec<Array2<f32>>>,
    pub(super) questions: Sequences,
    /// Which memory slots belong to which question.
    pub(super) slots: Segments,
    /// The row in `sentences` that each slot holds.
    pub(super) slot_sentences: Vec<usize>,
    /// How many sentences each slot is older than the newest of its story.
    pub(super) slot_ages: Vec<usize>,
    /// The row in `questions` that is asked.
    pub(super) asked: Vec<usize>,
    /// What is overruled in how the questions are read.
    pub(super) overruled: Option<Overruled>,
}

impl Batch {
    /// Lists a sentence, and returns its row.
    pub fn add_sentence(&mut self, tokens: impl IntoIterator<Item = Token>) -> usize {
        self.sentences.push(tokens);
        self.sentences.len() - 1
    }

    /// Lists a question's words, and returns their row.
    pub fn add_question(&mut self, tokens: impl IntoIterator<Item = Token>) -> usize {
        self.questions.push(tokens);
        self.questions.len() - 1
    }

    /// Asks a question about a story: the rows of its sentences with their ages, oldest first
    /// (the newest sentence has age 0), and the row of the question. Beside the story's slots so
    /// many are `empty`.
    pub fn ask(
        &mut self,
        story: impl IntoIterator<Item = (usize, usize)>,
        question: usize,
        empty: impl FnOnce(usize) -> usize,
    ) {
        for (sentence, age) in story {
            self.slot_sentences.push(sentence);
            self.slot_ages.push(age);
        }
        let filled = self.slot_sentences.len() - self.slots.rows();
        self.slots.push(filled, empty(filled));
        self.asked.push(question);
    }

    /// The features of the sentences on each side of memory, `sentences × d`: those that are known, or
    /// what `encode` makes of their words.
    pub(super) fn features<'a>(
        &'a self,
        tape: &mut Tape<'a>,
        encode: impl FnOnce(&mut Tape<'a>, &'a Sequences) -> Vec<Var>,
    ) -> Vec<Var> {
        match &self.features {
            Some(known) => known.iter().map(|it| tape.constant(it.clone())).collect(),
            None => encode(tape, &self.sentences),
        }
    }

    /// How many hops are taken of a network trained for `trained` and capable of `most`.
    pub(super) fn hops(&self, trained: usize, most: usize) -> usize {
        let overruled = self.overruled.as_ref().and_then(|it| it.hops);
        overruled.map_or(trained, |hops| hops.clamp(1, most))
    }

    /// How many questions are asked.
    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// Whether none is asked.
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }
}
