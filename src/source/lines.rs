//! Lines and columns as an editor counts them.

use super::{SourceId, Sources};

/// A line and a column, both from one; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub line: usize,
    pub column: usize,
}

/// The lines of the files of a run.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a> {
    sources: &'a Sources,
}

impl<'a> Lines<'a> {
    pub fn new(sources: &'a Sources) -> Lines<'a> {
        Lines { sources }
    }

    /// The text of a file; empty for a spreadsheet.
    pub fn text(self, source: SourceId) -> &'a str {
        self.sources.get(source).text.as_deref().unwrap_or_default()
    }

    /// Line and column of a byte.
    pub fn position(self, source: SourceId, at: usize) -> Position {
        let text = self.text(source);
        let at = floor(text, at);
        let starts = self.sources.get(source).line_starts();
        let line = starts.partition_point(|&start| start <= at).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        Position { line, column: text[start..at].chars().count() + 1 }
    }

    /// Where a line (from one) begins, and where it ends before what ends it.
    pub fn range(self, source: SourceId, line: usize) -> std::ops::Range<usize> {
        let (text, file) = (self.text(source), self.sources.get(source));
        let start = file.line_start(line);
        let next = file.line_starts().get(line).copied().unwrap_or(text.len());
        start..start + text[start..next].trim_end_matches(['\n', '\r']).len()
    }
}

/// The last boundary between characters at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
