//! What stays together on a page. Word knows only «keep with next», so what a block asks of
//! the block before it is said there.

use super::flow::Piece;
use crate::document::{Columns, StyleSheet};

/// Marks the pieces of a section that stay with their next ones; `kept` gives, one after the other,
/// how many pieces stay with each signature.
pub(super) fn together(pieces: &mut [Piece], styles: &StyleSheet, kept: &mut dyn Iterator<Item = usize>) {
    for at in 0..pieces.len() {
        let (before, here) = pieces.split_at_mut(at);
        match &here[0] {
            Piece::Line(line)
                if styles.paragraphs.get(line.style).is_some_and(|style| style.keep_previous) =>
            {
                before.iter_mut().last().into_iter().for_each(keep_next);
            }
            Piece::Columns(placed) => lines_before(before, placed.block, kept),
            _ => {}
        }
    }
}

fn keep_next(piece: &mut Piece) {
    match piece {
        Piece::Line(line) => line.keep_next = true,
        Piece::Chart(placed) => placed.keep_next = true,
        Piece::Picture(placed) => placed.keep_next = true,
        Piece::Table(placed) => placed.keep_next = true,
        Piece::Columns(placed) => placed.keep_next = true,
    }
}

/// Chains so many pieces before a signature to it that they have the lines it asks for, each of them
/// whole, as in the pages: of a paragraph that is divided Word would keep two lines only.
fn lines_before(before: &mut [Piece], columns: &Columns, kept: &mut dyn Iterator<Item = usize>) {
    if columns.keep_lines_before == 0 {
        return;
    }
    let counted = kept.next().unwrap_or_else(|| paragraphs(before, usize::from(columns.keep_lines_before)));
    for piece in before.iter_mut().rev().take(counted) {
        keep_next(piece);
        if let Piece::Line(line) = piece {
            line.keep_lines = !line.content.is_empty();
        }
    }
}

/// How many pieces before a signature have so many paragraphs with words; empty ones are space.
fn paragraphs(before: &[Piece], wanted: usize) -> usize {
    let empty = |piece: &Piece| matches!(piece, Piece::Line(line) if line.content.is_empty());
    let mut found = 0;
    let short = |piece: &&Piece| {
        let goes_on = found < wanted;
        found += usize::from(!empty(piece));
        goes_on
    };
    before.iter().rev().take_while(short).count()
}
