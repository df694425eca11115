//! Vectors as strips of coloured cells.

use super::heatmap::STEPS;

/// The size of a number that gets half of the full colour.
const HALF: f32 = 0.5;

/// How strongly a number is coloured, from 0 to [`STEPS`]: the same for the same number everywhere,
/// so that strips can be compared. What is 0 has none, and the colour deepens ever more slowly.
pub fn shade(number: f32) -> u8 {
    let size = number.abs();
    // A cast from float to integer saturates, and maps what is not a number to 0.
    (f32::from(STEPS) * size / (size + HALF)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_numbers_are_coloured_more_strongly_whatever_their_sign() {
        let shades = [0.0, 0.02, 0.1, 0.5, 2.0, 1e9].map(shade);
        assert!(shades.is_sorted());
        assert_eq!((shades[0], shades[3], shades[5]), (0, 5, STEPS));
        assert_eq!(shade(-2.0), shade(2.0));
        assert_eq!(shade(f32::NAN), 0);
    }
}
