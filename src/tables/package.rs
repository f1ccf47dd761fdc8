//! Zip archives are measured before anybody unpacks them into memory.

use super::book::{NO_BOOK, broken};
use super::messages as say;
use crate::source::Finding;
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// The most bytes that all parts together unpack to.
pub(super) const MAX_UNPACKED: u64 = 128 << 20;
/// The most bytes of the shared strings, which are kept in memory.
const MAX_STRINGS: u64 = 32 << 20;
/// The most bytes of any other part but a sheet: each five of them may make a style of a hundred.
const MAX_OTHER: u64 = 8 << 20;
/// The most parts.
const MAX_PARTS: usize = 10_000;

/// What a zip archive holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An Office Open XML workbook.
    Xlsx,
    /// An OpenDocument spreadsheet.
    Ods,
}

pub(super) type Zip<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Said of a Word document under a spreadsheet's name.
const WORD_DOCUMENT: (&str, &str) =
    ("это документ Word, а не таблица", "it is a Word document, not a spreadsheet");

/// Tells the kind and makes sure that it unpacks to a bounded size: what the directory declares
/// and what really comes out. Errors: `spreadsheet-broken`, `spreadsheet-too-large`,
/// `spreadsheet-encrypted`.
pub(super) fn check(bytes: &[u8]) -> Result<Kind, Finding> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let no_book = |why| Finding::new(&say::BOOK_BROKEN).arg("why", why);
    if has(&zip, "word/document.xml") {
        return Err(no_book(WORD_DOCUMENT));
    }
    let kind = kind(&zip).ok_or_else(|| no_book(NO_BOOK))?;
    if zip.len() > MAX_PARTS {
        return Err(too_large());
    }
    let mut rest = MAX_UNPACKED;
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => {
                Finding::new(&say::BOOK_ENCRYPTED)
            }
            other => broken(other),
        })?;
        let name = part.name().map_err(broken)?.to_lowercase();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue; // pictures and the like, which nobody unpacks
        }
        let most = rest.min(limit(&name));
        if part.size() > most {
            return Err(too_large());
        }
        rest -= measure(part, most)?;
    }
    if kind == Kind::Xlsx {
        check_strings(&mut zip)?;
    }
    Ok(kind)
}

fn has(zip: &Zip, wanted: &str) -> bool {
    zip.file_names().flatten().any(|name| name.eq_ignore_ascii_case(wanted))
}

fn kind(zip: &Zip) -> Option<Kind> {
    let has = |wanted: &str| has(zip, wanted);
    if has("content.xml") && has("mimetype") {
        Some(Kind::Ods)
    } else {
        has("[Content_Types].xml").then_some(Kind::Xlsx)
    }
}

fn limit(name: &str) -> u64 {
    if name.contains("worksheets/") || name == "content.xml" {
        MAX_UNPACKED
    } else if name.ends_with("sharedstrings.xml") {
        MAX_STRINGS
    } else {
        MAX_OTHER
    }
}

/// Unpacks into nothing and counts.
fn measure(part: impl Read, most: u64) -> Result<u64, Finding> {
    let size = std::io::copy(&mut part.take(most + 1), &mut std::io::sink()).map_err(broken)?;
    if size > most { Err(too_large()) } else { Ok(size) }
}

pub(super) fn too_large() -> Finding {
    Finding::new(&say::BOOK_TOO_LARGE).arg("limit", (MAX_UNPACKED >> 20).to_string())
}

/// calamine reserves memory for as many shared strings as the file claims to have; a claim
/// beyond what its bytes can hold would end the program.
fn check_strings(zip: &mut Zip) -> Result<(), Finding> {
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(broken)?;
        if !part.name().map_err(broken)?.to_lowercase().ends_with("sharedstrings.xml") {
            continue;
        }
        let size = part.size();
        if claimed_strings(part).is_some_and(|claimed| claimed > size) {
            return Err(broken("sharedStrings.xml: uniqueCount"));
        }
    }
    Ok(())
}

fn claimed_strings(part: impl Read) -> Option<u64> {
    let mut xml = quick_xml::Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).ok()? {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == "sst" => {
                let mut attributes = start.attributes();
                let attributes = attributes.with_checks(false).flatten();
                let mut counts = attributes.filter(|attribute| attribute.key.as_ref() == "uniqueCount");
                return counts.next()?.value.trim().parse().ok();
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
