//! Reading a pack: all its files, all their errors.

use super::loaded::{Content, DocumentFile, Loaded};
use super::messages as say;
use super::no_pack::no_pack;
use super::read_document::{Opened, Said, read_document};
use super::{digest, figures, names, timing};
use crate::document::figure::{self, Figures};
use crate::docx::Letterhead;
use crate::indicators::{Definition, Indicators, Lost, sheet};
use crate::layout::{Layout, Library, read_file};
use crate::output::check_name;
use crate::output::messages::{BAD_FILE_NAME, ODD_FILE_NAME};
use crate::pack::facts::{AliasFacts, Conference, Facts, TableFacts, YearMeaning};
use crate::pack::lock::{self, Lock};
use crate::pack::moment::context;
use crate::pack::read::{At, Named, Reader, Word};
use crate::pack::report::{Output, OutputKind, Report, Talk};
use crate::pack::speech::Speech;
use crate::picture::Picture;
use crate::russian::deadline::{Context, YearKind};
use crate::source::{
    self, Finding, Findings, Folder, Language, Node, Place, Severity, SourceId, Sources, Span, Value,
};
use crate::tables::{Alias, Spec, Table, TableFile, Words, inline};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The names that a pack's main file may have.
const NAMES: [&str; 3] = ["pack.yaml", "комплект.yaml", "pack.yml"];

/// Whether a folder is a pack.
pub fn is_pack(folder: &Path) -> bool {
    NAMES.iter().any(|name| folder.join(name).is_file())
}

/// Reads a pack; `None` where there is none or its main file cannot be read.
pub fn load(folder: &Folder, sources: &mut Sources, findings: &mut Findings) -> Option<Loaded> {
    let Some(name) = NAMES.iter().find(|name| folder.root().join(name).is_file()) else {
        findings.push(no_pack(folder.root()));
        return None;
    };
    let others = NAMES.iter().filter(|other| *other != name && folder.root().join(other).is_file());
    let twice = |other| Finding::new(&say::TWO_MAIN_FILES).arg("one", *name).arg("other", other);
    findings.list.extend(others.map(|other| twice(*other)));
    let source = folder.read_text(name, None, sources, findings)?;
    let facts: Facts = read_file(source, sources, findings)?;
    let english = written_in_english(source, sources);
    let mut loader =
        Loader { folder, sources, findings, english, files: BTreeMap::new(), sheets: Vec::new() };
    let (tables, unusable_tables) = loader.tables(&facts);
    let (definitions, lost) = loader.definitions(&facts);
    let tables_read = figure::Tables { tables: &tables, unusable: &unusable_tables };
    let book = figures::Book { tables: tables_read, lost: &lost };
    let (mut indicators, found) = Indicators::resolve(&definitions, &book);
    indicators.lose(lost);
    loader.findings.append(found);
    let figures = Figures::new(&facts, tables_read, &indicators, &[]);
    let mut documents = loader.documents(&facts, source, &figures, &indicators);
    loader.letterheads(&facts, &mut documents);
    let pictures = loader.pictures(&facts, &documents);
    let indicator_sheets = std::mem::take(&mut loader.sheets);
    let mut lock = loader.lock();
    lock.english = english;
    names::check(&facts, &documents, sources, findings);
    for document in &mut documents {
        if let Content::Resolution(resolution) = &mut document.content {
            lock.name(&sources.get(document.source).name, resolution);
        }
    }
    let sound = !findings.has_errors();
    Some(Loaded {
        sound,
        english,
        facts,
        tables,
        unusable_tables,
        indicator_sheets,
        definitions,
        indicators,
        pictures,
        documents,
        lock,
    })
}

struct Loader<'a> {
    folder: &'a Folder,
    sources: &'a mut Sources,
    findings: &'a mut Findings,
    /// Whether the pack's keys are English, so that advice is given in them.
    english: bool,
    /// The sheets of indicators that were read.
    sheets: Vec<Table>,
    /// Files of tables by name; `None` for those that could not be opened.
    files: BTreeMap<String, Option<TableFile>>,
}

impl Loader<'_> {
    fn tables(&mut self, facts: &Facts) -> (BTreeMap<String, Table>, BTreeSet<String>) {
        let (mut tables, mut unusable) = (BTreeMap::new(), BTreeSet::from_iter(facts.tables.1.clone()));
        for (name, table) in &facts.tables.0 {
            let before = self.findings.list.len();
            let read = self.table(name, table);
            let new = self.findings.list.iter().skip(before);
            // Of a table of which a row or a column was not found nothing is asked for: what asks for
            // that row would say the same once more.
            let is_whole = !new.into_iter().any(|finding| finding.severity == Severity::Error);
            match read.filter(|_| is_whole) {
                Some(table) => drop(tables.insert(name.value.clone(), table)),
                None => drop(unusable.insert(name.value.clone())),
            }
        }
        (tables, unusable)
    }

    fn table(&mut self, name: &At<String>, facts: &TableFacts) -> Option<Table> {
        let spec = self.spec(name, facts);
        match &facts.file {
            Some(file) => {
                self.open(file);
                let opened = self.files.get_mut(&file.value)?.as_mut()?;
                opened.table(&spec, self.findings)
            }
            None if !facts.data.is_empty() => {
                let cell = |cell: &At<Option<source::SourceText>>| {
                    let text = cell.value.as_ref().map_or_else(String::new, |text| text.as_str().to_owned());
                    Words::new(text, cell.span)
                };
                let rows = facts.data.iter().map(|row| row.iter().map(cell).collect()).collect();
                inline(rows, &spec, self.findings)
            }
            None => {
                let finding = Finding::new(&say::TABLE_WITHOUT_ROWS).arg("name", name.value.clone());
                self.findings.push(finding.at(name.span));
                None
            }
        }
    }

    fn open(&mut self, file: &Word) {
        if !self.files.contains_key(&file.value) {
            let place = Some(Place::Text(file.span));
            let bytes = self.folder.read_bytes(&file.value, place, self.sources, self.findings);
            let opened =
                bytes.and_then(|(source, bytes)| TableFile::open(source, bytes, self.sources, self.findings));
            self.files.insert(file.value.clone(), opened);
        }
    }

    fn spec(&mut self, name: &At<String>, facts: &TableFacts) -> Spec {
        let words = |word: &Option<Word>| word.as_ref().map(|word| Words::new(word.value.clone(), word.span));
        let count = |at: &Option<At<u32>>| at.as_ref().map(|at| at.value as usize);
        Spec {
            title: facts.title.as_ref().map(|title| title.plain().to_owned()),
            sheet: words(&facts.sheet),
            range: words(&facts.range),
            header_rows: count(&facts.header_rows),
            header_columns: count(&facts.header_columns),
            hidden: facts.hidden.as_ref().map(|at| at.value),
            unit: facts.unit.as_ref().map(|unit| unit.value.clone()),
            rows: self.aliases(&facts.rows),
            columns: self.aliases(&facts.columns),
            english: self.english,
            ..Spec::new(name.value.clone(), name.span)
        }
    }

    fn aliases(&mut self, named: &Named<AliasFacts>) -> Vec<Alias> {
        named.0.iter().filter_map(|(name, facts)| self.alias(name, facts)).collect()
    }

    fn alias(&mut self, name: &At<String>, facts: &AliasFacts) -> Option<Alias> {
        let words = |word: &Word| Words::new(word.value.clone(), word.span);
        let expected = facts.expect.as_ref().or(facts.words.as_ref());
        let Some(expected) = expected else {
            let finding = Finding::new(&say::ALIAS_WITHOUT_WORDS).arg("name", name.value.clone());
            self.findings.push(finding.at(name.span));
            return None;
        };
        Some(Alias {
            name: Words::new(name.value.clone(), name.span),
            words: words(expected),
            cell: facts.cell.as_ref().map(words),
        })
    }

    /// The indicators as they are defined: those of the sheets, then those of `pack.yaml`.
    fn definitions(&mut self, facts: &Facts) -> (Vec<Definition>, Lost) {
        let mut definitions = Vec::new();
        let mut names = BTreeSet::from_iter(facts.indicators.named.1.clone());
        names.extend(self.keys_in_error());
        let mut lost = Lost { names, any: facts.indicators.lost_sheet, unset: Vec::new() };
        for sheet_facts in &facts.indicators.from {
            let name = At { value: sheet_facts.file.value.clone(), span: sheet_facts.file.span };
            let table = TableFacts {
                file: Some(sheet_facts.file.clone()),
                sheet: sheet_facts.sheet.clone(),
                range: sheet_facts.range.clone(),
                ..TableFacts::none(sheet_facts.span)
            };
            let Some(table) = self.table(&name, &table) else {
                lost.any = true;
                continue;
            };
            let (header, rows) = figures::sheet_rows(&table);
            let (read, mut more) = sheet::definitions(&header, &rows);
            more.list.extend(figures::unreadable(&table, &read.unreadable));
            lost.any |= read.definitions.is_empty() && more.has_errors();
            lost.names.extend(read.lost);
            lost.unset.extend(read.unset);
            definitions.extend(read.definitions);
            self.findings.append(more);
            self.sheets.push(table);
        }
        definitions
            .extend(facts.indicators.named.0.iter().map(|(name, entry)| figures::definition(name, entry)));
        // A text may use the name that is suggested in the place of one that is none.
        lost.names.extend(definitions.iter().filter_map(Definition::suggested_name));
        (definitions, lost)
    }

    /// The keys of the lines with errors: what YAML could not read may define an indicator.
    fn keys_in_error(&self) -> Vec<String> {
        let errors = self.findings.list.iter().filter(|finding| finding.severity == Severity::Error);
        let key = |label: &source::Label| {
            let Place::Text(span) = &label.place else { return None };
            let text = self.sources.get(span.source).text.as_deref()?;
            let start = text.get(..span.range().start)?.rfind('\n').map_or(0, |end| end + 1);
            let (key, _) = text[start..].lines().next()?.split_once(':')?;
            Some(key.trim().to_owned())
        };
        errors.filter_map(|finding| key(finding.labels.first()?)).collect()
    }

    /// The letterheads of the documents, each file read once.
    fn letterheads(&mut self, facts: &Facts, documents: &mut [DocumentFile]) {
        let mut read: BTreeMap<String, Option<Arc<Letterhead>>> = BTreeMap::new();
        for document in documents {
            let own = document.resolution().and_then(|resolution| resolution.reference.as_ref());
            let Some(word) = own.or(facts.reference.as_ref()) else { continue };
            document.letterhead =
                read.entry(word.value.clone()).or_insert_with(|| self.letterhead(word).map(Arc::new)).clone();
        }
    }

    fn letterhead(&mut self, file: &Word) -> Option<Letterhead> {
        let place = Place::Text(file.span);
        let (_, bytes) =
            self.folder.read_bytes(&file.value, Some(place.clone()), self.sources, self.findings)?;
        let mut found = Findings::default();
        let letterhead = Letterhead::read(&bytes, &file.value, &mut found);
        self.findings.list.extend(found.list.into_iter().map(|finding| finding.at(place.clone())));
        letterhead.map_err(|finding| self.findings.push(finding.at(place))).ok()
    }

    /// The pictures that documents show, each file read once.
    fn pictures(&mut self, facts: &Facts, documents: &[DocumentFile]) -> BTreeMap<String, Arc<Picture>> {
        let mut tried = BTreeSet::new();
        // A style sheet's emblem was read with its layout.
        let of_layouts = documents.iter().filter_map(|document| document.layout.styles.emblem.as_ref());
        let name = |picture: &Picture| self.sources.get(picture.source).name.to_string();
        let mut pictures: BTreeMap<String, Arc<Picture>> =
            of_layouts.map(|emblem| (name(emblem), Arc::clone(emblem))).collect();
        let emblem = facts.letterhead.iter().filter_map(|letterhead| letterhead.emblem.as_ref());
        for facts in documents.iter().flat_map(DocumentFile::pictures).chain(emblem) {
            if !tried.insert(facts.key()) || pictures.contains_key(facts.key()) {
                continue;
            }
            let place = Place::Text(facts.file.span);
            let read = Picture::read(facts.key(), &place, self.folder, self.sources, self.findings);
            pictures.extend(read.map(|picture| (facts.key().to_owned(), Arc::new(picture))));
        }
        pictures
    }

    /// The names that clauses were given by earlier builds.
    fn lock(&mut self) -> Lock {
        // The same look as that of reading, for another build may write the file right now; that a
        // folder stands in its place is said when names are to be kept.
        if !self.folder.has(lock::NAME) || !self.folder.root().join(lock::NAME).is_file() {
            return Lock::default();
        }
        let read = self.folder.read_text(lock::NAME, None, self.sources, self.findings);
        let Some(source) = read else { return Lock::default() };
        let text = self.sources.get(source).text.clone().unwrap_or_default();
        let Some(node) = source::parse(source, &text, self.findings) else { return Lock::default() };
        let mut reader = Reader::new(self.sources);
        let lock = Lock::read(&node, &text, &mut reader);
        self.findings.append(reader.findings);
        lock
    }

    fn documents(
        &mut self,
        facts: &Facts,
        pack: SourceId,
        figures: &Figures<'_>,
        indicators: &Indicators,
    ) -> Vec<DocumentFile> {
        if facts.documents.is_empty() {
            self.findings.push(Finding::new(&say::NO_DOCUMENTS).at(pack));
        }
        let mut library = Library::open(self.folder);
        self.findings.list.extend(library.strays(self.folder));
        let context = deadline_context(&facts.conference);
        let mut documents = Vec::new();
        for entry in &facts.documents {
            if let Some(opened) = self.document(&entry.file, &mut library, context) {
                documents.extend(self.made_of(opened, &entry.file, &mut library, figures, indicators));
            }
        }
        documents
    }

    fn document(&mut self, file: &Word, library: &mut Library, context: Option<Context>) -> Option<Opened> {
        let place = Some(Place::Text(file.span));
        let source = self.folder.read_text(&file.value, place, self.sources, self.findings)?;
        let text = self.sources.get(source).text.clone()?;
        let before = self.findings.list.len();
        let node = source::parse(source, &text, self.findings)?;
        let layout = self.layout_of(&node, file, library)?;
        let mut reader = Reader::new(self.sources);
        reader.language = if self.english { Language::English } else { Language::Russian };
        reader.shown = true;
        reader.context = context;
        reader.broken = self.findings.list.len() > before;
        let opened = read_document(&node, &layout, source, &mut reader);
        self.findings.append(reader.findings);
        opened
    }

    /// The layout of a document. Where it names none and has keys of another one than a
    /// resolution's, that is said and it is read as what it is.
    fn layout_of(&mut self, node: &Node, file: &Word, library: &mut Library) -> Option<Arc<Layout>> {
        let (name, place) = layout_name(node, file.span);
        let layout = library.layout(&name, &place, self.folder, self.sources, self.findings)?;
        let Value::Map(entries) = &node.value else { return Some(layout) };
        let unknown = |layout: &Layout| {
            let odd = entries.iter().find(|entry| layout.record.field(entry.key.as_str()).is_none());
            odd.map(|entry| entry.key.whole())
        };
        let named = entries.iter().any(|entry| matches!(entry.key.as_str(), "макет" | "layout"));
        let Some(odd) = unknown(&layout).filter(|_| !named) else { return Some(layout) };
        let names: Vec<String> = library.names().map(str::to_owned).collect();
        for name in names {
            let mut quiet = Findings::default();
            let other = library.layout(&name, &place, self.folder, self.sources, &mut quiet);
            if let Some(other) = other.filter(|other| unknown(other).is_none()) {
                self.findings.push(Finding::new(&say::LAYOUT_NOT_NAMED).arg("layout", name).at(odd));
                return Some(other);
            }
        }
        Some(layout)
    }

    /// The documents that a file makes: itself, or what is made of a report.
    fn made_of(
        &mut self,
        opened: Opened,
        file: &Word,
        library: &mut Library,
        figures: &Figures<'_>,
        indicators: &Indicators,
    ) -> Vec<DocumentFile> {
        let Opened { source, layout, said, values, name } = opened;
        let Some(name) = self.file_name(name, file) else { return Vec::new() };
        let content = match said {
            Said::Resolution(resolution) => Content::Resolution(resolution),
            Said::Sheets(sheets) => Content::Sheets(sheets),
            Said::Register(register) => Content::Register(register),
            Said::Fields => Content::Fields,
            Said::Report(report) => {
                let Some(talk) = self.talk(*report, figures, indicators).map(Arc::new) else {
                    return Vec::new();
                };
                let full = DocumentFile::new(name, source, layout, Content::Talk(talk), values);
                return self.made_of_report(&full, file, library);
            }
        };
        vec![DocumentFile::new(name, source, layout, content, values)]
    }

    /// What a report asks for, of its full text.
    fn made_of_report(
        &mut self,
        full: &DocumentFile,
        file: &Word,
        library: &mut Library,
    ) -> Vec<DocumentFile> {
        let Content::Talk(talk) = &full.content else { return Vec::new() };
        let mut documents = Vec::new();
        for Output { kind, file: given, span } in outputs(&talk.report, &full.layout, library) {
            let place = Place::Text(span);
            let layout = match kind {
                OutputKind::Full => Some(Arc::clone(&full.layout)),
                other => library.layout(other.layout(), &place, self.folder, self.sources, self.findings),
            };
            let own = At { value: kind.file_name(&full.name, self.english), span };
            let name = self.file_name(Some(given.unwrap_or(own)), file);
            let (content, values) = (Content::Talk(Arc::clone(talk)), full.values.clone());
            documents.extend(
                layout
                    .zip(name)
                    .map(|(layout, name)| DocumentFile::new(name, full.source, layout, content, values)),
            );
        }
        documents
    }

    /// A report with its text, and how long that takes to say.
    fn talk(&mut self, report: Report, figures: &Figures<'_>, indicators: &Indicators) -> Option<Talk> {
        let place = Some(Place::Text(report.body.span));
        let source = self.folder.read_text(&report.body.value, place, self.sources, self.findings)?;
        let text = self.sources.get(source).text.clone()?;
        let speech = Speech::parse(source, &text, self.findings);
        let words = timing::words(&speech, figures);
        let mut talk = Talk::new(report, speech, words);
        talk.digests = digest::digests(&talk, indicators);
        talk.titles = timing::titles(&talk, figures);
        talk.check(self.findings);
        Some(talk)
    }

    /// The name of the finished files: the one given, or the file's own without its extension.
    fn file_name(&mut self, given: Option<Word>, file: &Word) -> Option<String> {
        let own = || {
            let base = file.value.rsplit(['/', '\\']).next().unwrap_or(&file.value);
            base.rsplit_once('.').map_or(base, |(stem, _)| stem).to_owned()
        };
        let (name, span) = match given {
            Some(word) => (word.value, word.span),
            None => (own(), file.span),
        };
        let Some(why) = check_name(&name) else { return Some(name) };
        let message = if why.chars().count() == 1 { &BAD_FILE_NAME } else { &ODD_FILE_NAME };
        self.findings.push(Finding::new(message).arg("name", name).arg("why", why).at(span));
        None
    }
}

/// Whether the keys at the beginning of a pack's lines are English.
fn written_in_english(source: SourceId, sources: &Sources) -> bool {
    let text = sources.get(source).text.as_deref().unwrap_or_default();
    let key = text.lines().find(|line| line.starts_with(char::is_alphabetic));
    key.is_some_and(|key| key.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// What deadlines are measured by.
pub(super) fn deadline_context(conference: &Conference) -> Option<Context> {
    let means = match conference.year {
        Some(YearMeaning::Calendar) => YearKind::Calendar,
        _ => YearKind::School,
    };
    let date = conference.date.as_ref().map(|date| date.written.date);
    context(date, conference.school_year.as_ref().map(|year| year.year), means)
}

/// The layout that a document names, and where; a document that names none is a resolution.
fn layout_name(node: &Node, otherwise: Span) -> (String, Place) {
    let Value::Map(entries) = &node.value else { return ("resolution".to_owned(), otherwise.into()) };
    let named = entries.iter().find(|entry| matches!(entry.key.as_str(), "макет" | "layout"));
    match named.map(|entry| &entry.value) {
        Some(Node { value: Value::Scalar(scalar), span, .. }) => {
            (scalar.text.as_str().trim().to_owned(), Place::Text(*span))
        }
        _ => ("resolution".to_owned(), otherwise.into()),
    }
}

/// What is made of a report: what it asks for, or everything there is a layout for. A report
/// that names the layout of one of them is that alone.
fn outputs(report: &Report, layout: &Layout, library: &Library) -> Vec<Output> {
    let output = |kind| Output { kind, file: None, span: report.title.0.source.whole() };
    if OutputKind::ALL.iter().any(|kind| *kind != OutputKind::Full && kind.layout() == layout.name) {
        return vec![output(OutputKind::Full)];
    }
    if !report.outputs.is_empty() {
        return report.outputs.clone();
    }
    let known =
        |kind: &OutputKind| *kind == OutputKind::Full || library.names().any(|name| name == kind.layout());
    OutputKind::ALL.into_iter().filter(known).map(output).collect()
}
