//! A table of statistics as it stands in a document.

use super::figure::Figures;
use super::messages as say;
use super::table_numbers::TableNumbers;
use super::{Cell, CellAlign, Column, Inline, Origin, Paragraph, Role, Row, Table, Text};
use crate::pack::decimals::TableDecimals;
use crate::pack::read::{NO_TABLES, Word, advice};
use crate::pack::resolution::TablePlace;
use crate::russian::typography::{fold, one_line};
use crate::source::{Finding, Findings};
use crate::tables::{self, Head, Value, Words};
use std::collections::BTreeMap;

/// The names of the styles that its parts have.
#[derive(Clone, Debug)]
pub struct Styles {
    /// The table's.
    pub table: String,
    /// A body cell's paragraphs'.
    pub cell: String,
    /// A header cell's paragraphs'.
    pub head: String,
}

/// The most rows of a table that a document prints, some two hundred pages.
const MAX_ROWS: usize = 10_000;

/// The rows and columns that a document asks for, header rows first.
pub fn table(
    wanted: &TablePlace,
    figures: &Figures<'_>,
    styles: &Styles,
    findings: &mut Findings,
) -> Option<Table> {
    let table = find(&wanted.table, figures, findings)?;
    let all_columns = table.header_columns()..table.columns().len();
    let columns = chosen(&wanted.columns, all_columns, |words| table.column(words), findings);
    let rows = chosen(&wanted.rows, 0..table.rows().len(), |words| table.row(words), findings);
    if rows.len() > MAX_ROWS {
        findings.push(
            Finding::new(&say::TABLE_TOO_LONG)
                .arg("name", wanted.table.value.clone())
                .arg("rows", rows.len().to_string())
                .arg("limit", MAX_ROWS.to_string())
                .at(wanted.table.span),
        );
        return None;
    }
    let asked = asked(&wanted.decimals, table, findings);
    let numbers = TableNumbers::of(table, figures.number_style());
    let maker = Maker { table, styles, columns: &columns, asked, numbers };
    let shares = vec![Column { share: None }; table.header_columns() + columns.len()];
    let written = Some(wanted.table.span.into());
    let mut made = Table { columns: shares, rows: maker.head(), written, ..empty(styles) };
    made.of = Some(table.name.clone());
    made.header_rows = made.rows.len();
    made.rows.extend(maker.body(&rows, findings));
    Some(made)
}

/// Whether a table has a unit for all its figures, shown in some of them, that neither its title nor
/// the head over the names of its rows says.
pub fn is_unit_unsaid(wanted: &TablePlace, figures: &Figures<'_>) -> bool {
    let Some(table) = figures.table(&wanted.table.value) else { return false };
    let Some(unit) = table.unit.as_deref() else { return false };
    let mut unheard = Findings::default();
    let all_columns = table.header_columns()..table.columns().len();
    let columns = chosen(&wanted.columns, all_columns, |words| table.column(words), &mut unheard);
    let rows = chosen(&wanted.rows, 0..table.rows().len(), |words| table.row(words), &mut unheard);
    let cells = rows.iter().flat_map(|row| columns.iter().filter_map(|column| table.get(*row, *column)));
    let in_unit = |cell: &tables::Cell| {
        matches!(cell.value, Value::Number(_)) && table.unit_of(cell).is_some_and(|own| own == unit)
    };
    let title = wanted.title.as_ref().or(figures.table_title(&wanted.table.value));
    let heads = table.columns().iter().take(table.header_columns()).flat_map(|head| &head.path);
    let said = heads.map(String::as_str).chain(title.map(|title| title.plain()));
    cells.into_iter().any(in_unit) && !said.into_iter().any(|words| fold(words).contains(&fold(unit)))
}

/// The table of a name; one that nobody described is a finding.
pub(super) fn find<'a>(
    name: &Word,
    figures: &Figures<'a>,
    findings: &mut Findings,
) -> Option<&'a tables::Table> {
    let found = figures.table(&name.value);
    if found.is_none() && !figures.is_unusable_table(&name.value) {
        findings.push(
            Finding::new(&say::UNKNOWN_TABLE)
                .arg("name", name.value.clone())
                .arg("known", advice(&name.value, || figures.table_names(), NO_TABLES))
                .at(name.span),
        );
    }
    found
}

/// A table without rows.
pub fn empty(styles: &Styles) -> Table {
    Table {
        caption: None,
        unit: None,
        continuation: None,
        ending: None,
        anchor: None,
        written: None,
        style: styles.table.clone(),
        columns: Vec::new(),
        header_rows: 0,
        rows: Vec::new(),
        of: None,
    }
}

/// The indices that were asked for by words; all of them where nothing was.
pub(super) fn chosen(
    wanted: &[Word],
    all: impl IntoIterator<Item = usize>,
    find: impl Fn(&Words) -> Result<usize, Finding>,
    findings: &mut Findings,
) -> Vec<usize> {
    if wanted.is_empty() {
        return all.into_iter().collect();
    }
    let mut indices = Vec::new();
    for word in wanted {
        match find(&Words::new(word.value.clone(), word.span)) {
            Ok(index) => indices.push(index),
            Err(finding) => findings.push(finding),
        }
    }
    indices
}

/// The decimals that the pack asks for.
struct Asked {
    all: Option<u32>,
    /// By the table's own columns.
    columns: BTreeMap<usize, u32>,
}

fn asked(wanted: &TableDecimals, table: &tables::Table, findings: &mut Findings) -> Asked {
    let mut columns = BTreeMap::new();
    for (name, decimals) in &wanted.columns {
        match table.column(&Words::new(name.value.clone(), name.span)) {
            Ok(column) => drop(columns.insert(column, decimals.value.get())),
            Err(finding) => findings.push(finding),
        }
    }
    Asked { all: wanted.all.as_ref().map(|at| at.value.get()), columns }
}

struct Maker<'a> {
    table: &'a tables::Table,
    styles: &'a Styles,
    /// Indices in the table's own columns.
    columns: &'a [usize],
    asked: Asked,
    numbers: TableNumbers<'a>,
}

/// A cell as a document shows it, and how many columns and rows it takes.
struct Shown<'a> {
    cell: Option<&'a tables::Cell>,
    span: (usize, usize),
}

impl Maker<'_> {
    /// The header rows; a year in them is a name.
    fn head(&self) -> Vec<Row> {
        let rows: Vec<usize> = self.table.header_rows().collect();
        let cell = |shown: &Shown<'_>| {
            let text = shown.cell.map_or_else(String::new, |cell| one_line(&cell.text));
            self.cell(shown, text, &self.styles.head, CellAlign::Center)
        };
        let row = |line: &Vec<Option<Shown<'_>>>| Row { cells: line.iter().flatten().map(cell).collect() };
        self.shown(&rows).iter().map(row).collect()
    }

    /// The body's rows; cells that cannot be shown are findings.
    fn body(&self, rows: &[usize], findings: &mut Findings) -> Vec<Row> {
        let first = self.table.first_row();
        let in_grid: Vec<usize> = rows.iter().map(|row| first + row).collect();
        let shown = self.shown(&in_grid);
        let leading = self.table.header_columns();
        let data = shown.iter().flat_map(|line| line.iter().skip(leading).flatten());
        let data: Vec<&tables::Cell> = data.filter_map(|shown| shown.cell).collect();
        self.say(&data, findings);
        let figures: Vec<bool> = self.columns.iter().map(|column| self.table.has_figures(*column)).collect();
        let is_total = |row: &usize| self.table.rows().get(*row).is_some_and(Head::is_total);
        shown.iter().zip(rows).map(|(line, row)| self.row(line, &figures, is_total(row))).collect()
    }

    /// What is to be said of the cells that are printed.
    fn say(&self, cells: &[&tables::Cell], findings: &mut Findings) {
        let column = |cell: &tables::Cell| self.table.position(cell).map(|(_, column)| column);
        // «1.234» among words is one of them: a number of a clause, a code.
        let is_word = |cell: &tables::Cell| {
            cell.value == Value::Ambiguous
                && !column(cell).is_some_and(|column| self.table.is_figures(column))
        };
        findings.list.extend(tables::unreadable(cells.iter().copied().filter(|cell| !is_word(cell))));
        let mut open = cells.to_vec();
        open.retain(|cell| self.asked(column(cell)).is_none());
        findings.list.extend(self.numbers.chosen(&open));
    }

    /// The decimals that the pack asks for in a column.
    fn asked(&self, column: Option<usize>) -> Option<u32> {
        column.and_then(|column| self.asked.columns.get(&column)).copied().or(self.asked.all)
    }

    /// A row of the data; sums are bold.
    fn row(&self, line: &[Option<Shown<'_>>], figures: &[bool], bold: bool) -> Row {
        let leading = self.table.header_columns();
        let mut cells = Vec::new();
        for (position, shown) in line.iter().enumerate() {
            let Some(shown) = shown else { continue };
            let index = position.checked_sub(leading);
            let align = match index.and_then(|index| figures.get(index)) {
                Some(true) => CellAlign::Decimal,
                None if position == 0 && self.table.counts_rows() => CellAlign::Center,
                _ => CellAlign::Start,
            };
            let column = index.and_then(|index| self.columns.get(index)).copied();
            let text = shown.cell.map_or_else(String::new, |cell| self.printed(cell, column));
            let mut made = self.cell(shown, text, &self.styles.cell, align);
            made.row_header = position == 0;
            if bold {
                made.content.iter_mut().for_each(Paragraph::make_bold);
            }
            cells.push(made);
        }
        Row { cells }
    }

    /// A cell of the data as a document prints it: figures in the Russian form; all else, and the
    /// names of rows, as it stands.
    fn printed(&self, cell: &tables::Cell, column: Option<usize>) -> String {
        match &cell.value {
            Value::Number(number) if column.is_some() => {
                self.numbers.printed(cell, number, self.asked(column))
            }
            _ => one_line(&cell.text),
        }
    }

    /// The cells of some rows of the grid in the chosen columns. Neighbours that the spreadsheet
    /// merges are one cell; `None` stands where such a cell covers another's place.
    fn shown(&self, rows: &[usize]) -> Vec<Vec<Option<Shown<'_>>>> {
        let columns: Vec<usize> =
            (0..self.table.header_columns()).chain(self.columns.iter().copied()).collect();
        let grid = self.table.grid();
        let at = |row: usize, column: usize| grid.origin(*rows.get(row)?, *columns.get(column)?);
        let same = |cell: &tables::Cell, row: usize, column: usize| {
            at(row, column).is_some_and(|other| (other.row, other.column) == (cell.row, cell.column))
        };
        let mut covered = vec![vec![false; columns.len()]; rows.len()];
        let mut lines = Vec::new();
        for row in 0..rows.len() {
            let mut line = Vec::new();
            for column in 0..columns.len() {
                if covered[row][column] {
                    line.push(None);
                    continue;
                }
                let cell = at(row, column);
                let goes_on = |row: usize, column: usize| cell.is_some_and(|cell| same(cell, row, column));
                let across = 1 + (column + 1..columns.len()).take_while(|at| goes_on(row, *at)).count();
                let down = 1 + (row + 1..rows.len()).take_while(|at| goes_on(*at, column)).count();
                for below in covered.iter_mut().skip(row).take(down) {
                    below[column..column + across].fill(true);
                }
                line.push(Some(Shown { cell, span: (across, down) }));
            }
            lines.push(line);
        }
        lines
    }

    /// A cell with its text in a style.
    fn cell(&self, shown: &Shown<'_>, text: String, style: &str, align: CellAlign) -> Cell {
        let content = shown.cell.filter(|_| !text.is_empty()).map(|cell| Paragraph {
            style: style.to_owned(),
            role: Role::Body,
            content: vec![Inline::Text(Text {
                text,
                bold: false,
                italic: false,
                origin: Origin::from(cell.place.clone()),
            })],
            keep_next: false,
            anchor: None,
        });
        Cell {
            content: content.into_iter().collect(),
            columns: shown.span.0 as u16,
            rows: shown.span.1 as u16,
            align,
            row_header: false,
        }
    }
}
