//! What a document's references can lead to.

use crate::document::{Anchor, Block, Document, Section};
use std::collections::BTreeSet;

/// Everything in the document that can be referred to.
pub(super) fn anchors(document: &Document) -> BTreeSet<&Anchor> {
    let mut found = BTreeSet::new();
    document.sections.iter().flat_map(Section::stories).for_each(|blocks| collect(blocks, &mut found));
    found
}

fn collect<'d>(blocks: &'d [Block], found: &mut BTreeSet<&'d Anchor>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => found.extend(&paragraph.anchor),
            Block::Table(table) => {
                found.extend(&table.anchor);
                found.extend(table.caption.iter().filter_map(|caption| caption.anchor.as_ref()));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell| &cell.content).filter_map(|text| text.anchor.as_ref()));
            }
            Block::List(list) => {
                for item in &list.items {
                    found.extend(&item.anchor);
                    collect(&item.blocks, found);
                }
            }
            Block::Aside(aside) => found.extend(aside.content.iter().filter_map(|text| text.anchor.as_ref())),
            Block::Columns(columns) => {
                let parts = columns.parts.iter().flat_map(|(_, paragraphs)| paragraphs);
                found.extend(parts.filter_map(|paragraph| paragraph.anchor.as_ref()));
            }
            Block::Chart(chart) => {
                found.extend(&chart.anchor);
                found.extend(chart.caption.iter().filter_map(|caption| caption.anchor.as_ref()));
            }
            Block::Picture(picture) => {
                found.extend(&picture.anchor);
                found.extend(picture.caption.iter().filter_map(|caption| caption.anchor.as_ref()));
            }
            Block::PageBreak => {}
        }
    }
}
