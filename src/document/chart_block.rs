//! Charts in a document.

use super::{Anchor, Origin, Paragraph, StyleSheet, Text};
use crate::chart::{Chart, Look, Space};
use crate::style::Length;

/// A chart with its caption below.
#[derive(Clone, Debug)]
pub struct ChartBlock {
    /// What it shows.
    pub chart: Chart,
    /// Stands below the chart, e.g. `Рисунок 1 – Название`.
    pub caption: Option<Paragraph>,
    /// Its name, where something refers to it.
    pub anchor: Option<Anchor>,
    /// The paragraph style whose size its words have.
    pub style: String,
    /// The table of the pack that it shows; `None` where it shows indicators.
    pub of: Option<String>,
    /// Where the pack asks for it.
    pub origin: Origin,
    /// Its height; `None` for as much as it needs.
    pub height: Option<Length>,
    /// Its names and numbers as they are printed, with their origins: the names of series, those
    /// of categories, then the numbers, series by series.
    pub texts: Vec<Text>,
}

/// The most of a page's height that a chart takes, so that its caption stands below.
const MOST: f64 = 0.8;
/// The size of words where the style is unknown, pt.
const SIZE: f64 = 12.0;

impl ChartBlock {
    /// Sizes and colours.
    pub fn look(&self, styles: &StyleSheet) -> Look {
        let size = styles.paragraphs.get(&self.style).map_or(SIZE, |style| f64::from(style.size.pt()));
        Look::on_paper(size, styles.accent)
    }

    /// Sizes and colours in a frame whose letters are not smaller than `least` points.
    pub fn look_in_frame(&self, styles: &StyleSheet, least: Length) -> Look {
        let look = self.look(styles);
        let ink = styles.paragraphs.get(&self.style).map_or(look.ink, |style| styles.rgb(style.color));
        Look { least: f64::from(least.pt()).min(look.size), ink, hatched: false, ..look }
    }

    /// The room that it has in a column of text.
    pub fn space(&self, styles: &StyleSheet, landscape: bool, width: f64) -> Space {
        let page = &styles.page;
        let (side, edges) = match landscape {
            false => (page.height, page.margins.top.pt() + page.margins.bottom.pt()),
            true => (page.width, page.margins.left.pt() + page.margins.right.pt()),
        };
        let most = f64::from(side.pt() - edges) * MOST;
        Space { width, height: self.height.map(|height| f64::from(height.pt()).min(most)), most }
    }
}
