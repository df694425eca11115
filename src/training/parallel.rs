//! Work shared by the cores, where there are threads.

/// Applies `work` to every item, on all threads; the results come in the order of the items.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    use rayon::prelude::*;
    items.par_iter().map(work).collect()
}

/// Applies `work` to every item in turn: a page has one thread.
#[cfg(target_arch = "wasm32")]
pub(super) fn map<T, R>(items: &[T], work: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(work).collect()
}
