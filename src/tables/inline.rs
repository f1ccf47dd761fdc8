//! A table typed into the pack.

use super::grid::{Cell, Loose};
use super::table_file::grid_to_table;
use super::{Spec, Table, Words};
use crate::source::{Findings, Place};

/// Reads a table typed into the pack, row by row. The range of `spec` is respected, its sheet
/// has no meaning. `None` where it makes no table; why is among the findings.
pub fn inline(rows: Vec<Vec<Words>>, spec: &Spec, findings: &mut Findings) -> Option<Table> {
    let mut loose = Loose::default();
    let mut ends: Vec<Place> = Vec::new();
    for (row, cells) in rows.into_iter().enumerate() {
        let before = ends.last().unwrap_or(&spec.place).clone();
        ends.push(cells.last().map_or(before, |cell| cell.place.clone()));
        for (column, cell) in cells.into_iter().enumerate() {
            loose.cells.push(Cell::typed(cell.text, cell.place, row as u32, column as u32));
        }
    }
    let place = |row: u32, _| ends.get(row as usize).unwrap_or(&spec.place).clone();
    grid_to_table(loose, spec, &spec.place, place, findings)
}
