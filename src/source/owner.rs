//! Lines of a YAML file as a person reads them: a dash or a key, and the text that belongs to it,
//! whether the file parses or not.

use super::{SourceId, SourceText, SourceTextBuilder};
use std::ops::Range;

/// Most lines that are looked at to find where a text begins.
const CLIMB: usize = 200;

/// The dash or the key to which a text belongs, and that text.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    /// From the beginning of the line to where the text begins or should.
    pub prefix: Range<usize>,
    /// The column of the dash or of the key; what stands deeper belongs to its text.
    pub column: usize,
    /// The text, through all its lines, without white space at its ends.
    pub value: Range<usize>,
}

/// One line taken apart.
struct Line {
    start: usize,
    /// Spaces (and tabs) at its beginning.
    indent: usize,
    /// The column of its innermost dash or key, if it has one.
    column: Option<usize>,
    value: Range<usize>,
    key: Option<Range<usize>>,
}

/// The text that holds the byte `at`, by the indentation of the lines.
pub(super) fn owner_at(text: &str, at: usize) -> Option<Owner> {
    let mut line = line_at(text, line_start(text, at));
    let mut first = line.value.clone();
    // A line that stands deeper than the text or the empty key above it continues that.
    while let Some(above) = line_above(text, &line) {
        let deeper = above.column.is_some_and(|column| line.indent > column);
        let Some(begin) = text_below(text, &above).filter(|_| deeper) else { break };
        first = begin;
        line = above;
    }
    let column = line.column?;
    let end = value_end(text, first.end, column);
    let value = first.start..end.max(first.start);
    let prefix = line.start..if line.value.is_empty() { line.value.end } else { line.value.start };
    (!text[value.clone()].is_empty()).then_some(Owner { prefix, column, value })
}

/// The dash or the key whose block of text holds the line of the byte `at`, and the block's lines
/// down to that one.
pub(super) fn block_at(text: &str, at: usize) -> Option<Owner> {
    let mut line = line_at(text, line_start(text, at));
    loop {
        line = line_above(text, &line)?;
        if is_header(&text[line.value.clone()]) {
            let value = line.value.end..line_end(text, at);
            return Some(Owner { prefix: line.start..line.value.start, column: line.column?, value });
        }
    }
}

/// Where the text begins that lines below `above` continue: on its own line, or on the next one
/// where that is neither an item nor a key.
fn text_below(text: &str, above: &Line) -> Option<Range<usize>> {
    if !above.value.is_empty() && !text[above.value.clone()].starts_with('#') {
        return (!is_header(&text[above.value.clone()])).then(|| above.value.clone());
    }
    let below = line_at(text, said_below(text, above.value.end)?);
    let entry = match &below.key {
        Some(key) => !text[key.clone()].contains(' '),
        None => below.column.is_some(),
    };
    (!entry).then_some(below.start + below.indent..below.value.end)
}

/// Where the next line begins that is neither blank nor a comment.
fn said_below(text: &str, at: usize) -> Option<usize> {
    let mut start = line_end(text, at);
    loop {
        start += text[start..].find('\n')? + 1;
        let line = text[start..line_end(text, start)].trim();
        if !line.is_empty() && !line.starts_with('#') {
            return Some(start);
        }
    }
}

/// Whether words before a colon are a key rather than the beginning of a sentence.
pub(super) fn looks_like_key(words: &str) -> bool {
    let lower = words.chars().next().is_some_and(|first| !first.is_uppercase());
    lower && words.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.'))
}

/// Whether a value is the header of a block: `|`, `>-`, `|2`, perhaps with a comment.
pub(super) fn is_header(value: &str) -> bool {
    let header = value.split_once(" #").map_or(value, |(header, _)| header).trim_end();
    let marks = header.strip_prefix(['|', '>']);
    marks.is_some_and(|marks| marks.chars().all(|char| matches!(char, '+' | '-' | '0'..='9')))
}

/// The nearest line above that is not blank and stands less deep.
fn line_above(text: &str, line: &Line) -> Option<Line> {
    let mut start = line.start;
    for _ in 0..CLIMB {
        start = line_start(text, start.checked_sub(1)?);
        let above = line_at(text, start);
        let blank = text[start..above.value.end].trim().is_empty();
        if !blank && above.indent < line.indent {
            return Some(above);
        }
    }
    None
}

/// Where the line that holds the byte `at` begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |before| before + 1)
}

/// Where the line that holds the byte `at` ends, before what ends it.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
    if end > at && text[..end].ends_with('\r') { end - 1 } else { end }
}

/// Spaces and tabs at the beginning of the line that begins at `start`.
pub(super) fn indent_at(text: &str, start: usize) -> usize {
    let line = &text[start..line_end(text, start)];
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn line_at(text: &str, start: usize) -> Line {
    let line = &text[start..line_end(text, start)];
    let indent = indent_at(text, start);
    let mut at = indent;
    let mut column = None;
    while line[at..].starts_with("- ") || &line[at..] == "-" {
        column = Some(at);
        at += 1;
        at += line[at..].len() - line[at..].trim_start_matches(' ').len();
    }
    let key =
        key_length(&line[at..]).filter(|&length| column.is_none() || looks_like_key(&line[at..at + length]));
    let key = key.map(|length| at..at + length);
    if let Some(key) = &key {
        column = Some(key.start);
        let colon = key.end + line[key.end..].find(':').unwrap_or(0) + 1;
        at = colon + line[colon..].len() - line[colon..].trim_start().len();
    }
    let end = line.trim_end().len().max(at);
    let key = key.map(|key| start + key.start..start + key.end);
    Line { start, indent, column, value: start + at..start + end, key }
}

/// The length of the key with which the text begins, if one does.
fn key_length(text: &str) -> Option<usize> {
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''));
    if let Some(quote) = quote {
        let length = text[1..].find(quote)? + 2;
        return text[length..].trim_start().starts_with(':').then_some(length);
    }
    if text.starts_with(|first| "{}[],&*!|>%@`#".contains(first)) {
        return None;
    }
    text.match_indices(':').map(|(colon, _)| colon).find(|colon| {
        let after = text[colon + 1..].chars().next();
        after.is_none_or(|char| char.is_whitespace())
    })
}

/// Where the text ends that goes on after `end` through all lines deeper than `column`.
fn value_end(text: &str, mut end: usize, column: usize) -> usize {
    let mut next = end;
    loop {
        next = match text[next..].find('\n') {
            Some(length) => next + length + 1,
            None => return end,
        };
        let line = text[next..line_end(text, next)].trim_end();
        if line.trim().is_empty() {
            continue;
        }
        if indent_at(text, next) <= column {
            return end;
        }
        end = next + line.len();
    }
}

impl Owner {
    /// Her lines, rewritten so that `words` stand in a block.
    pub fn as_block(&self, text: &str, words: &SourceText) -> String {
        let prefix = text[self.prefix.clone()].trim_end();
        let mut lines = vec![format!("{prefix} |")];
        let indent = " ".repeat(self.column + 2);
        for line in words.as_str().lines() {
            lines.push(if line.is_empty() { String::new() } else { format!("{indent}{line}") });
        }
        lines.join("\n")
    }
}

/// What stands at `range`, each line without the white space around it.
pub(super) fn typed(source: SourceId, text: &str, range: Range<usize>) -> SourceText {
    let mut words = SourceTextBuilder::new(source);
    let mut start = range.start;
    let mut broken_at = None;
    while start <= range.end {
        let end = line_end(text, start).min(range.end);
        let line = &text[start..end];
        let content = start + line.len() - line.trim_start().len();
        if let Some(broken_at) = broken_at {
            words.push("\n", broken_at..content);
        }
        let kept = content + line.trim().len();
        words.push(&text[content..kept], content..kept);
        broken_at = Some(kept);
        start = text[end..].find('\n').map_or(range.end, |length| end + length) + 1;
    }
    words.finish_at(super::Span::new(source, range.start, range.end))
}
