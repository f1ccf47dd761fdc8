//! `avgust build`: the documents of a pack.

use super::arguments::Build;
use super::progress::with_progress;
use super::table::{Line, table};
use super::{Status, print, times, why};
use crate::check;
use crate::output::messages::{CANNOT_WRITE, LOCK_NOT_WRITTEN, NAME_TWICE};
use crate::output::{OutputFolder, Written, rewrite};
use crate::pack::lock;
use crate::pack::read::join;
use crate::pipeline::messages::{NO_SUCH_DOCUMENT, NO_SUCH_FORMAT};
use crate::pipeline::{DocumentFile, Format, Loaded, MadeDocument, load, make_all};
use crate::source::{Finding, Findings, Folder, Language, Severity, Sources, json};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::Instant;

/// Builds and says what it wrote.
pub fn run(build: &Build, language: Language) -> Status {
    let start = Instant::now();
    let folder = Folder::new(&build.pack);
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let mut loaded = load(&folder, &mut sources, &mut findings);
    if let (Some(loaded), Some(profile)) = (&mut loaded, build.pdf_profile) {
        loaded.facts.pdf_profile = Some(profile);
    }
    let mut written = Vec::new();
    let mut failed = loaded.is_none() && findings.list.iter().any(|finding| finding.labels.is_empty());
    if let Some(loaded) = &loaded {
        let made = make_asked(loaded, build, &sources, &mut findings, language);
        if loaded.sound && !build.no_check {
            let found = check::check(loaded, &sources, &mut findings);
            findings.append(found);
        }
        if !findings.has_errors() {
            match write_all(&made, build, &mut findings) {
                Ok(all) => {
                    written = all;
                    findings.list.extend(write_lock(loaded, build).err());
                }
                Err(finding) => {
                    findings.push(finding);
                    failed = true;
                }
            }
        }
    }
    report(&findings, &sources, build, language);
    if !build.json {
        let watched = io::stdout().is_terminal().then(|| start.elapsed());
        if !failed && findings.has_errors() {
            print(&nothing_built(&findings, language));
        }
        print(&table(&written, &place(build), watched, language));
        if let Some(loaded) = &loaded {
            print(&times::times(loaded, written.iter().map(|line| line.document.as_str()), language));
        }
    }
    match (failed, findings.has_errors()) {
        (true, _) => Status::Failed,
        (false, true) => Status::Errors,
        (false, false) => Status::Done,
    }
}

/// The documents that are asked for, in the order of the pack.
fn make_asked<'l>(
    loaded: &'l Loaded,
    build: &Build,
    sources: &Sources,
    findings: &mut Findings,
    language: Language,
) -> Vec<MadeDocument<'l>> {
    let documents = chosen(loaded, build, sources, findings);
    let formats = formats(build, &documents, findings);
    with_progress(documents.len(), language, |done| {
        make_all(loaded, &documents, &formats, sources, findings, done)
    })
}

/// The documents that `--only` names by file, name or beginning of either.
fn chosen<'l>(
    loaded: &'l Loaded,
    build: &Build,
    sources: &Sources,
    findings: &mut Findings,
) -> Vec<&'l DocumentFile> {
    let mut names = BTreeSet::new();
    for document in &loaded.documents {
        if !names.insert(document.name.to_lowercase()) {
            let finding = Finding::new(&NAME_TWICE).arg("name", document.name.clone());
            findings.push(finding.at(document.source));
        }
    }
    if build.only.is_empty() {
        return loaded.documents.iter().collect();
    }
    let fits = |document: &DocumentFile, wanted: &str| fits(loaded, document, wanted, sources);
    for wanted in &build.only {
        let known = loaded.documents.iter().any(|document| fits(document, wanted));
        // A document that could not be read is not known here, and its errors were said.
        if !known && loaded.sound {
            let known = join(loaded.documents.iter().map(|document| document.name.as_str()));
            findings.push(Finding::new(&NO_SUCH_DOCUMENT).arg("name", wanted.as_str()).arg("known", known));
        }
    }
    let asked = |document: &&DocumentFile| build.only.iter().any(|wanted| fits(document, wanted));
    loaded.documents.iter().filter(asked).collect()
}

/// Whether a document is meant: `доклад.yaml` is all that is made of this file, `доклад` the
/// document of this name or, where there is none, those whose names begin so.
fn fits(loaded: &Loaded, document: &DocumentFile, wanted: &str, sources: &Sources) -> bool {
    let wanted = wanted.to_lowercase();
    let name = |document: &DocumentFile| document.name.to_lowercase();
    match wanted.rsplit_once(".y") {
        Some((stem, _)) => {
            let file = sources.get(document.source).name.to_lowercase();
            file == wanted || file.ends_with(&format!("/{wanted}")) || name(document).starts_with(stem)
        }
        None if loaded.documents.iter().any(|document| name(document) == wanted) => name(document) == wanted,
        None => name(document).starts_with(&wanted),
    }
}

/// The formats that `--format` names, or all; each must be one that some of the documents has.
fn formats(build: &Build, documents: &[&DocumentFile], findings: &mut Findings) -> Vec<Format> {
    let asked = |format: &Format| match build.formats.is_empty() {
        true => *format != Format::Png,
        false => build.formats.iter().any(|name| name == format.extension()),
    };
    let had = |format: &Format| documents.iter().any(|document| format.is_of(&document.layout));
    let formats: Vec<Format> = Format::ALL.into_iter().filter(asked).collect();
    if !build.formats.is_empty() && !documents.is_empty() {
        for format in formats.iter().filter(|format| !had(format)) {
            let known =
                join(Format::ALL.iter().filter(|format| had(format)).map(|format| format.extension()));
            let finding = Finding::new(&NO_SUCH_FORMAT).arg("format", format.extension());
            findings.push(finding.arg("known", known));
        }
    }
    formats
}

/// Where the finished files are to be.
fn place(build: &Build) -> PathBuf {
    build.out.clone().unwrap_or_else(|| build.pack.join("out"))
}

fn write_all(
    made: &[MadeDocument<'_>],
    build: &Build,
    findings: &mut Findings,
) -> Result<Vec<Line>, Finding> {
    let place = place(build);
    let failed = |name: String| {
        move |error: io::Error| Finding::new(&CANNOT_WRITE).arg("file", name).arg("why", why(&error))
    };
    let mut folder = OutputFolder::open(&place).map_err(failed(place.display().to_string()))?;
    let mut lines = Vec::new();
    for document in made {
        let mut took = Some(document.took);
        for file in &document.made.files {
            let product = document.made.product.clone();
            let Written { changed, .. } = folder
                .write(&file.name, &file.bytes, product, &mut findings.list)
                .map_err(failed(file.name.clone()))?;
            lines.push(Line {
                document: document.name.to_owned(),
                format: file.format.extension(),
                changed,
                pages: file.format.has_pages().then_some(document.made.pages),
                seconds: document.made.seconds,
                bytes: file.bytes.len(),
                took: took.take(),
            });
        }
    }
    folder.finish().map_err(failed("manifest.json".to_owned()))?;
    Ok(lines)
}

/// Keeps the names of clauses for the next builds. Where the pack's folder is closed to us, the
/// documents are there all the same.
fn write_lock(loaded: &Loaded, build: &Build) -> Result<(), Finding> {
    let Some(text) = loaded.lock.changed() else { return Ok(()) };
    let path = build.pack.join(lock::NAME);
    let failed = |error: io::Error| {
        Finding::new(&LOCK_NOT_WRITTEN).arg("file", path.display().to_string()).arg("why", why(&error))
    };
    rewrite(&path, loaded.lock.text(), &text).map(drop).map_err(failed)
}

/// The last line of a build that wrote nothing: how much there is to mend.
fn nothing_built(findings: &Findings, language: Language) -> String {
    let errors = findings.list.iter().filter(|finding| finding.severity == Severity::Error).count();
    match language {
        Language::Russian => format!("Ошибок: {errors}. Документы не собраны, прежние файлы не тронуты.\n"),
        Language::English => {
            format!("Errors: {errors}. Nothing was built; the files of earlier builds are as they were.\n")
        }
    }
}

fn report(findings: &Findings, sources: &Sources, build: &Build, language: Language) {
    match build.json {
        true => super::print_json(&json(findings, sources, language)),
        false => super::say_findings(findings, sources, language),
    }
}
