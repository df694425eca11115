//! `memnet answer`: one question about one story.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use memnet::explain::export::Report;
use memnet::explain::{Changes, Explanation, explain};
use memnet::locale::ENGLISH;
use memnet::networks::{DEFAULT, Ranked};

use super::{Failure, models};

/// How many answers are shown.
const SHOWN: usize = 5;

/// Answer a question about a story.
#[derive(clap::Args)]
pub struct Arguments {
    /// A text file with the story, one or more sentences a line; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    story: PathBuf,

    /// The question.
    #[arg(long, value_name = "TEXT")]
    question: String,

    /// The name of a shipped network, or the path of a record (NAME.json) or of a network that was
    /// downloaded from the page (NAME.safetensors).
    #[arg(long, default_value = DEFAULT)]
    model: String,

    /// Print JSON instead of text.
    #[arg(long)]
    json: bool,
}

/// Reads the story, answers the question and prints why.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    let story = read_story(&arguments.story)?;
    let mut model = models::load(&arguments.model)?;
    model.look_up_in(models::vectors()?);
    let explanation = explain(&model, &story, &arguments.question).map_err(|error| {
        Failure::new(
            "there is nothing to answer",
            "give both a story and a question",
        )
        .because(error)
    })?;
    let answers = &explanation.answers[..explanation.answers.len().min(SHOWN)];
    if answers.is_empty() {
        return Err(Failure::new(
            "the network has no answers",
            "choose another network",
        ));
    }
    if arguments.json {
        let unchanged = Changes::default();
        let report = Report {
            answers,
            ..Report::new(&model, &explanation, &unchanged)
        };
        print!("{}", super::json(&report)?);
    } else {
        print_text(&explanation, answers);
    }
    Ok(())
}

fn print_text(explanation: &Explanation, answers: &[Ranked]) {
    for (at, ranked) in answers.iter().enumerate() {
        let mark = if at == 0 { "→" } else { " " };
        println!(
            "{mark} {:<24} {:.3}",
            ranked.spelled(&ENGLISH),
            ranked.probability
        );
    }
    println!();
    let hops = explanation.hops.len();
    let header: String = (1..=hops).map(|hop| format!(" hop {hop}")).collect();
    println!("{header}   sentence");
    for (at, sentence) in explanation.sentences.iter().enumerate() {
        let weights: String = (0..hops)
            .map(|hop| match explanation.weight(hop, at) {
                Some(weight) => format!("{weight:6.2}"),
                None => "     –".to_owned(),
            })
            .collect();
        println!("{weights}   {}. {}", at + 1, sentence.text);
    }
    let empty: String = (0..hops)
        .map(|hop| format!("{:6.2}", explanation.empty(hop)))
        .collect();
    println!(
        "{empty}   (empty slots)\n\n{}",
        explanation.summary(&ENGLISH)
    );
    let forgotten = explanation.forgotten();
    if forgotten > 0 {
        println!(
            "Forgotten, because the story is longer than the memory: sentences 1 to {forgotten}."
        );
    }
    for (word, other) in explanation.words_read_as_others() {
        println!("{}.", ENGLISH.answer.read_as(word, other));
    }
    let unknown = explanation.unknown_words();
    if !unknown.is_empty() {
        println!(
            "Unknown, so they keep their place and mean nothing: {}.",
            unknown.join(", ")
        );
    }
}

fn read_story(path: &Path) -> Result<String, Failure> {
    if path == Path::new("-") {
        let mut story = String::new();
        let read = std::io::stdin().read_to_string(&mut story);
        return read
            .map(|_| story)
            .map_err(|cause| Failure::reading(path, cause));
    }
    fs::read_to_string(path).map_err(|cause| Failure::reading(path, cause))
}
