//! Finding a cell: by the words of its row and column, or by its address and what is expected
//! there. Two matches are never resolved by guessing.

use super::header::{Head, Query, Tier};
use super::messages as say;
use super::range::parse_address;
use super::{Cell, Table, Words};
use crate::source::{Finding, Message};

/// How a pack names a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// By its row and its column: words, the beginning of words (`Общее…`), a path
    /// (`2017 / план`) or a short name.
    Words {
        /// Names the row.
        row: Words,
        /// Names the column.
        column: Words,
    },
    /// By its address, with words that its row or its column must have.
    Cell {
        /// `D7`.
        cell: Words,
        /// The words.
        expect: Words,
    },
}

/// What of a table is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    Row,
    Column,
}

/// The most heads that are compared when names like a wrong one are looked for.
const NEAR_AMONG: usize = 5_000;

impl Table {
    /// The cell that an address names. Errors: none or several match, see [`Table::cell`] and
    /// [`Table::cell_at`].
    pub fn find(&self, address: &Address) -> Result<&Cell, Finding> {
        match address {
            Address::Words { row, column } => self.cell(row, column),
            Address::Cell { cell, expect } => self.cell_at(cell, expect),
        }
    }

    /// The cell in a row and a column named by words. Errors: `row-not-found`,
    /// `row-ambiguous` and the same of the column.
    pub fn cell(&self, row: &Words, column: &Words) -> Result<&Cell, Finding> {
        let row_index = self.row(row)?;
        let column_index = self.column(column)?;
        self.get(row_index, column_index).ok_or_else(|| self.not_found(Axis::Row, row))
    }

    /// The cell at an address whose row or column has the expected words. Errors:
    /// `cell-address-invalid`, `cell-outside-table`, `cell-expected-other`.
    pub fn cell_at(&self, address: &Words, expect: &Words) -> Result<&Cell, Finding> {
        let invalid =
            || Finding::new(&say::ADDRESS_INVALID).arg("cell", address.text.trim()).at(address.place.clone());
        let (row, column) = parse_address(&address.text).ok_or_else(invalid)?;
        let cell = self.at_address(row, column).ok_or_else(|| self.outside(address))?;
        let query = Query::new(&expect.text);
        match self.heads_of(cell) {
            Some((row, column)) if row.tier(&query).is_some() || column.tier(&query).is_some() => Ok(cell),
            heads => Err(expected_other(cell, expect, heads)),
        }
    }

    /// The index of the row that words name. Errors: `row-not-found`, `row-ambiguous`.
    pub fn row(&self, words: &Words) -> Result<usize, Finding> {
        self.index(Axis::Row, words)
    }

    /// The index of the column that words name; a column of figures is preferred to one that
    /// names rows. Errors: `column-not-found`, `column-ambiguous`.
    pub fn column(&self, words: &Words) -> Result<usize, Finding> {
        self.index(Axis::Column, words)
    }

    fn index(&self, axis: Axis, words: &Words) -> Result<usize, Finding> {
        let query = Query::new(&words.text);
        let found = match axis {
            Axis::Row => best(self.rows().iter().enumerate(), &query),
            Axis::Column => {
                let data = best(self.columns().iter().enumerate().skip(self.header_columns()), &query);
                if data.is_empty() { best(self.columns().iter().enumerate(), &query) } else { data }
            }
        };
        match found[..] {
            [] => Err(self.not_found(axis, words)),
            [one] => Ok(one),
            _ => Err(self.ambiguous(axis, words, &found)),
        }
    }

    fn heads(&self, axis: Axis) -> &[Head] {
        match axis {
            Axis::Row => self.rows(),
            Axis::Column => self.columns(),
        }
    }

    fn not_found(&self, axis: Axis, words: &Words) -> Finding {
        let message = match axis {
            Axis::Row => &say::ROW_NOT_FOUND,
            Axis::Column => &say::COLUMN_NOT_FOUND,
        };
        let query = Query::new(&words.text);
        let skip = if axis == Axis::Column { self.header_columns() } else { 0 };
        self.about(message, words).arg("near", near(self.heads(axis).iter().skip(skip), &query))
    }

    fn ambiguous(&self, axis: Axis, words: &Words, found: &[usize]) -> Finding {
        let message = match axis {
            Axis::Row => &say::ROW_AMBIGUOUS,
            Axis::Column => &say::COLUMN_AMBIGUOUS,
        };
        let heads: Vec<&Head> = found.iter().filter_map(|&index| self.heads(axis).get(index)).collect();
        let cells: Vec<String> =
            heads.iter().map(|head| format!("{} «{}»", head.address, head.words())).collect();
        let mut finding = self.about(message, words).arg("cells", list(&cells));
        for head in heads.iter().take(SHOWN) {
            finding = finding.label(head.place.clone(), head.words());
        }
        finding.rewrite(self.aliases(axis, &heads))
    }

    /// The lines that give each of several heads a short name.
    fn aliases(&self, axis: Axis, heads: &[&Head]) -> String {
        let key = match (axis, self.english) {
            (Axis::Row, false) => "строки",
            (Axis::Row, true) => "rows",
            (Axis::Column, false) => "столбцы",
            (Axis::Column, true) => "columns",
        };
        let mut lines = format!("{key}:");
        for (index, head) in heads.iter().take(SHOWN).enumerate() {
            let name = short_name(head.last(), index + 1);
            lines.push_str(&format!("\n  {name}: {}", self.target(axis, head)));
        }
        lines
    }

    /// What a short name stands for: the path if only one head has it, else the cell.
    fn target(&self, axis: Axis, head: &Head) -> String {
        let words = head.words();
        let alone = best(self.heads(axis).iter().enumerate(), &Query::new(&words)).len() == 1;
        let words = quoted(&words);
        match (alone, self.english) {
            (true, _) => words,
            (false, false) => format!("{{ ячейка: {}, ожидается: {words} }}", self.cell_beside(axis, head)),
            (false, true) => format!("{{ cell: {}, expect: {words} }}", self.cell_beside(axis, head)),
        }
    }

    /// The address of the first figure of a row or column.
    fn cell_beside(&self, axis: Axis, head: &Head) -> String {
        let index = self.heads(axis).iter().position(|other| std::ptr::eq(other, head));
        let cell = index.and_then(|index| match axis {
            Axis::Row => self.get(index, self.header_columns()),
            Axis::Column => self.get(0, index),
        });
        cell.map_or_else(|| head.address.clone(), Cell::address)
    }

    pub(super) fn outside(&self, address: &Words) -> Finding {
        Finding::new(&say::CELL_OUTSIDE)
            .arg("table", self.name.as_str())
            .arg("cell", address.text.trim())
            .arg("range", self.data_range())
            .at(address.place.clone())
    }

    fn about(&self, message: &'static Message, words: &Words) -> Finding {
        Finding::new(message)
            .arg("table", self.name.as_str())
            .arg("words", words.text.trim())
            .at(words.place.clone())
    }
}

/// How many of several matches are shown.
const SHOWN: usize = 5;

/// The heads that a query names best.
fn best<'a>(heads: impl Iterator<Item = (usize, &'a Head)>, query: &Query) -> Vec<usize> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut tier = Tier::Beginning;
    let mut found = Vec::new();
    for (index, head) in heads {
        match head.tier(query) {
            Some(own) if own < tier => {
                tier = own;
                found = vec![index];
            }
            Some(own) if own == tier => found.push(index),
            _ => {}
        }
    }
    found
}

/// The three heads most like a query, most like first.
fn near<'a>(heads: impl Iterator<Item = &'a Head>, query: &Query) -> String {
    let named = heads.filter(|head| !head.path.is_empty()).take(NEAR_AMONG);
    let mut rated: Vec<(f64, &Head)> = named.map(|head| (head.likeness(query), head)).collect();
    rated.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let names: Vec<String> =
        rated.iter().take(3).map(|(_, head)| format!("{} «{}»", head.address, head.words())).collect();
    if names.is_empty() { "–".to_owned() } else { names.join(", ") }
}

fn list(cells: &[String]) -> String {
    let mut shown = cells.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if cells.len() > SHOWN {
        shown.push_str(", …");
    }
    shown
}

fn expected_other(cell: &Cell, expect: &Words, heads: Option<(&Head, &Head)>) -> Finding {
    let words = |head: Option<&Head>| head.map_or_else(String::new, Head::words);
    Finding::new(&say::CELL_EXPECTED_OTHER)
        .arg("cell", cell.address())
        .arg("expect", expect.text.trim())
        .arg("row", words(heads.map(|(row, _)| row)))
        .arg("column", words(heads.map(|(_, column)| column)))
        .at(expect.place.clone())
        .at(cell.place.clone())
}

/// A short name made of the first words of a head: letters and digits joined by `_`.
fn short_name(words: &str, number: usize) -> String {
    let (bare, _) = crate::russian::unit::split_unit(words);
    let folded = crate::russian::typography::fold(if bare.is_empty() { words } else { bare });
    let parts: Vec<&str> = folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(2)
        .collect();
    if parts.is_empty() { format!("имя_{number}") } else { format!("{}_{number}", parts.join("_")) }
}

/// Words as a YAML string that needs no thought.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
