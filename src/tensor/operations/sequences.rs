//! A batch of word sequences.

/// One place of a sequence: a word, or an entity (a name).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// The row of the word in an embedding table.
    pub word: usize,
    /// The row of the entity, where the token names one, in a table of entities.
    pub entity: Option<usize>,
}

/// A batch of word sequences (sentences), one after the other.
#[derive(Clone, Debug)]
pub struct Sequences {
    tokens: Vec<Token>,
    offsets: Vec<usize>,
}

impl Default for Sequences {
    fn default() -> Self {
        Self {
            tokens: Vec::new(),
            offsets: vec![0],
        }
    }
}

impl Sequences {
    /// How many sequences there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Appends a sequence.
    pub fn push(&mut self, tokens: impl IntoIterator<Item = Token>) {
        self.tokens.extend(tokens);
        self.offsets.push(self.tokens.len());
    }

    /// The sequence of a place in the batch.
    pub fn get(&self, at: usize) -> &[Token] {
        &self.tokens[self.offsets[at]..self.offsets[at + 1]]
    }

    /// The sequences, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[Token]> + '_ {
        self.offsets
            .windows(2)
            .map(|ends| &self.tokens[ends[0]..ends[1]])
    }
}
