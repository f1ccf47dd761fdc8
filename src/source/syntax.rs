//! What to say of a file that is not YAML, and how to read the rest of it all the same.

use super::accident::{self, Accident, File};
use super::messages::{
    BAD_CHARACTER, BLOCK_BLANK_LINE, BLOCK_INDENT, BLOCK_NOT_INDENTED, BRACKET, DIRECTIVE,
    EXPRESSION_IN_BRACKETS, FIGURE_IN_BRACKETS, INDENT_NO_BREAK, LIST_AMONG_KEYS, MISSING_COLON,
    MISSING_SPACE, ODD_KEY, SYNTAX, TAB_INDENT, TEXT_CUT_BY_COMMENT, UNKNOWN_ALIAS, UNKNOWN_TAG,
    UNUSED_ANCHOR, WRONG_INDENT,
};
use super::owner::{self, indent_at, is_header, line_end, line_start};
use super::tree::{Fault, Suspect, is_odd_space};
use super::{Finding, Message, Node, Place, ScalarStyle, Severity, SourceId, SourceText, Span, Value};
use super::{key_line, marker};
use granit_parser::ErrorKind;
use std::ops::Range;

/// How to get over a fault: the file keeps its length, so that all places stay.
pub(super) enum Repair {
    /// The range is text after all: this.
    Words(Range<usize>, SourceText),
    /// Without the range the file may be YAML.
    Blank(Range<usize>),
    /// The blank lines in the range must have no spaces, which become line breaks.
    BlankLines(Range<usize>),
    /// Every tab in an indentation becomes a space.
    Tabs,
    /// Nothing helps.
    None,
}

/// What to say of a fault, and how to get over it.
pub(super) fn diagnose(source: SourceId, written: &str, text: &str, fault: Fault) -> (Finding, Repair) {
    let file = File { source, written, text };
    match fault {
        Fault::Limit(finding) => (finding, Repair::None),
        Fault::Suspect { what, range } => suspect(file, what, range),
        Fault::Syntax { kind, at, bracket } => syntax(file, &kind, at, bracket),
    }
}

impl File<'_> {
    fn finding(self, message: &'static Message, range: Range<usize>) -> Finding {
        // A letter of several bytes is shown whole.
        let whole = (range.end..=self.text.len()).find(|&at| self.text.is_char_boundary(at));
        let end = whole.unwrap_or(range.end);
        Finding::new(message).at(Span::new(self.source, range.start, end))
    }

    /// From the first letter of the line at `at` to its end.
    fn line(self, at: usize) -> Range<usize> {
        let start = line_start(self.text, at);
        let start = start + indent_at(self.text, start);
        start..line_end(self.text, start)
    }
}

fn answered(accident: Accident) -> (Finding, Repair) {
    (accident.finding, Repair::Words(accident.range, accident.words))
}

fn suspect(file: File<'_>, what: Suspect, range: Range<usize>) -> (Finding, Repair) {
    if what == Suspect::Item
        && let Some((finding, lines)) = marker::at_error(file, range.start)
    {
        return (finding, Repair::Blank(lines));
    }
    if let Some(accident) = accident::at_beginning(file, range.start) {
        return answered(accident);
    }
    let written = file.text.get(range.clone()).unwrap_or_default();
    match what {
        Suspect::Key | Suspect::Item => odd_key(file, range),
        Suspect::Alias => {
            let words = SourceText::verbatim(written, Span::new(file.source, range.start, range.end));
            let finding = file.finding(&UNKNOWN_ALIAS, range.clone()).arg("alias", written);
            (finding, Repair::Words(range, words))
        }
        Suspect::Tag => (file.finding(&UNKNOWN_TAG, range.clone()).arg("tag", written), Repair::Blank(range)),
        Suspect::Anchor => {
            (file.finding(&UNUSED_ANCHOR, range.clone()).arg("anchor", written), Repair::Blank(range))
        }
    }
}

/// `{{figure}}` inside of brackets, or a key that is none.
fn odd_key(file: File<'_>, range: Range<usize>) -> (Finding, Repair) {
    if let Some(accident) = accident::around(file, range.start) {
        return answered(accident);
    }
    let rest = &file.text[range.start..];
    let figure = rest.starts_with("{{").then(|| rest.find("}}")).flatten();
    match figure {
        Some(length) => {
            let range = range.start..range.start + length + 2;
            let words = owner::typed(file.source, file.written, range.clone());
            let finding = file.finding(&FIGURE_IN_BRACKETS, range.clone()).arg("text", words.as_str());
            (finding, Repair::Words(range, words))
        }
        None => {
            let item = item(file.text, range.start);
            (file.finding(&ODD_KEY, range), Repair::Blank(item))
        }
    }
}

fn syntax(file: File<'_>, kind: &ErrorKind, at: usize, bracket: Option<usize>) -> (Finding, Repair) {
    if let Some(answer) = tab(file, kind, at) {
        return answer;
    }
    if let Some(answer) = no_break(file, at) {
        return answer;
    }
    if let Some((finding, lines)) = marker::at_error(file, at) {
        return (finding, Repair::Blank(lines));
    }
    if let Some(answer) = fallen_line(file, kind, at) {
        return answer;
    }
    if let Some(answer) = missing_space(file, kind, at) {
        return answer;
    }
    if let Some(answer) = misplaced_key(file, kind, at) {
        return answer;
    }
    if let Some(mut accident) = accident::at_error(file, kind, at) {
        if std::ptr::eq(accident.finding.message, &TEXT_CUT_BY_COMMENT) {
            accident.finding.severity = Severity::Error;
        }
        return answered(accident);
    }
    if let Some(answer) = bracket.and_then(|bracket| open_bracket(file, bracket, at)) {
        return answer;
    }
    (line_finding(file, kind, at), Repair::Blank(item(file.text, at)))
}

/// A tab that indents the line of the error or one of the two below it, where the parser notices
/// it only at the end of the line before.
fn tab(file: File<'_>, kind: &ErrorKind, at: usize) -> Option<(Finding, Repair)> {
    let tabs = matches!(
        kind,
        ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
            | ErrorKind::TabNotAllowed
            | ErrorKind::TabAtBlockScalarStart
    );
    let mut start = line_start(file.text, at);
    for _ in 0..3 {
        let indent = start..start + indent_at(file.text, start);
        let end = line_end(file.text, start);
        if tabs && file.text[indent.clone()].contains('\t') && indent.end < end {
            let line = file.text[indent.end..end].trim_end();
            let spaces = " ".repeat(untabbed(file.text, start));
            let finding = file.finding(&TAB_INDENT, indent).rewrite(format!("{spaces}{line}"));
            return Some((finding, Repair::Tabs));
        }
        start = end + file.text[end..].find('\n')? + 1;
    }
    None
}

/// How many spaces the tabs of a line at `start` are meant for: the level of the nearest line
/// above that has none, or one deeper where that line waits for its value.
fn untabbed(text: &str, start: usize) -> usize {
    let mut at = start;
    while at > 0 {
        at = line_start(text, at - 1);
        let line = text[at..line_end(text, at)].trim_end();
        let indent = indent_at(text, at);
        if line.trim().is_empty() || line.trim_start().starts_with('#') || line[..indent].contains('\t') {
            continue;
        }
        let level = entry_columns(text, at).last().copied().unwrap_or(indent);
        return if line.ends_with(':') { level + 2 } else { level };
    }
    0
}

/// Whether a finding about an indentation only follows from a tab, which is said already.
pub(super) fn follows_from_tab(finding: &Finding, written: &str) -> bool {
    let about_indent = [&WRONG_INDENT, &LIST_AMONG_KEYS, &MISSING_COLON]
        .iter()
        .any(|known| std::ptr::eq(*known, finding.message));
    let place = finding.labels.first().and_then(|label| match &label.place {
        Place::Text(span) => Some(line_start(written, span.range().start)),
        _ => None,
    });
    about_indent
        && place.is_some_and(|start| written[start..start + indent_at(written, start)].contains('\t'))
}

/// A line that no-break spaces indent, so that YAML takes it for a part of what is above.
fn no_break(file: File<'_>, at: usize) -> Option<(Finding, Repair)> {
    let own = line_start(file.text, at);
    let above = line_start(file.text, file.text[..own].trim_end().len());
    [own, above].into_iter().find_map(|start| {
        let from = start + indent_at(file.text, start);
        let line = file.text[from..line_end(file.text, start)].trim_end();
        let words = line.trim_start_matches(is_odd_space);
        let odd = from..from + line.len() - words.len();
        if odd.is_empty() || words.is_empty() {
            return None;
        }
        let indent = file.text[start..odd.end].chars().count();
        let finding = file.finding(&INDENT_NO_BREAK, odd).rewrite(format!("{}{words}", " ".repeat(indent)));
        Some((finding, Repair::Blank(item(file.text, start))))
    })
}

/// A line below a block of text that is indented less than the block.
fn fallen_line(file: File<'_>, kind: &ErrorKind, at: usize) -> Option<(Finding, Repair)> {
    let fell = matches!(
        kind,
        ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::UnknownAnchor
            | ErrorKind::UnexpectedCharacter { .. }
    );
    let line = file.line(at);
    let start = line_start(file.text, line.start);
    let indent = line.start - start;
    let (header, first) = block_above(file.text, start)?;
    if let Some((at, sign)) = file.text[line.clone()].char_indices().find(|(_, sign)| is_unseen(*sign)) {
        let sign = bad_character(file, line.start + at, sign);
        return Some((sign, Repair::Blank(start..line.end)));
    }
    if *kind == ErrorKind::InvalidBlockScalarIndent {
        return blank_line(file, header, start);
    }
    let column = owner::owner_at(file.text, header)?.column;
    if let Some((place, finding)) = (indent <= column).then(|| glued_colon(file, start, |_| true)).flatten() {
        return Some((finding, Repair::Blank(item(file.text, place))));
    }
    if !fell || (indent <= column && starts_entry(file.text, &line)) {
        return None;
    }
    let end = fallen_end(file.text, line.end, column.min(indent));
    if let Some(finding) = marker::item_below_text(file, header, &line) {
        return Some((finding, Repair::Blank(item(file.text, line.start))));
    }
    if first.is_some_and(|first| first > indent)
        && let Some(finding) = key_line::fallen_key(file, header, line.clone())
    {
        return Some((finding, Repair::Blank(start..line.end)));
    }
    let words = owner::typed(file.source, file.written, line.start..end);
    let content = " ".repeat(first.unwrap_or(column + 2));
    let lines: Vec<_> = words.as_str().lines().map(|words| format!("{content}{words}")).collect();
    let finding = match first {
        Some(_) => file.finding(&BLOCK_INDENT, line),
        None => file.finding(&BLOCK_NOT_INDENTED, line).arg("sign", block_sign(file.text, header)),
    };
    Some((finding.rewrite(lines.join("\n")), Repair::Blank(start..end)))
}

/// The sign that begins the block whose header stands on the line at `at`.
fn block_sign(text: &str, at: usize) -> &'static str {
    match text[at..line_end(text, at)].trim_end().rsplit([' ', ':']).next() {
        Some(header) if header.starts_with('>') => ">",
        _ => "|",
    }
}

/// The longest of the blank lines between the header of a block and its first line of text. The
/// text stays; without spaces in the lines above it, it is what it should be.
fn blank_line(file: File<'_>, header: usize, start: usize) -> Option<(Finding, Repair)> {
    let from = line_end(file.text, header);
    let blank = file.text.get(from..start)?;
    let longest = blank.lines().max_by_key(|line| line.len())?;
    let at = from + (longest.as_ptr() as usize - blank.as_ptr() as usize);
    Some((file.finding(&BLOCK_BLANK_LINE, at..at + longest.len()), Repair::BlankLines(from..start)))
}

/// Whether a line is an item or has a key.
fn starts_entry(text: &str, line: &Range<usize>) -> bool {
    let words = &text[line.clone()];
    words.starts_with("- ") || words.contains(": ") || words.ends_with(':')
}

/// The header of the block above the line at `start`, and the indentation of the block's first line.
fn block_above(text: &str, start: usize) -> Option<(usize, Option<usize>)> {
    let mut at = start;
    let (mut first, mut least) = (None, usize::MAX);
    for _ in 0..1000 {
        at = line_start(text, at.checked_sub(1)?);
        let line = text[at..line_end(text, at)].trim();
        if line.is_empty() {
            continue;
        }
        let indent = indent_at(text, at);
        if is_header(line.rsplit([' ', ':']).next().unwrap_or_default()) {
            return (indent < least).then_some((at, first));
        }
        least = least.min(indent);
        first = Some(indent);
    }
    None
}

/// Where the lines end that fell out together: before the next key or item.
fn fallen_end(text: &str, mut end: usize, column: usize) -> usize {
    loop {
        let Some(next) = text[end..].find('\n').map(|length| end + length + 1) else { return end };
        let start = next + indent_at(text, next);
        let line = start..line_end(text, start);
        let fell = !line.is_empty() && start - next >= column && !starts_entry(text, &line);
        if !fell {
            return end;
        }
        end = line.end;
    }
}

/// A key that stands deeper than the one above it, whose value is complete; or between levels.
fn misplaced_key(file: File<'_>, kind: &ErrorKind, at: usize) -> Option<(Finding, Repair)> {
    let line = file.line(at);
    let words = &file.text[line.clone()];
    let key = words.split(':').next().unwrap_or_default();
    let is_key = words.len() > key.len() && owner::looks_like_key(key.trim_end());
    let is_item = words.starts_with("- ") || words == "-";
    let start = line_start(file.text, line.start);
    let indent = line.start - start;
    let at_colon = *kind == ErrorKind::MappingValueNotAllowed && at == line.start + key.len();
    if let Some((finding, keys)) = at_colon.then(|| key_line::beside_text(file, &line)).flatten() {
        return Some((finding, Repair::Blank(keys)));
    }
    let above = level_above(file.text, start)?;
    let deeper = at_colon && is_key && indent > above;
    let between = matches!(kind, ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry)
        && (is_key || is_item)
        && at <= line.start + 2;
    if !deeper && !between {
        return None;
    }
    let repair = Repair::Blank(item(file.text, line.start));
    if between && levels_above(file.text, start).contains(&indent) {
        if let Some((finding, keys)) = is_key.then(|| key_line::beside_text(file, &line)).flatten() {
            return Some((finding, Repair::Blank(keys)));
        }
        return Some((file.finding(&LIST_AMONG_KEYS, line), repair));
    }
    if let Some(finding) = deeper.then(|| key_line::below_value(file, &line)).flatten() {
        return Some((finding, repair));
    }
    let mut finding = file.finding(&WRONG_INDENT, line);
    if !is_item || deeper {
        finding = finding.rewrite(format!("{}{words}", " ".repeat(above)));
    }
    Some((finding, repair))
}

/// The column at which the entries of the line above begin.
fn level_above(text: &str, start: usize) -> Option<usize> {
    levels_above(text, start).into_iter().next()
}

/// The columns of the keys and items to which a line below could belong, the nearest first.
fn levels_above(text: &str, start: usize) -> Vec<usize> {
    let mut levels: Vec<usize> = Vec::new();
    let mut at = start;
    for _ in 0..1000 {
        if at == 0 || levels.last() == Some(&0) {
            break;
        }
        at = line_start(text, at - 1);
        let line = text[at..line_end(text, at)].trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let mut columns = entry_columns(text, at);
        columns.retain(|&column| levels.last().is_none_or(|&last| column < last));
        levels.extend(columns.into_iter().rev());
    }
    levels
}

/// The columns of the dashes and of the key of one line.
fn entry_columns(text: &str, start: usize) -> Vec<usize> {
    let line = &text[start..line_end(text, start)];
    let mut column = indent_at(text, start);
    let mut columns = Vec::new();
    while line[column..].starts_with("- ") {
        columns.push(column);
        column += 1;
        column += line[column..].len() - line[column..].trim_start_matches(' ').len();
    }
    if columns.is_empty() || line[column..].contains(": ") || line.ends_with(':') {
        columns.push(column);
    }
    columns
}

fn open_bracket(file: File<'_>, bracket: usize, at: usize) -> Option<(Finding, Repair)> {
    let sign = file.text.get(bracket..bracket + 1)?;
    if let Some(range) = expression(file.text, bracket).filter(|_| sign == "{") {
        let words =
            SourceText::verbatim(&file.text[range.clone()], Span::new(file.source, range.start, range.end));
        let quoted = format!("'{}'", words.as_str().replace('\'', "''"));
        let finding = file.finding(&EXPRESSION_IN_BRACKETS, range.clone()).rewrite(quoted);
        return Some((finding, Repair::Words(range, words)));
    }
    let mut finding = file.finding(&BRACKET, bracket..bracket + 1).arg("sign", sign);
    if at > bracket && at < file.text.len() {
        let end = at + file.text[at..].chars().next().map_or(0, char::len_utf8);
        finding =
            finding.label(Span::new(file.source, at, end), ("здесь YAML сбился", "YAML lost the way here"));
    }
    Some((finding, Repair::Blank(item(file.text, bracket))))
}

/// The first value between braces that names cells, `бюджет["Всего"; "2017"] / 2`, on the line
/// of the opening brace.
fn expression(text: &str, brace: usize) -> Option<Range<usize>> {
    let line = &text[brace + 1..line_end(text, brace)];
    let (mut start, mut depth, mut quoted) = (0, 0_usize, false);
    for (at, sign) in line.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '[' if !quoted => depth += 1,
            ']' if !quoted => depth = depth.saturating_sub(1),
            ',' | '}' if !quoted && depth == 0 => {
                let part = &line[start..at];
                let value = part.split_once(": ").map(|(_, value)| value.trim())?;
                let cells = value.starts_with(char::is_alphabetic) && value.contains('[');
                if cells {
                    let from = brace + 1 + (value.as_ptr() as usize - line.as_ptr() as usize);
                    return Some(from..from + value.len());
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    None
}

/// `key:value` or `-item`, on the line of the error or, where YAML read it as a text that goes on
/// and noticed only below, on the line above.
fn missing_space(file: File<'_>, kind: &ErrorKind, at: usize) -> Option<(Finding, Repair)> {
    let own = line_start(file.text, at);
    let here = matches!(kind, ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey);
    let below = here
        || matches!(
            kind,
            ErrorKind::MappingValueNotAllowed
                | ErrorKind::InvalidSimpleKey
                | ErrorKind::ExpectedDocumentStart
        );
    let above = line_start(file.text, file.text[..own].trim_end().len());
    let (place, finding) = here
        .then(|| glued_colon(file, own, |_| true).or_else(|| glued_dash(file, own)))
        .flatten()
        .or_else(|| (below && above < own).then(|| glued_colon(file, above, |_| true)).flatten())?;
    Some((finding, Repair::Blank(item(file.text, place))))
}

/// The colon without a space after it on the line that begins at `start`, where a key stands before
/// it; `is_key` judges that. A web address and the time of a day are none.
fn glued_colon(file: File<'_>, start: usize, is_key: impl Fn(&str) -> bool) -> Option<(usize, Finding)> {
    let line = file.text[start..line_end(file.text, start)].trim_end();
    let words = line.trim_start_matches([' ', '-']);
    let column = line.len() - words.len();
    let before = &line[..column];
    let (key, value) = words.split_once(':')?;
    let is_time = key.chars().all(|sign| sign.is_ascii_digit());
    if value.is_empty()
        || value.starts_with([' ', '/', ':'])
        || is_time
        || !owner::looks_like_key(key)
        || !is_key(key)
    {
        return None;
    }
    let place = start + column + key.len();
    let finding = file.finding(&MISSING_SPACE, place..place + 1).arg("sign", ":");
    Some((place, finding.rewrite(format!("{before}{key}: {value}"))))
}

/// `-item` on the line that begins at `start`.
fn glued_dash(file: File<'_>, start: usize) -> Option<(usize, Finding)> {
    let line = file.text[start..line_end(file.text, start)].trim_end();
    let (before, words) = line.split_at_checked(indent_at(file.text, start))?;
    let item = words.strip_prefix('-').filter(|item| !item.is_empty() && !item.starts_with(' '))?;
    let place = start + before.len();
    let finding = file.finding(&MISSING_SPACE, place..place + 1).arg("sign", "-");
    Some((place, finding.rewrite(format!("{before}- {item}"))))
}

/// What to say where keys were expected and YAML read a single text because the space after a key's
/// colon is missing: `вид:РЕЗОЛЮЦИЯ`. `is_key` knows the keys.
pub fn glued_key(node: &Node, source_text: &str, is_key: impl Fn(&str) -> bool) -> Option<Finding> {
    let plain = matches!(&node.value, Value::Scalar(scalar) if scalar.style == ScalarStyle::Plain);
    let file = File { source: node.span.source, written: source_text, text: source_text };
    let start = line_start(source_text, node.span.range().start);
    plain.then(|| glued_colon(file, start, is_key)).flatten().map(|(_, finding)| finding)
}

/// What to say of a line when nothing better is known.
fn line_finding(file: File<'_>, kind: &ErrorKind, at: usize) -> Finding {
    let line = file.line(at);
    let end = line.start + file.text[line.clone()].trim_end().len();
    match kind {
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey
            if !file.text[line.start..end].contains(':') =>
        {
            file.finding(&MISSING_COLON, line.start..end)
        }
        ErrorKind::UnexpectedCharacter { character } => bad_character(file, at, *character),
        ErrorKind::DirectiveDisallowed => file.finding(&DIRECTIVE, line.start..end),
        _ => file.finding(&SYNTAX, line.start..end),
    }
}

/// A character that YAML does not take.
fn bad_character(file: File<'_>, at: usize, character: char) -> Finding {
    let after = (at + character.len_utf8()).min(file.text.len());
    let name = match character.is_control() {
        true => format!("U+{:04X}", u32::from(character)),
        false => format!("`{character}`"),
    };
    file.finding(&BAD_CHARACTER, at.min(after)..after).arg("sign", name)
}

/// What no text has, and YAML does not take in one: control characters, but for tabs.
fn is_unseen(character: char) -> bool {
    character.is_control() && character != '\t' && character != '\r'
}

/// The line of `at` with all that stands deeper below it; where it is blank already, the last
/// one above that is not.
fn item(text: &str, at: usize) -> Range<usize> {
    let mut start = line_start(text, at.min(text.len()));
    while text[start..line_end(text, start)].trim().is_empty() && start > 0 {
        start = line_start(text, text[..start].trim_end().len());
        if text[start..line_end(text, start)].trim().is_empty() {
            break;
        }
    }
    let indent = indent_at(text, start);
    let mut end = line_end(text, start);
    while let Some(next) = text[end..].find('\n').map(|length| end + length + 1) {
        let line = text[next..line_end(text, next)].trim();
        if !line.is_empty() && indent_at(text, next) <= indent {
            break;
        }
        end = line_end(text, next);
    }
    start..end
}
