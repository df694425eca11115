//! The documentation, whose figures are the product's own.

use anyhow::Result;

use crate::harness::{Reader, visit};

#[tokio::test]
async fn the_three_figures_of_the_first_page_answer_what_is_said_of_them() -> Result<()> {
    visit(Reader::default().path("docs/index.html"), async |page| {
        let answers: Vec<(String, String)> = page
            .script(
                "return customElements.whenDefined('memory-network').then(() =>
                    Promise.all(Array.from(document.querySelectorAll('figure'), (figure) =>
                        figure.querySelector('memory-network').answer().then(
                            ({ answers: [likeliest] }) => [
                                likeliest.answer,
                                figure.querySelector('figcaption b').textContent,
                            ],
                        ))))",
                &[],
            )
            .await?;
        assert_eq!(answers.len(), 3);
        for (answer, said) in answers {
            assert_eq!(answer, said);
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_leads_to_the_documentation_and_back() -> Result<()> {
    visit(Reader::default(), async |page| {
        page.find("link", crate::harness::starting_with("Documentation"))
            .await?
            .click()
            .await?;
        page.find("heading", "What a memory network is").await?;
        page.find("link", "Try it on a story of your own")
            .await?
            .click()
            .await?;
        page.heatmap().await?.check()
    })
    .await
}
