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

/// Whether a text begins with the dash or the bullet of a list's item.
fn is_item(text: &str) -> bool {
    let rest = text.strip_prefix(['–', '—', '-', '•', '·']);
    rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '\t']))
}

/// Which item of a numbered list a text begins: `1) …`, `2. …`, `а) …`; from one.
fn number(text: &str) -> Option<usize> {
    const LETTERS: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - rest.len()];
    let letter = text.chars().next().and_then(|letter| LETTERS.chars().position(|one| one == letter));
    let (number, rest) = match letter {
        Some(at) => (at + 1, text.trim_start_matches(char::is_alphabetic)),
        None => (digits.parse().ok().filter(|number| (1..100).contains(number))?, rest),
    };
    let single = letter.is_none() || text.len() - rest.len() == 'а'.len_utf8();
    let behind = rest.strip_prefix(')').or_else(|| rest.strip_prefix('.').filter(|_| letter.is_none()))?;
    (single && behind.starts_with([' ', '\u{a0}', '\t'])).then_some(number)
}

/// Whether a sign beside a star is one that the star emphasises.
fn is_inside(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| !sign.is_whitespace())
}

/// Whether emphasis may begin behind a sign: a blank or what stands before words.
fn is_before(sign: Option<char>) -> bool {
    let closes =
        |sign: char| matches!(sign, ')' | ']' | '}' | '»' | '”' | '…' | '%' | '.' | ',' | ';' | '!' | '?');
    sign.is_none_or(|sign| !sign.is_alphanumeric() && !closes(sign))
}

/// Whether emphasis may end before a sign: a blank or what stands behind words.
fn is_behind(sign: Option<char>) -> bool {
    sign.is_none_or(|sign| !sign.is_alphanumeric() && !matches!(sign, '(' | '[' | '«' | '„'))
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

    /// A star that opens stands at the beginning of a word, one that closes at the end of one; any
    /// other star is a star: «5*3 метра», a footnote's «охват*».
    fn star(&mut self, rest: &str, at: usize, from: usize) -> Option<usize> {
        let double = rest.starts_with("**");
        let length = if double { 2 } else { 1 };
        let open = if double { self.bold } else { self.italic };
        let before = self.source.as_str()[..at].chars().next_back();
        let after = rest[length..].chars().next();
        let change = match open {
            Some(_) => is_inside(before) && is_behind(after),
            None => is_before(before) && is_inside(after),
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
        } else if breaks > 1 || self.item_begins(&rest[blanks..], at) || self.list_ended(&rest[blanks..], at)
        {
            self.end_paragraph();
        } else if self.lines {
            self.pieces.push(Piece::Break { range: at..at + blanks });
        } else {
            self.push_words(" ".to_owned(), at..at + blanks);
        }
        Some(blanks)
    }

    /// Whether a line follows the last item of a list: that ends its sentence, the item before it
    /// does not.
    fn list_ended(&self, line: &str, end: usize) -> bool {
        let is_of_list = |pieces: &[Piece]| match pieces.first() {
            Some(Piece::Words { text, .. }) => is_item(text) || number(text).is_some(),
            _ => false,
        };
        let before = self.paragraphs.last().filter(|before| is_of_list(before));
        let goes_on = before.and_then(|before| before.last()).is_some_and(|piece| match piece {
            Piece::Words { text, .. } => text.trim_end().ends_with(';'),
            _ => false,
        });
        goes_on
            && is_of_list(&self.pieces)
            && self.source.as_str()[..end].ends_with('.')
            && line.starts_with(char::is_uppercase)
    }

    /// Whether a line begins an item of a list that is typed with dashes, bullets or numbers: the line
    /// before it ends with a colon, a semicolon or a sentence, or is itself an item and ends with
    /// punctuation. Any other dash belongs to its sentence, and a number that does not follow that of
    /// the line before it to its line.
    fn item_begins(&self, line: &str, end: usize) -> bool {
        let before = self.source.as_str()[..end].trim_end_matches(['*', '»', '"']);
        let first = self.pieces.first().and_then(|piece| match piece {
            Piece::Words { text, .. } => Some(text.as_str()),
            _ => None,
        });
        if let Some(number) = number(line) {
            let follows = first.and_then(self::number).is_some_and(|earlier| earlier + 1 == number);
            return follows || number == 1 && before.ends_with([':', ';', '.']);
        }
        let of_list = first.is_some_and(is_item) && before.ends_with([',', '.']);
        is_item(line) && (before.ends_with([':', ';', '.']) || of_list)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    /// The paragraphs as they are printed, with `<b>` and `<i>` before what is emphasised; and the
    /// codes of what is said.
    fn parse(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let source = SourceText::verbatim(text, Span::new(SourceId(0), 0, text.len()));
        let mut findings = Findings::default();
        let rich = RichText::parse(source, false, &mut findings);
        let shown = |piece: &Piece| match piece {
            Piece::Words { text, bold, italic, .. } => {
                format!("{}{}{text}", if *bold { "<b>" } else { "" }, if *italic { "<i>" } else { "" })
            }
            Piece::Call { call, .. } => format!("{{{}}}", call.expression()),
            Piece::Break { .. } => "|".to_owned(),
        };
        let paragraphs = rich.paragraphs.iter().map(|pieces| pieces.iter().map(shown).collect());
        (paragraphs.collect(), findings.list.iter().map(|finding| finding.message.code).collect())
    }

    #[test]
    fn a_star_inside_a_word_or_behind_it_is_a_star() {
        for text in
            ["Площадь 5*3 метра и 4*2 метра.", "Охват* вырос, число** тоже, доля* – нет.", "а*б*в", "2 * 2"]
        {
            assert_eq!(parse(text), (vec![text.to_owned()], vec![]), "{text}");
        }
    }

    #[test]
    fn emphasis_begins_before_a_word_and_ends_behind_one() {
        for (text, shown) in [
            ("**Важно:** дело", "<b>Важно: дело"),
            ("(*слово*), «**два**».", "(<i>слово), «<b>два»."),
            ("слово – *курсив*", "слово – <i>курсив"),
            ("**{{x}}**.", "{x}."),
            ("***оба***", "<b><i>оба"),
        ] {
            assert_eq!(parse(text), (vec![shown.to_owned()], vec![]), "{text}");
        }
        assert_eq!(parse("**не закрыто").1, ["unclosed-emphasis"]);
    }

    #[test]
    fn items_stand_on_lines_of_their_own() {
        let paragraphs = |text: &str| parse(text).0;
        assert_eq!(
            paragraphs("Отметить следующее.\n• одно;\n• другое.\nПодробности на сайте."),
            ["Отметить следующее.", "• одно;", "• другое.", "Подробности на сайте."]
        );
        assert_eq!(paragraphs("Отметить:\n1) одно,\n2) другое."), ["Отметить:", "1) одно,", "2) другое."]);
        assert_eq!(paragraphs("Отметить:\nа) одно;\nб) другое."), ["Отметить:", "а) одно;", "б) другое."]);
        // Lines that go on with a sentence.
        assert_eq!(paragraphs("Подвести итоги 1) школ и\n2) садов."), ["Подвести итоги 1) школ и 2) садов."]);
        assert_eq!(paragraphs("Наставник\n– каждому."), ["Наставник – каждому."]);
    }
}
