//! OpenDocument spreadsheets (ISO/IEC 26300), read as a stream by our own small reader: calamine
//! knows neither merged cells nor percents here, and unfolds repeated cells before it counts
//! them.

use super::book::{Basket, Content, broken};
use super::messages as say;
use super::number_format::NumberFormat;
use super::package::{MAX_UNPACKED, Zip};
use super::range::Range;
use super::xlsx::iso;
use crate::source::Finding;
use chrono::NaiveTime;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Cursor, Read};

/// Rows and columns that a sheet has at most.
const MAX_ROWS: u32 = 1_048_576;
const MAX_COLUMNS: u32 = 16_384;
/// The most spaces that one element may stand for.
const MAX_SPACES: u32 = 1_000;
/// The most bytes that are kept unpacked between one sheet and the next.
const KEPT: u64 = 1 << 20;
/// The part in which all sheets stand.
const CONTENT: &str = "content.xml";

/// The XML of a part.
type Xml<'a> = Reader<Box<dyn BufRead + 'a>>;

/// A spreadsheet.
pub(super) struct Ods {
    bytes: Vec<u8>,
    /// The part of the sheets, unpacked; `None` where it is large and is unpacked for each sheet.
    content: Option<Vec<u8>>,
    sheets: Vec<String>,
    /// Where each of them begins in the part.
    starts: Vec<usize>,
    first: usize,
}

impl Ods {
    /// Opens a spreadsheet whose size has been checked.
    pub fn open(bytes: Vec<u8>) -> Result<Ods, Finding> {
        if part(&bytes, "META-INF/manifest.xml", encrypted).unwrap_or(false) {
            return Err(Finding::new(&say::BOOK_ENCRYPTED));
        }
        let content = unpacked(&bytes, CONTENT, KEPT)?;
        let mut ods = Ods { bytes, content, sheets: Vec::new(), starts: Vec::new(), first: 0 };
        let sheets = ods.content(0, sheets)?;
        ods.first = sheets.iter().position(|sheet| sheet.visible).unwrap_or(0);
        (ods.sheets, ods.starts) = sheets.into_iter().map(|sheet| (sheet.name, sheet.start)).unzip();
        Ok(ods)
    }

    /// Does something with the XML of the sheets, from a byte on if it is at hand.
    fn content<T>(
        &self,
        start: usize,
        work: impl FnOnce(&mut Xml) -> Result<T, Finding>,
    ) -> Result<T, Finding> {
        match self.content.as_ref().and_then(|content| content.get(start..)) {
            Some(content) => work(&mut xml(content)),
            None => part(&self.bytes, CONTENT, work),
        }
    }

    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    pub fn first(&self) -> usize {
        self.first
    }

    /// Reads the cells of a sheet.
    pub fn read(&self, sheet: &str, basket: &mut Basket) -> Result<(), Finding> {
        let at = self.sheets.iter().position(|known| known == sheet);
        let start = at.and_then(|at| self.starts.get(at)).copied().unwrap_or_default();
        self.content(start, |xml| {
            let mut buffer = Vec::new();
            loop {
                match next(xml, &mut buffer)? {
                    Event::Start(start) if table_name(&start).as_deref() == Some(sheet) => break,
                    Event::Eof => return Err(broken(sheet)),
                    _ => {}
                }
            }
            Rows { xml, basket, row: 0, column: 0, buffer: Vec::new() }.read()
        })
    }
}

/// Does something with the XML of a part.
fn part<T>(
    bytes: &[u8],
    name: &str,
    work: impl FnOnce(&mut Xml) -> Result<T, Finding>,
) -> Result<T, Finding> {
    let mut zip = Zip::new(Cursor::new(bytes)).map_err(broken)?;
    let part = zip.by_name(name).map_err(broken)?;
    work(&mut xml(BufReader::new(part.take(MAX_UNPACKED))))
}

/// The bytes of a part; `None` where they are more than `most`.
fn unpacked(bytes: &[u8], name: &str, most: u64) -> Result<Option<Vec<u8>>, Finding> {
    let mut zip = Zip::new(Cursor::new(bytes)).map_err(broken)?;
    let part = zip.by_name(name).map_err(broken)?;
    let mut content = Vec::with_capacity(part.size().min(most) as usize + 1);
    part.take(most + 1).read_to_end(&mut content).map_err(broken)?;
    Ok(Some(content).filter(|content| content.len() as u64 <= most))
}

fn xml<'a>(text: impl BufRead + 'a) -> Xml<'a> {
    let mut xml: Xml = Reader::from_reader(Box::new(text));
    xml.config_mut().expand_empty_elements = true;
    xml
}

fn next<'a>(xml: &mut Xml, buffer: &'a mut Vec<u8>) -> Result<Event<'a>, Finding> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(broken)
}

fn encrypted(xml: &mut Xml) -> Result<bool, Finding> {
    let mut buffer = Vec::new();
    loop {
        match next(xml, &mut buffer)? {
            Event::Start(start) if start.local_name().as_ref() == "encryption-data" => return Ok(true),
            Event::Eof => return Ok(false),
            _ => {}
        }
    }
}

/// A sheet, before it is read.
struct Sheet {
    name: String,
    visible: bool,
    /// The byte at which its element begins.
    start: usize,
}

fn sheets(xml: &mut Xml) -> Result<Vec<Sheet>, Finding> {
    let mut sheets = Vec::new();
    let mut style = None;
    let mut hidden = BTreeSet::new();
    let mut buffer = Vec::new();
    loop {
        let start = xml.buffer_position() as usize;
        match next(xml, &mut buffer)? {
            Event::Start(element) if element.name().as_ref() == "style:style" => {
                style = attribute(&element, "style:name")
            }
            Event::Start(element) if element.name().as_ref() == "style:table-properties" => {
                let hides = attribute(&element, "table:display").as_deref() == Some("false");
                hidden.extend(style.take().filter(|_| hides));
            }
            Event::Start(element) => {
                if let Some(name) = table_name(&element) {
                    let style = attribute(&element, "table:style-name");
                    let visible = style.is_none_or(|style| !hidden.contains(&style));
                    sheets.push(Sheet { name, visible, start });
                }
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn table_name(start: &BytesStart) -> Option<String> {
    (start.name().as_ref() == "table:table").then(|| attribute(start, "table:name")).flatten()
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
}

fn count(start: &BytesStart, name: &str) -> u32 {
    attribute(start, name).and_then(|value| value.parse().ok()).unwrap_or(1)
}

/// Reads the rows of one sheet.
struct Rows<'a, 'x, 'b> {
    xml: &'a mut Xml<'x>,
    basket: &'a mut Basket<'b>,
    row: u32,
    /// How many columns were described so far.
    column: u32,
    buffer: Vec<u8>,
}

/// Equal cells beside each other.
struct Run {
    column: u32,
    repeated: u32,
    content: Content,
}

impl Rows<'_, '_, '_> {
    fn read(mut self) -> Result<(), Finding> {
        let mut buffer = Vec::new();
        loop {
            match next(self.xml, &mut buffer)? {
                Event::Start(start) if start.name().as_ref() == "table:table-row" => {
                    let repeated = count(&start, "table:number-rows-repeated");
                    if is_hidden(&start) {
                        let end = self.row.saturating_add(repeated).min(MAX_ROWS);
                        self.basket.loose.hidden.add_rows(self.row..end);
                    }
                    let runs = self.runs()?;
                    self.put(&runs, repeated)?;
                }
                Event::Start(start) if start.name().as_ref() == "table:table-column" => {
                    let end = self.column.saturating_add(count(&start, "table:number-columns-repeated"));
                    if is_hidden(&start) {
                        self.basket.loose.hidden.add_columns(self.column..end);
                    }
                    self.column = end;
                }
                // Drawings on the sheet and notes may hold tables of their own.
                Event::Start(start) if start.name().as_ref() == "table:shapes" => {
                    self.pass("table:shapes")?
                }
                Event::End(end) if end.name().as_ref() == "table:table" => return Ok(()),
                Event::Eof => return Err(broken(CONTENT)),
                _ => {}
            }
            if self.row >= MAX_ROWS || !self.basket.wants_rows_from(self.row) {
                return Ok(());
            }
        }
    }

    /// Puts a row as many times as it is repeated: only the cells that are wanted, so that the
    /// work is bounded by their number.
    fn put(&mut self, runs: &[Run], repeated: u32) -> Result<(), Finding> {
        let end = self.row.saturating_add(repeated).min(MAX_ROWS);
        if runs.iter().any(|run| run.content.value != super::Value::Empty) {
            for row in self.basket.rows(self.row..end) {
                for run in runs {
                    for column in self.basket.columns(run.column..run.column + run.repeated) {
                        self.basket.put(row, column, run.content.clone())?;
                    }
                }
            }
        }
        self.row = end;
        Ok(())
    }

    /// The cells of a row that hold something.
    fn runs(&mut self) -> Result<Vec<Run>, Finding> {
        let mut runs = Vec::new();
        let mut column = 0u32;
        let mut buffer = Vec::new();
        loop {
            match next(self.xml, &mut buffer)? {
                Event::Start(start) if is_cell(start.name().as_ref()) => {
                    let room = MAX_COLUMNS.saturating_sub(column);
                    let repeated = count(&start, "table:number-columns-repeated").min(room);
                    self.merge(&start, column);
                    let cell = Typed::new(&start);
                    let shown = self.shown()?;
                    let content = cell.content(shown);
                    if content.value != super::Value::Empty && repeated > 0 {
                        runs.push(Run { column, repeated, content });
                    }
                    column += repeated;
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => return Ok(runs),
                Event::Eof => return Err(broken(CONTENT)),
                _ => {}
            }
        }
    }

    fn merge(&mut self, start: &BytesStart, left: u32) {
        let rows = count(start, "table:number-rows-spanned").clamp(1, MAX_ROWS);
        let columns = count(start, "table:number-columns-spanned").clamp(1, MAX_COLUMNS);
        if rows > 1 || columns > 1 {
            let (bottom, right) = (self.row.saturating_add(rows - 1), left.saturating_add(columns - 1));
            self.basket.loose.merges.push(Range { top: self.row, left, bottom, right });
        }
    }

    /// The text of a cell up to its end, paragraphs parted by line breaks.
    fn shown(&mut self) -> Result<String, Finding> {
        let mut text = String::new();
        let mut paragraphs = 0;
        let mut buffer = std::mem::take(&mut self.buffer);
        loop {
            match next(self.xml, &mut buffer)? {
                Event::Text(piece) if paragraphs > 0 => text.push_str(&piece.xml10_content()),
                Event::GeneralRef(reference) => text.push_str(&resolve(&reference)),
                Event::Start(start) => match start.name().as_ref() {
                    "text:p" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "text:s" => text.extend((0..count(&start, "text:c").min(MAX_SPACES)).map(|_| ' ')),
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "office:annotation" => self.pass("office:annotation")?,
                    "draw:frame" => self.pass("draw:frame")?,
                    _ => {}
                },
                Event::End(end) if is_cell(end.name().as_ref()) => break,
                Event::Eof => return Err(broken(CONTENT)),
                _ => {}
            }
        }
        self.buffer = buffer;
        Ok(text)
    }

    /// Passes an element whose start has been read.
    fn pass(&mut self, name: &str) -> Result<(), Finding> {
        let mut depth = 1usize;
        let mut buffer = Vec::new();
        while depth > 0 {
            match next(self.xml, &mut buffer)? {
                Event::Start(start) if start.name().as_ref() == name => depth += 1,
                Event::End(end) if end.name().as_ref() == name => depth -= 1,
                Event::Eof => return Err(broken(CONTENT)),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether a row or column is hidden, by hand or by a filter (OpenDocument 1.3-3, 19.759).
fn is_hidden(start: &BytesStart) -> bool {
    matches!(attribute(start, "table:visibility").as_deref(), Some("collapse" | "filter"))
}

fn is_cell(name: &str) -> bool {
    name == "table:table-cell" || name == "table:covered-table-cell"
}

/// A time of day, `PT10H30M00S`; `None` for a longer duration.
fn duration(text: &str) -> Option<NaiveTime> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split('.').next()?;
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?)
}

fn resolve(reference: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned()
}

/// What the attributes of a cell say.
struct Typed {
    kind: String,
    failed: bool,
    value: Option<String>,
    formula: Option<String>,
}

impl Typed {
    fn new(start: &BytesStart) -> Typed {
        let kind = attribute(start, "office:value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => "office:date-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            "time" => "office:time-value",
            _ => "office:value",
        };
        Typed {
            failed: attribute(start, "calcext:value-type").as_deref() == Some("error"),
            value: attribute(start, value),
            formula: attribute(start, "table:formula"),
            kind,
        }
    }

    /// A day, a time or a truth value, whose words do not depend on how a sheet shows them: they read
    /// alike in every kind of spreadsheet.
    fn said(&self, shown: &str) -> Option<Content> {
        let value = self.value.as_deref()?;
        match self.kind.as_str() {
            "date" => Some(iso(value)),
            "boolean" => Some(Content::boolean(value == "true")),
            "time" => duration(value).map(Content::time),
            // LibreOffice computes truth values as the numbers 1 and 0 and shows the words.
            "float" => match super::Value::from_text(shown) {
                super::Value::Boolean(value) => Some(Content::boolean(value)),
                _ => None,
            },
            _ => None,
        }
    }

    fn content(self, shown: String) -> Content {
        if self.failed {
            return Content::failed(shown);
        }
        if let Some(content) = self.said(&shown) {
            return content;
        }
        let float = |percent: bool| {
            let float = self.value.as_deref()?.parse::<f64>().ok()?;
            Some(Content::float(float, &NumberFormat::of_kind(percent)).shown_as(&shown))
        };
        let content = match self.kind.as_str() {
            "float" | "currency" => float(false),
            "percentage" => float(true),
            "string" if self.formula.is_none() => {
                return Content::text(self.value.filter(|_| shown.is_empty()).unwrap_or(shown));
            }
            "string" | "time" => Some(Content::new(super::Value::from_text(&shown), shown.clone())),
            _ if self.formula.is_none() => return Content::text(shown),
            _ => None,
        };
        match (content, &self.formula) {
            (Some(content), _) if shown.is_empty() => content,
            (Some(content), _) => Content { text: shown, ..content },
            (None, Some(formula)) => {
                Content::uncalculated(formula.split_once('=').map_or(formula, |(_, rest)| rest))
            }
            (None, None) => Content::text(shown),
        }
    }
}
