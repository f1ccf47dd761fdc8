//! Tables of data.

use super::{Anchor, Paragraph};
use crate::source::Place;

/// Rows and columns of data with a caption.
#[derive(Clone, Debug)]
pub struct Table {
    /// Stands above the table, e.g. `Таблица 1 – Название`.
    pub caption: Option<Paragraph>,
    /// Stands between the caption and the table: the unit of all its figures, `(тыс. руб.)`.
    pub unit: Option<Box<Paragraph>>,
    /// What stands above the table on each further page, e.g. `Продолжение таблицы 1`.
    pub continuation: Option<Paragraph>,
    /// What stands there on its last page instead, e.g. `Окончание таблицы 1`.
    pub ending: Option<Box<Paragraph>>,
    /// Its name, where something refers to it.
    pub anchor: Option<Anchor>,
    /// Where the pack asks for it; `None` for a table of the layout's own.
    pub written: Option<Place>,
    /// Name of its style in the style sheet.
    pub style: String,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// How many of the rows are header rows, repeated on each page.
    pub header_rows: usize,
    /// All rows, header rows first.
    pub rows: Vec<Row>,
    /// The table of the pack that it prints, by name.
    pub of: Option<String>,
}

impl Table {
    /// Whether a row stays with the next one, so that the last row does not stand on a page alone.
    pub fn keeps_last(&self, row: usize) -> bool {
        row > self.header_rows && row + 2 == self.rows.len()
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Width as a share of the table; `None` lets the content decide.
    pub share: Option<f32>,
}

/// A row; its cells from left to right, those covered by a merged cell left out.
#[derive(Clone, Debug)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text.
    pub content: Vec<Paragraph>,
    /// How many columns it covers, at least 1.
    pub columns: u16,
    /// How many rows it covers, at least 1.
    pub rows: u16,
    /// Where its text stands.
    pub align: CellAlign,
    /// Names its row: a header cell in a body row.
    pub row_header: bool,
}

/// Where a cell's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellAlign {
    /// At the left.
    Start,
    /// In the middle.
    Center,
    /// At the right.
    End,
    /// The decimal commas of the column one under the other, the column flush right.
    Decimal,
}

impl Table {
    /// What stands above the table on its first page.
    pub fn above(&self) -> impl Iterator<Item = &Paragraph> {
        self.caption.iter().chain(self.unit.as_deref())
    }
}

impl Row {
    /// How many columns its cells cover.
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| usize::from(cell.columns)).sum()
    }
}
