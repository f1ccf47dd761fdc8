//! Which mark parts the fractions of a column: what one of its numbers shows decides the others.

use super::grid::{Cell, Grid};
use super::{Number, Value};
use crate::russian::number::{self, DecimalMark};

/// Reads the numbers typed below the header again where their column shows its decimal mark:
/// `1.234` is a thousand among `12,5`, and one and a bit among `12.5`. Where nothing shows it, or
/// both are shown, each number stays as it was read alone.
pub(super) fn settle(grid: &mut Grid, first_row: usize) {
    for column in 0..grid.columns() {
        let Some(mark) = mark_of(grid, first_row, column) else { continue };
        for cell in grid.column_mut(column, first_row).filter(|cell| is_figure(cell)) {
            if let Some(number) = Number::with_mark(&cell.text, mark) {
                cell.value = Value::Number(number);
            }
        }
    }
}

/// The one mark that the numbers of a column show.
fn mark_of(grid: &Grid, first_row: usize, column: usize) -> Option<DecimalMark> {
    let cells = (first_row..grid.rows()).filter_map(|row| grid.get(row, column));
    let mut marks = cells.filter(|cell| is_figure(cell)).filter_map(|cell| number::shown_mark(&cell.text));
    let first = marks.next()?;
    marks.all(|mark| mark == first).then_some(first)
}

fn is_figure(cell: &Cell) -> bool {
    cell.is_typed() && matches!(cell.value, Value::Number(_) | Value::Ambiguous)
}
