//! Training a network in the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use thirtyfour::WebElement;

use crate::harness::{Page, Reader, built, starting_with, visit};

const STORY: &str = "Mary went to the garden.\nJohn moved to the office.\nMary went to the kitchen.\nJohn went to the hallway.";
const QUESTION: &str = "Where is Mary?";

#[tokio::test]
async fn a_network_that_learned_task_1_in_the_page_answers_is_kept_and_opened_from_its_file()
-> Result<()> {
    let downloads = folder("training-downloads")?;
    visit(Reader::default(), async |page| {
        page.allow_downloads(&downloads).await?;
        view(page).await?;
        page.choose("Speed", "full").await?;
        press(page, "Start").await?;
        page.until(
            "task 1 is learned",
            async || Ok(accuracy(page).await? >= 95),
        )
        .await?;
        press(page, "Pause").await?;
        page.until("it is paused", async || status(page, "Paused after").await)
            .await?;
        page.check_accessibility().await?;
        // What it reads of a story that it never trained on has grown sharp.
        let facts = sharpest(page).await?;
        ensure!(facts >= 0.5, "it reads {facts} of the fact at most");

        let name = page.find("textbox", "Name").await?;
        page.replace(&name, "pupil").await?;
        press(page, "Ask it").await?;
        page.until("it is chosen", async || {
            Ok(page.chosen("Network").await? == "pupil")
        })
        .await?;
        page.write(STORY, QUESTION).await?;
        page.until_answer("kitchen").await?;

        press(page, "Keep").await?;
        page.until("it is kept", async || {
            status(page, "This browser keeps").await
        })
        .await?;
        press(page, "Download").await?;
        let file = downloads.join("pupil.safetensors");
        page.until("it is downloaded", async || Ok(file.exists()))
            .await?;
        page.check_accessibility().await?;

        page.reload().await?;
        assert_eq!(page.chosen("Network").await?, "pupil");
        page.until_answer("kitchen").await?;

        press(page, "Remove: pupil").await?;
        page.until("another network answers", async || {
            Ok(page.chosen("Network").await? != "pupil")
        })
        .await?;
        open(page, &[&file]).await?;
        page.until("it is opened", async || {
            status(page, "“pupil” is opened").await
        })
        .await?;
        assert_eq!(page.chosen("Network").await?, "pupil");
        page.until_answer("kitchen").await
    })
    .await
}

#[tokio::test]
async fn training_pauses_goes_on_step_by_step_and_begins_anew() -> Result<()> {
    visit(Reader::default(), async |page| {
        view(page).await?;
        press(page, "One step").await?;
        page.until("one batch was trained on", async || {
            status(page, "Paused after 32 questions").await
        })
        .await?;
        press(page, "One step").await?;
        page.until("another batch was trained on", async || {
            status(page, "Paused after 64 questions").await
        })
        .await?;
        press(page, "Go on").await?;
        page.until("it learns", async || Ok(questions(page).await? > 500))
            .await?;
        press(page, "Pause").await?;
        page.until("it is paused", async || status(page, "Paused after").await)
            .await?;
        let paused = questions(page).await?;
        press(page, "One step").await?;
        page.until("it was trained on one batch more", async || {
            Ok(questions(page).await? > paused)
        })
        .await?;
        assert!(questions(page).await? <= paused + 32);

        press(page, "Reset").await?;
        page.until("nothing is trained", async || {
            status(page, "Ready to start").await
        })
        .await?;
        page.check_accessibility().await?;
        press(page, "One step").await?;
        page.until("it began anew", async || {
            status(page, "Paused after 32 questions").await
        })
        .await
    })
    .await
}

#[tokio::test]
async fn training_goes_on_while_the_reader_looks_elsewhere() -> Result<()> {
    visit(Reader::default(), async |page| {
        view(page).await?;
        press(page, "Start").await?;
        page.until("it learns", async || Ok(questions(page).await? > 100))
            .await?;
        page.find("tab", "Train").await?.click().await?;
        page.write(STORY, QUESTION).await?;
        page.until_answer("kitchen").await?;
        view(page).await?;
        let before = questions(page).await?;
        page.until("it has learned on", async || {
            Ok(questions(page).await? > before)
        })
        .await
    })
    .await
}

#[tokio::test]
async fn what_is_no_network_is_refused_with_what_to_do() -> Result<()> {
    let folder = folder("training-files")?;
    let file = |name: &str, bytes: &[u8]| -> Result<PathBuf> {
        let path = folder.join(name);
        fs::write(&path, bytes)?;
        Ok(path)
    };
    let weights = file("memn2n.safetensors", &built("models/memn2n.safetensors")?)?;
    let record = file("memn2n.json", &built("models/memn2n.json")?)?;
    let damaged = file("damaged.safetensors", b"no weights")?;
    visit(Reader::default(), async |page| {
        view(page).await?;
        for (files, message) in [
            (&[&weights][..], "choose them together with the .json file"),
            (&[&record], "choose a .safetensors file"),
            (&[&damaged], "weights of the network are damaged"),
            (&[&weights, &damaged], "You chose 2 files of weights"),
        ] {
            open(page, files).await?;
            page.until(message, async || Ok(notice(page).await?.contains(message)))
                .await?;
        }
        page.check_accessibility().await?;
        open(page, &[&weights, &record]).await?;
        page.until("it is opened", async || {
            status(page, "“memn2n” is opened").await
        })
        .await?;
        assert_eq!(page.chosen("Network").await?, "memn2n");
        page.write(STORY, QUESTION).await?;
        page.until_answer("kitchen").await
    })
    .await
}

/// Opens the view.
async fn view(page: &Page) -> Result<()> {
    Ok(page.find("tab", "Train").await?.click().await?)
}

async fn press(page: &Page, button: &str) -> Result<()> {
    Ok(page.find("button", button).await?.click().await?)
}

/// Whether the page says something that begins like this.
async fn status(page: &Page, start: &str) -> Result<bool> {
    for status in page.find_all("status", "").await? {
        if status.text().await?.starts_with(start) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What came of what was done with networks.
async fn notice(page: &Page) -> Result<String> {
    let mut told = Vec::new();
    for status in page.find_all("status", "").await? {
        told.push(status.text().await?);
    }
    Ok(told.join("\n"))
}

/// Chooses files, as the dialog of the browser does.
async fn open(page: &Page, files: &[&PathBuf]) -> Result<()> {
    let paths: Vec<_> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let input = page.find("button", starting_with("Open a network")).await?;
    page.type_into(&input, &paths.join("\n")).await
}

/// How many of a hundred held-out questions the network answers rightly.
async fn accuracy(page: &Page) -> Result<usize> {
    let words = chart(page, "Accuracy").await?;
    number(&words, " to ")
}

/// On how many questions the network was trained.
async fn questions(page: &Page) -> Result<usize> {
    let words = chart(page, "Accuracy").await?;
    number(&words, " over ")
}

/// A chart in words.
async fn chart(page: &Page, name: &str) -> Result<String> {
    let chart = page.find("image", starting_with(name)).await?;
    chart
        .attr("aria-label")
        .await?
        .context("a chart without words")
}

/// The number that follows some words; 0 if they are missing.
fn number(text: &str, after: &str) -> Result<usize> {
    let Some((_, rest)) = text.split_once(after) else {
        return Ok(0);
    };
    let digits = rest
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == ',');
    let digits: String = digits.filter(char::is_ascii_digit).collect();
    digits
        .parse()
        .with_context(|| format!("no number after {after:?} in {text:?}"))
}

/// How much the network reads of the sentence from which the answer follows, where it reads most.
async fn sharpest(page: &Page) -> Result<f64> {
    let table: WebElement = page.find("table", "A story it never trains on").await?;
    let script = "
        const facts = [...arguments[0].rows].filter(row => row.querySelector('.train-fact'));
        const cells = facts.flatMap(row => [...row.querySelectorAll('td')]);
        return Math.max(...cells.map(cell => Number(cell.textContent)));";
    page.script(script, &[table.to_json()?]).await
}

/// An empty folder of a test's own.
fn folder(name: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
