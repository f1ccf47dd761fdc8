//! What the pack says about a table.

use crate::source::Place;

/// Words that a user wrote, with their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub place: Place,
}

impl Words {
    /// Words at a place.
    pub fn new(text: impl Into<String>, place: impl Into<Place>) -> Words {
        Words { text: text.into(), place: place.into() }
    }
}

/// A short name for a row or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The short name.
    pub name: Words,
    /// The words of the row or column. With `cell`, what is expected there.
    pub words: Words,
    /// A cell of the row or column, where words cannot tell two of them apart.
    pub cell: Option<Words>,
}

/// What the pack says about a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// The name by which the pack calls it.
    pub name: String,
    /// Its title; without one, a title row of the sheet is taken.
    pub title: Option<String>,
    /// The sheet of a spreadsheet; without one, the first.
    pub sheet: Option<Words>,
    /// The part of the sheet, `A1:D20`; without one, all that is filled.
    pub range: Option<Words>,
    /// How many rows the header has; without a number one, or as many as merged cells show.
    pub header_rows: Option<usize>,
    /// How many columns name the rows; without a number one.
    pub header_columns: Option<usize>,
    /// Whether rows and columns that the sheet hides are read; where it is not said, they are, with
    /// a warning.
    pub hidden: Option<bool>,
    /// The unit of every figure whose row and column name none.
    pub unit: Option<String>,
    /// Short names of rows.
    pub rows: Vec<Alias>,
    /// Short names of columns.
    pub columns: Vec<Alias>,
    /// Whether the pack is written with English keys, so that advice is given in them.
    pub english: bool,
    /// Where the pack says all this.
    pub place: Place,
}

impl Spec {
    /// A table of which the pack says nothing but its name.
    pub fn new(name: impl Into<String>, place: impl Into<Place>) -> Spec {
        Spec {
            name: name.into(),
            title: None,
            sheet: None,
            range: None,
            header_rows: None,
            header_columns: None,
            hidden: None,
            unit: None,
            rows: Vec::new(),
            columns: Vec::new(),
            english: false,
            place: place.into(),
        }
    }
}
