//! What stays together on a page. Word knows only «keep with next», so what a block asks of
//! the block before it is said there.

use super::flow::{Line, Piece};
use super::section::Geometry;
use crate::document::{Columns, Inline, ParagraphStyle, StyleSheet};

/// A paragraph that is short enough to be kept whole for the sake of a signature below it.
const SHORT: usize = 6;

/// Marks the pieces of a section that stay with their next ones.
pub(super) fn together(pieces: &mut [Piece], styles: &StyleSheet, landscape: bool) {
    for at in 1..pieces.len() {
        let (before, here) = pieces.split_at_mut(at);
        match &here[0] {
            Piece::Line(line)
                if styles.paragraphs.get(line.style).is_some_and(|style| style.keep_previous) =>
            {
                before.iter_mut().last().into_iter().for_each(keep_next);
            }
            Piece::Columns(placed) => lines_before(before, placed.block, styles, landscape),
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

/// Chains so many paragraphs before a signature to it that they have the lines it asks for.
/// Of a paragraph that is divided Word keeps the last two lines, by its widow control, so a
/// short one is kept whole.
fn lines_before(before: &mut [Piece], columns: &Columns, styles: &StyleSheet, landscape: bool) {
    let wanted = usize::from(columns.keep_lines_before);
    let width = Geometry::new(&styles.page, landscape).text_width();
    let mut found = 0;
    for piece in before.iter_mut().rev() {
        if found >= wanted {
            return;
        }
        keep_next(piece);
        let Piece::Line(line) = piece else { return };
        let lines = styles.paragraphs.get(line.style).map_or(1, |style| estimated_lines(line, style, width));
        line.keep_lines |= lines > 2 && lines <= SHORT;
        found += if lines > SHORT { 2 } else { lines };
    }
}

/// How many lines a paragraph has, roughly: a letter is half as wide as it is high. An empty
/// paragraph is space, not a line.
fn estimated_lines(line: &Line, style: &ParagraphStyle, width: f32) -> usize {
    let letters: usize = line.content.iter().map(|inline| inline.plain().chars().count()).sum();
    let breaks = line.content.iter().filter(|inline| matches!(inline, Inline::Break(_))).count();
    let room = (width - style.left_indent.pt() - style.right_indent.pt()).max(1.0);
    let per_line = (room / (style.size.pt().max(1.0) * 0.5)).max(1.0);
    if letters == 0 { 0 } else { (letters as f32 / per_line).ceil() as usize + breaks }
}
