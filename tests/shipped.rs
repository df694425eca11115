//! The page and the program ship the same networks.

#![cfg(not(target_arch = "wasm32"))]

use memnet::networks::DEFAULT;

const PAGE: &str = include_str!("../www/index.html");

#[test]
fn the_page_preloads_the_default_network_and_no_other() {
    let preloaded: Vec<&str> = PAGE
        .split("href=\"models/")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(file, _)| file)
        .collect();
    assert_eq!(
        preloaded,
        [
            "index.json".to_owned(),
            format!("{DEFAULT}.json"),
            format!("{DEFAULT}.safetensors")
        ]
    );
}
