//! The few of many that are shown.

/// The things of the greatest prominence, at most so many, in their own order. Of equals the earlier
/// ones are among them.
pub(super) fn foremost<T: Ord>(things: impl IntoIterator<Item = (T, f32)>, most: usize) -> Vec<T> {
    let mut ranked: Vec<(T, f32)> = things.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut things: Vec<T> = ranked.into_iter().map(|it| it.0).take(most).collect();
    things.sort_unstable();
    things
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_prominent_come_in_their_own_order() {
        let things = [(4, 0.9), (1, 0.1), (2, 0.5), (3, 0.5)];
        assert_eq!(foremost(things, 2), [2, 4]);
        assert_eq!(foremost(things, 9), [1, 2, 3, 4]);
    }
}
