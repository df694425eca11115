//! The page by keyboard alone.

use anyhow::Result;
use memnet::tasks::TASKS;
use thirtyfour::Key;

use crate::harness::{COMMAND, Page, Reader, visit};

/// What the tab key reaches, in the order of reading.
const STOPS: [(&str, &str); 17] = [
    ("combobox", "Example"),
    ("button", "Take the tour"),
    ("combobox", "Theme"),
    ("combobox", "Language"),
    ("combobox", "Network"),
    ("button", "Undo"),
    ("button", "Redo"),
    ("button", "vector"),
    ("button", "slot"),
    ("textbox", "Story"),
    ("textbox", "Question"),
    ("DisclosureTriangle", "Share"),
    ("button", "what was read"),
    ("row", ""),
    ("tab", ""),
    ("DisclosureTriangle", "Glossary"),
    ("DisclosureTriangle", "About this network"),
];

#[tokio::test]
async fn the_tab_key_reaches_everything_and_the_focus_is_always_seen() -> Result<()> {
    for reader in [Reader::default(), Reader::default().dark().window(320, 640)] {
        visit(reader, async |page| {
            page.heatmap().await?.check()?;
            for (role, name) in STOPS {
                page.press(Key::Tab).await?;
                expect_focus(page, role, name).await?;
            }
            for (role, name) in STOPS.into_iter().rev().skip(1) {
                page.press_holding(Key::Shift, Key::Tab).await?;
                expect_focus(page, role, name).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_story_is_told_and_asked_about_without_a_pointer() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        to(page, "Story").await?;
        page.press_holding(COMMAND, 'a').await?;
        page.press("Mary went to the office.\nJohn went to the garden.")
            .await?;
        page.press(Key::Tab).await?;
        page.press_holding(COMMAND, 'a').await?;
        page.press("Where is John?").await?;
        page.until_answer("garden").await
    })
    .await
}

#[tokio::test]
async fn arrow_keys_move_from_row_to_row() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.write("Mary slept.\nJohn slept.\nSandra slept.", "Who slept?")
            .await?;
        // The menu and the term beside the answer come before the table.
        page.press(Key::Tab).await?;
        expect_focus(page, "DisclosureTriangle", "Share").await?;
        page.press(Key::Tab).await?;
        page.press(Key::Tab).await?;
        for (key, row) in [
            (Key::Down, "2 John slept."),
            (Key::Down, "3 Sandra slept."),
            // There is nothing beyond the last row, nor before the first.
            (Key::Down, "3 Sandra slept."),
            (Key::Up, "2 John slept."),
            (Key::Home, "1 Mary slept."),
            (Key::Up, "1 Mary slept."),
            (Key::End, "3 Sandra slept."),
        ] {
            page.press(key).await?;
            until_row(page, row).await?;
        }
        // However many rows it has, the table is one stop of the tab key.
        page.press(Key::Tab).await?;
        expect_focus(page, "tab", "").await
    })
    .await
}

#[tokio::test]
async fn an_example_is_chosen_and_taken_back_by_keyboard() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        let before = page.texts().await?;
        to(page, "Example").await?;
        page.press(Key::Down).await?;
        page.until("the first example is shown", async || {
            Ok(page.texts().await?.0 == TASKS[0].example.story)
        })
        .await?;
        expect_focus(page, "combobox", "Example").await?;

        to(page, "Undo").await?;
        page.press(Key::Enter).await?;
        page.until("the story is back", async || {
            Ok(page.texts().await? == before)
        })
        .await?;
        // The button has nothing more to do, and the focus is not lost with it.
        expect_focus(page, "button", "Undo").await
    })
    .await
}

#[tokio::test]
async fn the_theme_is_chosen_by_keyboard() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.heatmap().await?.check()?;
        let paper = async || -> Result<String> {
            let script = "return getComputedStyle(document.documentElement).backgroundColor";
            page.script(script, &[]).await
        };
        let light = paper().await?;
        to(page, "Theme").await?;
        page.press(Key::Down).await?;
        page.press(Key::Down).await?;
        page.until("the page is dark", async || Ok(paper().await? != light))
            .await?;
        assert_eq!(page.chosen("Theme").await?, "Dark");
        Ok(())
    })
    .await
}

/// Presses the tab key until something of this name has the focus.
async fn to(page: &Page, name: &str) -> Result<()> {
    for _ in STOPS {
        page.press(Key::Tab).await?;
        if page.focused().await?.1 == name {
            return Ok(());
        }
    }
    anyhow::bail!("the tab key does not reach {name}")
}

/// Waits until a row has the focus, and is marked as one that has.
async fn until_row(page: &Page, row: &str) -> Result<()> {
    page.until(&format!("{row:?} has the focus"), async || {
        Ok(page.heatmap().await?.marked() == [row])
    })
    .await?;
    expect_focus(page, "row", "").await
}

/// Fails unless this has the focus, and shows it by an outline of its own or around it.
async fn expect_focus(page: &Page, role: &str, name: &str) -> Result<()> {
    let (found_role, found_name) = page.focused().await?;
    assert_eq!(found_role, role, "{found_name}");
    assert!(name.is_empty() || found_name == name, "{found_name}");
    let script = "
        const outlined = element => {
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        };
        let element = document.activeElement;
        while (element && !outlined(element)) element = element.parentElement;
        if (!element) return 'has no outline';
        const box = document.activeElement.getBoundingClientRect();
        const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        return inView ? 'is seen' : 'is out of view';";
    let seen: String = page.script(script, &[]).await?;
    assert_eq!(seen, "is seen", "{role} {found_name:?}");
    Ok(())
}
