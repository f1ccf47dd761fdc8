//! The classic accidents of somebody who knows Word: text that YAML reads as something else.
//! Each is answered with her own lines, rewritten as a block in which nothing needs thought.

use super::messages::{
    KEY_REPEATED, MERE_SIGN, QUOTE_NOT_CLOSED, TEXT_BESIDE_BAR, TEXT_CUT_BY_COMMENT, TEXT_STARTS_WITH_DASH,
    TEXT_STARTS_WITH_EMPHASIS, TEXT_STARTS_WITH_FIGURE, TEXT_STARTS_WITH_SIGN, TEXT_WITH_BACKSLASH,
    TEXT_WITH_COLON, TEXT_WITH_QUOTES,
};
use super::owner::{self, Owner};
use super::{Finding, Message, Node, ScalarStyle, SourceId, SourceText, Span, Value};
use granit_parser::ErrorKind;
use std::ops::Range;

/// Text that YAML took for something else.
pub(super) struct Accident {
    pub finding: Finding,
    /// What she typed, quotation marks that belong to YAML included.
    pub range: Range<usize>,
    /// What she meant.
    pub words: SourceText,
}

/// What kind of accident a text is.
struct Kind {
    message: &'static Message,
    /// Where to point.
    label: Range<usize>,
    /// The part of the value that is meant.
    words: Range<usize>,
}

/// A file as she wrote it, and as the parser sees it after the repairs so far; both as long.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub source: SourceId,
    pub written: &'a str,
    pub text: &'a str,
}

/// The accident behind a syntax error at the byte `at`, if it is one.
pub(super) fn at_error(file: File<'_>, kind: &ErrorKind, at: usize) -> Option<Accident> {
    let text = file.text;
    let owner = owner::owner_at(text, at)?;
    let kind = by_error(text, &owner, kind, at).or_else(|| by_beginning(text, owner.value.clone()))?;
    Some(accident(file, &owner, kind))
}

/// The accident of a text that begins at the byte `at` and parsed as something else.
pub(super) fn at_beginning(file: File<'_>, at: usize) -> Option<Accident> {
    let text = file.text;
    let owner = owner::owner_at(text, at).filter(|owner| owner.value.start == at)?;
    let kind = by_beginning(text, owner.value.clone())
        .or_else(|| sign(text, owner.value.clone()))
        .or_else(|| colon(text, owner.value.clone(), None))?;
    Some(accident(file, &owner, kind))
}

/// The text whose words with a colon stand on the line before the byte `at`, where YAML saw a
/// key and its value: `Бюджет исполнен: {{исполнение}} тыс. рублей`.
pub(super) fn around(file: File<'_>, at: usize) -> Option<Accident> {
    let owner = owner::owner_at(file.text, at).filter(|owner| owner.value.start < at)?;
    let before = file.text.get(owner.value.start..at)?;
    if before.starts_with(['[', '{', '"', '\'']) || before.contains('\n') {
        return None;
    }
    let kind = colon(file.text, owner.value.clone(), None).filter(|kind| kind.label.start < at)?;
    Some(accident(file, &owner, kind))
}

fn accident(file: File<'_>, owner: &Owner, kind: Kind) -> Accident {
    let File { source, written: text, .. } = file;
    let words = owner::typed(source, text, kind.words);
    let finding = Finding::new(kind.message)
        .arg("sign", text[kind.label.clone()].to_owned())
        .at(Span::new(source, kind.label.start, kind.label.end))
        .rewrite(match is_mere_sign(words.as_str()) {
            true => format!("{} \"{}\"", text[owner.prefix.clone()].trim_end(), words.as_str()),
            false => owner.as_block(text, &words),
        });
    Accident { finding, range: owner.value.clone(), words }
}

/// A unit or a mark, `%`: a block of its own would be much for it.
fn is_mere_sign(words: &str) -> bool {
    words.chars().count() <= 3
        && !words.contains(|sign: char| sign.is_alphanumeric() || "\"\\\n".contains(sign))
}

/// What the parser's own words tell.
fn by_error(text: &str, owner: &Owner, kind: &ErrorKind, at: usize) -> Option<Kind> {
    let value = owner.value.clone();
    let quoted = text[value.clone()].starts_with(['"', '\'']);
    match kind {
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar
            if quoted =>
        {
            Some(Kind {
                message: &TEXT_WITH_QUOTES,
                label: value.start..at.clamp(value.start, value.end),
                words: value,
            })
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar if quoted => {
            Some(Kind { message: &QUOTE_NOT_CLOSED, label: value.start..value.start + 1, words: value })
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::UnpairedLowSurrogate
            if quoted =>
        {
            backslash(text, value)
        }
        ErrorKind::CommentInterceptedScalar => cut(text, value),
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => dash(text, value),
        ErrorKind::UnexpectedCharacter { .. }
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UndeclaredTagHandle
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::ExpectedNodeContent
            if at == value.start =>
        {
            by_beginning(text, value.clone()).or_else(|| sign(text, value))
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry
            if text[value.clone()].starts_with(['[', '{']) && at > value.start && at < value.end =>
        {
            by_beginning(text, value.clone()).or_else(|| sign(text, value))
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidSimpleKey | ErrorKind::SimpleKeyExpected => {
            by_beginning(text, value.clone())
                .or_else(|| repeated_key(text, owner))
                .or_else(|| colon(text, value, Some(at)))
        }
        _ => None,
    }
}

/// What the first characters tell whatever the error was.
fn by_beginning(text: &str, value: Range<usize>) -> Option<Kind> {
    let words = &text[value.clone()];
    let message = match words {
        _ if words.starts_with("{{") => &TEXT_STARTS_WITH_FIGURE,
        _ if words.starts_with('*') => &TEXT_STARTS_WITH_EMPHASIS,
        _ => return None,
    };
    let first_line = words.lines().next().unwrap_or_default();
    let mark = if words.starts_with("{{") { "}}" } else { "**" };
    let length = first_line.get(2..).and_then(|rest| rest.find(mark)).map_or(1, |length| length + 4);
    Some(Kind { message, label: value.start..value.start + length, words: value })
}

fn dash(text: &str, value: Range<usize>) -> Option<Kind> {
    text[value.clone()].starts_with("- ").then(|| Kind {
        message: &TEXT_STARTS_WITH_DASH,
        label: value.start..value.start + 1,
        words: value,
    })
}

/// A sign at the beginning that YAML keeps for itself. Behind the bar of a block the text begins
/// on the next line.
fn sign(text: &str, value: Range<usize>) -> Option<Kind> {
    if let Some(words) = text[value.clone()].strip_prefix('|').filter(|words| !words.trim().is_empty()) {
        let start = value.end - words.trim_start().len();
        return Some(Kind {
            message: &TEXT_BESIDE_BAR,
            label: value.start..value.start + 1,
            words: start..value.end,
        });
    }
    text[value.clone()].starts_with(|first| "%@`!&?>[]{},".contains(first)).then(|| Kind {
        message: if is_mere_sign(&text[value.clone()]) { &MERE_SIGN } else { &TEXT_STARTS_WITH_SIGN },
        label: value.start..value.start + 1,
        words: value,
    })
}

/// The key typed again before its value, as a document prints it: `срок: Срок: до 1 мая`.
fn repeated_key(text: &str, owner: &Owner) -> Option<Kind> {
    let value = owner.value.clone();
    let (label, rest) = text[value.clone()].split_once(':')?;
    let key = text[owner.prefix.clone()].trim_end().strip_suffix(':')?;
    let key = key.rsplit(' ').next().unwrap_or_default();
    let start = value.end - rest.trim_start().len();
    // Any other key is a name that a user chose, and its value may begin with the same word.
    let printed = matches!(key, "срок" | "ответственный");
    (printed && label.to_lowercase() == key && start < value.end).then(|| Kind {
        message: &KEY_REPEATED,
        label: value.start..value.start + label.len() + 1,
        words: start..value.end,
    })
}

/// A colon with a space or nothing after it; the parser's place where that is one.
fn colon(text: &str, value: Range<usize>, at: Option<usize>) -> Option<Kind> {
    let words = &text[value.clone()];
    let found = words
        .match_indices(':')
        .map(|(colon, _)| value.start + colon)
        .find(|colon| text[colon + 1..value.end].chars().next().is_none_or(char::is_whitespace))?;
    let told = at.filter(|&at| value.contains(&at) && text[at..].starts_with(':'));
    let colon = told.unwrap_or(found);
    Some(Kind { message: &TEXT_WITH_COLON, label: colon..colon + 1, words: value })
}

/// A comment after which the text goes on.
fn cut(text: &str, value: Range<usize>) -> Option<Kind> {
    let hash = text[value.clone()].find(" #").map(|found| value.start + found + 1)?;
    Some(Kind { message: &TEXT_CUT_BY_COMMENT, label: hash..owner::line_end(text, hash), words: value })
}

/// A backslash in quotation marks; these do not belong to the text.
fn backslash(text: &str, value: Range<usize>) -> Option<Kind> {
    let inner = match text[value.clone()].len() >= 2 && text[value.clone()].ends_with('"') {
        true => value.start + 1..value.end - 1,
        false => value.clone(),
    };
    let at = text[inner.clone()].find('\\').map(|found| inner.start + found)?;
    Some(Kind { message: &TEXT_WITH_BACKSLASH, label: at..at + 1, words: inner })
}

/// What to say where text was expected and YAML read a map, a list or nothing: her lines,
/// rewritten as a block. `None` where it is no accident that is known.
pub fn as_text_accident(node: &Node, source_text: &str) -> Option<Finding> {
    let range = node.span.range();
    match &node.value {
        Value::Null => cut_by_comment(node, source_text),
        Value::Scalar(_) => None,
        Value::List(_) | Value::Map(_) => {
            let flow = source_text.get(range.clone())?.starts_with(['[', '{']);
            let (owner, range) = holder(source_text, with_comment(source_text, range))?;
            let kind = match flow {
                true => by_beginning(source_text, range.clone()).or_else(|| sign(source_text, range))?,
                false => dash(source_text, range.clone()).or_else(|| colon(source_text, range, None))?,
            };
            let mut finding = accident(file(node, source_text), &owner, kind).finding;
            finding.rewrite = finding.rewrite.map(|rewritten| without_bars(&rewritten));
            Some(finding)
        }
    }
}

/// A value with what stands behind ` #` on its last line: nothing that she typed is lost.
fn with_comment(text: &str, value: Range<usize>) -> Range<usize> {
    let said = value.start + text[value.clone()].trim_end().len();
    let end = owner::line_end(text, said);
    if text[said..end].trim_start().starts_with('#') { value.start..end } else { value }
}

/// A block in which the blocks of a list are paragraphs.
fn without_bars(rewritten: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in rewritten.lines() {
        let bar = matches!(line.trim(), "- |" | "- >") && !lines.is_empty();
        match bar {
            true if lines.len() > 1 => lines.push(""),
            true => {}
            false => lines.push(line),
        }
    }
    lines.join("\n")
}

/// What to say where a comment cuts a plain text, or stands in its place: her line with the
/// comment in it, rewritten as a block. `None` where no comment follows.
pub fn cut_by_comment(node: &Node, source_text: &str) -> Option<Finding> {
    let comment = node.comment?;
    let start = match &node.value {
        Value::Null => comment.start,
        Value::Scalar(scalar) if scalar.style == ScalarStyle::Plain => node.span.start,
        _ => return None,
    };
    let (owner, words) = holder(source_text, start as usize..comment.end as usize)?;
    let kind = Kind { message: &TEXT_CUT_BY_COMMENT, label: comment.range(), words };
    Some(accident(file(node, source_text), &owner, kind).finding)
}

/// The text of a value rewritten as a block, with `message` at some bytes of the file.
pub(super) fn as_block(
    node: &Node,
    source_text: &str,
    message: &'static Message,
    label: Range<usize>,
) -> Option<Finding> {
    let (owner, words) = holder(source_text, node.span.range())?;
    Some(accident(file(node, source_text), &owner, Kind { message, label, words }).finding)
}

fn file<'a>(node: &Node, text: &'a str) -> File<'a> {
    File { source: node.span.source, written: text, text }
}

/// The dash or the key before a value that the parser read.
fn holder(text: &str, value: Range<usize>) -> Option<(Owner, Range<usize>)> {
    let own = owner::line_start(text, value.start);
    let inline = !text.get(own..value.start)?.trim().is_empty();
    let start = if inline { own } else { owner::line_start(text, text[..own].trim_end().len()) };
    let prefix = text[start..value.start].trim_end();
    let prefix_range = start..start + prefix.len();
    let column = prefix_column(prefix)?;
    Some((Owner { prefix: prefix_range, column, value: value.clone() }, value))
}

/// The column of the last dash or key of what stands before a value: `  - key:` has it at 4.
fn prefix_column(prefix: &str) -> Option<usize> {
    let mut column = prefix.len() - prefix.trim_start_matches(' ').len();
    let mut rest = &prefix[column..];
    while let Some(after) = rest.strip_prefix("- ") {
        let inner = after.trim_start_matches(' ');
        column += rest.len() - inner.len();
        rest = inner;
    }
    let plain = !rest.starts_with(['{', '[']) && !rest.contains('\n');
    (plain && (rest == "-" || rest.ends_with(':'))).then_some(column)
}
