//! The formulas of the four components, with the numbers of the sentence that is followed.

use yew::{Html, html};

use super::light::{Lit, lit};
use crate::app::components::math::{
    bracketed, count, display, factor, fraction, inline, joined, letter, number, row, sign, sub,
    sum, sup, text,
};
use crate::app::components::role::Component;
use crate::explain::{CellArithmetic, Part, Step, Term, Workings};
use crate::locale::Texts;
use crate::networks::input::Encoding;
use crate::networks::memn2n::Tying;
use crate::networks::{Architecture, Model};

/// The most summands that are written out.
const MOST_SUMMANDS: usize = 5;

/// How many choices the softmax of the answer is written out for.
const CHOICES: usize = 2;

/// A term of a formula and what it means.
pub(super) struct Entry {
    pub(super) term: Lit,
    pub(super) symbol: Html,
    pub(super) meaning: &'static str,
}

/// The formulas of a component, and their terms.
pub(super) struct Opened {
    pub(super) formulas: Vec<Html>,
    pub(super) terms: Vec<Entry>,
}

/// What the formulas are about.
pub(super) struct Followed<'a> {
    pub(super) model: &'a Model,
    pub(super) workings: &'a Workings,
    /// The words of the sentence, one for each unit.
    pub(super) words: &'a [String],
    /// The sentence, counted from 1.
    pub(super) sentence: usize,
    /// The hop, counted from 1.
    pub(super) hop: usize,
    pub(super) texts: &'static Texts,
}

impl Followed<'_> {
    /// The formulas of a component.
    pub(super) fn open(&self, component: Component) -> Opened {
        match component {
            Component::Input | Component::Query => self.input(),
            Component::Generalization => self.generalization(),
            Component::Output => self.output(),
            Component::Response => self.response(),
        }
    }

    fn is_memn2n(&self) -> bool {
        matches!(self.model.record.architecture, Architecture::MemN2n(_))
    }

    /// Whether words are weighted by where they stand.
    fn is_weighted(&self) -> bool {
        match &self.model.record.architecture {
            Architecture::MemN2n(settings) => settings.encoding == Encoding::Position,
            Architecture::WorkingMemory(_) => true,
        }
    }

    fn step(&self, term: Term) -> Option<&Step> {
        step(self.workings.cell.as_ref(), term)
    }

    /// The sentence's encoding; MemN2N has one for each side of the memory.
    fn x(&self, side: &'static str) -> Html {
        let x = if self.is_memn2n() {
            html! { <msubsup>{letter("x")}{count(self.sentence)}{letter(side)}</msubsup> }
        } else {
            self.of_sentence("x")
        };
        lit(Lit::Encoding, x)
    }

    fn m(&self) -> Html {
        lit(Lit::Key, self.of_sentence("m"))
    }

    fn c(&self) -> Html {
        lit(Lit::Value, self.of_sentence("c"))
    }

    fn u(&self) -> Html {
        lit(Lit::Query, sub(letter("u"), count(self.hop)))
    }

    fn next(&self) -> Html {
        lit(Lit::Next, sub(letter("u"), count(self.hop + 1)))
    }

    fn p(&self) -> Html {
        lit(Lit::Weight, self.of_sentence("p"))
    }

    fn of_sentence(&self, base: &'static str) -> Html {
        sub(letter(base), count(self.sentence))
    }

    fn number(&self, value: f32) -> Html {
        number(value, self.texts)
    }

    fn factor(&self, value: f32) -> Html {
        factor(value, self.texts)
    }

    /// Numbers that come to another.
    fn total(&self, values: &[f32], result: f32) -> Html {
        let shown = values.iter().take(MOST_SUMMANDS).enumerate();
        let shown = shown.map(|(at, &value)| match at {
            0 => self.number(value),
            _ => self.factor(value),
        });
        let more = (values.len() > MOST_SUMMANDS).then(|| letter("…"));
        let left = joined("+", shown.chain(more));
        inline(row([left, sign("="), self.number(result)]))
    }

    /// A line of the first numbers of what a formula joins.
    fn first_numbers(&self, numbers: Html) -> Html {
        html! { <p class="first-numbers">{self.texts.flow.first_numbers}{" "}{numbers}</p> }
    }

    /// The sum that a step makes, by first numbers.
    fn summed(&self, term: Term) -> Option<Html> {
        let step = self.step(term)?;
        let firsts: Option<Vec<f32>> = step
            .operands
            .iter()
            .map(|operand| operand.quantity.values.first().copied())
            .collect();
        let result = *step.result.values.first()?;
        Some(self.first_numbers(self.total(&firsts?, result)))
    }

    /// I.
    fn input(&self) -> Opened {
        let texts = &self.texts.flow;
        let (weight, embedding, asked, meaning) = if self.is_memn2n() {
            let embedding = row([letter("A"), sub(letter("x"), letter("ij"))]);
            let asked = row([letter("B"), sub(letter("q"), letter("j"))]);
            ("l", embedding, asked, texts.word)
        } else {
            let embedding = sub(letter("e"), letter("ij"));
            (
                "g",
                embedding,
                sub(letter("e"), letter("j")),
                texts.gated_word,
            )
        };
        let weight = || sub(letter(weight), letter("j"));
        let share = |of: Html| {
            let weighted = if self.is_weighted() {
                joined("⊙", [weight(), of])
            } else {
                of
            };
            lit(Lit::Word, weighted)
        };
        let question = row([sum("j"), share(asked)]);
        let question = if self.is_memn2n() {
            question
        } else {
            row([
                letter("tanh"),
                bracketed([letter("W"), question, sign("+"), letter("b")]),
            ])
        };
        let first_query = lit(Lit::Query, sub(letter("u"), count(1)));
        let mut formulas = vec![display([
            self.x("A"),
            sign("="),
            sum("j"),
            share(embedding.clone()),
        ])];
        // The first word by itself, and the sum of all.
        if let (Some(step), Some(word)) = (self.step_of_word(0), self.words.first())
            && let [a, b] = step.operands.as_slice()
            && let (Some(&a), Some(&b), Some(&product)) = (
                a.quantity.values.first(),
                b.quantity.values.first(),
                step.result.values.first(),
            )
        {
            let numbers = row([
                joined("·", [self.number(a), self.factor(b)]),
                sign("="),
                self.number(product),
            ]);
            formulas.push(html! {
                <p class="first-numbers">
                    <span lang="en">{word.clone()}</span>{": "}{inline(numbers)}
                </p>
            });
        }
        formulas.extend(self.summed(Term::Encoding));
        formulas.push(display([first_query.clone(), sign("="), question]));
        Opened {
            formulas,
            terms: vec![
                Entry {
                    term: Lit::Word,
                    symbol: share(embedding),
                    meaning,
                },
                Entry {
                    term: Lit::Encoding,
                    symbol: self.of_sentence("x"),
                    meaning: texts.encoding,
                },
                Entry {
                    term: Lit::Query,
                    symbol: sub(letter("u"), count(1)),
                    meaning: texts.query,
                },
            ],
        }
    }

    fn step_of_word(&self, word: usize) -> Option<&Step> {
        let cell = self.workings.cell.as_ref()?;
        let of_sentence = |step: &&Step| {
            step.result.term == Term::WordShare
                && step.result.word == Some(word)
                && step.part == Part::Key
        };
        cell.steps.iter().find(of_sentence)
    }

    /// G.
    fn generalization(&self) -> Opened {
        let texts = &self.texts.flow;
        let time = |side: &'static str| {
            let base = if self.is_memn2n() {
                sup(letter("T"), letter(side))
            } else {
                letter("T")
            };
            row([base, bracketed([count(self.sentence)])])
        };
        let written = |side: &'static str| {
            let content = if self.is_memn2n() {
                self.x(side)
            } else {
                row([
                    letter("tanh"),
                    bracketed([
                        sub(letter("W"), letter(side)),
                        self.x(side),
                        sign("+"),
                        sub(letter("b"), letter(side)),
                    ]),
                ])
            };
            joined("+", [content, lit(Lit::Age, time(side))])
        };
        let [key, value] = if self.is_memn2n() {
            ["A", "C"]
        } else {
            ["m", "c"]
        };
        let mut formulas = vec![display([self.m(), sign("="), written(key)])];
        formulas.extend(self.summed(Term::Key));
        formulas.push(display([self.c(), sign("="), written(value)]));
        formulas.extend(self.summed(Term::Value));
        Opened {
            formulas,
            terms: vec![
                Entry {
                    term: Lit::Encoding,
                    symbol: self.of_sentence("x"),
                    meaning: texts.encoding,
                },
                Entry {
                    term: Lit::Age,
                    symbol: row([letter("T"), bracketed([count(self.sentence)])]),
                    meaning: texts.age,
                },
                Entry {
                    term: Lit::Key,
                    symbol: self.of_sentence("m"),
                    meaning: texts.key,
                },
                Entry {
                    term: Lit::Value,
                    symbol: self.of_sentence("c"),
                    meaning: texts.value,
                },
            ],
        }
    }

    /// O.
    fn output(&self) -> Opened {
        let texts = &self.texts.flow;
        let transposed = sup(self.u(), letter("T"));
        let matched = if self.is_memn2n() {
            row([transposed, self.m()])
        } else {
            let asked = bracketed([letter("H"), self.u()]);
            row([sup(asked, letter("T")), self.m()])
        };
        let softmax = row([letter("softmax"), bracketed([matched])]);
        let mut formulas = vec![display([self.p(), sign("="), softmax])];
        formulas.extend(self.softmax_numbers());
        let o = lit(Lit::Read, letter("o"));
        let weighted = row([
            sum("i"),
            lit(Lit::Weight, sub(letter("p"), letter("i"))),
            lit(Lit::Value, sub(letter("c"), letter("i"))),
        ]);
        let strongest = self.strongest_summands();
        let read = match strongest {
            Some(summands) => row([o.clone(), sign("="), weighted, sign("="), summands]),
            None => row([o.clone(), sign("="), weighted]),
        };
        formulas.push(display([read]));
        let item = lit(Lit::Item, sub(letter("s"), count(self.hop)));
        if !self.is_memn2n() {
            let taken = row([letter("W"), o.clone(), sign("+"), letter("b")]);
            formulas.push(display([item.clone(), sign("="), taken]));
        }
        let next = match &self.model.record.architecture {
            Architecture::MemN2n(settings) => match settings.tying {
                Tying::Adjacent => joined("+", [self.u(), o]),
                Tying::LayerWise => joined("+", [row([letter("H"), self.u()]), o]),
            },
            Architecture::WorkingMemory(_) => row([
                letter("tanh"),
                bracketed([
                    letter("K"),
                    self.u(),
                    sign("+"),
                    letter("F"),
                    item,
                    sign("+"),
                    letter("b"),
                ]),
            ]),
        };
        formulas.push(display([self.next(), sign("="), next]));
        formulas.extend(self.next_numbers());
        let mut terms = vec![
            Entry {
                term: Lit::Query,
                symbol: sub(letter("u"), count(self.hop)),
                meaning: texts.query,
            },
            Entry {
                term: Lit::Key,
                symbol: self.of_sentence("m"),
                meaning: texts.key,
            },
            Entry {
                term: Lit::Weight,
                symbol: self.of_sentence("p"),
                meaning: texts.weight,
            },
            Entry {
                term: Lit::Value,
                symbol: sub(letter("c"), letter("i")),
                meaning: texts.value,
            },
            Entry {
                term: Lit::Read,
                symbol: letter("o"),
                meaning: texts.read,
            },
        ];
        if !self.is_memn2n() {
            terms.push(Entry {
                term: Lit::Item,
                symbol: sub(letter("s"), count(self.hop)),
                meaning: texts.item,
            });
        }
        terms.push(Entry {
            term: Lit::Next,
            symbol: sub(letter("u"), count(self.hop + 1)),
            meaning: texts.next,
        });
        Opened { formulas, terms }
    }

    /// The softmax of the followed slot in numbers; or that its weight is given.
    fn softmax_numbers(&self) -> Option<Html> {
        let only = |term| Some(*self.step(term)?.result.values.first()?);
        let weight = only(Term::Weight)?;
        if self.step(Term::ScaledWeights).is_some() {
            return Some(html! {
                <>
                    {display([self.p(), sign("="), self.number(weight)])}
                    <p class="note">{self.texts.flow.given}</p>
                </>
            });
        }
        // Where weights are given to others the softmax shares out the rest only.
        let shared = match self.step(Term::Left) {
            Some(left) => Some(row([self.number(*left.result.values.first()?), sign("·")])),
            None => None,
        };
        let scores = self.step(Term::Exponentials)?.operands.first()?;
        let index = self.step(Term::Weight)?.operands.get(1)?;
        let at = *index.quantity.values.first()? as usize;
        let score = *scores.quantity.values.get(at)?;
        let [largest, total] = [only(Term::Largest)?, only(Term::Total)?];
        let exponent = joined("−", [self.number(score), self.factor(largest)]);
        let softmax = fraction(sup(letter("e"), exponent), self.number(total));
        Some(display(
            [self.p(), sign("=")].into_iter().chain(shared).chain([
                softmax,
                sign("="),
                self.number(weight),
            ]),
        ))
    }

    /// The largest summands of Σ pᵢcᵢ.
    fn strongest_summands(&self) -> Option<Html> {
        let cell = self.workings.cell.as_ref()?;
        let read = step(Some(cell), Term::Read)?;
        let weights = &read.operands.first()?.quantity.values;
        let mut sentences = [&cell.competing[..], &cell.given].concat();
        sentences.sort_unstable();
        let mut summands: Vec<(usize, f32)> = sentences
            .into_iter()
            .zip(weights.iter().copied())
            // What is shown as 0 adds nothing that could be seen.
            .filter(|(_, weight)| *weight >= 0.0005)
            .collect();
        summands.sort_by(|a, b| b.1.total_cmp(&a.1));
        let all = summands.len() == weights.len() && summands.len() <= CHOICES + 1;
        let shown = summands
            .iter()
            .take(CHOICES + 1)
            .map(|&(sentence, weight)| {
                row([
                    lit(Lit::Weight, self.number(weight)),
                    lit(Lit::Value, sub(letter("c"), count(sentence + 1))),
                ])
            });
        let more = (!all).then(|| letter("…"));
        (!summands.is_empty()).then(|| joined("+", shown.chain(more)))
    }

    /// The next query by first numbers, where it is a plain sum.
    fn next_numbers(&self) -> Option<Html> {
        match &self.model.record.architecture {
            Architecture::MemN2n(settings) if settings.tying == Tying::Adjacent => {}
            _ => return None,
        }
        let stop = self.workings.stops.get(self.hop - 1)?;
        let firsts = [*stop.query.first()?, *stop.read.first()?];
        Some(self.first_numbers(self.total(&firsts, *stop.next.first()?)))
    }

    /// R.
    fn response(&self) -> Opened {
        let texts = &self.texts.flow;
        let hops = self.workings.stops.len();
        let z = || lit(Lit::State, letter("z"));
        let a = || {
            lit(
                Lit::Answer,
                html! { <mover><mi>{"a"}</mi><mo>{"^"}</mo></mover> },
            )
        };
        let last = lit(Lit::Next, sub(letter("u"), count(hops + 1)));
        let state = if self.is_memn2n() {
            last
        } else {
            let pair = [sub(letter("s"), letter("a")), sub(letter("s"), letter("b"))];
            let [first, second] = pair.map(|item| lit(Lit::Item, item));
            let asked = lit(Lit::Query, sub(letter("u"), count(1)));
            let relation = row([
                letter("g"),
                bracketed([first, sign(","), second, sign(","), asked]),
            ]);
            let pairs = html! {
                <munder><mo>{"Σ"}</mo><mrow><mi>{"a"}</mi><mo>{","}</mo><mi>{"b"}</mi></mrow></munder>
            };
            row([last, sign("+"), letter("f"), bracketed([pairs, relation])])
        };
        let softmax = row([letter("softmax"), bracketed([letter("W"), z()])]);
        let mut formulas = vec![
            display([z(), sign("="), state]),
            display([a(), sign("="), softmax]),
        ];
        let conclusion = &self.workings.conclusion;
        let largest = conclusion.choices.first().map_or(0.0, |first| first.score);
        for choice in conclusion.choices.iter().take(CHOICES) {
            let name = match choice.answer.as_str() {
                "" => texts.end.to_owned(),
                answer => answer.to_owned(),
            };
            let exponent = joined("−", [self.number(choice.score), self.factor(largest)]);
            formulas.push(display([
                lit(
                    Lit::Answer,
                    sub(
                        html! { <mover><mi>{"a"}</mi><mo>{"^"}</mo></mover> },
                        text(name),
                    ),
                ),
                sign("="),
                fraction(sup(letter("e"), exponent), self.number(conclusion.total)),
                sign("="),
                lit(Lit::Answer, self.number(choice.probability)),
            ]));
        }
        if !self.is_memn2n() {
            formulas.push(html! { <p class="note">{texts.first_word}</p> });
        }
        Opened {
            formulas,
            terms: vec![
                Entry {
                    term: Lit::Next,
                    symbol: sub(letter("u"), count(hops + 1)),
                    meaning: texts.next,
                },
                Entry {
                    term: Lit::State,
                    symbol: letter("z"),
                    meaning: texts.state,
                },
                Entry {
                    term: Lit::Answer,
                    symbol: html! { <mover><mi>{"a"}</mi><mo>{"^"}</mo></mover> },
                    meaning: texts.answer,
                },
            ],
        }
    }
}

/// The step that makes a quantity.
pub(super) fn step(cell: Option<&CellArithmetic>, term: Term) -> Option<&Step> {
    // The question's words are encoded before the sentence's.
    let of_sentence = |step: &&Step| step.part != Part::Query || term == Term::Query;
    let steps = cell?.steps.iter().filter(of_sentence);
    steps.into_iter().find(|step| step.result.term == term)
}
