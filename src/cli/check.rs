//! `avgust check`: what a careful reader would notice in a pack.

use super::arguments::{Check, Fixing, Told};
use super::sheet;
use super::{Status, correct, pick, print, print_json, say, say_findings, streams};
use crate::check::{self, CHECKS};
use crate::pipeline::{load, look_at_all};
use crate::source::{Findings, Folder, Language, Sources, json};

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
            if arguments.told == Told::Text {
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
        look_at_all(loaded, &sources, &mut findings);
        // A pack that cannot be read is mended first.
        if loaded.sound {
            let found = check::check(loaded, &sources, &mut findings);
            findings.append(found);
        }
    }
    match arguments.told {
        Told::Json => print_json(&json(&findings, &sources, language)),
        Told::Sarif => print_json(&check::sarif(&findings, &sources, language)),
        Told::Text => tell(&findings, &sources, language),
    }
    let mut failed = false;
    if arguments.sheet {
        let made = sheet::write(folder, loaded, &mut sources, &findings, language);
        failed = made.is_err();
        match made {
            Ok(line) if arguments.told == Told::Text => print(&line),
            Ok(line) | Err(line) => say(&line),
        }
    }
    if failed { Status::Failed } else { Status::of(&findings) }
}

fn tell(findings: &Findings, sources: &Sources, language: Language) {
    say_findings(findings, sources, language);
    let [errors, warnings, notes] = streams::counts(findings);
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
