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
        // A worker of the page.
        memnet::app::worker::serve();
        return;
    };
    let document = window.document();
    if let Some(place) = document.and_then(|document| document.get_element_by_id("page")) {
        memnet::api::mount_alone(place);
    }
}
