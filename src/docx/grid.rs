//! A table's cells on its grid: what is covered by a merged cell is a cell of its own in Word.

use crate::document::{Cell, Table};

/// A cell of a row as Word has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'a> {
    /// The cell; none where a row has fewer than the table.
    pub cell: Option<&'a Cell>,
    /// The first grid column that it covers.
    pub column: usize,
    /// How many it covers.
    pub columns: usize,
    /// Its place in a vertical merge.
    pub merge: Merge,
}

/// A cell's place in a vertical merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    /// None.
    Alone,
    /// The uppermost cell, which has the text.
    First,
    /// A cell under it.
    Further,
}

/// A cell that still covers rows below.
#[derive(Clone, Copy)]
struct Hanging {
    columns: usize,
    rows: u16,
}

/// The rows of a table. Each covers all columns; rows that have more than the table declares
/// widen it.
pub(super) fn grid(table: &Table) -> Vec<Vec<Slot<'_>>> {
    let mut hanging = Vec::new();
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    for row in &table.rows {
        let below = rows.len() + 1 < table.rows.len();
        rows.push(row_slots(&row.cells, &mut hanging, below));
    }
    let width = rows.iter().filter_map(|row| row.last()).map(|slot| slot.column + slot.columns);
    let width = width.max().unwrap_or(0).max(table.columns.len()).max(1);
    rows.iter_mut().for_each(|row| fill(row, width));
    rows
}

/// How many columns the grid has.
pub(super) fn width(rows: &[Vec<Slot>], table: &Table) -> usize {
    let last = rows.first().and_then(|row| row.last());
    last.map_or(table.columns.len().max(1), |slot| slot.column + slot.columns)
}

fn row_slots<'a>(cells: &'a [Cell], hanging: &mut Vec<Option<Hanging>>, below: bool) -> Vec<Slot<'a>> {
    let mut slots = Vec::new();
    let mut column = 0;
    let mut cells = cells.iter();
    loop {
        if let Some(cover) = hanging.get(column).copied().flatten() {
            slots.push(Slot { cell: None, column, columns: cover.columns, merge: Merge::Further });
            set(hanging, column, (cover.rows > 1).then_some(Hanging { rows: cover.rows - 1, ..cover }));
            column += cover.columns;
        } else if let Some(cell) = cells.next() {
            let columns = free(hanging, column, usize::from(cell.columns.max(1)));
            let merged = below && cell.rows > 1;
            let merge = if merged { Merge::First } else { Merge::Alone };
            slots.push(Slot { cell: Some(cell), column, columns, merge });
            set(hanging, column, merged.then_some(Hanging { columns, rows: cell.rows - 1 }));
            column += columns;
        } else if let Some(gap) = hanging.iter().skip(column).position(Option::is_some) {
            slots.push(Slot { cell: None, column, columns: gap, merge: Merge::Alone });
            column += gap;
        } else {
            return slots;
        }
    }
}

/// How many of the columns that a cell wants are not covered from above.
fn free(hanging: &[Option<Hanging>], column: usize, wanted: usize) -> usize {
    let covered = hanging.iter().skip(column).take(wanted).position(Option::is_some);
    covered.unwrap_or(wanted).max(1)
}

fn set(hanging: &mut Vec<Option<Hanging>>, column: usize, cover: Option<Hanging>) {
    if hanging.len() <= column {
        hanging.resize(column + 1, None);
    }
    if let Some(place) = hanging.get_mut(column) {
        *place = cover;
    }
}

fn fill(row: &mut Vec<Slot>, width: usize) {
    let end = row.last().map_or(0, |slot| slot.column + slot.columns);
    if end < width {
        row.push(Slot { cell: None, column: end, columns: width - end, merge: Merge::Alone });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{cell, table};
    use super::*;

    fn shape(cells: &[&[(u16, u16)]], columns: usize) -> Vec<String> {
        let rows =
            cells.iter().map(|row| row.iter().map(|(columns, rows)| cell("x", *columns, *rows)).collect());
        let table = table(columns, 0, rows.collect());
        let draw = |slot: &Slot| {
            let mark = match (slot.merge, slot.cell.is_some()) {
                (Merge::Further, _) => "^",
                (_, false) => ".",
                (Merge::First, true) => "v",
                (Merge::Alone, true) => "x",
            };
            mark.repeat(slot.columns)
        };
        grid(&table).iter().map(|row| row.iter().map(draw).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn merged_cells_are_covered_below() {
        assert_eq!(shape(&[&[(1, 2), (2, 1)], &[(1, 1), (1, 1)]], 3), ["v|xx", "^|x|x"]);
        assert_eq!(shape(&[&[(1, 1), (2, 2)], &[(1, 1)], &[(3, 1)]], 3), ["x|vv", "x|^^", "xxx"]);
    }

    #[test]
    fn rows_that_do_not_fit_are_made_to() {
        assert_eq!(shape(&[&[(1, 1)], &[]], 2), ["x|.", ".."]);
        assert_eq!(shape(&[&[(1, 1), (1, 1), (1, 1)], &[(1, 9)]], 2), ["x|x|x", "x|.."]);
        assert_eq!(shape(&[&[(1, 1), (1, 2)], &[(5, 1), (1, 1)]], 2), ["x|v|.", "x|^|x"]);
        assert_eq!(shape(&[&[(1, 1), (1, 1), (1, 2)], &[(1, 1)]], 3), ["x|x|v", "x|.|^"]);
    }
}
