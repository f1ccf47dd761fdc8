//! Where the named figures come from: entries of the pack, rows of a sheet, cells of tables.

use crate::document::figure::Tables;
use crate::document::messages::UNKNOWN_TABLE;
use crate::indicators::{CellAddress, CellFigure, Definition, Facts, Figure, Lost, Unit, sheet::SheetCell};
use crate::pack::facts::{Expression, IndicatorEntry};
use crate::pack::read::{At, NO_TABLES, advice};
use crate::source::Finding;
use crate::tables::{self, Table, Value};

/// An entry of `pack.yaml` as a definition.
pub fn definition(name: &At<String>, entry: &IndicatorEntry) -> Definition {
    let expression = |expression: &Expression| Figure::Expression(expression.0.trimmed());
    Definition {
        name: name.value.clone(),
        place: name.span.into(),
        title: entry.title.as_ref().map(|title| title.value.clone()),
        unit: entry.unit.as_ref().and_then(|unit| Unit::parse(&unit.value)),
        decimals: entry.decimals.as_ref().map(|decimals| decimals.value),
        value: expression(&entry.value),
        previous: entry.previous.as_ref().map(expression),
    }
}

/// The cells of a sheet of indicators: the header, and the rows below it.
pub fn sheet_rows(table: &Table) -> (Vec<SheetCell>, Vec<Vec<SheetCell>>) {
    let grid = table.grid();
    let cell = |row: usize, column: usize| {
        let cell = grid.get(row, column)?;
        let number = match &cell.value {
            Value::Number(number) => Some(number.value),
            _ => None,
        };
        let unreadable = matches!(cell.value, Value::Uncalculated | Value::Failed | Value::Ambiguous);
        let (text, address, place) = (cell.text.clone(), cell.address(), cell.place.clone());
        Some(SheetCell { text, number, unreadable, address, place })
    };
    let row = |row: usize| (0..grid.columns()).filter_map(|column| cell(row, column)).collect();
    let header = table.header_rows();
    let first = table.first_row();
    let rows = first..first + table.rows().len();
    (row(header.start), rows.map(row).collect())
}

/// What is to be said of cells of a sheet of indicators that cannot be read, by row and column of
/// [`sheet_rows`].
pub fn unreadable(table: &Table, cells: &[(usize, usize)]) -> Vec<Finding> {
    let first = table.first_row();
    tables::unreadable(cells.iter().filter_map(|&(row, column)| table.grid().get(first + row, column)))
}

/// What expressions can ask for: the tables, and which names could not be read.
pub struct Book<'a> {
    /// The tables.
    pub tables: Tables<'a>,
    /// Indicators that are defined where nothing could be read.
    pub lost: &'a Lost,
}

impl Facts for Book<'_> {
    fn cell(&self, table: &crate::indicators::Words, address: &CellAddress) -> Result<CellFigure, Finding> {
        let words =
            |words: &crate::indicators::Words| tables::Words::new(words.text.clone(), words.place.clone());
        let Some(found) = self.tables.tables.get(&table.text) else {
            return Err(self.tables.unknown(table));
        };
        let cell = match address {
            CellAddress::Words { row, column } => found.cell(&words(row), &words(column))?,
            CellAddress::Cell { cell, expect } => found.cell_at(&words(cell), &words(expect))?,
        };
        let number = cell.number().map_err(|finding| finding.at(table.place.clone()))?;
        let unit =
            if number.percent { Some(Unit::percent()) } else { found.unit_of(cell).and_then(Unit::parse) };
        Ok(CellFigure { value: number.value, unit, place: cell.place.clone() })
    }

    fn is_unusable(&self, table: &str) -> bool {
        self.tables.unusable.contains(table)
    }

    fn is_lost(&self, name: &str) -> bool {
        self.lost.has(name)
    }

    fn unset(&self, name: &str) -> Option<&crate::source::Place> {
        self.lost.unset(name)
    }
}

impl Tables<'_> {
    fn unknown(&self, table: &crate::indicators::Words) -> Finding {
        let known = advice(&table.text, || self.tables.keys().map(String::as_str), NO_TABLES);
        Finding::new(&UNKNOWN_TABLE)
            .arg("name", table.text.clone())
            .arg("known", known)
            .at(table.place.clone())
    }
}
