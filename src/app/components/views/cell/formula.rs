//! What a step does, as a formula.

use yew::Html;

use super::words::is_count;
use crate::app::components::math::{
    Indices, bracketed, count, display, factor, fraction, joined, letter, number, row, sign, sub,
    sum, sup, symbol, text,
};
use crate::explain::{Operation, Part, Quantity, Step, Term};
use crate::locale::Texts;

/// The most summands that are written out.
const MOST_SUMMANDS: usize = 4;

/// A step as its formula: what is made, how, and, where it is a number, the number.
pub(super) fn formula(step: &Step, indices: Indices, texts: &Texts) -> Html {
    let symbolic = |quantity: &Quantity| quantity_symbol(quantity, step.part, indices, texts);
    let substituted = |quantity: &Quantity| match *quantity.values.as_slice() {
        [value] if value < 0.0 => bracketed([value_of(quantity.term, value, texts)]),
        [value] => value_of(quantity.term, value, texts),
        _ => symbolic(quantity),
    };
    let operands: Vec<&Quantity> = step.operands.iter().map(|it| &it.quantity).collect();
    let mut parts = vec![
        symbolic(&step.result),
        sign("="),
        expression(step.operation, &operands, &symbolic),
    ];
    // The numbers in the place of the letters, where there are numbers. (Of the empty slots the
    // largest score only takes whether there are any.)
    let has_number = operands.iter().any(|operand| operand.values.len() == 1);
    if has_number && step.operation != Operation::Largest {
        parts.push(sign("="));
        parts.push(expression(step.operation, &operands, &substituted));
    }
    if let &[value] = step.result.values.as_slice() {
        parts.push(sign("="));
        parts.push(value_of(step.result.term, value, texts));
    }
    display(parts)
}

/// The first number of every vector of a step, as the step joins them; `None` where there is no
/// vector to be made, or more is summed up than can be written out.
pub(super) fn first_numbers(step: &Step, texts: &Texts) -> Option<Html> {
    let result = match step.result.values.as_slice() {
        &[] | &[_] => return None,
        &[first, ..] => first,
    };
    let operands: Vec<&[f32]> = step
        .operands
        .iter()
        .map(|it| &it.quantity.values[..])
        .collect();
    let head = |values: &[f32]| values.first().copied();
    let number = |value| number(value, texts);
    let factor = |value| factor(value, texts);
    let left = match (step.operation, operands.as_slice()) {
        (Operation::Sum, operands) if operands.len() <= MOST_SUMMANDS => {
            let firsts: Option<Vec<f32>> = operands.iter().map(|it| head(it)).collect();
            let firsts = firsts?.into_iter().enumerate();
            joined(
                "+",
                firsts.map(|(at, it)| if at == 0 { number(it) } else { factor(it) }),
            )
        }
        (Operation::Times | Operation::Scale, [a, b]) => {
            joined("·", [number(head(a)?), factor(head(b)?)])
        }
        (Operation::Tanh, [x]) => row([letter("tanh"), bracketed([number(head(x)?)])]),
        (Operation::Divide, &[x, &[by]]) => fraction(number(head(x)?), number(by)),
        (Operation::Exponentials, &[x, &[largest]]) => sup(
            letter("e"),
            joined("−", [number(head(x)?), factor(largest)]),
        ),
        _ => return None,
    };
    Some(row([left, sign("="), number(result)]))
}

/// A number of a term: a count without decimals, and a place counted from 1.
pub(super) fn value_of(term: Term, value: f32, texts: &Texts) -> Html {
    // Counts are small whole numbers.
    match term {
        Term::Index => count(value as usize + 1),
        _ if is_count(term) => count(value as usize),
        _ => number(value, texts),
    }
}

/// The symbol of a quantity.
pub(super) fn quantity_symbol(
    quantity: &Quantity,
    part: Part,
    indices: Indices,
    texts: &Texts,
) -> Html {
    let word = quantity.word.map_or(0, |word| word + 1);
    symbol(quantity.term, part, Indices { word, ..indices }, texts)
}

fn expression(
    operation: Operation,
    operands: &[&Quantity],
    write: &dyn Fn(&Quantity) -> Html,
) -> Html {
    let parts: Vec<Html> = operands.iter().map(|operand| write(operand)).collect();
    let [a, b, c] = [0, 1, 2].map(|at| parts.get(at).cloned().unwrap_or_default());
    match operation {
        Operation::PositionWeights => {
            let middle = |top: Html| fraction(row([top, sign("+"), count(1)]), count(2));
            row([
                count(1),
                sign("+"),
                fraction(
                    row([
                        count(4),
                        bracketed([letter("k"), sign("−"), middle(c.clone())]),
                        bracketed([a, sign("−"), middle(b.clone())]),
                    ]),
                    joined("·", [c, b]),
                ),
            ])
        }
        Operation::Sum => match parts.len() {
            0..=MOST_SUMMANDS => joined("+", parts),
            many => joined(
                "+",
                [
                    parts[0].clone(),
                    parts[1].clone(),
                    sign("…"),
                    parts[many - 1].clone(),
                ],
            ),
        },
        Operation::Times => joined("⊙", [a, b]),
        Operation::Map => row([a, b]),
        Operation::Affine => row([a, b, sign("+"), c]),
        Operation::Tanh => row([letter("tanh"), bracketed([a])]),
        Operation::Total => row([sum("k"), sub(bracketed([a]), letter("k"))]),
        Operation::Divide => fraction(a, b),
        Operation::Scale => joined("·", [a, b]),
        Operation::Largest => {
            let empty = operands
                .get(1)
                .is_some_and(|it| it.values.iter().any(|&n| n > 0.0));
            let zero = empty.then(|| row([sign(","), count(0)]));
            row([letter("max"), bracketed([a].into_iter().chain(zero))])
        }
        Operation::Exponentials => sup(letter("e"), row([a, sign("−"), b])),
        Operation::TotalWithEmpty => row([sum("i"), a, sign("+"), joined("·", [c, b])]),
        Operation::Rest => row([count(1), sign("−"), sum("i"), a]),
        Operation::AtMostOne => fraction(
            a.clone(),
            row([letter("max"), bracketed([count(1), sign(","), sum("i"), a])]),
        ),
        Operation::Pick => sub(bracketed([a]), b),
        Operation::WeightedSum => row([sum("i"), sub(a, letter("i")), sub(text("c"), letter("i"))]),
    }
}
