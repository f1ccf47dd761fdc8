//! The tables, as far as expressions see them.

use super::{Unit, name_key};
use crate::source::{Finding, Place};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Words of an expression and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words, without the quotation marks around them.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

/// Which cell of a table is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellAddress {
    /// `бюджет[Общее образование; 2017 / план]`
    Words {
        /// The row.
        row: Words,
        /// The column.
        column: Words,
    },
    /// `бюджет[D7 = Школы]`
    Cell {
        /// `D7`
        cell: Words,
        /// The words that the row or column of the cell must have.
        expect: Words,
    },
}

/// The figure in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFigure {
    /// The number, counted in `unit`.
    pub value: Decimal,
    /// Its unit, where the table knows one; [`Unit::percent`] for a cell shown with `%`.
    pub unit: Option<Unit>,
    /// The cell.
    pub place: Place,
}

/// Names that are defined where nothing could be read; that has been said, so that their uses
/// need no further finding.
#[derive(Clone, Debug, Default)]
pub struct Lost {
    /// The names.
    pub names: BTreeSet<String>,
    /// Whether a whole sheet could not be read: any name may have stood in it.
    pub any: bool,
    /// Names that stand in a sheet without a value, with the place of the empty cell; whoever asks
    /// for one is told.
    pub unset: Vec<(String, Place)>,
}

impl Lost {
    /// Whether the name is among them.
    pub fn has(&self, name: &str) -> bool {
        self.any || self.names.iter().any(|lost| name_key(lost) == name_key(name))
    }

    /// The empty cell of a name that has no value yet.
    pub fn unset(&self, name: &str) -> Option<&Place> {
        let key = name_key(name);
        self.unset.iter().find(|(unset, _)| name_key(unset) == key).map(|(_, place)| place)
    }
}

/// Where expressions find their cells.
pub trait Facts {
    /// The figure in a cell of a table. Errors: an unknown table, no such cell, several, or one
    /// without a number; the finding names the places.
    fn cell(&self, table: &Words, address: &CellAddress) -> Result<CellFigure, Finding>;

    /// Whether a table is there but could not be read, which has been said.
    fn is_unusable(&self, _table: &str) -> bool {
        false
    }

    /// Whether the definition of a name stands where nothing could be read, which has been said.
    fn is_lost(&self, _name: &str) -> bool {
        false
    }

    /// The empty cell of an indicator that stands in a sheet without a value.
    fn unset(&self, _name: &str) -> Option<&Place> {
        None
    }
}
