//! Tests of the page's components. They run inside a browser, started by `cargo xtask test`.
#![cfg(target_arch = "wasm32")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "A panic is how a test fails; clippy.toml allows it only in tests marked #[test]."
)]

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use memnet::api::{MemoryNetwork, mount};
use memnet::app::components::views::{self, Charts, ViewProps};
use memnet::app::components::{
    AnswerPart, AttentionPart, ChangedNote, CloserPart, LanguageChoice, Lookup, NetworkChoice,
    QuestionPart, StoryPart, WorkshopProvider,
};
use memnet::app::link::Link;
use memnet::app::loading::{Listed, LoadFailure};
use memnet::app::own::{self, OpenFailure, Own};
use memnet::app::shared::Shared;
use memnet::app::state::{Action, Draft, Kept, Network, State, Theme, WordVectors};
use memnet::app::storage;
use memnet::app::tour::Tour;
use memnet::app::training::{Phase, Speed, Training, TrainingAction};
use memnet::app::view::View;
use memnet::app::worker::{Event as WorkerEvent, Look, Pace, Report};
use memnet::explain::tour::TOUR;
use memnet::explain::{CellPlace, Changes, Heatmap, LearningCurves, Reading};
use memnet::locale::Language;
use memnet::networks::{DEFAULT, Model};
use memnet::tasks::{Exhibit, TASKS, UNKNOWN};
use memnet::tensor::Precision;
use memnet::text::vectors::Vectors;
use memnet::training::{HeldOut, Plan};
use rand::SeedableRng;
use rand_pcg::Pcg64;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent,
    InputEventInit, KeyboardEvent, KeyboardEventInit, PointerEvent, PointerEventInit,
};
use yew::scheduler::flush;
use yew::{
    Callback, ContextProvider, Html, NodeRef, Properties, Reducible, component, html, use_reducer,
};

wasm_bindgen_test_configure!(run_in_browser);

const VECTORS: &[u8] = include_bytes!("../static/vectors/english.safetensors");

const HOPS: usize = 3;
const STORY: &str = "Mary went to the garden.\nJohn went to the kitchen.\nMary slept.";
const QUESTION: &str = "Where is Mary?";

// The state.

#[wasm_bindgen_test]
fn choosing_an_example_and_going_back_loses_nothing_that_was_typed() {
    let typed = after(
        State::open(None),
        [
            Action::WriteStory("My story.".into()),
            Action::WriteQuestion("My question?".into()),
        ],
    );
    let shown = after(typed.clone(), [example(8)]);
    assert_eq!(shown.kept.draft.story, TASKS[7].example.story);
    assert_eq!(shown.kept.draft.exhibit(), Exhibit::find(8));
    let back = after(shown.clone(), [Action::Undo]);
    assert_eq!(back.kept.draft, typed.kept.draft);
    let again = after(back, [Action::Redo]);
    assert_eq!(again.kept.draft, shown.kept.draft);
}

/// Shows the story of the gallery that has this number.
fn example(number: u8) -> Action {
    Action::ShowExample(Exhibit::find(number).unwrap())
}

#[wasm_bindgen_test]
fn however_long_the_tour_it_is_one_step_away_from_the_own_story() {
    let typed = after(State::open(None), [Action::WriteStory("My story.".into())]);
    let toured = after(typed.clone(), [0, 1, 2, 3].map(Action::VisitStop));
    assert_eq!(
        toured.kept.tour,
        Tour {
            stop: 3,
            open: true
        }
    );
    assert!(toured.kept.draft.changes.any());
    for left in [toured.clone(), after(toured, [Action::LeaveTour])] {
        let back = after(left, [Action::Undo]);
        assert_eq!(back.kept.draft, typed.kept.draft);
    }
}

#[wasm_bindgen_test]
fn a_stop_is_left_as_the_reader_changed_it_until_she_comes_from_elsewhere() {
    let changed = after(
        State::open(None),
        [
            Action::VisitStop(1),
            Action::WriteStory("My story.".into()),
            Action::VisitStop(1),
        ],
    );
    assert_eq!(changed.kept.draft.story, "My story.");
    let again = after(changed, [Action::LeaveTour, Action::VisitStop(1)]);
    assert_eq!(again.kept.draft.story, TOUR[1].example.story);
}

#[wasm_bindgen_test]
fn there_is_no_stop_beyond_the_last() {
    let before = State::open(None);
    let after = after(before.clone(), [Action::VisitStop(TOUR.len())]);
    assert_eq!(after, before);
}

#[wasm_bindgen_test]
fn looking_through_many_examples_is_one_step_away_from_the_own_story() {
    let looked = after(State::open(None), [1, 2, 25].map(example));
    let back = after(looked, [Action::Undo]);
    assert_eq!(back.kept.draft, Draft::opening());
    assert!(!back.kept.history.can_undo());
}

#[wasm_bindgen_test]
fn a_sentence_that_was_typed_is_taken_back_in_one_step() {
    let stories = |texts: &[&str]| -> Vec<Action> {
        let write = |text: &&str| Action::WriteStory((*text).to_owned().into());
        texts.iter().map(write).collect()
    };
    let typed = stories(&["", "M", "Ma", "Mar", "Mar.", "Mar. ", "Mar. J", "Mar. Jo"]);
    let mut state = after(State::open(None), typed);
    for expected in ["Mar. ", "", &Draft::opening().story] {
        state = after(state, [Action::Undo]);
        assert_eq!(state.kept.draft.story, expected.to_owned());
    }
    assert!(!state.kept.history.can_undo());
    let state = after(state, [Action::Redo, Action::Redo, Action::Redo]);
    assert_eq!(state.kept.draft.story, "Mar. Jo");
    assert!(!state.kept.history.can_redo());
}

#[wasm_bindgen_test]
fn what_is_pasted_deleted_or_written_after_a_pause_is_a_step_of_its_own() {
    for (changes, expected) in [
        (
            vec!["A pasted text.", "A pasted text. And more."],
            "A pasted text.",
        ),
        (vec!["ab", "abc", "ab", "a"], "abc"),
    ] {
        let changes = changes
            .into_iter()
            .map(|text| Action::WriteStory(text.to_owned().into()));
        let state = after(State::open(None), changes.chain([Action::Undo]));
        assert_eq!(state.kept.draft.story, expected);
    }
    let story = |text: &str| Action::WriteStory(text.to_owned().into());
    let paused = [story("a"), story("ab"), Action::Settle, story("abc")];
    let state = after(State::open(None), paused.into_iter().chain([Action::Undo]));
    assert_eq!(state.kept.draft.story, "ab");
}

#[wasm_bindgen_test]
fn a_new_change_leaves_nothing_to_make_again() {
    let state = after(
        State::open(None),
        [
            Action::WriteQuestion("Who?".into()),
            Action::Undo,
            Action::WriteQuestion("What?".into()),
        ],
    );
    assert!(!state.kept.history.can_redo());
    let state = after(state, [Action::Redo]);
    assert_eq!(state.kept.draft.question, "What?");
}

#[wasm_bindgen_test]
fn a_long_history_of_a_long_story_stays_small_enough_to_keep() {
    let long = "Mary went to the garden. ".repeat(1000);
    let stories = (0..500).map(|at| Action::WriteStory(format!("{long}{at} one.").into()));
    let state = after(State::open(None), stories);
    let kept = serde_json::to_string(&state.kept).unwrap();
    assert!(kept.len() < 200_000, "{} bytes", kept.len());
    let back = after(state, [Action::Undo]);
    assert!(back.kept.draft.story.ends_with("498 one."));
}

#[wasm_bindgen_test]
fn an_example_that_was_changed_is_the_readers_own_story() {
    let changed = after(
        State::open(None),
        [example(1), Action::WriteQuestion("Where is Sandra?".into())],
    );
    assert_eq!(changed.kept.draft.exhibit(), None);
    let other = after(changed, [example(2)]);
    let back = after(other, [Action::Undo]);
    assert_eq!(back.kept.draft.question, "Where is Sandra?");
    let back = after(back, [Action::Undo]);
    assert_eq!(back.kept.draft.exhibit(), Exhibit::find(1));
}

#[wasm_bindgen_test]
fn a_restored_empty_story_stays_empty() {
    let emptied = after(State::open(None), [Action::WriteStory("".into())]);
    assert_eq!(State::open(Some(emptied.kept)).kept.draft.story, "");
}

#[wasm_bindgen_test]
fn a_retry_loads_the_network_anew() {
    let failed = after(
        State::open(None),
        [Action::LoadFailed(DEFAULT.into(), LoadFailure::Offline)],
    );
    let retried = after(failed.clone(), [Action::Retry]);
    assert_eq!(retried.network, Network::Loading);
    assert_ne!(retried.retries, failed.retries);
}

#[wasm_bindgen_test]
fn choosing_another_network_leaves_no_answer_of_the_old_one_behind() {
    let answering = after(State::open(None), [loaded(DEFAULT)]);
    assert!(matches!(answering.network, Network::Ready(_)));
    let chosen = after(answering, [Action::ChooseNetwork("mine".into())]);
    assert_eq!(chosen.network, Network::Loading);
    assert_eq!(chosen.kept.network_name(), "mine");
}

#[wasm_bindgen_test]
fn choosing_the_network_that_answers_leaves_it_answering() {
    let chosen = after(
        State::open(None),
        [loaded(DEFAULT), Action::ChooseNetwork(DEFAULT.into())],
    );
    assert!(matches!(chosen.network, Network::Ready(_)));
}

#[wasm_bindgen_test]
fn a_network_that_comes_late_is_not_taken_for_the_one_chosen_since() {
    let chosen = after(
        State::open(None),
        [Action::ChooseNetwork("mine".into()), loaded(DEFAULT)],
    );
    assert_eq!(chosen.network, Network::Loading);
    let failed = Action::LoadFailed(DEFAULT.into(), LoadFailure::Offline);
    let answering = after(chosen, [loaded("mine"), failed]);
    assert!(matches!(answering.network, Network::Ready(_)));
}

#[wasm_bindgen_test]
fn a_kept_network_that_is_no_longer_there_gives_way_to_the_default() {
    let kept = Kept {
        network: Some("mine".into()),
        ..Kept::default()
    };
    let gone = after(
        State::open(Some(kept.clone())),
        [Action::Listed(listed(&[DEFAULT, "other"]))],
    );
    assert_eq!(gone.kept.network_name(), DEFAULT);
    let there = after(
        State::open(Some(kept)),
        [Action::Listed(listed(&[DEFAULT, "mine"]))],
    );
    assert_eq!(there.kept.network_name(), "mine");
}

#[wasm_bindgen_test]
fn what_an_older_page_kept_is_still_restored() {
    let older = r#"{
        "draft": { "story": "Mary slept.", "question": "Who?" },
        "example": null,
        "set_aside": [{ "story": "My own.", "question": "Mine?" }],
        "theme": "dark"
    }"#;
    let kept: Kept = serde_json::from_str(older).unwrap();
    assert_eq!(kept.draft, Draft::new("Mary slept.", "Who?"));
    assert_eq!(kept.theme, Theme::Dark);
    let back = after(State::open(Some(kept)), [Action::Undo]);
    assert_eq!(back.kept.draft, Draft::new("My own.", "Mine?"));
}

#[wasm_bindgen_test]
fn what_a_newer_page_kept_costs_no_story() {
    let mut kept = serde_json::to_value(Kept {
        draft: Draft::new("Mary slept.", "Who?"),
        ..Kept::default()
    })
    .unwrap();
    kept["view"] = "a view of tomorrow".into();
    kept["language"] = "tlh".into();
    kept["cell"] = serde_json::json!([1, 2]);
    let kept: Kept = serde_json::from_value(kept).unwrap();
    assert_eq!(kept.draft.story, "Mary slept.");
    assert_eq!((kept.view, kept.language, kept.cell), (None, None, None));
}

#[wasm_bindgen_test]
fn what_is_kept_survives_storage() {
    let state = State::open(Some(Kept {
        draft: Draft::new("👩‍🚀 \"went\"\nhome.", ""),
        view: Some(View::Hops),
        hop: 1,
        cell: Some(CellPlace {
            hop: 1,
            head: 0,
            sentence: 2,
        }),
        theme: Theme::Dark,
        language: Some(Language::German),
        network: Some("mine".into()),
        ..Kept::default()
    }));
    let kept = after(state, [example(3)]).kept;
    storage::keep(&kept);
    let restored = storage::restore().unwrap();
    storage::clear();
    assert_eq!(storage::restore(), None);
    let same = Kept {
        history: restored.history.clone(),
        ..kept
    };
    assert_eq!(restored, same);
    let back = after(State::open(Some(restored)), [Action::Undo]);
    assert!(back.kept.draft.story.starts_with("👩‍🚀"));
}

// The components.

#[wasm_bindgen_test]
async fn the_heatmap_has_a_row_for_each_sentence_and_a_column_for_each_hop() {
    let page = workbench(STORY, QUESTION).await;
    let caption = one(&page, "caption").text_content().unwrap();
    assert!(caption.starts_with("Attention"), "{caption}");
    assert_eq!(
        texts(&page, "tbody th .text"),
        STORY.lines().collect::<Vec<_>>()
    );
    assert_eq!(texts(&page, "thead th")[1..], ["Hop 1", "Hop 2", "Hop 3"]);
    let cells = texts(&page, "tbody td");
    assert_eq!(cells.len(), 3 * HOPS);
    assert!(cells.iter().all(|cell| cell.parse::<f32>().is_ok()));
}

#[wasm_bindgen_test]
async fn a_story_longer_than_the_memory_keeps_its_numbers_and_says_what_was_forgotten() {
    let page = workbench(&"Mary went to the garden. ".repeat(6), QUESTION).await;
    assert_eq!(texts(&page, "tbody th .number"), ["3", "4", "5", "6"]);
    assert_eq!(
        one(&page, "#story-note").text_content().unwrap(),
        "Sentences 1–2 are forgotten: this network remembers the last 4."
    );
}

#[wasm_bindgen_test]
async fn pointing_at_a_row_marks_its_sentence_and_back() {
    let page = workbench(STORY, QUESTION).await;
    let marked = |selector: &str| -> Vec<String> {
        all(&page, selector)
            .iter()
            .filter_map(|element| element.get_attribute("data-sentence"))
            .collect()
    };

    point(
        &one(&page, "tbody tr:nth-child(2) td"),
        "pointerover",
        (0, 0),
    );
    flush().await;
    assert_eq!(marked(".sentence.pointed"), ["2"]);
    assert_eq!(marked("tr.pointed"), ["2"]);

    let place = one(&page, ".sentence[data-sentence='3']").get_bounding_client_rect();
    let middle = (
        (place.x() + place.width() / 2.0) as i32,
        (place.y() + place.height() / 2.0) as i32,
    );
    point(&one(&page, "#story"), "pointermove", middle);
    flush().await;
    assert_eq!(marked("tr.pointed"), ["3"]);
    assert_eq!(marked(".sentence.pointed"), ["3"]);
}

#[wasm_bindgen_test]
async fn arrow_keys_move_from_row_to_row_and_stop_at_the_ends() {
    let page = workbench(STORY, QUESTION).await;
    let row = |number: usize| one(&page, &format!("tbody tr:nth-child({number})"));
    row(1).unchecked_ref::<HtmlElement>().focus().unwrap();
    for (key, expected) in [
        ("ArrowDown", "2"),
        ("End", "3"),
        ("ArrowDown", "3"),
        ("ArrowUp", "2"),
        ("Home", "1"),
    ] {
        press(key);
        flush().await;
        let focused = document().active_element().unwrap();
        assert_eq!(focused.get_attribute("data-sentence").unwrap(), expected);
        assert_eq!(focused.get_attribute("tabindex").unwrap(), "0");
        assert_eq!(texts(&page, ".sentence.pointed").len(), 1);
    }
}

#[wasm_bindgen_test]
async fn unknown_words_are_marked_where_they_stand_and_answered_all_the_same() {
    let page = workbench("Zorp went to the garden.", "Where is the blick?").await;
    assert_eq!(texts(&page, ".unknown"), ["Zorp", "blick"]);
    let notes = texts(&page, ".answer .note").concat();
    assert!(notes.contains("“Zorp”, “blick”"), "{notes}");
    assert!(!texts(&page, "output strong").is_empty());
}

#[wasm_bindgen_test]
async fn a_word_that_is_looked_up_is_marked_and_said_to_be_read_as_another() {
    let mut model = model();
    model.look_up_in(Arc::new(Vectors::load(VECTORS).unwrap()));
    let page = draw(html! {
        <Workbench
            draft={Draft::new("Mary strolled to the garden.", "Where is Mary?")}
            model={Shared::new(model)}
        />
    })
    .await;
    assert_eq!(texts(&page, ".read-as"), ["strolled"]);
    assert!(texts(&page, ".unknown").is_empty());
    let notes = texts(&page, ".answer [role=status]").concat();
    assert!(notes.contains("strolled, read as went"), "{notes}");
}

#[wasm_bindgen_test]
async fn a_word_list_that_does_not_come_is_said_once_and_can_be_asked_for_again() {
    let actions = Rc::new(RefCell::new(Vec::new()));
    let seen = Rc::clone(&actions);
    let page = draw(html! {
        <AnswerPart
            reading={Shared::new(Reading::new(&model(), STORY, QUESTION))}
            network={Network::Ready(Shared::new(model()))}
            lookup={Lookup::Failed}
            act={Callback::from(move |action| seen.borrow_mut().push(action))}
        />
    })
    .await;
    assert!(!texts(&page, "output strong").is_empty());
    let notes = texts(&page, ".answer [role=status]").concat();
    assert!(
        notes.contains("The word list could not be loaded"),
        "{notes}"
    );
    one(&page, ".answer .note button")
        .unchecked_ref::<HtmlElement>()
        .click();
    flush().await;
    assert!(matches!(actions.borrow()[..], [Action::RetryVectors]));
}

#[wasm_bindgen_test]
fn every_network_looks_words_up_once_what_they_mean_is_here() {
    let vectors = Shared::new(Arc::new(Vectors::load(VECTORS).unwrap()));
    let looks_up = |state: &State| match &state.network {
        Network::Ready(model) => model.looks_up(),
        _ => panic!("no network"),
    };
    let loaded = || Action::Loaded(DEFAULT.into(), Shared::new(model()));
    let first = after(State::open(None), [loaded()]);
    assert!(!looks_up(&first));
    let then = after(first, [Action::VectorsLoaded(vectors.clone())]);
    assert!(looks_up(&then));
    let vectors_first = [Action::VectorsLoaded(vectors), loaded()];
    assert!(looks_up(&after(State::open(None), vectors_first)));
    let failed = after(State::open(None), [Action::VectorsFailed]);
    assert_eq!(failed.vectors, WordVectors::Failed);
    let retried = after(failed, [Action::RetryVectors]);
    assert_eq!(retried.vectors, WordVectors::Absent);
}

#[wasm_bindgen_test]
async fn an_emptied_question_leaves_no_answer_behind() {
    let page = workbench(STORY, QUESTION).await;
    assert_eq!(all(&page, "output strong").len(), 1);
    assert_eq!(all(&page, ".runners-up li").len(), 4);
    write(&one(&page, "#question"), "  ");
    flush().await;
    assert_eq!(all(&page, "output strong, .runners-up, table").len(), 0);
    let note = one(&page, "#question-note").text_content().unwrap();
    assert!(note.starts_with("The question is empty."), "{note}");
    assert_eq!(one(&page, "#story-note").text_content().unwrap(), "");
}

#[wasm_bindgen_test]
async fn a_story_without_words_is_a_message_of_its_own() {
    let page = workbench(" \n...", QUESTION).await;
    let note = one(&page, "#story-note").text_content().unwrap();
    assert!(note.starts_with("The story is empty."), "{note}");
    assert_eq!(one(&page, "#question-note").text_content().unwrap(), "");
}

#[wasm_bindgen_test]
async fn markup_in_a_story_is_text() {
    let story = "<script>document.title = 'gone'</script> Mary <b>slept</b>.";
    let page = workbench(story, QUESTION).await;
    assert_eq!(all(&page, "script, .mirror b").len(), 0);
    let mirror = one(&page, ".story .mirror").text_content().unwrap();
    assert_eq!(mirror.trim_end_matches('\u{200b}'), story);
}

#[wasm_bindgen_test]
async fn an_unknown_answer_is_said_in_words_first_or_not() {
    for place in 0..2 {
        let mut reading = Reading::new(&model(), STORY, QUESTION);
        if let Some(Ok(answer)) = &mut reading.answer {
            answer.explanation.answers[place].answer = UNKNOWN.to_owned();
        }
        let page = draw(html! {
            <AnswerPart
                reading={Shared::new(reading)}
                network={Network::Loading}
                act={Callback::noop()}
            />
        })
        .await;
        let words = texts(&page, "output strong, .runners-up .word");
        assert_eq!(words[place], "The story doesn't say", "{words:?}");
        assert!(!words.iter().any(|word| word == UNKNOWN), "{words:?}");
    }
}

#[wasm_bindgen_test]
async fn a_network_is_chosen_from_the_list_by_its_title() {
    let actions = Rc::new(RefCell::new(Vec::new()));
    let seen = Rc::clone(&actions);
    let page = draw(html! {
        <NetworkChoice
            networks={listed(&["first", "second"])}
            network="second"
            act={Callback::from(move |action| seen.borrow_mut().push(action))}
        />
    })
    .await;
    assert_eq!(texts(&page, "label"), ["Network"]);
    assert_eq!(texts(&page, "option"), ["The first", "The second"]);
    let select: HtmlSelectElement = one(&page, "select").unchecked_into();
    assert_eq!(select.value(), "second");

    select.set_value("first");
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict("change", &init).unwrap();
    select.dispatch_event(&event).unwrap();
    flush().await;
    assert!(matches!(&actions.borrow()[..], [Action::ChooseNetwork(name)] if *name == "first"));
}

#[wasm_bindgen_test]
async fn the_page_speaks_the_language_that_is_chosen() {
    let page = draw(html! {
        <ContextProvider<Language> context={Language::German}>
            <LanguageChoice language={Some(Language::German)} act={Callback::noop()} />
            <ChangedNote
                changes={Changes { hops: Some(1), ..Changes::default() }}
                act={Callback::noop()}
            />
        </ContextProvider<Language>>
    })
    .await;
    assert_eq!(
        texts(&page, "option"),
        ["Deutsch (auto)", "English", "Deutsch"]
    );
    let note = one(&page, ".changed-note").text_content().unwrap();
    assert!(
        note.starts_with("Von dir geändert: 1 Leseschritt."),
        "{note}"
    );
}

#[wasm_bindgen_test]
async fn what_is_changed_is_named_and_one_button_leads_back() {
    let mut changes = Changes::default();
    changes.fix(0, 0, 1, 0.5);
    changes.mute(2, true);
    changes.temperature = 2.0;
    let actions = Rc::new(RefCell::new(Vec::new()));
    let seen = Rc::clone(&actions);
    let act = Callback::from(move |action| seen.borrow_mut().push(action));
    let page = draw(html! { <ChangedNote {changes} {act} /> }).await;
    assert_eq!(
        one(&page, "p").text_content().unwrap(),
        "Changed by you: 1 attention weight, 1 muted sentence, temperature 2.00."
    );
    one(&page, "button").unchecked_ref::<HtmlElement>().click();
    assert!(matches!(&actions.borrow()[..], [Action::Change(changes)] if !changes.any()));
}

#[wasm_bindgen_test]
async fn tabs_open_and_close_a_view_and_the_arrow_keys_go_round_them() {
    let page = draw(html! { <Closer /> }).await;
    let tabs = all(&page, "[role=tab]");
    let open = || -> Vec<String> {
        let of = |tab: &Element| tab.get_attribute("aria-selected").unwrap();
        all(&page, "[role=tab]").iter().map(of).collect()
    };
    assert_eq!(open(), ["false", "false"]);
    assert_eq!(all(&page, "[role=tabpanel]").len(), 0);

    tabs[0].unchecked_ref::<HtmlElement>().focus().unwrap();
    for (key, expected) in [
        ("ArrowRight", 1),
        ("ArrowRight", 0),
        ("ArrowLeft", 1),
        ("Home", 0),
        ("End", 1),
    ] {
        press(key);
        assert_eq!(
            document().active_element().unwrap(),
            tabs[expected],
            "{key}"
        );
    }
    tabs[1].unchecked_ref::<HtmlElement>().click();
    flush().await;
    assert_eq!(open(), ["false", "true"]);
    let panel = one(&page, "[role=tabpanel]");
    let label = panel.get_attribute("aria-labelledby").unwrap();
    assert_eq!(tabs[1].id(), label);
    tabs[1].unchecked_ref::<HtmlElement>().click();
    flush().await;
    assert_eq!(open(), ["false", "false"]);
}

#[wasm_bindgen_test]
async fn a_cell_is_chosen_by_click_and_by_key() {
    let page = workbench(STORY, QUESTION).await;
    let chosen = || -> Vec<String> { texts(&page, "td[aria-selected=true]") };
    assert!(chosen().is_empty());
    let cell = |row: usize, hop: usize| {
        let selector = format!("tbody tr:nth-child({row}) td:nth-child({})", hop + 1);
        one(&page, &selector)
    };
    cell(2, 3).unchecked_ref::<HtmlElement>().click();
    flush().await;
    assert_eq!(cell(2, 3).get_attribute("aria-selected").unwrap(), "true");
    assert_eq!(chosen().len(), 1);

    let row = one(&page, "tbody tr:nth-child(2)");
    row.unchecked_ref::<HtmlElement>().focus().unwrap();
    for key in ["ArrowRight", "ArrowRight", "ArrowUp", "Enter"] {
        press(key);
        flush().await;
    }
    assert_eq!(cell(1, 2).get_attribute("aria-selected").unwrap(), "true");
    assert_eq!(chosen().len(), 1);
    for key in ["ArrowLeft", "ArrowLeft"] {
        press(key);
    }
    let focused = document().active_element().unwrap();
    assert_eq!(focused.get_attribute("data-sentence").unwrap(), "1");
}

/// What a view gets that looks at a draft.
fn view_of(model: Shared<Model>, draft: Draft) -> ViewProps {
    ViewProps {
        reading: Shared::new(Reading::new(&model, &draft.story, &draft.question)),
        draft,
        before: None,
        can_redo: false,
        networks: Vec::new(),
        network: DEFAULT.into(),
        model,
        vectors: WordVectors::Absent,
        hop: 0,
        cell: None,
        pointed: None,
        act: Callback::noop(),
    }
}

#[wasm_bindgen_test]
async fn heads_unfold_beside_their_mean_and_fold_again() {
    let model = Shared::new(model_with_heads());
    let view = ViewProps {
        hop: 1,
        ..view_of(model, Draft::new(STORY, QUESTION))
    };
    let page = draw(views::draw(View::Hops, view)).await;
    let columns = || texts(&page, ".attends thead th");
    let fold = one(&page, ".attends .fold");
    assert_eq!(columns(), ["Sentence", "Mean"]);

    fold.unchecked_ref::<HtmlElement>().click();
    flush().await;
    assert_eq!(fold.get_attribute("aria-expanded").unwrap(), "true");
    assert_eq!(columns(), ["Sentence", "Mean", "Head 1", "Head 2"]);
    for row in all(&page, ".attends tbody tr") {
        let weights = texts(&row, "td");
        let weights: Vec<f64> = weights.iter().map(|it| it.parse().unwrap()).collect();
        let mean = (weights[1] + weights[2]) / 2.0;
        assert!((weights[0] - mean).abs() < 0.0101, "{weights:?}");
    }

    fold.unchecked_ref::<HtmlElement>().click();
    flush().await;
    assert_eq!(columns(), ["Sentence", "Mean"]);
}

// Links.

#[wasm_bindgen_test]
fn a_link_holds_all_that_is_shared() {
    let link = link();
    let (read, intact) = Link::read(&link.fragment()).unwrap();
    assert!(intact);
    assert_eq!(read, link);
    assert!(
        link.fragment().starts_with("story=Mary+slept"),
        "{}",
        link.fragment()
    );
}

#[wasm_bindgen_test]
fn a_link_that_was_altered_anywhere_is_not_intact_and_never_a_panic() {
    let fragment = link().fragment();
    for at in 0..fragment.len() {
        let cut = &fragment[..at];
        assert!(Link::read(cut).is_none_or(|(_, intact)| !intact), "{cut}");
        let mut other = fragment.clone().into_bytes();
        other[at] = if other[at] == b'7' { b'8' } else { b'7' };
        let other = String::from_utf8(other).unwrap();
        assert!(
            Link::read(&other).is_none_or(|(_, intact)| !intact),
            "{other}"
        );
    }
}

#[wasm_bindgen_test]
fn what_a_link_says_out_of_range_is_clamped_or_left_out() {
    let (link, _) = Link::read(
        "story=a&temperature=9e9&hops=0&hop=99999999999&cell=1.2&mute=0&mute=2&fix=1.1.1:7&\
         fix=1.1.1:NaN&fix=:&view=nowhere&fix=0.1.1:1",
    )
    .unwrap();
    let changes = &link.draft.changes;
    assert_eq!(changes.temperature, *Changes::TEMPERATURES.end());
    assert_eq!((changes.hops, &changes.muted[..]), (None, &[1][..]));
    assert_eq!(changes.fixed.len(), 1);
    assert_eq!(changes.fixed_weight(0, 0, 0), Some(1.0));
    assert_eq!((link.hop, link.cell, link.view), (0, None, None));
    assert_eq!(Link::read(""), None);
    assert_eq!(Link::read("#tour=3"), None);
}

#[wasm_bindgen_test]
fn opening_a_link_leaves_a_way_back_to_the_readers_own_story() {
    let own = after(State::open(None), [Action::WriteStory("My own.".into())]);
    let opened = after(own.clone(), [Action::Open(link(), true)]);
    assert_eq!(opened.kept.draft, link().draft);
    assert!(opened.opened.as_ref().unwrap().replaced);
    let back = after(opened, [Action::Undo]);
    assert_eq!(back.kept.draft, own.kept.draft);
    assert_eq!(back.opened, None);
}

#[wasm_bindgen_test]
async fn without_a_list_there_is_no_choice_of_networks() {
    let page = draw(html! {
        <NetworkChoice networks={Vec::new()} network={DEFAULT} act={Callback::noop()} />
    })
    .await;
    assert_eq!(page.child_element_count(), 0);
}

#[wasm_bindgen_test]
async fn every_failure_says_its_cause_and_retry_asks_again() {
    let failures = [
        (LoadFailure::Offline, "offline"),
        (
            LoadFailure::Missing {
                file: "a.json".to_owned(),
            },
            "a.json was not found (404)",
        ),
        (
            LoadFailure::Truncated {
                arrived: 10,
                expected: 20,
            },
            "10 of 20 bytes",
        ),
        (LoadFailure::Shape("too wide".to_owned()), "too wide"),
    ];
    for (failure, cause) in failures {
        let actions = Rc::new(RefCell::new(Vec::new()));
        let seen = Rc::clone(&actions);
        let page = draw(html! {
            <AnswerPart
                reading={Shared::new(Reading::unread(STORY, QUESTION))}
                network={Network::Failed(failure)}
                act={Callback::from(move |action| seen.borrow_mut().push(action))}
            />
        })
        .await;
        let alert = one(&page, "[role=alert] p").text_content().unwrap();
        assert!(alert.contains(cause), "{alert}");
        one(&page, "[role=alert] button")
            .unchecked_ref::<HtmlElement>()
            .click();
        flush().await;
        assert!(matches!(actions.borrow()[..], [Action::Retry]));
    }
}

// The page as JavaScript sees it.

#[wasm_bindgen_test]
async fn a_page_without_a_network_still_takes_and_keeps_a_story() {
    storage::clear();
    let place = place();
    let page = mount(place.clone());
    flush().await;
    write(&one(&place, "#story"), "Kept while nothing answers.");
    flush().await;
    page.destroy();
    flush().await;
    assert_eq!(place.child_element_count(), 0);

    let page = mount(place.clone());
    flush().await;
    let field: HtmlTextAreaElement = one(&place, "#story").unchecked_into();
    assert_eq!(field.value(), "Kept while nothing answers.");
    page.destroy();
    storage::clear();
}

#[wasm_bindgen_test]
fn a_network_answers_javascript_and_its_errors_have_codes() {
    let model = model();
    let record = serde_json::to_string(&model.record).unwrap();
    let weights = model.parameters.save(Precision::Single).unwrap();
    let mut network = MemoryNetwork::new(&record, &weights).unwrap();

    let answer = network.answer(STORY, QUESTION).unwrap();
    let length = |value: &JsValue, key: &str| {
        let list = js_sys::Reflect::get(value, &key.into()).unwrap();
        js_sys::Array::from(&list).length() as usize
    };
    assert_eq!(length(&answer, "hops"), HOPS);
    assert_eq!(length(&answer, "sentences"), 3);
    assert_eq!(length(&answer, "answers"), model.record.answers.len());

    let code = |error: JsValue| {
        js_sys::Reflect::get(&error, &"code".into())
            .unwrap()
            .as_string()
            .unwrap()
    };
    assert_eq!(
        code(network.answer("", QUESTION).unwrap_err()),
        "empty-story"
    );
    assert_eq!(
        code(network.answer(STORY, "").unwrap_err()),
        "empty-question"
    );
    let refused =
        |record: &str, weights: &[u8]| code(MemoryNetwork::new(record, weights).err().unwrap());
    assert_eq!(code(network.look_up_in(b"?").unwrap_err()), "damaged");
    network.look_up_in(VECTORS).unwrap();
    let answer = network.answer("Mary strolled home.", QUESTION).unwrap();
    let answer: serde_json::Value = serde_wasm_bindgen::from_value(answer).unwrap();
    assert_eq!(
        answer["sentences"][0]["words"][1]["treatment"]["read-as"],
        "went"
    );

    assert_eq!(refused("{", &weights), "record");
    assert_eq!(refused(&record, &weights[..99]), "damaged");
    let wider = record.replace("\"dimension\":8", "\"dimension\":9");
    assert_eq!(refused(&wider, &weights), "shape");
}

// What the tests are made of.

// Training, and networks of the reader's own.

#[wasm_bindgen_test]
fn a_plan_is_fixed_from_the_start_of_training_until_it_is_reset() {
    let other = Plan {
        tasks: vec![2],
        ..Plan::default()
    };
    let change = || TrainingAction::ChangePlan(other.clone());
    let begun = train(Training::default(), [TrainingAction::Start, change()]);
    assert_eq!(begun.plan, Plan::default());
    let changed = train(begun.clone(), [TrainingAction::Reset, change()]);
    assert_eq!(changed.plan, other);
    let again = train(changed, [TrainingAction::Start]);
    assert_ne!(again.session, begun.session, "a network of its own");
}

#[wasm_bindgen_test]
fn a_step_trains_one_batch_and_waits_while_a_start_goes_on() {
    let begun = WorkerEvent::Begun {
        held_out: HeldOut::default(),
        look: look(0.2),
    };
    let stepping = train(Training::default(), [TrainingAction::Step]);
    assert!(!stepping.has_network());
    let stepping = train(stepping, [TrainingAction::Hear(begun)]);
    assert_eq!(stepping.pace(), Some(Pace::Step));
    let waiting = train(stepping, [trained(32, false)]);
    assert_eq!(waiting.pace(), None);
    assert_eq!(waiting.curves.questions, 32);
    let running = train(waiting, [TrainingAction::Start, trained(64, false)]);
    assert_eq!(running.pace(), Some(Pace::Batch));
    let fast = train(
        running,
        [TrainingAction::ChooseSpeed(Speed::Full), trained(96, false)],
    );
    assert_eq!(fast.pace(), Some(Pace::Slice));
    let paused = train(fast, [TrainingAction::Pause]);
    assert_eq!(paused.pace(), None);
    let done = train(paused, [TrainingAction::Start, trained(128, true)]);
    assert_eq!(done.phase, Phase::Done);
    let still = train(done, [TrainingAction::Start, TrainingAction::Step]);
    assert_eq!(still.phase, Phase::Done);
    assert!(still.has_network());
}

#[wasm_bindgen_test]
async fn what_training_measured_is_drawn_and_said_in_words() {
    let mut curves = LearningCurves::default();
    curves.begin(0.16, true);
    curves.train(4_000, 1.5, true);
    curves.measure(0.5);
    curves.train(12_000, 0.25, false);
    curves.measure(0.975);
    let page = draw(html! { <Charts curves={Shared::new(curves)} /> }).await;
    let words: Vec<_> = all(&page, "[role=img]")
        .iter()
        .filter_map(|chart| chart.get_attribute("aria-label"))
        .collect();
    assert_eq!(
        words,
        [
            "Accuracy: from 16% to 97% over 12,000 questions.",
            "Loss: from 1.50 to 0.25 over 12,000 questions."
        ]
    );
    assert_eq!(texts(&page, ".chart-value"), ["97%", "0.25"]);
    assert!(
        !one(&page, ".chart-curve")
            .get_attribute("d")
            .unwrap()
            .is_empty()
    );
    let numbers = texts(&page, ".chart-axis text");
    assert_eq!(numbers[..3], ["0", "10,000", "20,000"]);
}

#[wasm_bindgen_test]
async fn training_that_cannot_start_says_so_and_can_be_reset() {
    let model = Shared::new(model());
    let draft = Draft::opening();
    let view = view_of(model, draft);
    let page = draw(html! {
        <WorkshopProvider own={Vec::<Own>::new()} act={Callback::noop()}>
            {views::draw(View::Train, view)}
        </WorkshopProvider>
    })
    .await;
    let status = || one(&page, ".train-status").text_content().unwrap();
    let button = |name: &str| -> HtmlElement {
        let found = all(&page, "button").into_iter();
        let mut found = found.filter(|button| button.text_content().as_deref() == Some(name));
        found.next().unwrap().unchecked_into()
    };
    assert!(button("Download").has_attribute("disabled"));
    // The page of these tests names no program that a worker could run.
    button("Start").click();
    flush().await;
    assert!(
        status().starts_with("Training stopped: The page does not say"),
        "{}",
        status()
    );
    assert!(button("Download").has_attribute("disabled"));
    button("Reset").click();
    flush().await;
    assert_eq!(status(), "Ready to start.");
}

#[wasm_bindgen_test]
fn a_network_that_is_kept_is_there_next_time_until_it_is_forgotten() {
    let mut own = Own::new("kept “for” a test", Shared::new(model()));
    own.keep().unwrap();
    let found = || {
        let kept = Own::all_kept().into_iter();
        kept.filter(|kept| kept.listed == own.listed)
            .collect::<Vec<_>>()
    };
    let [kept] = &found()[..] else {
        panic!("it is kept once");
    };
    assert!(kept.kept);
    let weights = |model: &Model| model.parameters.save(Precision::Single).unwrap();
    assert_eq!(weights(&kept.model().unwrap()), weights(&model()));
    kept.forget();
    assert!(found().is_empty());
    let lost = kept.model().unwrap_err();
    assert!(
        lost.to_string()
            .contains("keeps “kept “for” a test” no longer"),
        "{lost}"
    );
}

#[wasm_bindgen_test]
fn a_network_of_ones_own_is_chosen_replaced_and_taken_away() {
    let name = Own::new("mine", Shared::new(model())).listed.name;
    let chosen = after(
        State::open(None),
        [
            Action::Listed(listed(&[DEFAULT])),
            loaded(DEFAULT),
            Action::AddNetwork(Own::new("mine", Shared::new(model()))),
            Action::ChooseNetwork(name.clone()),
        ],
    );
    assert!(
        matches!(chosen.network, Network::Ready(_)),
        "it is here already"
    );
    assert_eq!(chosen.choices().len(), 2);
    let other = Own::new("mine", Shared::new(model()));
    let replaced = after(chosen, [Action::AddNetwork(other.clone())]);
    assert_eq!(
        replaced.network,
        Network::Ready(other.model.clone().unwrap())
    );
    assert_eq!(replaced.own, [other]);
    let gone = after(replaced, [Action::RemoveNetwork(name)]);
    assert_eq!(gone.kept.network_name(), DEFAULT);
    assert_eq!(gone.choices().len(), 1);
}

#[wasm_bindgen_test]
fn files_make_a_network_or_say_what_is_wrong_with_them() {
    let whole = own::file(&model());
    let weights = model().parameters.save(Precision::Single).unwrap();
    let record = serde_json::to_vec(&model().record).unwrap();
    let open = |files: &[(&str, &[u8])]| {
        let files = files
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
        own::assemble(files.collect())
    };
    for files in [
        &[("mine.safetensors", &whole[..])][..],
        &[("mine.safetensors", &weights), ("mine.JSON", &record)],
        &[("mine.json", &record), ("mine.safetensors", &weights)],
    ] {
        assert_eq!(open(files).unwrap().record.name, "fixture");
    }
    for (files, failure) in [
        (&[][..], OpenFailure::Weights { found: 0 }),
        (
            &[("mine.json", &record[..])],
            OpenFailure::Weights { found: 0 },
        ),
        (
            &[("a", &whole), ("b", &whole)],
            OpenFailure::Weights { found: 2 },
        ),
        (&[("mine.safetensors", &weights)], OpenFailure::NoRecord),
        (
            &[("a", &weights), ("a.json", &record), ("b.json", &record)],
            OpenFailure::Records,
        ),
    ] {
        assert_eq!(open(files).unwrap_err(), failure);
    }
    assert!(matches!(
        open(&[("photo.png", b"\x89PNG\r\n")]),
        Err(OpenFailure::Network(LoadFailure::Damaged(_)))
    ));
}

fn train(training: Training, actions: impl IntoIterator<Item = TrainingAction>) -> Training {
    let state = actions
        .into_iter()
        .fold(Rc::new(training), Reducible::reduce);
    Rc::unwrap_or_clone(state)
}

fn trained(questions: usize, done: bool) -> TrainingAction {
    TrainingAction::Hear(WorkerEvent::Trained(Report {
        questions,
        loss: Some(1.0),
        linear: true,
        done,
        look: Some(look(0.5)),
    }))
}

fn look(accuracy: f64) -> Look {
    Look {
        accuracy,
        heatmap: Heatmap::default(),
        answers: Vec::new(),
    }
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let state = actions
        .into_iter()
        .fold(Rc::new(state), |state, action| state.reduce(action));
    Rc::unwrap_or_clone(state)
}

fn link() -> Link {
    let mut draft = Draft::new("Mary slept.\nJohn ate & \"went\" + 👩‍🚀 = #1?", "Who?");
    draft.changes.fix(1, 0, 1, 0.3);
    draft.changes.mute(0, true);
    draft.changes.temperature = 0.5;
    draft.changes.hops = Some(2);
    Link {
        draft,
        network: Some("memn2n".into()),
        weights: Some("0123abcd".into()),
        view: View::ALL.first().copied(),
        hop: 1,
        cell: Some(CellPlace {
            hop: 1,
            head: 0,
            sentence: 1,
        }),
    }
}

fn listed(names: &[&str]) -> Vec<Listed> {
    let listed = |name: &&str| Listed {
        name: (*name).to_owned().into(),
        title: format!("The {name}").into(),
    };
    names.iter().map(listed).collect()
}

fn loaded(name: &'static str) -> Action {
    Action::Loaded(name.into(), Shared::new(model()))
}

/// A network that remembers four sentences: untrained, but whole.
fn model() -> Model {
    let record = serde_json::json!({
        "name": "fixture",
        "architecture": {
            "type": "memn2n", "dimension": 8, "hops": HOPS, "memory": 4,
            "encoding": "position", "tying": "adjacent"
        },
        "answers": ["garden", "kitchen", "office", "bedroom", "hallway", "yes"],
        "vocabulary": [
            "mary", "john", "went", "slept", "to", "the", "where", "is",
            "garden", "kitchen", "office", "bedroom", "hallway", "yes"
        ]
    });
    let record = serde_json::from_value(record).unwrap();
    Model::new(record, &mut Pcg64::seed_from_u64(7)).unwrap()
}

/// A network that reads with two heads in each hop: untrained, but whole.
fn model_with_heads() -> Model {
    let record = serde_json::json!({
        "name": "fixture with heads",
        "architecture": {
            "type": "working-memory", "dimension": 8, "hops": HOPS, "heads": 2, "memory": 4,
            "relations": 8
        },
        "answers": ["yes", "no"],
        "vocabulary": ["went", "to", "the", "where", "is", "yes", "no"],
        "entities": { "slots": 8, "words": [] }
    });
    let record = serde_json::from_value(record).unwrap();
    Model::new(record, &mut Pcg64::seed_from_u64(7)).unwrap()
}

#[derive(PartialEq, Properties)]
struct WorkbenchProps {
    draft: Draft,
    model: Shared<Model>,
}

/// The four parts of the page around a network that is already there.
#[component]
fn Workbench(props: &WorkbenchProps) -> Html {
    let draft = props.draft.clone();
    let state = use_reducer(|| {
        State::open(Some(Kept {
            draft,
            ..Kept::default()
        }))
    });
    let draft = &state.kept.draft;
    let reading = Shared::new(Reading::new(&props.model, &draft.story, &draft.question));
    let pointed = state.pointed(&reading);
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    html! {
        <>
            <StoryPart
                story={draft.story.clone()}
                reading={reading.clone()}
                {pointed}
                scroll_box={NodeRef::default()}
                act={act.clone()}
            />
            <QuestionPart
                question={draft.question.clone()}
                reading={reading.clone()}
                act={act.clone()}
            />
            <AnswerPart
                reading={reading.clone()}
                network={Network::Ready(props.model.clone())}
                act={act.clone()}
            />
            <AttentionPart
                {reading}
                {pointed}
                cell={state.kept.cell}
                scroll_box={NodeRef::default()}
                {act}
            />
        </>
    }
}

/// Two tabs.
#[component]
fn Closer() -> Html {
    let state = use_reducer(|| State::open(None));
    let act = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let view = ViewProps {
        reading: Shared::new(Reading::unread(STORY, QUESTION)),
        act: act.clone(),
        ..view_of(Shared::new(model()), state.kept.draft.clone())
    };
    html! {
        <CloserPart
            views={&[View::Flow, View::Hops][..]}
            open={state.kept.view}
            {view}
            {act}
        />
    }
}

async fn workbench(story: &str, question: &str) -> Element {
    let draft = Draft::new(story.to_owned(), question.to_owned());
    draw(html! { <Workbench {draft} model={Shared::new(model())} /> }).await
}

#[derive(PartialEq, Properties)]
struct StageProps {
    children: Html,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    props.children.clone()
}

async fn draw(children: Html) -> Element {
    let place = place();
    yew::Renderer::<Stage>::with_root_and_props(place.clone(), StageProps { children }).render();
    flush().await;
    place
}

/// An element of its own for each test, at the top of the window, where it can be pointed at.
fn place() -> Element {
    let place = document().create_element("div").unwrap();
    document()
        .body()
        .unwrap()
        .prepend_with_node_1(&place)
        .unwrap();
    place
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

fn one(page: &Element, selector: &str) -> Element {
    let found = page.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("there is no {selector}"))
}

fn all(page: &Element, selector: &str) -> Vec<Element> {
    let found = page.query_selector_all(selector).unwrap();
    (0..found.length())
        .filter_map(|at| found.get(at))
        .map(JsCast::unchecked_into)
        .collect()
}

fn texts(page: &Element, selector: &str) -> Vec<String> {
    all(page, selector)
        .iter()
        .filter_map(|element| element.text_content())
        .collect()
}

fn point(target: &Element, event: &str, (x, y): (i32, i32)) {
    let init = PointerEventInit::new();
    init.set_bubbles(true);
    init.set_client_x(x);
    init.set_client_y(y);
    let event = PointerEvent::new_with_event_init_dict(event, &init).unwrap();
    target.dispatch_event(&event).unwrap();
}

fn press(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    document()
        .active_element()
        .unwrap()
        .dispatch_event(&event)
        .unwrap();
}

fn write(field: &Element, text: &str) {
    let field: &HtmlTextAreaElement = field.unchecked_ref();
    field.set_value(text);
    let init = InputEventInit::new();
    init.set_bubbles(true);
    let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
    field.dispatch_event(&event).unwrap();
}
