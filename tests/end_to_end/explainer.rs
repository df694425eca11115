//! The explainer as a reader sees it: her texts and the marks in them, the answer, the attention,
//! and the messages.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::WebElement;
use thirtyfour::components::SelectElement;

use crate::harness::{Page, starting_with};

/// The attention as it is drawn.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Heatmap {
    /// The heads of the columns.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// The sentence that describes it.
    pub summary: String,
}

/// A sentence and its weights.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Row {
    /// Its number and its text.
    pub name: String,
    /// The numbers in its cells.
    pub cells: Vec<String>,
    /// Whether it stands out.
    pub marked: bool,
}

impl Heatmap {
    /// The sentences, each with its number.
    pub fn names(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.name.as_str()).collect()
    }

    /// The names of the rows that stand out.
    pub fn marked(&self) -> Vec<&str> {
        let marked = self.rows.iter().filter(|row| row.marked);
        marked.map(|row| row.name.as_str()).collect()
    }

    /// Fails unless numbers and summary tell one story: every hop spreads a whole over the
    /// sentences and what the summary gives to empty slots, and reads the sentence most that has
    /// the largest share.
    pub fn check(&self) -> Result<()> {
        let summary = self.summary.to_lowercase();
        for (at, column) in self.columns.iter().enumerate() {
            let hop = column.to_lowercase();
            let weights: Result<Vec<f64>> = self
                .rows
                .iter()
                .map(|row| {
                    let cell = row.cells.get(at).context("a row lacks a cell")?;
                    cell.parse().with_context(|| format!("{cell:?} in {row:?}"))
                })
                .collect();
            let weights = weights?;

            let empty = summary
                .split_once(&format!(" in {hop}"))
                .and_then(|(before, _)| before.split(' ').next_back());
            let empty: f64 = empty.map_or(Ok(0.0), str::parse)?;
            let sum = weights.iter().sum::<f64>() + empty;
            let rounding = 0.005 * (weights.len() + 1) as f64 + 1e-9;
            ensure!((sum - 1.0).abs() <= rounding, "{hop} sums to {sum}");

            // Where two sentences share the largest number, either may be named.
            let largest = weights.iter().copied().fold(0.0, f64::max);
            let strongest = self.rows.iter().zip(&weights);
            let strongest = strongest.filter(|(_, weight)| **weight == largest);
            let named = strongest
                .filter_map(|(row, _)| row.name.split(' ').next())
                .any(|number| {
                    summary.contains(&format!(
                        "{hop} reads sentence {number} most ({largest:.2})"
                    ))
                });
            ensure!(named, "{hop} reads {weights:?}, and {:?}", self.summary);
        }
        Ok(())
    }
}

impl Page {
    /// The field for the story.
    pub async fn story(&self) -> Result<WebElement> {
        self.find("textbox", "Story").await
    }

    /// The field for the question.
    pub async fn question(&self) -> Result<WebElement> {
        self.find("textbox", "Question").await
    }

    /// What stands in the two fields.
    pub async fn texts(&self) -> Result<(String, String)> {
        let texts = "return [...arguments].map(field => field.value)";
        self.script(
            texts,
            &[
                self.story().await?.to_json()?,
                self.question().await?.to_json()?,
            ],
        )
        .await
    }

    /// Writes a story and a question over what was there, key by key.
    pub async fn write(&self, story: &str, question: &str) -> Result<()> {
        self.replace(&self.story().await?, story).await?;
        self.replace(&self.question().await?, question).await
    }

    /// Chooses from a list.
    pub async fn choose(&self, list: &str, option: &str) -> Result<()> {
        let list = self.find("combobox", list).await?;
        Ok(SelectElement::new(&list)
            .await?
            .select_by_visible_text(option)
            .await?)
    }

    /// What is chosen from a list.
    pub async fn chosen(&self, list: &str) -> Result<String> {
        // In one go: the options may be drawn anew while they are looked at.
        let list = self.find("combobox", list).await?;
        let script = "return arguments[0].selectedOptions[0].textContent.trim()";
        self.script(script, &[list.to_json()?]).await
    }

    /// All that is to be read on the page.
    pub async fn text(&self) -> Result<String> {
        self.script("return document.body.innerText", &[]).await
    }

    /// The answer with its probability, or what stands there in its place.
    pub async fn answer(&self) -> Result<String> {
        let text = self.find("status", "Answer").await?.text().await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Waits until the answer begins like this.
    pub async fn until_answer(&self, start: &str) -> Result<()> {
        self.until(&format!("the answer is {start:?}"), async || {
            Ok(self.answer().await?.starts_with(start))
        })
        .await
    }

    /// The attention.
    pub async fn heatmap(&self) -> Result<Heatmap> {
        let table = self.find("grid", starting_with("Attention")).await?;
        self.until("every row is drawn", async || {
            Ok(table.attr("aria-busy").await?.is_none())
        })
        .await?;
        let script = r"
            const [table] = arguments;
            const text = element => element.textContent.trim();
            const summary = document.getElementById(table.getAttribute('aria-describedby'));
            return {
                columns: [...table.tHead.rows[0].cells].slice(1).map(text),
                rows: [...table.tBodies[0].rows].map(({cells: [head, ...cells]}) => ({
                    name: text(head),
                    cells: cells.map(text),
                    marked: getComputedStyle(head).backgroundColor !== 'rgba(0, 0, 0, 0)',
                })),
                summary: text(summary),
            };";
        self.script(script, &[table.to_json()?]).await
    }

    /// Waits until the attention has rows of these names.
    pub async fn until_rows(&self, names: &[&str]) -> Result<()> {
        self.until(&format!("the rows are {names:?}"), async || {
            Ok(self.heatmap().await?.names() == names)
        })
        .await
    }

    /// Waits until the last row of the attention has a name that ends like this.
    pub async fn until_rows_end_with(&self, end: &str) -> Result<()> {
        self.until(&format!("the last row is {end:?}"), async || {
            let heatmap = self.heatmap().await?;
            let last = heatmap.rows.last();
            Ok(last.is_some_and(|row| row.name.ends_with(end)))
        })
        .await
    }

    /// The sentences that stand out in the story.
    pub async fn marked_sentences(&self) -> Result<Vec<String>> {
        let script = r"
            const painted = (element, pseudo) => {
                const style = getComputedStyle(element, pseudo);
                return style.backgroundColor !== 'rgba(0, 0, 0, 0)' && style.content !== 'none';
            };
            return [...arguments[0].parentElement.querySelectorAll('[data-sentence]')]
                .filter(sentence => painted(sentence) || painted(sentence, '::after'))
                .map(sentence => sentence.textContent);";
        self.script(script, &[self.story().await?.to_json()?]).await
    }

    /// Where the first letters of a piece of a field's text are drawn.
    ///
    /// A browser doesn't tell where the letters of a field are. The page draws its marks on a copy
    /// of the text that lies beneath; this tells where they are there.
    pub async fn place_of(&self, field: &WebElement, text: &str) -> Result<(f64, f64)> {
        let script = r"
            const [field, text] = arguments;
            const copy = field.parentElement.firstElementChild;
            const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
            let left = copy.textContent.indexOf(text);
            while (walker.nextNode() && left >= walker.currentNode.length) {
                left -= walker.currentNode.length;
            }
            const range = document.createRange();
            range.setStart(walker.currentNode, left);
            range.setEnd(walker.currentNode, left + 1);
            const box = range.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];";
        self.script(script, &[field.to_json()?, json!(text)]).await
    }

    /// The words of a field that are underlined with a wave.
    pub async fn marked_words(&self, field: &WebElement) -> Result<Vec<String>> {
        self.underlined_words(field, "wavy").await
    }

    /// The words of a field that are marked as taken for others.
    pub async fn words_read_as_others(&self, field: &WebElement) -> Result<Vec<String>> {
        self.underlined_words(field, "dotted").await
    }

    async fn underlined_words(&self, field: &WebElement, style: &str) -> Result<Vec<String>> {
        let script = r"
            return [...arguments[0].parentElement.querySelectorAll('span')]
                .filter(word => getComputedStyle(word).textDecorationStyle === arguments[1])
                .map(word => word.textContent);";
        self.script(script, &[field.to_json()?, style.into()]).await
    }

    /// All that the page tells its reader at present, in live regions, so that she hears it too.
    pub async fn messages(&self) -> Result<String> {
        let script = r"
            return [...document.querySelectorAll('[role=status], [role=alert], output')]
                .filter(message => message.checkVisibility())
                .map(message => message.innerText)
                .join('\n');";
        self.script(script, &[]).await
    }

    /// Waits until the page tells its reader this.
    pub async fn until_message(&self, text: &str) -> Result<()> {
        self.until(&format!("a message has {text:?}"), async || {
            Ok(self.messages().await?.contains(text))
        })
        .await
    }
}
