//! Rows and columns that a sheet hides, by hand or by a filter.

use super::grid::Cell;
use super::range::Range;
use crate::source::column_letters;
use std::collections::BTreeSet;
use std::ops;

/// At most so many runs of rows or columns are named.
const NAMED: usize = 4;

/// Rows and columns of a sheet that are not shown, from zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    /// The rows, in runs one after the other.
    rows: Vec<ops::Range<u32>>,
    /// The columns, in runs one after the other.
    columns: Vec<ops::Range<u32>>,
}

impl Hidden {
    pub fn has_row(&self, row: u32) -> bool {
        has(&self.rows, row)
    }

    pub fn has_column(&self, column: u32) -> bool {
        has(&self.columns, column)
    }

    /// Hides more rows, which come in their order.
    pub fn add_rows(&mut self, rows: ops::Range<u32>) {
        add(&mut self.rows, rows);
    }

    /// Hides more columns, which come in their order.
    pub fn add_columns(&mut self, columns: ops::Range<u32>) {
        add(&mut self.columns, columns);
    }

    /// The filled rows and columns among them, within a window if there is one, in both languages:
    /// «строки 5–7, столбец C». `None` where none is.
    pub fn named(&self, cells: &[Cell], window: Option<Range>) -> Option<(String, String)> {
        let inside = |cell: &&Cell| window.is_none_or(|window| window.contains(cell.row, cell.column));
        let cells = || cells.iter().filter(inside);
        let rows: BTreeSet<u32> = cells().map(|cell| cell.row).filter(|row| self.has_row(*row)).collect();
        let columns: BTreeSet<u32> =
            cells().map(|cell| cell.column).filter(|column| self.has_column(*column)).collect();
        let rows = runs(&rows, |row| (u64::from(row) + 1).to_string());
        let columns = runs(&columns, column_letters);
        let both = |rows_are: &str, columns_are: &str| {
            let named = [(rows_are, &rows), (columns_are, &columns)].into_iter();
            let named = named.filter(|(_, runs)| !runs.is_empty());
            named.map(|(what, runs)| format!("{what} {runs}")).collect::<Vec<_>>().join(", ")
        };
        (!rows.is_empty() || !columns.is_empty())
            .then(|| (both("строки", "столбцы"), both("rows", "columns")))
    }
}

fn has(runs: &[ops::Range<u32>], number: u32) -> bool {
    let after = runs.partition_point(|run| run.start <= number);
    runs.get(after.wrapping_sub(1)).is_some_and(|run| run.contains(&number))
}

fn add(runs: &mut Vec<ops::Range<u32>>, more: ops::Range<u32>) {
    match runs.last_mut() {
        Some(last) if more.start <= last.end => last.end = last.end.max(more.end),
        _ => runs.push(more),
    }
}

/// Numbers in runs: `5–7, 9`.
fn runs(numbers: &BTreeSet<u32>, name: impl Fn(u32) -> String) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    let run = |&(first, last): &(u32, u32)| match first == last {
        true => name(first),
        false => format!("{}–{}", name(first), name(last)),
    };
    let more = if runs.len() > NAMED { ", …" } else { "" };
    runs.iter().take(NAMED).map(run).collect::<Vec<_>>().join(", ") + more
}
