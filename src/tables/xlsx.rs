//! Office Open XML workbooks, read by calamine as a stream.

use super::book::{Basket, Content, broken};
use super::messages as say;
use super::number_format::NumberFormat;
use super::range::Range;
use super::sheet_part;
use crate::source::Finding;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, XlsxError, XlsxFormulaMetadata};
use std::io::Cursor;
use std::sync::Arc;

/// A workbook.
pub(super) struct Xlsx {
    book: calamine::Xlsx<Cursor<Arc<[u8]>>>,
    bytes: Arc<[u8]>,
    sheets: Vec<String>,
    first: usize,
}

impl Xlsx {
    /// Opens a workbook whose size has been checked.
    pub fn open(bytes: Vec<u8>) -> Result<Xlsx, Finding> {
        let bytes: Arc<[u8]> = bytes.into();
        let book = guarded(|| calamine::Xlsx::new(Cursor::new(Arc::clone(&bytes))).map_err(refused))?;
        let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let first = sheets.clone().position(|sheet| sheet.visible == SheetVisible::Visible).unwrap_or(0);
        let sheets = sheets.map(|sheet| sheet.name.clone()).collect();
        Ok(Xlsx { book, bytes, sheets, first })
    }

    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    pub fn first(&self) -> usize {
        self.first
    }

    /// Reads the cells of a sheet.
    pub fn read(&mut self, sheet: &str, basket: &mut Basket) -> Result<(), Finding> {
        guarded(|| self.read_unguarded(sheet, basket))?;
        // calamine tells nothing of it; a sheet that cannot be looked through hides nothing.
        basket.loose.hidden = sheet_part::hidden(&self.bytes, sheet).unwrap_or_default();
        Ok(())
    }

    fn read_unguarded(&mut self, sheet: &str, basket: &mut Basket) -> Result<(), Finding> {
        let formats = self.formats(sheet, basket).map_err(refused)?;
        let merges = self.book.merge_cells_by_sheet_name(sheet).map_err(refused)?;
        basket.loose.merges = merges
            .iter()
            .map(|merge| Range {
                top: merge.start.0,
                left: merge.start.1,
                bottom: merge.end.0,
                right: merge.end.1,
            })
            .collect();
        let mut cells = self.book.worksheet_cells_reader(sheet).map_err(refused)?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(refused)? {
            let (row, column) = cell.pos;
            let format = formats.of(cell.pos);
            basket.put(row, column, content(cell.value, cell.formula, &format))?;
        }
        Ok(())
    }

    /// The number formats of the wanted cells.
    fn formats(&mut self, sheet: &str, basket: &Basket) -> Result<Formats, XlsxError> {
        let mut cells = self.book.worksheet_cells_reader(sheet)?;
        let parse = |style: &calamine::Style| {
            style
                .number_format
                .as_ref()
                .map_or(NumberFormat::GENERAL, |format| NumberFormat::parse(&format.format_code))
        };
        let formats: Vec<NumberFormat> = cells.styles().iter().map(parse).collect();
        let mut found = Vec::new();
        if formats.iter().all(|format| *format == NumberFormat::GENERAL) {
            return Ok(Formats(found));
        }
        while let Some((row, column, style)) = cells.next_style_id()? {
            let format = formats.get(style).copied().unwrap_or_default();
            let says = format != NumberFormat::GENERAL && basket.wants(row, column);
            if says && found.len() <= super::MAX_CELLS {
                found.push(((row, column), format));
            }
        }
        // Cells stand in order, unless a program wrote them carelessly.
        found.sort_by_key(|(place, _)| *place);
        Ok(Formats(found))
    }
}

/// The cells whose format is not «General», in order.
struct Formats(Vec<((u32, u32), NumberFormat)>);

impl Formats {
    fn of(&self, cell: (u32, u32)) -> NumberFormat {
        let found = self.0.binary_search_by_key(&cell, |(place, _)| *place).ok();
        found.and_then(|at| self.0.get(at)).map_or(NumberFormat::GENERAL, |(_, format)| *format)
    }
}

/// calamine reckons with row and column numbers as it finds them; where overflow is checked, a
/// reversed `A9:C1` ends in a panic. What was being read is given up afterwards.
fn guarded<T>(work: impl FnOnce() -> Result<T, Finding>) -> Result<T, Finding> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| Err(broken("A1:B2")))
}

fn content(value: DataRef, formula: Option<XlsxFormulaMetadata>, format: &NumberFormat) -> Content {
    match value {
        DataRef::Empty => formula.map_or(Content::EMPTY, |formula| Content::uncalculated(text_of(&formula))),
        DataRef::Int(int) => Content::float(int as f64, format),
        DataRef::Float(float) => Content::float(float, format),
        DataRef::String(text) if formula.is_some() => Content::new(super::Value::from_text(&text), text),
        DataRef::String(text) => Content::text(text),
        DataRef::SharedString(text) => Content::text(text.to_owned()),
        DataRef::Bool(value) => Content::boolean(value),
        DataRef::DateTime(moment) => date_time(&moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(&text),
        DataRef::Error(error) => Content::failed(error.to_string()),
    }
}

fn text_of(formula: &XlsxFormulaMetadata) -> &str {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula,
        _ => "…",
    }
}

/// A day; a time of day or a duration is text.
pub(super) fn date_time(moment: &ExcelDateTime) -> Content {
    match moment.as_datetime() {
        Some(date_time) if moment.is_datetime() && moment.as_f64() >= 1.0 => Content::moment(date_time),
        Some(date_time) => Content::time(date_time.time()),
        None => Content::float(moment.as_f64(), &NumberFormat::GENERAL),
    }
}

/// `2017-08-28` or `2017-08-28T00:00:00`; anything else is text.
pub(super) fn iso(text: &str) -> Content {
    let moment = || text.parse::<chrono::NaiveDateTime>().ok();
    match text.get(..10).and_then(|day| day.parse().ok()) {
        Some(date) => moment().map_or_else(|| Content::date(date), Content::moment),
        None => Content::new(super::Value::Text, text),
    }
}

fn refused(error: XlsxError) -> Finding {
    match error {
        XlsxError::Password => Finding::new(&say::BOOK_ENCRYPTED),
        other => broken(other),
    }
}
