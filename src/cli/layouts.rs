//! `avgust layouts`: which layouts there are, and a copy of one to be changed.

use super::{Status, is_refused, pick, print, say, why};
use crate::layout::{FOLDERS, Library};
use crate::output::create;
use crate::pack::read::join;
use crate::pack::shape::{Record, Shape};
use crate::source::{Folder, Language};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Shows the layouts of the program and of a pack with the keys of their documents.
pub fn list(pack: Option<&Path>, language: Language) -> Status {
    if is_refused(pack, language) {
        return Status::Failed;
    }
    let folder = Folder::new(pack.unwrap_or(Path::new(".")));
    for summary in Library::open(&folder).summaries(&folder) {
        let title = pick(language, &summary.title_ru, &summary.title_en);
        print(&format!("{} – {title}\n", summary.name));
        let mut text = String::new();
        fields(&summary.record, 1, language, &mut text);
        print(&text);
    }
    Status::Done
}

/// Keys of the program's own within others are listed so deep: those of clauses have no end, and
/// those of a table or a chart are the same everywhere. A layout's own are listed all.
const DEEPEST: usize = 2;

/// The keys of a record, each with what it holds and whether it must be there.
fn fields(record: &Record, depth: usize, language: Language, text: &mut String) {
    for field in &record.fields {
        let about = field.about.in_language(language);
        let required =
            if field.required { pick(language, "; обязательно", "; required") } else { "" };
        let kind = kind(&field.shape, language);
        let indent = "    ".repeat(depth);
        text.push_str(&format!("{indent}{} / {} ({kind}{required}): {about}\n", field.key.ru, field.key.en));
        match record_of(&field.shape) {
            Some(Cow::Borrowed(own)) => fields(own, depth + 1, language, text),
            Some(Cow::Owned(below)) if depth < DEEPEST => fields(&below, depth + 1, language, text),
            _ => {}
        }
    }
}

/// What a value is; of a choice, its words.
fn kind(shape: &Shape, language: Language) -> String {
    let called = |shape: &Shape| {
        let (ru, en) = shape.called();
        pick(language, ru, en).to_owned()
    };
    match shape {
        Shape::Choice(words) if !words.is_empty() => {
            words.iter().map(|word| word.in_language(language)).collect::<Vec<_>>().join(" | ")
        }
        Shape::List(one) => format!("{}: {}", called(shape), kind(one, language)),
        _ => called(shape),
    }
}

/// The record that a value is, or that each of several values is.
fn record_of(shape: &Shape) -> Option<Cow<'_, Record>> {
    match shape {
        Shape::Record(record) => Some(Cow::Owned(record())),
        Shape::Fields(record) => Some(Cow::Borrowed(record)),
        Shape::List(one) | Shape::Named(one) => record_of(one),
        _ => None,
    }
}

/// Writes a layout's files; those that are there stay.
pub fn export(name: &str, folder: &Option<PathBuf>, language: Language) -> Status {
    let library = Library::built_in();
    let titled = library.titled(name, &Folder::new(""));
    let name = titled.as_deref().unwrap_or(name);
    let files = Library::export(name);
    if files.is_empty() {
        let known = join(library.names());
        let ru = format!("ошибка: нет макета «{name}»; есть такие: {known}\n");
        let en = format!("error: there is no layout “{name}”; there are: {known}\n");
        say(pick(language, &ru, &en));
        return Status::Failed;
    }
    if folder.is_none() && is_refused(Some(Path::new(".")), language) {
        return Status::Failed;
    }
    let usual = folder_of_layouts(language).join(name);
    let folder = folder.as_ref().unwrap_or(&usual);
    for (file, text) in files {
        let path = folder.join(file);
        match create(&path, text.as_bytes()) {
            Ok(true) => print(&format!("{}\n", path.display())),
            Ok(false) => {
                let ru = format!("{} уже есть, оставлен как был\n", path.display());
                let en = format!("{} is there already and stays as it was\n", path.display());
                print(pick(language, &ru, &en));
            }
            Err(error) => {
                let (ru_why, en_why) = why(&error);
                let ru = format!("ошибка: не удалось записать «{}»: {ru_why}\n", path.display());
                let en = format!("error: could not write “{}”: {en_why}\n", path.display());
                say(pick(language, &ru, &en));
                return Status::Failed;
            }
        }
    }
    Status::Done
}

/// Where the layouts of the pack in this folder stand: where there are some, else by the language.
fn folder_of_layouts(language: Language) -> PathBuf {
    let usual = pick(language, FOLDERS[1], FOLDERS[0]);
    let there =
        FOLDERS.into_iter().filter(|folder| Path::new(folder).is_dir()).min_by_key(|folder| *folder != usual);
    PathBuf::from(there.unwrap_or(usual))
}
