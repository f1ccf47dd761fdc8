//! How a chart looks: sizes and colours.

use super::palette::{Fill, fills};

/// Red, green, blue, 0–255.
pub type Color = [u8; 3];

/// Sizes and colours of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Size of the words, pt.
    pub size: f64,
    /// The smallest size to which words may shrink where room is short, pt.
    pub least: f64,
    /// The colour from which all fills are derived.
    pub accent: Color,
    /// The colour of words and axes.
    pub ink: Color,
    /// The colour under the drawing.
    pub paper: Color,
    /// Whether neighbours are told apart by hatching too: on paper, which may be printed in black
    /// and white. On a screen it flickers.
    pub hatched: bool,
}

impl Look {
    /// On white paper with black words that never shrink below 8 pt.
    pub fn on_paper(size: f64, accent: Color) -> Look {
        Look { size, least: 8.0_f64.min(size), accent, ink: [0; 3], paper: [255; 3], hatched: true }
    }

    /// The distance of lines, pt, as a text face of the program has it.
    pub fn line(&self) -> f64 {
        self.size * 1.15
    }

    /// Fills for `count` series, the darkest first.
    pub fn fills(&self, count: usize) -> Vec<Fill> {
        let all = fills(self.accent, count).into_iter();
        all.map(|fill| Fill { hatched: fill.hatched && self.hatched, ..fill }).collect()
    }

    /// The same in a smaller size.
    #[must_use]
    pub fn shrunk(self, part: f64) -> Look {
        Look { size: (self.size * part).max(self.least.min(self.size)), ..self }
    }
}
