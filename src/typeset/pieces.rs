//! The pieces into which the content of a frame can be divided.

use super::sentences;
use crate::document::{Block, List, Table};
use std::ops::Range;

/// Into how many pieces blocks can be divided: items of lists, rows of tables, sentences, other
/// blocks.
pub(super) fn units(blocks: &[Block]) -> usize {
    block_units(blocks).sum()
}

fn block_units(blocks: &[Block]) -> impl Iterator<Item = usize> {
    let before = std::iter::once(None).chain(blocks.iter().map(Some));
    blocks.iter().zip(before).map(|(block, before)| match (block, before) {
        (Block::List(list), _) => list.items.len().max(1),
        (Block::Table(table), _) => (table.rows.len() - table.header_rows.min(table.rows.len())).max(1),
        // The author of a quotation stands with its end.
        (Block::Paragraph(own), Some(Block::Paragraph(_))) if sentences::count(own) == 1 => 0,
        (Block::Paragraph(own), _) => sentences::count(own),
        _ => 1,
    })
}

/// Some of the pieces of blocks, counted through all of them.
pub(super) fn pieces(blocks: &[Block], wanted: Range<usize>) -> Vec<Block> {
    let (mut found, mut at) = (Vec::new(), 0);
    for (block, units) in blocks.iter().zip(block_units(blocks)) {
        let own = wanted.start.saturating_sub(at).min(units)..wanted.end.saturating_sub(at).min(units);
        at += units;
        match block {
            // What is no piece of its own stands with the one before it.
            other if units == 0 && wanted.start < at && at <= wanted.end => found.push(other.clone()),
            _ if own.is_empty() => {}
            Block::List(list) => {
                let items = list.items.get(own).unwrap_or_default().to_vec();
                found.push(Block::List(List { items, ..list.clone() }));
            }
            Block::Table(table) => found.push(Block::Table(some_rows(table, own))),
            Block::Paragraph(paragraph) => found.push(Block::Paragraph(sentences::some(paragraph, own))),
            other => found.push(other.clone()),
        }
    }
    found
}

/// A table with its header rows and some of the others. Only the beginning is what is referred to.
fn some_rows(table: &Table, wanted: Range<usize>) -> Table {
    let (head, body) = table.rows.split_at(table.header_rows.min(table.rows.len()));
    let anchor = table.anchor.clone().filter(|_| wanted.start == 0);
    let rows = head.iter().chain(body.get(wanted).unwrap_or_default()).cloned().collect();
    // Not `..table.clone()`: that would copy all the rows.
    Table {
        caption: table.caption.clone(),
        unit: table.unit.clone(),
        of: table.of.clone(),
        written: table.written.clone(),
        continuation: table.continuation.clone(),
        ending: table.ending.clone(),
        anchor,
        style: table.style.clone(),
        columns: table.columns.clone(),
        header_rows: table.header_rows,
        rows,
    }
}
