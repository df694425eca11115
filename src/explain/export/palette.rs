//! The colours of a picture.

use super::super::{Cell, STEPS};

/// The colours of a picture of the attention: those of the page (`static/styles/colours.css`) in
/// sRGB, which every program that shows pictures understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: &'static str,
    /// Of the text.
    pub ink: &'static str,
    /// Of what is said by the way.
    pub muted: &'static str,
    /// Of the rules between rows.
    pub hairline: &'static str,
    /// Of the cells, from no weight to full weight.
    pub steps: [&'static str; STEPS as usize + 1],
    /// Of figures on bright cells.
    dark_figure: &'static str,
    /// Of figures on dark cells.
    light_figure: &'static str,
    /// The first step whose figures have the other colour.
    turn: u8,
    /// Whether bright cells come first.
    bright_first: bool,
}

impl Palette {
    /// Dark ink on light paper.
    pub const LIGHT: Self = Self {
        paper: "#f5f7f8",
        ink: "#1a2327",
        muted: "#5b6569",
        hairline: "#d7dcdd",
        steps: [
            "#f5f7f8", "#dde7eb", "#c7d8de", "#b0c8d1", "#99b9c4", "#83a9b7", "#6c9aab", "#558b9e",
            "#3d7d92", "#206e85", "#006079",
        ],
        dark_figure: "#030608",
        light_figure: "#ffffff",
        turn: 8,
        bright_first: true,
    };

    /// Light ink on dark paper.
    pub const DARK: Self = Self {
        paper: "#0f1517",
        ink: "#e4e9eb",
        muted: "#9da6aa",
        hairline: "#272f32",
        steps: [
            "#0f1517", "#192428", "#23353b", "#2d474f", "#385963", "#426c78", "#4d7f8e", "#5994a4",
            "#64a8ba", "#6fbed1", "#7bd3e9",
        ],
        dark_figure: "#030608",
        light_figure: "#ffffff",
        turn: 6,
        bright_first: false,
    };

    /// The colour of a cell.
    pub fn fill(&self, cell: Cell) -> &'static str {
        self.steps[usize::from(cell.step())]
    }

    /// The colour of the figures in a cell.
    pub fn figure(&self, cell: Cell) -> &'static str {
        match cell.step() {
            0 => self.muted,
            step if (step < self.turn) == self.bright_first => self.dark_figure,
            _ => self.light_figure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of a colour (WCAG 2.2).
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    #[test]
    fn every_figure_can_be_read_on_its_cell() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            for step in 0..=STEPS {
                let cell = Cell(f32::from(step) / f32::from(STEPS));
                let mut two = [palette.fill(cell), palette.figure(cell)].map(luminance);
                two.sort_by(f64::total_cmp);
                let contrast = (two[1] + 0.05) / (two[0] + 0.05);
                assert!(contrast >= 4.5, "step {step}: {contrast}");
            }
        }
    }
}
