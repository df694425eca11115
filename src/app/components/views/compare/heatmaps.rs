//! Two heatmaps and their difference, row by row.

use yew::{Callback, Html, PointerEvent, Properties, classes, component, html, use_state_eq};

use crate::app::hooks::use_texts;
use crate::app::state::Action;
use crate::explain::{Cell, Difference, DifferenceCell, STEPS};
use crate::locale::Texts;

/// The most sentences that are listed.
const MOST_SENTENCES: usize = 24;

/// The properties of [`Heatmaps`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HeatmapsProps {
    /// What differs.
    pub difference: Difference,
    /// The sentence that is marked.
    pub pointed: Option<usize>,
    /// Takes what the reader does.
    pub act: Callback<Action>,
}

/// One of the three heatmaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    A,
    B,
    Difference,
}

impl Part {
    const ALL: [Self; 3] = [Self::A, Self::B, Self::Difference];

    fn title(self, texts: &Texts) -> &'static str {
        match self {
            Self::A => texts.compare.a,
            Self::B => texts.compare.b,
            Self::Difference => texts.compare.difference,
        }
    }

    /// The class of its columns, which a narrow page hides by it.
    fn class(self) -> &'static str {
        match self {
            Self::A => "in-a",
            Self::B => "in-b",
            Self::Difference => "in-difference",
        }
    }

    /// The head of its column for a pair of hops; `None` if it has no such column.
    fn head(self, [a, b]: [Option<usize>; 2], texts: &Texts) -> Option<String> {
        let hop = |hop: usize| texts.compare.hop(hop + 1);
        match self {
            Self::A => a.map(hop),
            Self::B => b.map(hop),
            Self::Difference => match (a?, b?) {
                (a, b) if a == b => Some(hop(a)),
                (a, b) => Some(texts.compare.hops(a + 1, b + 1)),
            },
        }
    }

    fn cell(self, cell: DifferenceCell, texts: &Texts) -> Html {
        let [a, b] = cell.weights;
        let heat = |weight: Option<f32>| match weight.map(Cell) {
            Some(cell) => (format!("heat-{}", cell.step()), cell.number(texts)),
            None => ("heat-0".to_owned(), "–".to_owned()),
        };
        let (class, number) = match self {
            Self::A => heat(a),
            Self::B => heat(b),
            Self::Difference => match cell.number(texts) {
                Some(number) => (diverging(cell.step()), number),
                None => heat(None),
            },
        };
        html! { <td class={classes!(class, self.class())}>{number}</td> }
    }
}

/// The class of a step of the diverging scale: towards b it is the scale of all heatmaps.
fn diverging(step: i8) -> String {
    match step {
        ..0 => format!("minus-{}", -step),
        _ => format!("heat-{step}"),
    }
}

/// The two heatmaps and their difference in one table, so that the eye can go across. A narrow page
/// has room for one of the three, and lets the reader choose.
#[component]
pub fn Heatmaps(props: &HeatmapsProps) -> Html {
    let texts = use_texts();
    let shown = use_state_eq(|| Part::Difference);
    let Difference { hops, rows, .. } = &props.difference;
    let listed = props.difference.telling(MOST_SENTENCES, props.pointed);
    let others = rows.len() - listed.len();
    let heads = Part::ALL.into_iter().flat_map(|part| {
        let pairs = hops.iter().enumerate();
        pairs.filter_map(move |(at, &pair)| Some((part, at, part.head(pair, texts)?)))
    });
    let columns: Vec<(Part, usize, String)> = heads.collect();
    html! {
        <>
            <div class="compare-show" role="group" aria-label={texts.compare.show}>
                {for Part::ALL.map(|part| {
                    let shown = shown.clone();
                    html! {
                        <button
                            type="button"
                            aria-pressed={(*shown == part).to_string()}
                            onclick={move |_| shown.set(part)}
                        >
                            {part.title(texts)}
                        </button>
                    }
                })}
            </div>
            <div class="compare-box" tabindex="0" role="region" aria-label={texts.compare.title}>
                <table class={classes!("compare-table", format!("shows-{}", shown.class()))}>
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{texts.compare.sentence}</th>
                            {for Part::ALL.into_iter().filter_map(|part| {
                                let count = columns.iter().filter(|column| column.0 == part).count();
                                (count > 0).then(|| html! {
                                    <th
                                        scope="colgroup"
                                        class={classes!("letter", part.class())}
                                        colspan={count.to_string()}
                                    >
                                        {part.title(texts)}
                                    </th>
                                })
                            })}
                        </tr>
                        <tr>
                            {for columns.iter().map(|(part, _, head)| html! {
                                <th scope="col" class={part.class()}>{head}</th>
                            })}
                        </tr>
                    </thead>
                    <tbody onpointerleave={props.act.reform(|_: PointerEvent| Action::Hover(None))}>
                        {for listed.into_iter().map(|at| {
                            let row = &rows[at];
                            let sentence = row.sentences[1];
                            let number = sentence.or(row.sentences[0]).map(|it| it + 1);
                            let hover = props.act.reform(move |_: PointerEvent| Action::Hover(sentence));
                            html! {
                                <tr
                                    key={at}
                                    class={classes!(
                                        (sentence.is_some() && sentence == props.pointed)
                                            .then_some("pointed"),
                                        sentence.is_none().then_some("gone"),
                                    )}
                                    onpointerenter={hover}
                                >
                                    <th scope="row">
                                        <span class="number">{number}</span>
                                        {" "}<span lang="en" dir="auto">{row.text.clone()}</span>
                                    </th>
                                    {for columns.iter().map(|&(part, at, _)| {
                                        part.cell(row.cells[at], texts)
                                    })}
                                </tr>
                            }
                        })}
                    </tbody>
                </table>
            </div>
            {legend(texts)}
            if others > 0 {
                <p class="note">{texts.compare.others(others)}</p>
            }
        </>
    }
}

/// What the colours of the difference mean.
fn legend(texts: &Texts) -> Html {
    let steps = STEPS as i8;
    html! {
        <p class="legend">
            <span>{texts.compare.more_a}{" (−1)"}</span>
            <span class="legend-scale" aria-hidden="true">
                {for (-steps..=steps).map(|step| html! { <i class={diverging(step)}></i> })}
            </span>
            <span>{"(+1) "}{texts.compare.more_b}</span>
        </p>
    }
}
