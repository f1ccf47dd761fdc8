//! `pack.lock`: the names of clauses that the documents give no `id:`.
//!
//! A name is made once, from the clause's first text, and kept here with that text. A clause
//! that is inserted, deleted, moved or reworded changes no other name, so that references,
//! bookmarks in Word files and named places in PDF files stay what they were.
//!
//! The file belongs to the person as much as to the program: it is edited line by line, comments,
//! order and names that she changed stay as they are.

mod matching;
mod names;

use super::read::Reader;
use super::resolution::{Clause, Resolution};
use super::shape::Shape;
use crate::source::{Node, Span, Value};
use matching::pair;
use names::{is_good, make, same};
use std::collections::BTreeSet;
use std::ops::Range;

pub use names::is_good as is_good_id;

/// The file's name in the pack's folder.
pub const NAME: &str = "pack.lock";

/// What a new file begins with.
const HEADER: &str = "\
# Имена пунктов, у которых в документах нет своего id: имя и начало пункта.
# По ним ведут ссылки {{п имя}}, закладки Word и адреса в PDF. Файл дописывает avgust build;
# имя слева можно поправить, строку удалённого пункта – стереть. Храните его вместе с комплектом.
";

/// The same in a pack with English keys.
const ENGLISH_HEADER: &str = "\
# Names of the clauses that have no id of their own: the name and the clause's beginning.
# References {{clause name}}, bookmarks of Word and addresses in PDF lead by them. avgust build adds to
# this file; a name may be changed, the line of a clause that is gone deleted. Keep it with the pack.
";

/// The names of a pack's clauses.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// Whether a new file begins in English.
    pub english: bool,
    text: String,
    sections: Vec<Section>,
    /// What is to be written, and in the place of which bytes.
    edits: Vec<(Range<usize>, String)>,
}

/// The clauses of one document.
#[derive(Clone, Debug)]
struct Section {
    document: String,
    entries: Vec<Entry>,
    /// The entries' bytes, where they are written in one line with braces.
    flow: Option<Range<usize>>,
    /// Where its first entry begins or would begin.
    start: usize,
}

/// A clause's name and first text.
#[derive(Clone, Debug)]
struct Entry {
    id: String,
    text: String,
    /// The bytes from the end of the name to the end of the text.
    value: Range<usize>,
    /// Where the next entry begins or would begin.
    end: usize,
    /// What its line is indented with.
    indent: String,
}

impl Lock {
    /// What the file says: documents, and in each the clauses with their names.
    pub fn read(node: &Node, text: &str, reader: &mut Reader<'_>) -> Lock {
        let mut lock = Lock { text: text.to_owned(), ..Lock::default() };
        let Value::Map(documents) = &node.value else {
            if !matches!(node.value, Value::Null) {
                reader.expected(node, &Shape::Named(Box::new(Shape::Named(Box::new(Shape::Word)))));
            }
            return lock;
        };
        for document in documents {
            let key = document.key.whole().range();
            let start = line_end(text, key.end);
            let mut section = Section {
                document: document.key.as_str().to_owned(),
                entries: Vec::new(),
                flow: None,
                start,
            };
            match &document.value.value {
                Value::Null => {}
                Value::Map(entries) => {
                    let first = entries.first().map_or(key.end, |entry| entry.key.whole().range().start);
                    section.flow =
                        (first < start).then(|| document.value.span.range()).filter(|_| !entries.is_empty());
                    for entry in entries {
                        section.entries.extend(read_entry(&entry.key.whole(), &entry.value, text, reader));
                    }
                }
                _ => reader.expected(&document.value, &Shape::Named(Box::new(Shape::Word))),
            }
            lock.sections.push(section);
        }
        lock
    }

    /// Gives every clause of a document that has no `id:` its name; new names and texts are
    /// remembered to be written.
    pub fn name(&mut self, document: &str, resolution: &mut Resolution) {
        let mut taken = BTreeSet::new();
        own_names(&resolution.clauses.0, &mut taken);
        let known = self.sections.iter().position(|section| section.document == document);
        let all = known.and_then(|at| self.sections.get(at)).map_or(&[][..], |section| &section.entries);
        // A name that a clause was given in the document is no longer the lock's to give.
        let entries: Vec<Entry> =
            all.iter().filter(|entry| !taken.contains(&same(&entry.id))).cloned().collect();
        taken.extend(entries.iter().map(|entry| same(&entry.id)));
        let mut texts = Vec::new();
        first_texts(&resolution.clauses.0, &mut texts);
        let kept: Vec<&str> = entries.iter().map(|entry| entry.text.as_str()).collect();
        let pairs = pair(&texts, &kept);
        let mut given: Vec<Given> = Vec::new();
        for (text, pair) in texts.into_iter().zip(pairs) {
            let entry = pair.and_then(|at| entries.get(at)).cloned();
            let id = entry.as_ref().map_or_else(|| make(&text, &mut taken), |entry| entry.id.clone());
            given.push(Given { id, text, entry });
        }
        let mut ids = given.iter().map(|given| given.id.clone());
        give(&mut resolution.clauses.0, &mut ids);
        match known.and_then(|at| self.sections.get(at)).cloned() {
            Some(section) => self.change(&section, &given),
            None => self.append(document, &given),
        }
    }

    /// The file as it is to be written; `None` where it says so already.
    pub fn changed(&self) -> Option<String> {
        if self.edits.is_empty() {
            return None;
        }
        let mut edits: Vec<&(Range<usize>, String)> = self.edits.iter().collect();
        edits.sort_by_key(|(range, _)| range.start);
        let (mut out, mut at) = (String::with_capacity(self.text.len() + 1024), 0);
        for (range, new) in edits {
            out.push_str(self.text.get(at..range.start).unwrap_or_default());
            if new.ends_with('\n') && !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            out.push_str(new);
            at = range.end.max(at);
        }
        out.push_str(self.text.get(at..).unwrap_or_default());
        Some(if self.text.contains("\r\n") { out.replace("\r\n", "\n").replace('\n', "\r\n") } else { out })
    }

    /// What the file said when it was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn change(&mut self, section: &Section, given: &[Given]) {
        if let Some(flow) = &section.flow {
            let changed = given.iter().any(|given| given.entry.as_ref().is_none_or(|e| e.text != given.text));
            if changed {
                let mut block: String = "\n".to_owned();
                let kept = section.entries.iter().filter(|old| given.iter().all(|new| new.id != old.id));
                block.extend(given.iter().map(|given| line("  ", &given.id, &given.text)));
                block.extend(kept.map(|old| line("  ", &old.id, &old.text)));
                self.edits.push((flow.clone(), block.trim_end_matches('\n').to_owned()));
            }
            return;
        }
        let (mut at, mut indent) =
            (section.start, section.entries.first().map_or("  ", |entry| &entry.indent));
        for Given { id, text, entry } in given {
            match entry {
                Some(entry) => {
                    if entry.text != *text {
                        let end = if self.text[entry.value.clone()].ends_with('\n') { "\n" } else { "" };
                        self.edits.push((entry.value.clone(), format!(": {}{end}", quoted(text))));
                    }
                    (at, indent) = (entry.end, &entry.indent);
                }
                None => self.edits.push((at..at, line(indent, id, text))),
            }
        }
    }

    fn append(&mut self, document: &str, given: &[Given]) {
        if given.is_empty() {
            return;
        }
        let mut new = String::new();
        if self.text.trim().is_empty() && self.edits.is_empty() {
            new.push_str(if self.english { ENGLISH_HEADER } else { HEADER });
        }
        let simple = document.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '/'));
        let key = if simple { document.to_owned() } else { quoted(document) };
        new.push_str(&format!("{key}:\n"));
        new.extend(given.iter().map(|given| line("  ", &given.id, &given.text)));
        self.edits.push((self.text.len()..self.text.len(), new));
    }
}

/// A clause with the name that it has now, and the entry that it had.
struct Given {
    id: String,
    text: String,
    entry: Option<Entry>,
}

fn read_entry(key: &Span, value: &Node, text: &str, reader: &mut Reader<'_>) -> Option<Entry> {
    let range = key.range();
    let id = text.get(range.clone())?.trim_matches(['"', '\'']).to_owned();
    if !is_good(&id) {
        reader.findings.push(crate::source::Finding::new(&super::messages::BAD_ID).arg("id", id).at(*key));
        return None;
    }
    let said = match &value.value {
        Value::Null => String::new(),
        _ => reader.scalar(value, &Shape::Word)?.as_str().trim().to_owned(),
    };
    let value_end = value.span.range().end.max(range.end);
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let indent = text.get(line_start..range.start).unwrap_or_default();
    let indent = if indent.chars().all(|c| c == ' ') { indent } else { "  " };
    let end = if text[..value_end].ends_with('\n') { value_end } else { line_end(text, value_end) };
    Some(Entry { id, text: said, value: range.end..value_end, end, indent: indent.to_owned() })
}

/// Where the line after the one at `at` begins.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |line| at + line + 1)
}

fn line(indent: &str, id: &str, text: &str) -> String {
    format!("{indent}{id}: {}\n", quoted(text))
}

/// A YAML scalar in double quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn own_names(clauses: &[Clause], names: &mut BTreeSet<String>) {
    for clause in clauses {
        names.extend(clause.id.as_ref().map(|id| same(&id.value)));
        own_names(&clause.clauses, names);
    }
}

/// The first texts of the clauses without a name of their own, in the order of the document.
fn first_texts(clauses: &[Clause], texts: &mut Vec<String>) {
    for clause in clauses {
        if clause.id.is_none() {
            texts.push(first_text(clause));
        }
        first_texts(&clause.clauses, texts);
    }
}

fn first_text(clause: &Clause) -> String {
    let to = clause.to.iter().map(|lines| lines.0.plain());
    let text = clause.text.iter().chain(&clause.after).map(|text| text.plain());
    let table = clause.table.iter().map(|table| table.table.value.as_str());
    let words: Vec<&str> = to.chain(text).chain(table).flat_map(str::split_whitespace).collect();
    names::shortened(&words)
}

fn give(clauses: &mut [Clause], names: &mut impl Iterator<Item = String>) {
    for clause in clauses {
        if clause.id.is_none() {
            clause.id = names.next().map(|value| super::read::At { value, span: clause.span });
        }
        give(&mut clause.clauses, names);
    }
}

#[cfg(test)]
mod tests;
