//! YAML as a tree in which every value knows its place.

use super::syntax::{self, Repair};
use super::tree::{self, Overwritten};
use super::{Findings, SourceId, SourceText, Span};
use std::borrow::Cow;

/// A value of a YAML file.
#[derive(Clone, Debug)]
pub struct Node {
    /// From its first to its last byte, quotation marks and block indicators included.
    pub span: Span,
    /// What it is.
    pub value: Value,
    /// A comment that follows it on its (last) line, from `#` to the line's end.
    pub comment: Option<Span>,
}

/// What a YAML value is.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, or `~`, or `null`.
    Null,
    /// A scalar; which type it has is decided by who reads it.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order of the file, keys unique.
    Map(Vec<Entry>),
}

/// A scalar as it was written.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// Its decoded text with the place of every character.
    pub text: SourceText,
    /// How it was written.
    pub style: ScalarStyle,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotation marks.
    Plain,
    /// In single or double quotation marks.
    Quoted,
    /// As a block after `|` or `>`.
    Block,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key as it was written.
    pub key: SourceText,
    /// Its value.
    pub value: Node,
}

/// Most errors of syntax that are got over in one file.
const REPAIRS: usize = 100;
/// Most bytes that are parsed again for the sake of further errors.
const PARSED_AGAIN: usize = 64 << 20;

/// Reads the YAML of one file. Errors of syntax are got over where that is possible, so that a
/// file with one mistake still gives a tree and the findings in the rest of it; what could not
/// be read is missing from the tree. `None` where there is no tree at all.
///
/// An empty file is a [`Value::Null`].
pub fn parse(source: SourceId, text: &str, findings: &mut Findings) -> Option<Node> {
    let mut parsed = Cow::Borrowed(text);
    let mut overwritten = Overwritten::new();
    let mut repairs = (PARSED_AGAIN / text.len().max(1)).clamp(1, REPAIRS);
    loop {
        let mut local = Findings::default();
        let (node, fault) = tree::read(source, text, &parsed, &overwritten, &mut local);
        let Some(fault) = fault else {
            findings.append(local);
            return Some(node.unwrap_or_else(|| nothing(source)));
        };
        let (finding, repair) = syntax::diagnose(source, text, &parsed, fault);
        if !syntax::follows_from_tab(&finding, text) {
            findings.push(finding);
        }
        match repaired(&parsed, repair, &mut overwritten) {
            Some(text) if repairs > 0 => parsed = Cow::Owned(text),
            _ => {
                findings.append(local);
                return node;
            }
        }
        repairs -= 1;
    }
}

fn nothing(source: SourceId) -> Node {
    Node { span: Span::new(source, 0, 0), value: Value::Null, comment: None }
}

/// The text after a repair, just as long; `None` where that changes nothing.
fn repaired(text: &str, repair: Repair, overwritten: &mut Overwritten) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    match repair {
        Repair::Words(range, words) if !overwritten.contains_key(&range.start) => {
            overwrite(bytes.get_mut(range.clone())?);
            overwritten.insert(range.start, words);
        }
        Repair::Words(range, _) | Repair::Blank(range) => blank(bytes.get_mut(range)?),
        Repair::BlankLines(range) => {
            bytes.get_mut(range)?.iter_mut().filter(|byte| **byte == b' ').for_each(|byte| *byte = b'\n');
        }
        Repair::Tabs => untab(&mut bytes),
        Repair::None => return None,
    }
    (bytes != text.as_bytes()).then(|| String::from_utf8(bytes).ok()).flatten()
}

/// Letters that parse as plain text, on the first line alone.
fn overwrite(bytes: &mut [u8]) {
    let first = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(bytes.len());
    let (first, rest) = bytes.split_at_mut(first);
    first.fill(b'x');
    blank(rest);
}

fn blank(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| !matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
}

/// Every tab in the white space at the beginning of a line becomes a space.
fn untab(bytes: &mut [u8]) {
    for line in bytes.split_mut(|&byte| byte == b'\n') {
        line.iter_mut().take_while(|byte| matches!(byte, b' ' | b'\t')).for_each(|byte| *byte = b' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in brackets: every value with the bytes from which it comes, and its comment.
    fn outline(node: &Node, text: &str) -> String {
        let own = match &node.value {
            Value::Null => "null".to_owned(),
            Value::Scalar(scalar) => format!("{:?} {:?}", scalar.style, scalar.text.as_str()),
            Value::List(items) => {
                format!("[{}]", items.iter().map(|item| outline(item, text)).collect::<Vec<_>>().join(", "))
            }
            Value::Map(entries) => {
                let entries = entries.iter().map(|entry| {
                    format!("{}: {}", &text[entry.key.whole().range()], outline(&entry.value, text))
                });
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        };
        let comment = node.comment.map_or(String::new(), |comment| format!(" {}", &text[comment.range()]));
        format!("{own} <{}>{comment}", text[node.span.range()].replace('\n', "\\n"))
    }

    fn outlined(text: &str) -> (String, Findings) {
        let mut findings = Findings::default();
        let node = parse(SourceId(0), text, &mut findings).expect("there is a tree");
        (outline(&node, text), findings)
    }

    #[test]
    fn every_value_knows_its_bytes_and_its_comment() {
        let text = "а: б # раз\nв: # два\nг: 'д'  # три\nе: |- # не отсюда\n  ж # текст\n\n# вне\nз: [и, к] # четыре\n";
        let (outline, findings) = outlined(text);
        let expected = "{а: Plain \"б\" <б> # раз, в: null <> # два, г: Quoted \"д\" <'д'> # три, \
             е: Block \"ж # текст\" <|- # не отсюда\\n  ж # текст>, \
             з: [Plain \"и\" <и>, Plain \"к\" <к>] <[и, к]>}";
        assert!(outline.starts_with(expected), "{outline}");
        assert!(findings.list.is_empty());
    }

    #[test]
    fn missing_values_have_a_place_and_their_comment() {
        let (outline, _) = outlined("- # раз\n-\n# вне\n- а: ~ # два\n  б:\n");
        let expected = "[null <> # раз, null <>, {а: null <~> # два, б: null <>} <а: ~ # два\\n  б:>]";
        assert!(outline.starts_with(expected), "{outline}");
    }

    #[test]
    fn the_first_of_two_equal_keys_stays() {
        let (outline, findings) = outlined("{а: 1, а: {б: 2}, в: 3}");
        assert!(outline.starts_with("{а: Plain \"1\" <1>, в: Plain \"3\" <3>}"), "{outline}");
        assert_eq!(findings.list.len(), 1);
    }

    #[test]
    fn an_alias_is_the_value_it_names() {
        let (outline, findings) = outlined("а: &а [1]\nб: *а\n");
        assert!(outline.contains("б: [Plain \"1\" <1>] <[1]>"), "{outline}");
        assert!(findings.list.is_empty());
    }

    #[test]
    fn lines_may_end_as_on_windows() {
        let (outline, _) = outlined("а: б # раз\r\nв: |\r\n  г\r\n  д\r\n");
        assert!(outline.starts_with("{а: Plain \"б\" <б> # раз, в: Block \"г\\nд\\n\""), "{outline}");
    }
}
