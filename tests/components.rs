//! Tests of the page's components. They run inside a browser, started by `cargo xtask test`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn components_have_a_document_to_stand_in() {
    let window = js_sys::global();
    let document = js_sys::Reflect::get(&window, &"document".into());
    assert!(document.is_ok_and(|document| document.is_object()));
}
