//! Workbooks: cells of text, numbers and dates in sheets (ISO/IEC 29500-1, 18).
//!
//! ```text
//! xl/workbook.xml              the sheets and what is printed of them
//! xl/styles.xml                the looks of cells, [`Look`] by [`Look`]
//! xl/worksheets/sheet1.xml     the cells …
//! xl/sharedStrings.xml         … and their words, each once, as Excel itself keeps them
//! xl/theme/theme1.xml          the theme, without which some readers complain
//! ```

use super::{Package, Properties, THEME_TYPE, Xml, theme};
use crate::source::column_letters;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
/// The content type of a workbook as a whole, for packages that hold one.
pub const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The face of cells.
const FACE: &str = "Times New Roman";
/// A cell holds at most so many characters (Excel's limit; counted in UTF-16 units).
const LONGEST_TEXT: usize = 32_767;

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// The sheets from left to right.
    pub sheets: Vec<Worksheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Worksheet {
    /// Its name: at most 31 characters, none of `\ / ? * [ ] :`.
    pub name: String,
    /// The widths of the columns in digits; columns beyond have the usual width.
    pub widths: Vec<f32>,
    /// The rows from the top.
    pub rows: Vec<Vec<Cell>>,
    /// Areas of cells that are one: first row, first column, last row, last column, from 0.
    pub merged: Vec<[usize; 4]>,
    /// So many rows stay in sight; the last of them is the header that filters, and all of them
    /// after the first `title_rows` are printed on each page.
    pub frozen_rows: usize,
    /// So many rows at the top are no part of the table.
    pub title_rows: usize,
    /// Whether the header has filters.
    pub filter: bool,
    /// Whether it is printed across the sheet's longer side.
    pub landscape: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub value: Value,
    /// What it looks like.
    pub look: Look,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words; line feeds break the line.
    Text(String),
    /// A number.
    Number(Decimal),
    /// A day.
    Date(NaiveDate),
    /// A formula without its `=`, and the words or the number that it gives.
    Formula(String, Box<Value>),
}

/// What a cell looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As Excel shows it.
    #[default]
    Plain,
    /// A title over a table.
    Title,
    /// A column's header.
    Header,
    /// Words in a table.
    Words,
    /// Words in the middle of a column.
    Middle,
    /// A date in a table.
    Date,
}

impl Look {
    /// All of them in the order of the style part.
    const ALL: [Look; 6] = [Look::Plain, Look::Title, Look::Header, Look::Words, Look::Middle, Look::Date];

    fn index(self) -> usize {
        Self::ALL.iter().position(|look| *look == self).unwrap_or(0)
    }
}

/// The words of a workbook's cells, each once, in the order in which they come up.
#[derive(Debug, Default)]
struct Strings {
    numbers: BTreeMap<String, usize>,
    list: Vec<String>,
    /// How many cells hold words.
    cells: usize,
}

impl Strings {
    /// The number of a cell's words.
    fn number(&mut self, text: &str) -> usize {
        self.cells += 1;
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        self.numbers.insert(text.to_owned(), self.list.len());
        self.list.push(text.to_owned());
        self.list.len() - 1
    }

    fn part(&self) -> Vec<u8> {
        Xml::part("sst", |xml| {
            xml.attribute("xmlns", MAIN).attribute("count", self.cells);
            xml.attribute("uniqueCount", self.list.len());
            for text in &self.list {
                xml.element("si", |xml| {
                    xml.element("t", |xml| {
                        xml.attribute("xml:space", "preserve").text(text);
                    });
                });
            }
        })
    }
}

impl Workbook {
    /// The finished file.
    pub fn write(&self, properties: &Properties<'_>) -> Vec<u8> {
        let mut package = Package::default();
        package.relate("", "officeDocument", "xl/workbook.xml");
        for number in 1..=self.sheets.len() {
            package.relate("xl/workbook.xml", "worksheet", &format!("worksheets/sheet{number}.xml"));
        }
        for (kind, place) in
            [("styles", "styles.xml"), ("theme", "theme/theme1.xml"), ("sharedStrings", "sharedStrings.xml")]
        {
            package.relate("xl/workbook.xml", kind, place);
        }
        package.part("xl/workbook.xml", &format!("{TYPES}sheet.main+xml"), self.book());
        package.part("xl/styles.xml", &format!("{TYPES}styles+xml"), styles());
        package.part("xl/theme/theme1.xml", THEME_TYPE, theme("avgust", FACE));
        let mut strings = Strings::default();
        for (sheet, number) in self.sheets.iter().zip(1..) {
            let name = format!("xl/worksheets/sheet{number}.xml");
            package.part(&name, &format!("{TYPES}worksheet+xml"), sheet.part(&mut strings));
        }
        package.part("xl/sharedStrings.xml", &format!("{TYPES}sharedStrings+xml"), strings.part());
        properties.add_to(&mut package);
        package.finish()
    }

    fn book(&self) -> Vec<u8> {
        Xml::part("workbook", |xml| {
            xml.attribute("xmlns", MAIN).attribute("xmlns:r", RELATIONSHIPS);
            xml.element("sheets", |xml| {
                for (sheet, number) in self.sheets.iter().zip(1..) {
                    xml.element("sheet", |xml| {
                        xml.attribute("name", &sheet.name)
                            .attribute("sheetId", number)
                            .attribute("r:id", format_args!("rId{number}"));
                    });
                }
            });
            if self.sheets.iter().any(|sheet| sheet.frozen_rows > 0) {
                xml.element("definedNames", |xml| self.names(xml));
            }
        })
    }

    /// What the filter covers, and which rows are printed on each page.
    fn names(&self, xml: &mut Xml) {
        let names = |sheet: &Worksheet| {
            let rows = format!("${}:${}", sheet.title_rows + 1, sheet.frozen_rows);
            let filter = sheet.filter.then(|| ("_xlnm._FilterDatabase", sheet.filtered('$'), true));
            let titles =
                (sheet.frozen_rows > sheet.title_rows).then_some(("_xlnm.Print_Titles", rows, false));
            filter.into_iter().chain(titles).collect::<Vec<_>>()
        };
        for (at, sheet) in self.sheets.iter().enumerate() {
            for (name, area, hidden) in names(sheet) {
                xml.element("definedName", |xml| {
                    xml.attribute("name", name).attribute("localSheetId", at);
                    if hidden {
                        xml.attribute("hidden", 1);
                    }
                    xml.text(&format!("'{}'!{area}", sheet.name.replace('\'', "''")));
                });
            }
        }
    }
}

impl Worksheet {
    fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0).max(1)
    }

    /// The table with its header, `sign` before each letter and number.
    fn filtered(&self, sign: char) -> String {
        let sign = if sign == '$' { "$" } else { "" };
        let last = column_letters(self.width() as u32 - 1);
        let first = self.frozen_rows.max(1);
        format!("{sign}A{sign}{first}:{sign}{last}{sign}{}", self.rows.len().max(first))
    }

    // The order of the elements is the schema's.
    fn part(&self, strings: &mut Strings) -> Vec<u8> {
        Xml::part("worksheet", |xml| {
            xml.attribute("xmlns", MAIN);
            xml.element("sheetPr", |xml| xml.with("pageSetUpPr", "fitToPage", 1));
            let last = column_letters(self.width() as u32 - 1);
            xml.with("dimension", "ref", format_args!("A1:{last}{}", self.rows.len().max(1)));
            xml.element("sheetViews", |xml| self.view(xml));
            xml.with("sheetFormatPr", "defaultRowHeight", 15);
            if !self.widths.is_empty() {
                xml.element("cols", |xml| self.columns(xml));
            }
            xml.element("sheetData", |xml| {
                let heights = self.rows.iter().map(|row| self.height(row));
                self.rows.iter().zip(heights).zip(0..).for_each(|((row, height), number)| {
                    write_row(xml, number, (row, height), strings);
                });
            });
            if self.filter {
                xml.with("autoFilter", "ref", self.filtered(' '));
            }
            self.merges(xml);
            self.page(xml);
        })
    }

    /// The height that a row's wrapped words need, in points; `None` where one line is enough.
    /// Excel would find it by itself, other programs do not.
    fn height(&self, row: &[Cell]) -> Option<f32> {
        if row.iter().any(|cell| cell.look == Look::Title) {
            return Some(2.0 * LINE);
        }
        let lines = row.iter().zip(&self.widths).map(|(cell, width)| match &cell.value {
            Value::Text(text) if cell.look != Look::Plain => lines(text, *width as usize),
            _ => 1,
        });
        let most = lines.max().unwrap_or(1);
        (most > 1).then_some(most as f32 * LINE)
    }

    fn view(&self, xml: &mut Xml) {
        xml.element("sheetView", |xml| {
            xml.attribute("workbookViewId", 0);
            if self.frozen_rows > 0 {
                let first = format!("A{}", self.frozen_rows + 1);
                xml.element("pane", |xml| {
                    xml.attribute("ySplit", self.frozen_rows)
                        .attribute("topLeftCell", &first)
                        .attribute("activePane", "bottomLeft")
                        .attribute("state", "frozen");
                });
                xml.element("selection", |xml| {
                    xml.attribute("pane", "bottomLeft")
                        .attribute("activeCell", &first)
                        .attribute("sqref", &first);
                });
            }
        });
    }

    fn columns(&self, xml: &mut Xml) {
        for (width, number) in self.widths.iter().zip(1..) {
            xml.element("col", |xml| {
                xml.attribute("min", number)
                    .attribute("max", number)
                    .attribute("width", width)
                    .attribute("customWidth", 1);
            });
        }
    }

    fn merges(&self, xml: &mut Xml) {
        if self.merged.is_empty() {
            return;
        }
        xml.element("mergeCells", |xml| {
            xml.attribute("count", self.merged.len());
            for [top, left, bottom, right] in self.merged.iter().copied() {
                let area = format!("{}:{}", address(top, left), address(bottom, right));
                xml.with("mergeCell", "ref", area);
            }
        });
    }

    /// A4, one page wide, as many pages long as it needs, the page's number at the foot.
    fn page(&self, xml: &mut Xml) {
        xml.element("pageMargins", |xml| {
            let inches = [
                ("left", 0.4),
                ("right", 0.4),
                ("top", 0.6),
                ("bottom", 0.6),
                ("header", 0.3),
                ("footer", 0.3),
            ];
            for (side, inches) in inches {
                xml.attribute(side, inches);
            }
        });
        xml.element("pageSetup", |xml| {
            xml.attribute("paperSize", 9)
                .attribute("orientation", if self.landscape { "landscape" } else { "portrait" })
                .attribute("fitToWidth", 1)
                .attribute("fitToHeight", 0);
        });
        xml.element("headerFooter", |xml| xml.leaf("oddFooter", "&C&P"));
    }
}

/// The height of a line of 11 points.
const LINE: f32 = 15.0;

/// How many lines a text takes in a column of so many characters.
fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let in_paragraph = |paragraph: &str| {
        let (mut lines, mut pen) = (1, 0);
        for word in paragraph.split(' ').map(|word| word.chars().count()) {
            if pen > 0 && pen + 1 + word > width {
                lines += 1;
                pen = 0;
            }
            pen += word + usize::from(pen > 0);
            lines += pen.saturating_sub(1) / width;
            pen = if pen > width { pen % width } else { pen };
        }
        lines
    };
    text.split('\n').map(in_paragraph).sum()
}

fn address(row: usize, column: usize) -> String {
    format!("{}{}", column_letters(column as u32), row + 1)
}

fn write_row(xml: &mut Xml, number: usize, (row, height): (&[Cell], Option<f32>), strings: &mut Strings) {
    xml.element("row", |xml| {
        xml.attribute("r", number + 1);
        if let Some(height) = height {
            xml.attribute("ht", height).attribute("customHeight", 1);
        }
        for (column, cell) in row.iter().enumerate() {
            xml.element("c", |xml| {
                xml.attribute("r", address(number, column)).attribute("s", cell.look.index());
                write_value(xml, &cell.value, strings);
            });
        }
    });
}

fn write_value(xml: &mut Xml, value: &Value, strings: &mut Strings) {
    match value {
        Value::Empty => {}
        Value::Text(text) => {
            xml.attribute("t", "s");
            xml.leaf("v", &strings.number(cut(text)).to_string());
        }
        Value::Number(number) => xml.leaf("v", &number.normalize().to_string()),
        Value::Date(date) => xml.leaf("v", &serial(*date).to_string()),
        Value::Formula(formula, result) => match &**result {
            Value::Text(text) => {
                xml.attribute("t", "str");
                xml.leaf("f", formula);
                xml.leaf("v", cut(text));
            }
            other => {
                xml.leaf("f", formula);
                write_value(xml, other, strings);
            }
        },
    }
}

/// As much of a text as a cell holds.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST_TEXT
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

/// A day as Excel counts it: 1 March 1900 is 61 (the year 1900 has a 29 February there).
fn serial(date: NaiveDate) -> i64 {
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    date.signed_duration_since(epoch).num_days()
}

/// The number of the format of dates: the first that a workbook may define.
const DATE_FORMAT: u32 = 164;

/// The looks in the order of [`Look::ALL`].
fn styles() -> Vec<u8> {
    Xml::part("styleSheet", |xml| {
        xml.attribute("xmlns", MAIN);
        xml.element("numFmts", |xml| {
            xml.attribute("count", 1);
            xml.element("numFmt", |xml| {
                xml.attribute("numFmtId", DATE_FORMAT).attribute("formatCode", "dd\\.mm\\.yyyy");
            });
        });
        fonts(xml);
        fills(xml);
        borders(xml);
        xml.element("cellStyleXfs", |xml| {
            xml.attribute("count", 1);
            xml.element("xf", |xml| parts(xml, [0, 0, 0, 0]));
        });
        xml.element("cellXfs", |xml| {
            xml.attribute("count", Look::ALL.len());
            Look::ALL.iter().for_each(|look| format(xml, *look));
        });
        xml.element("cellStyles", |xml| {
            xml.attribute("count", 1);
            xml.element("cellStyle", |xml| {
                xml.attribute("name", "Normal").attribute("xfId", 0).attribute("builtinId", 0);
            });
        });
    })
}

/// Number format, font, fill and border of a format.
fn parts(xml: &mut Xml, [number, font, fill, border]: [u32; 4]) {
    xml.attribute("numFmtId", number)
        .attribute("fontId", font)
        .attribute("fillId", fill)
        .attribute("borderId", border);
}

fn format(xml: &mut Xml, look: Look) {
    let (of_parts, horizontal) = match look {
        Look::Plain => ([0, 0, 0, 0], None),
        Look::Title => ([0, 2, 0, 0], Some("center")),
        Look::Header => ([0, 1, 2, 1], Some("center")),
        Look::Words => ([0, 0, 0, 1], Some("left")),
        Look::Middle => ([0, 0, 0, 1], Some("center")),
        Look::Date => ([DATE_FORMAT, 0, 0, 1], Some("center")),
    };
    xml.element("xf", |xml| {
        parts(xml, of_parts);
        xml.attribute("xfId", 0);
        for (at, name) in ["applyNumberFormat", "applyFont", "applyFill", "applyBorder"].iter().enumerate() {
            if of_parts.get(at).is_some_and(|part| *part > 0) {
                xml.attribute(name, 1);
            }
        }
        if let Some(horizontal) = horizontal {
            let vertical = if matches!(look, Look::Title | Look::Header) { "center" } else { "top" };
            xml.attribute("applyAlignment", 1);
            xml.element("alignment", |xml| {
                xml.attribute("horizontal", horizontal)
                    .attribute("vertical", vertical)
                    .attribute("wrapText", 1);
            });
        }
    });
}

/// The usual face, bold, and the title's.
fn fonts(xml: &mut Xml) {
    xml.element("fonts", |xml| {
        xml.attribute("count", 3);
        for (bold, size) in [(false, 11), (true, 11), (true, 14)] {
            xml.element("font", |xml| {
                xml.flag("b", bold);
                xml.with("sz", "val", size);
                xml.with("name", "val", FACE);
                xml.with("family", "val", 1);
                xml.with("charset", "val", 204);
            });
        }
    });
}

/// The two fills that every workbook begins with, and the header's.
fn fills(xml: &mut Xml) {
    xml.element("fills", |xml| {
        xml.attribute("count", 3);
        for pattern in ["none", "gray125"] {
            xml.element("fill", |xml| xml.with("patternFill", "patternType", pattern));
        }
        xml.element("fill", |xml| {
            xml.element("patternFill", |xml| {
                xml.attribute("patternType", "solid");
                xml.with("fgColor", "rgb", "FFE7ECF2");
                xml.with("bgColor", "indexed", 64);
            });
        });
    });
}

/// No border, and thin grey ones.
fn borders(xml: &mut Xml) {
    const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
    xml.element("borders", |xml| {
        xml.attribute("count", 2);
        xml.element("border", |xml| {
            SIDES.iter().for_each(|side| xml.empty(side));
            xml.empty("diagonal");
        });
        xml.element("border", |xml| {
            for side in SIDES {
                xml.element(side, |xml| {
                    xml.attribute("style", "thin");
                    xml.with("color", "rgb", "FF8C8C8C");
                });
            }
            xml.empty("diagonal");
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_excel_counts_them() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(serial(day(1900, 3, 1)), 61);
        assert_eq!(serial(day(2017, 8, 28)), 42_975);
    }

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        assert_eq!(cut(&"ж".repeat(40_000)).chars().count(), LONGEST_TEXT);
        assert_eq!(cut("срок"), "срок");
    }

    #[test]
    fn wrapped_words_are_counted_in_lines() {
        assert_eq!(lines("до 15 сентября 2017 года", 12), 3);
        assert_eq!(lines("постоянно", 12), 1);
        assert_eq!(lines("раз\nдва", 12), 2);
        assert_eq!(lines("достопримечательностями", 12), 2);
    }

    #[test]
    fn the_filter_covers_the_table_below_its_title() {
        let rows = vec![vec![Cell::default(); 3]; 5];
        let sheet = Worksheet { rows, title_rows: 1, frozen_rows: 2, filter: true, ..Worksheet::default() };
        assert_eq!(sheet.filtered(' '), "A2:C5");
        assert_eq!(sheet.filtered('$'), "$A$2:$C$5");
    }
}
