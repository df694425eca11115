//! How the attention grew sharp.

use yew::{Html, Properties, component, html};

use crate::app::hooks::use_texts;
use crate::app::shared::Shared;
use crate::app::worker::Look;
use crate::explain::{Film, Heatmap};
use crate::locale::Texts;

/// The properties of [`Filmstrip`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FilmstripProps {
    /// Looks in the course of training, each with the questions trained on by then.
    pub film: Film<(usize, Shared<Look>)>,
}

/// Small heatmaps side by side: what the network read of the story in the course of training.
#[component]
pub fn Filmstrip(props: &FilmstripProps) -> Html {
    let texts = use_texts();
    let pictures = props.film.pictures();
    if pictures.len() < 2 {
        return Html::default();
    }
    html! {
        <section class="train-film">
            <h3>{texts.train.film}</h3>
            <ol>
                {for pictures.iter().map(|(questions, look)| {
                    let questions = texts.typography.grouped(*questions);
                    let words = texts.train.film_picture(&questions, &reads(&look.heatmap, texts));
                    html! {
                        <li key={questions.clone()}>
                            <div class="train-picture" role="img" aria-label={words}>
                                {for look.heatmap.rows.iter().map(|row| html! {
                                    <div>
                                        {for row.cells.iter().map(|cell| html! {
                                            <i class={format!("heat-{}", cell.step())}></i>
                                        })}
                                    </div>
                                })}
                            </div>
                            <span aria-hidden="true">{questions}</span>
                        </li>
                    }
                })}
            </ol>
        </section>
    }
}

/// What each hop reads most.
fn reads(heatmap: &Heatmap, texts: &Texts) -> String {
    let strongest = |hop: usize| {
        let rows = heatmap.rows.iter();
        let row = rows.max_by(|a, b| a.cells[hop].0.total_cmp(&b.cells[hop].0))?;
        let weight = texts.typography.decimal(row.cells[hop].0, 2);
        Some(
            texts
                .attention
                .reads_most(hop + 1, row.sentence + 1, &weight),
        )
    };
    let reads: Vec<String> = (0..heatmap.hops).filter_map(strongest).collect();
    reads.join(", ")
}
