//! Where something stands: bytes of a text file, or a cell of a spreadsheet.

use std::sync::Arc;

/// A file that was read; an index into [`Sources`](super::Sources).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub u32);

/// A range of bytes in the decoded (UTF-8) text of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A range of bytes of `source`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Span {
        Span { source, start: start as u32, end: end as u32 }
    }

    /// The range of bytes, to slice the text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A cell of a spreadsheet: rows and columns count from zero, as the sheet itself has them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellPlace {
    /// The file.
    pub source: SourceId,
    /// The sheet, where the file has several.
    pub sheet: Option<Arc<str>>,
    /// Row, from zero.
    pub row: u32,
    /// Column, from zero.
    pub column: u32,
}

impl CellPlace {
    /// The address as spreadsheets write it: `C7`.
    pub fn address(&self) -> String {
        format!("{}{}", column_letters(self.column), u64::from(self.row) + 1)
    }
}

/// The letters of a column that is counted from zero: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: u32) -> String {
    let mut rest = u64::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Bytes of a text file (YAML, a text table, a layout).
    Text(Span),
    /// A cell of a spreadsheet.
    Cell(CellPlace),
    /// A file as a whole.
    File(SourceId),
}

impl Place {
    /// The file in which it stands.
    pub fn source(&self) -> SourceId {
        match self {
            Place::Text(span) => span.source,
            Place::Cell(cell) => cell.source,
            Place::File(source) => *source,
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Place {
        Place::Text(span)
    }
}

impl From<CellPlace> for Place {
    fn from(cell: CellPlace) -> Place {
        Place::Cell(cell)
    }
}

impl From<SourceId> for Place {
    fn from(source: SourceId) -> Place {
        Place::File(source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_sheet() {
        let letters: Vec<_> = [0, 25, 26, 701, 702, 16_383].map(column_letters).into();
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
