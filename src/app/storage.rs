//! What a reload keeps, in the browser's local storage.
//!
//! Storage may be forbidden, full, or hold what an older page left there. None of that is worth a
//! word to the reader: the page works, and opens afresh next time.

use web_sys::Storage;

use super::state::Kept;

/// The name of the entry. A page that keeps something else in it takes another number.
const ENTRY: &str = "memnet.1";

/// What was kept, if anything was.
pub fn restore() -> Option<Kept> {
    let entry = storage()?.get_item(ENTRY).ok()??;
    serde_json::from_str(&entry).ok()
}

/// Keeps something for the next visit.
pub fn keep(kept: &Kept) {
    if let Some(storage) = storage()
        && let Ok(entry) = serde_json::to_string(kept)
    {
        // Full or forbidden: see above.
        let _ = storage.set_item(ENTRY, &entry);
    }
}

/// Forgets what was kept.
pub fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(ENTRY);
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
