//! Cells in rows and columns, as they stand in the file.

use super::hidden::Hidden;
use super::messages as say;
use super::range::Range;
use super::{MAX_CELLS, Number, Value, unreadable};
use crate::russian::typography::one_line;
use crate::source::{Finding, Message, Place, column_letters};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// What the sheet shows or what was typed; a formula where its result is not stored.
    pub text: String,
    /// Where it stands: a cell of a spreadsheet, or the bytes of a text.
    pub place: Place,
    /// Its row in the file, from zero.
    pub row: u32,
    /// Its column in the file, from zero.
    pub column: u32,
    /// Row and column of the top left cell, where it is merged into that one.
    pub merged: Option<(u32, u32)>,
    /// Whether it is a number that a spreadsheet stores as text.
    pub stored_as_text: bool,
}

impl Cell {
    /// A cell of its own, read from what was typed.
    pub(super) fn typed(text: String, place: Place, row: u32, column: u32) -> Cell {
        let value = Value::from_text(&text);
        Cell { value, text, place, row, column, merged: None, stored_as_text: false }
    }

    /// The address as spreadsheets write it: `C7`.
    pub fn address(&self) -> String {
        format!("{}{}", column_letters(self.column), u64::from(self.row) + 1)
    }

    /// The figure in it; an error where there is none, which says what is there instead.
    pub fn number(&self) -> Result<Number, Finding> {
        let message = match &self.value {
            Value::Number(number) => return Ok(*number),
            Value::Empty => &say::CELL_EMPTY,
            Value::Dash => &say::CELL_DASH,
            Value::NotAvailable => &say::CELL_NOT_AVAILABLE,
            Value::Date(_) => &say::CELL_DATE,
            Value::Boolean(_) => &say::CELL_BOOLEAN,
            Value::Text => &say::CELL_TEXT,
            Value::Ambiguous | Value::Uncalculated | Value::Failed => {
                return Err(unreadable::finding(self, &[]));
            }
        };
        Err(self.finding(message))
    }

    /// The day in it; an error where there is none.
    pub fn date(&self) -> Result<NaiveDate, Finding> {
        match &self.value {
            Value::Date(date) => Ok(*date),
            Value::Uncalculated | Value::Failed => Err(unreadable::finding(self, &[])),
            _ => Err(self.finding(&say::CELL_NO_DATE)),
        }
    }

    /// Its text as it is shown; an error where a formula has no result to show.
    pub fn shown(&self) -> Result<&str, Finding> {
        match &self.value {
            Value::Uncalculated | Value::Failed => Err(unreadable::finding(self, &[])),
            _ => Ok(&self.text),
        }
    }

    /// Whether somebody typed it, and it is no number that a spreadsheet shows.
    pub(super) fn is_typed(&self) -> bool {
        self.stored_as_text || matches!(self.place, Place::Text(_))
    }

    pub(super) fn finding(&self, message: &'static Message) -> Finding {
        let text = one_line(&self.text);
        Finding::new(message).arg("cell", self.address()).arg("text", text).at(self.place.clone())
    }
}

/// Cells in rows and columns: a rectangle of the sheet, empty cells filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    cells: Vec<Cell>,
    columns: usize,
    /// The rows of the file that it has, in their order.
    rows_at: Vec<u32>,
    /// The columns of the file that it has, in their order.
    columns_at: Vec<u32>,
    /// Merged rectangles by their first cell.
    merges: BTreeMap<(u32, u32), Range>,
    /// Whether the file itself merges cells.
    has_merges: bool,
}

impl Grid {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.cells.len().checked_div(self.columns).unwrap_or(0)
    }

    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A cell by row and column of the grid, counted from zero.
    pub fn get(&self, row: usize, column: usize) -> Option<&Cell> {
        let inside = column < self.columns;
        inside.then(|| self.cells.get(row.checked_mul(self.columns)?.checked_add(column)?)).flatten()
    }

    /// A cell by row and column of the file.
    pub(super) fn at_address(&self, row: u32, column: u32) -> Option<(usize, usize)> {
        Some((index(&self.rows_at, row)?, index(&self.columns_at, column)?))
    }

    fn slot(&mut self, row: u32, column: u32) -> Option<&mut Cell> {
        let (row, column) = self.at_address(row, column)?;
        self.cells.get_mut(row * self.columns + column)
    }

    /// Tells each merged cell into which one it is merged.
    fn mark_merged(&mut self) {
        for (origin, merge) in std::mem::take(&mut self.merges) {
            for row in merge.top..=merge.bottom {
                for column in merge.left..=merge.right {
                    if let Some(cell) = self.slot(row, column)
                        && (row, column) != origin
                    {
                        cell.merged = Some(origin);
                    }
                }
            }
            self.merges.insert(origin, merge);
        }
    }

    /// The rectangle in which a cell is merged.
    pub(super) fn merge_of(&self, cell: &Cell) -> Option<&Range> {
        self.merges.get(&cell.merged.unwrap_or((cell.row, cell.column)))
    }

    /// Whether the sheet has merged cells of its own; a text table never has.
    pub(super) fn has_merges(&self) -> bool {
        self.has_merges
    }

    /// Merges cells that the file does not merge: rows and columns of the grid, none of them empty.
    pub(super) fn merge(&mut self, merges: Vec<(ops::Range<usize>, ops::Range<usize>)>) {
        for (rows, columns) in merges {
            let at = |row: usize, column: usize| self.get(row, column).map(|cell| (cell.row, cell.column));
            let first = at(rows.start, columns.start);
            let last = at(rows.end.saturating_sub(1), columns.end.saturating_sub(1));
            let (Some((top, left)), Some((bottom, right))) = (first, last) else { continue };
            self.merges.insert((top, left), Range { top, left, bottom, right });
        }
        self.mark_merged();
    }

    /// The cells of a column, those of some rows of the grid.
    pub(super) fn column_mut(&mut self, column: usize, from: usize) -> impl Iterator<Item = &mut Cell> {
        let columns = self.columns.max(1);
        self.cells.iter_mut().skip(from * columns + column).step_by(columns)
    }

    /// The cell, or the one into which it is merged.
    pub fn origin(&self, row: usize, column: usize) -> Option<&Cell> {
        let cell = self.get(row, column)?;
        let origin = cell.merged.and_then(|(row, column)| self.at_address(row, column));
        origin.map_or(Some(cell), |(row, column)| self.get(row, column))
    }

    /// All cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter()
    }

    /// Its corners as spreadsheets write them: `A1:D20`.
    pub(super) fn address(&self) -> String {
        self.address_of(0..self.rows())
    }

    /// The corners of some of its rows: `A1:D20`.
    pub(super) fn address_of(&self, rows: std::ops::Range<usize>) -> String {
        let last = self.get(rows.end.saturating_sub(1), self.columns.saturating_sub(1));
        match (self.get(rows.start, 0), last) {
            (Some(first), Some(last)) => format!("{}:{}", first.address(), last.address()),
            _ => String::new(),
        }
    }
}

/// Where a row or column of the file stands among those that a grid has.
fn index(numbers: &[u32], number: u32) -> Option<usize> {
    let at = number.checked_sub(*numbers.first()?)? as usize;
    // Without hidden ones they follow each other.
    match numbers.get(at) {
        Some(found) if *found == number => Some(at),
        _ => numbers.binary_search(&number).ok(),
    }
}

/// Cells on the way from a reader to a grid.
#[derive(Debug, Default)]
pub(super) struct Loose {
    /// The cells in any order, empty ones left out as far as the reader likes.
    pub cells: Vec<Cell>,
    /// Merged rectangles.
    pub merges: Vec<Range>,
    /// What the sheet hides.
    pub hidden: Hidden,
}

/// Why cells make no grid.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NoGrid {
    /// None of them is filled.
    Empty,
    /// The rectangle around them is too large; its last corner.
    TooLarge(String),
}

impl Loose {
    /// The smallest rectangle around the filled cells, within `window` if there is one.
    /// `place` says where a cell stands that the reader left out. What is hidden is left out unless
    /// it was taken from `hidden`.
    pub fn into_grid(
        mut self,
        window: Option<Range>,
        place: impl Fn(u32, u32) -> Place,
    ) -> Result<Grid, NoGrid> {
        let inside = |cell: &Cell| window.is_none_or(|window| window.contains(cell.row, cell.column));
        let hidden = std::mem::take(&mut self.hidden);
        let shown = |cell: &Cell| !hidden.has_row(cell.row) && !hidden.has_column(cell.column);
        self.cells.retain(|cell| cell.value != Value::Empty && inside(cell) && shown(cell));
        let area = self.area(window).ok_or(NoGrid::Empty)?;
        let columns = (area.right - area.left) as usize + 1;
        let rows = (area.bottom - area.top) as usize + 1;
        let size = rows.checked_mul(columns).filter(|&size| size <= MAX_CELLS);
        let size = size.ok_or_else(|| NoGrid::TooLarge(address(area.bottom, area.right)))?;
        let rows_at: Vec<u32> = (area.top..=area.bottom).filter(|row| !hidden.has_row(*row)).collect();
        let columns_at: Vec<u32> =
            (area.left..=area.right).filter(|column| !hidden.has_column(*column)).collect();
        let mut cells = Vec::with_capacity(size);
        for &row in &rows_at {
            for &column in &columns_at {
                cells.push(Cell::typed(String::new(), place(row, column), row, column));
            }
        }
        let merges = clip(self.merges, area);
        let has_merges = !merges.is_empty();
        let columns = columns_at.len();
        let mut grid = Grid { cells, columns, rows_at, columns_at, merges, has_merges };
        for cell in self.cells {
            if let Some(slot) = grid.slot(cell.row, cell.column) {
                *slot = cell;
            }
        }
        grid.mark_merged();
        Ok(grid)
    }

    fn area(&self, window: Option<Range>) -> Option<Range> {
        let mut rows = self.cells.iter().map(|cell| cell.row);
        let first = rows.next()?;
        let (top, bottom) = rows.fold((first, first), |(low, high), row| (low.min(row), high.max(row)));
        let mut columns = self.cells.iter().map(|cell| cell.column);
        let first = columns.next()?;
        let (left, right) = columns.fold((first, first), |(low, high), next| (low.min(next), high.max(next)));
        let (top, left) = window.map_or((top, left), |window| (window.top, window.left));
        Some(Range { top, left, bottom, right })
    }
}

/// Merges cut to the area; those of one cell and those that begin outside it are dropped, and
/// all of them together cover no more cells than a table may have, so that the work is bounded.
fn clip(merges: Vec<Range>, area: Range) -> BTreeMap<(u32, u32), Range> {
    let mut kept = BTreeMap::new();
    let mut budget = MAX_CELLS;
    for merge in merges {
        let bottom = merge.bottom.min(area.bottom);
        let right = merge.right.min(area.right);
        let clipped = Range { bottom, right, ..merge };
        if !area.contains(merge.top, merge.left) || bottom < merge.top || right < merge.left {
            continue;
        }
        let size = (bottom - merge.top + 1) as usize * (right - merge.left + 1) as usize;
        if size > 1 && size <= budget {
            budget -= size;
            kept.insert((merge.top, merge.left), clipped);
        }
    }
    kept
}

pub(super) fn address(row: u32, column: u32) -> String {
    format!("{}{}", column_letters(column), u64::from(row) + 1)
}
