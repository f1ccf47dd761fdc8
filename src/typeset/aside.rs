//! Words that stand apart from the text: quotations, notes in the margin.

use super::builder::Builder;
use super::flow::{BesideLine, Body, Cost, PlacedLine, Strip};
use super::pages::{Kind, NodeId};
use crate::document::{Aside, AsideKind};

/// Between two notes in the margin, in points.
pub(super) const BETWEEN_NOTES: f64 = 6.0;

impl<'a> Builder<'a> {
    /// Adds a quotation to the flow, or lets a note wait for the strip beside which it stands.
    pub fn aside(&mut self, aside: &'a Aside, parent: NodeId) {
        match aside.kind {
            AsideKind::Quote => {
                let node = self.tree.add(parent, Kind::Quote, None);
                aside.content.iter().for_each(|paragraph| self.paragraph(paragraph, node, None));
            }
            AsideKind::Margin { width, gap } => {
                let stack = self.stack(&aside.content, parent, f64::from(width.pt()));
                let left = -f64::from(width.pt() + gap.pt());
                let above =
                    self.beside.last().map_or(0.0, |note| note.top + note.line.height + BETWEEN_NOTES);
                let lines = stack.lines.into_iter();
                self.beside.extend(lines.map(|(top, line)| BesideLine { left, top: above + top, line }));
            }
        }
    }

    /// The notes that wait, their first line level with the strip's own.
    pub fn notes_beside(&mut self, body: &Body) -> Vec<BesideLine> {
        let mut notes = std::mem::take(&mut self.beside);
        if let (Body::Line(line), Some(first)) = (body, notes.first()) {
            let shift = (line.baseline - first.line.baseline).max(0.0);
            notes.iter_mut().for_each(|note| note.top += shift);
        }
        notes
    }

    /// A strip of no height for notes that nothing follows.
    pub fn last_notes(&mut self) {
        if !self.beside.is_empty() {
            self.push(Strip::new(Body::Line(PlacedLine::default()), Cost::Free), false);
        }
    }
}
