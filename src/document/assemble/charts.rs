//! Charts.

use super::Assembler;
use super::attributes::{anchor, only_handle};
use crate::document::markup::Tag;
use crate::document::{AnchorKind, ChartBlock, Inline, Origin, Paragraph, data_chart, numbering};
use crate::layout::Target;
use crate::layout::messages as say;
use crate::source::{Finding, Place};

impl Assembler<'_, '_> {
    /// A chart with the caption that the layout writes.
    pub(super) fn chart(&mut self, tag: Tag<'_>) -> Option<ChartBlock> {
        let handle = tag.attribute("of").and_then(only_handle);
        let Some(Target::Chart(wanted)) = handle.and_then(|handle| self.parts.handles.get(handle)) else {
            let place = self.lines.place(tag.node);
            self.findings.push(Finding::new(&say::NOT_PRINTABLE).at(place));
            return None;
        };
        let style = self.style(tag, "style", "figure");
        let caption = self.figure_caption(tag);
        let anchor = anchor(tag, AnchorKind::Figure);
        let made = data_chart::chart(wanted, self.parts.figures, self.figures.len(), self.findings);
        let Some(made) = made else {
            self.unshown.extend(anchor);
            return None;
        };
        self.figures.extend(made.figures);
        let mut chart = made.chart;
        chart.title = match &caption {
            Some(caption) => title(caption),
            None => self.plain(tag, "title"),
        };
        let height = wanted.height.map(|height| height.0);
        let of = wanted.table.as_ref().map(|name| name.value.clone());
        let origin = Origin::from(Place::from(wanted.span));
        Some(ChartBlock { chart, caption, anchor, style, of, origin, height, texts: made.texts })
    }

    /// The caption below a chart or a picture.
    pub(super) fn figure_caption(&mut self, tag: Tag<'_>) -> Option<Paragraph> {
        let captions = tag.children(&self.lines, self.findings);
        let caption = captions.into_iter().next()?;
        let caption = self.caption(caption, "figure-caption")?;
        Some(Paragraph { keep_next: false, ..caption })
    }
}

/// What a caption says behind its number.
fn title(caption: &Paragraph) -> String {
    let own = caption.content.iter().position(numbering::is_own_number);
    let behind = caption.content.iter().skip(own.map_or(0, |at| at + 1));
    let words: String = behind.map(Inline::plain).collect();
    words
        .trim_start_matches([' ', '\u{a0}', '–', '—', '.', ':', '-'])
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
