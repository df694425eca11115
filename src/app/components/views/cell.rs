//! All the arithmetic of one cell of the heatmap.

mod choice;
mod formula;
mod step;
mod words;

use std::rc::Rc;

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{
    Callback, Html, NodeRef, component, html, use_effect_with, use_memo, use_node_ref, use_state,
};

use super::ViewProps;
use crate::app::components::math::{self, Indices};
use crate::app::components::strip::strip;
use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::app::tree::Tree;
use crate::explain::{CellArithmetic, CellPlace, Explanation, Part, Step, Term, arithmetic, units};
use crate::locale::Texts;

use choice::choice;
use formula::{quantity_symbol, value_of};
use step::{StepRow, focus_step};
use words::title;

/// The parts of the way, in order.
const PARTS: [Part; 6] = [
    Part::Query,
    Part::Key,
    Part::Score,
    Part::Softmax,
    Part::Value,
    Part::Read,
];

/// All the arithmetic of one cell, part by part and step by step.
#[component]
pub fn CellView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let draft = &props.draft;
    let open = use_state(|| vec![Part::Score, Part::Softmax]);
    let wanted = use_state(|| None::<usize>);
    let reads = use_node_ref();
    use_effect_with((*wanted, reads.clone()), |(wanted, reads)| {
        if let Some(step) = *wanted {
            focus_step(reads, step);
        }
    });
    use_effect_with((props.cell, reads.clone()), |(_, reads)| {
        come_in_sight(reads)
    });
    let input = (props.model.clone(), draft.clone(), props.cell);
    let found = use_memo(input, |(model, draft, cell)| {
        let found = arithmetic(
            model,
            &draft.story,
            &draft.question,
            &draft.changes,
            (*cell)?,
        );
        found.ok().flatten().map(Rc::new)
    });
    let Some(Ok(answer)) = &props.reading.answer else {
        return html! { <p class="waiting">{texts.cell.nothing}</p> };
    };
    let explanation = &answer.explanation;
    let (Some(cell), Some(arithmetic)) = (props.cell, &*found) else {
        return offer(explanation, &props.act, texts);
    };

    let steps = &arithmetic.steps;
    let go = {
        let (open, wanted) = (open.clone(), wanted.clone());
        let (arithmetic, reads) = (arithmetic.clone(), reads.clone());
        Callback::from(move |at: usize| {
            if let Some(step) = arithmetic.steps.get(at) {
                let mut parts = (*open).clone();
                if !parts.contains(&step.part) {
                    parts.push(step.part);
                    open.set(parts);
                }
                // Who comes back to a step wants it again.
                match *wanted == Some(at) {
                    true => focus_step(&reads, at),
                    false => wanted.set(Some(at)),
                }
            }
        })
    };
    let weight = result(steps, Term::Weight).and_then(|step| step.result.values.first().copied());
    let weight = texts
        .typography
        .decimal(weight.unwrap_or_default(), math::PLACES);
    let indices = Indices {
        sentence: cell.sentence + 1,
        word: 0,
        hop: cell.hop,
    };
    let asked = units(&draft.question, &explanation.question);
    let told = explanation
        .sentences
        .get(cell.sentence)
        .map(|sentence| units(&draft.story, &sentence.words))
        .unwrap_or_default();

    html! {
        <div class="cell">
            {choice(cell, explanation, &props.act, texts)}
            <p class="cell-reads" ref={reads}>
                {texts.cell.reads(cell.hop + 1, cell.sentence + 1, &weight)}
            </p>
            <p class="note">{texts.cell.how}</p>
            {for PARTS.iter().map(|&part| {
                let is_open = open.contains(&part);
                let toggle = {
                    let open = open.clone();
                    move |_| {
                        let mut parts = (*open).clone();
                        match parts.iter().position(|it| *it == part) {
                            Some(at) => { parts.remove(at); }
                            None => parts.push(part),
                        }
                        open.set(parts);
                    }
                };
                let words = if part == Part::Query { &asked } else { &told };
                html! {
                    <section class="cell-part" key={title(part, texts)}>
                        <h3>
                            <button
                                type="button"
                                class="fold"
                                aria-expanded={is_open.to_string()}
                                onclick={toggle}
                            >
                                {title(part, texts)}
                            </button>
                        </h3>
                        {outcome(part, steps, indices, texts)}
                        if is_open {
                            {steps_of(part, arithmetic, indices, words, &go)}
                        }
                    </section>
                }
            })}
        </div>
    }
}

/// Brings the first line into view for a reader who chose the cell in the heatmap, far above.
fn come_in_sight(line: &NodeRef) {
    let Some(line) = line.cast::<Element>() else {
        return;
    };
    let focused = Tree::of(&line).and_then(|tree| tree.focused());
    if focused.is_some_and(|it| matches!(it.closest(".heatmap"), Ok(Some(_)))) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The step that makes a quantity.
fn result(steps: &[Step], term: Term) -> Option<&Step> {
    steps.iter().rfind(|step| step.result.term == term)
}

/// What a part comes to.
fn outcome(part: Part, steps: &[Step], indices: Indices, texts: &Texts) -> Html {
    let terms: &[Term] = match part {
        Part::Query => &[Term::Asked, Term::Query],
        Part::Key => &[Term::Key],
        Part::Score => &[Term::Score],
        Part::Softmax => &[Term::Weight],
        Part::Value => &[Term::Value],
        Part::Read => &[Term::Share],
    };
    let Some(step) = terms.iter().find_map(|&term| result(steps, term)) else {
        return Html::default();
    };
    let drawn = match step.result.values.as_slice() {
        &[value] => html! {
            <span class="value">
                {math::inline(value_of(step.result.term, value, texts))}
            </span>
        },
        values => strip(values),
    };
    html! {
        <p class="outcome">
            <span class="symbol">
                {math::inline(quantity_symbol(&step.result, part, indices, texts))}
            </span>
            {drawn}
        </p>
    }
}

/// The steps of a part, those of each word together.
fn steps_of(
    part: Part,
    arithmetic: &Rc<CellArithmetic>,
    indices: Indices,
    words: &[String],
    go: &Callback<usize>,
) -> Html {
    let mut groups: Vec<(Option<usize>, Vec<usize>)> = Vec::new();
    for (at, step) in arithmetic.steps.iter().enumerate() {
        if step.part == part {
            match groups.last_mut() {
                Some((word, group)) if *word == step.result.word => group.push(at),
                _ => groups.push((step.result.word, vec![at])),
            }
        }
    }
    html! {
        <div class="steps">
            {for groups.into_iter().map(|(word, group)| html! {
                <>
                    if let Some(word) = word.and_then(|word| words.get(word)) {
                        <h4 class="of-word" lang="en">{word.clone()}</h4>
                    }
                    <ol class="group" start={(group[0] + 1).to_string()}>
                        {for group.into_iter().map(|at| html! {
                            <StepRow
                                key={at}
                                arithmetic={arithmetic.clone()}
                                {at}
                                {indices}
                                go={go.clone()}
                            />
                        })}
                    </ol>
                </>
            })}
        </div>
    }
}

/// Offers the cell that is read most.
fn offer(explanation: &Explanation, act: &Callback<Action>, texts: &Texts) -> Html {
    let strongest = (0..explanation.hops.len())
        .filter_map(|hop| Some((hop, explanation.strongest(hop)?)))
        .max_by(|a, b| a.1.weight.total_cmp(&b.1.weight));
    html! {
        <div class="cell">
            <p>{texts.cell.choose}</p>
            if let Some((hop, strongest)) = strongest {
                <p>
                    <button
                        type="button"
                        onclick={act.reform(move |_| Action::LookAtCell(CellPlace {
                            hop,
                            head: 0,
                            sentence: strongest.sentence,
                        }))}
                    >
                        {texts.cell.cell(
                            hop + 1,
                            strongest.sentence + 1,
                            &texts.typography.decimal(strongest.weight, 2),
                        )}
                    </button>
                </p>
            }
        </div>
    }
}
