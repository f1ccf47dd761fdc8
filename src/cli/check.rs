//! `avgust check`: what a careful reader would notice in a pack.

use super::arguments::{Check, Fixing};
use super::sheet;
use super::{Status, correct, pick, print, print_json, say, say_findings};
use crate::check::{self, CHECKS};
use crate::pipeline::{Loaded, load, make};
use crate::source::{Findings, Folder, Language, Severity, Sources, json};
use crate::typeset::Fonts;

/// Looks through a pack, or explains a check.
pub fn run(arguments: &Check, language: Language) -> Status {
    if let Some(code) = &arguments.explain {
        return explain(code, language);
    }
    let folder = Folder::new(&arguments.pack);
    let corrected = match arguments.fix {
        Fixing::No => None,
        fixing => correct::run(&folder, fixing, language),
    };
    match corrected {
        // What is printed is a diff and nothing else.
        Some(corrected) if arguments.fix == Fixing::Shown => {
            say(&corrected.line);
            corrected.status
        }
        Some(corrected) => {
            let status = read(&folder, arguments, language);
            if arguments.format == "text" {
                print(&corrected.line)
            } else {
                say(&corrected.line)
            }
            if corrected.status == Status::Failed { Status::Failed } else { status }
        }
        None => read(&folder, arguments, language),
    }
}

/// Looks through a pack and tells what was found.
fn read(folder: &Folder, arguments: &Check, language: Language) -> Status {
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let loaded = load(folder, &mut sources, &mut findings);
    if let Some(loaded) = &loaded {
        look(loaded, &sources, &mut findings);
    }
    match arguments.format.as_str() {
        "json" => print_json(&json(&findings, &sources, language)),
        "sarif" => print_json(&check::sarif(&findings, &sources, language)),
        _ => tell(&findings, &sources, language),
    }
    let mut failed = loaded.is_none() && findings.list.iter().any(|finding| finding.labels.is_empty());
    if arguments.report {
        let made = sheet::write(folder, loaded, &mut sources, &findings, language);
        let line = made.unwrap_or_else(|line| {
            failed = true;
            line
        });
        if arguments.format == "text" { print(&line) } else { say(&line) }
    }
    match (failed, findings.has_errors()) {
        (true, _) => Status::Failed,
        (false, true) => Status::Errors,
        (false, false) => Status::Done,
    }
}

/// What the documents and their pages say, as `build` would, then the checks; a pack that cannot be
/// read is mended first.
fn look(loaded: &Loaded, sources: &Sources, findings: &mut Findings) {
    let fonts = Fonts::embedded();
    for document in &loaded.documents {
        make(loaded, document, &[], &fonts, sources, findings);
    }
    if loaded.sound {
        let found = check::check(loaded, sources, findings);
        findings.append(found);
    }
}

fn tell(findings: &Findings, sources: &Sources, language: Language) {
    say_findings(findings, sources, language);
    let count = |severity: Severity| findings.list.iter().filter(|one| one.severity == severity).count();
    let [errors, warnings, notes] = [Severity::Error, Severity::Warning, Severity::Note].map(count);
    let line = match (language, findings.list.is_empty()) {
        (Language::Russian, true) => "Замечаний нет.\n".to_owned(),
        (Language::English, true) => "Nothing to remark.\n".to_owned(),
        (Language::Russian, false) => {
            format!("Ошибок: {errors}, предупреждений: {warnings}, замечаний: {notes}.\n")
        }
        (Language::English, false) => format!("Errors: {errors}, warnings: {warnings}, notes: {notes}.\n"),
    };
    print(&line);
}

fn explain(code: &str, language: Language) -> Status {
    if code.is_empty() {
        CHECKS.iter().for_each(|check| print(&check::explain::line(check, language)));
        return Status::Done;
    }
    match check::of_code(code) {
        Some(check) => {
            print(&check::explain::page(check, language));
            Status::Done
        }
        None => {
            let text = pick(language, "нет проверки", "there is no check");
            say(&format!("{text} `{code}`: avgust check --explain\n"));
            Status::Failed
        }
    }
}
