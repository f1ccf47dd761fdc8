//! `avgust init`: a small complete pack to begin with.

use super::{Status, pick, print, say, why};
use crate::output::create;
use crate::source::Language;
use std::path::Path;
use std::{fs, io};

/// The files of the pack: name and bytes.
type Files = &'static [(&'static str, &'static [u8])];

const RUSSIAN: Files = &[
    ("pack.yaml", include_bytes!("init/ru/pack.yaml")),
    ("резолюция.yaml", include_bytes!("init/ru/резолюция.yaml")),
    ("программа.yaml", include_bytes!("init/ru/программа.yaml")),
    ("данные/показатели.csv", include_bytes!("init/ru/данные/показатели.csv")),
    ("данные/сеть.csv", include_bytes!("init/ru/данные/сеть.csv")),
];

const ENGLISH: Files = &[
    ("pack.yaml", include_bytes!("init/en/pack.yaml")),
    ("resolution.yaml", include_bytes!("init/en/resolution.yaml")),
    ("programme.yaml", include_bytes!("init/en/programme.yaml")),
    ("data/indicators.csv", include_bytes!("init/en/data/indicators.csv")),
    ("data/network.csv", include_bytes!("init/en/data/network.csv")),
];

/// What `--report` adds.
const RUSSIAN_REPORT: Files = &[
    ("доклад.yaml", include_bytes!("init/ru/доклад.yaml")),
    ("доклад.md", include_bytes!("init/ru/доклад.md")),
];

const ENGLISH_REPORT: Files = &[
    ("report.yaml", include_bytes!("init/en/report.yaml")),
    ("report.md", include_bytes!("init/en/report.md")),
];

/// The name of the schema that the files name for editors.
pub const SCHEMA: &str = "avgust.schema.json";

/// Writes the pack, with a report where one is wanted. Nothing that is there is ever replaced.
pub fn run(folder: &Path, force: bool, report: bool, language: Language) -> Status {
    match write(folder, force, report, language) {
        Ok(Some(written)) => {
            print(&done(folder, &written, report, language));
            Status::Done
        }
        Ok(None) => {
            let ru = format!(
                "ошибка: в папке «{}» уже есть файлы\n  выберите пустую папку или добавьте --force: недостающее допишется, ваше останется\n",
                folder.display()
            );
            let en = format!(
                "error: the folder “{}” has files in it\n  choose an empty one, or add --force: what is missing is added, yours stays\n",
                folder.display()
            );
            say(pick(language, &ru, &en));
            Status::Failed
        }
        Err(error) => {
            let (ru_why, en_why) = why(&error);
            let ru = format!("ошибка: не удалось записать в «{}»: {ru_why}\n", folder.display());
            let en = format!("error: could not write to “{}”: {en_why}\n", folder.display());
            say(pick(language, &ru, &en));
            Status::Failed
        }
    }
}

/// The names of the files that were written; `None` where files are in the way. Where not all can
/// be written nothing stays, so that the next try begins as this one did.
fn write(folder: &Path, force: bool, report: bool, language: Language) -> io::Result<Option<Vec<String>>> {
    fs::create_dir_all(folder)?;
    if !force && fs::read_dir(folder)?.next().is_some() {
        return Ok(None);
    }
    let mut written = Vec::new();
    let files = files(report, language_of(folder).unwrap_or(language));
    for (name, bytes) in &files {
        match create(&folder.join(name), bytes) {
            Ok(true) => written.push((*name).to_owned()),
            Ok(false) => {}
            Err(error) => {
                let names = files.iter().map(|(name, _)| *name);
                take_back(folder, names, &written);
                return Err(error);
            }
        }
    }
    Ok(Some(written))
}

/// The language of the pack that is there already: what is added is what its list of documents
/// can name.
fn language_of(folder: &Path) -> Option<Language> {
    let text = fs::read_to_string(folder.join("pack.yaml")).ok()?;
    let has = |key: &str| text.lines().any(|line| line.starts_with(key));
    match (has("документы:") || has("конференция:"), has("documents:") || has("conference:"))
    {
        (true, false) => Some(Language::Russian),
        (false, true) => Some(Language::English),
        _ => None,
    }
}

/// Removes the files of a pack that were just written, and their folders where these are empty.
fn take_back<'n>(folder: &Path, names: impl Iterator<Item = &'n str>, written: &[String]) {
    for name in names {
        let path = folder.join(name);
        // What cannot be removed either is no worse than it was.
        if written.iter().any(|written| written == name) {
            let _ = fs::remove_file(&path);
        }
        let _ = path.parent().filter(|parent| *parent != folder).map(fs::remove_dir);
    }
}

/// The files of a pack. The list of documents ends `pack.yaml`, so that one more line adds a
/// document.
fn files(report: bool, language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let (files, further) = match language {
        Language::Russian => (RUSSIAN, RUSSIAN_REPORT),
        Language::English => (ENGLISH, ENGLISH_REPORT),
    };
    let further = if report { further } else { &[] };
    let all = files.iter().chain(further).map(|(name, bytes)| (*name, bytes.to_vec()));
    let mut all: Vec<_> = all.chain([(SCHEMA, super::schema::of_program(language).into_bytes())]).collect();
    if let (Some((_, pack)), Some((name, _))) = (all.first_mut(), further.first()) {
        pack.extend(format!("  - {name}\n").bytes());
    }
    all
}

fn done(folder: &Path, written: &[String], report: bool, language: Language) -> String {
    let mut out = String::new();
    for name in written {
        out.push_str(&format!("{}\n", folder.join(name).display()));
    }
    let shown = folder.display().to_string();
    let shown = if shown.contains(char::is_whitespace) { format!("\"{shown}\"") } else { shown };
    let ru = format!("Комплект готов. Соберите его: avgust build {shown}\n");
    let en = format!("The pack is ready. Build it: avgust build {shown}\n");
    out.push_str(pick(language, &ru, &en));
    // Into a pack that was there before, its list of documents takes the report by hand.
    let pack_is_old = !written.iter().any(|name| name == "pack.yaml");
    if report && pack_is_old {
        out.push_str(pick(
            language,
            "Допишите в «документы» вашего pack.yaml строку: - доклад.yaml\n",
            "Add to `documents` of your pack.yaml the line: - report.yaml\n",
        ));
    }
    out
}
