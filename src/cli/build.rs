//! `avgust build`: the documents of a pack.

use super::arguments::Build;
use super::progress::with_progress;
use super::table::table;
use super::writing::{Place, write_all};
use super::{Status, pick, print, print_json, say, streams, times, why};
use crate::check;
use crate::output::messages::{FILE_TWICE, LOCK_NOT_WRITTEN, NAME_TWICE};
use crate::output::rewrite;
use crate::pack::lock;
use crate::pack::read::join;
use crate::pipeline::messages::{NO_SUCH_DOCUMENT, NO_SUCH_FORMAT};
use crate::pipeline::{DocumentFile, Format, Loaded, MadeDocument, load, make_all, typed_path};
use crate::source::{Finding, Findings, Folder, Language, Severity, Sources, json};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
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
    if let Some(loaded) = &loaded {
        let made = make_asked(loaded, build, &sources, &mut findings, language);
        if loaded.sound && !build.no_check {
            let found = check::check(loaded, &sources, &mut findings);
            findings.append(found);
        }
        find_names_twice(&made, loaded, &mut findings);
        if !findings.has_errors()
            && let Some(all) = write_all(&made, &place(loaded, build, &findings), &mut findings)
        {
            written = all;
            findings.list.extend(write_lock(loaded, build).err());
        }
    }
    report(&findings, &sources, build, language);
    if !build.json {
        let watched = io::stdout().is_terminal().then(|| start.elapsed());
        print(&table(&written, &folder_of(build), watched, language));
        if let Some(loaded) = &loaded {
            print(&times::times(loaded, written.iter().map(|line| line.document.as_str()), language));
        }
        print(&closing(&findings, language));
    }
    Status::of(&findings)
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
    match wanted.ends_with(".yaml") || wanted.ends_with(".yml") {
        true => {
            let file = sources.get(document.source).name.to_lowercase();
            file == wanted || file.ends_with(&format!("/{wanted}"))
        }
        false if loaded.documents.iter().any(|document| name(document) == wanted) => name(document) == wanted,
        false => name(document).starts_with(&wanted),
    }
}

/// The formats that `--format` names, or all. One that none of the documents has is an error, and
/// a warning where they have another one that is named: one command line serves many packs.
fn formats(build: &Build, documents: &[&DocumentFile], findings: &mut Findings) -> Vec<Format> {
    let asked = |format: &Format| match build.formats.is_empty() {
        true => *format != Format::Png,
        false => build.formats.contains(format),
    };
    let had = |format: &Format| documents.iter().any(|document| format.is_of(&document.layout));
    let formats: Vec<Format> = Format::ALL.into_iter().filter(asked).collect();
    if build.formats.is_empty() || documents.is_empty() {
        return formats;
    }
    let severity = if formats.iter().any(had) { Severity::Warning } else { Severity::Error };
    for format in formats.iter().filter(|format| !had(format)) {
        let known = join(Format::ALL.iter().filter(|format| had(format)).map(|format| format.extension()));
        let finding = Finding::new(&NO_SUCH_FORMAT).arg("format", format.extension()).arg("known", known);
        findings.push(Finding { severity, ..finding });
    }
    formats
}

/// Where the finished files are to be.
fn folder_of(build: &Build) -> PathBuf {
    build.out.clone().unwrap_or_else(|| build.pack.join("out"))
}

/// What the files are written into, and which of an earlier build are then made no more.
fn place<'b>(loaded: &'b Loaded, build: &'b Build, findings: &Findings) -> Place<'b> {
    let grave = findings.list.iter().any(|finding| finding.severity > Severity::Note);
    Place {
        folder: folder_of(build),
        pack: &build.pack,
        documents: loaded.documents.iter().map(|document| document.name.as_str()).collect(),
        whole: build.only.is_empty() && build.formats.is_empty(),
        left: (!build.no_check && !grave).then(|| check::told(findings)),
    }
}

/// Files of one name, as the pages of `x` and a document `x-1` may be in PNG: said before
/// anything is written.
fn find_names_twice(made: &[MadeDocument<'_>], loaded: &Loaded, findings: &mut Findings) {
    let mut names = BTreeSet::new();
    for document in made {
        let files = document.made.files.iter();
        let Some(twice) = files.map(|file| &file.name).find(|name| !names.insert(name.to_lowercase())) else {
            continue;
        };
        let said = |finding: &Finding| finding.message.code == NAME_TWICE.code;
        if let Some(file) = loaded.documents.iter().find(|file| file.name == document.name)
            && !findings.list.iter().any(said)
        {
            findings.push(Finding::new(&FILE_TWICE).arg("name", twice.as_str()).at(file.source));
        }
    }
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

/// The last line of a build with findings: how many there are.
fn closing(findings: &Findings, language: Language) -> String {
    match (streams::counts(findings), language) {
        ([0, 0, 0], _) => String::new(),
        ([0, warnings, notes], Language::Russian) => {
            format!("Предупреждений: {warnings}, замечаний: {notes}.\n")
        }
        ([0, warnings, notes], Language::English) => format!("Warnings: {warnings}, notes: {notes}.\n"),
        (_, _) if Status::of(findings) == Status::Failed => String::new(),
        ([errors, ..], Language::Russian) => {
            format!("Ошибок: {errors}. Документы не собраны, прежние файлы не тронуты.\n")
        }
        ([errors, ..], Language::English) => {
            format!("Errors: {errors}. Nothing was built; the files of earlier builds are as they were.\n")
        }
    }
}

/// Tells the findings, notes in short.
fn report(findings: &Findings, sources: &Sources, build: &Build, language: Language) {
    if build.json {
        return print_json(&json(findings, sources, language));
    }
    let left_out = streams::say_findings_in_short(findings, sources, language);
    if left_out > 0 {
        let pack = match build.pack.as_path() {
            here if here == Path::new(".") => String::new(),
            pack => format!(" {}", typed_path(pack)),
        };
        let (more, all) = (pick(language, "Ещё замечаний", "More notes"), pick(language, "все", "all"));
        say(&format!("\n{more}: {left_out}; {all}: avgust check{pack}\n"));
    }
}
