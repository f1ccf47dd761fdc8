//! The text of a report: a plain text file of paragraphs, headings, points, quotations and cues.
//!
//! ```text
//! # Кадры
//!
//! Уважаемые коллеги! В школах {{учителя}} учителя.
//!
//! Слайд: кадры
//!
//! - молодых – {{молодые}};
//! - на пенсии – {{пенсионеры}}.
//!
//! > Учитель учится всю жизнь.
//! > – Народная мудрость
//!
//! <!-- это не печатается -->
//! ```
//!
//! A blank line ends a paragraph. A single line break ends it too where a line is longer than
//! [`LONGEST_WRAPPED`] characters and ends a sentence, as in text that comes from a word
//! processor; an indented line, or one with a typed number, begins a paragraph. Other line breaks
//! are spaces, so that lines may be wrapped by hand.

use super::messages as say;
use super::read::{At, Word};
use crate::russian::sentence;
use crate::russian::typography::fold;
use crate::source::{Finding, Findings, Message, SourceId, SourceText, SourceTextBuilder, Span};
use crate::text::RichText;
use std::ops::Range;

/// Longer lines were not wrapped by hand.
pub const LONGEST_WRAPPED: usize = 120;

/// A report's text.
#[derive(Clone, Debug)]
pub struct Speech {
    /// Its file.
    pub source: SourceId,
    /// What follows what.
    pub blocks: Vec<SpeechBlock>,
}

/// A piece of a report's text.
#[derive(Clone, Debug)]
pub enum SpeechBlock {
    /// The title of a section; it is not spoken.
    Heading(Heading),
    /// A paragraph.
    Paragraph(RichText),
    /// Points one under the other.
    Points(Vec<RichText>),
    /// Somebody's words.
    Quote(SpokenQuote),
    /// The next slide.
    Cue(SlideCue),
}

/// The title of a section.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: RichText,
}

/// A quotation.
#[derive(Clone, Debug)]
pub struct SpokenQuote {
    /// Its words.
    pub text: RichText,
    /// Whose they are: the last line, if that begins with a dash.
    pub author: Option<RichText>,
}

/// A line «Слайд: имя».
#[derive(Clone, Debug)]
pub struct SlideCue {
    /// The name of its sheet, if it names one.
    pub name: Option<Word>,
    /// The number of its slide. The first cue is slide 2: slide 1 is the title.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// Its name as names are compared.
    key: String,
}

impl SpeechBlock {
    /// The texts that are spoken, in their order.
    pub fn spoken(&self) -> Vec<&RichText> {
        match self {
            SpeechBlock::Paragraph(text) => vec![text],
            SpeechBlock::Points(points) => points.iter().collect(),
            SpeechBlock::Quote(quote) => std::iter::once(&quote.text).chain(&quote.author).collect(),
            SpeechBlock::Heading(_) | SpeechBlock::Cue(_) => Vec::new(),
        }
    }
}

impl SlideCue {
    /// Whether the cue means the sheet of a name: letter case, ё and `_` make no difference.
    pub fn means(&self, sheet: &str) -> bool {
        self.means_key(&cue_key(sheet))
    }

    /// Whether the cue means the sheet whose [`cue_key`] this is.
    pub fn means_key(&self, sheet: &str) -> bool {
        self.name.is_some() && self.key == sheet
    }
}

/// A name of a sheet as cues are compared with it.
pub fn cue_key(name: &str) -> String {
    fold(&name.replace('_', " "))
}

impl Speech {
    /// Reads a whole file, whose text is `text`.
    pub fn parse(source: SourceId, text: &str, findings: &mut Findings) -> Speech {
        let whole = SourceText::verbatim(text, Span::new(source, 0, text.len()));
        let file = without_comments(&whole, findings);
        let mut parser =
            Parser { file: &file, findings, blocks: Vec::new(), open: Open::Nothing, slides: 1, mark: None };
        for range in lines(file.as_str()) {
            parser.line(range);
        }
        parser.close();
        let mut blocks = parser.blocks;
        move_cues_below_headings(&mut blocks);
        Speech { source, blocks }
    }

    /// The cues in their order.
    pub fn cues(&self) -> impl Iterator<Item = &SlideCue> {
        self.blocks.iter().filter_map(|block| match block {
            SpeechBlock::Cue(cue) => Some(cue),
            _ => None,
        })
    }
}

/// Puts cues that stand just before a heading below it: what is spoken over them is the section
/// that begins there. Those that follow a heading at once stay with it.
fn move_cues_below_headings(blocks: &mut [SpeechBlock]) {
    let is_cue = |block: &SpeechBlock| matches!(block, SpeechBlock::Cue(_));
    let is_heading = |block: &SpeechBlock| matches!(block, SpeechBlock::Heading(_));
    for at in 1..blocks.len() {
        let cues = blocks[..at].iter().rev().take_while(|block| is_cue(block)).count();
        let follow_a_heading = at > cues && is_heading(&blocks[at - cues - 1]);
        if cues > 0 && is_heading(&blocks[at]) && !follow_a_heading {
            blocks[at - cues..=at].rotate_right(1);
        }
    }
}

/// The bytes of each line, without what ends it.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        found.push(start..start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
    }
    found
}

/// The text without comments. One that has lines for itself takes these lines along, so that it
/// does not part the paragraphs around it.
fn without_comments(whole: &SourceText, findings: &mut Findings) -> SourceText {
    let text = whole.as_str();
    let mut kept = SourceTextBuilder::new(whole.source());
    let mut from = 0;
    let mut line = 0..0;
    while let Some(open) = text[from..].find("<!--").map(|at| from + at) {
        let Some(length) = text[open..].find("-->") else {
            findings.push(Finding::new(&say::UNCLOSED_COMMENT).at(whole.span(open..open + 4)));
            break;
        };
        let close = open + length + 3;
        line = around(text, line, from, open, close);
        let (start, end) = whole_lines(text, &line, open, close);
        let start = start.max(from);
        kept.push(&text[from..start], from..start);
        from = end;
    }
    kept.push(&text[from..], from..text.len());
    kept.finish()
}

/// The lines on which a comment stands, with their last line break. `line` is what was found for
/// the comment before it, which ended at `from`: of many on one line none looks for it anew.
fn around(text: &str, line: Range<usize>, from: usize, open: usize, close: usize) -> Range<usize> {
    let start = text[from..open].rfind('\n').map_or(line.start, |at| from + at + 1);
    let is_known = close < line.end;
    let end =
        if is_known { line.end } else { text[close..].find('\n').map_or(text.len(), |at| close + at + 1) };
    start..end
}

/// The range of a comment, with its lines if nothing else stands on them.
fn whole_lines(text: &str, line: &Range<usize>, open: usize, close: usize) -> (usize, usize) {
    let alone = text[line.start..open].trim().is_empty() && text[close..line.end].trim().is_empty();
    if alone { (line.start, line.end) } else { (open, close) }
}

/// What the lines so far have begun.
enum Open {
    Nothing,
    /// The lines of a paragraph.
    Paragraph(Vec<Range<usize>>),
    /// The lines of each point, and whether a blank line stands after the last one.
    Points(Vec<Vec<Range<usize>>>, bool),
    /// The lines of a quotation, empty ones included.
    Quote(Vec<Range<usize>>),
}

struct Parser<'a> {
    file: &'a SourceText,
    findings: &'a mut Findings,
    blocks: Vec<SpeechBlock>,
    open: Open,
    /// How many slides there are so far.
    slides: usize,
    /// The mark of the line before.
    mark: Option<Mark>,
}

impl Parser<'_> {
    fn text(&self, range: &Range<usize>) -> &str {
        &self.file.as_str()[range.clone()]
    }

    fn line(&mut self, range: Range<usize>) {
        let words = trimmed(self.file.as_str(), range.clone());
        let line = self.text(&words);
        let (line, mark) = (line.to_owned(), mark(line));
        let line = line.as_str();
        self.say_mark(mark, &words);
        if line.is_empty() || mark == Some(Mark::Rule) {
            return self.blank();
        }
        if let Some(cue) = cue(line) {
            return self.cue(&words, cue);
        }
        if let Some((level, at)) = heading(line) {
            return self.heading(level, words.start + at..words.end);
        }
        if let Some(at) = quoted(line) {
            return self.quoted(words.start + at..words.end);
        }
        match point(line) {
            Some(at) => self.point(words.start + at..words.end),
            None => self.words(range, words),
        }
    }

    /// Says what a mark of Markdown is not; of a table once.
    fn say_mark(&mut self, mark: Option<Mark>, words: &Range<usize>) {
        let before = std::mem::replace(&mut self.mark, mark);
        let Some(mark) = mark.filter(|&mark| mark != Mark::Table || before != Some(mark)) else { return };
        let text = self.text(words).to_owned();
        let finding = Finding::new(mark.message()).arg("text", text).arg("what", mark.name());
        self.findings.push(finding.arg("instead", mark.instead()).at(self.file.span(words.clone())));
    }

    fn blank(&mut self) {
        match &mut self.open {
            Open::Points(_, gap) => *gap = true,
            _ => self.close(),
        }
    }

    fn cue(&mut self, line: &Range<usize>, cue: Cue) {
        self.close();
        self.slides += 1;
        let span = self.file.span(line.clone());
        let name = line.start + cue.name.start..line.start + cue.name.end;
        let word = At { value: self.text(&name).to_owned(), span: self.file.span(name) };
        let name = Some(word).filter(|word| !word.value.is_empty());
        if cue.misspelt {
            let typed: String = self.text(line).chars().take_while(|c| c.is_alphabetic()).collect();
            let shown = name.as_ref().map_or_else(String::new, |name| format!(" {}", name.value));
            let finding = Finding::new(&say::MISSPELT_CUE).arg("typed", typed).arg("name", shown);
            let end = line.start + self.text(line).find(':').map_or(0, |colon| colon + 1);
            self.findings.push(finding.at(self.file.span(line.start..end)));
        }
        let key = name.as_ref().map_or_else(String::new, |name| cue_key(&name.value));
        let shown = name.as_ref().map_or_else(String::new, |name| name.value.clone());
        self.blocks.push(SpeechBlock::Cue(SlideCue { name, number: self.slides, span, key }));
        if let Some(text) = cue.text {
            let text = line.start + text.start..line.start + text.end;
            let lines = format!("Слайд: {shown}\n\n{}", self.text(&text));
            self.findings
                .push(Finding::new(&say::CUE_WITH_TEXT).at(self.file.span(text.clone())).rewrite(lines));
            self.words(text.clone(), text);
        }
    }

    fn heading(&mut self, level: u8, range: Range<usize>) {
        self.close();
        let end = range.start + self.text(&range).trim_end_matches('#').trim_end().len();
        let text = self.rich(std::slice::from_ref(&(range.start..end)));
        if !text.is_empty() {
            self.blocks.push(SpeechBlock::Heading(Heading { level, text }));
        }
    }

    fn quoted(&mut self, range: Range<usize>) {
        match &mut self.open {
            Open::Quote(lines) => lines.push(range),
            _ => {
                self.close();
                self.open = Open::Quote(vec![range]);
            }
        }
    }

    fn point(&mut self, range: Range<usize>) {
        match &mut self.open {
            Open::Points(points, gap) => {
                points.push(vec![range]);
                *gap = false;
            }
            _ => {
                self.close();
                self.open = Open::Points(vec![vec![range]], false);
            }
        }
    }

    /// An ordinary line: it goes on what is open, or begins a paragraph.
    fn words(&mut self, line: Range<usize>, words: Range<usize>) {
        let indented = self.is_indented(&line);
        let own = begins_alone(self.text(&words));
        let words = unescaped(self.file.as_str(), words);
        let joins = match &self.open {
            Open::Paragraph(lines) => !indented && !own && self.goes_on(lines, &words),
            Open::Points(points, false) => {
                points.last().is_some_and(|lines| indented || (!own && self.goes_on(lines, &words)))
            }
            _ => false,
        };
        match &mut self.open {
            Open::Paragraph(lines) if joins => lines.push(words),
            Open::Points(points, _) if joins => {
                if let Some(lines) = points.last_mut() {
                    lines.push(words);
                }
            }
            _ => {
                self.close();
                self.open = Open::Paragraph(vec![words]);
            }
        }
    }

    fn is_indented(&self, line: &Range<usize>) -> bool {
        let line = self.text(line);
        line.starts_with(['\t', '\u{2003}']) || line.starts_with("  ")
    }

    /// Whether a line belongs to the paragraph of the line before it.
    fn goes_on(&self, lines: &[Range<usize>], next: &Range<usize>) -> bool {
        let Some(before) = lines.last() else { return false };
        let long = |range: &Range<usize>| self.text(range).chars().count() > LONGEST_WRAPPED;
        !(long(before) || long(next)) || !sentence::is_whole(self.text(before))
    }

    fn close(&mut self) {
        match std::mem::replace(&mut self.open, Open::Nothing) {
            Open::Nothing => {}
            Open::Paragraph(lines) => {
                let text = self.rich(&lines);
                self.blocks.push(SpeechBlock::Paragraph(text));
            }
            Open::Points(points, _) => {
                let points = points.iter().map(|lines| self.rich(lines)).collect();
                self.blocks.push(SpeechBlock::Points(points));
            }
            Open::Quote(lines) => self.quote(lines),
        }
    }

    fn quote(&mut self, mut lines: Vec<Range<usize>>) {
        while lines.last().is_some_and(|line| self.text(line).is_empty()) {
            lines.pop();
        }
        let author = lines.last().filter(|_| lines.len() > 1).and_then(|line| {
            let at = self.text(line).strip_prefix(DASHES)?;
            Some(line.end - at.trim_start().len()..line.end)
        });
        if author.is_some() {
            lines.pop();
        }
        let text = self.rich(&lines);
        let author = author.map(|line| self.rich(std::slice::from_ref(&line)));
        if !text.is_empty() {
            self.blocks.push(SpeechBlock::Quote(SpokenQuote { text, author }));
        }
    }

    /// Lines as one text, which remembers where each of its characters stands.
    fn rich(&mut self, lines: &[Range<usize>]) -> RichText {
        let mut text = SourceTextBuilder::new(self.file.source());
        let mut end = None;
        for line in lines {
            if let Some(end) = end {
                text.push("\n", self.file.span(end..line.start).range());
            }
            push(&mut text, self.file, line.clone());
            end = Some(line.end);
        }
        let place = lines.first().map_or(0..0, |line| line.start..line.start);
        let text = text.finish_at(self.file.span(place)).fold_chars(|c| (c == '\t').then_some(' '));
        RichText::parse(text, false, self.findings)
    }
}

/// Appends a part of the file, piece by piece where a comment was left out of it.
fn push(text: &mut SourceTextBuilder, file: &SourceText, range: Range<usize>) {
    let words = &file.as_str()[range.clone()];
    let span = file.span(range.clone());
    if span.range().len() == words.len() {
        return text.push(words, span.range());
    }
    for (at, c) in words.char_indices() {
        let at = range.start + at;
        text.push(c.encode_utf8(&mut [0; 4]), file.span(at..at + c.len_utf8()).range());
    }
}

/// The range without white space at either end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let line = &text[range.clone()];
    let start = range.start + line.len() - line.trim_start().len();
    start..start + line.trim().len()
}

const DASHES: [char; 4] = ['-', '–', '—', '―'];

/// What Markdown would draw and a report has no form for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Rule,
    Table,
    Picture,
    Link,
    Code,
}

/// The mark of a line.
fn mark(line: &str) -> Option<Mark> {
    let link = || line.find("](").is_some_and(|at| line[..at].contains('[') && line[at..].contains(')'));
    match line {
        _ if is_rule(line) => Some(Mark::Rule),
        _ if line.len() > 1 && line.starts_with('|') && line.ends_with('|') => Some(Mark::Table),
        _ if link() && line.contains("![") => Some(Mark::Picture),
        _ if link() => Some(Mark::Link),
        _ if line.contains('`') => Some(Mark::Code),
        _ => None,
    }
}

impl Mark {
    fn message(self) -> &'static Message {
        if self == Mark::Rule { &say::RULE_IN_REPORT } else { &say::MARK_IN_REPORT }
    }

    fn name(self) -> (&'static str, &'static str) {
        match self {
            Mark::Rule => ("черта", "a rule"),
            Mark::Table => ("таблица из знаков `|`", "a table of `|`"),
            Mark::Picture => ("картинка", "a picture"),
            Mark::Link => ("ссылка", "a link"),
            Mark::Code => ("код", "code"),
        }
    }

    fn instead(self) -> (&'static str, &'static str) {
        match self {
            Mark::Rule => ("", ""),
            Mark::Table => (
                "таблицу показывает слайд: `таблица:` в его листе; в тексте скажите числа словами",
                "a slide shows a table: `table:` of its sheet; say the figures in words here",
            ),
            Mark::Picture => (
                "картинку показывает слайд: `картинка:` в его листе",
                "a slide shows a picture: `picture:` of its sheet",
            ),
            Mark::Link => (
                "напишите адрес словами или уберите скобки",
                "write the address in words, or leave the brackets out",
            ),
            Mark::Code => ("уберите знаки `` ` ``", "leave the signs `` ` `` out"),
        }
    }
}

/// A line of dashes or stars, which word processors and Markdown draw as a rule.
fn is_rule(line: &str) -> bool {
    line.chars().count() > 2 && (line.chars().all(|c| c == '-') || line.chars().all(|c| c == '*' || c == '_'))
}

/// The level of a heading, and where its words begin.
fn heading(line: &str) -> Option<(u8, usize)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let at = line.len() - words.trim_start().len();
    (1..=6).contains(&level).then_some((level as u8, at))
}

/// Where the words of a quoted line begin.
fn quoted(line: &str) -> Option<usize> {
    let words = line.strip_prefix('>')?;
    Some(line.len() - words.trim_start().len())
}

/// Where the words of a point begin.
fn point(line: &str) -> Option<usize> {
    let words = line.strip_prefix(['-', '–', '—', '•', '·', '*'])?;
    let text = words.trim_start();
    (text.len() < words.len() && !text.is_empty()).then(|| line.len() - text.len())
}

/// Whether a line with a typed number begins a paragraph: `1. …`, `2) …`.
fn begins_alone(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    (1..=2).contains(&digits)
        && rest.strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with([' ', '\u{a0}', '\t']))
}

/// A backslash before a mark that would make the line something else is not printed.
fn unescaped(text: &str, words: Range<usize>) -> Range<usize> {
    let line = &text[words.clone()];
    let escaped =
        line.strip_prefix('\\').is_some_and(|rest| rest.starts_with(['#', '>', '-', '–', '—', '•']));
    if escaped { words.start + 1..words.end } else { words }
}

/// A line that is a cue.
struct Cue {
    /// The bytes of its name in the line; empty for none.
    name: Range<usize>,
    /// The bytes of a text behind the name.
    text: Option<Range<usize>>,
    misspelt: bool,
}

/// The name that a line gives a slide without being its cue: `Слайд сеть`, `(Слайд 3. Сеть)`,
/// `Слайд 3 – Сеть`.
pub(super) fn named_by(line: &str) -> Option<&str> {
    let inner = line.trim_matches(['(', ')', '[', ']', '*', '_', ' ']);
    let rest = inner.trim_start_matches(char::is_alphabetic);
    let word = inner[..inner.len() - rest.len()].to_lowercase();
    let name = rest.trim_start_matches(|c: char| !c.is_alphabetic());
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    (matches!(word.as_str(), "слайд" | "slide") && !name.is_empty()).then_some(name)
}

/// Reads a cue, however it is typed: `Слайд: имя`, `СЛАЙД :`, `(слайд 5: имя.)`, `Слад:`.
fn cue(line: &str) -> Option<Cue> {
    let inner = line.trim_matches(['(', ')', '[', ']', '*', '_', ' ']);
    let start = line.find(inner)?;
    let rest = inner.trim_start_matches(char::is_alphabetic);
    let word = inner[..inner.len() - rest.len()].to_lowercase();
    let known = matches!(word.as_str(), "слайд" | "slide");
    let misspelt = !known && is_nearly_cue(&word);
    if !(known || misspelt) {
        return None;
    }
    let counted = rest.trim_start().trim_start_matches('№').trim_start();
    let after = counted.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let name = match after.strip_prefix(':') {
        Some(name) => name,
        None if known && after.trim_end_matches('.').is_empty() => "",
        None => return None,
    };
    let name = name.trim().trim_end_matches(['.', ',', ';']).trim_matches(['«', '»', '"', '“', '”']).trim();
    // A sentence after a word that is not quite «слайд» is a sentence.
    if misspelt && name.split_whitespace().count() > 3 {
        return None;
    }
    let at = start + if name.is_empty() { inner.len() } else { inner.rfind(name)? };
    let (length, text) = sentence_behind(name);
    let end = start + inner.len();
    Some(Cue { name: at..at + length, text: text.map(|text| at + text..end), misspelt })
}

/// The length of a name, and where a sentence begins that stands behind it: `сеть. Сегодня в районе …`.
fn sentence_behind(name: &str) -> (usize, Option<usize>) {
    let Some(stop) = name.find(". ") else { return (name.len(), None) };
    let behind = name[stop + 1..].trim_start();
    let is_sentence = behind.starts_with(char::is_uppercase) && behind.split_whitespace().count() > 2;
    match is_sentence {
        true => (stop, Some(name.len() - behind.len())),
        false => (name.len(), None),
    }
}

fn is_nearly_cue(word: &str) -> bool {
    let like = |wanted: &str| strsim::damerau_levenshtein(word, wanted) == 1;
    like("слайд") && word != "слайды"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let mut findings = Findings::default();
        let speech = Speech::parse(SourceId(0), text, &mut findings);
        let shown = speech.blocks.iter().map(show).collect();
        (shown, findings.list.iter().map(|finding| finding.message.code).collect())
    }

    /// A block as one line: its kind, then its words, line breaks as spaces.
    fn show(block: &SpeechBlock) -> String {
        let words = |text: &RichText| text.plain().replace('\n', " ");
        match block {
            SpeechBlock::Heading(heading) => {
                format!("{} {}", "#".repeat(heading.level.into()), words(&heading.text))
            }
            SpeechBlock::Paragraph(text) => format!("¶ {}", words(text)),
            SpeechBlock::Points(points) => {
                points.iter().map(|point| format!("- {} ", words(point))).collect()
            }
            SpeechBlock::Quote(quote) => {
                format!("> {} | {}", words(&quote.text), quote.author.as_ref().map_or(String::new(), words))
            }
            SpeechBlock::Cue(cue) => {
                format!("[{} {}]", cue.number, cue.name.as_ref().map_or("", |name| name.value.as_str()))
            }
        }
    }

    #[test]
    fn every_kind_of_block_is_read() {
        let text = "\r\nВведение.\r\n# Кадры #\r\n- раз;\r\n\r\n– два.\r\n> Слова.\r\n> – Автор\r\nСлайд: кадры\r\nКонец.\r\n";
        let (blocks, codes) = parse(text);
        assert_eq!(
            blocks,
            ["¶ Введение.", "# Кадры", "- раз; - два. ", "> Слова. | Автор", "[2 кадры]", "¶ Конец."]
        );
        assert!(codes.is_empty());
    }

    #[test]
    fn a_cue_just_before_a_heading_belongs_to_the_section_below() {
        let blocks = |text| parse(text).0;
        assert_eq!(
            blocks("Начнём.\nСлайд: а\nСлайд: б\n# Кадры\nСлово."),
            ["¶ Начнём.", "# Кадры", "[2 а]", "[3 б]", "¶ Слово."]
        );
        assert_eq!(blocks("Слайд: а\n# Кадры\nСлово."), ["# Кадры", "[2 а]", "¶ Слово."]);
        // Under a heading it stays with that.
        assert_eq!(
            blocks("# Кадры\nСлайд: а\n## Молодые\nСлово."),
            ["# Кадры", "[2 а]", "## Молодые", "¶ Слово."]
        );
        assert_eq!(blocks("Слайд: а\nСлово.\n# Кадры"), ["[2 а]", "¶ Слово.", "# Кадры"]);
    }

    #[test]
    fn cues_are_read_however_they_are_typed() {
        for (typed, name) in [
            ("Слайд: кадры", "кадры"),
            ("СЛАЙД : «Кадры».", "Кадры"),
            ("(слайд: кадры)", "кадры"),
            ("Слайд 7: кадры", "кадры"),
            ("Слайд № 7.", ""),
            ("Слайд:", ""),
            ("\tслайд", ""),
            ("Slide: staff", "staff"),
        ] {
            assert_eq!(parse(typed), (vec![format!("[2 {name}]")], vec![]), "{typed}");
        }
        for typed in
            ["Слайды готовили школы.", "На слайде цифры.", "Слайд показывает рост.", "Склад: закрыт."]
        {
            assert_eq!(parse(typed), (vec![format!("¶ {typed}")], vec![]), "{typed}");
        }
    }

    #[test]
    fn a_misspelt_cue_is_a_cue_and_is_said() {
        assert_eq!(parse("Слад:\nТекст."), (vec!["[2 ]".into(), "¶ Текст.".into()], vec!["misspelt-cue"]));
        assert_eq!(parse("Сладй: кадры").1, ["misspelt-cue"]);
    }

    #[test]
    fn a_text_behind_a_cue_is_a_paragraph_and_is_said() {
        let (blocks, codes) = parse("Слайд: сеть. Сегодня в районе 33 школы.\nИ сады.");
        assert_eq!(blocks, ["[2 сеть]", "¶ Сегодня в районе 33 школы. И сады."]);
        assert_eq!(codes, ["misspelt-cue"]);
        assert_eq!(parse("Слайд: Сеть. Итоги года").0, ["[2 Сеть. Итоги года]"], "a name of several words");
    }

    #[test]
    fn a_line_may_name_a_slide_without_being_its_cue() {
        for line in ["Слайд сеть", "Слайд 3 – сеть", "(Слайд 3. сеть)", "слайд № 3 «сеть»."]
        {
            assert_eq!(named_by(line), Some("сеть"), "{line}");
        }
        assert_eq!(named_by("Слайды готовили школы."), None);
    }

    #[test]
    fn names_of_sheets_are_compared_as_people_read_them() {
        let (mut findings, name) = (Findings::default(), "Учебный ГОД");
        let speech = Speech::parse(SourceId(0), &format!("Слайд: {name}"), &mut findings);
        let cue = speech.cues().next().expect("a cue");
        assert!(cue.means("учебный_год") && !cue.means("год"));
    }

    #[test]
    fn lines_wrapped_by_hand_are_one_paragraph_and_long_lines_are_each_one() {
        assert_eq!(parse("Одна строка.\nДругая строка.").0, ["¶ Одна строка. Другая строка."]);
        let long = format!("{}.", "слово ".repeat(30).trim_end());
        assert_eq!(parse(&format!("{long}\nДругая.")).0.len(), 2, "a pasted paragraph is a line");
        let open = long.trim_end_matches('.');
        assert_eq!(parse(&format!("{open},\nи дальше.")).0.len(), 1, "its sentence goes on");
        assert_eq!(parse("Первое.\n\tС красной строки.").0.len(), 2);
        assert_eq!(parse("Задачи:\n1. Раз.\n2) Два.").0.len(), 3, "numbers that were typed");
        assert_eq!(parse("Задачи.\n\\- не пункт").0, ["¶ Задачи. - не пункт"]);
    }

    #[test]
    fn comments_are_left_out_and_part_nothing() {
        assert_eq!(parse("Раз <!-- что\n\nэто --> два.").0, ["¶ Раз  два."]);
        assert_eq!(parse("Раз\n<!-- проверить -->\nдва.").0, ["¶ Раз два."]);
        assert_eq!(parse("Раз <!-- два").1, ["unclosed-comment"]);
    }

    fn line() -> impl Strategy<Value = String> {
        prop_oneof![
            "[а-яА-Яa-z ,.«»*{}<>!-]{0,40}",
            "[а-я ]{110,140}[.,]",
            Just("Слайд: кадры".to_owned()),
            Just("# Раздел".to_owned()),
            Just("- пункт {{число}}".to_owned()),
            Just("> слова".to_owned()),
            Just("> – автор".to_owned()),
            Just("<!-- нет -->".to_owned()),
            Just("а <!-- нет --> б".to_owned()),
            Just("\t\u{a0}с\tтабуляцией".to_owned()),
            Just(String::new())
        ]
    }

    proptest! {
        #[test]
        fn every_character_knows_its_place(
            lines in proptest::collection::vec(line(), 0..12), end in prop_oneof![Just("\n"), Just("\r\n")]
        ) {
            let file = lines.join(end);
            let mut findings = Findings::default();
            let speech = Speech::parse(SourceId(0), &file, &mut findings);
            let headings = speech.blocks.iter().filter_map(|block| match block {
                SpeechBlock::Heading(heading) => Some(&heading.text),
                _ => None,
            });
            for text in speech.blocks.iter().flat_map(SpeechBlock::spoken).chain(headings) {
                for (at, c) in text.source.as_str().char_indices() {
                    let place = text.source.span(at..at + c.len_utf8()).range();
                    let written = &file[place];
                    let same = written.starts_with(c) || (c == ' ' && written == "\t");
                    prop_assert!(same || (c == '\n' && written.contains('\n')), "{c:?} comes from {written:?}");
                }
            }
        }

        #[test]
        fn no_word_is_lost(lines in proptest::collection::vec("[а-я]{1,9}( [а-я]{1,9}){0,20}[.]?", 0..9)) {
            let file = lines.join("\n");
            let mut findings = Findings::default();
            let speech = Speech::parse(SourceId(0), &file, &mut findings);
            let texts: Vec<&RichText> = speech.blocks.iter().flat_map(SpeechBlock::spoken).collect();
            let words: Vec<&str> = texts.iter().flat_map(|text| text.plain().split_whitespace()).collect();
            prop_assert_eq!(words, file.split_whitespace().collect::<Vec<_>>());
        }
    }
}
