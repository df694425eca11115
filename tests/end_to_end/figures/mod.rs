//! Figures in pages of somebody else's: the element `<memory-network>`.

mod changing;
mod stopping;

use anyhow::{Result, ensure};

use crate::harness::{Fault, Page, Reader, visit};

/// Where a page of somebody else's lies, beside the script of the element.
const HOST: &str = "host.html";

/// Somebody who reads a page of somebody else's.
fn reader() -> Reader {
    let files: [(&str, &[u8]); 4] = [
        (HOST, include_bytes!("host.html")),
        ("host.css", include_bytes!("host.css")),
        ("early.js", include_bytes!("early.js")),
        ("again.js", include_bytes!("again.js")),
    ];
    files
        .into_iter()
        .fold(Reader::default().path(HOST), |reader, (file, bytes)| {
            reader.fault(file, Fault::Bytes(bytes.to_vec()))
        })
}

/// The likeliest answer that a figure has, as soon as it has one.
async fn answer(page: &Page, id: &str) -> Result<String> {
    let script = "return customElements.whenDefined('memory-network')
        .then(() => document.getElementById(arguments[0]).answer())
        .then(({ answers: [likeliest] }) => likeliest.answer)";
    page.script(script, &[id.into()]).await
}

/// Brings a figure into the window.
async fn scroll_to(page: &Page, id: &str) -> Result<()> {
    let script = "document.getElementById(arguments[0]).scrollIntoView()";
    page.script(script, &[id.into()]).await
}

/// What a script in the page finds in the shadow of a figure.
async fn shadow<T: serde::de::DeserializeOwned>(page: &Page, id: &str, find: &str) -> Result<T> {
    let script =
        format!("const root = document.getElementById(arguments[0]).shadowRoot; return {find};");
    page.script(&script, &[id.into()]).await
}

#[tokio::test]
async fn every_figure_of_a_page_answers_its_own_question_from_one_download() -> Result<()> {
    visit(reader(), async |page| {
        assert_eq!(answer(page, "first").await?, "office");
        // What was said of it before it was known counts.
        assert_eq!(answer(page, "second").await?, "garden");
        assert_eq!(answer(page, "third").await?, "kitchen");

        let hops: usize = shadow(page, "first", "root.querySelectorAll('thead th').length").await?;
        assert_eq!(
            hops, 5,
            "a column for the sentences, and one for each of four hops"
        );
        let fields: usize =
            shadow(page, "second", "root.querySelectorAll('textarea').length").await?;
        assert_eq!(fields, 0, "what can't be edited is no field");

        for file in ["_bg.wasm", "working-memory.safetensors"] {
            let script = "return performance.getEntriesByType('resource')
                .filter((it) => it.name.endsWith(arguments[0])).length";
            let downloads: usize = page.script(script, &[file.into()]).await?;
            assert_eq!(downloads, 1, "{file}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_reader_writes_is_told_and_what_the_page_sets_is_not() -> Result<()> {
    visit(reader(), async |page| {
        answer(page, "first").await?;
        page.script::<()>(
            "document.getElementById('first').setAttribute('question', 'Where is Mary?');
             document.getElementById('first').story = 'Mary went to the kitchen.';",
            &[],
        )
        .await?;
        page.until("the figure shows what the page set", async || {
            Ok(shadow::<String>(
                page,
                "first",
                "root.querySelector('.winner strong')?.textContent ?? ''",
            )
            .await?
                == "kitchen")
        })
        .await?;
        let told: Vec<String> = page.script("return window.told", &[]).await?;
        ensure!(told.is_empty(), "{told:?}");

        let field = page.find("textbox", "Story").await?;
        page.type_into(&field, "\nMary went to the garden.").await?;
        page.until("the page is told", async || {
            let told: Vec<String> = page.script("return window.told", &[]).await?;
            Ok(told
                .last()
                .is_some_and(|last| last == "first: answer garden"))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn styles_stay_on_their_side_and_the_font_comes_from_the_page() -> Result<()> {
    visit(reader(), async |page| {
        answer(page, "first").await?;
        let style = "(element, property) => getComputedStyle(element)[property]";
        let heading: String = page
            .script(
                &format!("return ({style})(document.querySelector('h2'), 'color')"),
                &[],
            )
            .await?;
        assert_eq!(heading, "rgb(1, 2, 3)");
        let inside = |selector: &str, property: &str| {
            format!("({style})(root.querySelector('{selector}'), '{property}')")
        };
        assert_ne!(
            shadow::<String>(page, "first", &inside("h2", "color")).await?,
            "rgb(1, 2, 3)"
        );
        assert_ne!(
            shadow::<String>(page, "first", &inside("textarea", "borderTopWidth")).await?,
            "7px"
        );
        assert_eq!(
            shadow::<String>(page, "first", &inside(".summary", "fontFamily")).await?,
            "monospace"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_figure_far_away_waits_until_it_comes_near() -> Result<()> {
    visit(reader(), async |page| {
        answer(page, "first").await?;
        let begun = "root.querySelector('.memnet') !== null";
        assert!(!shadow::<bool>(page, "last", begun).await?);
        scroll_to(page, "last").await?;
        page.until("the last figure is drawn", async || {
            shadow::<bool>(page, "last", begun).await
        })
        .await?;
        assert_eq!(answer(page, "last").await?, "bathroom");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_figure_that_is_moved_goes_on_and_one_that_is_taken_out_comes_back() -> Result<()> {
    visit(reader(), async |page| {
        answer(page, "first").await?;
        let field = page.find("textbox", "Story").await?;
        page.type_into(&field, "\nMary went to the garden.").await?;
        page.until("it is answered", async || {
            Ok(answer(page, "first").await? == "garden")
        })
        .await?;
        // A move keeps what the reader wrote.
        page.script::<()>(
            "document.querySelector('main').prepend(document.getElementById('first'))",
            &[],
        )
        .await?;
        assert_eq!(answer(page, "first").await?, "garden");

        let taken_out = "const figure = document.getElementById('first');
            figure.remove();
            return new Promise((done) => setTimeout(() => {
                const gone = figure.result === null;
                document.querySelector('main').append(figure);
                done(gone);
            }));";
        assert!(
            page.script::<bool>(taken_out, &[]).await?,
            "what is taken out holds nothing"
        );
        scroll_to(page, "first").await?;
        assert_eq!(answer(page, "first").await?, "office");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_thousand_figures_come_and_go_and_leave_the_memory_as_it_was() -> Result<()> {
    visit(reader(), async |page| {
        answer(page, "first").await?;
        let come_and_go = "return (async (times) => {
            const program = performance.getEntriesByType('resource')
                .find((it) => it.name.endsWith('/memnet.js')).name;
            const { memory } = await (await import(program)).default();
            for (let time = 0; time < times; time++) {
                const figure = document.createElement('memory-network');
                figure.loading = 'eager';
                figure.story = 'Mary went to the office.';
                figure.question = 'Where is Mary?';
                document.body.append(figure);
                await figure.answer();
                figure.remove();
                await new Promise(requestAnimationFrame);
            }
            return memory.buffer.byteLength;
        })(arguments[0])";
        // The first ones fill what the allocator keeps at hand.
        let before: u64 = page.script(come_and_go, &[50.into()]).await?;
        let after: u64 = page.script(come_and_go, &[1000.into()]).await?;
        assert_eq!(before, after);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_figure_whose_program_is_missing_says_so_and_can_try_again() -> Result<()> {
    visit(
        reader().fault("_bg.wasm", Fault::Status(404)),
        async |page| {
            page.expect_console_error("404");
            let alert = "root.querySelector('[role=alert]')?.textContent ?? ''";
            page.until("the figure says what is wrong", async || {
                Ok(shadow::<String>(page, "first", alert)
                    .await?
                    .contains("could not be loaded"))
            })
            .await?;
            let told: Vec<String> = page.script("return window.told", &[]).await?;
            assert!(
                told.contains(&"first: error unreachable".to_owned()),
                "{told:?}"
            );

            page.server().clear_fault("_bg.wasm");
            shadow::<()>(page, "first", "root.querySelector('button').click()").await?;
            assert_eq!(answer(page, "first").await?, "office");
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn a_figure_is_handed_over_as_a_picture() -> Result<()> {
    visit(reader(), async |page| {
        answer(page, "first").await?;
        let kind: String = page
            .script(
                "return document.getElementById('first').exportPNG()
                    .then(async (picture) => {
                        const { width } = await createImageBitmap(picture);
                        return `${picture.type} ${width > 100}`;
                    })",
                &[],
            )
            .await?;
        assert_eq!(kind, "image/png true");
        Ok(())
    })
    .await
}

/// Somebody who reads a page with a figure in a frame.
fn reader_of_a_frame(address: &str) -> Reader {
    let frame = format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A frame</title>
        <script type="module" src="early.js"></script></head><body><main><h1>A frame</h1>
        <iframe title="A memory network" width="800" height="600" src="{address}"></iframe>
        </main></body></html>"#
    );
    let listen = "window.heights = []; window.second = {};
        addEventListener('message', ({ data }) => window.heights.push(data));";
    Reader::default()
        .path(HOST)
        .fault(HOST, Fault::Bytes(frame.into()))
        .fault("early.js", Fault::Bytes(listen.into()))
}

/// Waits until the figure in the frame gives an answer.
async fn until_the_frame_answers(page: &Page, answer: &str) -> Result<()> {
    page.until("the figure in the frame answers", async || {
        let word: String = page
            .script(
                "const root = document.querySelector('iframe').contentDocument
                    ?.querySelector('memory-network')?.shadowRoot;
                 return root?.querySelector('.winner strong')?.textContent ?? '';",
                &[],
            )
            .await?;
        Ok(word == answer)
    })
    .await
}

#[tokio::test]
async fn a_frame_shows_what_a_link_says_and_tells_its_height() -> Result<()> {
    let address =
        "embed.html?view=answer#story=Mary+went+to+the+garden.&amp;question=Where+is+Mary%3F";
    visit(reader_of_a_frame(address), async |page| {
        until_the_frame_answers(page, "garden").await?;
        page.until("the page is told the height", async || {
            page.script(
                "return window.heights.some((it) => it.type === 'memory-network-height' && it.height > 100)",
                &[],
            )
            .await
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_frame_without_a_link_shows_an_example() -> Result<()> {
    visit(reader_of_a_frame("embed.html"), async |page| {
        until_the_frame_answers(page, "office").await
    })
    .await
}
