//! A few of many pictures, evenly spaced.

/// The most pictures of a film.
const MOST: usize = 8;

/// Pictures of something that changes, taken at even intervals from its beginning: at most eight,
/// however many are offered. When there would be more, every second one goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Film<T> {
    pictures: Vec<T>,
    /// How many pictures are offered for each one that is taken.
    stride: usize,
    offered: usize,
}

impl<T> Default for Film<T> {
    fn default() -> Self {
        Self {
            pictures: Vec::new(),
            stride: 1,
            offered: 0,
        }
    }
}

impl<T> Film<T> {
    /// Offers the next picture.
    pub fn offer(&mut self, picture: T) {
        if self.offered.is_multiple_of(self.stride) {
            self.pictures.push(picture);
        }
        self.offered += 1;
        if self.pictures.len() > MOST {
            let mut place = 0;
            self.pictures.retain(|_| {
                place += 1;
                place % 2 == 1
            });
            self.stride *= 2;
        }
    }

    /// The pictures that were taken, the first one first.
    pub fn pictures(&self) -> &[T] {
        &self.pictures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_film_has_few_pictures_from_the_beginning_on_evenly_spaced() {
        let mut film = Film::default();
        for at in 0..1000 {
            film.offer(at);
            let pictures = film.pictures();
            assert_eq!(pictures[0], 0);
            assert!(pictures.len() <= MOST);
            assert!(at < MOST || pictures.len() > MOST / 2);
            let gaps: Vec<usize> = pictures.windows(2).map(|pair| pair[1] - pair[0]).collect();
            assert!(gaps.iter().all(|gap| *gap == gaps[0]), "{pictures:?}");
        }
    }
}
