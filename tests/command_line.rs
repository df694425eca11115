//! What a person (or a script) can rely on when calling `memnet`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use memnet::networks::{DEFAULT, Model};
use memnet::tensor::Precision;
use serde_json::Value;

/// A story in the words of the shipped network.
const STORY: &str =
    "Mary got the milk there.\nJohn moved to the bedroom.\nMary travelled to the hallway.\n";

fn memnet(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_memnet"))
        .args(arguments)
        .output()
        .unwrap()
}

fn out(output: &Output) -> &str {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    std::str::from_utf8(&output.stdout).unwrap()
}

/// The message of a command that must fail with this exit code, and must not print to stdout.
fn failure(output: &Output, code: i32) -> &str {
    assert_eq!(output.status.code(), Some(code));
    assert!(output.stdout.is_empty());
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A folder of this test's own, empty.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn generate(task: &str, questions: &str, seed: &str) -> String {
    let output = memnet(&[
        "generate",
        "--task",
        task,
        "--questions",
        questions,
        "--seed",
        seed,
    ]);
    out(&output).to_owned()
}

#[test]
fn answer_prints_the_five_best_and_the_attention_of_every_sentence() {
    let story = write(&folder("answer"), "story.txt", STORY);
    let output = memnet(&[
        "answer",
        "--story",
        &story,
        "--question",
        "Where is the milk?",
    ]);
    let text = out(&output);
    assert!(text.starts_with("→ hallway"), "{text}");
    assert_eq!(text.lines().take_while(|line| !line.is_empty()).count(), 5);
    for sentence in STORY.lines() {
        assert!(text.contains(sentence), "{text}");
    }
}

#[test]
fn a_verb_the_network_does_not_know_is_read_as_one_that_it_knows() {
    let story = "Priya strolled to the greenhouse with the #42 trophy.";
    let story = write(&folder("read-as"), "story.txt", story);
    for question in ["Where is the trophy?", "Where is Priya?"] {
        let ask = ["answer", "--story", &story, "--question", question];
        let output = memnet(&ask);
        let text = out(&output);
        assert!(text.starts_with("→ greenhouse"), "{text}");
        assert!(text.contains("\nstrolled, read as went.\n"), "{text}");

        let output = memnet(&[&ask[..], &["--json"]].concat());
        let json: Value = serde_json::from_str(out(&output)).unwrap();
        let words = &json["sentences"][0]["words"];
        assert_eq!(words[1]["treatment"]["read-as"], "went");
        assert_eq!(words[0]["treatment"]["entity"], 0);
        assert_eq!(json["words_read_as_others"][0][0], "strolled");
    }
}

#[test]
fn eval_asks_about_the_stories_that_training_holds_out() {
    let file = write(&folder("eval-share"), "qa1.txt", &generate("1", "200", "3"));
    let questions = |data: &str, more: &[&str]| {
        let output = memnet(&[&["eval", "--json", "--data", data], more].concat());
        let report: Value = serde_json::from_str(out(&output)).unwrap();
        report["tasks"][0]["questions"].clone()
    };
    assert_eq!(questions(&file, &[]), 200);
    assert_eq!(questions(&format!("{file}=0.1"), &["--seed", "2"]), 20);
    let wrong = memnet(&["eval", "--data", &format!("{file}=2")]);
    assert!(failure(&wrong, 2).contains("2 is no share"));
}

#[test]
fn eval_says_what_other_names_and_verbs_and_asides_cost() {
    let folder = folder("eval-change");
    let moved = write(&folder, "qa1.txt", &generate("1", "100", "3"));
    let placed = write(&folder, "qa17.txt", &generate("17", "100", "3"));
    let eval = |change: &str| {
        let data = ["eval", "--json", "--data", &moved, &placed];
        let output = memnet(&[&data[..], &["--change", change, "--seed", "5"]].concat());
        let report: Value = serde_json::from_str(out(&output)).unwrap();
        report["changed"].clone()
    };
    let names = eval("names");
    assert_eq!(names["tasks"].as_array().unwrap().len(), 2);
    assert!(names["after"].as_f64().unwrap() < 5.0, "{names}");
    assert_eq!(names, eval("names"));
    let verbs = eval("verbs");
    assert_eq!(verbs["unchanged"][0], "qa17.txt");
    assert!(verbs["after"].as_f64().unwrap() < 20.0, "{verbs}");
    let asides = eval("asides");
    assert_eq!(asides["tasks"].as_array().unwrap().len(), 2);
    assert!(asides["after"].as_f64().unwrap() < 10.0, "{asides}");
}

#[test]
fn generated_stories_can_have_asides() {
    let told = |asides: &str| {
        let command = ["generate", "--task", "1", "--questions", "50", "--asides"];
        out(&memnet(&[&command[..], &[asides]].concat())).to_owned()
    };
    let plain = told("0");
    assert_eq!(plain, generate("1", "50", "1"));
    let questions = |text: &str| text.lines().filter(|line| line.contains('\t')).count();
    let interrupted = told("0.3");
    assert_eq!(questions(&interrupted), questions(&plain));
    assert!(interrupted.lines().count() > plain.lines().count());
}

#[test]
fn a_network_in_one_file_answers_and_weights_alone_are_told_to_bring_their_record() {
    let folder = folder("one-file");
    let story = write(&folder, "story.txt", STORY);
    let answer = |model: &Path| {
        let model = model.to_str().unwrap();
        memnet(&[
            "answer",
            "--story",
            &story,
            "--question",
            "Where is the milk?",
            "--model",
            model,
        ])
    };
    let weights = Path::new("static/models/memn2n.safetensors");
    let record = fs::read_to_string(weights.with_extension("json")).unwrap();
    let model = Model::load(&record, &fs::read(weights).unwrap()).unwrap();
    let file = folder.join("downloaded.safetensors");
    fs::write(&file, model.to_file(Precision::Single).unwrap()).unwrap();
    assert!(out(&answer(&file)).starts_with("→ hallway"));
    assert!(failure(&answer(weights), 2).contains("has no record"));
}

#[test]
fn answer_reads_standard_input_and_says_how_unknown_words_were_treated() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_memnet"))
        .args([
            "answer",
            "--story",
            "-",
            "--question",
            "Where is the milk?",
            // A network that reads names would know whom the story is about.
            "--model",
            "memn2n",
            "--json",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let story = STORY.replace("John moved", "Priya strolled");
    child
        .stdin
        .take()
        .unwrap()
        .write_all(story.as_bytes())
        .unwrap();
    let report: Value = serde_json::from_str(out(&child.wait_with_output().unwrap())).unwrap();

    assert_eq!(report["answer"], "hallway");
    assert_eq!(report["answers"].as_array().unwrap().len(), 5);
    assert_eq!(report["unknown_words"], serde_json::json!(["Priya"]));
    let words = &report["sentences"][1]["words"];
    assert_eq!(words[0]["treatment"], "unknown");
    assert_eq!(words[1]["treatment"]["read-as"], "went");
    let hops = report["hops"].as_array().unwrap();
    assert!(!hops.is_empty());
    for hop in hops {
        let weights = hop["heads"][0].as_array().unwrap();
        assert_eq!(weights.len(), 3, "one for each sentence");
        let weights = weights.iter().chain(&hop["empty"].as_array().unwrap()[..]);
        let total: f64 = weights.filter_map(Value::as_f64).sum();
        assert!((total - 1.0).abs() < 1e-5);
    }
}

#[test]
fn failures_name_their_cause_and_a_remedy() {
    let folder = folder("failures");
    let empty = write(&folder, "empty.txt", "\n ... \n");
    let output = memnet(&["answer", "--story", &empty, "--question", "Where?"]);
    assert!(failure(&output, 1).contains("The story is empty"));

    let output = memnet(&["answer", "--story", "no/such/file", "--question", "Where?"]);
    let message = failure(&output, 1);
    assert!(
        message.contains("no/such/file") && message.contains("remedy:"),
        "{message}"
    );

    let broken = write(&folder, "qa1.txt", "1 Mary went home.\n3 John slept.\n");
    let output = memnet(&["eval", "--data", &broken]);
    assert!(failure(&output, 1).contains("qa1.txt:2: the line number 3 should be 2"));

    let output = memnet(&["eval", "--data", &broken, "--model", "nonsense"]);
    assert!(failure(&output, 2).contains("there is no network named nonsense"));
    failure(&memnet(&["dance"]), 2);
    let output = memnet(&["generate", "--task", "21", "--questions", "5"]);
    assert!(failure(&output, 2).contains("task 21"));
}

#[test]
fn eval_reports_every_file_and_prefers_test_files() {
    let folder = folder("eval");
    write(&folder, "qa1_one_train.txt", &generate("1", "20", "1"));
    let path = folder.to_str().unwrap();
    let text = memnet(&["eval", "--data", path]);
    assert!(out(&text).contains("qa1_one_train.txt"));

    write(&folder, "qa10_ten_test.txt", &generate("6", "40", "2"));
    write(&folder, "qa2_two_test.txt", &generate("2", "30", "3"));
    let output = memnet(&["eval", "--data", path, "--json"]);
    let report: Value = serde_json::from_str(out(&output)).unwrap();
    let tasks = report["tasks"].as_array().unwrap();
    let names: Vec<&str> = tasks
        .iter()
        .filter_map(|task| task["task"].as_str())
        .collect();
    assert_eq!(names, ["qa2_two_test.txt", "qa10_ten_test.txt"]);
    assert_eq!(tasks[0]["questions"], 30);
    let errors: Vec<f64> = tasks
        .iter()
        .filter_map(|task| task["error"].as_f64())
        .collect();
    let mean = report["mean_error"].as_f64().unwrap();
    assert!((mean - (errors[0] + errors[1]) / 2.0).abs() < 1e-9);
    assert_eq!(
        report["failed"],
        errors.iter().filter(|error| **error > 5.0).count()
    );
    assert_eq!(report["model"], DEFAULT);
}

#[test]
fn the_same_seed_generates_the_same_stories() {
    assert_eq!(generate("3", "12", "5"), generate("3", "12", "5"));
    assert_ne!(generate("3", "12", "5"), generate("3", "12", "6"));
}

#[test]
fn vectors_makes_a_compact_file_and_records_what_it_was_made_of() {
    let folder = folder("vectors");
    let published = [
        ("the", [0.1, 0.1]),
        ("=", [0.5, 0.5]),
        ("paris", [0.9, -0.1]),
        ("zzgl", [0.3, 0.4]),
        ("treaty", [-0.9, 0.4]),
        ("kitchen", [0.2, 1.0]),
        ("wolf", [-0.5, -0.9]),
        ("pantry", [0.1, 0.9]),
    ];
    let words: Vec<&str> = published.iter().map(|(word, _)| *word).collect();
    let vectors: serde_json::Map<String, Value> = published
        .iter()
        .enumerate()
        .map(|(at, (word, [a, b]))| (word.to_string(), serde_json::json!([a, b, 1.0, at])))
        .collect();
    let source = serde_json::json!({ "dimensions": 2, "words": words, "vectors": vectors });
    write(&folder, "vectors.json", &source.to_string());
    write(
        &folder,
        "package.json",
        r#"{"name":"tiny","version":"1.2.3","license":"MIT","main":"vectors.json"}"#,
    );
    let dictionary = write(&folder, "dictionary.txt", "pantry treaty wolf the");
    let include = write(&folder, "story.txt", "Where is the kitchen = ?");
    let path = folder.to_str().unwrap();
    let make = |more: &[&str]| {
        let mut arguments = vec!["vectors", "--source", path, "--dictionary", &dictionary];
        arguments.extend(["--include", &include, "--out", path, "--dimensions", "2"]);
        arguments.extend(more);
        memnet(&arguments)
    };

    let output = make(&["--words", "4", "--common", "3", "--bytes", "1"]);
    assert!(out(&output).contains("the same nearest neighbour"));
    let file = fs::read(folder.join("english.safetensors")).unwrap();
    let vectors = memnet::text::vectors::Vectors::load(&file).unwrap();
    // Paris is common, though in no dictionary; pantry is near kitchen, though rarer than treaty.
    let kept: Vec<&str> = vectors.words().collect();
    assert_eq!(kept, ["kitchen", "pantry", "paris", "the"]);
    let record: Value =
        serde_json::from_slice(&fs::read(folder.join("english.json")).unwrap()).unwrap();
    assert_eq!(record["source"]["package"], "tiny");
    assert_eq!(record["source"]["version"], "1.2.3");
    assert_eq!(record["words"], 4);
    assert_eq!(record["file"]["bytes"], file.len());
    assert!(record["agreement"]["nearest"].is_number());

    let output = make(&["--bytes", "3"]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        message.contains("2 numbers do not make 3 groups"),
        "{message}"
    );
    fs::remove_file(folder.join("vectors.json")).unwrap();
    let output = make(&[]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("vectors.json cannot be read"), "{message}");
}

#[test]
fn wide_stories_are_generated_on_request() {
    let style = |style: &str| {
        let arguments = "generate --task 1 --questions 50 --seed 5 --style";
        let arguments: Vec<&str> = arguments.split(' ').chain([style]).collect();
        out(&memnet(&arguments)).to_owned()
    };
    assert_eq!(style("babi"), generate("1", "50", "5"));
    let wide = style("wide");
    assert_eq!(wide.matches('?').count(), 50);
    assert!(wide.contains("\tunknown\t"), "{wide}");
}

#[test]
fn a_stopped_training_resumes_to_the_weights_of_one_that_was_not_stopped() {
    let memn2n = "--linear-start 1 --rate 0.02";
    let working_memory = "--architecture working-memory --relations 8 --optimizer adam \
                          --linear-start 0 --rate 0.01 --batch 8 --clip 1000 --facts 1 \
                          --generate 1=40:wide --vectors static/vectors/english.safetensors";
    for (kind, settings) in [("memn2n", memn2n), ("working-memory", working_memory)] {
        let folder = folder(&format!("train-{kind}"));
        let data = write(&folder, "qa1_single_train.txt", &generate("1", "600", "1"));
        let arguments = |name: &str, more: &[&str]| -> Vec<String> {
            let sizes = "--dimension 8 --hops 1 --memory 12 --threads 2 --epochs 6";
            let mut arguments = vec!["train", "--data", &data, "--name", name];
            arguments.extend(sizes.split(' ').chain(settings.split_whitespace()));
            arguments.extend(["--out", folder.to_str().unwrap()]);
            arguments.extend(more);
            arguments.into_iter().map(String::from).collect()
        };
        let train = |name: &str, more: &[&str]| {
            let arguments = arguments(name, more);
            memnet(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let file = |name: &str| folder.join(name);

        out(&train("straight", &[]));
        let mut stopped = Command::new(env!("CARGO_BIN_EXE_memnet"))
            .args(arguments("stopped", &[]))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(stopped.stdout.take().unwrap()).lines();
        lines.find(|line| line.as_ref().unwrap().starts_with("epoch 3/"));
        stopped.kill().unwrap();
        stopped.wait().unwrap();
        let resumed = train("stopped", &["--resume"]);
        assert!(out(&resumed).contains("resuming after epoch"), "{kind}");
        let weights = |name: &str| fs::read(file(name).with_extension("safetensors")).unwrap();
        assert!(weights("straight") == weights("stopped"), "{kind}");

        let record: Value =
            serde_json::from_slice(&fs::read(file("straight.json")).unwrap()).unwrap();
        assert_eq!(record["weights"]["bytes"], weights("straight").len());
        assert_eq!(record["training"]["seed"], 1);
        let error = record["training"]["mean_validation_error"]
            .as_f64()
            .unwrap();
        assert!(error < 60.0, "{kind} learned nothing: {error} % wrong");

        let other = train("stopped", &["--resume", "--time-noise", "0.5"]);
        assert!(failure(&other, 1).contains("other settings"));
        let record = file("straight.json");
        let output = memnet(&["eval", "--data", &data, "--model", record.to_str().unwrap()]);
        assert!(out(&output).contains("straight"));
    }
}

#[test]
fn who_reads_only_the_beginning_is_told_nothing_of_the_rest() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_memnet"))
        .args(["generate", "--task", "1", "--questions", "20000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut first).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert!(first.starts_with("1 "));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
