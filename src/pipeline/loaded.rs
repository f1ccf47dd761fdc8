//! A pack that was read: its facts and its documents.

use crate::docx::Letterhead;
use crate::indicators::{Definition, Indicators};
use crate::layout::{self, Layout, Values};
use crate::pack::facts::Facts;
use crate::pack::lock::Lock;
use crate::pack::picture::PictureFacts;
use crate::pack::read::At;
use crate::pack::register::Register;
use crate::pack::report::Talk;
use crate::pack::resolution::{Clause, Resolution};
use crate::pack::sheet::SummarySheet;
use crate::picture::Picture;
use crate::source::SourceId;
use crate::tables::Table;
use crate::text::Lines;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A pack that was read.
#[derive(Debug)]
pub struct Loaded {
    /// Whether everything could be read: else documents are only looked through for errors.
    pub sound: bool,
    /// Whether `pack.yaml` has English keys.
    pub english: bool,
    /// What `pack.yaml` says.
    pub facts: Facts,
    /// The tables by name.
    pub tables: BTreeMap<String, Table>,
    /// Tables that could not be read: errors said once.
    pub unusable_tables: BTreeSet<String>,
    /// The sheets that define indicators.
    pub indicator_sheets: Vec<Table>,
    /// How the indicators are defined.
    pub definitions: Vec<Definition>,
    /// The indicators.
    pub indicators: Indicators,
    /// The pictures by their files as they are written.
    pub pictures: BTreeMap<String, Arc<Picture>>,
    /// The documents in their order.
    pub documents: Vec<DocumentFile>,
    /// The names of the clauses that have no `id:`, as they are and as they are to be written.
    pub lock: Lock,
}

/// A document's file.
#[derive(Debug)]
pub struct DocumentFile {
    /// The name of its finished files, without extension.
    pub name: String,
    /// Its file.
    pub source: SourceId,
    /// Its layout.
    pub layout: Arc<Layout>,
    /// What it says, by its layout's base.
    pub content: Content,
    /// The values of its layout's own fields.
    pub values: Values,
    /// The letterhead of its Word file.
    pub letterhead: Option<Arc<Letterhead>>,
}

/// What a document says besides the fields of its layout.
#[derive(Clone, Debug)]
pub enum Content {
    /// A resolution.
    Resolution(Box<Resolution>),
    /// What is made of a report; the documents of one report share it.
    Talk(Arc<Talk>),
    /// Summary sheets.
    Sheets(Sheets),
    /// A register of tasks.
    Register(Register),
    /// Nothing.
    Fields,
}

impl DocumentFile {
    /// A document without a letterhead.
    pub fn new(
        name: String,
        source: SourceId,
        layout: Arc<Layout>,
        content: Content,
        values: Values,
    ) -> DocumentFile {
        DocumentFile { name, source, layout, content, values, letterhead: None }
    }

    /// The resolution, if it is one.
    pub fn resolution(&self) -> Option<&Resolution> {
        match &self.content {
            Content::Resolution(resolution) => Some(resolution),
            _ => None,
        }
    }

    /// The report that it is made of, if there is one.
    pub fn talk(&self) -> Option<&Arc<Talk>> {
        match &self.content {
            Content::Talk(talk) => Some(talk),
            _ => None,
        }
    }

    /// The summary sheets that it is made of, if it is.
    pub fn sheets(&self) -> Option<&Sheets> {
        match &self.content {
            Content::Sheets(sheets) => Some(sheets),
            _ => None,
        }
    }

    /// The register of tasks, if it is one.
    pub fn register(&self) -> Option<&Register> {
        match &self.content {
            Content::Register(register) => Some(register),
            _ => None,
        }
    }

    /// The pictures that it shows.
    pub(super) fn pictures(&self) -> Vec<&PictureFacts> {
        let mut pictures: Vec<&PictureFacts> = Vec::new();
        match &self.content {
            Content::Resolution(resolution) => {
                of_clauses(&resolution.clauses.0, &mut pictures);
                pictures
                    .extend(resolution.appendices.iter().filter_map(|appendix| appendix.picture.as_ref()));
            }
            Content::Talk(talk) => {
                let sheets = talk.report.slides.0.iter().map(|(_, sheet)| sheet);
                pictures.extend(sheets.filter_map(|sheet| sheet.picture.as_ref()));
            }
            Content::Sheets(sheets) => {
                pictures.extend(sheets.sheets.iter().filter_map(|sheet| sheet.picture.as_ref()));
            }
            Content::Register(_) | Content::Fields => {}
        }
        of_values(&self.values, &mut pictures);
        pictures
    }
}

fn of_clauses<'d>(clauses: &'d [Clause], pictures: &mut Vec<&'d PictureFacts>) {
    for clause in clauses {
        pictures.extend(&clause.picture);
        of_clauses(&clause.clauses, pictures);
    }
}

fn of_values<'d>(values: &'d Values, pictures: &mut Vec<&'d PictureFacts>) {
    values.iter().filter_map(|(_, value)| value.as_ref()).for_each(|value| of_value(value, pictures));
}

fn of_value<'d>(value: &'d layout::Value, pictures: &mut Vec<&'d PictureFacts>) {
    match value {
        layout::Value::Picture(picture) => pictures.push(picture),
        layout::Value::List(list) => list.iter().for_each(|value| of_value(value, pictures)),
        layout::Value::Record(values) => of_values(values, pictures),
        _ => {}
    }
}

/// A document of summary sheets.
#[derive(Clone, Debug)]
pub struct Sheets {
    /// The document's title, if not its only sheet's.
    pub title: Option<Lines>,
    /// The sheets in their order.
    pub sheets: Vec<SummarySheet>,
    /// How many of them stand on a page.
    pub per_page: Option<At<u32>>,
}
