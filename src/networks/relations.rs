//! The relation network: what every two things together mean for a question.

use crate::tensor::{ParameterId, Parameters, Tape, Var};

use super::affine::{Affine, matrix};

/// f(Σᵢⱼ g(sᵢ, sⱼ, u)) over the pairs of items s and the question u (Santoro et al. 2017,
/// arXiv 1706.01427, eq. 1).
///
/// The first layer of g is shared out to its three arguments, so that it costs a product per item
/// and not per pair. Beside their sum stands the product of what it makes of i with what it makes
/// of j: whether two items name the same thing shows there at once, and a sum would have to learn
/// it name by name.
#[derive(Clone, Debug)]
pub(super) struct Relations {
    first: ParameterId,
    second: ParameterId,
    question: Affine,
    left: ParameterId,
    right: ParameterId,
    left_question: ParameterId,
    sums: Affine,
    products: ParameterId,
    weigh: Affine,
    conclude: Affine,
}

impl Relations {
    /// A relation network over items of `d` numbers, `width` wide inside; its weights are zero.
    pub(super) fn new(parameters: &mut Parameters, width: usize, d: usize) -> Self {
        let name = |part: &str| format!("response.relations.{part}");
        Self {
            first: matrix(parameters, &name("first"), width, d),
            second: matrix(parameters, &name("second"), width, d),
            question: Affine::new(parameters, &name("question"), width, d),
            left: matrix(parameters, &name("left"), width, d),
            right: matrix(parameters, &name("right"), width, d),
            left_question: matrix(parameters, &name("left-question"), width, d),
            sums: Affine::new(parameters, &name("sums"), width, width),
            products: matrix(parameters, &name("products"), width, width),
            weigh: Affine::new(parameters, &name("weigh"), width, width),
            conclude: Affine::new(parameters, &name("conclude"), d, width),
        }
    }

    /// The matrices that take the features of items into products.
    pub(super) fn passing(&self) -> [ParameterId; 3] {
        [self.left, self.right, self.left_question]
    }

    /// What the items (each `questions × d`) mean for the questions (`questions × d`);
    /// `questions × d`.
    pub(super) fn relate(&self, tape: &mut Tape<'_>, items: &[Var], questions: Var) -> Var {
        let project = |tape: &mut Tape<'_>, matrix: ParameterId| -> Vec<Var> {
            let matrix = tape.parameter(matrix);
            let project = |&item: &Var| tape.products(item, matrix);
            items.iter().map(project).collect()
        };
        let (firsts, seconds) = (project(tape, self.first), project(tape, self.second));
        let (lefts, rights) = (project(tape, self.left), project(tape, self.right));
        let question = self.question.apply(tape, questions);
        let left_question = tape.parameter(self.left_question);
        let left_question = tape.products(questions, left_question);
        let (mut sums, mut products) = (Vec::new(), Vec::new());
        for (&first, &left) in firsts.iter().zip(&lefts) {
            let first = tape.add(first, question);
            let left = tape.add(left, left_question);
            for (&second, &right) in seconds.iter().zip(&rights) {
                sums.push(tape.add(first, second));
                products.push(tape.times(left, right));
            }
        }
        let pairs = sums.len();
        let sums = tape.stack(&sums);
        let sums = tape.relu(sums);
        let sums = self.sums.apply(tape, sums);
        let products = tape.stack(&products);
        let matrix = tape.parameter(self.products);
        let products = tape.products(products, matrix);
        let related = tape.add(sums, products);
        let related = tape.relu(related);
        let related = tape.sum_stacked(related, pairs);
        let weighed = self.weigh.apply(tape, related);
        let weighed = tape.relu(weighed);
        self.conclude.apply(tape, weighed)
    }
}
