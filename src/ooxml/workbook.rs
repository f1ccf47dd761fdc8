//! Excel files ([ISO/IEC 29500-1](https://www.iso.org/standard/71691.html), SpreadsheetML): the
//! workbooks inside of charts, and tables that somebody goes on working with.
//!
//! ```text
//! let mut sheet = Sheet::new("Данные");
//! sheet.row(vec![Cell::text("Школа").bold(), Cell::text("2025").bold()]);
//! sheet.row(vec![Cell::text("№ 1"), Cell::number(decimal)]);
//! let bytes = Workbook { sheets: vec![sheet] }.write(None);
//! ```

use super::{Package, Properties, Xml};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::fmt::Write;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;
/// Excel's own number formats end here.
const FIRST_FORMAT: usize = 164;

/// An Excel file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workbook {
    /// Its sheets; a file without one gets an empty one.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; what Excel forbids in it is replaced when it is written.
    pub name: String,
    /// The widths of its columns in letters; those not listed have Excel's own.
    pub widths: Vec<f32>,
    /// How many of the first rows stay in sight and are repeated on each page.
    pub header_rows: usize,
    /// Whether its header can filter the rows.
    pub filter: bool,
    /// Whether it is printed across.
    pub landscape: bool,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: CellValue,
    /// How it looks.
    pub style: CellStyle,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CellValue {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(NaiveDate),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellStyle {
    /// Bold words.
    pub bold: bool,
    /// Words go on in further lines, from the top of the cell on.
    pub wrap: bool,
    /// Stands in the middle.
    pub centered: bool,
    /// Thin lines around.
    pub ruled: bool,
    /// The colour behind it.
    pub fill: Option<[u8; 3]>,
    /// How many decimals a number shows; `None` shows those it has.
    pub decimals: Option<u32>,
    /// Whether a number has `%` behind it; it counts percents, so that 45 shows as «45 %».
    pub percent: bool,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell { value: CellValue::Text(text.into()), ..Cell::default() }
    }

    /// A number.
    pub fn number(number: Decimal) -> Cell {
        Cell { value: CellValue::Number(number), ..Cell::default() }
    }

    /// A day, shown as 28.08.2017.
    pub fn date(date: NaiveDate) -> Cell {
        Cell { value: CellValue::Date(date), ..Cell::default() }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(mut self) -> Cell {
        self.style.bold = true;
        self
    }

    /// The same in another style.
    #[must_use]
    pub fn styled(self, style: CellStyle) -> Cell {
        Cell { style, ..self }
    }
}

impl Sheet {
    /// An empty sheet.
    pub fn new(name: impl Into<String>) -> Sheet {
        Sheet { name: name.into(), ..Sheet::default() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// How many columns its longest row has.
    fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Where its cells are: `A1:D20`.
    fn range(&self) -> String {
        reference(self.rows.len().saturating_sub(1), self.columns().saturating_sub(1), false)
    }
}

/// A range from A1 to the cell of a row and column counted from 0.
fn reference(row: usize, column: usize, fixed: bool) -> String {
    let dollar = if fixed { "$" } else { "" };
    format!("{dollar}A{dollar}1:{dollar}{}{dollar}{}", column_name(column), row + 1)
}

/// A column's letters: 0 is `A`, 26 is `AA`.
pub fn column_name(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    name
}

/// What a sheet may be called: no `[]:*?/\`, no quotation mark at its ends, at most 31 characters.
pub fn sheet_name(name: &str) -> String {
    let clean = |c: char| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c };
    let name: String = name.chars().map(clean).collect();
    let name: String = name.trim().trim_matches('\'').chars().take(LONGEST_NAME).collect();
    if name.trim().is_empty() { "Лист".to_owned() } else { name.trim().to_owned() }
}

impl Workbook {
    /// The bytes of the file; the same on every run.
    pub fn write(&self, properties: Option<&Properties<'_>>) -> Vec<u8> {
        let empty = [Sheet::new("Лист")];
        let sheets = if self.sheets.is_empty() { &empty[..] } else { &self.sheets };
        let names = names(sheets);
        let mut styles = Styles::default();
        let mut package = Package::default();
        package.relate("", "officeDocument", "xl/workbook.xml");
        if let Some(properties) = properties {
            properties.add_to(&mut package);
        }
        package.part(
            "xl/workbook.xml",
            &format!("{CONTENT_TYPE}.sheet.main+xml"),
            workbook_part(sheets, &names),
        );
        for (at, sheet) in sheets.iter().enumerate() {
            let name = format!("worksheets/sheet{}.xml", at + 1);
            let part = sheet_part(sheet, at == 0, &mut styles);
            package.part(&format!("xl/{name}"), &format!("{CONTENT_TYPE}.worksheet+xml"), part);
            package.relate("xl/workbook.xml", "worksheet", &name);
        }
        package.part("xl/styles.xml", &format!("{CONTENT_TYPE}.styles+xml"), styles.part());
        package.relate("xl/workbook.xml", "styles", "styles.xml");
        package.finish()
    }
}

/// The sheets' names, each once: Excel refuses two of one name, whatever their case.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let own = sheet_name(&sheet.name);
        let taken = |name: &str| names.iter().any(|other| other.to_lowercase() == name.to_lowercase());
        let mut name = own.clone();
        let mut number = 2;
        while taken(&name) {
            let tail = format!(" {number}");
            name = own.chars().take(LONGEST_NAME - tail.len()).chain(tail.chars()).collect();
            number += 1;
        }
        names.push(name);
    }
    names
}

/// Order of children: ISO/IEC 29500-1, 18.2.27.
fn workbook_part(sheets: &[Sheet], names: &[String]) -> Vec<u8> {
    Xml::part("workbook", |xml| {
        xml.attribute("xmlns", MAIN).attribute("xmlns:r", RELATIONS);
        xml.element("sheets", |xml| {
            for (at, name) in names.iter().enumerate() {
                xml.element("sheet", |xml| {
                    xml.attribute("name", name).attribute("sheetId", at + 1);
                    xml.attribute("r:id", format_args!("rId{}", at + 1));
                });
            }
        });
        if sheets.iter().any(|sheet| sheet.filter || sheet.header_rows > 0) {
            xml.element("definedNames", |xml| defined_names(xml, sheets, names));
        }
    })
}

fn defined_names(xml: &mut Xml, sheets: &[Sheet], names: &[String]) {
    for (at, (sheet, name)) in sheets.iter().zip(names).enumerate() {
        let quoted = name.replace('\'', "''");
        let mut define = |kind: &str, hidden: bool, range: String| {
            xml.element("definedName", |xml| {
                xml.attribute("name", kind).attribute("localSheetId", at);
                if hidden {
                    xml.attribute("hidden", 1);
                }
                xml.text(&format!("'{quoted}'!{range}"));
            });
        };
        if sheet.filter && !sheet.rows.is_empty() {
            let range = filtered(sheet, true);
            define("_xlnm._FilterDatabase", true, range);
        }
        if sheet.header_rows > 0 {
            define("_xlnm.Print_Titles", false, format!("$1:${}", sheet.header_rows));
        }
    }
}

/// The range that a filter works on: from the last header row on.
fn filtered(sheet: &Sheet, fixed: bool) -> String {
    let dollar = if fixed { "$" } else { "" };
    let first = sheet.header_rows.max(1);
    let last = sheet.rows.len().max(first);
    let column = column_name(sheet.columns().saturating_sub(1));
    format!("{dollar}A{dollar}{first}:{dollar}{column}{dollar}{last}")
}

/// Order of children: ISO/IEC 29500-1, 18.3.1.99.
fn sheet_part(sheet: &Sheet, active: bool, styles: &mut Styles) -> Vec<u8> {
    Xml::part("worksheet", |xml| {
        xml.attribute("xmlns", MAIN);
        if sheet.landscape {
            xml.element("sheetPr", |xml| xml.with("pageSetUpPr", "fitToPage", 1));
        }
        xml.with("dimension", "ref", sheet.range());
        xml.element("sheetViews", |xml| view(xml, sheet, active));
        xml.with("sheetFormatPr", "defaultRowHeight", 15);
        if !sheet.widths.is_empty() {
            xml.element("cols", |xml| {
                for (at, width) in sheet.widths.iter().enumerate() {
                    xml.element("col", |xml| {
                        xml.attribute("min", at + 1).attribute("max", at + 1);
                        xml.attribute("width", width).attribute("customWidth", 1);
                    });
                }
            });
        }
        xml.element("sheetData", |xml| {
            for (at, row) in sheet.rows.iter().enumerate() {
                xml.element("row", |xml| {
                    xml.attribute("r", at + 1);
                    row.iter().enumerate().for_each(|(column, one)| cell(xml, (at, column), one, styles));
                });
            }
        });
        if sheet.filter && !sheet.rows.is_empty() {
            xml.with("autoFilter", "ref", filtered(sheet, false));
        }
        if sheet.landscape {
            xml.element("pageSetup", |xml| {
                xml.attribute("paperSize", 9)
                    .attribute("orientation", "landscape")
                    .attribute("fitToHeight", 0);
            });
        }
    })
}

fn view(xml: &mut Xml, sheet: &Sheet, active: bool) {
    xml.element("sheetView", |xml| {
        if active {
            xml.attribute("tabSelected", 1);
        }
        xml.attribute("workbookViewId", 0);
        if sheet.header_rows > 0 {
            xml.element("pane", |xml| {
                xml.attribute("ySplit", sheet.header_rows);
                xml.attribute("topLeftCell", format_args!("A{}", sheet.header_rows + 1));
                xml.attribute("activePane", "bottomLeft").attribute("state", "frozen");
            });
            xml.with("selection", "pane", "bottomLeft");
        }
    });
}

fn cell(xml: &mut Xml, (row, column): (usize, usize), cell: &Cell, styles: &mut Styles) {
    let style = styles.number(cell);
    if style == 0 && cell.value == CellValue::Empty {
        return;
    }
    xml.element("c", |xml| {
        xml.attribute("r", format_args!("{}{}", column_name(column), row + 1));
        if style > 0 {
            xml.attribute("s", style);
        }
        match &cell.value {
            CellValue::Empty => {}
            CellValue::Number(number) => xml.leaf("v", &number.normalize().to_string()),
            CellValue::Date(date) => xml.leaf("v", &serial(*date).to_string()),
            CellValue::Text(text) => {
                xml.attribute("t", "inlineStr");
                xml.element("is", |xml| {
                    xml.element("t", |xml| {
                        if text.trim() != text {
                            xml.attribute("xml:space", "preserve");
                        }
                        xml.text(text);
                    });
                });
            }
        }
    });
}

/// Days since the last day of 1899, as Excel counts them from March 1900 on.
fn serial(date: NaiveDate) -> i64 {
    NaiveDate::from_ymd_opt(1899, 12, 30).map_or(0, |first| (date - first).num_days())
}

/// The styles that cells have, in the order in which they come up.
#[derive(Default)]
struct Styles {
    known: Vec<(CellStyle, bool)>,
}

impl Styles {
    /// The number of a cell's style; 0 is the plain one.
    fn number(&mut self, cell: &Cell) -> usize {
        let date = matches!(cell.value, CellValue::Date(_));
        let wanted = (cell.style, date);
        if wanted == (CellStyle::default(), false) {
            return 0;
        }
        let at = self.known.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            self.known.push(wanted);
            self.known.len() - 1
        });
        at + 1
    }

    /// `xl/styles.xml`; order of children: ISO/IEC 29500-1, 18.8.39.
    fn part(&self) -> Vec<u8> {
        let formats = distinct(self.known.iter().filter_map(|(style, date)| format(style, *date)));
        let fills = distinct(self.known.iter().filter_map(|(style, _)| style.fill));
        Xml::part("styleSheet", |xml| {
            xml.attribute("xmlns", MAIN);
            if !formats.is_empty() {
                counted(xml, "numFmts", formats.len(), |xml| {
                    for (at, code) in formats.iter().enumerate() {
                        xml.element("numFmt", |xml| {
                            xml.attribute("numFmtId", FIRST_FORMAT + at).attribute("formatCode", code);
                        });
                    }
                });
            }
            counted(xml, "fonts", 2, |xml| [false, true].into_iter().for_each(|bold| font(xml, bold)));
            counted(xml, "fills", fills.len() + 2, |xml| write_fills(xml, &fills));
            counted(xml, "borders", 2, |xml| [false, true].into_iter().for_each(|ruled| border(xml, ruled)));
            counted(xml, "cellStyleXfs", 1, |xml| xml.empty("xf"));
            counted(xml, "cellXfs", self.known.len() + 1, |xml| {
                xml.with("xf", "xfId", 0);
                self.known.iter().for_each(|known| record(xml, known, &formats, &fills));
            });
        })
    }
}

fn counted(xml: &mut Xml, name: &str, count: usize, content: impl FnOnce(&mut Xml)) {
    xml.element(name, |xml| {
        xml.attribute("count", count);
        content(xml);
    });
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.fold(Vec::new(), |mut known, one| {
        if !known.contains(&one) {
            known.push(one);
        }
        known
    })
}

/// The code of a number format; `None` for Excel's own.
fn format(style: &CellStyle, date: bool) -> Option<String> {
    if date {
        return Some("dd.mm.yyyy".to_owned());
    }
    (style.decimals.is_some() || style.percent).then(|| number_format(style.decimals, style.percent))
}

/// The code of a format for numbers: `#,##0.0`, which an Office in Russian shows with a decimal
/// comma and spaces, with `"%"` as words behind, for numbers that count percents.
pub fn number_format(decimals: Option<u32>, percent: bool) -> String {
    let mut code = match decimals {
        None => "General".to_owned(),
        Some(_) => "#,##0".to_owned(),
    };
    if let Some(decimals) = decimals.filter(|decimals| *decimals > 0) {
        let zeros = "0".repeat(decimals.min(28) as usize);
        // Writing to a string does not fail.
        let _ = write!(code, ".{zeros}");
    }
    if percent {
        code.push_str("\"\u{a0}%\"");
    }
    code
}

fn font(xml: &mut Xml, bold: bool) {
    xml.element("font", |xml| {
        xml.flag("b", bold);
        xml.with("sz", "val", 11);
        xml.with("name", "val", "Calibri");
        xml.with("family", "val", 2);
    });
}

fn write_fills(xml: &mut Xml, fills: &[[u8; 3]]) {
    for pattern in ["none", "gray125"] {
        xml.element("fill", |xml| xml.with("patternFill", "patternType", pattern));
    }
    for [red, green, blue] in fills {
        xml.element("fill", |xml| {
            xml.element("patternFill", |xml| {
                xml.attribute("patternType", "solid");
                xml.with("fgColor", "rgb", format_args!("FF{red:02X}{green:02X}{blue:02X}"));
            });
        });
    }
}

fn border(xml: &mut Xml, ruled: bool) {
    xml.element("border", |xml| {
        for side in ["left", "right", "top", "bottom"] {
            xml.element(side, |xml| {
                if ruled {
                    xml.attribute("style", "thin");
                    xml.with("color", "auto", 1);
                }
            });
        }
        xml.empty("diagonal");
    });
}

fn record(xml: &mut Xml, (style, date): &(CellStyle, bool), formats: &[String], fills: &[[u8; 3]]) {
    let format = format(style, *date).and_then(|code| formats.iter().position(|known| *known == code));
    let fill = style.fill.and_then(|fill| fills.iter().position(|known| *known == fill));
    xml.element("xf", |xml| {
        xml.attribute("numFmtId", format.map_or(0, |at| FIRST_FORMAT + at));
        xml.attribute("fontId", usize::from(style.bold)).attribute("fillId", fill.map_or(0, |at| at + 2));
        xml.attribute("borderId", usize::from(style.ruled)).attribute("xfId", 0);
        for (name, wanted) in [
            ("applyNumberFormat", format.is_some()),
            ("applyFont", style.bold),
            ("applyFill", fill.is_some()),
            ("applyBorder", style.ruled),
            ("applyAlignment", style.wrap || style.centered),
        ] {
            if wanted {
                xml.attribute(name, 1);
            }
        }
        if style.wrap || style.centered {
            xml.element("alignment", |xml| {
                if style.centered {
                    xml.attribute("horizontal", "center");
                }
                xml.attribute("vertical", if style.wrap { "top" } else { "center" });
                if style.wrap {
                    xml.attribute("wrapText", 1);
                }
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{Spec, TableFile, Value};

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(column_name), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn sheets_have_names_that_excel_takes() {
        assert_eq!(sheet_name("План/факт: 2025"), "План факт  2025");
        assert_eq!(sheet_name("''"), "Лист");
        let twins =
            [Sheet::new("А"), Sheet::new("а"), Sheet::new("x".repeat(40)), Sheet::new("x".repeat(40))];
        let names = names(&twins);
        assert_eq!(names[..2], ["А", "а 2"]);
        assert_eq!(names[3].chars().count(), 31);
    }

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        assert_eq!(NaiveDate::from_ymd_opt(2017, 8, 28).map(serial), Some(42975));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut sheet = Sheet::new("Сеть");
        (sheet.header_rows, sheet.filter) = (1, true);
        sheet.row(vec![Cell::text("Вид").bold(), Cell::text(" 2025 ")]);
        let decimals = CellStyle { decimals: Some(1), ..CellStyle::default() };
        sheet.row(vec![Cell::text("Школы & сады"), Cell::number(Decimal::new(-10255, 1)).styled(decimals)]);
        sheet.row(vec![Cell::text("День"), Cell::date(NaiveDate::from_ymd_opt(2017, 8, 28).unwrap())]);
        let book = Workbook { sheets: vec![sheet] };
        let bytes = book.write(None);
        assert_eq!(bytes, book.write(None));
        let mut sources = crate::source::Sources::default();
        let source = sources.add_binary("a.xlsx");
        let mut findings = crate::source::Findings::default();
        let mut file = TableFile::open(source, bytes, &mut sources, &mut findings).expect("opens");
        let span = crate::source::Span { source, start: 0, end: 0 };
        let table = file.table(&Spec::new("t".to_owned(), span), &mut findings).expect("a table");
        assert_eq!(table.rows()[0].words(), "Школы & сады");
        let value = |row| table.get(row, 1).map(|cell| cell.value.clone());
        assert!(matches!(value(0), Some(Value::Number(number)) if number.value == Decimal::new(-10255, 1)));
        assert_eq!(value(1), NaiveDate::from_ymd_opt(2017, 8, 28).map(Value::Date));
    }
}
