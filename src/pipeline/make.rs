//! One document of a pack, made into files.

use super::glyphs;
use super::loaded::{Content, DocumentFile, Loaded, Sheets};
use super::register::{self, Surroundings};
use super::stand::{Stand, shown, stands};
use crate::document::figure::{self, Figures};
use crate::document::messages::{NO_CONFERENCE_FACT, SHARED_NAME};
use crate::document::{Document, Parts, assemble};
use crate::docx::{self, ChartMeasure, Measures};
use crate::layout::{self, Handles, Layout};
use crate::output::{Ingredient, Product};
use crate::pack::facts::PdfProfile;
use crate::pdf::{self, Profile};
use crate::register::Sheet;
use crate::source::{Finding, Findings, Language, Place, SourceId, Sources};
use crate::typeset::{self, Fonts, Page, Pages, chart_drawing, fit_charts, fit_slides, fit_tables, typeset};
use crate::{ics, png, pptx, xlsx};
use chrono::{DateTime, NaiveDate};
use std::collections::BTreeSet;

/// A form in which documents are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// Word.
    Docx,
    /// PowerPoint; of documents of slides.
    Pptx,
    /// A picture of each page; only where it is asked for.
    Png,
    /// Excel.
    Xlsx,
    /// Calendars.
    Ics,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 6] =
        [Format::Pdf, Format::Docx, Format::Pptx, Format::Png, Format::Xlsx, Format::Ics];

    /// Whether documents of a layout are written in it. Pages can be drawn wherever there are
    /// pages.
    pub fn is_of(self, layout: &Layout) -> bool {
        let has = |format: Format| layout.formats.contains(&format.extension());
        has(self) || (self == Format::Png && has(Format::Pdf))
    }

    /// Whether its files have the pages of the document.
    pub fn has_pages(self) -> bool {
        !matches!(self, Format::Xlsx | Format::Ics)
    }

    /// The extension of its files, by which the command line names it too.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Pptx => "pptx",
            Format::Png => "png",
            Format::Xlsx => "xlsx",
            Format::Ics => "ics",
        }
    }
}

/// A finished file, not yet on the disk.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its form.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What was made of a document.
#[derive(Clone, Debug)]
pub struct Made {
    /// The files.
    pub files: Vec<File>,
    /// How many pages it has.
    pub pages: usize,
    /// How many seconds it takes to say, for what is said.
    pub seconds: Option<u32>,
    /// Where it shows figures and cells of tables.
    pub stands: Vec<Stand>,
    /// What it was made from and shows.
    pub product: Product,
}

/// Makes a document; `None` where findings leave nothing to write.
pub fn make(
    loaded: &Loaded,
    document: &DocumentFile,
    formats: &[Format],
    fonts: &Fonts,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Made> {
    let around = Surroundings::of(loaded, document, sources);
    let made = made_within(loaded, document, &around, sources, findings)?;
    if findings.has_errors() || !loaded.sound {
        return None;
    }
    let made = fit_charts(fitted(made, fonts, findings), fonts);
    let pages = typeset(&made, fonts, findings);
    glyphs::show(findings, sources);
    let fonts = fonts.family(&made.styles.font);
    if findings.has_errors() {
        return None;
    }
    let writer = Writer { loaded, document, made: &made, pages: &pages, fonts, around: &around, sources };
    let own = formats.iter().filter(|format| format.is_of(&document.layout));
    let files: Vec<File> = own.flat_map(|format| writer.files(*format, findings)).collect();
    let stands = stands(&made, &pages);
    let product = product(&made, document, &stands, sources);
    let seconds = document.talk().map(|talk| talk.seconds(talk.all_words()));
    let pages = pages.pages.len();
    (!findings.has_errors()).then_some(Made { files, pages, seconds, stands, product })
}

/// Says what making a document would say, without its pages and files.
pub fn look(
    loaded: &Loaded,
    document: &DocumentFile,
    fonts: &Fonts,
    sources: &Sources,
    findings: &mut Findings,
) {
    let around = Surroundings::of(loaded, document, sources);
    let Some(made) = made_within(loaded, document, &around, sources, findings) else { return };
    if findings.has_errors() || !loaded.sound {
        return;
    }
    let made = fitted(made, fonts, findings);
    typeset::look(&made, fonts, findings);
    glyphs::show(findings, sources);
    if Format::Ics.is_of(&document.layout)
        && let Some(sheet) = register::sheet(loaded, document, &made, &around, sources)
        && ics::write(&sheet).is_none()
    {
        findings.list.extend(register::no_days(document, &sheet));
    }
}

/// A document whose tables and slides have the sizes in which they fit.
fn fitted(made: Document, fonts: &Fonts, findings: &mut Findings) -> Document {
    fit_tables(fit_slides(made, fonts, findings), fonts, findings)
}

/// A document on its pages, to be written in one format after another.
struct Writer<'w> {
    loaded: &'w Loaded,
    document: &'w DocumentFile,
    made: &'w Document,
    pages: &'w Pages,
    fonts: &'w Fonts,
    around: &'w Surroundings<'w>,
    sources: &'w Sources,
}

impl Writer<'_> {
    /// The files of a format: one, a picture of each page, or none where there is nothing to say.
    fn files(&self, format: Format, findings: &mut Findings) -> Vec<File> {
        let bytes = match format {
            Format::Png => return self.pictures(),
            Format::Pdf => self.pdf(findings),
            Format::Docx => {
                let measures = measures(self.made, self.pages, self.fonts);
                Some(docx::write_on(self.made, &measures, self.document.letterhead.as_deref()))
            }
            Format::Pptx => Some(pptx::write(self.made, self.pages)),
            Format::Xlsx => self.sheet().map(|sheet| xlsx::write(&sheet)),
            Format::Ics => self.calendar(findings),
        };
        let name = format!("{}.{}", self.document.name, format.extension());
        bytes.map(|bytes| File { name, format, bytes }).into_iter().collect()
    }

    fn pdf(&self, findings: &mut Findings) -> Option<Vec<u8>> {
        let written = pdf::write(self.made, self.pages, &|face| self.fonts.bytes(face), profile(self.loaded));
        written.map_err(|found| findings.append(found)).ok()
    }

    fn sheet(&self) -> Option<Sheet> {
        register::sheet(self.loaded, self.document, self.made, self.around, self.sources)
    }

    fn calendar(&self, findings: &mut Findings) -> Option<Vec<u8>> {
        let sheet = self.sheet()?;
        let written = ics::write(&sheet);
        if written.is_none() {
            findings.list.extend(register::no_days(self.document, &sheet));
        }
        written
    }

    /// A picture of each page, numbered where they are several.
    fn pictures(&self) -> Vec<File> {
        let (pages, name) = (&self.pages.pages, &self.document.name);
        let digits = pages.len().to_string().len();
        let file = |(at, page): (usize, &Page)| {
            let number = if pages.len() > 1 { format!("-{:0digits$}", at + 1) } else { String::new() };
            let bytes = png::write(page, self.fonts);
            File { name: format!("{name}{number}.png"), format: Format::Png, bytes }
        };
        pages.iter().enumerate().map(file).collect()
    }
}

/// What Word is told of the pages, so that it shows the same.
pub fn measures(document: &Document, pages: &Pages, fonts: &Fonts) -> Measures {
    Measures {
        tables: pages.tables.clone(),
        sunk: pages.sunk,
        lowered: pages.lowered.clone(),
        kept: pages.kept.clone(),
        numbered_from: pages.numbered_from,
        charts: charts(document, fonts),
    }
}

/// The document in the middle, before any page; what is wrong with its texts goes to `findings`.
pub fn assembled(
    loaded: &Loaded,
    document: &DocumentFile,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Document> {
    let around = Surroundings::of(loaded, document, sources);
    made_within(loaded, document, &around, sources, findings)
}

fn made_within(
    loaded: &Loaded,
    document: &DocumentFile,
    around: &Surroundings<'_>,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Document> {
    let (data, handles) = data(loaded, document, around, sources);
    let made = make_document(loaded, document, data, &handles, around, sources, findings);
    if !loaded.sound {
        // What the pack could not say is not missed a second time, and of two things with one name
        // it was said already.
        let follows = |finding: &Finding| {
            [&NO_CONFERENCE_FACT, &SHARED_NAME].iter().any(|message| std::ptr::eq(finding.message, *message))
        };
        findings.list.retain(|finding| !follows(finding));
    }
    made
}

/// What the document's layout is given, and what its handles stand for.
fn data<'l>(
    loaded: &'l Loaded,
    document: &'l DocumentFile,
    around: &'l Surroundings<'_>,
    sources: &Sources,
) -> (serde_json::Value, Handles<'l>) {
    let (facts, values) = (&loaded.facts, &document.values);
    match &document.content {
        Content::Register(register) => layout::register_data(facts, register, &around.listed, values),
        Content::Resolution(resolution) => layout::resolution_data(facts, resolution, values),
        Content::Talk(talk) => {
            let asks_for = |name: &str| document.layout.asks_for(name, sources);
            layout::report_data(facts, talk, values, &asks_for)
        }
        Content::Sheets(Sheets { title, sheets, per_page }) => {
            let per_page = per_page.as_ref().map(|count| count.value);
            layout::sheets_data(facts, title.as_ref(), sheets, per_page, values)
        }
        Content::Fields => layout::values_data(facts, values),
    }
}

/// The charts as the pages show them.
fn charts(document: &Document, fonts: &Fonts) -> Vec<ChartMeasure> {
    let mut charts = Vec::new();
    for section in &document.sections {
        let width = f64::from(document.styles.page.text_width(section.landscape).pt());
        for block in section.charts() {
            let drawing = chart_drawing(block, &document.styles, fonts, section.landscape, width);
            charts.push(ChartMeasure { drawing: std::sync::Arc::new(drawing) });
        }
    }
    charts
}

/// The standard that the pack asks for.
fn profile(loaded: &Loaded) -> Profile {
    match loaded.facts.pdf_profile.unwrap_or_default() {
        PdfProfile::A2a => Profile::A2aUa1,
        PdfProfile::A1a => Profile::A1a,
    }
}

fn make_document(
    loaded: &Loaded,
    document: &DocumentFile,
    data: serde_json::Value,
    handles: &Handles<'_>,
    around: &Surroundings<'_>,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Document> {
    let markup = match layout::render(&document.layout, data, sources) {
        Ok(markup) => markup,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let figures = figures(loaded, document, around);
    let parts = Parts {
        markup: &markup,
        handles,
        styles: &document.layout.styles,
        pictures: &loaded.pictures,
        figures: &figures,
        sources,
        date: date(loaded, document),
        numbers: &around.numbers,
    };
    assemble(parts, findings)
}

/// What the texts of a document can ask for.
pub(super) fn figures<'l>(
    loaded: &'l Loaded,
    document: &'l DocumentFile,
    around: &Surroundings<'l>,
) -> Figures<'l> {
    let clauses = document.resolution().map_or(&[][..], |resolution| &resolution.clauses.0);
    let tables = figure::Tables { tables: &loaded.tables, unusable: &loaded.unusable_tables };
    let mut figures = Figures::new(&loaded.facts, tables, &loaded.indicators, clauses);
    around.listed.iter().for_each(|listed| figures.add_clauses(&listed.resolution.clauses.0));
    figures
}

/// The date of the files' metadata: the document's, the conference's, or the one that builds set
/// from outside; never the clock's, so that the same facts make the same bytes.
pub(super) fn date(loaded: &Loaded, document: &DocumentFile) -> NaiveDate {
    let own = match &document.content {
        Content::Resolution(resolution) => resolution.date.as_ref(),
        Content::Register(register) => register.date.as_ref(),
        _ => None,
    };
    let given = own.or(loaded.facts.conference.date.as_ref()).map(|date| date.written.date);
    given.or_else(source_date_epoch).unwrap_or_default()
}

fn source_date_epoch() -> Option<NaiveDate> {
    let seconds = std::env::var("SOURCE_DATE_EPOCH").ok()?.parse().ok()?;
    DateTime::from_timestamp(seconds, 0).map(|time| time.date_naive())
}

/// What a document was made from, as the places of its inlines and figures tell.
fn product(document: &Document, file: &DocumentFile, stands: &[Stand], sources: &Sources) -> Product {
    let mut used: BTreeSet<SourceId> = BTreeSet::from([file.source]);
    used.extend(document.places().map(Place::source));
    used.extend(document.figures.iter().flat_map(|figure| &figure.cells).map(Place::source));
    used.extend(file.layout.files().into_iter().map(|(_, source)| source));
    if document.sections.iter().any(|section| section.slide.is_some()) {
        used.extend(document.styles.emblem.iter().map(|emblem| emblem.source));
    }
    used.extend(file.talk().map(|talk| talk.speech.source));
    let ingredient = |id: SourceId| {
        let source = sources.get(id);
        Ingredient { name: source.name.to_string(), hash: sources.hash(id) }
    };
    let mut places = sources.describer(Language::Russian);
    Product {
        document: sources.get(file.source).name.to_string(),
        ingredients: used.into_iter().map(ingredient).collect(),
        shown: stands.iter().filter_map(|stand| shown(stand, &mut places)).collect(),
        ..Product::default()
    }
}
