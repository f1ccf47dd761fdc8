//! A table of statistics: cells with the words, units and short names of their rows and columns.

use super::extent::{self, filled, only_cell};
use super::grid::{Cell, Grid};
use super::header::{self, Head, Side};
use super::messages as say;
use super::{Alias, Spec, Value, joined, mark};
use crate::russian::typography::{fold, one_line};
use crate::source::{Finding, Findings, Place};

/// A table of statistics.
#[derive(Clone, Debug)]
pub struct Table {
    /// The name by which the pack calls it.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// The unit of figures whose row and column name none.
    pub unit: Option<String>,
    /// Where the pack declares it.
    pub place: Place,
    /// All columns, those that name the rows among them.
    columns: Vec<Head>,
    /// The rows below the header.
    rows: Vec<Head>,
    grid: Grid,
    header_columns: usize,
    /// Whether the first column only counts the rows.
    numbered: bool,
    /// The grid's rows that head the columns.
    header: std::ops::Range<usize>,
    /// The grid's row at which the data begin.
    first_row: usize,
    pub(super) english: bool,
}

impl Table {
    /// Puts the header of `spec` on a grid; what is wrong goes to `findings`.
    pub(super) fn new(mut grid: Grid, spec: &Spec, findings: &mut Findings) -> Option<Table> {
        let shape = Shape::of(&grid, spec);
        let header = shape.start..shape.start.checked_add(shape.header_rows)?;
        // The numbers of the columns are neither words nor figures.
        let first_row = header.end + usize::from(shape.counted);
        if first_row >= grid.rows() || shape.header_columns >= grid.columns() {
            findings.push(only_header(&grid, spec, &shape));
            return None;
        }
        joined::join(&mut grid, header.clone());
        mark::settle(&mut grid, first_row);
        let mut table = Table {
            name: spec.name.clone(),
            title: spec.title.clone().or_else(|| shape.title.clone()),
            unit: spec.unit.clone(),
            place: spec.place.clone(),
            columns: header::heads(&grid, Side::Top, shape.start, shape.header_rows, 0),
            rows: row_heads(&grid, &shape, first_row),
            header_columns: shape.header_columns,
            numbered: shape.numbered,
            header,
            first_row,
            grid,
            english: spec.english,
        };
        table.leave_out_notes(spec, findings);
        if let Some(finding) = table.longer_row() {
            findings.push(finding);
            return None;
        }
        table.note_numbers_as_text(findings);
        table.name_shortly(spec, findings);
        Some(table)
    }

    /// The columns in their order, those that name the rows first.
    pub fn columns(&self) -> &[Head] {
        &self.columns
    }

    /// The rows below the header, in their order.
    pub fn rows(&self) -> &[Head] {
        &self.rows
    }

    /// The rows of the [`grid`](Table::grid) that are the header, without one that only counts the
    /// columns.
    pub fn header_rows(&self) -> std::ops::Range<usize> {
        self.header.clone()
    }

    /// The row of the [`grid`](Table::grid) at which the data begin.
    pub fn first_row(&self) -> usize {
        self.first_row
    }

    /// How many of the first columns name the rows.
    pub fn header_columns(&self) -> usize {
        self.header_columns
    }

    /// Whether the first column only counts the rows: «№ п/п».
    pub fn counts_rows(&self) -> bool {
        self.numbered
    }

    /// All cells as they stand in the file, header and all.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// A cell by the index of its row and of its column in [`rows`](Table::rows) and
    /// [`columns`](Table::columns).
    pub fn get(&self, row: usize, column: usize) -> Option<&Cell> {
        self.grid.get(self.first_row.checked_add(row)?, column)
    }

    /// The unit of a cell: the one that its row or column names, else `%`, where the cell itself
    /// shows it, else the table's.
    pub fn unit_of(&self, cell: &Cell) -> Option<&str> {
        let (row, column) = self.heads_of(cell)?;
        let named = if row.gives_unit_beside(column) { row } else { column };
        let shown = || matches!(&cell.value, Value::Number(number) if number.percent).then_some("%");
        named.unit.as_deref().or_else(shown).or(self.unit.as_deref())
    }

    /// The row and column heads of a cell; `None` for a cell of the header.
    pub fn heads_of(&self, cell: &Cell) -> Option<(&Head, &Head)> {
        let (row, column) = self.position(cell)?;
        Some((self.rows.get(row)?, self.columns.get(column)?))
    }

    /// Where a cell of the table is in `rows` and `columns`; `None` for a cell of the header.
    pub fn position(&self, cell: &Cell) -> Option<(usize, usize)> {
        let (row, column) = self.grid.at_address(cell.row, cell.column)?;
        Some((row.checked_sub(self.first_row)?, column))
    }

    /// A cell of the data by row and column of the file.
    pub(super) fn at_address(&self, row: u32, column: u32) -> Option<&Cell> {
        let (row, column) = self.grid.at_address(row, column)?;
        (row >= self.first_row).then(|| self.grid.get(row, column)).flatten()
    }

    /// What the data take: `B3:D20`.
    pub(super) fn data_range(&self) -> String {
        let first = self.grid.get(self.first_row, self.header_columns);
        let last_row = (self.first_row + self.rows.len()).saturating_sub(1);
        let last = self.grid.get(last_row, self.grid.columns().saturating_sub(1));
        match (first, last) {
            (Some(first), Some(last)) => format!("{}:{}", first.address(), last.address()),
            _ => self.grid.address(),
        }
    }

    /// Whether a column holds figures, and no words or days beside them.
    pub fn is_figures(&self, column: usize) -> bool {
        let values = || (0..self.rows.len()).filter_map(|row| self.get(row, column)).map(|cell| &cell.value);
        values().any(|value| matches!(value, Value::Number(_) | Value::Ambiguous))
            && !values().any(|value| matches!(value, Value::Text | Value::Date(_)))
    }

    /// Whether a column holds more figures than words: «57*» or «менее 10» among figures make no
    /// words of them.
    pub fn has_figures(&self, column: usize) -> bool {
        let count = |is: fn(&Value) -> bool| {
            let cells = (0..self.rows.len()).filter_map(|row| self.get(row, column));
            cells.filter(|cell| is(&cell.value)).count()
        };
        let figures = count(|value| matches!(value, Value::Number(_) | Value::Ambiguous));
        figures > count(|value| matches!(value, Value::Text | Value::Date(_)))
    }

    /// The cells of the data, row by row, those that name the rows left out.
    pub fn data_cells(&self) -> impl Iterator<Item = &Cell> {
        (0..self.rows.len())
            .flat_map(move |row| (self.header_columns..self.columns.len()).map(move |column| (row, column)))
            .filter_map(|(row, column)| self.get(row, column))
    }

    /// Leaves out what stands below the table: who made it, what a star means, another table. With
    /// a range the pack has said itself what belongs to the table.
    fn leave_out_notes(&mut self, spec: &Spec, findings: &mut Findings) {
        let Some(end) = extent::end(&self.grid, self.first_row).filter(|_| spec.range.is_none()) else {
            return;
        };
        let first = (end.row..self.grid.rows()).find_map(|row| filled(&self.grid, row).next());
        let finding = match end.other {
            Some(other) => Finding::new(&say::OTHER_TABLE_BELOW)
                .arg("other", self.grid.address_of(other..self.grid.rows())),
            None => Finding::new(&say::NOTES_LEFT_OUT).arg("notes", self.notes(end.row)),
        };
        let range = self.grid.address_of(self.header.start..end.row);
        let finding = finding.arg("table", self.name.as_str()).arg("range", range);
        findings.push(first.into_iter().fold(finding, |finding, cell| finding.at(cell.place.clone())));
        self.rows.truncate(end.row.saturating_sub(self.first_row));
    }

    /// The first words of the rows from one on: `A8 «* Без филиалов»`.
    fn notes(&self, from: usize) -> String {
        let below = (from..self.grid.rows()).filter_map(|row| filled(&self.grid, row).next());
        let quoted = below.map(|cell| format!("{} «{}»", cell.address(), one_line(&cell.text)));
        quoted.take(3).collect::<Vec<_>>().join(", ")
    }

    /// A row of a text that has more cells than the header names columns: a comma within a figure
    /// has parted it, and what stands under a name is another figure.
    fn longer_row(&self) -> Option<Finding> {
        let is_named = |column: &usize| {
            self.header_rows()
                .any(|row| self.grid.origin(row, *column).is_some_and(|cell| cell.value != Value::Empty))
        };
        let named = (0..self.columns.len()).rev().find(is_named)? + 1;
        let beyond = |row: usize| (named..self.columns.len()).filter_map(move |column| self.get(row, column));
        let is_filled = |cell: &&Cell| matches!(cell.place, Place::Text(_)) && cell.value != Value::Empty;
        let (row, cell) = (0..self.rows.len()).find_map(|row| Some((row, beyond(row).find(is_filled)?)))?;
        let mut count = (0..self.columns.len())
            .filter(|column| self.get(row, *column).is_some_and(|cell| cell.value != Value::Empty));
        let last = count.next_back().map_or(named, |column| column + 1);
        Some(
            Finding::new(&say::ROW_LONGER)
                .arg("row", (u64::from(cell.row) + 1).to_string())
                .arg("cells", last.to_string())
                .arg("columns", named.to_string())
                .at(cell.place.clone()),
        )
    }

    fn note_numbers_as_text(&self, findings: &mut Findings) {
        let mut cells = self.data_cells().filter(|cell| cell.stored_as_text);
        let Some(first) = cells.next() else { return };
        let note = Finding::new(&say::NUMBERS_AS_TEXT)
            .arg("table", self.name.as_str())
            .arg("count", (cells.count() + 1).to_string())
            .arg("cell", first.address())
            .arg("text", first.text.trim())
            .at(first.place.clone());
        findings.push(note);
    }

    /// Gives rows and columns the short names of the pack.
    fn name_shortly(&mut self, spec: &Spec, findings: &mut Findings) {
        let rows = resolve(&spec.rows, |alias| self.alias_row(alias), findings);
        let columns = resolve(&spec.columns, |alias| self.alias_column(alias), findings);
        for (index, name) in rows {
            if let Some(head) = self.rows.get_mut(index) {
                head.add_alias(&name);
            }
        }
        for (index, name) in columns {
            if let Some(head) = self.columns.get_mut(index) {
                head.add_alias(&name);
            }
        }
    }

    fn alias_row(&self, alias: &Alias) -> Result<usize, Finding> {
        match &alias.cell {
            None => self.row(&alias.words),
            Some(address) => self.place_of(address, &alias.words).map(|(row, _)| row),
        }
    }

    fn alias_column(&self, alias: &Alias) -> Result<usize, Finding> {
        match &alias.cell {
            None => self.column(&alias.words),
            Some(address) => self.place_of(address, &alias.words).map(|(_, column)| column),
        }
    }

    /// The indexes of the row and the column of a cell addressed together with an expectation.
    fn place_of(&self, address: &super::Words, expect: &super::Words) -> Result<(usize, usize), Finding> {
        let cell = self.cell_at(address, expect)?;
        self.position(cell).ok_or_else(|| self.outside(address))
    }
}

fn resolve(
    aliases: &[Alias],
    find: impl Fn(&Alias) -> Result<usize, Finding>,
    findings: &mut Findings,
) -> Vec<(usize, String)> {
    let mut resolved = Vec::new();
    for alias in aliases {
        match find(alias) {
            Ok(index) => resolved.push((index, alias.name.text.clone())),
            Err(finding) => findings.push(finding),
        }
    }
    resolved
}

/// The heads of the rows. The running number of a row is no part of its name, unless it is all
/// there is.
fn row_heads(grid: &Grid, shape: &Shape, first_row: usize) -> Vec<Head> {
    let heads = |from: usize| {
        let levels = shape.header_columns.saturating_sub(from);
        header::heads(grid, Side::Left, from, levels, first_row)
    };
    if !shape.numbered {
        return heads(0);
    }
    let named = |(own, all): (Head, Head)| if own.path.is_empty() { all } else { own };
    heads(1).into_iter().zip(heads(0)).map(named).collect()
}

/// Where title, header and data of a grid lie.
struct Shape {
    title: Option<String>,
    /// The first row of the header.
    start: usize,
    header_rows: usize,
    header_columns: usize,
    /// Whether the row below the header only counts the columns.
    counted: bool,
    /// Whether the first column only counts the rows.
    numbered: bool,
}

impl Shape {
    fn of(grid: &Grid, spec: &Spec) -> Shape {
        let told = spec.header_rows.is_some() && spec.range.is_some();
        let start = if told { 0 } else { start_of_header(grid) };
        let numbered = spec.header_columns.is_none() && counts_rows(grid, start);
        let title = (start > 0 && spec.header_rows.is_none())
            .then(|| grid.get(0, 0).map(|cell| one_line(&cell.text)))
            .flatten();
        let mut header_rows = spec.header_rows.unwrap_or_else(|| merged_rows(grid, start));
        let counts = |row: usize| extent::counts_columns(grid, row);
        // Who counts the rows of the header may count this one too.
        let within = header_rows > 1 && counts(start.saturating_add(header_rows - 1));
        header_rows -= usize::from(within);
        let leading = 1 + usize::from(numbered);
        let counted = within || (header_rows > 0 && counts(start.saturating_add(header_rows)));
        let grouped = || names_groups(grid, start.saturating_add(header_rows), leading - 1);
        Shape {
            title: title.filter(|title| !title.is_empty()),
            start,
            header_rows,
            header_columns: spec.header_columns.unwrap_or_else(|| leading + usize::from(grouped())),
            counted,
            numbered,
        }
    }
}

/// The first row below the titles of a sheet and the empty rows after them; the first of all
/// where nothing else is below.
fn start_of_header(grid: &Grid) -> usize {
    let above = |row: usize| is_title(grid, row) || (row > 0 && filled(grid, row).next().is_none());
    let start = (0..grid.rows()).take_while(|&row| above(row)).count();
    if start < grid.rows() { start } else { 0 }
}

/// A title is merged over the whole width of the table, or stands alone in its row.
fn is_title(grid: &Grid, row: usize) -> bool {
    let last = grid.columns().saturating_sub(1);
    let Some(cell) = grid.get(row, 0).filter(|cell| last > 0 && cell.value != Value::Empty) else {
        return false;
    };
    match grid.merge_of(cell) {
        Some(merge) if (merge.right - merge.left) as usize == last => true,
        merge => {
            let flat = merge.is_none_or(|merge| merge.bottom == merge.top);
            flat && cell.merged.is_none() && cell.value == Value::Text && only_cell(grid, row).is_some()
        }
    }
}

/// Whether the first column is headed «№» or «№ п/п».
fn counts_rows(grid: &Grid, start: usize) -> bool {
    let head = grid.origin(start, 0).map(|cell| fold(&cell.text).replace(' ', ""));
    grid.columns() > 2
        && head.is_some_and(|head| {
            matches!(head.as_str(), "№" | "№п/п" | "№№" | "п/п" | "n" | "nп/п" | "no" | "#")
        })
}

/// Whether a column names groups of rows: some of its cells are merged downwards, and the rows
/// have names of their own, words and no figures, in the column beside it.
fn names_groups(grid: &Grid, first_row: usize, column: usize) -> bool {
    let cells = |column: usize| (first_row..grid.rows()).filter_map(move |row| grid.get(row, column));
    let merged = |cell: &Cell| grid.merge_of(cell).is_some_and(|merge| merge.bottom > merge.top);
    let is_name = |cell: &Cell| matches!(cell.value, Value::Text | Value::Empty);
    column + 2 < grid.columns()
        && cells(column).any(|cell| cell.value == Value::Text && merged(cell))
        && cells(column + 1).any(|cell| cell.value == Value::Text)
        && cells(column + 1).all(is_name)
}

/// How many rows the header has, judging by its merged cells: one, and one more below each cell
/// that spans columns, and as many as a cell spans downwards.
fn merged_rows(grid: &Grid, start: usize) -> usize {
    let mut rows = 1;
    let mut row = 0;
    while row < rows {
        for column in 0..grid.columns() {
            let Some(merge) = grid.get(start + row, column).and_then(|cell| grid.merge_of(cell)) else {
                continue;
            };
            let bottom = (merge.bottom as usize + 1).saturating_sub(first_row_of(grid, start));
            let spans = usize::from(merge.right > merge.left);
            rows = rows.max(bottom + spans);
        }
        row += 1;
    }
    rows
}

fn first_row_of(grid: &Grid, start: usize) -> usize {
    grid.get(start, 0).map_or(0, |cell| cell.row as usize)
}

fn only_header(grid: &Grid, spec: &Spec, shape: &Shape) -> Finding {
    Finding::new(&say::ONLY_HEADER)
        .arg("table", spec.name.as_str())
        .arg("rows", grid.rows().to_string())
        .arg("columns", grid.columns().to_string())
        .arg("header_rows", shape.header_rows.to_string())
        .arg("header_columns", shape.header_columns.to_string())
        .at(spec.place.clone())
}
