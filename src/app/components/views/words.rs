//! The words, and what lies around them.

use web_sys::{Element, HtmlInputElement, InputEvent, MouseEvent};
use yew::{
    AttrValue, Callback, Html, TargetCast, classes, component, html, use_memo, use_state_eq,
};

use super::ViewProps;
use crate::app::components::answer::{bar, length};
use crate::app::hooks::use_texts;
use crate::app::state::{Action, WordVectors};
use crate::explain::{Explanation, MappedWord, Treatment, WordReading, labelled, mapped, word_map};
use crate::locale::Texts;
use crate::text::vectors::Vectors;

/// How many neighbours of each word of the story are on the map.
const AROUND: usize = 4;

/// How many neighbours of the word that is asked about are listed.
const LISTED: usize = 10;

/// The widths of a small and a large map for which labels are placed, and the height of both, in CSS
/// pixels.
const WIDTHS: [f32; 2] = [290.0, 640.0];
const HEIGHT: f32 = 340.0;

/// A map of the words of the story, the neighbours of any word, and how each was read.
#[component]
pub fn WordsView(props: &ViewProps) -> Html {
    let texts = use_texts();
    let said = &texts.words;
    let asked = use_state_eq(|| None::<AttrValue>);
    let explanation = match &props.reading.answer {
        Some(Ok(answer)) => Some(&answer.explanation),
        _ => None,
    };
    let told = match (&props.vectors, explanation) {
        (WordVectors::Ready(vectors), Some(explanation)) => {
            let words = explanation.words_once().into_iter();
            mapped(vectors, words.map(|it| it.text.as_str()))
        }
        _ => Vec::new(),
    };
    // Finding neighbours takes a while, and a letter more or less seldom makes another word.
    let map = use_memo(
        (props.vectors.clone(), told),
        |(vectors, told)| match vectors {
            WordVectors::Ready(vectors) => word_map(vectors, told, AROUND),
            _ => Vec::new(),
        },
    );
    let vectors = match &props.vectors {
        WordVectors::Absent => return html! { <p class="waiting">{said.loading}</p> },
        WordVectors::Failed => {
            let retry = props.act.reform(|_| Action::RetryVectors);
            return html! {
                <div class="failure" role="alert">
                    <p>{said.failed}</p>
                    <button type="button" onclick={retry}>{texts.answer.retry}</button>
                </div>
            };
        }
        WordVectors::Ready(vectors) => vectors,
    };
    let word = match &*asked {
        Some(word) => word.clone(),
        None => map
            .first()
            .map_or(AttrValue::default(), |it| it.word.clone().into()),
    };
    let oninput = {
        let asked = asked.setter();
        move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                asked.set(Some(field.value().into()));
            }
        }
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        let target = event.target_dyn_into::<Element>();
        if let Some(word) = target.and_then(|it| it.get_attribute("data-word")) {
            asked.set(Some(word.into()));
        }
    });
    html! {
        <div class="words">
            <figure>
                <figcaption>{said.lede}</figcaption>
                {picture(&map, &word, onclick, said.map)}
            </figure>
            <section>
                <p class="asked-word">
                    <label for="asked-word">{said.word}</label>
                    {" "}
                    <input id="asked-word" type="text" lang="en" autocomplete="off"
                        spellcheck="false" value={word.clone()} {oninput} />
                </p>
                <p class="how-read" role="status">
                    {explanation.and_then(|it| how_read(it, &word, texts))}
                </p>
                {neighbours(vectors, &word, texts)}
            </section>
        </div>
    }
}

/// The map. It is for the eye; the list of neighbours says the same of one word after the other.
fn picture(
    map: &[MappedWord],
    asked: &str,
    onclick: Callback<MouseEvent>,
    name: &'static str,
) -> Html {
    let asked = asked.to_lowercase();
    let [narrow, wide] = WIDTHS.map(|width| labelled(map, width, HEIGHT));
    let words = map.iter().zip(narrow.into_iter().zip(wide));
    html! {
        <svg class="word-map" role="img" aria-label={name} {onclick}>
            {for words.map(|(word, (narrow, wide))| {
                let (x, y) = (length(word.x), length(word.y));
                let class = classes!(
                    word.is_told.then_some("told"),
                    (word.word == asked).then_some("asked"),
                    (!narrow).then_some(if wide { "for-wide" } else { "no-label" }),
                    word.is_right().then_some("right"),
                );
                html! {
                    <g key={word.word.clone()} {class}>
                        <circle cx={x.clone()} cy={y.clone()} r="3.5" data-word={word.word.clone()} />
                        <text {x} {y} lang="en" data-word={word.word.clone()}>{word.word.clone()}</text>
                    </g>
                }
            })}
        </svg>
    }
}

/// What the network made of a word, where the story or the question says it.
fn how_read(explanation: &Explanation, word: &str, texts: &Texts) -> Option<String> {
    let is_it = |it: &&&WordReading| it.text.to_lowercase() == word.to_lowercase();
    let words = explanation.words_once();
    let found = words.iter().find(is_it)?;
    let said = &texts.words;
    Some(match &found.treatment {
        Treatment::Known => said.known(&found.text),
        Treatment::Entity(_) => said.entity(&found.text),
        Treatment::ReadAs(other) => said.read_as(&found.text, other),
        Treatment::Passed => said.passed(&found.text),
        Treatment::Unknown => said.unknown(&found.text),
    })
}

/// The words nearest to a word, with their cosines.
fn neighbours(vectors: &Vectors, word: &str, texts: &Texts) -> Html {
    let said = &texts.words;
    let Some(near) = vectors.nearest(&word.trim().to_lowercase(), LISTED) else {
        return match word.trim() {
            "" => Html::default(),
            word => html! { <p class="note">{said.no_vector(word, vectors.len())}</p> },
        };
    };
    html! {
        <ol class="neighbours" aria-label={said.neighbours}>
            {for near.iter().map(|it| html! {
                <li>
                    <span class="word" lang="en">{it.word.to_owned()}</span>
                    {bar(it.similarity)}
                    <span class="percent">{texts.typography.decimal(it.similarity, 2)}</span>
                </li>
            })}
        </ol>
    }
}
