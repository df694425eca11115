//! A number that was measured again and again, in no more points than a chart can show.

/// The most points of a curve: a chart has a few hundred pixels.
const MOST: usize = 240;

/// A number over how far training was when it was measured. However long it goes on, the curve has
/// at most 240 points: when they are used up, each two neighbours become one, their mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    points: Vec<(f64, f64)>,
    /// How many measurements make up a point.
    stride: usize,
    /// The measurements that will make up the next point.
    open: Vec<(f64, f64)>,
}

impl Default for Curve {
    fn default() -> Self {
        Self {
            points: Vec::new(),
            stride: 1,
            open: Vec::new(),
        }
    }
}

impl Curve {
    /// Adds a measurement further on than all before it.
    pub fn push(&mut self, at: f64, value: f64) {
        self.open.push((at, value));
        if self.open.len() < self.stride {
            return;
        }
        self.points.extend(merged(&self.open));
        self.open.clear();
        if self.points.len() == MOST {
            self.points = self.points.chunks(2).filter_map(merged).collect();
            self.stride *= 2;
        }
    }

    /// The points; the last one is of all that was measured since the one before.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.points.iter().copied().chain(merged(&self.open))
    }

    /// Whether nothing was measured yet.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty() && self.open.is_empty()
    }
}

/// The mean of some measurements, where the last of them stands.
fn merged(measurements: &[(f64, f64)]) -> Option<(f64, f64)> {
    let (at, _) = measurements.last()?;
    let sum: f64 = measurements.iter().map(|(_, value)| value).sum();
    Some((*at, sum / measurements.len() as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(measurements: usize) -> Curve {
        let mut curve = Curve::default();
        for at in 0..measurements {
            curve.push(at as f64, at as f64);
        }
        curve
    }

    #[test]
    fn a_short_curve_keeps_every_measurement() {
        assert!(Curve::default().is_empty());
        let points: Vec<_> = curve(3).points().collect();
        assert_eq!(points, [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]);
    }

    #[test]
    fn a_long_curve_stays_drawable_and_reaches_from_the_first_to_the_last_measurement() {
        for measurements in [MOST, 1000, 54_321] {
            let points: Vec<_> = curve(measurements).points().collect();
            assert!((MOST / 2..=MOST).contains(&points.len()));
            assert!(points.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1));
            let last = measurements as f64 - 1.0;
            assert_eq!(points.last().unwrap().0, last);
            assert!(points[0].1 <= last / 100.0);
        }
    }
}
