//! What the XML of a sheet of a workbook says that its cells do not: which rows and columns are
//! hidden (ECMA-376-1, 18.3.1.13 and 18.3.1.73).

use super::hidden::Hidden;
use super::package::{MAX_UNPACKED, Zip};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor, Read};

/// The most bytes of the parts that list the sheets.
const MAX_LIST: u64 = 8 << 20;
/// Without these bytes nothing is hidden, and most sheets have none.
const SIGN: &[u8] = b" hidden=";

/// The hidden rows and columns of a sheet; `None` where its part is not found or is broken.
pub(super) fn hidden(bytes: &[u8], sheet: &str) -> Option<Hidden> {
    let mut zip = Zip::new(Cursor::new(bytes)).ok()?;
    let part = part_of(&mut zip, sheet)?;
    if !has_sign(zip.by_name(&part).ok()?.take(MAX_UNPACKED)) {
        return Some(Hidden::default());
    }
    rows_and_columns(BufReader::new(zip.by_name(&part).ok()?.take(MAX_UNPACKED)))
}

/// The name of the part that holds a sheet.
fn part_of(zip: &mut Zip, sheet: &str) -> Option<String> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let book = text(zip, "xl/workbook.xml")?;
    let book = roxmltree::Document::parse(&book).ok()?;
    let mut sheets = book.descendants().filter(|node| node.tag_name().name() == "sheet");
    let node = sheets.find(|node| node.attribute("name") == Some(sheet))?;
    let id = node.attribute((RELATIONS, "id")).or_else(|| node.attribute((STRICT, "id")))?.to_owned();
    let relations = text(zip, "xl/_rels/workbook.xml.rels")?;
    let relations = roxmltree::Document::parse(&relations).ok()?;
    let mut relations = relations.descendants().filter(|node| node.tag_name().name() == "Relationship");
    let target = relations.find(|node| node.attribute("Id") == Some(&id))?.attribute("Target")?.to_owned();
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

fn text(zip: &mut Zip, part: &str) -> Option<String> {
    let mut text = String::new();
    zip.by_name(part).ok()?.take(MAX_LIST).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Whether the sign of something hidden stands in a part, which is not kept in memory.
fn has_sign(mut part: impl Read) -> bool {
    let mut buffer = vec![0; 64 << 10];
    let mut kept = 0;
    loop {
        let Some(room) = buffer.get_mut(kept..) else { return false };
        let Ok(count @ 1..) = part.read(room) else { return false };
        let filled = buffer.get(..kept + count).unwrap_or_default();
        if filled.windows(SIGN.len()).any(|bytes| bytes == SIGN) {
            return true;
        }
        // The sign may stand across two pieces.
        let tail = filled.len().saturating_sub(SIGN.len() - 1);
        kept = filled.len() - tail;
        buffer.copy_within(tail..tail + kept, 0);
    }
}

fn rows_and_columns(part: impl std::io::BufRead) -> Option<Hidden> {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().expand_empty_elements = true;
    let (mut hidden, mut row, mut buffer) = (Hidden::default(), 0, Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(start) => match start.local_name().as_ref() {
                "col" if is_hidden(&start) => {
                    let first = number(&start, "min")?.checked_sub(1)?;
                    hidden.add_columns(first..number(&start, "max")?);
                }
                "row" => {
                    row = number(&start, "r").unwrap_or(row + 1);
                    if is_hidden(&start) {
                        hidden.add_rows(row.checked_sub(1)?..row);
                    }
                }
                _ => {}
            },
            Event::Eof => return Some(hidden),
            _ => {}
        }
    }
}

fn is_hidden(start: &BytesStart) -> bool {
    matches!(value(start, "hidden").as_deref(), Some("1" | "true"))
}

fn number(start: &BytesStart, name: &str) -> Option<u32> {
    value(start, name)?.parse().ok()
}

fn value(start: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}
