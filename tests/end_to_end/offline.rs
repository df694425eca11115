//! Coming back without a network.

use anyhow::Result;

use crate::harness::{Fault, Reader, default_network, networks, visit};

#[tokio::test]
async fn who_has_visited_once_needs_no_network() -> Result<()> {
    visit(Reader::default().keeping_the_page(), async |page| {
        page.heatmap().await?.check()?;
        let kept = "return navigator.serviceWorker.ready.then(() => true)";
        assert!(page.script::<bool>(kept, &[]).await?);

        page.server().set_fault("", Fault::Refused);
        page.reload().await?;
        page.write("Mary went to the office.", "Where is Mary?")
            .await?;
        page.until_answer("office").await?;

        // Also what the first visit did not show: another network.
        let first = default_network()?.name;
        for network in networks()?.iter().filter(|it| it.name != first) {
            page.choose("Network", &network.title).await?;
            page.until_answer("office").await?;
        }
        Ok(())
    })
    .await
}
