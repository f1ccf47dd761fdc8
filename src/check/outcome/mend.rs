//! Corrections that may be written into a file.

use crate::check::{Field, View};
use crate::source::{Finding, Span};
use std::ops::Range;

impl Field<'_> {
    /// The place of some bytes of the field's text.
    pub(in crate::check) fn at(&self, range: Range<usize>) -> Span {
        self.source.span(range)
    }

    /// `finding` with a correction of some bytes of the text, if they stand in the file just as
    /// they are shown: not escaped, not folded.
    pub(in crate::check) fn mend(
        &self,
        view: &View<'_>,
        finding: Finding,
        range: Range<usize>,
        text: &str,
    ) -> Finding {
        let span = self.source.span(range.clone());
        let file = view.sources.get(span.source).text.as_deref().unwrap_or_default();
        match file.get(span.range()) == Some(self.slice(range)) {
            true => finding.fix(span, text),
            false => finding,
        }
    }

    /// The words of the field as they are written, with the byte at which each stretch begins.
    pub(in crate::check) fn written_stretches(&self) -> impl Iterator<Item = (usize, &str)> {
        self.stretches().into_iter().map(|range| (range.start, self.slice(range)))
    }
}
