//! A file of tables, opened once for all tables that the pack reads from it.

use super::book::Book;
use super::grid::{Loose, NoGrid};
use super::messages as say;
use super::range::Range;
use super::{MAX_CELLS, MAX_FILE_BYTES, Spec, Table, csv};
use crate::source::{CellPlace, Finding, Findings, Place, SourceId, Sources, old_encoding};
use std::sync::Arc;

/// A file of tables.
pub struct TableFile {
    source: SourceId,
    content: Content,
}

enum Content {
    /// A text table, decoded.
    Text(Arc<str>),
    /// A spreadsheet.
    Book(Book),
}

impl TableFile {
    /// Opens a file that `sources` knows; a text table gives it its decoded text, so that
    /// excerpts can be shown. Bytes decide over the name's ending where they disagree. `None`
    /// where it cannot be read; why is among the findings.
    pub fn open(
        source: SourceId,
        bytes: Vec<u8>,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<TableFile> {
        let name = sources.get(source).name.clone();
        let opened = if bytes.len() > MAX_FILE_BYTES {
            Err(too_large(bytes.len()))
        } else if Book::is_book(&bytes) {
            Book::open(bytes).map(Content::Book)
        } else if is_text_name(&name) {
            csv::decode(&bytes).map(|(text, encoding)| {
                findings.list.extend(old_encoding(encoding, &name).map(|note| note.at(source)));
                Content::Text(text.into())
            })
        } else if is_book_name(&name) {
            Err(Finding::new(&say::BOOK_BROKEN).arg("why", super::book::NO_BOOK))
        } else {
            Err(Finding::new(&say::UNKNOWN_FORMAT).arg("file", name.as_ref()))
        };
        match opened {
            Ok(content) => {
                if let Content::Text(text) = &content {
                    sources.set_text(source, text.clone());
                }
                Some(TableFile { source, content })
            }
            Err(finding) => {
                findings.push(finding.at(source));
                None
            }
        }
    }

    /// The file.
    pub fn source(&self) -> SourceId {
        self.source
    }

    /// The names of its sheets; none for a text table.
    pub fn sheets(&self) -> Vec<String> {
        match &self.content {
            Content::Text(_) => Vec::new(),
            Content::Book(book) => book.sheets().to_vec(),
        }
    }

    /// Reads a table. `None` where there is none such; why is among the findings.
    pub fn table(&mut self, spec: &Spec, findings: &mut Findings) -> Option<Table> {
        let source = self.source;
        match &mut self.content {
            Content::Text(text) => text_table(text, source, spec, findings),
            Content::Book(book) => book_table(book, source, spec, findings),
        }
    }
}

fn text_table(text: &str, source: SourceId, spec: &Spec, findings: &mut Findings) -> Option<Table> {
    if let Some(sheet) = &spec.sheet {
        let warning = Finding::new(&say::SHEET_OF_TEXT).arg("sheet", sheet.text.as_str());
        findings.push(warning.at(sheet.place.clone()));
    }
    let (loose, row_ends) = keep(csv::cells(text, source), findings)?;
    let place = |row, _| csv::missing(&row_ends, source, row);
    grid_to_table(loose, spec, &source.into(), place, findings)
}

fn book_table(book: &mut Book, source: SourceId, spec: &Spec, findings: &mut Findings) -> Option<Table> {
    let name = keep(book.choose(spec.sheet.as_ref(), source), findings)?;
    let window = keep(window(spec), findings)?;
    let sheet: Arc<str> = name.as_str().into();
    let place = |row, column| Place::Cell(CellPlace { source, sheet: Some(sheet.clone()), row, column });
    let mut loose = keep(book.read(&name, window, &place).map_err(|finding| finding.at(source)), findings)?;
    let warning = hidden_taken(&mut loose, spec, window);
    let whole = spec.sheet.as_ref().map_or(source.into(), |sheet| sheet.place.clone());
    let table = grid_to_table(loose, spec, &whole, place, findings)?;
    findings.list.extend(warning);
    Some(table)
}

/// Takes hidden cells too, unless the pack leaves them out; says so where it does not decide.
fn hidden_taken(loose: &mut Loose, spec: &Spec, window: Option<Range>) -> Option<Finding> {
    if spec.hidden == Some(false) {
        return None;
    }
    let hidden = std::mem::take(&mut loose.hidden);
    let (ru, en) = hidden.named(&loose.cells, window).filter(|_| spec.hidden.is_none())?;
    let finding = Finding::new(&say::HIDDEN_TAKEN).arg("table", spec.name.as_str());
    Some(finding.arg("hidden", (ru.as_str(), en.as_str())).at(spec.place.clone()))
}

/// Makes a table of loose cells; `whole` is the place of findings about all of them.
pub(super) fn grid_to_table(
    loose: Loose,
    spec: &Spec,
    whole: &Place,
    place: impl Fn(u32, u32) -> Place,
    findings: &mut Findings,
) -> Option<Table> {
    let window = keep(window(spec), findings)?;
    let grid = loose.into_grid(window, place).map_err(|why| match why {
        NoGrid::Empty => {
            let finding = Finding::new(&say::TABLE_EMPTY).arg("table", spec.name.as_str());
            let range = spec.range.iter().map(|range| range.place.clone());
            range.chain([whole.clone()]).fold(finding, Finding::at)
        }
        NoGrid::TooLarge(last) => Finding::new(&say::TOO_MANY_CELLS)
            .arg("limit", MAX_CELLS.to_string())
            .arg("last", last)
            .at(whole.clone()),
    });
    Table::new(keep(grid, findings)?, spec, findings)
}

/// The range of a spec.
fn window(spec: &Spec) -> Result<Option<Range>, Finding> {
    let Some(words) = &spec.range else { return Ok(None) };
    let invalid =
        || Finding::new(&say::RANGE_INVALID).arg("range", words.text.trim()).at(words.place.clone());
    Range::parse(&words.text).map(Some).ok_or_else(invalid)
}

fn keep<T>(result: Result<T, Finding>, findings: &mut Findings) -> Option<T> {
    result.map_err(|finding| findings.push(finding)).ok()
}

fn too_large(size: usize) -> Finding {
    Finding::new(&say::FILE_TOO_LARGE)
        .arg("size", (size >> 20).to_string())
        .arg("limit", (MAX_FILE_BYTES >> 20).to_string())
}

fn is_text_name(name: &str) -> bool {
    has_ending(name, &["csv", "tsv", "tab", "txt"])
}

fn is_book_name(name: &str) -> bool {
    has_ending(name, &["xlsx", "xlsm", "xltx", "xls", "ods", "ots"])
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}
