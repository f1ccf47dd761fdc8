//! What only setting a document shows, found without setting its text: characters that no face
//! has, styles that no sheet has, charts and pictures with too little room.

use super::builder::Builder;
use super::fonts::Fonts;
use super::sizes::ScaledSheets;
use super::tree::Tree;
use crate::document::{Block, Document, Paragraph, Section};
use crate::source::Findings;

/// Says of a document that fits what [`typeset`](super::typeset) would say, in a fraction of its
/// time: words are looked up in the faces, and only charts and pictures are set.
pub fn look(document: &Document, fonts: &Fonts, findings: &mut Findings) {
    let fonts = fonts.family(&document.styles.font);
    let sheets = ScaledSheets::new(document);
    let mut builder = Builder::new(document, fonts, findings);
    for section in &document.sections {
        match &section.slide {
            Some(slide) => builder.look_at_slide(slide, &sheets),
            None => builder.look_at(section),
        }
    }
}

impl<'a> Builder<'a> {
    fn look_at(&mut self, section: &'a Section) {
        self.column = f64::from(self.document.styles.page.text_width(section.landscape).pt());
        self.landscape = section.landscape;
        self.look_at_blocks(&section.blocks);
        self.look_at_words(&section.footer);
    }

    pub(super) fn look_at_blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.look_at_paragraph(paragraph),
                Block::List(list) => list.items.iter().for_each(|item| self.look_at_blocks(&item.blocks)),
                Block::Aside(aside) => self.look_at_words(&aside.content),
                Block::Columns(columns) => {
                    columns.parts.iter().for_each(|(_, part)| self.look_at_words(part));
                }
                Block::Table(table) => {
                    self.table_style(table);
                    let further = [table.continuation.as_ref(), table.ending.as_deref()];
                    let above = table.above().chain(further.into_iter().flatten());
                    above.for_each(|paragraph| self.look_at_paragraph(paragraph));
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    cells.for_each(|cell| self.look_at_words(&cell.content));
                }
                Block::Chart(chart) => self.chart(chart, Tree::ROOT),
                Block::Picture(picture) => self.picture(picture, Tree::ROOT),
                Block::PageBreak => {}
            }
        }
    }

    fn look_at_words(&mut self, paragraphs: &'a [Paragraph]) {
        paragraphs.iter().for_each(|paragraph| self.look_at_paragraph(paragraph));
    }

    fn look_at_paragraph(&mut self, paragraph: &'a Paragraph) {
        let style = self.style(&paragraph.style, paragraph.content.first());
        self.look_at_glyphs(style, &paragraph.content);
    }
}
