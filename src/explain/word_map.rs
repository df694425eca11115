//! Words on a map: the nearer two of them lie, the more alike they are used.

use ndarray::{Array1, Array2, Axis};

use crate::text::is_function_word;
use crate::text::vectors::Vectors;

/// How often the direction of most variance is improved; it hardly moves after a tenth of that.
const ITERATIONS: usize = 60;

/// A word on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MappedWord {
    /// The word, in lower case.
    pub word: String,
    /// From 0 (left) to 1 (right).
    pub x: f32,
    /// From 0 (top) to 1 (bottom).
    pub y: f32,
    /// Whether it was told. The others show what lies around.
    pub is_told: bool,
}

/// The words of a text that a map shows, in lower case and alphabetical order, each once. Function
/// words, which are used like nothing else, are left out, as are words without a vector.
pub fn mapped<'a>(vectors: &Vectors, words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut told: Vec<String> = words.into_iter().map(str::to_lowercase).collect();
    told.retain(|word| !is_function_word(word) && vectors.contains(word));
    told.sort_unstable();
    told.dedup();
    told
}

/// The [words of a text](mapped) on a map, and after them so many of the nearest neighbours of each.
///
/// The map shows the plane in which these vectors vary most: their first two principal components
/// (Pearson 1901). What lies near on it may still be far apart in the other dimensions.
pub fn word_map(vectors: &Vectors, told: &[String], neighbours: usize) -> Vec<MappedWord> {
    let mut around: Vec<String> = told
        .iter()
        .filter_map(|word| vectors.nearest(word, neighbours))
        .flatten()
        .map(|neighbour| neighbour.word.to_owned())
        .filter(|word| told.binary_search(word).is_err())
        .collect();
    around.sort_unstable();
    around.dedup();

    let count = told.len();
    let words: Vec<String> = told.iter().cloned().chain(around).collect();
    let places = places(vectors, &words);
    let placed = words.into_iter().zip(places).enumerate();
    placed
        .map(|(at, (word, [x, y]))| MappedWord {
            word,
            x,
            y,
            is_told: at < count,
        })
        .collect()
}

/// The width of a letter and the height of a line of the labels, in CSS pixels, generously.
const LETTER: [f32; 2] = [7.5, 17.0];

/// How far a label stands from its dot, in CSS pixels.
const GAP: f32 = 6.0;

/// Which words of a map of this size, in CSS pixels, can be labelled so that no label covers
/// another one: of two that would, the first is. A label stands to the right of its dot, or to the
/// left [in the right half](MappedWord::is_right).
pub fn labelled(map: &[MappedWord], width: f32, height: f32) -> Vec<bool> {
    let mut taken: Vec<[f32; 4]> = Vec::new();
    let fits = |word: &MappedWord| {
        let length = word.word.chars().count() as f32 * LETTER[0];
        let (dot, middle) = (word.x * width, word.y * height);
        let left = if word.is_right() {
            dot - GAP - length
        } else {
            dot + GAP
        };
        let label = [
            left,
            middle - LETTER[1] / 2.0,
            left + length,
            middle + LETTER[1] / 2.0,
        ];
        let is_free = taken.iter().all(|other| {
            label[0] >= other[2]
                || other[0] >= label[2]
                || label[1] >= other[3]
                || other[1] >= label[3]
        });
        if is_free {
            taken.push(label);
        }
        is_free
    };
    map.iter().map(fits).collect()
}

impl MappedWord {
    /// Whether it lies in the right half of the map.
    pub fn is_right(&self) -> bool {
        self.x > 0.5
    }
}

/// Where words lie in the plane in which their vectors vary most.
fn places(vectors: &Vectors, words: &[String]) -> Vec<[f32; 2]> {
    let mut rows = Array2::zeros((words.len(), vectors.dimensions()));
    for (mut row, word) in rows.rows_mut().into_iter().zip(words) {
        if let Some(vector) = vectors.vector(word) {
            row.assign(&Array1::from(vector));
        }
    }
    if let Some(mean) = rows.mean_axis(Axis(0)) {
        rows -= &mean;
    }
    let [across, down] = [(); 2].map(|()| {
        let direction = direction(&rows);
        let along = rows.dot(&direction);
        for (mut row, &length) in rows.rows_mut().into_iter().zip(&along) {
            row.scaled_add(-length, &direction);
        }
        spread(along)
    });
    across.into_iter().zip(down).map(|(x, y)| [x, y]).collect()
}

/// The direction, of length 1, in which rows with a mean of zero vary most, by power iteration; the
/// zero vector if there is none.
fn direction(rows: &Array2<f32>) -> Array1<f32> {
    let longest = rows
        .rows()
        .into_iter()
        .max_by(|one, other| one.dot(one).total_cmp(&other.dot(other)));
    let mut direction = longest.map_or_else(|| Array1::zeros(rows.ncols()), |row| row.to_owned());
    for _ in 0..ITERATIONS {
        let next = rows.t().dot(&rows.dot(&direction));
        let length = next.dot(&next).sqrt();
        if length < f32::MIN_POSITIVE {
            return Array1::zeros(rows.ncols());
        }
        direction = next / length;
    }
    direction
}

/// Numbers from 0 to 1 in the same proportions; all in the middle if they are one and the same.
fn spread(numbers: Array1<f32>) -> Vec<f32> {
    let least = numbers.iter().copied().fold(f32::INFINITY, f32::min);
    let most = numbers.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let range = most - least;
    let share = |number: f32| match range > f32::MIN_POSITIVE {
        true => (number - least) / range,
        false => 0.5,
    };
    numbers.iter().map(|&number| share(number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map_of<'a>(words: impl IntoIterator<Item = &'a str>, neighbours: usize) -> Vec<MappedWord> {
        let vectors = english();
        word_map(&vectors, &mapped(&vectors, words), neighbours)
    }

    fn english() -> Vectors {
        let file = include_bytes!("../../static/vectors/english.safetensors");
        Vectors::load(file).expect("the vectors that ship are whole")
    }

    #[test]
    fn what_is_used_alike_lies_together() {
        let words = "walked strolled wandered kitchen bedroom bathroom";
        let map = map_of(words.split(' '), 0);
        let find = |word: &str| map.iter().find(|it| it.word == word).expect("it is mapped");
        // The ways to walk on one side, the rooms on the other.
        for walking in ["walked", "strolled", "wandered"].map(find) {
            for room in ["kitchen", "bedroom", "bathroom"].map(find) {
                assert!((walking.x - room.x).abs() > 0.5, "{walking:?} {room:?}");
            }
        }
        assert!(map.iter().all(|it| (0.0..=1.0).contains(&it.x)));
        assert!(map.iter().all(|it| (0.0..=1.0).contains(&it.y)));
    }

    #[test]
    fn told_words_come_once_and_first_with_neighbours_around_them() {
        let map = map_of(["The", "Kitchen", "zzxqy", "kitchen", "went"], 3);
        let told: Vec<&str> = map
            .iter()
            .take_while(|it| it.is_told)
            .map(|it| it.word.as_str())
            .collect();
        assert_eq!(told, ["kitchen", "went"]);
        assert_eq!(map.len(), 2 + 6);
        assert!(map[2..].iter().all(|it| !it.is_told));
    }

    #[test]
    fn no_label_covers_another_and_on_a_larger_map_more_fit() {
        let place = |word: &str, x, y| MappedWord {
            word: word.to_owned(),
            x,
            y,
            is_told: true,
        };
        let map = [
            place("kitchen", 0.1, 0.5),
            place("bedroom", 0.2, 0.5),
            place("garden", 0.9, 0.5),
        ];
        assert_eq!(labelled(&map, 300.0, 300.0), [true, false, true]);
        assert_eq!(labelled(&map, 900.0, 300.0), [true, true, true]);
        assert!(map[2].is_right() && !map[0].is_right());
    }

    #[test]
    fn a_map_of_one_word_or_none_is_a_map() {
        assert_eq!(map_of([], 5), []);
        let alone = map_of(["kitchen"], 0);
        assert_eq!((alone[0].x, alone[0].y), (0.5, 0.5));
    }
}
