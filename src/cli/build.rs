//! `avgust build`: the documents of a pack.

use super::arguments::Build;
use super::{Status, pick, print, why};
use crate::check;
use crate::output::messages::{CANNOT_WRITE, NAME_TWICE};
use crate::output::{OutputFolder, Written};
use crate::pack::read::join;
use crate::pipeline::messages::{NO_SUCH_DOCUMENT, NO_SUCH_FORMAT};
use crate::pipeline::{DocumentFile, Format, Loaded, Made, load, make};
use crate::source::{Finding, Findings, Folder, Language, Sources, json};
use crate::typeset::Fonts;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{io, thread};

/// Builds and says what it wrote.
pub fn run(build: &Build, language: Language) -> Status {
    let folder = Folder::new(&build.pack);
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let loaded = load(&folder, &mut sources, &mut findings);
    let mut written = Vec::new();
    let mut failed = loaded.is_none() && findings.list.iter().any(|finding| finding.labels.is_empty());
    if let Some(loaded) = &loaded {
        let made = make_all(loaded, build, &sources, &mut findings);
        if loaded.sound && !build.no_check {
            let found = check::check(loaded, &sources, &mut findings);
            findings.append(found);
        }
        if !findings.has_errors() {
            match write_all(&made, build, &mut findings) {
                Ok(all) => written = all,
                Err(finding) => {
                    findings.push(finding);
                    failed = true;
                }
            }
        }
    }
    report(&findings, &sources, build, language);
    if !build.json {
        print(&summary(&written, language));
    }
    match (failed, findings.has_errors()) {
        (true, _) => Status::Failed,
        (false, true) => Status::Errors,
        (false, false) => Status::Done,
    }
}

/// The documents that are asked for, made side by side; findings in the order of the pack.
fn make_all(loaded: &Loaded, build: &Build, sources: &Sources, findings: &mut Findings) -> Vec<Made> {
    let documents = chosen(loaded, build, findings);
    let formats = formats(build, &documents, findings);
    let fonts = Fonts::embedded();
    let one = |document: &DocumentFile| {
        let mut found = Findings::default();
        let made = make(loaded, document, &formats, &fonts, sources, &mut found);
        (made, found)
    };
    let results: Vec<_> = match documents.as_slice() {
        [single] => vec![one(single)],
        several => thread::scope(|scope| {
            let threads: Vec<_> = several.iter().map(|document| scope.spawn(|| one(document))).collect();
            let ended = |thread: thread::ScopedJoinHandle<'_, _>| match thread.join() {
                Ok(result) => result,
                // A document must not go missing in silence, even by a fault of the program.
                Err(fault) => std::panic::resume_unwind(fault),
            };
            threads.into_iter().map(ended).collect()
        }),
    };
    let mut made = Vec::new();
    for (document, found) in results {
        made.extend(document);
        findings.append(found);
    }
    made
}

/// The documents that `--only` names by file, name or beginning of either.
fn chosen<'l>(loaded: &'l Loaded, build: &Build, findings: &mut Findings) -> Vec<&'l DocumentFile> {
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
    let fits = |document: &DocumentFile, wanted: &str| {
        let wanted = wanted.to_lowercase();
        let wanted = wanted.rsplit_once(".y").map_or(wanted.as_str(), |(stem, _)| stem);
        document.name.to_lowercase().starts_with(wanted)
    };
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

/// The formats that `--format` names, or all; each must be one that some of the documents has.
fn formats(build: &Build, documents: &[&DocumentFile], findings: &mut Findings) -> Vec<Format> {
    let asked = |format: &Format| {
        build.formats.is_empty() || build.formats.iter().any(|name| name == format.extension())
    };
    let had = |format: &Format| {
        documents.iter().any(|document| document.layout.formats.contains(&format.extension()))
    };
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

/// A file on the disk with what it is told of.
struct Line {
    path: PathBuf,
    changed: bool,
    pages: usize,
    bytes: usize,
}

fn write_all(made: &[Made], build: &Build, findings: &mut Findings) -> Result<Vec<Line>, Finding> {
    let place = build.out.clone().unwrap_or_else(|| build.pack.join("out"));
    let failed = |name: String| {
        move |error: io::Error| Finding::new(&CANNOT_WRITE).arg("file", name).arg("why", why(&error))
    };
    let mut folder = OutputFolder::open(&place).map_err(failed(place.display().to_string()))?;
    let mut lines = Vec::new();
    for document in made {
        for file in &document.files {
            let product = document.product.clone();
            let Written { path, changed } = folder
                .write(&file.name, &file.bytes, product, &mut findings.list)
                .map_err(failed(file.name.clone()))?;
            lines.push(Line { path, changed, pages: document.pages, bytes: file.bytes.len() });
        }
    }
    folder.finish().map_err(failed("manifest.json".to_owned()))?;
    Ok(lines)
}

fn report(findings: &Findings, sources: &Sources, build: &Build, language: Language) {
    match build.json {
        true => super::print_json(&json(findings, sources, language)),
        false => super::say_findings(findings, sources, language),
    }
}

fn summary(lines: &[Line], language: Language) -> String {
    let mut out = String::new();
    for line in lines {
        let size = line.bytes.div_ceil(1024);
        let same =
            if line.changed { "" } else { pick(language, ", без изменений", ", unchanged") };
        let pages = match language {
            Language::Russian => format!("стр. {}, {size} КБ", line.pages),
            Language::English => format!("{} p., {size} KB", line.pages),
        };
        out.push_str(&format!("{}  ({pages}{same})\n", line.path.display()));
    }
    out
}
