//! One program, two faces: the page in a browser (with its worker), the command line elsewhere.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

#[cfg(target_arch = "wasm32")]
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
