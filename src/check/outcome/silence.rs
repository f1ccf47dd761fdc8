//! Single findings silenced at their place, each with a reason:
//! `# проверено: day-off – педсовет в субботу` in YAML, on the line or above it, and
//! `<!-- проверено: код – причина -->` on a line of its own in a report's text.

use super::level::known;
use crate::check::messages as say;
use crate::check::{View, is_check, of_code};
use crate::source::{Finding, Findings, Place, SourceId, Sources, Span};
use crate::tables::Table;
use std::cell::OnceCell;
use std::collections::BTreeMap;

const WORDS: [&str; 2] = ["проверено:", "checked:"];

/// A comment that silences.
struct Silence {
    place: Span,
    /// The line that it speaks of, from zero.
    line: usize,
    code: String,
    /// The one cell of a table that it speaks of.
    cell: Option<String>,
    has_reason: bool,
    used: bool,
}

/// A file with comments that silence.
struct File<'a> {
    text: &'a str,
    starts: Vec<usize>,
    silences: Vec<Silence>,
}

/// Leaves out what is silenced; says what is wrong with the comments.
pub(in crate::check) fn apply(view: &View<'_>, findings: &mut Findings) {
    let mut files = files(view);
    if files.is_empty() {
        return;
    }
    let cells = OnceCell::new();
    findings.list.retain(|finding| !is_check(finding) || !is_silenced(finding, view, &mut files, &cells));
    for silence in files.values().flat_map(|file| &file.silences) {
        findings.list.extend(fault(silence));
    }
}

fn fault(silence: &Silence) -> Option<Finding> {
    let code = silence.code.as_str();
    let message = match of_code(code) {
        None => {
            return Some(
                Finding::new(&say::SILENCE_UNKNOWN)
                    .arg("code", code)
                    .arg("known", known(code))
                    .at(silence.place),
            );
        }
        Some(_) if !silence.has_reason => &say::SILENCE_WITHOUT_REASON,
        Some(_) if !silence.used => &say::SILENCE_UNUSED,
        Some(_) => return None,
    };
    Some(Finding::new(message).arg("code", code).at(silence.place))
}

fn is_silenced<'v>(
    finding: &Finding,
    view: &View<'v>,
    files: &mut BTreeMap<SourceId, File<'_>>,
    cells: &OnceCell<Cells<'v>>,
) -> bool {
    let Some(place) = finding.labels.first().map(|label| &label.place) else { return false };
    let code = finding.message.code;
    if let Place::Text(span) = place
        && let Some(file) = files.get_mut(&span.source)
    {
        let lines = file.lines_of(*span, view);
        if file.silence(code, None, |line| lines.contains(&line)) {
            return true;
        }
    }
    let Some((table, cell)) = cells.get_or_init(|| cells_of(view)).get(place) else { return false };
    let Place::Text(declared) = &table.place else { return false };
    let Some(file) = files.get_mut(&declared.source) else { return false };
    let line = file.line(declared.start as usize);
    file.silence(code, Some(cell), |other| other == line)
}

/// The tables' cells by their places, with their tables and addresses.
type Cells<'v> = BTreeMap<&'v Place, (&'v Table, String)>;

fn cells_of<'v>(view: &View<'v>) -> Cells<'v> {
    let mut cells = Cells::new();
    for table in view.loaded.tables.values() {
        for cell in table.grid().cells() {
            cells.entry(&cell.place).or_insert_with(|| (table, cell.address()));
        }
    }
    cells
}

fn files<'a>(view: &View<'a>) -> BTreeMap<SourceId, File<'a>> {
    let sources: &'a Sources = view.sources;
    let mut files = BTreeMap::new();
    for (id, source) in sources.iter() {
        let name = source.name.to_lowercase();
        let markdown = name.ends_with(".md");
        let Some(text) = source.text.as_deref() else { continue };
        let is_written = markdown || name.ends_with(".yaml") || name.ends_with(".yml");
        if !is_written || !WORDS.iter().any(|word| text.contains(word)) {
            continue;
        }
        let mut file = File { text, starts: starts(text), silences: Vec::new() };
        file.read(id, markdown, view);
        if !file.silences.is_empty() {
            files.insert(id, file);
        }
    }
    files
}

fn starts(text: &str) -> Vec<usize> {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
}

impl File<'_> {
    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn text_of(&self, line: usize) -> &str {
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        self.text.get(start..end).unwrap_or_default()
    }

    /// The lines by which something at `span` may be silenced: its own, the first of its field,
    /// and the one on which its block is opened with `|` or `>`.
    fn lines_of(&self, span: Span, view: &View<'_>) -> Vec<usize> {
        let mut lines = vec![self.line(span.start as usize)];
        let fields = view.fields.iter().map(|field| field.source.whole());
        let around =
            |field: &Span| field.source == span.source && field.start <= span.start && span.end <= field.end;
        if let Some(field) = { fields }.find(around) {
            let first = self.line(field.start as usize);
            lines.push(first);
            lines.extend(first.checked_sub(1).filter(|line| opens_block(self.text_of(*line))));
        }
        lines
    }

    fn silence(&mut self, code: &str, cell: Option<&str>, here: impl Fn(usize) -> bool) -> bool {
        let speaks = |silence: &&mut Silence| {
            silence.code == code
                && silence.has_reason
                && here(silence.line)
                && (silence.cell.is_none() || silence.cell.as_deref() == cell)
        };
        self.silences.iter_mut().find(speaks).map(|silence| silence.used = true).is_some()
    }

    fn read(&mut self, id: SourceId, markdown: bool, view: &View<'_>) {
        for line in 0..self.starts.len() {
            let Some((at, comment)) = comment(self.text_of(line), markdown) else { continue };
            let start = self.starts.get(line).copied().unwrap_or_default() + at;
            let place = Span::new(id, start, start + comment.trim_end().len());
            if !markdown && is_text(place, view) {
                continue;
            }
            let Some((code, cell, has_reason)) = parsed(comment) else { continue };
            let alone = self.text_of(line)[..at].trim().is_empty();
            let target = if alone { self.next_line(line, markdown) } else { line };
            self.silences.push(Silence { place, line: target, code, cell, has_reason, used: false });
        }
    }

    /// The next line that says something.
    fn next_line(&self, line: usize, markdown: bool) -> usize {
        let says = |line: &usize| {
            let text = self.text_of(*line).trim();
            !text.is_empty() && !text.starts_with(if markdown { "<!--" } else { "#" })
        };
        (line + 1..self.starts.len()).find(says).unwrap_or(line)
    }
}

/// Whether what looks like a comment stands in a text and is printed.
fn is_text(place: Span, view: &View<'_>) -> bool {
    view.fields
        .iter()
        .map(|field| field.source.whole())
        .any(|field| field.source == place.source && field.start <= place.start && place.start < field.end)
}

/// A line that ends with the mark of a block, its comment left out.
fn opens_block(line: &str) -> bool {
    let bare = line.split(" #").next().unwrap_or_default().trim_end();
    bare.trim_end_matches(['-', '+']).ends_with(['|', '>'])
}

/// Where the comment of a line begins, and what it says.
fn comment(line: &str, markdown: bool) -> Option<(usize, &str)> {
    if markdown {
        let open = line.find("<!--")?;
        let inner = line[open + 4..].split("-->").next()?;
        let inner = inner.trim_start();
        return begins(inner).then_some((open, inner));
    }
    let marks = line.match_indices('#').filter(|(at, _)| *at == 0 || line[..*at].ends_with([' ', '\t']));
    let mut bodies = marks.map(|(at, _)| (at, line[at + 1..].trim()));
    bodies.find(|(_, body)| begins(body))
}

fn begins(comment: &str) -> bool {
    WORDS.iter().any(|word| comment.starts_with(word))
}

/// Code, cell, and whether there is a reason: `table-total B7 – сверено с отчётом`.
fn parsed(comment: &str) -> Option<(String, Option<String>, bool)> {
    let body = WORDS.iter().find_map(|word| comment.strip_prefix(word))?.trim();
    let end = body.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(body.len());
    let code = body[..end].trim_end_matches('-');
    let mut rest = body[end..].trim_start();
    let mut cell = None;
    let word = rest.split_whitespace().next().unwrap_or_default();
    if is_address(word) {
        cell = Some(word.to_owned());
        rest = rest[word.len()..].trim_start();
    }
    let reason = rest.trim_start_matches(['–', '—', '-', ':', ',', '(']).trim();
    let has_reason = reason.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    Some((code.to_owned(), cell, has_reason))
}

fn is_address(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = word.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    letters > 0 && digits > 0 && letters + digits == word.len()
}
