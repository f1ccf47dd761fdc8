//! Text tables: bytes to text, text to cells.
//!
//! Cells are scanned here and not by the `csv` crate, because every cell must know its exact
//! bytes, blank lines must count as rows (as they do when Excel opens the file), and a
//! quotation mark that is never closed must be an error. The tests compare with that crate.

use super::grid::{Cell, Loose};
use super::messages as say;
use super::{MAX_CELLS, grid};
use crate::source::{self, Encoding, Finding, NotText, Place, SourceId, Span};
use std::borrow::Cow;

/// Separators in the order in which they are believed when two fit equally well: a tab is
/// never part of a figure, a comma is in most.
const SEPARATORS: [u8; 3] = *b"\t;,";
/// How many rows are looked at to find the separator.
const SAMPLE_ROWS: usize = 200;

/// Decodes a text table. Errors: `table-not-text`, `table-broken-utf8`; they have no place yet.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), Finding> {
    let (text, encoding) = source::decode(bytes).map_err(no_text)?;
    let odd = |character: char| character.is_control() && !matches!(character, '\t' | '\r' | '\n');
    // DOS programs end a text with Ctrl-Z.
    if text.trim_end_matches('\u{1a}').contains(odd) {
        return Err(Finding::new(&say::NOT_TEXT));
    }
    Ok((text, encoding))
}

fn no_text(why: NotText) -> Finding {
    let encoding = match why.nearly {
        Some(Encoding::Utf8) => "UTF-8",
        Some(Encoding::Utf16) => "UTF-16",
        _ => return Finding::new(&say::NOT_TEXT),
    };
    Finding::new(&say::BROKEN_UTF8).arg("line", why.line.to_string()).arg("encoding", encoding)
}

/// The cells of a decoded text.
pub(super) fn cells(text: &str, source: SourceId) -> Result<(Loose, Vec<usize>), Finding> {
    let (start, separator) = match declared(text) {
        Some((start, separator)) => (start, separator),
        None => (0, separator(text)),
    };
    let mut loose = Loose::default();
    let mut row_ends = Vec::new();
    // A first line that declares the separator is a row of the file, but has no cells.
    let first_row = u32::from(start > 0);
    row_ends.extend((start > 0).then_some(start));
    for field in Fields::new(text, start, separator) {
        let row = first_row.saturating_add(field.row);
        let span = Span::new(source, field.start, field.end);
        if field.quote == Quote::Open {
            let cell = grid::address(row, field.column);
            return Err(Finding::new(&say::QUOTE_NOT_CLOSED).arg("cell", cell).at(span));
        }
        match row_ends.get_mut(row as usize) {
            Some(end) => *end = field.end,
            None => row_ends.push(field.end),
        }
        let content = field.content(text);
        if content.trim().is_empty() {
            continue;
        }
        if loose.cells.len() >= MAX_CELLS {
            let finding = Finding::new(&say::TOO_MANY_CELLS).arg("limit", MAX_CELLS.to_string());
            return Err(finding.arg("last", grid::address(row, field.column)).at(span));
        }
        loose.cells.push(Cell::typed(content.into_owned(), span.into(), row, field.column));
    }
    Ok((loose, row_ends))
}

/// Where a cell stands that the text does not write: at the end of its row.
pub(super) fn missing(row_ends: &[usize], source: SourceId, row: u32) -> Place {
    let end = row_ends.get(row as usize).or(row_ends.last()).copied().unwrap_or(0);
    Span::new(source, end, end).into()
}

/// The separator that Excel's `sep=;` in the first line declares, and the next line's start.
fn declared(text: &str) -> Option<(usize, u8)> {
    let line = text.lines().next()?;
    let separator = *line.strip_prefix("sep=")?.as_bytes().first()?;
    let length = text.find('\n').map_or(text.len(), |end| end + 1);
    (line.len() == 5 && separator.is_ascii() && separator != b'"').then_some((length, separator))
}

/// The separator under which most rows have the same number of cells, at least two.
fn separator(text: &str) -> u8 {
    let mut best = (0, b';');
    for separator in SEPARATORS {
        let score = agreement(text, separator);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

/// How many of the first rows agree on the number of their cells.
fn agreement(text: &str, separator: u8) -> usize {
    let mut widths: Vec<u32> = Vec::new();
    for field in Fields::new(text, 0, separator) {
        if field.row as usize >= SAMPLE_ROWS {
            break;
        }
        match widths.get_mut(field.row as usize) {
            Some(width) => *width = field.column + 1,
            None => widths.push(1),
        }
    }
    let wide = widths.iter().copied().filter(|&width| width > 1);
    wide.clone().map(|width| wide.clone().filter(|&other| other == width).count()).max().unwrap_or(0)
}

/// A cell of the text: its bytes with quotation marks.
struct Field {
    start: usize,
    end: usize,
    row: u32,
    column: u32,
    quote: Quote,
}

/// Whether a cell begins with a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quote {
    /// It does not.
    None,
    /// It does, and the mark that closes it ends here.
    Closed(usize),
    /// It does, and nothing closes it.
    Open,
}

impl Field {
    fn content<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let Quote::Closed(closed) = self.quote else {
            return Cow::Borrowed(text.get(self.start..self.end).unwrap_or_default());
        };
        let inside = text.get(self.start + 1..closed - 1).unwrap_or_default();
        // What follows the closing mark belongs to the cell as it stands, as in Excel: `"a"b` is
        // `ab`, and `"a" "b"` is `a "b"`.
        let after = text.get(closed..self.end).unwrap_or_default();
        match inside.contains('"') || !after.is_empty() {
            true => Cow::Owned(format!("{}{after}", inside.replace("\"\"", "\""))),
            false => Cow::Borrowed(inside),
        }
    }
}

/// Parts a text into cells.
struct Fields<'a> {
    bytes: &'a [u8],
    at: usize,
    separator: u8,
    row: u32,
    column: u32,
    done: bool,
}

impl<'a> Fields<'a> {
    fn new(text: &'a str, at: usize, separator: u8) -> Fields<'a> {
        let bytes = text.trim_end_matches('\u{1a}').as_bytes();
        Fields { bytes, at, separator, row: 0, column: 0, done: at >= bytes.len() }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// One past the closing quotation mark of a cell that begins at `start`.
    fn close(&self, start: usize) -> Option<usize> {
        let mut at = start + 1;
        loop {
            let rest = self.bytes.get(at..)?;
            at += rest.iter().position(|&byte| byte == b'"')? + 1;
            if self.byte(at) != Some(b'"') {
                return Some(at);
            }
            at += 1;
        }
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.separator || byte == b'\n' || byte == b'\r'
    }

    /// Goes past the separator or the line's end after a cell.
    fn step(&mut self, end: usize) {
        self.at = end + 1;
        match self.byte(end) {
            Some(byte) if byte == self.separator => self.column = self.column.saturating_add(1),
            Some(byte) => {
                if byte == b'\r' && self.byte(self.at) == Some(b'\n') {
                    self.at += 1;
                }
                self.row = self.row.saturating_add(1);
                self.column = 0;
                // The end of the last line begins no further row.
                self.done = self.at >= self.bytes.len();
            }
            None => self.done = true,
        }
    }
}

impl Iterator for Fields<'_> {
    type Item = Field;

    fn next(&mut self) -> Option<Field> {
        if self.done {
            return None;
        }
        let (start, row, column) = (self.at, self.row, self.column);
        let quote = match self.byte(start) {
            Some(b'"') => self.close(start).map_or(Quote::Open, Quote::Closed),
            _ => Quote::None,
        };
        let after = match quote {
            Quote::None => start,
            Quote::Closed(closed) => closed,
            Quote::Open => self.bytes.len(),
        };
        let rest = self.bytes.get(after..).unwrap_or_default();
        let length = rest.iter().position(|&byte| self.ends_cell(byte)).unwrap_or(rest.len());
        let end = after + length;
        self.step(end);
        Some(Field { start, end, row, column, quote })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{IBM866, WINDOWS_1251};
    use proptest::prelude::*;

    const SOURCE: SourceId = SourceId(0);

    fn read(text: &str) -> Vec<(String, String)> {
        let cells = cells(text, SOURCE).map(|(loose, _)| loose.cells).unwrap_or_default();
        cells.into_iter().map(|cell| (cell.address(), cell.text)).collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(address, text)| ((*address).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn the_separator_is_found_among_decimal_commas() {
        for text in [
            "имя;план\nШколы;1,5\nСады;2,5",
            "имя,план\nШколы,\"1,5\"\nСады,\"2,5\"",
            "имя\tплан\nШколы\t1,5\nСады\t2,5",
        ] {
            let expected = pairs(&[
                ("A1", "имя"),
                ("B1", "план"),
                ("A2", "Школы"),
                ("B2", "1,5"),
                ("A3", "Сады"),
                ("B3", "2,5"),
            ]);
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(separator("а;1,5;2,5\nб;3,5;4,5"), b';');
        assert_eq!(separator("Школы, город;1,5\nСады, село;2,5"), b';');
        assert_eq!(separator("a,1.5\nb;c,2.5\nd,3"), b',');
        assert_eq!(separator("Бюджет на 2017 год\n\nимя;план\nШколы;5"), b';');
        assert_eq!(read("sep=,\na;b,c"), pairs(&[("A2", "a;b"), ("B2", "c")]));
    }

    #[test]
    fn blank_lines_are_rows_and_quoted_line_breaks_are_not() {
        let text = "a;b\r\n\r\n\"c\r\nd\";\"e\"\"f\"\r\n";
        assert_eq!(read(text), pairs(&[("A1", "a"), ("B1", "b"), ("A3", "c\r\nd"), ("B3", "e\"f")]));
    }

    #[test]
    fn hand_written_quotation_marks_are_read_as_excel_reads_them() {
        let cells = [
            ("\"Школа\" № 7 \"Звезда\"", "Школа № 7 \"Звезда\""),
            ("Школа \"Звезда\"", "Школа \"Звезда\""),
            ("\"Школа \"\"Звезда\"\"\"", "Школа \"Звезда\""),
            ("\"Школа\" № 7", "Школа № 7"),
            ("\"\"\"Звезда\"\"\"", "\"Звезда\""),
            ("\"Звезда\" \"\"", "Звезда \"\""),
            ("\"\"Звезда", "Звезда"),
        ];
        for (written, shown) in cells {
            let text = format!("имя;план\n{written};6");
            let expected = pairs(&[("A1", "имя"), ("B1", "план"), ("A2", shown), ("B2", "6")]);
            assert_eq!(read(&text), expected, "{written}");
        }
    }

    #[test]
    fn a_cell_knows_its_bytes() {
        let text = "имя;\"пл\"\"ан\"\n;5";
        let (loose, _) = cells(text, SOURCE).unwrap_or_default();
        let raw: Vec<&str> = loose
            .cells
            .iter()
            .map(|cell| match &cell.place {
                Place::Text(span) => &text[span.range()],
                _ => "",
            })
            .collect();
        assert_eq!(raw, ["имя", "\"пл\"\"ан\"", "5"]);
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "имя;план\nОбщее образование;5";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let bytes = [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [b"\xff\xfe".as_slice(), &utf16].concat(),
            [b"\xfe\xff".as_slice(), &utf16_big].concat(),
            WINDOWS_1251.encode(text).0.into_owned(),
            IBM866.encode(text).0.into_owned(),
        ];
        for bytes in bytes {
            assert_eq!(decode(&bytes).map(|(text, _)| text), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let code = |bytes: &[u8]| decode(bytes).err().map(|finding| finding.message.code);
        assert_eq!(code(b"PK\x03\x04\x00\x00\xff"), Some("table-not-text"));
        assert_eq!(code("и\0м\0".as_bytes()), Some("table-not-text"));
        let mut broken = "Общее образование\nещё строка".as_bytes().to_vec();
        broken.pop();
        assert_eq!(code(&broken), Some("table-broken-utf8"));
        assert_eq!(code(b"\xff\xfe\x3f\x04\x0a"), Some("table-broken-utf8"), "half a letter of UTF-16");
        assert_eq!(code(b"\xd0\xd5\xce\xcb\xd4\xd9\xf0\xf5;5"), Some("table-not-text"), "KOI8-R");
        assert_eq!(code(b"name;plan\x1a"), None);
    }

    #[test]
    fn an_open_quotation_mark_is_an_error() {
        let finding = cells("a;b\nc;\"d\n1;2\n", SOURCE).err();
        assert_eq!(finding.map(|finding| finding.message.code), Some("table-quote-not-closed"));
    }

    fn any_rows() -> impl Strategy<Value = Vec<Vec<String>>> {
        let cell =
            prop_oneof!["[а-яёҔҥ0-9 ,;.\"\t\n]{0,8}", "[0-9]{1,3} ?[0-9]{3},[0-9]{2}", Just(String::new())];
        (2usize..5).prop_flat_map(move |width| {
            proptest::collection::vec(proptest::collection::vec(cell.clone(), width), 1..8)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_another_program_wrote_is_read_back(rows in any_rows(), separator in 0usize..3, crlf: bool) {
            let separator = SEPARATORS[separator];
            let mut writer = csv::WriterBuilder::new()
                .delimiter(separator)
                .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
                .quote_style(csv::QuoteStyle::Necessary)
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).map_err(|error| TestCaseError::fail(error.to_string()))?;
            }
            let bytes = writer.into_inner().map_err(|error| TestCaseError::fail(error.to_string()))?;
            let text = String::from_utf8(bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
            let mut read: Vec<Vec<String>> = Vec::new();
            for field in Fields::new(&text, 0, separator) {
                prop_assert!(field.quote != Quote::Open);
                if field.column == 0 {
                    read.push(Vec::new());
                }
                if let Some(row) = read.last_mut() {
                    row.push(field.content(&text).into_owned());
                }
            }
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn any_text_is_parted_without_loss(text in "[a;,\"\t\r\n ё]{0,40}") {
            let mut at = 0;
            for field in Fields::new(&text, 0, b';') {
                prop_assert!(field.start >= at && field.end >= field.start);
                let between = text[at..field.start].chars().all(|character| ";\r\n".contains(character));
                prop_assert!(between);
                let _ = field.content(&text);
                at = field.end;
            }
            prop_assert!(text[at..].chars().all(|character| ";\r\n".contains(character)));
        }

        #[test]
        fn any_bytes_decode_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            if let Ok((text, _)) = decode(&bytes) {
                let _ = cells(&text, SOURCE);
            }
        }
    }
}
