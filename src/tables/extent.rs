//! Where the data of a table end: below them stand footnotes, signatures or another table.

use super::Value;
use super::grid::{Cell, Grid};
use crate::russian::typography::fold;
use rust_decimal::Decimal;
use std::ops::Range;

/// Years head columns and are no figures there.
const YEARS: Range<i64> = 1900..2100;
/// How the words below a table begin that are no row of it.
const NOTES: [&str; 12] =
    ["*", "¹", "²", "³", "⁴", "⁵", "примечани", "источник", "исп.", "исполнитель", "составил", "note:"];

/// The end of a table's data.
pub(super) struct End {
    /// The first row that is none of its data.
    pub row: usize,
    /// The first row of another table, where one stands below.
    pub other: Option<usize>,
}

/// The end of the data, where something that is none of them stands below.
pub(super) fn end(grid: &Grid, first_row: usize) -> Option<End> {
    (first_row + 1..grid.rows()).find_map(|row| {
        if !is_blank(grid, row) {
            return (is_note(grid, row) && no_data(grid, row)).then_some(End { row, other: None });
        }
        let other = other_table(grid, first_row, row);
        (other.is_some() || no_data(grid, row)).then_some(End { row, other })
    })
}

/// The filled cells of a row that are not merged into others.
pub(super) fn filled(grid: &Grid, row: usize) -> impl Iterator<Item = &Cell> {
    let cells = (0..grid.columns()).filter_map(move |column| grid.get(row, column));
    cells.filter(|cell| cell.merged.is_none() && cell.value != Value::Empty)
}

/// The cell of a row in which only one is filled.
pub(super) fn only_cell(grid: &Grid, row: usize) -> Option<&Cell> {
    let mut cells = filled(grid, row);
    let first = cells.next()?;
    cells.next().is_none().then_some(first)
}

/// Whether a row counts the columns, as economists write it below a header: «1 | 2 | 3», also
/// «А | Б | 1 | 2» and «4 = 2 + 3». The first of rows that are numbered themselves is none.
pub(super) fn counts_columns(grid: &Grid, row: usize) -> bool {
    let cells: Vec<&Cell> = (0..grid.columns()).filter_map(|column| grid.get(row, column)).collect();
    let letters = cells.iter().take_while(|cell| is_letter(cell)).count();
    let counted = cells.iter().skip(letters).zip(1..).all(|(cell, number)| counts(cell, number));
    let next = grid.get(row + 1, 0).map_or("", |cell| cell.text.trim());
    counted && cells.len() > 1 && letters < cells.len() && (letters > 0 || next != "2")
}

fn is_letter(cell: &Cell) -> bool {
    let mut signs = cell.text.trim().chars();
    signs.next().is_some_and(char::is_alphabetic) && signs.next().is_none()
}

fn counts(cell: &Cell, number: i64) -> bool {
    match &cell.value {
        Value::Number(own) => own.value == Decimal::from(number) && !own.percent,
        _ => cell.text.split_once('=').is_some_and(|(own, _)| own.trim().parse() == Ok(number)),
    }
}

fn is_blank(grid: &Grid, row: usize) -> bool {
    filled(grid, row).next().is_none()
}

/// Whether no row from this one on has a name and a figure.
fn no_data(grid: &Grid, row: usize) -> bool {
    (row..grid.rows()).all(|row| !is_data(grid, row))
}

fn is_data(grid: &Grid, row: usize) -> bool {
    filled(grid, row).nth(1).is_some() && filled(grid, row).any(|cell| is_figure(&cell.value))
}

fn is_figure(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Ambiguous | Value::Uncalculated | Value::Failed)
}

/// Whether a row holds a footnote, or a line on which somebody signs.
fn is_note(grid: &Grid, row: usize) -> bool {
    let words = || only_cell(grid, row).map(|cell| fold(&cell.text));
    filled(grid, row).any(|cell| cell.text.contains("___"))
        || words().is_some_and(|words| NOTES.iter().any(|start| words.starts_with(start)))
}

/// Where another table begins below an empty row: its header has words where the columns above
/// hold figures, and rows with figures below it.
fn other_table(grid: &Grid, first_row: usize, blank: usize) -> Option<usize> {
    let start = (blank..grid.rows()).find(|&row| !is_blank(grid, row))?;
    let header = (start..grid.rows()).find(|&row| filled(grid, row).nth(1).is_some())?;
    let holds = |column: &usize| {
        let values = || (first_row..blank).filter_map(|row| grid.get(row, *column)).map(|cell| &cell.value);
        values().any(is_figure) && !values().any(|value| *value == Value::Text)
    };
    let heads = (0..grid.columns()).filter(holds).filter_map(|column| grid.get(header, column));
    let mut heads = heads.filter(|cell| cell.value != Value::Empty).peekable();
    let named = heads.peek().is_some() && heads.all(|cell| cell.value == Value::Text || is_year(cell));
    (named && !no_data(grid, header + 1)).then_some(start)
}

fn is_year(cell: &Cell) -> bool {
    cell.text.trim().parse::<i64>().is_ok_and(|year| YEARS.contains(&year))
}
