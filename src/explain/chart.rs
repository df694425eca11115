//! A curve laid out to be drawn.

use super::Curve;

/// How wide and how high the field of a chart is, in the units of [`Chart::line`]. It may be drawn
/// at any size.
const SIZE: f64 = 1000.0;

/// A curve in a field whose left lower corner is the origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The curve as the data of an SVG path, in a field of 1000 × 1000 with y downwards; empty if
    /// nothing was measured.
    pub line: String,
    /// Where the curve ends, in the same units; `None` if nothing was measured.
    pub end: Option<(f64, f64)>,
    /// Round numbers along the bottom.
    pub along: Vec<Tick>,
    /// Round numbers up the side.
    pub up: Vec<Tick>,
    wide: f64,
}

/// A round number and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// From 0 (left or bottom) to 1 (right or top).
    pub place: f64,
    /// The number.
    pub value: f64,
}

impl Chart {
    /// Lays out a curve in a field that is `wide` and `high`; where the curve takes more, the next
    /// round number, so that a growing curve stretches its field seldom.
    pub fn new(curve: &Curve, wide: f64, high: f64) -> Self {
        let most = |of: fn((f64, f64)) -> f64| curve.points().map(of).fold(0.0, f64::max);
        let wide = roof(wide, most(|(at, _)| at));
        let high = roof(high, most(|(_, value)| value));
        let place = |(at, value): (f64, f64)| (SIZE * at / wide, SIZE - SIZE * value / high);
        let mut line = String::new();
        let mut end = None;
        for (x, y) in curve.points().map(place) {
            let command = if end.is_none() { 'M' } else { 'L' };
            line += &format!("{command}{x:.1} {y:.1}");
            end = Some((x, y));
        }
        Self {
            line,
            end,
            along: ticks(wide),
            up: ticks(high),
            wide,
        }
    }

    /// Where a number along the bottom stands, from 0 (left) to 1 (right).
    pub fn place_along(&self, value: f64) -> f64 {
        value / self.wide
    }
}

/// A number, or the next round one above it that reaches `most`.
fn roof(number: f64, most: f64) -> f64 {
    if most <= number {
        return number;
    }
    let magnitude = 10_f64.powf(most.log10().floor());
    let mut round = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0]
        .map(|round| round * magnitude)
        .into_iter();
    round.find(|round| most <= *round).unwrap_or(most)
}

/// Two to six round numbers from 0 up to the most.
fn ticks(most: f64) -> Vec<Tick> {
    let magnitude = 10_f64.powf((most / 2.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|round| round * magnitude)
        .into_iter()
        .find(|step| most / step < 5.0)
        .unwrap_or(most);
    (0..)
        .map(|number| f64::from(number) * step)
        .take_while(|value| *value <= most * 1.000_001)
        // Numbers that are not finite have no ticks.
        .take(6)
        .map(|value| Tick {
            place: value / most,
            value,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(most: f64) -> Vec<f64> {
        ticks(most).iter().map(|tick| tick.value).collect()
    }

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(values(1.0), [0.0, 0.5, 1.0]);
        assert_eq!(values(2.3), [0.0, 1.0, 2.0]);
        assert_eq!(values(4000.0), [0.0, 1000.0, 2000.0, 3000.0, 4000.0]);
        assert_eq!(values(6700.0), [0.0, 2000.0, 4000.0, 6000.0]);
        for most in [0.013, 7.7, 99.0, 123_456.0] {
            assert!((2..=6).contains(&values(most).len()), "{most}");
        }
    }

    #[test]
    fn a_curve_stretches_its_field_to_the_next_round_number() {
        let mut curve = Curve::default();
        assert_eq!(Chart::new(&curve, 100.0, 1.0).line, "");
        curve.push(50.0, 2.0);
        curve.push(150.0, 0.0);
        let chart = Chart::new(&curve, 100.0, 1.0);
        assert_eq!(chart.line, "M250.0 0.0L750.0 1000.0");
        assert_eq!(chart.end, Some((750.0, 1000.0)));
        assert_eq!(chart.along.last().unwrap().value, 200.0);
        assert_eq!(chart.place_along(50.0), 0.25);
    }
}
