//! What stands between `{{` and `}}`: a name, or a helper with arguments.

use super::messages as say;
use crate::source::{Finding, Findings, SourceText, floor_boundary};
use std::ops::Range;

/// `{{head argument …}}` with the place of every word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// From `{{` to `}}` in the text, braces included.
    pub range: Range<usize>,
    /// The words; the first is the head. Never empty.
    pub words: Vec<Argument>,
}

/// A word of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument {
    /// The word, quotation marks taken off, no-break spaces folded.
    pub text: String,
    /// Its bytes in the text, quotation marks included.
    pub range: Range<usize>,
    /// Whether it stood in quotation marks.
    pub quoted: bool,
}

impl Argument {
    /// The word as it is written in a call.
    pub fn written(&self) -> String {
        match self.quoted {
            true => format!("\"{}\"", self.text),
            false => self.text.clone(),
        }
    }
}

impl Call {
    /// The name or helper that it begins with.
    pub fn head(&self) -> &Argument {
        &self.words[0]
    }

    /// The arguments after the head.
    pub fn arguments(&self) -> &[Argument] {
        &self.words[1..]
    }

    /// What is written between the braces, blanks folded.
    pub fn expression(&self) -> String {
        self.words.iter().map(Argument::written).collect::<Vec<_>>().join(" ")
    }
}

/// Parses the call whose `{{` stands at `open`; gives it and the byte after its `}}`.
pub(super) fn parse(source: &SourceText, open: usize, findings: &mut Findings) -> Option<(Call, usize)> {
    let text = source.as_str();
    let within = window(text, open);
    let Some(length) = end_of_call(&within[2..]) else {
        let end = open + within.find(['\n', '.']).unwrap_or(within.len());
        findings.push(Finding::new(&say::UNCLOSED_BRACES).at(source.span(open..end)));
        return None;
    };
    let inner = open + 2..open + 2 + length;
    let range = open..inner.end + 2;
    let words = words(text, inner.clone());
    let report = |message| Finding::new(message).at(source.span(range.clone()));
    match words.first() {
        None => {
            findings.push(report(&say::EMPTY_BRACES));
            None
        }
        Some(head) if head.text.starts_with(['#', '/', '^', '!', '>', '{', '&']) => {
            findings.push(report(&say::NOT_A_FIGURE).arg("text", head.text.clone()));
            None
        }
        Some(_) => Some((Call { range: range.clone(), words }, range.end)),
    }
}

/// What may be a call that begins at `open`: so many bytes that nobody writes a longer one, and so
/// few that a text of nothing but braces is read in time.
pub(super) fn window(text: &str, open: usize) -> &str {
    let rest = &text[open..];
    &rest[..floor_boundary(rest, LONGEST)]
}

/// The longest call, in bytes.
const LONGEST: usize = 2_000;

/// The length of what stands before `}}`; braces inside quotation marks do not count.
fn end_of_call(text: &str) -> Option<usize> {
    let mut closing: Option<char> = None;
    for (at, c) in text.char_indices() {
        match closing {
            Some(mark) if c == mark => closing = None,
            Some(_) => {}
            None if text[at..].starts_with("}}") => return Some(at),
            None if text[at..].starts_with("{{") => return None,
            None => closing = closing_mark(c),
        }
    }
    // A quotation mark that is never closed must not swallow the rest of the text.
    text.find("}}")
}

/// The mark that closes a quotation; Word puts curly and angle quotes where one types `"`.
fn closing_mark(open: char) -> Option<char> {
    match open {
        '"' => Some('"'),
        '\'' => Some('\''),
        '«' => Some('»'),
        '“' => Some('”'),
        '„' => Some('“'),
        '”' => Some('”'),
        _ => None,
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{feff}' | '\u{200b}')
}

fn words(text: &str, inner: Range<usize>) -> Vec<Argument> {
    let mut words = Vec::new();
    let mut at = inner.start;
    while at < inner.end {
        let rest = &text[at..inner.end];
        let Some(c) = rest.chars().next() else { break };
        if is_blank(c) {
            at += c.len_utf8();
            continue;
        }
        let (word, length) = match quoted(rest, c) {
            Some(found) => found,
            None => bare(rest),
        };
        let was_quoted = closing_mark(c).is_some() && length > c.len_utf8() && word.len() < length;
        words.push(Argument { text: word, range: at..at + length, quoted: was_quoted });
        at += length;
    }
    words
}

/// A quoted word and its length with the marks.
fn quoted(rest: &str, open: char) -> Option<(String, usize)> {
    let close = closing_mark(open)?;
    let body = &rest[open.len_utf8()..];
    // Word closes with another mark than the text shows: any closing mark will do.
    let end = body.find(close).or_else(|| body.find(['"', '”', '“', '»']))?;
    let mark = body[end..].chars().next()?.len_utf8();
    Some((fold_blanks(&body[..end]), open.len_utf8() + end + mark))
}

fn bare(rest: &str) -> (String, usize) {
    let end = rest.find(is_blank).unwrap_or(rest.len());
    (rest[..end].to_owned(), end)
}

/// No-break spaces that a word processor put in are ordinary spaces here.
fn fold_blanks(text: &str) -> String {
    text.chars().map(|c| if is_blank(c) { ' ' } else { c }).collect()
}
