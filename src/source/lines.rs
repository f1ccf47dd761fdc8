//! Lines and columns as an editor counts them.

use super::{SourceId, Sources};
use std::collections::BTreeMap;

/// A line and a column, both from one; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub line: usize,
    pub column: usize,
}

/// Where the lines of the files begin, found once for each file that is asked for.
pub(super) struct Lines<'a> {
    sources: &'a Sources,
    starts: BTreeMap<SourceId, Vec<usize>>,
}

impl<'a> Lines<'a> {
    pub fn new(sources: &'a Sources) -> Lines<'a> {
        Lines { sources, starts: BTreeMap::new() }
    }

    /// The text of a file; empty for a spreadsheet.
    pub fn text(&self, source: SourceId) -> &'a str {
        self.sources.get(source).text.as_deref().unwrap_or_default()
    }

    /// Line and column of a byte.
    pub fn position(&mut self, source: SourceId, at: usize) -> Position {
        let text = self.text(source);
        let at = floor(text, at);
        let starts = self.starts(source);
        let line = starts.partition_point(|&start| start <= at).max(1);
        let start = starts.get(line - 1).copied().unwrap_or_default();
        Position { line, column: text[start..at].chars().count() + 1 }
    }

    /// Where a line (from one) begins, and where it ends before what ends it.
    pub fn range(&mut self, source: SourceId, line: usize) -> std::ops::Range<usize> {
        let text = self.text(source);
        let starts = self.starts(source);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let next = starts.get(line).copied().unwrap_or(text.len());
        start..start + text[start..next].trim_end_matches(['\n', '\r']).len()
    }

    fn starts(&mut self, source: SourceId) -> &[usize] {
        let text = self.text(source);
        self.starts.entry(source).or_insert_with(|| {
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        })
    }
}

/// The last boundary between characters at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
