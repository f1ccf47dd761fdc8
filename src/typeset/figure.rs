//! Charts and pictures in the flow of a document.

use super::FontRuler;
use super::builder::{Builder, FrameRoom, PLAIN};
use super::flow::{Body, Cost, Picture, Strip};
use super::fonts::Fonts;
use super::messages;
use super::pages::{Item, Kind, NodeId};
use crate::chart::{self, Drawing, Space, alternative};
use crate::document::{Align, ChartBlock, Inline, Origin, Paragraph, PictureBlock, StyleSheet};
use crate::source::Finding;
use std::sync::Arc;

/// Fewer dots to the inch are seen as steps from where people sit.
const COARSEST: f64 = 60.0;

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
            self.crowded_chart |= block.height.is_none();
            let message = match (self.room.is_some(), &block.chart.kind) {
                (true, _) => &messages::SLIDE_CHART_TOO_SMALL,
                (false, chart::Kind::Bars(_)) => &messages::BARS_TOO_SMALL,
                (false, _) => &messages::CHART_TOO_SMALL,
            };
            self.findings.push(Finding::new(message).at(block.origin.place.clone()));
        }
        for text in &block.texts {
            self.look_at_glyphs(&PLAIN, &[Inline::Text(text.clone())]);
        }
        let kind = Kind::Figure { alt: alternative(&block.chart), page: 0, bounds: [0.0; 4] };
        let node = self.tree.add(parent, kind, block.anchor.as_ref());
        self.landmarks.extend(block.anchor.clone().map(super::flow::Landmark::Anchor));
        let items = FontRuler::new(self.fonts).items(&drawing, 0.0, 0.0);
        // A frame has no text above and below its chart.
        let space = if self.room.is_some() { 0.0 } else { block.look(self.styles).size };
        let Drawing { width, height, .. } = drawing;
        let chart = Some(Arc::new(drawing));
        let origin = Some(block.origin.clone());
        self.drawn(Picture { node, items, left: 0.0, width, height, chart, origin }, space);
        self.figure_caption(block.caption.as_ref(), parent);
    }

    /// Adds a picture in the middle of its column with its caption below.
    pub fn picture(&mut self, block: &'a PictureBlock, parent: NodeId) {
        let (width, height) = match self.room {
            Some(room) => block.size_in_frame(room.width, room.height),
            None => block.size_on_page(&self.document.styles.page, self.landscape, self.column),
        };
        self.say_coarse(block, width);
        let kind = Kind::Figure { alt: block.alt.clone(), page: 0, bounds: [0.0; 4] };
        let node = self.tree.add(parent, kind, block.anchor.as_ref());
        self.landmarks.extend(block.anchor.clone().map(super::flow::Landmark::Anchor));
        let drawn = Item::Picture {
            x: 0.0,
            y: 0.0,
            width: width as f32,
            height: height as f32,
            picture: Arc::clone(&block.picture),
        };
        let size = self.styles.paragraphs.get(&block.style).map_or(0.0, |style| f64::from(style.size.pt()));
        let space = if self.room.is_some() { 0.0 } else { size };
        let free = (self.column - width).max(0.0);
        let align = self.styles.paragraphs.get(&block.style).map_or(Align::Center, |style| style.align);
        let left = match align {
            Align::Left | Align::Justify if self.room.is_none() => 0.0,
            Align::Right if self.room.is_none() => free,
            // In a part of a slide it begins where the heading does.
            _ if self.room.is_some()
                && self.column < 0.6 * f64::from(self.document.styles.page.width.pt()) =>
            {
                0.0
            }
            _ => free / 2.0,
        };
        let origin = Some(Origin::from(block.written.clone()));
        self.drawn(Picture { node, items: vec![drawn], left, width, height, chart: None, origin }, space);
        self.figure_caption(block.caption.as_ref(), parent);
    }

    /// Says that a picture is drawn so large that its dots are seen.
    fn say_coarse(&mut self, block: &PictureBlock, width: f64) {
        let dots = f64::from(block.picture.width) * 72.0 / width.max(1.0);
        if dots < COARSEST {
            let finding = Finding::new(&messages::PICTURE_COARSE).arg("dots", format!("{dots:.0}"));
            self.findings.push(finding.at(block.written.clone()));
        }
    }

    fn drawn(&mut self, picture: Picture, space: f64) {
        let strip = Strip {
            before: 0.5 * space,
            after: 0.3 * space,
            starts: true,
            ..Strip::new(Body::Picture(picture), Cost::Free)
        };
        self.push(strip, false);
    }

    fn figure_caption(&mut self, caption: Option<&'a Paragraph>, parent: NodeId) {
        let Some(caption) = caption else { return };
        self.keeps_next = true;
        let node = self.node(caption, parent);
        let prepared = self.prepare(caption, node, None);
        self.paragraph_strips(prepared, false);
    }

    /// A chart that fills the frame it stands in, unless it asks for less.
    fn framed_chart(&self, block: &ChartBlock, room: FrameRoom) -> Drawing {
        let asked = block.height.map_or(room.height, |height| f64::from(height.pt()).min(room.height));
        let look = block.look_in_frame(self.styles, room.smallest);
        chart::draw(&block.chart, Space::frame(room.width, asked), &look, &FontRuler::new(self.fonts))
    }
}
