//! The named styles: which of Word's own names they bear, and under which ids.

use super::visit;
use crate::document::{Document, ParagraphStyle, Role, StyleSheet, TableStyle};
use std::collections::{BTreeMap, BTreeSet};

/// The styles of a document.
#[derive(Debug)]
pub(super) struct Styles<'a> {
    /// The style sheet.
    pub sheet: &'a StyleSheet,
    /// What Word calls the paragraph styles, by their name in the style sheet.
    pub paragraphs: BTreeMap<&'a str, Names>,
    /// What Word calls the table styles.
    pub tables: BTreeMap<&'a str, Names>,
    /// The style of most ordinary paragraphs: the base of what colleagues add.
    pub common: Option<&'a ParagraphStyle>,
}

/// What Word calls a style.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Names {
    /// `w:styleId`.
    pub id: String,
    /// `w:name`.
    pub name: String,
    /// `w:aliases`: the style sheet's own name, where `name` is one of Word's.
    pub alias: Option<String>,
    /// Level in the outline, 1 to 6.
    pub outline: Option<u8>,
}

impl<'a> Styles<'a> {
    /// The styles of `document`.
    pub fn new(document: &'a Document) -> Styles<'a> {
        let sheet = &*document.styles;
        let roles = Roles::of(document);
        let mut taken: BTreeSet<String> =
            ["normal", "tablenormal", "nolist", "defaultparagraphfont"].map(String::from).into();
        let own = roles.builtin(sheet);
        let mut paragraphs = BTreeMap::new();
        for (key, style) in &sheet.paragraphs {
            let builtin = own.get(key.as_str()).copied();
            paragraphs.insert(key.as_str(), names(key, &style.title, builtin, &mut taken));
        }
        let table = |(key, style): (&'a String, &TableStyle)| {
            (key.as_str(), names(key, &style.title, None, &mut taken))
        };
        let tables = sheet.tables.iter().map(table).collect();
        let common = roles.common.and_then(|name| sheet.paragraphs.get(name));
        Styles { sheet, paragraphs, tables, common }
    }

    /// A paragraph style.
    pub fn get(&self, name: &str) -> Option<&'a ParagraphStyle> {
        self.sheet.paragraphs.get(name)
    }

    /// The id of a paragraph style; none for one that the style sheet does not have.
    pub fn id(&self, name: &str) -> Option<&str> {
        self.paragraphs.get(name).map(|names| names.id.as_str())
    }

    /// The outline level that a paragraph style gives.
    pub fn outline(&self, name: &str) -> Option<u8> {
        self.paragraphs.get(name)?.outline
    }
}

/// Which roles the paragraphs of each style have.
struct Roles<'a> {
    /// Styles in the order of their first use.
    used: Vec<(&'a str, Vec<Role>)>,
    common: Option<&'a str>,
}

impl<'a> Roles<'a> {
    fn of(document: &'a Document) -> Roles<'a> {
        let mut used: Vec<(&str, Vec<Role>)> = Vec::new();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        visit::paragraphs(document, &mut |paragraph| {
            let style = paragraph.style.as_str();
            let at = used.iter().position(|(name, _)| *name == style).unwrap_or_else(|| {
                used.push((style, Vec::new()));
                used.len() - 1
            });
            if let Some((_, roles)) = used.get_mut(at).filter(|(_, roles)| !roles.contains(&paragraph.role)) {
                roles.push(paragraph.role);
            }
            if paragraph.role == Role::Body {
                *counts.entry(style).or_default() += 1;
            }
        });
        let common = counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(name, _)| name);
        Roles { used, common }
    }

    /// The styles that are one of Word's own: a style all of whose paragraphs are headings of
    /// one level is that heading's style, which Word's outline and lists of contents know.
    fn builtin(&self, sheet: &'a StyleSheet) -> BTreeMap<&'a str, Builtin> {
        let mut found: BTreeMap<&str, Builtin> = BTreeMap::new();
        for (key, style) in &sheet.paragraphs {
            if style.title == "Обычный" && !found.values().any(|other| *other == Builtin::Normal) {
                found.insert(key, Builtin::Normal);
            }
        }
        for (name, roles) in &self.used {
            let builtin = match roles.as_slice() {
                [Role::Title] => Builtin::Title,
                [Role::Heading(level)] => Builtin::Heading((*level).clamp(1, 6)),
                [Role::Caption] => Builtin::Caption,
                _ => continue,
            };
            if !found.values().any(|other| *other == builtin) {
                found.entry(name).or_insert(builtin);
            }
        }
        found
    }
}

/// A style that Word has by itself, in every language.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Builtin {
    Normal,
    Title,
    Heading(u8),
    Caption,
}

impl Builtin {
    fn name(self) -> String {
        match self {
            Builtin::Normal => "Normal".to_owned(),
            Builtin::Title => "Title".to_owned(),
            Builtin::Heading(level) => format!("heading {level}"),
            Builtin::Caption => "caption".to_owned(),
        }
    }

    fn id(self) -> String {
        match self {
            Builtin::Heading(level) => format!("Heading{level}"),
            Builtin::Caption => "Caption".to_owned(),
            other => other.name(),
        }
    }
}

fn names(key: &str, title: &str, builtin: Option<Builtin>, taken: &mut BTreeSet<String>) -> Names {
    // A comma in a name would begin an alias (ECMA-376-1, 17.7.4.9).
    let title = title.replace(',', " ");
    match builtin {
        Some(builtin) => {
            taken.insert(builtin.id().to_lowercase());
            let outline = if let Builtin::Heading(level) = builtin { Some(level) } else { None };
            let alias = Some(title).filter(|title| builtin != Builtin::Normal && !title.is_empty());
            Names { id: builtin.id(), name: builtin.name(), alias, outline }
        }
        None => {
            let name = if title.is_empty() { key.replace(',', " ") } else { title };
            Names { id: unique_id(key, taken), name, alias: None, outline: None }
        }
    }
}

/// An id of Latin letters, the same in every document of a style sheet.
fn unique_id(key: &str, taken: &mut BTreeSet<String>) -> String {
    let latin: String = key.chars().map(latin).collect();
    // Word's own styles keep their ids for themselves.
    let own = match latin.as_str() {
        "" => "Style".to_owned(),
        word if is_builtin_id(word) => format!("{word}_"),
        word => word.to_owned(),
    };
    let mut id = own.clone();
    let mut at = 2;
    while !taken.insert(id.to_lowercase()) {
        id = format!("{own}{at}");
        at += 1;
    }
    id
}

fn is_builtin_id(word: &str) -> bool {
    let word = word.to_lowercase();
    ["normal", "title", "caption"].contains(&word.as_str()) || word.starts_with("heading")
}

/// A letter of an id; what is neither a letter nor a digit falls out.
fn latin(letter: char) -> String {
    const CYRILLIC: &str = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    const LATIN: [&str; 33] = [
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
        "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
    ];
    if letter.is_ascii_alphanumeric() {
        return letter.to_string();
    }
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let found = CYRILLIC.chars().zip(LATIN).find(|(other, _)| *other == small);
    found.map(|(_, latin)| latin.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_style_has_a_comma_in_its_name() {
        let mut taken = BTreeSet::new();
        let own = names("пункт, далее", "Пункт, продолжение", None, &mut taken);
        let untitled = names("пункт, далее", "", None, &mut taken);
        let word = names("заголовок", "Заголовок, первый", Some(Builtin::Title), &mut taken);
        assert!(!own.name.contains(',') && !untitled.name.contains(','), "{own:?} {untitled:?}");
        assert_eq!(word.alias.as_deref(), Some("Заголовок  первый"));
    }
}
