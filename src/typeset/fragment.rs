//! The part of a table that stands on one page.

use super::flow::PlacedLine;
use super::pages::Item;
use super::table::TableFlow;

/// A row on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct PageRow {
    /// Its number.
    pub row: usize,
    /// Its upper edge.
    pub top: f64,
    /// Its height on this page.
    pub height: f64,
}

/// A line with the place of its column's left edge and of its own upper edge.
pub(super) struct CellLine {
    /// Left edge of the cell's text.
    pub left: f64,
    /// Upper edge of the line.
    pub top: f64,
    /// The line.
    pub line: PlacedLine,
}

impl TableFlow {
    /// Takes the lines that belong to `rows`, in reading order. `whole` says that the last of
    /// the rows ends on this page; a cell that ends here gives all that it still has.
    pub fn take(&mut self, rows: &[PageRow], whole: bool) -> Vec<CellLine> {
        let mut taken = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            for index in self.grid.in_row(row.row) {
                let starts = self.grid.cells.get(index).is_some_and(|place| place.row == row.row);
                if starts || number == 0 {
                    self.take_cell(index, rows.get(number..).unwrap_or_default(), whole, &mut taken);
                }
            }
        }
        if !whole && taken.is_empty() {
            self.take_any(rows, &mut taken);
        }
        taken
    }

    fn take_cell(&mut self, index: usize, rows: &[PageRow], whole: bool, taken: &mut Vec<CellLine>) {
        let (Some(place), Some(first)) = (self.grid.cells.get(index).copied(), rows.first()) else { return };
        let end = place.row + place.rows;
        let Some(last) = rows.iter().rfind(|row| row.row < end) else { return };
        let ends = last.row + 1 == end && (whole || rows.last().is_some_and(|row| row.row != last.row));
        let above = self.padding + self.rule.unwrap_or_default();
        let room = last.top + last.height - first.top - above - self.padding;
        let Some(cell) = self.cells.get_mut(index) else { return };
        let shift = if cell.bottom && ends { (room - cell.remaining()).max(0.0) } else { 0.0 };
        let base = cell.stack.lines.get(cell.next).map_or(0.0, |(top, _)| cell.base(*top));
        while let Some((top, line)) = cell.stack.lines.get_mut(cell.next) {
            if !ends && *top - base + line.height > room + 0.01 {
                break;
            }
            let top = first.top + above + shift + *top - base;
            taken.push(CellLine { left: cell.left, top, line: std::mem::take(line) });
            cell.next += 1;
        }
    }

    /// Takes one line that is higher than the page, so that what is too big is still printed.
    fn take_any(&mut self, rows: &[PageRow], taken: &mut Vec<CellLine>) {
        let Some(row) = rows.first() else { return };
        for index in self.grid.in_row(row.row) {
            let Some(cell) = self.cells.get_mut(index) else { continue };
            if let Some((_, line)) = cell.stack.lines.get_mut(cell.next) {
                taken.push(CellLine { left: cell.left, top: row.top, line: std::mem::take(line) });
                cell.next += 1;
                return;
            }
        }
    }

    /// Keeps copies of the header rows' lines for further pages.
    pub fn remember_header(&mut self) {
        let above = self.padding + self.rule.unwrap_or_default();
        for row in 0..self.header_rows {
            let mut lines = Vec::new();
            for index in self.grid.in_row(row) {
                let starts = self.grid.cells.get(index).is_some_and(|place| place.row == row);
                let Some(cell) = self.cells.get(index).filter(|_| starts) else { continue };
                let copies = cell.stack.lines.iter();
                lines.extend(copies.map(|(top, line)| CellLine {
                    left: cell.left,
                    top: above + top,
                    line: line.clone(),
                }));
            }
            self.repeated.push((self.height(row), lines));
        }
    }

    /// What the header rows among `rows` are filled with.
    pub fn fills(&self, rows: &[PageRow]) -> Vec<Item> {
        let (Some(color), Some(left), Some(right)) = (self.head_fill, self.edges.first(), self.edges.last())
        else {
            return Vec::new();
        };
        let fill = |row: &PageRow| Item::Rectangle {
            x: *left as f32,
            y: row.top as f32,
            width: (right - left) as f32,
            height: row.height as f32,
            color,
        };
        rows.iter().filter(|row| row.row < self.header_rows).map(fill).collect()
    }

    /// The rules around the cells of `rows`, drawn from the column's left edge.
    pub fn rules(&self, rows: &[PageRow]) -> Vec<Item> {
        let Some(width) = self.rule.filter(|width| *width > 0.0) else { return Vec::new() };
        let mut lines = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            let above = number.checked_sub(1).and_then(|above| rows.get(above));
            self.level(above.map(|row| row.row), Some(row.row), row.top + width / 2.0, &mut lines);
        }
        if let Some(last) = rows.last() {
            self.level(Some(last.row), None, last.top + last.height + width / 2.0, &mut lines);
        }
        for edge in (0..self.edges.len()).filter(|_| !self.level) {
            self.upright(edge, rows, width, &mut lines);
        }
        let item = |[x1, y1, x2, y2]: [f64; 4]| Item::Line {
            from: (x1 as f32, y1 as f32),
            to: (x2 as f32, y2 as f32),
            width: width as f32,
            color: self.rule_color,
        };
        lines.into_iter().map(item).collect()
    }

    /// The rule between two rows: where no cell covers both.
    fn level(&self, above: Option<usize>, below: Option<usize>, y: f64, lines: &mut Vec<[f64; 4]>) {
        let own = |row: Option<usize>, column| row.and_then(|row| self.grid.owner(row, column));
        let joined =
            matches!((above, below), (Some(above), Some(below)) if above == below || above + 1 == below);
        let mut open: Option<[f64; 4]> = None;
        for (column, edges) in self.edges.windows(2).enumerate() {
            let (upper, lower) = (own(above, column), own(below, column));
            let drawn = if joined { upper != lower } else { upper.is_some() || lower.is_some() };
            let &[left, right] = edges else { continue };
            match (&mut open, drawn) {
                (Some(line), true) => line[2] = right,
                (None, true) => open = Some([left, y, right, y]),
                (_, false) => lines.extend(open.take()),
            }
        }
        lines.extend(open);
    }

    /// The rules on one edge of a column: where no cell covers both sides.
    fn upright(&self, edge: usize, rows: &[PageRow], width: f64, lines: &mut Vec<[f64; 4]>) {
        let Some(&x) = self.edges.get(edge) else { return };
        let mut open: Option<[f64; 4]> = None;
        for row in rows {
            let left = edge.checked_sub(1).and_then(|column| self.grid.owner(row.row, column));
            let right = (edge + 1 < self.edges.len()).then(|| self.grid.owner(row.row, edge)).flatten();
            let bottom = row.top + row.height + width;
            match (&mut open, left != right) {
                (Some(line), true) => line[3] = bottom,
                (None, true) => open = Some([x, row.top, x, bottom]),
                (_, false) => lines.extend(open.take()),
            }
        }
        lines.extend(open);
    }
}
