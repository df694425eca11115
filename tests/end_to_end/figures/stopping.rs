//! Figures without their program: because it stopped, or because it never ran.

use anyhow::Result;

use super::{answer, reader, scroll_to, shadow};
use crate::harness::visit;

/// What a figure says that has no program.
const ALERT: &str = "root.querySelector('[role=alert]')?.textContent ?? ''";

#[tokio::test]
async fn when_the_program_stops_every_figure_says_so_and_shows_its_story() -> Result<()> {
    visit(reader(), async |page| {
        for figure in ["first", "second", "third"] {
            answer(page, figure).await?;
        }
        // As a script of somebody else's may do that has its own idea of a document.
        page.script::<()>(
            "const { insertBefore } = Node.prototype;
             Node.prototype.insertBefore = () => { throw new Error('not today'); };
             const first = document.getElementById('first');
             first.story = first.textContent + 'Mary went to the garden.';
             return new Promise((done) => first.addEventListener('error', () => {
                 Node.prototype.insertBefore = insertBefore;
                 done();
             }, { once: true }));",
            &[],
        )
        .await?;
        page.expect_console_error("not today");
        page.expect_console_error("panicked");
        page.expect_console_error("unreachable");
        for figure in ["first", "second", "third"] {
            assert!(
                shadow::<String>(page, figure, ALERT)
                    .await?
                    .contains("has stopped"),
                "{figure}"
            );
        }
        let told: Vec<String> = page.script("return window.told", &[]).await?;
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(
            told.contains(&"third: error stopped".to_owned()),
            "{told:?}"
        );
        let story: String = page
            .script("return document.getElementById('first').innerText", &[])
            .await?;
        assert!(story.contains("Mary got the milk there."), "{story}");

        // One that comes later learns it, too.
        scroll_to(page, "last").await?;
        page.until("the last figure says that it has stopped", async || {
            Ok(shadow::<String>(page, "last", ALERT)
                .await?
                .contains("has stopped"))
        })
        .await?;

        shadow::<()>(page, "last", "root.querySelector('button').click()").await?;
        page.until("the page is loaded anew", async || {
            page.script("return window.told?.length === 0", &[]).await
        })
        .await?;
        assert_eq!(answer(page, "first").await?, "office");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_scripts_a_figure_is_its_story() -> Result<()> {
    visit(reader(), async |page| {
        page.set_scripts(false).await?;
        page.reload().await?;
        let (story, has_shadow) = page
            .script::<(String, bool)>(
                "const figure = document.getElementById('first');
                 return [figure.innerText, figure.shadowRoot !== null]",
                &[],
            )
            .await?;
        assert!(story.contains("Mary got the milk there."), "{story}");
        assert!(!has_shadow, "a script ran");

        page.set_scripts(true).await?;
        page.reload().await?;
        assert_eq!(answer(page, "first").await?, "office");
        Ok(())
    })
    .await
}
