//! `avgust check --fix` and `--dry-run`: safe corrections written into a pack, or shown.

use super::arguments::Fixing;
use super::diff::unified;
use super::{Status, pick, print, say, why};
use crate::check::{Correction, Corrections};
use crate::output::replace;
use crate::source::{Folder, Language};

/// What came of it.
pub struct Corrected {
    /// What is to be said at the end.
    pub line: String,
    /// Whether all was written.
    pub status: Status,
}

/// Corrects a pack; `None` where it has errors that must be mended first.
pub fn run(folder: &Folder, fixing: Fixing, language: Language) -> Option<Corrected> {
    let corrections = Corrections::of(folder)?;
    let mut status = Status::Done;
    let mut done = Vec::new();
    for file in &corrections.files {
        match fixing {
            Fixing::Shown => show(file),
            _ if !write(file, language, &mut status) => continue,
            _ => {}
        }
        done.push(file);
    }
    for name in &corrections.left {
        say(&left(name, language));
    }
    Some(Corrected { line: line(&done, fixing, language), status })
}

fn show(file: &Correction) {
    if let Some((old, new)) = file.texts() {
        print(&unified(&file.name, &old, &new));
    }
}

/// Writes a file; says why not, where it cannot.
fn write(file: &Correction, language: Language, status: &mut Status) -> bool {
    let name = &file.name;
    match replace(&file.path, &file.before, &file.after) {
        Ok(true) => return true,
        Ok(false) => say(&match language {
            Language::Russian => format!("Файл «{name}» изменился за это время и оставлен как есть.\n"),
            Language::English => format!("“{name}” has changed meanwhile and was left as it is.\n"),
        }),
        Err(error) => {
            let (ru, en) = why(&error);
            say(&match language {
                Language::Russian => format!("ошибка: не удалось записать «{name}»: {ru}\n"),
                Language::English => format!("error: “{name}” could not be written: {en}\n"),
            });
        }
    }
    *status = Status::Failed;
    false
}

fn left(name: &str, language: Language) -> String {
    match language {
        Language::Russian => format!(
            "В кодировке файла «{name}» нет знаков для некоторых исправлений; эти места оставлены. \
             Сохраните файл в UTF-8.\n"
        ),
        Language::English => format!(
            "The encoding of “{name}” has no signs for some of the corrections; these are left. \
             Save the file as UTF-8.\n"
        ),
    }
}

/// How many corrections there are, and in which files.
fn line(files: &[&Correction], fixing: Fixing, language: Language) -> String {
    let count: usize = files.iter().map(|file| file.count).sum();
    let list: Vec<String> = files.iter().map(|file| format!("{} – {}", file.name, file.count)).collect();
    let list = list.join(", ");
    match (language, fixing, count) {
        (Language::Russian, _, 0) => "Безопасных исправлений нет.\n".to_owned(),
        (Language::English, _, 0) => "There is nothing that can safely be corrected.\n".to_owned(),
        (Language::Russian, Fixing::Shown, _) => {
            format!("Можно исправить: {count} ({list}). Ничего не записано; записать: avgust check --fix\n")
        }
        (Language::English, Fixing::Shown, _) => {
            format!("Can be corrected: {count} ({list}). Nothing was written; to write: avgust check --fix\n")
        }
        (_, _, _) => format!("{}: {count} ({list}).\n", pick(language, "Исправлено", "Corrected")),
    }
}
