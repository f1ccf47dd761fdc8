//! What the tests of this room share.

use crate::document::{Cell, CellAlign, Column, Inline, Paragraph, Role, Row, Table, Text};
use crate::source::{Place, SourceId};

pub(super) fn text(words: &str) -> Inline {
    let origin = Place::File(SourceId(0)).into();
    Inline::Text(Text { text: words.to_owned(), bold: false, italic: false, origin })
}

pub(super) fn paragraph(style: &str, words: &str) -> Paragraph {
    let content = vec![text(words)];
    Paragraph { style: style.to_owned(), role: Role::Body, content, keep_next: false, anchor: None }
}

pub(super) fn cell(words: &str, columns: u16, rows: u16) -> Cell {
    let content = vec![paragraph("cell", words)];
    Cell { content, columns, rows, align: CellAlign::Start, row_header: false }
}

pub(super) fn table(columns: usize, header_rows: usize, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        caption: None,
        unit: None,
        continuation: None,
        ending: None,
        anchor: None,
        written: None,
        style: "table".to_owned(),
        columns: vec![Column { share: None }; columns],
        header_rows,
        rows: rows.into_iter().map(|cells| Row { cells }).collect(),
        of: None,
    }
}
