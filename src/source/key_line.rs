//! Lines `key: value` that stand with a text to which they do not belong: inside its block, or
//! beside an item that is written as a text alone. Her lines are rewritten with the keys beside
//! the text.

use super::accident::File;
use super::messages::{BETWEEN_TEXT_AND_KEY, ITEM_WITH_KEY, KEY_BELOW_VALUE, KEY_IN_TEXT};
use super::owner::{self, indent_at, line_end, line_start};
use super::{Finding, Node, ScalarStyle, Span, Value};
use std::ops::Range;

/// A line with a key, without the white space around it.
#[derive(Clone, Copy)]
struct KeyLine<'t> {
    key: &'t str,
    value: &'t str,
}

impl<'t> KeyLine<'t> {
    /// `срок: до 1 мая`, or `срок:до 1 мая`. A web address and the time of a day are none.
    fn of(line: &'t str) -> Option<KeyLine<'t>> {
        let (key, value) = line.trim().split_once(':')?;
        let is_time = key.chars().all(|sign| sign.is_ascii_digit());
        let is_line = !key.contains(char::is_whitespace) && !is_time && !value.starts_with(['/', ':']);
        is_line.then(|| KeyLine { key, value: value.trim() })
    }

    fn at(self, column: usize) -> String {
        let left = " ".repeat(column);
        format!("{left}{}: {}", self.key, self.value).trim_end().to_owned()
    }

    /// How the key is called under which a text stands in the language of this one.
    fn text_key(self) -> &'static str {
        if self.key.is_ascii() { "text" } else { "текст" }
    }
}

/// A key that stands between the block of a text and the key of that block, which is at `header`:
/// it belongs beside the latter. Gives what to say; `None` where the line has no key.
pub(super) fn fallen_key(file: File<'_>, header: usize, line: Range<usize>) -> Option<Finding> {
    let key = KeyLine::of(&file.text[line.clone()]).filter(|line| owner::looks_like_key(line.key))?;
    let prefix = owner::owner_at(file.text, header)?;
    let finding = Finding::new(&BETWEEN_TEXT_AND_KEY).at(Span::new(file.source, line.start, line.end));
    let holder = file.text[prefix.prefix.clone()].trim_end();
    if !holder.ends_with('-') {
        return Some(finding.arg("key", key.key).rewrite(key.at(prefix.column)));
    }
    let above = &file.written[line_end(file.text, header)..line_start(file.text, line.start)];
    let texts: Vec<&str> = above.lines().map(str::trim).skip_while(|line| line.is_empty()).collect();
    Some(finding.arg("key", key.key).rewrite(item(holder, prefix.column, &texts, &[key])))
}

/// A key below an item that is a text alone, in plain lines or a block: `- Открыть школу` above
/// `срок: до 1 мая`, deeper than the dash or under it. What to say, and the lines with keys.
pub(super) fn beside_text(file: File<'_>, line: &Range<usize>) -> Option<(Finding, Range<usize>)> {
    let key = KeyLine::of(&file.text[line.clone()]).filter(|line| owner::looks_like_key(line.key))?;
    let start = line_start(file.text, line.start);
    let above = file.text[..start].trim_end().len();
    let goes_on = owner::owner_at(file.text, line.start).filter(|owner| owner.value.start < start);
    let texts = || owner::owner_at(file.text, above).or_else(|| owner::block_at(file.text, above));
    let under = || texts().filter(|owner| owner.column == line.start - start);
    let owner = goes_on.or_else(under)?;
    let holder = file.text[owner.prefix.clone()].trim_end();
    let words = file.written.get(owner.value.start..owner.value.end.min(above))?;
    if !holder.ends_with('-') {
        return None;
    }
    let texts: Vec<&str> = words.lines().map(str::trim).skip_while(|line| line.is_empty()).collect();
    let (mut keys, mut end) = (Vec::new(), start);
    for words in file.text[start..].split_inclusive('\n') {
        let beside = indent_at(words, 0) == line.start - start;
        let Some(key) = KeyLine::of(words).filter(|line| beside && owner::looks_like_key(line.key)) else {
            break;
        };
        keys.push(key);
        end += words.len();
    }
    let finding = Finding::new(&ITEM_WITH_KEY).at(Span::new(file.source, line.start, line.end));
    let finding = finding.arg("key", key.key).arg("text", key.text_key());
    Some((finding.rewrite(item(holder, owner.column, &texts, &keys)), start..end))
}

/// Keys that go only with a value of another key, and the latter: whose dative is written below
/// has its name in a key as well.
const COMPANIONS: &[(&str, &[&str])] = &[
    ("название", &["дательный"]),
    ("имя", &["должность"]),
    ("текст", &["срок", "ответственный", "для", "таблица", "пункты"]),
    ("name", &["dative", "position"]),
    ("text", &["due", "responsible", "for", "table", "clauses"]),
];

/// A key deeper than a key that has its value on its own line: `сады: Заведующие` above
/// `  дательный: Заведующим`. Both belong below that key, each with its own.
pub(super) fn below_value(file: File<'_>, line: &Range<usize>) -> Option<Finding> {
    let key = KeyLine::of(&file.text[line.clone()]).filter(|line| owner::looks_like_key(line.key))?;
    let start = line_start(file.text, line.start);
    let owner = owner::owner_at(file.text, line.start).filter(|owner| owner.value.start < start)?;
    let holder = file.text[owner.prefix.clone()].trim_end();
    let value = file.written.get(owner.value.start..start)?.trim();
    if !holder.ends_with(':') || value.is_empty() || value.contains('\n') {
        return None;
    }
    let above = holder.trim_end_matches(':').rsplit(' ').next()?;
    let finding = Finding::new(&KEY_BELOW_VALUE).at(Span::new(file.source, line.start, line.end));
    let finding = finding.arg("key", key.key).arg("above", above);
    // Any other key may simply stand too deep.
    let (own, _) = COMPANIONS.iter().find(|(_, keys)| keys.contains(&key.key))?;
    let own = KeyLine { key: own, value }.at(owner.column + 2);
    Some(finding.rewrite([holder.to_owned(), own, key.at(owner.column + 2)].join("\n")))
}

/// What to say where the last lines of a block of text are keys that belong beside the text;
/// `is_key` knows the keys and gives the word to write.
pub fn keys_in_text<'t>(
    node: &Node,
    source_text: &'t str,
    is_key: impl Fn(&str) -> Option<&'t str>,
) -> Option<Finding> {
    let block = matches!(&node.value, Value::Scalar(scalar) if scalar.style == ScalarStyle::Block);
    let range = node.span.range();
    let typed = source_text.get(range.clone()).filter(|typed| block && typed.contains(':'))?;
    let lines: Vec<&str> = typed.lines().skip(1).collect();
    let known = |line: &'t str| {
        let line = KeyLine::of(line).filter(|line| !line.value.is_empty())?;
        Some(KeyLine { key: is_key(line.key)?, value: line.value })
    };
    let first = lines.iter().rposition(|line| !line.trim().is_empty() && known(line).is_none())? + 1;
    let keys: Vec<KeyLine<'_>> = lines[first..].iter().filter_map(|line| known(line)).collect();
    let shown = lines[first..].iter().find(|line| !line.trim().is_empty())?.trim();
    let start = range.start + (shown.as_ptr() as usize - typed.as_ptr() as usize);
    let own = line_start(source_text, range.start);
    let holder = source_text[own..range.start].trim_end();
    let column = column_of(holder)?;
    let written = match holder.ends_with('-') {
        true => {
            let texts: Vec<&str> = lines[..first].iter().map(|line| line.trim()).collect();
            item(holder, column, &texts, &keys)
        }
        false => keys.iter().map(|key| key.at(column)).collect::<Vec<_>>().join("\n"),
    };
    let finding = Finding::new(&KEY_IN_TEXT).arg("key", keys.first()?.key);
    Some(finding.at(Span::new(node.span.source, start, start + shown.len())).rewrite(written))
}

/// An item with its text under a key of its own, and keys beside it. `holder` is its line up to
/// the dash, which stands at `column`.
fn item(holder: &str, column: usize, texts: &[&str], keys: &[KeyLine<'_>]) -> String {
    let Some(first) = keys.first() else { return String::new() };
    let left = " ".repeat(column + 4);
    let mut lines = vec![format!("{holder} {}: |", first.text_key())];
    let text =
        texts.iter().map(|words| if words.is_empty() { String::new() } else { format!("{left}{words}") });
    lines.extend(text);
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.extend(keys.iter().map(|key| key.at(column + 2)));
    lines.join("\n")
}

/// The column of the last dash or key of what stands before a value.
fn column_of(holder: &str) -> Option<usize> {
    let mut column = indent_at(holder, 0);
    while let Some(after) = holder[column..].strip_prefix("- ") {
        column = holder.len() - after.trim_start_matches(' ').len();
    }
    (holder[column..] == *"-" || holder.ends_with(':')).then_some(column)
}
