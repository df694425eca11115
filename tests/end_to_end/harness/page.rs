//! The page as a reader meets it: things found by role and name, real key presses, and a console
//! that must stay silent.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebDriver, WebElement};

use super::{Reader, Server};

/// How long something may take to appear on the busiest machine. Nothing waits this long unless
/// the test is about to fail.
const PATIENCE: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(20);

/// The key of keyboard shortcuts.
pub const COMMAND: Key = if cfg!(target_os = "macos") {
    Key::Meta
} else {
    Key::Control
};

/// The page, open in a browser session of its own.
pub struct Page {
    driver: WebDriver,
    server: Server,
    expected_errors: RefCell<Vec<String>>,
}

/// How an accessible name is matched: a plain `&str` is the whole name, and an empty one any name.
#[derive(Clone, Copy, Debug)]
pub enum Name<'a> {
    Whole(&'a str),
    Start(&'a str),
}

impl<'a> From<&'a str> for Name<'a> {
    fn from(name: &'a str) -> Self {
        Self::Whole(name)
    }
}

/// Matches names that begin like this.
pub fn starting_with(start: &str) -> Name<'_> {
    Name::Start(start)
}

impl Name<'_> {
    fn matches(self, name: &str) -> bool {
        match self {
            Self::Whole(whole) => whole.is_empty() || name == whole,
            Self::Start(start) => name.starts_with(start),
        }
    }
}

impl Page {
    /// Opens the page that a server serves.
    pub async fn open(driver: WebDriver, server: Server, reader: &Reader) -> Result<Self> {
        let page = Self {
            driver,
            server,
            expected_errors: RefCell::default(),
        };
        // A window has a minimum width; an emulated screen has none.
        page.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({
                "width": reader.width,
                "height": reader.height,
                "deviceScaleFactor": 1,
                "mobile": false,
            }),
        )
        .await?;
        page.cdp(
            "Emulation.setEmulatedMedia",
            json!({"features": [{"name": "prefers-color-scheme", "value": reader.colour_scheme}]}),
        )
        .await?;
        if let Some(language) = reader.language {
            let browser = page.cdp("Browser.getVersion", json!({})).await?;
            page.cdp(
                "Emulation.setUserAgentOverride",
                json!({"userAgent": browser["userAgent"], "acceptLanguage": language}),
            )
            .await?;
        }
        if !reader.keeps_the_page {
            let script = "delete Navigator.prototype.serviceWorker";
            page.cdp(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": script}),
            )
            .await?;
        }
        let address = page.server.url() + reader.path + reader.fragment.as_str();
        page.driver.goto(address).await?;
        Ok(page)
    }

    /// Ends the session and the browser.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// The server of this page, whose faults can be changed.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Loads the page anew.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.driver.refresh().await?)
    }

    /// Takes or gives back the network, as seen by the page.
    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        let conditions = json!({
            "offline": offline,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        });
        self.cdp("Network.enable", json!({})).await?;
        self.cdp("Network.emulateNetworkConditions", conditions)
            .await?;
        Ok(())
    }

    /// Runs the page's own scripts or, as a browser that has them switched off, none of them, from
    /// the next load on.
    pub async fn set_scripts(&self, on: bool) -> Result<()> {
        let disabled = json!({ "value": !on });
        self.cdp("Emulation.setScriptExecutionDisabled", disabled)
            .await?;
        Ok(())
    }

    /// The one element of a role and accessible name, as soon as there is one.
    ///
    /// Roles are ARIA's: "textbox", "table", "rowheader", "status" (an `<output>`), "alert".
    pub async fn find<'a>(&self, role: &str, name: impl Into<Name<'a>>) -> Result<WebElement> {
        let name = name.into();
        let deadline = Instant::now() + PATIENCE;
        loop {
            let mut found = self.find_all(role, name).await?;
            match found.len() {
                1 => return found.pop().context("an element that was there"),
                count if Instant::now() > deadline => {
                    let outline = self.outline().await?;
                    bail!(
                        "{count} elements are a {role} with the name {name:?}. The page has\n{outline}"
                    )
                }
                _ => tokio::time::sleep(POLL).await,
            }
        }
    }

    /// All elements of a role and accessible name that are there now, in the page's order.
    pub async fn find_all<'a>(
        &self,
        role: &str,
        name: impl Into<Name<'a>>,
    ) -> Result<Vec<WebElement>> {
        let name = name.into();
        let document = self.cdp("DOM.getDocument", json!({"depth": 0})).await?;
        let query = json!({"nodeId": document["root"]["nodeId"], "role": role});
        // The page may be replaced between the two calls, which leaves nothing to find.
        let Ok(answer) = self.cdp("Accessibility.queryAXTree", query).await else {
            return Ok(Vec::new());
        };
        let mut elements = Vec::new();
        for node in answer["nodes"].as_array().into_iter().flatten() {
            let matches = name.matches(node["name"]["value"].as_str().unwrap_or_default());
            if node["ignored"] != true && matches {
                elements.extend(self.element(&node["backendDOMNodeId"]).await?);
            }
        }
        Ok(elements)
    }

    /// The element that DevTools knows by a number, unless it has left the page.
    async fn element(&self, backend_node: &Value) -> Result<Option<WebElement>> {
        let resolve = json!({"backendNodeId": backend_node});
        let Ok(resolved) = self.cdp("DOM.resolveNode", resolve).await else {
            return Ok(None);
        };
        // DevTools and the driver share no handle for an element; the page's own memory carries it.
        self.cdp(
            "Runtime.callFunctionOn",
            json!({
                "objectId": resolved["object"]["objectId"],
                "functionDeclaration": "function() { window.handedOver = this; }",
            }),
        )
        .await?;
        let script = "const element = window.handedOver; delete window.handedOver; return element;";
        let handed = self.driver.execute(script, Vec::new()).await?;
        Ok(handed.element().ok())
    }

    /// Waits until a condition holds; `what` says which, should it never.
    pub async fn until(&self, what: &str, condition: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while !condition().await? {
            ensure!(Instant::now() < deadline, "waited in vain until {what}");
            tokio::time::sleep(POLL).await;
        }
        Ok(())
    }

    /// Types into an element, key by key, after what it holds.
    pub async fn type_into(&self, element: &WebElement, text: &str) -> Result<()> {
        Ok(element.send_keys(text).await?)
    }

    /// Selects all that an element holds.
    pub async fn select_all(&self, element: &WebElement) -> Result<()> {
        Ok(element.send_keys(COMMAND + "a").await?)
    }

    /// Types over all that an element holds, key by key.
    pub async fn replace(&self, element: &WebElement, text: &str) -> Result<()> {
        self.select_all(element).await?;
        self.type_into(element, text).await
    }

    /// Deletes all that an element holds.
    pub async fn empty(&self, element: &WebElement) -> Result<()> {
        self.select_all(element).await?;
        self.press(Key::Backspace).await
    }

    /// Pastes a text where the focus is. Takes any length and any script.
    pub async fn paste(&self, text: &str) -> Result<()> {
        self.open_clipboard().await?;
        self.evaluate(&format!("navigator.clipboard.writeText({})", json!(text)))
            .await?;
        self.press_holding(COMMAND, 'v').await
    }

    /// What was copied last.
    pub async fn clipboard(&self) -> Result<String> {
        self.open_clipboard().await?;
        let text = self.evaluate("navigator.clipboard.readText()").await?;
        Ok(serde_json::from_value(text)?)
    }

    async fn open_clipboard(&self) -> Result<()> {
        let permissions = json!({"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]});
        self.cdp("Browser.grantPermissions", permissions).await?;
        Ok(())
    }

    /// Lets the browser put the files that it downloads into a folder.
    pub async fn download_to(&self, folder: &Path) -> Result<()> {
        let settings = json!({"behavior": "allow", "downloadPath": folder});
        self.cdp("Browser.setDownloadBehavior", settings).await?;
        Ok(())
    }

    /// Pastes over all that an element holds.
    pub async fn paste_over(&self, element: &WebElement, text: &str) -> Result<()> {
        self.select_all(element).await?;
        self.paste(text).await
    }

    /// Presses and releases a key, or one after the other those of a text, where the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses and releases a key while another one is held down.
    pub async fn press_holding(&self, held: Key, key: impl Into<char>) -> Result<()> {
        let keys = self.driver.action_chain().key_down(held.clone());
        let keys = keys.send_keys(String::from(key.into())).key_up(held);
        Ok(keys.perform().await?)
    }

    /// Moves the pointer to a place of the window, in CSS pixels from its upper left corner.
    pub async fn point_at(&self, (x, y): (f64, f64)) -> Result<()> {
        let pointer = self.driver.action_chain().move_to(x as i64, y as i64);
        Ok(pointer.perform().await?)
    }

    /// Clicks at a place of the window.
    pub async fn click_at(&self, place: (f64, f64)) -> Result<()> {
        self.point_at(place).await?;
        Ok(self.driver.action_chain().click().perform().await?)
    }

    /// Where the middle of an element is drawn, once it is in sight.
    pub async fn middle_of(&self, element: &WebElement) -> Result<(f64, f64)> {
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        let _: Option<()> = self.script(script, &[element.to_json()?]).await?;
        self.middle_of_drawn(element).await
    }

    /// Where the middle of an element is drawn now, in sight or not.
    pub async fn middle_of_drawn(&self, element: &WebElement) -> Result<(f64, f64)> {
        let script = "
            const box = arguments[0].getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];";
        self.script(script, &[element.to_json()?]).await
    }

    /// Drags the pointer from one place of the window to another. It is one gesture: between two
    /// the driver would let go.
    pub async fn drag(&self, (x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> Result<()> {
        let held = self.driver.action_chain().move_to(x as i64, y as i64);
        let held = held.click_and_hold();
        let half = held.move_to(((x + to_x) / 2.0) as i64, ((y + to_y) / 2.0) as i64);
        let there = half.move_to(to_x as i64, to_y as i64);
        Ok(there.release().perform().await?)
    }

    /// Lets the page give the reader files, which then lie in this folder.
    pub async fn allow_downloads(&self, folder: &Path) -> Result<()> {
        let behaviour = json!({"behavior": "allow", "downloadPath": folder});
        self.cdp("Browser.setDownloadBehavior", behaviour).await?;
        Ok(())
    }

    /// What a script of the test's own returns, given these arguments.
    pub async fn script<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<T> {
        let found = self.driver.execute(script, arguments.to_vec()).await?;
        Ok(found.convert()?)
    }

    /// Role and accessible name of what has the focus.
    pub async fn focused(&self) -> Result<(String, String)> {
        let element = self.driver.active_element().await?;
        let node = json!({
            "backendNodeId": element.cdp_backend_node_id().await?,
            "fetchRelatives": false,
        });
        let answer = self.cdp("Accessibility.getPartialAXTree", node).await?;
        let text = |property: &str| {
            let value = answer["nodes"][0][property]["value"].as_str();
            value.unwrap_or_default().to_owned()
        };
        Ok((text("role"), text("name")))
    }

    /// Every element with a role and a name, one per line.
    pub async fn outline(&self) -> Result<String> {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array();
        let lines = nodes.into_iter().flatten().filter_map(|node| {
            let role = node["role"]["value"].as_str()?;
            let name = node["name"]["value"].as_str()?;
            let text = matches!(role, "StaticText" | "InlineTextBox");
            (node["ignored"] != true && !text).then(|| format!("  {role} {name:?}"))
        });
        Ok(lines.collect::<Vec<_>>().join("\n"))
    }

    /// Writes a picture of what is visible.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }

    /// Says that the console will hold an error with this text, as after a fault.
    pub fn expect_console_error(&self, text: &str) {
        self.expected_errors.borrow_mut().push(text.to_owned());
    }

    /// Fails on an error in the console that was not expected, and on one that was and is missing.
    pub async fn check_console(&self) -> Result<()> {
        let log = self.driver.browser_log().await?;
        let expected = self.expected_errors.borrow();
        let errors: Vec<_> = log
            .into_iter()
            .filter(|entry| entry.level == "SEVERE")
            .map(|entry| entry.message)
            .collect();
        let surprises: Vec<_> = errors
            .iter()
            .filter(|error| !expected.iter().any(|text| error.contains(text)))
            .map(String::as_str)
            .collect();
        ensure!(
            surprises.is_empty(),
            "the console holds errors:\n{}",
            surprises.join("\n")
        );
        for text in expected.iter() {
            ensure!(
                errors.iter().any(|error| error.contains(text)),
                "the console lacks the expected error {text:?}"
            );
        }
        Ok(())
    }

    /// What a JavaScript expression comes to, once settled. The debugger evaluates it, which the page's
    /// Content Security Policy does not bind.
    pub async fn evaluate(&self, expression: &str) -> Result<Value> {
        let answer = self
            .cdp(
                "Runtime.evaluate",
                json!({
                    "expression": expression,
                    "awaitPromise": true,
                    "returnByValue": true,
                }),
            )
            .await?;
        ensure!(
            answer["exceptionDetails"].is_null(),
            "the page threw {}",
            answer["exceptionDetails"]
        );
        Ok(answer["result"]["value"].clone())
    }

    /// A command of the Chrome DevTools Protocol.
    pub(super) async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.with_context(|| format!("{method} failed"))
    }
}
