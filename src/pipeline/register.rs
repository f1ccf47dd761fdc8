//! A register of tasks beside the resolutions that it lists.

use super::load::deadline_context;
use super::loaded::{DocumentFile, Loaded};
use super::make::{date, figures};
use super::messages as say;
use crate::document::{Block, Cell, Document, Paragraph, Parts, Targets, assemble_numbered};
use crate::layout::{self, Markup};
use crate::pack::facts::{DocumentFacts, Facts};
use crate::pack::read::join;
use crate::pack::register::Register;
use crate::pack::resolution::Resolution;
use crate::pack::task::tasks;
use crate::register::{Entry, Listed, Row, Sheet, entries, groups};
use crate::russian::typography::one_line;
use crate::source::{Finding, Findings, Place, SourceId, Sources, sha256};
use crate::text::Lines;
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet};

/// What a document takes from others: nothing, or the resolutions whose tasks it lists.
#[derive(Debug, Default)]
pub struct Surroundings<'l> {
    /// The resolutions.
    pub listed: Vec<Listed<'l>>,
    /// The numbers of their clauses by their files.
    pub numbers: Vec<(SourceId, Targets)>,
}

impl<'l> Surroundings<'l> {
    /// What a document takes from the others of its pack. Findings about those are their own.
    pub fn of(loaded: &'l Loaded, document: &'l DocumentFile, sources: &Sources) -> Surroundings<'l> {
        let mut around = Surroundings::default();
        let Some(register) = document.register() else { return around };
        for other in resolutions(register, &loaded.documents, sources) {
            let Some(resolution) = other.resolution() else { continue };
            let file = sources.get(other.source).name.to_string();
            let (clauses, targets) = numbers(loaded, other, resolution, sources).unwrap_or_default();
            around.listed.push(Listed { resolution, file, clauses });
            around.numbers.push((other.source, targets));
        }
        around
    }
}

/// The resolutions that a register names, in its order; all where it names none.
fn resolutions<'l>(
    register: &Register,
    documents: &'l [DocumentFile],
    sources: &Sources,
) -> Vec<&'l DocumentFile> {
    let all = || documents.iter().filter(|document| document.resolution().is_some());
    if register.documents.is_empty() {
        return all().collect();
    }
    let named = |name: &str| all().find(|document| is_called(document, name, sources));
    register.documents.iter().filter_map(|word| named(&word.value)).collect()
}

fn is_called(document: &DocumentFile, name: &str, sources: &Sources) -> bool {
    let name = name.replace('\\', "/");
    document.name == name || *sources.get(document.source).name == *name
}

/// Looks whether a register has something to list.
pub fn check(
    register: &Register,
    facts: &Facts,
    documents: &[DocumentFile],
    sources: &Sources,
    findings: &mut Findings,
) {
    // A document that could not be read is not known here, and its errors were said.
    let is_read = |entry: &DocumentFacts| {
        documents.iter().any(|document| is_called(document, &entry.file.value, sources))
    };
    let complete = facts.documents.iter().all(is_read);
    let found = resolutions(register, documents, sources);
    let mut others = documents.iter().filter(|document| document.resolution().is_some()).peekable();
    if others.peek().is_none() {
        if complete {
            findings.push(Finding::new(&say::NO_RESOLUTION).at(register.span));
        }
        return;
    }
    let known = join(others.map(|document| &*sources.get(document.source).name));
    for word in &register.documents {
        let is_named = found.iter().any(|document| is_called(document, &word.value, sources));
        if !is_named && complete {
            let finding = Finding::new(&say::NOT_A_RESOLUTION).arg("name", word.value.clone());
            findings.push(finding.arg("known", known.clone()).at(word.span));
        }
    }
    let mut listed = found.iter().filter_map(|document| document.resolution()).peekable();
    if listed.peek().is_some() && listed.all(|resolution| tasks(&resolution.clauses.0).is_empty()) {
        findings.push(Finding::new(&say::NO_TASKS).at(register.span));
    }
}

/// Says which addressees of a resolution's tasks stand in the dative where those who act are listed.
pub fn check_addressees(resolution: &Resolution, facts: &Facts, findings: &mut Findings) {
    let tasks = tasks(&resolution.clauses.0);
    let typed = tasks.iter().flat_map(|task| task.to).filter(|to| {
        let name = to.0.plain();
        facts.organisations.get(name).is_none() && facts.people.get(name).is_none()
    });
    let is_declined = |to: &&Lines| {
        // An abbreviation has no cases.
        let first = to.0.plain().split_whitespace().next().unwrap_or_default();
        first.chars().filter(|c| c.is_uppercase()).count() < 2 && first.chars().any(char::is_lowercase)
    };
    let mut said = BTreeSet::new();
    for to in typed.filter(is_declined).filter(|to| layout::performer_words(&to.0).is_none()) {
        let span = to.0.source.whole();
        if said.insert(span.start) {
            let words = one_line(to.0.plain().trim());
            findings.push(Finding::new(&say::ADDRESSEE_CASE).arg("words", words).at(span));
        }
    }
}

type Numbers = (BTreeMap<u32, String>, Targets);

/// The numbers of a resolution's clauses, by the first byte of their text and by their names.
fn numbers(
    loaded: &Loaded,
    document: &DocumentFile,
    resolution: &Resolution,
    sources: &Sources,
) -> Option<Numbers> {
    let (data, handles) = layout::resolution_data(&loaded.facts, resolution, &document.values);
    let markup = layout::render(&document.layout, data, sources).ok()?;
    let around = Surroundings::default();
    let parts = Parts {
        markup: &markup,
        handles: &handles,
        styles: &document.layout.styles,
        pictures: &loaded.pictures,
        figures: &figures(loaded, document, &around),
        sources,
        date: date(loaded, document),
        numbers: &[],
    };
    let (made, targets) = assemble_numbered(parts, &mut Findings::default())?;
    let mut clauses = BTreeMap::new();
    for standing in made.standings() {
        if let (Place::Text(span), Some(clause)) = (&standing.origin.place, standing.around.clause)
            && span.source == document.source
        {
            clauses.entry(span.start).or_insert(clause.to_string());
        }
    }
    Some((clauses, targets))
}

/// The tasks in plain words; `None` for a document that lists none.
pub fn sheet(
    loaded: &Loaded,
    document: &DocumentFile,
    made: &Document,
    around: &Surroundings<'_>,
    sources: &Sources,
) -> Option<Sheet> {
    let register = document.register()?;
    let groups = groups(entries(&around.listed), register.order.unwrap_or_default());
    let entries: Vec<Entry<'_>> = groups.into_iter().flat_map(|group| group.entries).collect();
    let words = words(loaded, document, around, &entries, sources)?;
    let uids = uids(&entries, &around.listed, loaded);
    let rows = entries.iter().zip(words).zip(uids).map(|((entry, words), uid)| row(entry, words, uid));
    Some(Sheet {
        title: typed(&made.title),
        date: made.date,
        year: deadline_context(&loaded.facts.conference).map(|context| context.year()),
        remind: register.remind.as_ref().map(|at| at.value),
        several: around.listed.len() > 1,
        rows: rows.collect(),
    })
}

/// Clause, document, task, addressees, deadline and responsible people of an entry in words.
type Words = [String; 6];

fn row(entry: &Entry<'_>, [clause, document, task, to, due, responsible]: Words, uid: String) -> Row {
    let deadline = entry.task.due.map(|due| due.deadline.value.clone());
    Row { uid, clause, document, task, to, due, responsible, deadline }
}

/// The words of the entries as a document prints them: a table is assembled for nobody to see.
fn words(
    loaded: &Loaded,
    document: &DocumentFile,
    around: &Surroundings<'_>,
    entries: &[Entry<'_>],
    sources: &Sources,
) -> Option<Vec<Words>> {
    let (rows, handles) = layout::register_rows(&loaded.facts, &around.listed, entries);
    if rows.is_empty() {
        return Some(Vec::new());
    }
    let rows: String = rows.iter().map(markup_row).collect();
    let xml = format!("<document><table style=\"table\">{rows}</table></document>");
    let parts = Parts {
        markup: &Markup { xml, files: document.layout.files() },
        handles: &handles,
        styles: &document.layout.styles,
        pictures: &loaded.pictures,
        figures: &figures(loaded, document, around),
        sources,
        date: date(loaded, document),
        numbers: &around.numbers,
    };
    let (made, _) = assemble_numbered(parts, &mut Findings::default())?;
    let blocks = made.sections.iter().flat_map(|section| &section.blocks);
    let rows = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(&table.rows),
        _ => None,
    });
    rows.flatten().map(|row| row.cells.iter().map(plain).collect::<Vec<_>>().try_into().ok()).collect()
}

fn markup_row(row: &serde_json::Value) -> String {
    let cell = |name: &str| {
        let words = match &row[name] {
            serde_json::Value::Array(list) => {
                list.iter().filter_map(serde_json::Value::as_str).collect::<Vec<_>>().join(", ")
            }
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        format!("<cell><p style=\"cell\">{words}</p></cell>")
    };
    let cells: String =
        ["clause", "document", "task", "to", "due", "responsible"].iter().map(|name| cell(name)).collect();
    format!("<row>{cells}</row>")
}

/// What stands in a cell, paragraph by paragraph on lines of their own.
fn plain(cell: &Cell) -> String {
    let lines: Vec<String> = cell.content.iter().map(Paragraph::plain).collect();
    typed(&lines.join("\n"))
}

/// Words as somebody types them who looks for them in a list: without the spaces and signs that
/// only steer where lines end.
fn typed(words: &str) -> String {
    let shown = words.chars().filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}'));
    shown.map(|sign| if matches!(sign, '\u{a0}' | '\u{202f}') { ' ' } else { sign }).collect()
}

/// A name for each task that is the same on every build: made of the conference's year, the document and the
/// clause's id, or its text where it has none; equal texts are counted. A conference that is moved by days
/// keeps its tasks.
fn uids(entries: &[Entry<'_>], listed: &[Listed<'_>], loaded: &Loaded) -> Vec<String> {
    let date = loaded.facts.conference.date.as_ref();
    let year = date.map_or_else(String::new, |date| date.written.date.year().to_string());
    let mut names: BTreeMap<(usize, usize), String> = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    // The number to try next for each name, so that many equal tasks are counted once.
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    let mut in_order: Vec<&Entry<'_>> = entries.iter().collect();
    in_order.sort_by_key(|entry| (entry.source, entry.number));
    for entry in in_order {
        let clause = entry.task.clause;
        let text = clause.text.as_ref().map_or("", |text| text.plain());
        let name = clause.id.as_ref().map_or(text, |id| id.value.as_str());
        let file = listed.get(entry.source).map_or("", |listed| listed.file.as_str());
        let base = format!("{year}\n{file}\n{name}");
        names.entry((entry.source, entry.number)).or_insert_with(|| {
            let number = next.entry(base.clone()).or_insert(1);
            let counted = std::iter::repeat_with(|| {
                let name = if *number == 1 { base.clone() } else { format!("{base}\n{number}") };
                *number += 1;
                name
            });
            let free = counted.into_iter().find(|name| taken.insert(name.clone())).unwrap_or(base.clone());
            sha256(free.as_bytes()).chars().take(32).collect()
        });
    }
    let name = |entry: &Entry<'_>| names.get(&(entry.source, entry.number)).cloned().unwrap_or_default();
    entries.iter().map(name).collect()
}

/// Says that the calendar has no events, where there are tasks that could have some.
pub fn no_days(document: &DocumentFile, sheet: &Sheet) -> Option<Finding> {
    let register = document.register().filter(|_| !sheet.rows.is_empty())?;
    Some(Finding::new(&say::NO_DAYS).at(register.span))
}
