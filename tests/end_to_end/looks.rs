//! Narrow and wide, light and dark.

use anyhow::Result;
use memnet::locale::ENGLISH;
use memnet::tasks::TASKS;

use crate::harness::{Fault, Page, Reader, visit};

/// From the narrowest that WCAG 2.2 asks for (1.4.10) to a large screen.
const WIDTHS: [u32; 6] = [320, 480, 768, 1024, 1280, 1920];

#[tokio::test]
async fn nothing_sticks_out_of_the_page_however_narrow() -> Result<()> {
    for width in WIDTHS {
        visit(Reader::default().window(width, 800), async |page| {
            page.heatmap().await?.check()?;
            check_fit(page, width).await?;
            page.check_accessibility().await?;

            let about = page
                .find("DisclosureTriangle", "About this network")
                .await?;
            about.click().await?;
            check_fit(page, width).await?;
            page.check_accessibility().await?;

            for story in [
                "Mary went to the office. ".repeat(60),
                "Donaudampfschifffahrtsgesellschaft".repeat(20),
                "<script>".repeat(100),
            ] {
                page.paste_over(&page.story().await?, &story).await?;
                page.paste_over(&page.question().await?, &story).await?;
                page.heatmap().await?.check()?;
                check_fit(page, width).await?;
            }
            for task in &TASKS {
                let option = ENGLISH.masthead.task(task.number, task.name(&ENGLISH));
                page.choose("Example", &option).await?;
                page.heatmap().await?.check()?;
                check_fit(page, width).await?;
            }
            page.empty(&page.story().await?).await?;
            page.until_message("The story is empty").await?;
            check_fit(page, width).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_failure_fits_the_narrowest_page() -> Result<()> {
    let reader = Reader::default()
        .window(320, 800)
        .fault(".safetensors", Fault::Status(404));
    visit(reader, async |page| {
        page.expect_console_error("404");
        page.find("button", "Retry").await?;
        check_fit(page, 320).await
    })
    .await
}

#[tokio::test]
async fn story_question_answer_and_heatmap_fit_one_screen_of_a_laptop() -> Result<()> {
    visit(Reader::default().window(1280, 800), async |page| {
        page.heatmap().await?.check()?;
        let parts = [
            page.story().await?,
            page.question().await?,
            page.find("status", "Answer").await?,
            page.find("list", "Runners-up").await?,
            page.find("grid", crate::harness::starting_with("Attention"))
                .await?,
        ];
        for part in parts {
            let bottom = "return arguments[0].getBoundingClientRect().bottom";
            let bottom: f64 = page.script(bottom, &[part.to_json()?]).await?;
            assert!(bottom <= 800.0, "{bottom}: {}", part.outer_html().await?);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_theme_is_the_systems_until_the_reader_chooses() -> Result<()> {
    for (reader, system_is_dark) in [(Reader::default(), false), (Reader::default().dark(), true)] {
        visit(reader, async |page| {
            page.heatmap().await?.check()?;
            for (theme, dark) in [
                ("Auto", system_is_dark),
                ("Light", false),
                ("Dark", true),
                ("Auto", system_is_dark),
            ] {
                page.choose("Theme", theme).await?;
                page.until(&format!("{theme} is shown"), async || {
                    let (paper, ink) = lightness(page).await?;
                    Ok(if dark {
                        paper < 80 && ink > 180
                    } else {
                        paper > 180 && ink < 80
                    })
                })
                .await?;
                page.check_accessibility().await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// How light the page and its letters are, from 0 (black) to 255.
async fn lightness(page: &Page) -> Result<(u8, u8)> {
    let script = "
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        const lightness = colour => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return canvas.getImageData(0, 0, 1, 1).data[1];
        };
        return [
            lightness(getComputedStyle(document.documentElement).backgroundColor),
            lightness(getComputedStyle(arguments[0]).color),
        ];";
    page.script(script, &[page.story().await?.to_json()?]).await
}

/// Fails if the page scrolls sideways, or if anything that a reader uses sticks out of it.
async fn check_fit(page: &Page, width: u32) -> Result<()> {
    let script = "
        const width = document.documentElement.clientWidth;
        const sticksOut = element => {
            const box = element.getBoundingClientRect();
            return box.left < 0 || box.right > width + 0.5;
        };
        const used = 'a, button, select, textarea, summary, output, table, [role], h1, h2';
        return [
            document.scrollingElement.scrollWidth,
            [...document.querySelectorAll(used)].filter(sticksOut).map(it => it.outerHTML),
        ];";
    let (needed, sticking_out): (u32, Vec<String>) = page.script(script, &[]).await?;
    assert!(needed <= width, "{needed} px on a page of {width}");
    assert!(sticking_out.is_empty(), "at {width} px: {sticking_out:#?}");
    Ok(())
}
