//! Formulas in MathML, which browsers set without help.

use yew::{Html, html};

use crate::explain::{Part, Term};
use crate::locale::Texts;

/// How many decimals the numbers of formulas have.
pub const PLACES: usize = 3;

/// A formula that stands by itself.
pub fn display(parts: impl IntoIterator<Item = Html>) -> Html {
    html! { <math class="formula" display="block"><mrow>{for parts}</mrow></math> }
}

/// A formula in running text.
pub fn inline(formula: Html) -> Html {
    html! { <math>{formula}</math> }
}

/// Several parts as one.
pub fn row(parts: impl IntoIterator<Item = Html>) -> Html {
    html! { <mrow>{for parts}</mrow> }
}

/// A letter, or the name of a function.
pub fn letter(letter: impl Into<String>) -> Html {
    html! { <mi>{letter.into()}</mi> }
}

/// A sign.
pub fn sign(sign: &'static str) -> Html {
    html! { <mo>{sign}</mo> }
}

/// A word of the story or of the page.
pub fn text(text: impl Into<String>) -> Html {
    html! { <mtext>{text.into()}</mtext> }
}

/// A count.
pub fn count(count: usize) -> Html {
    html! { <mn>{count}</mn> }
}

/// A number; a negative one that is no first term wants [`summand`] or [`factor`].
pub fn number(number: f32, texts: &Texts) -> Html {
    let digits = texts.typography.decimal(number.abs(), PLACES);
    if is_negative(number) {
        html! { <mrow><mo form="prefix">{"−"}</mo><mn>{digits}</mn></mrow> }
    } else {
        html! { <mn>{digits}</mn> }
    }
}

/// A number behind a sign, in brackets if it is negative.
pub fn factor(number: f32, texts: &Texts) -> Html {
    if is_negative(number) {
        bracketed([self::number(number, texts)])
    } else {
        self::number(number, texts)
    }
}

/// Whether a number is shown with a minus.
fn is_negative(number: f32) -> bool {
    number < 0.0
}

/// Something in round brackets.
pub fn bracketed(parts: impl IntoIterator<Item = Html>) -> Html {
    html! { <mrow><mo>{"("}</mo>{for parts}<mo>{")"}</mo></mrow> }
}

/// Something with an index.
pub fn sub(base: Html, index: Html) -> Html {
    html! { <msub>{base}{index}</msub> }
}

/// Something with a hat: an estimate. As an accent it lies close upon it.
pub fn hat(base: Html) -> Html {
    html! { <mover accent="true">{base}<mo>{"^"}</mo></mover> }
}

/// Something with an exponent.
pub fn sup(base: Html, exponent: Html) -> Html {
    html! { <msup>{base}{exponent}</msup> }
}

/// A fraction.
pub fn fraction(above: Html, below: Html) -> Html {
    html! { <mfrac>{above}{below}</mfrac> }
}

/// Σ over an index.
pub fn sum(index: &'static str) -> Html {
    html! { <munder><mo>{"Σ"}</mo>{letter(index)}</munder> }
}

/// Parts with a sign between each two.
pub fn joined(sign: &'static str, parts: impl IntoIterator<Item = Html>) -> Html {
    let parts = parts.into_iter().enumerate().flat_map(|(at, part)| {
        let between = (at > 0).then(|| self::sign(sign));
        between.into_iter().chain([part])
    });
    row(parts)
}

/// What the letters of a symbol stand for here. All count from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Indices {
    /// The sentence, i.
    pub sentence: usize,
    /// The word, j; 0 leaves the letter.
    pub word: usize,
    /// The hop, k, that what is earlier belongs to.
    pub hop: usize,
}

/// The symbol of a term, its index letters replaced by what they stand for.
pub fn symbol(term: Term, part: Part, indices: Indices, texts: &Texts) -> Html {
    let symbol = term.symbol(part);
    let mut tokens: Vec<Html> = symbol.base.split(' ').map(token).collect();
    if !symbol.index.is_empty()
        && let Some(base) = tokens.pop()
    {
        let index = match symbol.index {
            "given" => text(texts.cell.given),
            letters => index(letters, indices),
        };
        tokens.push(sub(base, index));
    }
    row(tokens)
}

fn token(token: &'static str) -> Html {
    match token {
        "⊙" | "−" | "Σ" => sign(token),
        "1" => count(1),
        _ => match token.split_once('_') {
            Some((base, below)) => sup(letter(base), letter(below)),
            None => letter(token),
        },
    }
}

fn index(letters: &'static str, indices: Indices) -> Html {
    let known = |letter: char| match letter {
        'i' => indices.sentence,
        'j' => indices.word,
        'k' => indices.hop,
        _ => 0,
    };
    let first = letters.chars().next().unwrap_or_default();
    // "j−1" is the word before, and "j+1" the one after.
    let shifted = match (letters.chars().nth(1), known(first)) {
        (Some('−'), known) if known > 0 => Some(known - 1),
        (Some('+'), known) if known > 0 => Some(known + 1),
        _ => None,
    };
    if let Some(shifted) = shifted {
        return count(shifted);
    }
    let parts = letters.chars().map(|letter| match known(letter) {
        0 if letter == '∅' || !letter.is_alphabetic() => {
            html! { <mo>{letter}</mo> }
        }
        0 => self::letter(letter),
        known => count(known),
    });
    let parts: Vec<Html> = parts.collect();
    // Two numbers side by side would be read as one.
    match parts.len() {
        1 => row(parts),
        _ if letters.chars().all(|letter| known(letter) > 0) => joined(",", parts),
        _ => row(parts),
    }
}
