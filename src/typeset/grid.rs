//! Which cell of a table covers which places.

use crate::document::Table;

/// A table's places, row by row, and the cells on them.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// How many columns there are.
    pub columns: usize,
    /// How many rows there are.
    pub rows: usize,
    /// The cells in reading order.
    pub cells: Vec<GridCell>,
    owners: Vec<Option<usize>>,
}

/// A cell's places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GridCell {
    /// The first row it covers.
    pub row: usize,
    /// Its number among the cells that its row lists.
    pub number: usize,
    /// The first column it covers.
    pub column: usize,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
}

impl Grid {
    /// Places the cells: each at the first place of its row that no cell from above covers.
    /// Cells that reach beyond the table end with it; cells too many make further columns.
    pub fn new(table: &Table) -> Grid {
        let mut grid = Grid { rows: table.rows.len(), ..Grid::default() };
        // For each column the first row that is free again.
        let mut free: Vec<usize> = vec![0; table.columns.len()];
        for (row, cells) in table.rows.iter().enumerate() {
            let mut column = 0;
            for (number, cell) in cells.cells.iter().enumerate() {
                while free.get(column).is_some_and(|&until| until > row) {
                    column += 1;
                }
                let room = table.columns.len().saturating_sub(column).max(1);
                let open = free.iter().skip(column).take_while(|&&until| until <= row).count().max(1);
                let columns = usize::from(cell.columns.max(1)).min(room).min(open);
                let rows = usize::from(cell.rows.max(1)).min(grid.rows - row);
                free.resize(free.len().max(column + columns), 0);
                free.iter_mut().skip(column).take(columns).for_each(|until| *until = row + rows);
                grid.cells.push(GridCell { row, number, column, rows, columns });
                column += columns;
            }
        }
        grid.columns = free.len();
        grid.own();
        grid
    }

    /// A grid of one row.
    pub fn row(columns: usize) -> Grid {
        let cell = |column| GridCell { row: 0, number: column, column, rows: 1, columns: 1 };
        let mut grid = Grid { columns, rows: 1, cells: (0..columns).map(cell).collect(), owners: Vec::new() };
        grid.own();
        grid
    }

    fn own(&mut self) {
        self.owners = vec![None; self.columns * self.rows];
        for (index, cell) in self.cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rows {
                let from = row * self.columns + cell.column;
                self.owners.iter_mut().skip(from).take(cell.columns).for_each(|owner| *owner = Some(index));
            }
        }
    }

    /// The cell that covers a place: an index into [`Grid::cells`].
    pub fn owner(&self, row: usize, column: usize) -> Option<usize> {
        self.owners.get(row * self.columns + column).copied().flatten()
    }

    /// The cells that cover places of a row, from left to right.
    pub fn in_row(&self, row: usize) -> Vec<usize> {
        let mut found: Vec<usize> = (0..self.columns).filter_map(|column| self.owner(row, column)).collect();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, CellAlign, Column, Row};

    fn table(columns: usize, rows: &[&[(u16, u16)]]) -> Table {
        let cell = |&(columns, rows): &(u16, u16)| Cell {
            content: Vec::new(),
            columns,
            rows,
            align: CellAlign::Start,
            row_header: false,
        };
        Table {
            caption: None,
            unit: None,
            continuation: None,
            ending: None,
            anchor: None,
            written: None,
            style: String::new(),
            columns: vec![Column { share: None }; columns],
            header_rows: 0,
            rows: rows.iter().map(|cells| Row { cells: cells.iter().map(cell).collect() }).collect(),
            of: None,
        }
    }

    fn shown(grid: &Grid) -> Vec<String> {
        let place = |row, column| match grid.owner(row, column) {
            Some(cell) => char::from(b'a' + cell as u8),
            None => '.',
        };
        (0..grid.rows).map(|row| (0..grid.columns).map(|column| place(row, column)).collect()).collect()
    }

    #[test]
    fn merged_cells_push_the_cells_below_them_aside() {
        let grid = Grid::new(&table(3, &[&[(1, 2), (2, 1)], &[(1, 1), (1, 1)], &[(3, 1)]]));
        assert_eq!(shown(&grid), ["abb", "acd", "eee"]);
    }

    #[test]
    fn cells_beyond_the_table_are_cut_or_make_columns() {
        let grid = Grid::new(&table(2, &[&[(9, 9)], &[(1, 1)], &[]]));
        assert_eq!(shown(&grid), ["aa.", "aab", "aa."]);
    }
}
