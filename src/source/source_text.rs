//! Decoded text in which every character remembers its bytes in the file.

use super::{SourceId, Span};
use std::ops::Range;

/// Text decoded from a file (through quotes, escapes, folding and indentation) that maps every
/// range of itself back to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    source: SourceId,
    /// Where the text begins in the file. Kept apart from `more`, because nearly every scalar is
    /// one piece and a list of one would cost an allocation for each.
    first: Piece,
    /// The following pieces, in order.
    more: Vec<Piece>,
}

/// A stretch of the text and the bytes of the file it comes from. One that is as long in the
/// text as in the file maps byte by byte; any other is one character, or a place as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    start: u32,
    file_start: u32,
    file_end: u32,
}

impl SourceText {
    /// Text that stands in the file just as it is. Where it is not as long as `span`, every part
    /// of it maps to the whole of `span`.
    pub fn verbatim(text: impl Into<String>, span: Span) -> SourceText {
        let first = Piece { start: 0, file_start: span.start, file_end: span.end };
        SourceText { text: text.into(), source: span.source, first, more: Vec::new() }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The file from which it comes.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// Whether it has no characters at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The bytes of the file behind a range of bytes of the text. An empty range gives the empty
    /// place before the character that follows it; what lies outside the text is cut off.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = range.start.min(self.text.len());
        let end = range.end.clamp(start, self.text.len());
        if start == end && !self.text.is_empty() {
            return self.gap(start);
        }
        let (first, file_start) = self.at(start);
        let (last, _) = self.at(end.saturating_sub(1));
        let file_end = match self.is_bytewise(last) {
            true => self.piece(last).file_start as usize + end - self.piece(last).start as usize,
            false => self.piece(last).file_end as usize,
        };
        let file_start =
            if self.is_bytewise(first) { file_start } else { self.piece(first).file_start as usize };
        Span::new(self.source, file_start, file_end.max(file_start))
    }

    /// The bytes of the file behind the whole text.
    pub fn whole(&self) -> Span {
        self.span(0..self.text.len())
    }

    /// A part of the text, its places kept. What lies outside the text, or not between two
    /// characters, is cut off.
    pub fn slice(&self, range: Range<usize>) -> SourceText {
        let start = floor_boundary(&self.text, range.start);
        let end = floor_boundary(&self.text, range.end).max(start);
        if start == end {
            return SourceText::verbatim("", self.span(start..start));
        }
        let mut part = SourceTextBuilder::new(self.source);
        let (mut index, _) = self.at(start);
        while index < self.len() && (self.piece(index).start as usize) < end {
            let from = start.max(self.piece(index).start as usize);
            let to = end.min(self.end_of(index));
            let span = self.span(from..to);
            part.push(&self.text[from..to], span.range());
            index += 1;
        }
        part.finish()
    }

    /// The same without white space at either end.
    pub fn trimmed(&self) -> SourceText {
        let start = self.text.len() - self.text.trim_start().len();
        self.slice(start..start + self.text.trim().len())
    }

    /// Its lines, without what ends them; the end of the last line begins no further one.
    pub fn lines(&self) -> Vec<SourceText> {
        let base = self.text.as_ptr() as usize;
        let parts = self.text.lines().map(|line| {
            let start = line.as_ptr() as usize - base;
            start..start + line.len()
        });
        parts.map(|range| self.slice(range)).collect()
    }

    /// The parts between the occurrences of `separator`, at least one, as [`str::split`] has them.
    pub fn split(&self, separator: char) -> Vec<SourceText> {
        let mut start = 0;
        let mut parts = Vec::new();
        for (at, found) in self.text.match_indices(separator) {
            parts.push(self.slice(start..at));
            start = at + found.len();
        }
        parts.push(self.slice(start..self.text.len()));
        parts
    }

    /// The parts before and after the first `separator`, as [`str::split_once`] has them.
    pub fn split_once(&self, separator: char) -> Option<(SourceText, SourceText)> {
        let at = self.text.find(separator)?;
        Some((self.slice(0..at), self.slice(at + separator.len_utf8()..self.text.len())))
    }

    /// The same with every character for which `fold` gives another replaced by it; each keeps
    /// the place of the one it replaces. So a no-break space becomes a space that still knows
    /// the two bytes it came from.
    pub fn fold_chars(&self, fold: impl Fn(char) -> Option<char>) -> SourceText {
        if !self.text.chars().any(|char| fold(char).is_some()) {
            return self.clone();
        }
        let mut folded = SourceTextBuilder::new(self.source);
        for (at, char) in self.text.char_indices() {
            let span = self.span(at..at + char.len_utf8());
            let char = fold(char).unwrap_or(char);
            folded.push(char.encode_utf8(&mut [0; 4]), span.range());
        }
        folded.finish_at(self.whole())
    }

    /// Number of pieces.
    fn len(&self) -> usize {
        1 + self.more.len()
    }

    fn piece(&self, index: usize) -> Piece {
        index.checked_sub(1).and_then(|index| self.more.get(index)).copied().unwrap_or(self.first)
    }

    /// Where the piece ends in the text.
    fn end_of(&self, index: usize) -> usize {
        self.more.get(index).map_or(self.text.len(), |next| next.start as usize)
    }

    fn is_bytewise(&self, index: usize) -> bool {
        let piece = self.piece(index);
        self.end_of(index) - piece.start as usize == (piece.file_end - piece.file_start) as usize
    }

    /// The piece that holds the byte `at`, and the byte of the file that stands for it.
    fn at(&self, at: usize) -> (usize, usize) {
        let index = self.more.partition_point(|piece| piece.start as usize <= at);
        let piece = self.piece(index);
        (index, piece.file_start as usize + at - piece.start as usize)
    }

    /// The empty place before the byte `at`, or after the last one.
    fn gap(&self, at: usize) -> Span {
        let place = match self.text[at..].chars().next() {
            Some(next) => self.span(at..at + next.len_utf8()).start,
            None => self.whole().end,
        };
        Span { source: self.source, start: place, end: place }
    }
}

/// The last boundary between characters at or before `at`.
pub fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Puts a [`SourceText`] together from left to right, for readers of formats of their own.
#[derive(Clone, Debug)]
pub struct SourceTextBuilder {
    text: String,
    source: SourceId,
    pieces: Vec<Piece>,
}

impl SourceTextBuilder {
    /// Nothing yet, from `source`.
    pub fn new(source: SourceId) -> SourceTextBuilder {
        SourceTextBuilder { text: String::new(), source, pieces: Vec::new() }
    }

    /// The text so far.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Appends `text` that comes from the bytes `file`: as long as those if it stands there
    /// itself, else it is one character (an escape, a folded line break) or maps as a whole.
    pub fn push(&mut self, text: &str, file: Range<usize>) {
        if text.is_empty() {
            return;
        }
        let bytewise = text.len() == file.len();
        if let Some(last) = self.pieces.last_mut() {
            let long = (last.file_end - last.file_start) as usize;
            let last_bytewise = self.text.len() - last.start as usize == long;
            if bytewise && last_bytewise && last.file_end as usize == file.start {
                last.file_end = file.end as u32;
                self.text.push_str(text);
                return;
            }
        }
        let start = self.text.len() as u32;
        self.pieces.push(Piece { start, file_start: file.start as u32, file_end: file.end as u32 });
        self.text.push_str(text);
    }

    /// The whole.
    pub fn finish(self) -> SourceText {
        let empty = Span { source: self.source, start: 0, end: 0 };
        self.finish_at(empty)
    }

    /// The whole; where it has no characters, its place is `place`.
    pub fn finish_at(self, place: Span) -> SourceText {
        let mut pieces = self.pieces.into_iter();
        let first = pieces.next().unwrap_or(Piece { start: 0, file_start: place.start, file_end: place.end });
        SourceText { text: self.text, source: self.source, first, more: pieces.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: SourceId = SourceId(3);

    /// `a\tб` as it is written in double quotes from byte 10 on: an escape and a letter of two bytes.
    fn escaped() -> SourceText {
        let mut text = SourceTextBuilder::new(FILE);
        text.push("a", 10..11);
        text.push("\t", 11..13);
        text.push("б", 13..15);
        text.finish()
    }

    #[test]
    fn an_escape_is_one_place_and_letters_keep_theirs() {
        let text = escaped();
        assert_eq!(text.span(0..1), Span::new(FILE, 10, 11));
        assert_eq!(text.span(1..2), Span::new(FILE, 11, 13));
        assert_eq!(text.span(2..4), Span::new(FILE, 13, 15));
        assert_eq!(text.span(1..1), Span::new(FILE, 11, 11));
        assert_eq!(text.span(4..4), Span::new(FILE, 15, 15));
        assert_eq!(text.span(7..9), Span::new(FILE, 15, 15), "outside the text is its end");
    }

    #[test]
    fn pieces_that_touch_become_one() {
        let mut text = SourceTextBuilder::new(FILE);
        text.push("слово", 0..10);
        text.push(" ", 10..11);
        text.push("да", 11..15);
        assert_eq!(text.pieces.len(), 1);
    }

    #[test]
    fn parts_keep_their_places() {
        let text = SourceText::verbatim(" один; два\nтри ", Span::new(FILE, 100, 125));
        let trimmed = text.trimmed();
        assert_eq!((trimmed.as_str(), trimmed.whole()), ("один; два\nтри", Span::new(FILE, 101, 124)));
        let split: Vec<_> = trimmed.split(';').iter().map(|part| part.whole().range()).collect();
        assert_eq!(split, [101..109, 110..124]);
        let lines: Vec<_> = trimmed.lines().iter().map(|line| line.whole().range()).collect();
        assert_eq!(lines, [101..117, 118..124]);
        let (before, after) = trimmed.split_once(';').expect("there is one");
        assert_eq!((before.as_str(), after.as_str()), ("один", " два\nтри"));
        assert_eq!(escaped().slice(1..4).span(0..1), Span::new(FILE, 11, 13));
        assert!(escaped().slice(3..3).is_empty(), "a range inside a character is cut");
    }

    #[test]
    fn a_folded_character_keeps_the_place_of_the_one_it_replaces() {
        let text = SourceText::verbatim("за\u{a0}год", Span::new(FILE, 0, 12));
        let folded = text.fold_chars(|char| (char == '\u{a0}').then_some(' '));
        assert_eq!(folded.as_str(), "за год");
        assert_eq!(folded.span(4..5), Span::new(FILE, 4, 6));
        assert_eq!(folded.span(5..11), Span::new(FILE, 6, 12));
    }

    #[test]
    fn empty_text_has_a_place() {
        let empty = SourceText::verbatim("", Span::new(FILE, 5, 7));
        assert_eq!(empty.whole(), Span::new(FILE, 5, 7));
        assert!(empty.trimmed().is_empty());
        assert_eq!(empty.split(',').len(), 1);
        assert!(empty.lines().is_empty());
    }
}
