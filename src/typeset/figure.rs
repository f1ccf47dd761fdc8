//! Charts in the flow of a document.

use super::FontRuler;
use super::builder::{Builder, FrameRoom};
use super::flow::{Body, Cost, Picture, Strip};
use super::fonts::Fonts;
use super::messages;
use super::pages::{Kind, NodeId};
use crate::chart::{self, Drawing, Space, alternative};
use crate::document::{ChartBlock, StyleSheet};
use crate::source::Finding;

/// The drawing of a chart in a column of text, as pages and Word files show it.
pub fn chart_drawing(
    block: &ChartBlock,
    styles: &StyleSheet,
    fonts: &Fonts,
    landscape: bool,
    width: f64,
) -> Drawing {
    let ruler = FontRuler::new(fonts);
    chart::draw(&block.chart, block.space(styles, landscape, width), &block.look(styles), &ruler)
}

impl<'a> Builder<'a> {
    /// Adds a chart with its caption below.
    pub fn chart(&mut self, block: &'a ChartBlock, parent: NodeId) {
        let drawing = match self.room {
            Some(room) => self.framed_chart(block, room),
            None => chart_drawing(block, &self.document.styles, self.fonts, self.landscape, self.column),
        };
        if !drawing.fits {
            let finding = Finding::new(&messages::CHART_TOO_SMALL);
            self.findings.push(match block.texts.first() {
                Some(text) => finding.at(text.origin.place.clone()),
                None => finding,
            });
        }
        let kind = Kind::Figure { alt: alternative(&block.chart), page: 0, bounds: [0.0; 4] };
        let node = self.tree.add(parent, kind, block.anchor.as_ref());
        self.landmarks.extend(block.anchor.clone().map(super::flow::Landmark::Anchor));
        let items = FontRuler::new(self.fonts).items(&drawing, 0.0, 0.0);
        // A frame has no text above and below its chart.
        let space = if self.room.is_some() { 0.0 } else { block.look(self.styles).size };
        let strip = Strip {
            body: Body::Picture(Picture {
                node,
                items,
                width: drawing.width,
                height: drawing.height,
                manner: Some(drawing.manner),
            }),
            before: 0.5 * space,
            after: 0.3 * space,
            cost: Cost::Free,
            starts: true,
            new_page: false,
            landmarks: Vec::new(),
            beside: Vec::new(),
            turn: None,
        };
        self.push(strip, false);
        if let Some(caption) = &block.caption {
            self.keeps_next = true;
            let node = self.node(caption, parent);
            let prepared = self.prepare(caption, node, None);
            self.paragraph_strips(prepared, false);
        }
    }

    /// A chart that fills the frame it stands in, unless it asks for less.
    fn framed_chart(&self, block: &ChartBlock, room: FrameRoom) -> Drawing {
        let asked = block.height.map_or(room.height, |height| f64::from(height.pt()).min(room.height));
        let look = block.look_in_frame(self.styles, room.smallest);
        chart::draw(&block.chart, Space::frame(room.width, asked), &look, &FontRuler::new(self.fonts))
    }
}
