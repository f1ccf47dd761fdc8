//! Heights of lines and of paragraphs one under the other.

use super::flow::PlacedLine;
use super::fonts::FaceMetrics;
use crate::document::ParagraphStyle;

/// A style's line, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct LineMeasure {
    /// From the upper edge of the letters' room to their baseline.
    pub baseline: f64,
    /// The letters' room, with the gap that the face wants.
    pub height: f64,
    /// Line spacing's share: below the letters and left out at the bottom of a page, as in
    /// LibreOffice.
    pub below: f64,
}

impl LineMeasure {
    /// Heights are whole twips, as in Word and LibreOffice, so that as many lines fit on a page.
    pub fn new(style: &ParagraphStyle, metrics: FaceMetrics) -> LineMeasure {
        let scale = f64::from(style.size.pt()) / f64::from(metrics.units_per_em);
        let above = f64::from(metrics.ascent + metrics.line_gap) * scale;
        let single = twips(above - f64::from(metrics.descent) * scale);
        let total = whole_twips(single * f64::from(style.line_spacing));
        let height = single.min(total);
        LineMeasure { baseline: above - (single - height), height, below: total - height }
    }
}

fn twips(points: f64) -> f64 {
    (points * 20.0).round() / 20.0
}

/// Word and LibreOffice cut what line spacing leaves of a twip.
fn whole_twips(points: f64) -> f64 {
    (points * 20.0 + 1e-3).floor() / 20.0
}

/// Lines of several paragraphs one under the other.
#[derive(Default)]
pub(super) struct Stack {
    /// The lines with the place of their upper edge.
    pub lines: Vec<(f64, PlacedLine)>,
    /// Height of the whole, without the room above and below.
    pub height: f64,
    /// Room above, which the first paragraph's style wants.
    pub before: f64,
    /// Room below, which the last line and its style want.
    pub after: f64,
}

impl Stack {
    /// Adds a paragraph's lines below.
    pub fn push(&mut self, style: &ParagraphStyle, metrics: FaceMetrics, lines: Vec<PlacedLine>) {
        let below = LineMeasure::new(style, metrics).below;
        let before = f64::from(style.space_before.pt());
        match self.lines.is_empty() {
            true => self.before = before,
            false => self.after += before,
        }
        for line in lines {
            let top = self.height + self.after;
            (self.height, self.after) = (top + line.height, below);
            self.lines.push((top, line));
        }
        self.after += f64::from(style.space_after.pt());
    }

    /// Makes the room above and below part of the whole, as it is in cells.
    pub fn close(mut self) -> Stack {
        let before = std::mem::take(&mut self.before);
        self.lines.iter_mut().for_each(|(top, _)| *top += before);
        self.height += before + std::mem::take(&mut self.after);
        self
    }
}
