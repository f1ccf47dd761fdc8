//! A spreadsheet file, whichever program saved it.

use super::grid::Loose;
use super::messages as say;
use super::number_format::NumberFormat;
use super::ods::Ods;
use super::package::{self, Kind};
use super::range::Range;
use super::xls::Xls;
use super::xlsx::Xlsx;
use super::{MAX_CELLS, Words, grid};
use crate::russian::typography::fold;
use crate::source::{Finding, Place, SourceId};
use chrono::Timelike;

/// Said of a file that is no spreadsheet at all.
pub(super) const NO_BOOK: (&str, &str) =
    ("внутри нет таблицы Excel или LibreOffice", "there is no Excel or LibreOffice table in it");

/// A spreadsheet file.
pub(super) enum Book {
    Xlsx(Box<Xlsx>),
    Xls(Xls),
    Ods(Ods),
}

impl Book {
    /// Whether the bytes begin as spreadsheets do: a zip archive or an OLE file.
    pub fn is_book(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(super::cfb::SIGNATURE)
    }

    /// Opens one. Errors: `spreadsheet-broken`, `spreadsheet-encrypted`,
    /// `spreadsheet-too-large`; they have no place yet.
    pub fn open(bytes: Vec<u8>) -> Result<Book, Finding> {
        if bytes.starts_with(super::cfb::SIGNATURE) {
            return Xls::open(bytes).map(Book::Xls);
        }
        match package::check(&bytes)? {
            Kind::Xlsx => Xlsx::open(bytes).map(|book| Book::Xlsx(Box::new(book))),
            Kind::Ods => Ods::open(bytes).map(Book::Ods),
        }
    }

    /// The names of its sheets, in their order.
    pub fn sheets(&self) -> &[String] {
        match self {
            Book::Xlsx(book) => book.sheets(),
            Book::Xls(book) => book.sheets(),
            Book::Ods(book) => book.sheets(),
        }
    }

    /// The sheet that words name, or the first one that is not hidden. Errors:
    /// `sheet-not-found`.
    pub fn choose(&self, words: Option<&Words>, source: SourceId) -> Result<String, Finding> {
        let sheets = self.sheets();
        let Some(words) = words else {
            let first = match self {
                Book::Xlsx(book) => book.first(),
                Book::Xls(book) => book.first(),
                Book::Ods(book) => book.first(),
            };
            let broken = || Finding::new(&say::BOOK_BROKEN).arg("why", NO_BOOK).at(source);
            return sheets.get(first).cloned().ok_or_else(broken);
        };
        let folded = fold(&words.text);
        let exact = sheets.iter().find(|sheet| **sheet == words.text);
        exact.or_else(|| sheets.iter().find(|sheet| fold(sheet) == folded)).cloned().ok_or_else(|| {
            let names: Vec<String> = sheets.iter().take(20).map(|sheet| format!("«{sheet}»")).collect();
            Finding::new(&say::SHEET_NOT_FOUND)
                .arg("sheet", words.text.trim())
                .arg("sheets", names.join(", "))
                .at(words.place.clone())
        })
    }

    /// The filled cells of a sheet, within a window if there is one. Errors have no place yet.
    pub fn read(
        &mut self,
        sheet: &str,
        window: Option<Range>,
        place: &dyn Fn(u32, u32) -> Place,
    ) -> Result<Loose, Finding> {
        let mut basket = Basket { loose: Loose::default(), window, place };
        match self {
            Book::Xlsx(book) => book.read(sheet, &mut basket)?,
            Book::Xls(book) => book.read(sheet, &mut basket)?,
            Book::Ods(book) => book.read(sheet, &mut basket)?,
        }
        Ok(basket.loose)
    }
}

/// Said of a file that its reader refuses.
pub(super) fn broken(why: impl std::fmt::Display) -> Finding {
    let why = why.to_string();
    let both = (format!("он повреждён ({why})"), format!("it is damaged ({why})"));
    Finding::new(&say::BOOK_BROKEN).arg("why", (both.0.as_str(), both.1.as_str()))
}

/// Collects the cells of a sheet, as many as a table may have.
pub(super) struct Basket<'a> {
    pub loose: Loose,
    window: Option<Range>,
    place: &'a dyn Fn(u32, u32) -> Place,
}

impl Basket<'_> {
    /// Whether a cell is wanted.
    pub fn wants(&self, row: u32, column: u32) -> bool {
        self.window.is_none_or(|window| window.contains(row, column))
    }

    /// Those of the rows that are wanted.
    pub fn rows(&self, rows: std::ops::Range<u32>) -> std::ops::Range<u32> {
        match self.window {
            Some(window) => rows.start.max(window.top)..rows.end.min(window.bottom + 1),
            None => rows,
        }
    }

    /// Those of the columns that are wanted.
    pub fn columns(&self, columns: std::ops::Range<u32>) -> std::ops::Range<u32> {
        match self.window {
            Some(window) => columns.start.max(window.left)..columns.end.min(window.right + 1),
            None => columns,
        }
    }

    /// Whether rows from this one on may be wanted.
    pub fn wants_rows_from(&self, row: u32) -> bool {
        self.window.is_none_or(|window| row <= window.bottom)
    }

    /// Takes a cell, empty ones excepted. Errors: `table-too-many-cells`.
    pub fn put(&mut self, row: u32, column: u32, content: Content) -> Result<(), Finding> {
        if content.value == super::Value::Empty || !self.wants(row, column) {
            return Ok(());
        }
        if self.loose.cells.len() >= MAX_CELLS {
            return Err(too_many(row, column));
        }
        let Content { value, text, stored_as_text } = content;
        let place = (self.place)(row, column);
        self.loose.cells.push(grid::Cell { value, text, place, row, column, merged: None, stored_as_text });
        Ok(())
    }
}

pub(super) fn too_many(row: u32, column: u32) -> Finding {
    let last = grid::address(row, column);
    Finding::new(&say::TOO_MANY_CELLS).arg("limit", MAX_CELLS.to_string()).arg("last", last)
}

/// What a cell of a spreadsheet holds and shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Content {
    pub value: super::Value,
    pub text: String,
    pub stored_as_text: bool,
}

impl Content {
    /// Nothing.
    pub const EMPTY: Content =
        Content { value: super::Value::Empty, text: String::new(), stored_as_text: false };

    /// A value with what is shown.
    pub fn new(value: super::Value, text: impl Into<String>) -> Content {
        Content { value, text: text.into(), stored_as_text: false }
    }

    /// Text, which may be a number in disguise.
    pub fn text(text: String) -> Content {
        let value = super::Value::from_text(&text);
        let stored_as_text = matches!(value, super::Value::Number(_) | super::Value::Ambiguous);
        Content { value, text, stored_as_text }
    }

    /// A floating-point number as a format shows it; one that no exact decimal can hold stays
    /// text.
    pub fn float(float: f64, format: &NumberFormat) -> Content {
        match super::Number::from_float(float, format) {
            Some(number) => Content::new(super::Value::Number(number), number.text()),
            None => Content::new(super::Value::Text, format!("{float:e}")),
        }
    }

    /// The same, where a number shows the decimals of a text.
    pub fn shown_as(self, text: &str) -> Content {
        match self.value {
            super::Value::Number(number) => {
                Content { value: super::Value::Number(number.shown_as(text)), ..self }
            }
            _ => self,
        }
    }

    /// A truth value.
    pub fn boolean(value: bool) -> Content {
        Content::new(super::Value::Boolean(value), if value { "ИСТИНА" } else { "ЛОЖЬ" })
    }

    /// A day, as Russian sheets show it.
    pub fn date(date: chrono::NaiveDate) -> Content {
        Content::new(super::Value::Date(date), date.format("%d.%m.%Y").to_string())
    }

    /// A day with a time, which midnight leaves out.
    pub fn moment(moment: chrono::NaiveDateTime) -> Content {
        let day = Content::date(moment.date());
        match clock(moment.time()) {
            Some(time) => Content { text: format!("{} {time}", day.text), ..day },
            None => day,
        }
    }

    /// A time of day: words.
    pub fn time(time: chrono::NaiveTime) -> Content {
        Content::new(super::Value::Text, clock(time).unwrap_or_else(|| "00:00".to_owned()))
    }

    /// A formula that failed, e.g. `#DIV/0!`.
    pub fn failed(error: impl Into<String>) -> Content {
        Content::new(super::Value::Failed, error)
    }

    /// A formula whose result is not stored.
    pub fn uncalculated(formula: &str) -> Content {
        Content::new(super::Value::Uncalculated, format!("={formula}"))
    }
}
/// A time as Russian sheets show it, seconds only where there are some; `None` for midnight.
fn clock(time: chrono::NaiveTime) -> Option<String> {
    let (hours, minutes, seconds) = (time.hour(), time.minute(), time.second());
    let whole = || format!("{hours:02}:{minutes:02}");
    match (hours, minutes, seconds) {
        (0, 0, 0) => None,
        (_, _, 0) => Some(whole()),
        _ => Some(format!("{}:{seconds:02}", whole())),
    }
}
