//! Items of a list that were begun with a typed sign – a dash, a bullet, a number – where YAML
//! knows only its hyphen; her lines are rewritten with it.

use super::accident::{self, File};
use super::messages::{ITEM_BELOW_TEXT, LIST_NUMBER, LIST_SIGN, MISSING_SPACE, PLAIN_LIST};
use super::owner::{self, indent_at, line_end, line_start};
use super::{Finding, Message, Node, ScalarStyle, Span, Value};
use std::ops::Range;

/// Signs that word processors put before the items of a list: dashes, bullets, and those of the
/// fonts Symbol and Wingdings.
const SIGNS: &[char] =
    &['–', '—', '―', '−', '‑', '•', '·', '●', '▪', '◦', '*', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f0fc}'];

/// What stands in the place of the hyphen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A dash or a bullet.
    Sign,
    /// `1.`, `2)`, `1.1.`
    Number,
    /// A hyphen with no plain space behind it.
    Glued,
}

/// The mark at the beginning of a line's words.
#[derive(Clone, Copy, Debug)]
struct Marker {
    kind: Kind,
    /// Its own bytes.
    length: usize,
    /// Where the words of the item begin.
    words: usize,
}

impl Marker {
    fn of(line: &str) -> Option<Marker> {
        let first = line.chars().next()?;
        let glued = |next: char| next == '|' || next == '\u{a0}' || next.is_alphabetic();
        let (kind, length) = match first {
            '-' if line[1..].starts_with(glued) => (Kind::Glued, 1),
            sign if SIGNS.contains(&sign) => (Kind::Sign, sign.len_utf8()),
            digit if digit.is_ascii_digit() => (Kind::Number, number(line)?),
            _ => return None,
        };
        let rest = &line[length..];
        let words = line.len() - rest.trim_start().len();
        let parted = words > length || kind == Kind::Glued;
        (parted && words < line.len()).then_some(Marker { kind, length, words })
    }

    fn message(self) -> &'static Message {
        match self.kind {
            Kind::Sign => &LIST_SIGN,
            Kind::Number => &LIST_NUMBER,
            Kind::Glued => &MISSING_SPACE,
        }
    }
}

/// The length of a typed number with its mark: `1.`, `12)`, `1.2.`; what follows is words.
fn number(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.');
    let digits = &line[..line.len() - rest.len()];
    let length = digits.len() + usize::from(rest.starts_with(')'));
    let parts = digits.trim_end_matches('.').split('.');
    let short = parts.clone().all(|part| (1..=2).contains(&part.len())) && parts.count() <= 3;
    let marked = digits.ends_with('.') || rest.starts_with(')');
    let said = line[length..].trim_start().starts_with(char::is_alphabetic);
    (short && marked && said).then_some(length)
}

/// Whether a key is an item that begins with a dash or a bullet: `– текст`.
pub(super) fn begins_item(key: &str) -> bool {
    Marker::of(key).is_some_and(|marker| marker.kind == Kind::Sign)
}

/// What to say of the list to which the byte `at` of a file with a mistake belongs, if its items
/// are begun with typed marks; and the lines of the list.
pub(super) fn at_error(file: File<'_>, at: usize) -> Option<(Finding, Range<usize>)> {
    let own = line_start(file.text, at);
    let first = owner::owner_at(file.text, at).map(|owner| owner.value.start);
    let first = first.filter(|&start| is_first_of_line(file.text, start)).map(|at| line_start(file.text, at));
    let above = line_start(file.text, file.text[..own].trim_end().len());
    if let Some(first) = first
        && let Some(answer) = list(file, first)
    {
        return Some(answer);
    }
    [own, above].into_iter().find(|&start| is_item(file.text, start)).and_then(|start| list(file, start))
}

/// What to say where a list was expected and YAML read a single text, because its items are begun
/// with typed marks: `пункты:` above `– Открыть школу`.
pub fn typed_items(node: &Node, source_text: &str) -> Option<Finding> {
    let start = node.span.range().start;
    let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.style == ScalarStyle::Plain);
    let file = File { source: node.span.source, written: source_text, text: source_text };
    (plain && is_first_of_line(source_text, start))
        .then(|| list(file, line_start(source_text, start)))
        .flatten()
        .map(|(finding, _)| finding)
}

/// What to say where a text in plain lines holds a list, whose items YAML makes one line of.
pub fn plain_list(node: &Node, source_text: &str) -> Option<Finding> {
    let range = node.span.range();
    let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.style == ScalarStyle::Plain);
    let typed = source_text.get(range.clone()).filter(|typed| plain && typed.contains('\n'))?;
    let marked = |line: &&str| begins_item(line.trim());
    if typed.lines().filter(marked).count() < 2 {
        return None;
    }
    let line = typed.lines().find(marked)?.trim_start();
    let start = range.start + (line.as_ptr() as usize - typed.as_ptr() as usize);
    let sign = start..start + Marker::of(line)?.length;
    accident::as_block(node, source_text, &PLAIN_LIST, sign)
}

/// An item of a list below a text that belongs to the same key, whose block is at `header`: the
/// text was to be the first item. `None` where the item is a line of the text's own list.
pub(super) fn item_below_text(file: File<'_>, header: usize, line: &Range<usize>) -> Option<Finding> {
    let item = file.text[line.clone()].strip_prefix("- ")?;
    let owner = owner::owner_at(file.text, header)?;
    let holder = file.text[owner.prefix.clone()].trim_end();
    let start = line_start(file.text, line.start);
    let indent = line.start - start;
    let goes_on = file.text[..start].trim_end().ends_with([':', ';', ',']) && !owner::is_header(item.trim());
    if !holder.ends_with(':') || indent <= owner.column || goes_on {
        return None;
    }
    let left = " ".repeat(indent);
    let mut lines = vec![holder.to_owned(), format!("{left}- |")];
    for words in file.written[line_end(file.text, header)..start].lines().map(str::trim).skip(1) {
        lines.push(if words.is_empty() { String::new() } else { format!("{left}  {words}") });
    }
    let place = Span::new(file.source, line.start, line.end);
    Some(Finding::new(&ITEM_BELOW_TEXT).at(place).rewrite(lines.join("\n")))
}

fn is_first_of_line(text: &str, at: usize) -> bool {
    text.get(line_start(text, at)..at).is_some_and(|before| before.trim().is_empty())
}

/// Whether the line at `start` is an item with a typed mark, and no line of a text's own list or a
/// line that goes on with a sentence.
fn is_item(text: &str, start: usize) -> bool {
    let line = text[start..line_end(text, start)].trim();
    let Some(marker) = Marker::of(line) else { return false };
    let words = &line[marker.words..];
    let before = text[..start].trim_end();
    let goes_on = before.ends_with([':', ';', ',']) && !before.ends_with("|") && !is_key_line(before);
    match marker.kind {
        Kind::Glued => words.starts_with('|') || line[1..].starts_with('\u{a0}'),
        Kind::Sign => owner::is_header(words) || !(goes_on && words.starts_with(char::is_lowercase)),
        Kind::Number => words.starts_with(char::is_uppercase),
    }
}

/// Whether the last line of `text` is a key without a value.
fn is_key_line(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default().trim().trim_start_matches("- ");
    line.strip_suffix(':').is_some_and(owner::looks_like_key)
}

/// The list whose first item with a typed mark stands on the line at `start`: what to say, and its
/// lines.
fn list(file: File<'_>, start: usize) -> Option<(Finding, Range<usize>)> {
    let indent = indent_at(file.text, start);
    let first = start + indent;
    let marker = Marker::of(file.text[first..line_end(file.text, start)].trim_end())?;
    let end = end_of_list(file.text, start, indent);
    let sign = &file.text[first..first + marker.length];
    let finding = Finding::new(marker.message())
        .arg("sign", shown(sign))
        .at(Span::new(file.source, first, first + marker.length))
        .rewrite(rewritten(&file.written[start..end], indent));
    Some((finding, start..end))
}

/// A sign as a message shows it; those of Word's own fonts look like nothing elsewhere.
fn shown(sign: &str) -> String {
    match sign.chars().next() {
        Some(char @ '\u{e000}'..='\u{f8ff}') => format!("U+{:04X}", u32::from(char)),
        _ => sign.to_owned(),
    }
}

/// Where the last item with a typed mark ends of those that stand at least as deep as the first.
fn end_of_list(text: &str, start: usize, indent: usize) -> usize {
    let mut end = line_end(text, start);
    let mut next = end;
    // Whether the lines belong to an item that has its hyphen.
    let mut is_right = false;
    while let Some(length) = text[next..].find('\n') {
        let from = next + length + 1;
        next = line_end(text, from);
        let line = text[from..next].trim();
        if line.is_empty() {
            continue;
        }
        if indent_at(text, from) < indent {
            break;
        }
        if indent_at(text, from) == indent {
            is_right = line.starts_with("- ") || is_right && Marker::of(line).is_none();
        }
        if is_right {
            continue;
        }
        end = from + text[from..next].trim_end().len();
    }
    end
}

/// The lines with a hyphen in the place of each typed mark. What YAML would misread is made a block.
fn rewritten(lines: &str, indent: usize) -> String {
    let left = " ".repeat(indent);
    let mut written = Vec::new();
    // Whether the lines below an item belong to a block that is made of it here.
    let mut in_block = false;
    for line in lines.lines() {
        let words = line.trim();
        let depth = indent_at(line, 0);
        match Marker::of(words).filter(|_| depth == indent) {
            Some(marker) => {
                let item = &words[marker.words..];
                in_block = !is_safe(item);
                if in_block {
                    written.push(format!("{left}- |"));
                    written.push(format!("{left}  {item}"));
                } else {
                    written.push(format!("{left}- {item}"));
                }
            }
            None if words.is_empty() => written.push(String::new()),
            None if words.starts_with("- ") && depth == indent => {
                in_block = false;
                written.push(line.trim_end().to_owned());
            }
            None if in_block || depth == indent => written.push(format!("{left}  {words}")),
            None => written.push(line.trim_end().to_owned()),
        }
    }
    written.join("\n")
}

/// Whether an item may stand behind its hyphen as it is: the header of a block, a key, or words in
/// which nothing has a meaning for YAML.
fn is_safe(item: &str) -> bool {
    let key = item.split_once(':').filter(|(_, rest)| rest.is_empty() || rest.starts_with(' '));
    if owner::is_header(item) || key.is_some_and(|(key, _)| owner::looks_like_key(key)) {
        return true;
    }
    let special = item.starts_with(|first| "{}[]%@`!&*?>|,#\"'".contains(first));
    !special && key.is_none() && !item.contains(": ") && !item.ends_with(':') && !item.contains(" #")
}
