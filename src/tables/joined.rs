//! Empty cells in the header of a sheet that merges none: a text table cannot.

use super::Value;
use super::grid::Grid;
use std::ops::Range;

/// A header of more rows is none.
const MOST_ROWS: usize = 10;

/// Joins the empty cells of a header of several rows as a spreadsheet would merge them: below a
/// name with nothing under it downwards, beside a group's name to the right.
pub(super) fn join(grid: &mut Grid, header: Range<usize>) {
    if grid.has_merges() || !(2..=MOST_ROWS).contains(&header.len()) {
        return;
    }
    let joined = header.clone().flat_map(|row| joined_in(grid, row, &header)).collect();
    grid.merge(joined);
}

/// The rows and columns that the names of a row of the header take, where these are more than one.
fn joined_in(grid: &Grid, row: usize, header: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let empty =
        |row: usize, column: usize| grid.get(row, column).is_none_or(|cell| cell.value == Value::Empty);
    let below = |column: usize| (row + 1..header.end).find(|&row| !empty(row, column));
    let mut joined = Vec::new();
    for column in (0..grid.columns()).filter(|&column| !empty(row, column)) {
        let (rows, columns) = match below(column) {
            None => (row..header.end, column..column + 1),
            Some(_) => {
                // Within the group above: its neighbour's columns begin where that has a name.
                let goes_on = |&next: &usize| {
                    empty(row, next)
                        && below(next).is_some()
                        && (header.start..row).all(|above| empty(above, next))
                };
                (row..row + 1, column..column + 1 + (column + 1..grid.columns()).take_while(goes_on).count())
            }
        };
        if rows.len() > 1 || columns.len() > 1 {
            joined.push((rows, columns));
        }
    }
    joined
}
