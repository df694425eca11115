//! Files for the reader.

use js_sys::{Array, Uint8Array, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, Url,
};

/// How many pixels of a picture stand for one of its own units, each way.
const SHARPNESS: u32 = 2;

/// Gives the reader a file, as if she had followed a link to it. A browser that doesn't take it
/// says so itself.
pub fn save(name: &str, bytes: &[u8]) {
    // Nothing to tell: see above.
    let _ = offer(name, bytes);
}

/// Draws a picture (SVG) and gives it to the reader as a PNG.
///
/// # Errors
/// The browser could not draw it.
pub async fn save_picture(name: &str, svg: &str) -> Result<(), JsValue> {
    follow(name, &draw(svg).await?)
}

/// Draws a picture (SVG) as a PNG, and returns its address, which holds it.
///
/// # Errors
/// The browser could not draw it.
pub async fn draw(svg: &str) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    let encoded = String::from(encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{encoded}"));
    JsFuture::from(image.decode()).await?;

    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.unchecked_into();
    canvas.set_width(image.width() * SHARPNESS);
    canvas.set_height(image.height() * SHARPNESS);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    canvas.to_data_url()
}

fn offer(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let kind = BlobPropertyBag::new();
    kind.set_type("application/octet-stream");
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    follow(name, &address)?;
    Url::revoke_object_url(&address)
}

fn follow(name: &str, address: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

fn document() -> Result<Document, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    document.ok_or(JsValue::NULL)
}
