//! Words that the network doesn't know, and texts that nobody expects.

use anyhow::Result;

use crate::harness::{Fault, Page, Reader, visit};

/// What the page looks words up in.
const VECTORS: &str = "vectors/english.safetensors";

#[tokio::test]
async fn an_unknown_word_is_marked_and_named_and_the_answer_comes_all_the_same() -> Result<()> {
    visit(Reader::default(), async |page| {
        choose_one_that_knows_only_words(page).await?;
        page.write(
            "Mary teleported to the office.\nZoë-Marie and 42 cats slept.",
            "Where is Mary, Qo'noS?",
        )
        .await?;
        page.until_answer("office").await?;
        page.heatmap().await?.check()?;
        let story = page.story().await?;
        let question = page.question().await?;
        assert_eq!(
            page.marked_words(&story).await?,
            ["teleported", "Zoë-Marie", "42", "slept"]
        );
        assert_eq!(page.marked_words(&question).await?, ["Qo'noS"]);
        for word in ["teleported", "Zoë-Marie", "42", "slept", "Qo'noS"] {
            page.until_message(word).await?;
        }
        page.check_accessibility().await?;

        page.write("Mary went to the office.", "Where is Mary?")
            .await?;
        page.until("nothing is unknown any more", async || {
            Ok(page.marked_words(&story).await?.is_empty()
                && page.marked_words(&question).await?.is_empty()
                && !page.messages().await?.contains("know"))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_name_is_not_unknown_to_a_network_that_reads_names() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.choose("Network", "Working Memory").await?;
        page.write(
            "Zorblax went to the observatory.\nMary went to the garden.",
            "Where is Zorblax?",
        )
        .await?;
        page.until_answer("observatory").await?;
        page.heatmap().await?.check()?;
        for field in [page.story().await?, page.question().await?] {
            assert!(page.marked_words(&field).await?.is_empty());
        }
        assert!(!page.messages().await?.contains("know"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_verb_that_the_network_does_not_know_is_looked_up_and_read_as_one_it_knows() -> Result<()>
{
    for reader in [Reader::default(), Reader::default().dark().window(360, 740)] {
        visit(reader.fault(VECTORS, Fault::Stalled), async |page| {
            page.write(
                "Priya strolled to the greenhouse with the #42 trophy.",
                "Where is the trophy?",
            )
            .await?;
            // The page waits for nothing.
            page.until_message("Looking up words").await?;
            page.heatmap().await?.check()?;
            assert!(page.answer().await?.ends_with('%'));
            page.check_accessibility().await?;

            page.server().clear_faults();
            page.until_message("strolled, read as went").await?;
            page.until_answer("greenhouse").await?;
            let story = page.story().await?;
            assert_eq!(page.words_read_as_others(&story).await?, ["strolled"]);
            assert!(!page.messages().await?.contains("Looking up words"));

            page.write(
                "Priya seized the kettle.\nPriya ambled to the attic.",
                "Where is the kettle?",
            )
            .await?;
            page.until_message("seized, read as got; ambled, read as went")
                .await?;
            page.until_answer("attic").await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn without_the_word_list_the_page_answers_says_so_and_can_try_again() -> Result<()> {
    let reader = Reader::default().fault(VECTORS, Fault::Status(404));
    visit(reader, async |page| {
        page.expect_console_error("404");
        page.write("Priya strolled to the greenhouse.", "Where is Priya?")
            .await?;
        page.until_message("The word list could not be loaded")
            .await?;
        page.heatmap().await?.check()?;
        assert!(page.answer().await?.ends_with('%'));
        page.check_accessibility().await?;

        page.server().clear_faults();
        page.find("button", "Retry").await?.click().await?;
        page.until_message("strolled, read as went").await?;
        page.until_answer("greenhouse").await
    })
    .await
}

#[tokio::test]
async fn nothing_is_looked_up_while_every_word_is_known_or_a_name() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write(
            "Zorblax went to the greenhouse.\nZorblax took the red kite there.",
            "Where is the kite?",
        )
        .await?;
        page.until_answer("greenhouse").await?;
        let loaded = "return performance.getEntriesByType('resource')\
             .filter(it => it.name.includes('/vectors/')).length";
        let loaded: usize = page.script(loaded, &[]).await?;
        assert_eq!(loaded, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_mark_lies_beneath_the_word_it_marks() -> Result<()> {
    // Words that wrap, letters of unlike widths, and lines that run from right to left.
    let story = "The wizard Gandalf went all the way from the Shire to Rivendell, and on to Moria. \
        👩‍🚀 flew. WWW iii.\nהאישה הלכה לבית\n\n\tA grue slept.";
    visit(Reader::default(), async |page| {
        choose_one_that_knows_only_words(page).await?;
        let field = page.story().await?;
        page.paste_over(&field, story).await?;
        page.until_message("Gandalf").await?;
        let marked = page.marked_words(&field).await?;
        assert!(marked.len() > 10, "{marked:?}");
        for word in ["wizard", "Rivendell", "Moria", "WWW", "iii", "הלכה", "grue"] {
            assert!(marked.iter().any(|marked| marked == word), "{word}");
            page.click_at(page.place_of(&field, word).await?).await?;
            let caret = "return arguments[0].value.slice(0, arguments[0].selectionStart).length";
            let caret: usize = page.script(caret, &[field.to_json()?]).await?;
            let start = story.find(word).unwrap();
            let start = story[..start].encode_utf16().count();
            // The middle of the first letter lies between the places before and after it.
            assert!((start..=start + 1).contains(&caret), "{word}: {caret}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn texts_that_nobody_expects_are_shown_as_they_are_and_answered() -> Result<()> {
    let texts = [
        "👩‍🚀 went to the 🏠. 🇫🇷 1️⃣ 🏳️‍🌈!",
        "ذهبت مريم إلى المطبخ.\nהאישה הלכה לבית.",
        "<script>window.ran = true</script><img src=x onerror='window.ran = true'>",
        "玛丽去了办公室。她在那里。",
        "a\u{0301}\u{0302}\u{0303}\u{200b}\u{202e}b {{x}} ${y} &amp; %s \\n",
        // Chromium may paste a no-break space as a plain one, so here is another wide one.
        "Mary\u{2003}went\tto the office.",
    ];
    visit(Reader::default(), async |page| {
        for text in texts {
            for (story, question) in [(text, "Where is Mary?"), ("Mary went home.", text)] {
                page.paste_over(&page.story().await?, story).await?;
                page.paste_over(&page.question().await?, question).await?;
                let pasted = (story.to_owned(), question.to_owned());
                assert_eq!(page.texts().await?, pasted);
                let first = story.lines().next().unwrap_or_default();
                let first: String = first.chars().take(8).collect();
                page.until(&format!("{story:?} is read"), async || {
                    let heatmap = page.heatmap().await?;
                    Ok(heatmap.rows[0].name.contains(&first))
                })
                .await?;
                page.heatmap().await?.check()?;
                assert!(page.answer().await?.ends_with('%'), "{text}");
                page.check_accessibility().await?;
            }
        }
        let ran: bool = page.script("return 'ran' in window", &[]).await?;
        assert!(!ran, "a text was run as a script");
        Ok(())
    })
    .await
}

/// A name is as good as a word to the other network, which so marks next to nothing.
async fn choose_one_that_knows_only_words(page: &Page) -> Result<()> {
    page.choose("Network", "End-to-End Memory").await
}
