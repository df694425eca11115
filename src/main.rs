//! One program, three faces: the page in a browser (with its worker), the engine that JavaScript calls
//! (without the feature `page`), the command line elsewhere.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

// What JavaScript calls is exported by the library, which must be linked for it.
#[cfg(all(target_arch = "wasm32", not(feature = "page")))]
extern crate memnet as _;

#[cfg(all(target_arch = "wasm32", not(feature = "page")))]
fn main() {
    console_error_panic_hook::set_once();
}

#[cfg(all(target_arch = "wasm32", feature = "page"))]
fn main() {
    console_error_panic_hook::set_once();
    let Some(window) = web_sys::window() else {
        // A worker of the page, which hears of an error that nobody catches.
        wasm_bindgen_futures::spawn_local(async {
            match memnet::app::parts::work().await {
                Ok(work) => work(),
                Err(missing) => wasm_bindgen::throw_str(&missing.to_string()),
            }
        });
        return;
    };
    let document = window.document();
    if let Some(place) = document.and_then(|document| document.get_element_by_id("page")) {
        memnet::api::mount_alone(place);
    }
}
