//! Walks through a document in the order of reading.

use crate::document::{Block, Document, Inline, Paragraph, Section, Table};

/// Every paragraph, those of tables and columns included; continuation captions are not, as
/// Word has no place for them.
pub(super) fn paragraphs<'a>(document: &'a Document, found: &mut impl FnMut(&'a Paragraph)) {
    fn inside<'a>(blocks: &'a [Block], found: &mut impl FnMut(&'a Paragraph)) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => found(paragraph),
                Block::List(list) => list.items.iter().for_each(|item| inside(&item.blocks, found)),
                Block::Table(table) => in_table(table).for_each(&mut *found),
                Block::Aside(aside) => aside.content.iter().for_each(&mut *found),
                Block::Columns(columns) => {
                    columns.parts.iter().flat_map(|(_, content)| content).for_each(&mut *found);
                }
                Block::Chart(chart) => chart.caption.iter().for_each(&mut *found),
                Block::Picture(picture) => picture.caption.iter().for_each(&mut *found),
                Block::PageBreak => {}
            }
        }
    }
    document.sections.iter().flat_map(Section::stories).for_each(|blocks| inside(blocks, found));
}

/// Every inline of a paragraph of [`paragraphs`].
pub(super) fn inlines<'a>(document: &'a Document, found: &mut impl FnMut(&'a Inline)) {
    paragraphs(document, &mut |paragraph| paragraph.content.iter().for_each(&mut *found));
}

fn in_table(table: &Table) -> impl Iterator<Item = &Paragraph> {
    let cells = table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.content);
    table.above().chain(cells)
}
