//! A parsed text field.

use super::call::{self, Call};
use super::messages as say;
use crate::source::{Finding, Findings, SourceText};
use std::ops::Range;

/// A text field: paragraphs of pieces, each of which knows its place.
#[derive(Clone, Debug)]
pub struct RichText {
    /// The text as it was decoded.
    pub source: SourceText,
    /// The paragraphs.
    pub paragraphs: Vec<Vec<Piece>>,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, byte for byte as in the text, a line break printed as a space.
    Words {
        /// What is printed.
        text: String,
        /// Their bytes in the text.
        range: Range<usize>,
        /// Bold.
        bold: bool,
        /// Italic.
        italic: bool,
    },
    /// A figure or reference.
    Call {
        /// What is called.
        call: Call,
        /// Bold.
        bold: bool,
        /// Italic.
        italic: bool,
    },
    /// A line break, in fields that keep them.
    Break {
        /// Its bytes in the text.
        range: Range<usize>,
    },
}

/// A text field whose line breaks are kept: a position, a theme.
#[derive(Clone, Debug)]
pub struct Lines(pub RichText);

impl RichText {
    /// Parses a text; `lines` keeps its line breaks.
    pub fn parse(source: SourceText, lines: bool, findings: &mut Findings) -> RichText {
        let mut parser = Parser {
            source: &source,
            lines,
            findings,
            paragraphs: Vec::new(),
            pieces: Vec::new(),
            bold: None,
            italic: None,
            braces_escaped: false,
        };
        parser.run();
        let paragraphs = parser.paragraphs;
        RichText { source, paragraphs }
    }

    /// The text without emphasis and with its calls as they are written.
    pub fn plain(&self) -> &str {
        self.source.as_str().trim()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.iter().all(Vec::is_empty)
    }

    /// All calls in their order.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.paragraphs.iter().flatten().filter_map(|piece| match piece {
            Piece::Call { call, .. } => Some(call),
            _ => None,
        })
    }
}

/// Whether a text begins with the mark of a list's item.
fn is_item(text: &str) -> bool {
    let rest = text.strip_prefix(['–', '—', '-', '•', '·']);
    rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '\t']))
}

struct Parser<'a> {
    source: &'a SourceText,
    lines: bool,
    findings: &'a mut Findings,
    paragraphs: Vec<Vec<Piece>>,
    pieces: Vec<Piece>,
    /// Where the open `**` stands.
    bold: Option<usize>,
    /// Where the open `*` stands.
    italic: Option<usize>,
    /// Whether `\{` stood in the text: closing braces are meant then.
    braces_escaped: bool,
}

impl Parser<'_> {
    fn run(&mut self) {
        let text = self.source.as_str();
        let mut at = 0;
        let mut from = 0;
        while at < text.len() {
            let rest = &text[at..];
            let skip = match self.special(rest, at, from) {
                Some(skip) => skip,
                None => {
                    // Blanks before words are passed at once.
                    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                    at += blanks.max(rest.chars().next().map_or(1, char::len_utf8));
                    continue;
                }
            };
            at += skip;
            from = at;
        }
        self.words(from..text.len());
        self.end_paragraph();
    }

    /// Handles something special at `at`, words since `from` first; gives its length.
    fn special(&mut self, rest: &str, at: usize, from: usize) -> Option<usize> {
        let mut chars = rest.chars();
        match chars.next()? {
            '\\' if matches!(chars.next(), Some('*' | '{' | '\\')) => {
                self.words(from..at);
                self.words(at + 1..at + 2);
                self.braces_escaped |= rest.starts_with("\\{");
                Some(2)
            }
            '{' if rest.starts_with("{{") => {
                self.words(from..at);
                Some(self.call(at))
            }
            '}' if rest.starts_with("}}") => {
                self.stray_braces(at);
                None
            }
            '*' => self.star(rest, at, from),
            c if c == '\n' || c == ' ' || c == '\t' => self.line_end(rest, at, from),
            _ => None,
        }
    }

    fn call(&mut self, at: usize) -> usize {
        let (bold, italic) = (self.bold.is_some(), self.italic.is_some());
        match call::parse(self.source, at, self.findings) {
            Some((call, end)) => {
                self.pieces.push(Piece::Call { call, bold, italic });
                end - at
            }
            None => {
                let within = call::window(self.source.as_str(), at);
                let length = within.find("}}").map_or(2, |found| found + 2);
                self.words(at..at + length);
                length
            }
        }
    }

    /// Braces that close what nothing opened; in a text with `\{{` they were meant.
    fn stray_braces(&mut self, at: usize) {
        if !self.braces_escaped {
            self.findings.push(Finding::new(&say::STRAY_BRACES).at(self.source.span(at..at + 2)));
        }
    }

    /// A star that opens stands before a word, one that closes stands after a word; any other
    /// star is a star.
    fn star(&mut self, rest: &str, at: usize, from: usize) -> Option<usize> {
        let double = rest.starts_with("**");
        let length = if double { 2 } else { 1 };
        let open = if double { self.bold } else { self.italic };
        let before = self.source.as_str()[..at].chars().next_back();
        let after = rest[length..].chars().next();
        let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let change = match open {
            Some(_) => touches(before),
            None => touches(after),
        };
        if !change {
            return None;
        }
        self.words(from..at);
        let state = if double { &mut self.bold } else { &mut self.italic };
        *state = if state.is_some() { None } else { Some(at) };
        Some(length)
    }

    /// A line's end with the blanks around it: a space, a break or the end of a paragraph.
    fn line_end(&mut self, rest: &str, at: usize, from: usize) -> Option<usize> {
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
        let breaks = rest[..blanks].matches('\n').count();
        if breaks == 0 {
            return None;
        }
        self.words(from..at);
        let last = at + blanks >= self.source.as_str().len();
        if last {
        } else if breaks > 1 || self.item_begins(&rest[blanks..], at) {
            self.end_paragraph();
        } else if self.lines {
            self.pieces.push(Piece::Break { range: at..at + blanks });
        } else {
            self.push_words(" ".to_owned(), at..at + blanks);
        }
        Some(blanks)
    }

    /// Whether a line begins an item of a list that is typed with dashes or bullets: the line before it
    /// ends with a colon or semicolon, or is itself an item and ends with punctuation. Any other dash
    /// belongs to its sentence.
    fn item_begins(&self, line: &str, end: usize) -> bool {
        let before = self.source.as_str()[..end].trim_end_matches(['*', '»', '"']);
        let first = self.pieces.first().is_some_and(|piece| match piece {
            Piece::Words { text, .. } => is_item(text),
            _ => false,
        });
        is_item(line) && (before.ends_with([':', ';']) || first && before.ends_with([',', '.']))
    }

    fn words(&mut self, range: Range<usize>) {
        let text = &self.source.as_str()[range.clone()];
        if !text.is_empty() && (!self.pieces.is_empty() || !text.trim().is_empty()) {
            self.push_words(text.to_owned(), range);
        }
    }

    fn push_words(&mut self, text: String, range: Range<usize>) {
        let (bold, italic) = (self.bold.is_some(), self.italic.is_some());
        self.pieces.push(Piece::Words { text, range, bold, italic });
    }

    fn end_paragraph(&mut self) {
        for (open, mark) in [(self.bold.take(), "**"), (self.italic.take(), "*")] {
            let Some(at) = open else { continue };
            let place = self.source.span(at..at + mark.len());
            self.findings.push(Finding::new(&say::UNCLOSED_EMPHASIS).arg("mark", mark).at(place));
        }
        if !self.pieces.is_empty() {
            self.paragraphs.push(std::mem::take(&mut self.pieces));
        }
    }
}
