//! Which bytes of the file stand for which character of a YAML scalar.
//!
//! The parser gives the value, but only the place of the whole; the way from one to the other is
//! walked here a second time, and must arrive at the parser's value. Should it ever not, the
//! value is kept and each of its characters has the whole scalar for a place.

use super::{SourceId, SourceText, SourceTextBuilder, Span};
use granit_parser::ScalarStyle;
use std::ops::Range;

/// The scalar `value` that stands at `range` of `text`: quotation marks included; a block from
/// the line after its header on.
pub(super) fn located(
    source: SourceId,
    text: &str,
    range: Range<usize>,
    style: ScalarStyle,
    value: &str,
) -> SourceText {
    let span = Span::new(source, range.start, range.end);
    let raw = text.get(range.clone()).unwrap_or_default();
    if style == ScalarStyle::Plain && raw == value {
        return SourceText::verbatim(value, span);
    }
    let walk = Walk { raw, base: range.start, out: SourceTextBuilder::new(source) };
    let walked = match style {
        ScalarStyle::Literal | ScalarStyle::Folded => walk.block(value),
        _ => walk.flow(style),
    };
    match walked {
        Some(out) if out.as_str() == value => out.finish_at(span),
        _ => SourceText::verbatim(value, span),
    }
}

/// The raw text of a scalar, and what has been decoded of it.
struct Walk<'a> {
    raw: &'a str,
    /// Where `raw` begins in the file.
    base: usize,
    out: SourceTextBuilder,
}

/// One line of the raw text: where it begins, where its break begins, and where that ends.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    next: usize,
}

impl Walk<'_> {
    fn push(&mut self, text: &str, raw: Range<usize>) {
        self.out.push(text, self.base + raw.start..self.base + raw.end);
    }

    fn verbatim(&mut self, raw: Range<usize>) {
        let text = self.raw;
        self.push(&text[raw.clone()], raw);
    }

    /// Plain and quoted scalars: line breaks fold, white space around them falls away (YAML
    /// 1.2.2, 6.5 and 7.3).
    fn flow(mut self, style: ScalarStyle) -> Option<SourceTextBuilder> {
        let quote = if style == ScalarStyle::Plain { 0 } else { 1 };
        let end = self.raw.len().checked_sub(quote)?;
        let mut at = quote;
        while at < end {
            let line_end = at + line_length(&self.raw[at..end]);
            if line_end == end {
                self.flow_line(at..end, style)?;
                break;
            }
            let escaped = style == ScalarStyle::DoubleQuoted && ends_in_escape(&self.raw[at..line_end]);
            let content = match escaped {
                true => at..line_end - 1,
                false => at..at + kept_length(&self.raw[at..line_end], style),
            };
            self.flow_line(content.clone(), style)?;
            at = self.fold(content.end, line_end, end, escaped);
        }
        Some(self.out)
    }

    /// Folds the line breaks from `line_end` on; gives where the next content begins.
    fn fold(&mut self, content_end: usize, line_end: usize, end: usize, escaped: bool) -> usize {
        let mut at = line_end;
        let mut breaks = Vec::new();
        while at < end {
            let next = at + break_length(&self.raw[at..end]);
            if next == at {
                break;
            }
            breaks.push(at..next);
            at = next + leading_blank(&self.raw[next..end]);
        }
        let single = breaks.len() == 1 && !escaped;
        if single {
            self.push(" ", content_end..at);
        }
        for line_break in breaks.into_iter().skip(1) {
            self.push("\n", line_break);
        }
        at
    }

    /// The content of one line.
    fn flow_line(&mut self, range: Range<usize>, style: ScalarStyle) -> Option<()> {
        let special = match style {
            ScalarStyle::SingleQuoted => '\'',
            ScalarStyle::DoubleQuoted => '\\',
            _ => {
                self.verbatim(range);
                return Some(());
            }
        };
        let mut at = range.start;
        while let Some(found) = self.raw[at..range.end].find(special) {
            self.verbatim(at..at + found);
            at += found;
            at += match special {
                '\'' => {
                    self.push("'", at..at + 2);
                    2
                }
                _ => self.escape(at)?,
            };
        }
        self.verbatim(at..range.end);
        Some(())
    }

    /// The escape that begins at `at`; gives its length (YAML 1.2.2, 5.7).
    fn escape(&mut self, at: usize) -> Option<usize> {
        let letter = self.raw[at + 1..].chars().next()?;
        let digits = match letter {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => {
                let length = 1 + letter.len_utf8();
                let char = simple_escape(letter)?;
                self.push(char.encode_utf8(&mut [0; 4]), at..at + length);
                return Some(length);
            }
        };
        let code = self.hex(at + 2, digits)?;
        let (char, length) = match (char::from_u32(code), code) {
            (Some(char), _) => (char, 2 + digits),
            (None, 0xD800..=0xDBFF) => (self.surrogate_pair(at, code)?, 12),
            _ => return None,
        };
        self.push(char.encode_utf8(&mut [0; 4]), at..at + length);
        Some(length)
    }

    fn hex(&self, at: usize, digits: usize) -> Option<u32> {
        u32::from_str_radix(self.raw.get(at..at + digits)?, 16).ok()
    }

    /// `\uD83C\uDFB5`: one character beyond the basic plane, as JSON writes it.
    fn surrogate_pair(&self, at: usize, high: u32) -> Option<char> {
        let low = self.hex(at + 8, 4).filter(|low| (0xDC00..=0xDFFF).contains(low))?;
        char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    }

    /// Literal and folded blocks. Which breaks became spaces and which were chomped is read off
    /// `value`, whose lines stand in the raw text after the indentation (YAML 1.2.2, 8.1).
    fn block(mut self, value: &str) -> Option<SourceTextBuilder> {
        let indent = block_indent(self.raw, value)?;
        let mut rest = value;
        let mut breaks: Vec<Range<usize>> = Vec::new();
        for line in lines(self.raw) {
            if rest.is_empty() {
                break;
            }
            let start = line.start + leading_spaces(&self.raw[line.start..line.end], indent);
            if start < line.end {
                rest = self.breaks(rest, &breaks, start)?;
                breaks.clear();
                rest = rest.strip_prefix(&self.raw[start..line.end])?;
                self.verbatim(start..line.end);
            }
            breaks.push(line.end..line.next);
        }
        self.breaks(rest, &breaks, self.raw.len())?.is_empty().then_some(self.out)
    }

    /// What stands in the value for the line breaks before the content at `content`: as many
    /// breaks, or one less, or a single space.
    fn breaks<'v>(&mut self, rest: &'v str, breaks: &[Range<usize>], content: usize) -> Option<&'v str> {
        let kept = rest.bytes().take(breaks.len()).take_while(|&byte| byte == b'\n').count();
        let folded = content < self.raw.len() && kept + 1 == breaks.len();
        let skipped = if folded { 1 } else { 0 };
        for line_break in breaks.iter().skip(skipped).take(kept) {
            self.push("\n", line_break.clone());
        }
        match breaks.first() {
            Some(first) if kept == 0 && content < self.raw.len() => {
                self.push(" ", first.start..content);
                rest.strip_prefix(' ')
            }
            _ => rest.get(kept..),
        }
    }
}

/// What YAML calls white space inside a line.
const BLANK: [char; 2] = [' ', '\t'];

/// What follows the backslash, and the character it means.
fn simple_escape(letter: char) -> Option<char> {
    Some(match letter {
        '0' => '\0',
        'a' => '\x07',
        'b' => '\x08',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\x0b',
        'f' => '\x0c',
        'r' => '\r',
        'e' => '\x1b',
        ' ' | '"' | '/' | '\\' => letter,
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        _ => return None,
    })
}

/// Whether the line ends in a backslash that is not itself escaped, which joins it to the next.
fn ends_in_escape(line: &str) -> bool {
    line.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1
}

/// Length of a line without the white space that falls away before its break; in double quotation
/// marks a blank after a backslash stays.
fn kept_length(line: &str, style: ScalarStyle) -> usize {
    let kept = line.trim_end_matches(BLANK);
    let escaped = style == ScalarStyle::DoubleQuoted && ends_in_escape(kept);
    if escaped { (kept.len() + 1).min(line.len()) } else { kept.len() }
}

/// How far the indentation of a block reaches, read off its first line that is not blank.
fn block_indent(raw: &str, value: &str) -> Option<usize> {
    let content = |text: &str| text.find(|char| !matches!(char, ' ' | '\n' | '\r'));
    let spaces = |text: &str, at: usize| text[..at].len() - text[..at].trim_end_matches(' ').len();
    match (content(raw), content(value)) {
        (Some(in_raw), Some(in_value)) => spaces(raw, in_raw).checked_sub(spaces(value, in_value)),
        // Only line breaks were kept: no line reaches beyond the indentation.
        _ => (!value.contains(' ')).then_some(usize::MAX),
    }
}

/// Number of leading spaces, `most` at most.
fn leading_spaces(line: &str, most: usize) -> usize {
    line.bytes().take(most).take_while(|&byte| byte == b' ').count()
}

fn leading_blank(text: &str) -> usize {
    text.len() - text.trim_start_matches(BLANK).len()
}

/// Number of bytes before the line break.
fn line_length(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}

/// Number of bytes of the line break at the beginning: two, one, or none.
fn break_length(text: &str) -> usize {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    }
}

/// The lines of `text`, each with what ends it.
fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = start + line_length(&text[start..]);
        let next = end + break_length(&text[end..]);
        let line = Line { start, end, next };
        start = next;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use crate::source::{Findings, SourceId, SourceText, Value, parse};
    use proptest::prelude::*;

    const FILE: SourceId = SourceId(0);

    /// The text of the key `k`, as the program reads it.
    fn read(yaml: &str) -> Option<SourceText> {
        let mut findings = Findings::default();
        let node = parse(FILE, yaml, &mut findings)?;
        let Value::Map(entries) = node.value else { return None };
        match entries.into_iter().find(|entry| entry.key.as_str() == "k")?.value.value {
            Value::Scalar(scalar) if findings.list.is_empty() => Some(scalar.text),
            _ => None,
        }
    }

    /// The same scalar as the parser alone has it.
    fn value(yaml: &str) -> Option<String> {
        let options = granit_parser::options! { block_scalar_eof_without_line_feed: true };
        let events = granit_parser::Parser::new_from_str_with_options(yaml, options);
        let events: Vec<_> = events.collect::<Result<_, _>>().ok()?;
        let scalars: Vec<_> = events.iter().filter_map(|(event, _)| event.scalar()).collect();
        let key = scalars.iter().position(|(text, _)| *text == "k")?;
        scalars.get(key + 1).map(|(text, _)| (*text).to_owned())
    }

    /// Whether the bytes of the file that stand for a character mean just that character.
    fn means(raw: &str, char: char) -> bool {
        let blank = !raw.is_empty() && raw.chars().all(|char| " \t\r\n".contains(char));
        let escape = || value(&format!("k: \"{raw}\"\n")) == Some(char.to_string());
        raw.chars().eq([char])
            || (char == ' ' && blank && raw.contains(['\n', '\r']))
            || (char == '\n' && raw == "\r\n")
            || (char == '\n' && raw == "\r")
            || (char == '\'' && raw == "''")
            || (raw.starts_with('\\') && escape())
    }

    fn check(yaml: &str) -> Result<(), TestCaseError> {
        let Some(value) = value(yaml) else { return Err(TestCaseError::reject("not YAML")) };
        let Some(text) = read(yaml) else { return Err(TestCaseError::reject("not a text")) };
        prop_assert_eq!(text.as_str(), &value, "{:?}", yaml);
        let mut end = 0;
        for (at, char) in value.char_indices() {
            let range = text.span(at..at + char.len_utf8()).range();
            prop_assert!(means(&yaml[range.clone()], char), "{:?}: {:?} at {:?}", yaml, char, range);
            prop_assert!(range.start >= end, "{:?}: {:?} at {:?}", yaml, char, range);
            end = range.end;
        }
        Ok(())
    }

    /// Pieces of text without line breaks.
    fn words() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            Just("слово"),
            Just("a"),
            Just("№ 5"),
            Just("—"),
            Just("\u{a0}"),
            Just("🎵"),
            Just("x:y"),
            Just("{{x}}"),
            Just("«»"),
            Just("#"),
            Just("**"),
            Just("%"),
            Just("  "),
            Just(" "),
            Just("\t"),
            Just("'"),
            Just("\"")
        ];
        proptest::collection::vec(word, 0..6).prop_map(|words| words.concat())
    }

    fn line_break() -> impl Strategy<Value = &'static str> {
        prop_oneof![Just("\n"), Just("\r\n"), Just("\n\n"), Just("\n  \n\n"), Just("\n \t \n")]
    }

    /// Lines of text with `indent` spaces or more before each but the first.
    fn lines(indent: usize) -> impl Strategy<Value = String> {
        let line = (words(), line_break(), 0..3_usize);
        (proptest::collection::vec(line, 0..5), words()).prop_map(move |(lines, last)| {
            let joined = lines
                .into_iter()
                .map(|(words, end, more)| format!("{words}{end}{}", " ".repeat(indent + more)));
            joined.collect::<String>() + &last
        })
    }

    fn escape() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            Just("\\n"),
            Just("\\t"),
            Just("\\\\"),
            Just("\\\""),
            Just("\\x41"),
            Just("\\u0416"),
            Just("\\U0001F600"),
            Just("\\uD834\\uDD1E"),
            Just("\\_"),
            Just("\\ "),
            Just("\\/"),
            Just("\\\n   "),
            Just("\\\n\n "),
            Just("\\0")
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 256, max_global_rejects: 8192, ..ProptestConfig::default() })]

        #[test]
        fn plain_text_maps_back(text in lines(1)) {
            check(&format!("k: а{}я\ne: 1\n", text.replace(" #", " ")))?;
        }

        #[test]
        fn single_quoted_text_maps_back(text in lines(1)) {
            check(&format!("k: '{}'\ne: 1\n", text.replace('\'', "''")))?;
        }

        #[test]
        fn double_quoted_text_maps_back(parts in proptest::collection::vec((lines(1), escape()), 0..4)) {
            let text: String = parts.iter().map(|(text, escape)| text.replace('"', "") + escape).collect();
            check(&format!("k: \"{text}\"\ne: 1\n"))?;
        }

        #[test]
        fn blocks_map_back(
            text in lines(2), style in "[|>]", chomping in "[-+]?", break_ in "\r?\n", end in "(\n|\n\n|\n \n)?", more in 0..3_usize
        ) {
            let pad = " ".repeat(more + 2);
            check(&format!("k: {style}{chomping}{break_}{pad}а{text}{end}"))?;
            check(&format!("e:\n  - 1\nk: {style}2{chomping}  # примечание{break_}{pad}а{text}\nz: 1\n"))?;
        }
    }

    #[test]
    fn a_block_of_blank_lines_maps_back() {
        let text = read("k: |+\n\n  \n\ne: 1\n").expect("it is text");
        assert_eq!(text.as_str(), "\n\n\n");
        assert_eq!(text.span(1..2).range(), 9..10);
    }

    #[test]
    fn a_folded_break_maps_to_the_break_and_the_indentation() {
        let text = read("k: >\n  раз\n  два\n").expect("it is text");
        assert_eq!(text.as_str(), "раз два\n");
        assert_eq!(text.span(6..7).range(), 13..16);
        assert_eq!(text.span(7..13).range(), 16..22);
    }
}
