//! Workbooks of Excel 97 to 2003 ([MS-XLS], BIFF8), read by our own small reader: calamine reads
//! these whole, panics on cut records and reserves what a file claims, and it cannot tell
//! percents.

use super::biff::{Chunks, Record, Records};
use super::book::{Basket, Content, NO_BOOK, broken};
use super::cfb::{Cfb, read_f64, read_u16, read_u32};
use super::messages as say;
use super::number_format::{NumberFormat, signs};
use super::range::Range;
use super::xlsx::date_time;
use crate::source::Finding;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::collections::BTreeMap;

/// A workbook.
pub(super) struct Xls {
    stream: Vec<u8>,
    strings: Vec<String>,
    /// How the cells of each extended format are shown.
    shown: Vec<Shown>,
    from_1904: bool,
    sheets: Vec<String>,
    starts: Vec<usize>,
    first: usize,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Number(NumberFormat),
    Date,
}

/// What the globals of a workbook say, on the way to an [`Xls`].
#[derive(Default)]
struct Globals {
    strings: Vec<String>,
    formats: BTreeMap<u16, String>,
    extended: Vec<u16>,
    from_1904: bool,
    sheets: Vec<Sheet>,
}

struct Sheet {
    name: String,
    start: usize,
    visible: bool,
}

/// Said of workbooks older than Excel 97.
const TOO_OLD: (&str, &str) = ("он сохранён в Excel старее 97-го", "it was saved by an Excel older than 97");
/// Said where the records of a workbook break off.
const CUT: (&str, &str) = ("он повреждён", "it is damaged");

impl Xls {
    /// Opens a workbook.
    pub fn open(bytes: Vec<u8>) -> Result<Xls, Finding> {
        let file = Cfb::open(&bytes).ok_or_else(|| because(CUT))?;
        if file.has("EncryptedPackage") {
            return Err(Finding::new(&say::BOOK_ENCRYPTED));
        }
        if !file.has("Workbook") {
            return Err(because(if file.has("Book") { TOO_OLD } else { NO_BOOK }));
        }
        let stream = file.stream("Workbook").ok_or_else(|| because(CUT))?;
        let globals = Globals::read(&stream)?;
        let shown = globals.extended.iter().map(|&format| globals.shown(format)).collect();
        Ok(Xls {
            shown,
            strings: globals.strings,
            from_1904: globals.from_1904,
            first: globals.sheets.iter().position(|sheet| sheet.visible).unwrap_or(0),
            starts: globals.sheets.iter().map(|sheet| sheet.start).collect(),
            sheets: globals.sheets.into_iter().map(|sheet| sheet.name).collect(),
            stream,
        })
    }

    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    pub fn first(&self) -> usize {
        self.first
    }

    /// Reads the cells of a sheet.
    pub fn read(&self, sheet: &str, basket: &mut Basket) -> Result<(), Finding> {
        let index = self.sheets.iter().position(|name| name == sheet);
        let start = index.and_then(|index| self.starts.get(index)).ok_or_else(|| broken(sheet))?;
        let mut depth = 0usize;
        let mut awaiting = None;
        for record in Records::new(self.stream.get(*start..).unwrap_or_default()) {
            match record.kind {
                0x0809 => depth += 1, // a chart on the sheet begins like a sheet
                0x000A if depth <= 1 => return Ok(()),
                0x000A => depth -= 1,
                _ if depth == 1 => {
                    self.take(&record, &mut awaiting, basket)?.ok_or_else(|| because(CUT))?;
                }
                _ => {}
            }
        }
        Err(because(CUT))
    }

    /// Takes what a record of a sheet says; `None` where it is cut. A formula that gives a
    /// string leaves its cell in `awaiting` for the record that has it.
    fn take(
        &self,
        record: &Record,
        awaiting: &mut Option<(u32, u32)>,
        basket: &mut Basket,
    ) -> Result<Option<()>, Finding> {
        let data = record.data;
        match record.kind {
            0x00E5 => return Ok(merges(data, basket)),
            0x00BD => return self.many(data, basket),
            0x0208 | 0x007D => return Ok(hide(record, basket)),
            0x0207 => {
                let Some(text) = Chunks::new(record).long_string() else { return Ok(None) };
                if let Some((row, column)) = awaiting.take() {
                    basket.put(row, column, Content::new(super::Value::from_text(&text), text))?;
                }
                return Ok(Some(()));
            }
            0x0203 | 0x027E | 0x00FD | 0x0204 | 0x00D6 | 0x0205 | 0x0006 => {}
            _ => return Ok(Some(())),
        }
        let Some((row, column, format)) = head(data) else { return Ok(None) };
        let Some(content) = self.content(record, format) else { return Ok(None) };
        match content {
            Some(content) => basket.put(row, column, content)?,
            None => *awaiting = Some((row, column)),
        }
        Ok(Some(()))
    }

    /// What a record of one cell holds: `None` where it is cut, `Some(None)` where a string
    /// follows in the next record.
    fn content(&self, record: &Record, format: u16) -> Option<Option<Content>> {
        let data = record.data;
        Some(Some(match record.kind {
            0x0203 => self.number(read_f64(data, 6)?, format),
            0x027E => self.number(rk(read_u32(data, 6)?), format),
            0x00FD => {
                let text = self.strings.get(read_u32(data, 6)? as usize)?;
                Content::text(text.clone())
            }
            0x0204 | 0x00D6 => {
                let mut chunks = Chunks::new(record);
                chunks.skip(6)?;
                Content::text(chunks.long_string()?)
            }
            0x0205 => match (*data.get(6)?, *data.get(7)?) {
                (value, 0) => Content::boolean(value != 0),
                (error, _) => Content::failed(error_text(error)),
            },
            _ => return self.result(data, format),
        }))
    }

    /// The stored result of a formula.
    fn result(&self, data: &[u8], format: u16) -> Option<Option<Content>> {
        if read_u16(data, 12)? != 0xFFFF {
            return Some(Some(self.number(read_f64(data, 6)?, format)));
        }
        let value = *data.get(8)?;
        match *data.get(6)? {
            0 => Some(None),
            1 => Some(Some(Content::boolean(value != 0))),
            2 => Some(Some(Content::failed(error_text(value)))),
            _ => Some(Some(Content::EMPTY)),
        }
    }

    /// A row of numbers in one record.
    fn many(&self, data: &[u8], basket: &mut Basket) -> Result<Option<()>, Finding> {
        let Some((row, first, _)) = head(data) else { return Ok(None) };
        let Some(pairs) = data.get(4..data.len().saturating_sub(2)) else { return Ok(None) };
        for (column, pair) in (first..).zip(pairs.chunks_exact(6)) {
            let (Some(format), Some(bits)) = (read_u16(pair, 0), read_u32(pair, 2)) else { return Ok(None) };
            basket.put(row, column, self.number(rk(bits), format))?;
        }
        Ok(Some(()))
    }

    fn number(&self, float: f64, format: u16) -> Content {
        match self.shown.get(usize::from(format)) {
            Some(Shown::Date) => {
                date_time(&ExcelDateTime::new(float, ExcelDateTimeType::DateTime, self.from_1904))
            }
            Some(Shown::Number(format)) => Content::float(float, format),
            None => Content::float(float, &NumberFormat::GENERAL),
        }
    }
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Globals, Finding> {
        let mut globals = Globals::default();
        for record in Records::new(stream) {
            match record.kind {
                0x0809 if read_u16(record.data, 0) != Some(0x0600) => return Err(because(TOO_OLD)),
                0x002F => return Err(Finding::new(&say::BOOK_ENCRYPTED)),
                0x000A => return Ok(globals),
                _ => globals.take(&record).ok_or_else(|| because(CUT))?,
            }
        }
        Err(because(CUT))
    }

    fn take(&mut self, record: &Record) -> Option<()> {
        let data = record.data;
        match record.kind {
            0x0022 => self.from_1904 = read_u16(data, 0)? == 1,
            0x0085 => self.take_sheet(record)?,
            0x00E0 => self.extended.push(read_u16(data, 2)?),
            0x041E => {
                let mut chunks = Chunks::new(record);
                let number = chunks.u16()?;
                self.formats.insert(number, chunks.long_string()?);
            }
            0x00FC => self.strings = Chunks::new(record).table()?,
            _ => {}
        }
        Some(())
    }

    fn take_sheet(&mut self, record: &Record) -> Option<()> {
        let mut chunks = Chunks::new(record);
        let start = chunks.u32()? as usize;
        let visible = chunks.u8()? & 3 == 0;
        let is_sheet = chunks.u8()? == 0;
        let name = chunks.short_string()?;
        if is_sheet {
            self.sheets.push(Sheet { name, start, visible });
        }
        Some(())
    }

    /// How a number format shows numbers: the built-in ones by their number ([MS-XLS] 2.5.165).
    fn shown(&self, format: u16) -> Shown {
        match (self.formats.get(&format), format) {
            (Some(code), _) if is_date(code) => Shown::Date,
            (Some(code), _) => Shown::Number(NumberFormat::parse(code)),
            (None, 14..=22 | 27..=36 | 45..=47 | 50..=58) => Shown::Date,
            (None, _) => Shown::Number(NumberFormat::parse(built_in(format))),
        }
    }
}

/// The code of a built-in number format; its decimals and its per cent are what matters here.
fn built_in(format: u16) -> &'static str {
    match format {
        1 | 3 | 5 | 6 | 37 | 38 | 41 | 42 => "0",
        2 | 4 | 7 | 8 | 39 | 40 | 43 | 44 => "0.00",
        9 => "0%",
        10 => "0.00%",
        _ => "General",
    }
}

/// Whether a number format shows days or times.
fn is_date(format: &str) -> bool {
    signs(format).any(|sign| "dDmMyYhHsS".contains(sign))
}

/// Row, column and extended format, with which most records of cells begin.
fn head(data: &[u8]) -> Option<(u32, u32, u16)> {
    Some((read_u16(data, 0)?.into(), read_u16(data, 2)?.into(), read_u16(data, 4)?))
}

/// A number squeezed into 30 bits ([MS-XLS] 2.5.217).
fn rk(bits: u32) -> f64 {
    let number = if bits & 2 != 0 {
        f64::from((bits as i32) >> 2)
    } else {
        f64::from_bits(u64::from(bits & 0xFFFF_FFFC) << 32)
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn merges(data: &[u8], basket: &mut Basket) -> Option<()> {
    for merge in data.get(2..)?.chunks_exact(8).take(read_u16(data, 0)?.into()) {
        let at = |index: usize| read_u16(merge, index * 2).map(u32::from);
        basket.loose.merges.push(Range { top: at(0)?, bottom: at(1)?, left: at(2)?, right: at(3)? });
    }
    Some(())
}

/// Notes rows and columns that are hidden ([MS-XLS] 2.4.53 and 2.4.221); `None` where the record
/// is cut.
fn hide(record: &Record, basket: &mut Basket) -> Option<()> {
    let data = record.data;
    let first = u32::from(read_u16(data, 0)?);
    if record.kind == 0x0208 {
        if read_u16(data, 12)? & 0x20 != 0 {
            basket.loose.hidden.add_rows(first..first + 1);
        }
    } else if read_u16(data, 8)? & 1 != 0 {
        basket.loose.hidden.add_columns(first..u32::from(read_u16(data, 2)?) + 1);
    }
    Some(())
}

fn error_text(error: u8) -> &'static str {
    match error {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

fn because(why: (&str, &str)) -> Finding {
    Finding::new(&say::BOOK_BROKEN).arg("why", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezed_numbers_are_unpacked() {
        assert_eq!(rk(0x0000_0006), 1.0);
        assert_eq!(rk(0x3FF0_0000), 1.0);
        assert_eq!(rk((1234 << 2) | 3), 12.34);
        assert_eq!(rk((-5i32 << 2) as u32 | 2), -5.0);
    }

    #[test]
    fn date_formats_are_told_from_words() {
        assert!(is_date("dd.mm.yyyy"));
        assert!(is_date("[$-419]d mmmm yyyy"));
        assert!(!is_date("# ##0.00\" руб.\""));
        assert!(!is_date("[Red]0"));
        assert!(!is_date("0_s"));
    }
}
