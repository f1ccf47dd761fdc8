//! A table of statistics as it stands in a document.

use super::figure::Figures;
use super::messages as say;
use super::{Cell, CellAlign, Column, Inline, Origin, Paragraph, Role, Row, Table, Text};
use crate::pack::read::{NO_TABLES, Word, advice};
use crate::pack::resolution::TablePlace;
use crate::russian::number::{self, Grouping, NumberStyle, TrailingZeros};
use crate::russian::typography::one_line;
use crate::source::{Finding, Findings};
use crate::tables::{self, Value, Words};
use rust_decimal::Decimal;

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
    let decimals = wanted.decimals.as_ref().map(|at| at.value.get());
    let maker = Maker { table, styles, columns: &columns, decimals, numbers: figures.number_style() };
    let shares = vec![Column { share: None }; table.header_columns() + columns.len()];
    let mut made = Table { columns: shares, rows: maker.head(), ..empty(styles) };
    made.header_rows = made.rows.len();
    made.rows.extend(maker.body(&rows, findings));
    Some(made)
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
        continuation: None,
        ending: None,
        anchor: None,
        style: styles.table.clone(),
        columns: Vec::new(),
        header_rows: 0,
        rows: Vec::new(),
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

struct Maker<'a> {
    table: &'a tables::Table,
    styles: &'a Styles,
    /// Indices in the table's own columns.
    columns: &'a [usize],
    decimals: Option<u32>,
    /// How the pack writes numbers.
    numbers: NumberStyle,
}

/// How the cells of a column are printed.
#[derive(Clone, Copy)]
struct Kind {
    /// Whether they are figures.
    figures: bool,
    /// With how many decimals.
    decimals: Option<u32>,
    /// From which number their digits stand in groups.
    grouping: Grouping,
}

/// A cell as a document shows it, and how many columns and rows it takes.
struct Shown<'a> {
    cell: Option<&'a tables::Cell>,
    span: (usize, usize),
}

impl Maker<'_> {
    /// The header rows.
    fn head(&self) -> Vec<Row> {
        let rows: Vec<usize> = self.table.header_rows().collect();
        let shown = self.shown(&rows);
        let row = |line: &Vec<Option<Shown<'_>>>| Row {
            cells: line
                .iter()
                .flatten()
                .map(|shown| {
                    self.cell(
                        shown.cell,
                        (&self.styles.head, self.numbers.with_decimals(None)),
                        CellAlign::Center,
                        shown.span,
                    )
                })
                .collect(),
        };
        shown.iter().map(row).collect()
    }

    /// The body's rows; a cell that cannot be shown is a finding.
    fn body(&self, rows: &[usize], findings: &mut Findings) -> Vec<Row> {
        let first = self.table.header_rows().end;
        let in_grid: Vec<usize> = rows.iter().map(|row| first + row).collect();
        let shown = self.shown(&in_grid);
        let kinds: Vec<Kind> = self.columns.iter().map(|column| self.kind(*column)).collect();
        shown
            .iter()
            .filter_map(|line| self.row(line, &kinds).map_err(|finding| findings.push(finding)).ok())
            .collect()
    }

    fn kind(&self, column: usize) -> Kind {
        let figures = self.is_figures(column);
        let decimals = if figures { self.decimals_of(column) } else { None };
        Kind { figures, decimals, grouping: self.grouping_of(column) }
    }

    /// Where a column has a number of five digits, those of four are grouped too: their
    /// thousands stand one under the other.
    fn grouping_of(&self, column: usize) -> Grouping {
        let is_long = |row: usize| match self.table.get(row, column).map(|cell| &cell.value) {
            Some(Value::Number(number)) => number.value.abs() >= Decimal::from(10_000),
            _ => false,
        };
        match (0..self.table.rows().len()).any(is_long) {
            true => Grouping::FromThousand,
            false => self.numbers.grouping,
        }
    }

    fn row(&self, line: &[Option<Shown<'_>>], kinds: &[Kind]) -> Result<Row, Finding> {
        let leading = self.table.header_columns();
        let mut cells = Vec::new();
        for (position, shown) in line.iter().enumerate() {
            let Some(Shown { cell, span }) = shown else { continue };
            let kind = position.checked_sub(leading).and_then(|index| kinds.get(index));
            if let (Some(_), Some(cell)) = (kind, cell) {
                cell.shown()?;
            }
            let figures = kind.is_some_and(|kind| kind.figures);
            let align = if figures { CellAlign::Decimal } else { CellAlign::Start };
            let decimals = kind.and_then(|kind| kind.decimals);
            let grouping = kind.map_or(self.numbers.grouping, |kind| kind.grouping);
            let numbers = NumberStyle { grouping, ..self.numbers }.with_decimals(decimals);
            let mut made = self.cell(*cell, (&self.styles.cell, numbers), align, *span);
            made.row_header = position == 0;
            cells.push(made);
        }
        Ok(Row { cells })
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

    /// Whether a column holds figures: the decimal commas of such a column stand in a line.
    fn is_figures(&self, column: usize) -> bool {
        let values = || {
            (0..self.table.rows().len()).filter_map(|row| self.table.get(row, column)).map(|cell| &cell.value)
        };
        values().any(|value| matches!(value, Value::Number(_)))
            && !values().any(|value| matches!(value, Value::Text | Value::Date(_)))
    }

    /// How many decimals a column of figures is printed with: those that were asked for, else as
    /// many as its longest figure has, so that «6» stands as «6,0» among «4,7» and «5,2».
    fn decimals_of(&self, column: usize) -> Option<u32> {
        let scale = |row: usize| match &self.table.get(row, column)?.value {
            Value::Number(number) => Some(number.value.normalize().scale()),
            _ => None,
        };
        self.decimals.or_else(|| (0..self.table.rows().len()).filter_map(scale).max())
    }

    /// A cell in a style, its figure written so.
    fn cell(
        &self,
        cell: Option<&tables::Cell>,
        (style, numbers): (&str, NumberStyle),
        align: CellAlign,
        span: (usize, usize),
    ) -> Cell {
        let text = cell.map_or_else(String::new, |cell| printed(cell, numbers));
        let content = cell.filter(|_| !text.is_empty()).map(|cell| Paragraph {
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
            columns: span.0 as u16,
            rows: span.1 as u16,
            align,
            row_header: false,
        }
    }
}

/// A cell as a document prints it: figures in the Russian form; all else as it stands.
fn printed(cell: &tables::Cell, numbers: NumberStyle) -> String {
    match &cell.value {
        Value::Number(number) => {
            let style = NumberStyle { zeros: TrailingZeros::Keep, ..numbers };
            match number.percent {
                true => number::format_percent(number.value, &style),
                false => number::format(number.value, &style),
            }
        }
        _ => one_line(&cell.text),
    }
}
