//! Findings as text for the terminal and as JSON for other programs.

use super::lines::{Lines, Position, floor};
use super::{CellPlace, Finding, Findings, Label, Language, Place, Severity, SourceId, Sources, Span};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};
use std::ops::Range;

/// Most findings that are shown; who has more does not read them.
const SHOWN: usize = 100;
/// Most characters of a message or of a rewritten line, and most rewritten lines, that are shown;
/// JSON has them whole.
const LONGEST: usize = 4000;
const REWRITTEN: usize = 40;
/// Characters of a line that are shown around what is meant.
const BEFORE: usize = 40;
const AFTER: usize = 90;
/// Two places this many lines apart are shown in one excerpt.
const TOGETHER: usize = 4;
/// The width after which an excerpt is cut.
const WIDTH: usize = 140;

/// The findings as a person reads them in a terminal: sorted by file and place, identical ones
/// once, a hundred at most and then the number of the others. Empty where there are none.
pub fn render(findings: &Findings, sources: &Sources, language: Language, color: bool) -> String {
    let sorted = findings.sorted();
    let page = Page { lines: Lines::new(sources), sources, language, renderer: renderer(color), color };
    let shown = shown(&sorted);
    let mut texts: Vec<String> = shown.iter().map(|finding| page.finding(finding)).collect();
    if sorted.len() > shown.len() {
        texts.push(rest(&sorted, &shown, language));
    }
    if texts.is_empty() { String::new() } else { texts.join("\n\n") + "\n" }
}

/// The findings as JSON, all of them, sorted as [`render`] sorts them:
///
/// ```json
/// {"version": 1, "findings": [{"code": "duplicate-key", "severity": "error", "message": "…",
///   "hint": "…", "rewrite": null, "places": [{"file": "pack.yaml", "text": null,
///   "line": 3, "column": 1, "endLine": 3, "endColumn": 5, "start": 20, "end": 28}]}]}
/// ```
///
/// Lines and columns count from one, columns in characters; `start` and `end` are bytes of the
/// decoded text, without a byte order mark. A place in a spreadsheet has `sheet` and `cell`
/// instead, a whole file has its name alone.
pub fn json(findings: &Findings, sources: &Sources, language: Language) -> Value {
    let lines = Lines::new(sources);
    let list: Vec<_> = findings
        .sorted()
        .into_iter()
        .map(|finding| finding_json(finding, sources, lines, language))
        .collect();
    json!({ "version": 1, "findings": list })
}

/// The first hundred, but no warning before an error.
fn shown<'a>(sorted: &[&'a Finding]) -> Vec<&'a Finding> {
    if sorted.len() <= SHOWN {
        return sorted.to_vec();
    }
    let mut indices: Vec<usize> = (0..sorted.len()).collect();
    indices.sort_by_key(|&index| (std::cmp::Reverse(sorted[index].severity), index));
    indices.truncate(SHOWN);
    indices.sort_unstable();
    indices.into_iter().map(|index| sorted[index]).collect()
}

/// How many are not shown.
fn rest(sorted: &[&Finding], shown: &[&Finding], language: Language) -> String {
    let errors =
        |list: &[&Finding]| list.iter().filter(|finding| finding.severity == Severity::Error).count();
    let (more, more_errors) = (sorted.len() - shown.len(), errors(sorted) - errors(shown));
    match language {
        Language::Russian => format!("… и ещё замечаний: {more}, из них ошибок: {more_errors}"),
        Language::English => format!("… and {more} more, errors among them: {more_errors}"),
    }
}

fn renderer(color: bool) -> Renderer {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(WIDTH)
}

/// What is needed to write a finding.
struct Page<'a> {
    lines: Lines<'a>,
    sources: &'a Sources,
    language: Language,
    renderer: Renderer,
    color: bool,
}

/// A part of a file that is shown, and what is marked in it.
struct Excerpt {
    text: String,
    line: usize,
    marks: Vec<(Range<usize>, Option<String>, bool)>,
}

impl Page<'_> {
    fn finding(&self, finding: &Finding) -> String {
        let level = level(finding.severity, self.language);
        let title = level.primary_title(short(&finding.text(self.language))).id(finding.message.code);
        let mut elements = Vec::new();
        for (index, group) in together(&finding.labels, self.lines).into_iter().enumerate() {
            self.place(&group, index == 0, &mut elements);
        }
        let hint = finding.hint(self.language);
        if !hint.is_empty() {
            let help = Level::HELP.with_name(self.pick("подсказка", "help"));
            elements.push(Element::from(help.message(tame(&short(&hint)))));
        }
        let report = [Group::with_title(title).elements(elements)];
        let mut text = without_lines_of(EMPTY_ORIGIN, &self.renderer.render(&report));
        if finding.labels.is_empty() {
            text = without_lines_of(EMPTY_MARGIN, &text);
        }
        if let Some(rewrite) = &finding.rewrite {
            text.push_str(&self.rewrite(rewrite));
        }
        text
    }

    fn pick(&self, ru: &'static str, en: &'static str) -> &'static str {
        if self.language == Language::Russian { ru } else { en }
    }

    /// The lines to write, at the left margin, so that they can be copied.
    fn rewrite(&self, lines: &str) -> String {
        let title = self.pick("напишите так:", "write it like this:");
        let (on, off) = if self.color { ("\x1b[1m\x1b[96m", "\x1b[0m") } else { ("", "") };
        let mut shown: Vec<_> = lines.lines().take(REWRITTEN).map(|line| tame(&short(line))).collect();
        if lines.lines().nth(REWRITTEN).is_some() {
            shown.push("…".to_owned());
        }
        format!("\n{on}{title}{off}\n{}", shown.join("\n"))
    }

    /// Labels that stand together: the line that says where, and the excerpt of a text.
    fn place(&self, labels: &[Label], primary: bool, elements: &mut Vec<Element<'static>>) {
        let Some(first) = labels.first() else { return };
        let name = self.sources.get(first.place.source()).name.to_string();
        let origin = match &first.place {
            Place::Text(span) => {
                let position = self.lines.position(span.source, span.start as usize);
                Origin::path(name).line(position.line).char_column(position.column)
            }
            Place::Cell(cell) => Origin::path(self.noted(self.cell(&name, cell), first)),
            Place::File(_) => Origin::path(self.noted(name, first)),
        };
        elements.push(Element::from(origin));
        let spans: Vec<_> =
            labels.iter().filter_map(|label| span_of(label).map(|span| (span, label))).collect();
        if let Some(excerpt) = self.excerpt(&spans, primary) {
            elements.push(Element::from(snippet(excerpt)));
        }
    }

    /// `statistics.xlsx, лист «Бюджет», C7`.
    fn cell(&self, name: &str, cell: &CellPlace) -> String {
        match (&cell.sheet, self.language) {
            (None, _) => format!("{name}, {}", cell.address()),
            (Some(sheet), Language::Russian) => format!("{name}, лист «{sheet}», {}", cell.address()),
            (Some(sheet), Language::English) => format!("{name}, sheet “{sheet}”, {}", cell.address()),
        }
    }

    /// A place that has no excerpt, with the words that would stand in it.
    fn noted(&self, place: String, label: &Label) -> String {
        match &label.text {
            Some(text) => format!("{place}: {}", text.in_language(self.language)),
            None => place,
        }
    }

    /// The lines of the spans, each cut to what stands around them.
    fn excerpt(&self, spans: &[(Span, &Label)], primary: bool) -> Option<Excerpt> {
        let first = spans.iter().map(|(span, _)| self.line(span)).min()?;
        let last = spans.iter().map(|(span, _)| self.line(span)).max()?;
        let source = spans.first()?.0.source;
        let mut excerpt = Excerpt { text: String::new(), line: first, marks: Vec::new() };
        for line in first..=last {
            let here: Vec<_> =
                spans.iter().enumerate().filter(|(_, (span, _))| self.line(span) == line).collect();
            self.excerpt_line(source, line, &here, primary, &mut excerpt);
        }
        Some(excerpt)
    }

    fn line(&self, span: &Span) -> usize {
        self.lines.position(span.source, span.start as usize).line
    }

    fn excerpt_line(
        &self,
        source: SourceId,
        line: usize,
        here: &[(usize, &(Span, &Label))],
        primary: bool,
        excerpt: &mut Excerpt,
    ) {
        let text = self.lines.text(source);
        let range = self.lines.range(source, line);
        let from = here.iter().map(|(_, (span, _))| span.start as usize).min().unwrap_or(range.start);
        let cut = window(text, &range, from);
        let offset = excerpt.text.len();
        let left = if cut.start > range.start { "…" } else { "" };
        excerpt.text.push_str(left);
        excerpt.text.push_str(&text[cut.clone()]);
        for (index, (span, label)) in here {
            let within = |at: u32| {
                floor(text, at as usize).clamp(cut.start, cut.end) - cut.start + left.len() + offset
            };
            let words = label.text.as_ref().map(|text| text.in_language(self.language).to_owned());
            let end = within(span.end).max(within(span.start));
            excerpt.marks.push((within(span.start)..end, words, primary && *index == 0));
        }
        excerpt.text.push_str(if cut.end < range.end { "…\n" } else { "\n" });
    }
}

fn snippet(excerpt: Excerpt) -> Snippet<'static, Annotation<'static>> {
    let marks = excerpt.marks.into_iter().map(|(range, words, primary)| {
        let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(range).label(words)
    });
    Snippet::source(excerpt.text).line_start(excerpt.line).fold(true).annotations(marks)
}

/// The part of a line that is shown, so that `at` is in it.
fn window(text: &str, line: &Range<usize>, at: usize) -> Range<usize> {
    let at = floor(text, at.clamp(line.start, line.end));
    let before =
        text[line.start..at].char_indices().rev().nth(BEFORE - 1).map_or(line.start, |(i, _)| line.start + i);
    let start = if text[line.start..at].chars().count() <= BEFORE * 2 { line.start } else { before };
    let length = BEFORE + AFTER;
    let end = text[start..line.end].char_indices().nth(length).map_or(line.end, |(i, _)| start + i);
    start..end.max(at)
}

fn span_of(label: &Label) -> Option<Span> {
    match label.place {
        Place::Text(span) => Some(span),
        _ => None,
    }
}

/// Labels in the same part of one text are shown in one excerpt, all others one by one.
fn together(labels: &[Label], lines: Lines<'_>) -> Vec<Vec<Label>> {
    let mut groups: Vec<Vec<Label>> = Vec::new();
    for label in labels {
        let near =
            groups.iter_mut().find(|group| group.first().is_some_and(|first| are_near(first, label, lines)));
        match near {
            Some(group) => group.push(label.clone()),
            None => groups.push(vec![label.clone()]),
        }
    }
    groups
}

fn are_near(one: &Label, other: &Label, lines: Lines<'_>) -> bool {
    let (Some(one), Some(other)) = (span_of(one), span_of(other)) else { return false };
    let line = |span: Span| lines.position(span.source, span.start as usize).line;
    one.source == other.source && line(one).abs_diff(line(other)) <= TOGETHER
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    let russian = language == Language::Russian;
    match severity {
        Severity::Error => Level::ERROR.with_name(if russian { "ошибка" } else { "error" }),
        Severity::Warning => {
            Level::WARNING.with_name(if russian { "предупреждение" } else { "warning" })
        }
        Severity::Note => Level::NOTE.with_name(if russian { "заметка" } else { "note" }),
    }
}

/// The renderer writes `:::` where it expects the name of an excerpt's file; the name stands
/// above already, with the column in the whole line, which an excerpt that is cut cannot know.
const EMPTY_ORIGIN: &str = ":::";

/// The bar beside an excerpt, which leads nowhere where there is none.
const EMPTY_MARGIN: &str = "|";

/// A text without the lines that are nothing but `sign`.
fn without_lines_of(sign: &str, text: &str) -> String {
    let kept = text.lines().filter(|line| {
        let bare: String = line.split('\x1b').map(|part| part.trim_start_matches(is_style)).collect();
        bare.trim() != sign
    });
    kept.collect::<Vec<_>>().join("\n")
}

/// A character of a terminal's colour code, as it stands before the text that it colours.
fn is_style(char: char) -> bool {
    char.is_ascii_digit() || matches!(char, '[' | 'm' | ';')
}

/// The beginning of a text that is too long to be read.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Without the control characters by which a file could write to the terminal.
fn tame(text: &str) -> String {
    let shown =
        |char: char| if char.is_control() && char != '\n' && char != '\t' { '\u{fffd}' } else { char };
    text.chars().map(shown).collect()
}

fn finding_json(finding: &Finding, sources: &Sources, lines: Lines<'_>, language: Language) -> Value {
    let places: Vec<_> =
        finding.labels.iter().map(|label| place_json(label, sources, lines, language)).collect();
    let hint = finding.hint(language);
    json!({
        "code": finding.message.code,
        "severity": finding.severity.to_string(),
        "message": finding.text(language),
        "hint": if hint.is_empty() { Value::Null } else { Value::from(hint) },
        "rewrite": finding.rewrite,
        "places": places,
    })
}

fn place_json(label: &Label, sources: &Sources, lines: Lines<'_>, language: Language) -> Value {
    let mut value = json!({
        "file": *sources.get(label.place.source()).name,
        "text": label.text.as_ref().map(|text| text.in_language(language)),
    });
    match &label.place {
        Place::Text(span) => {
            let start = lines.position(span.source, span.start as usize);
            let end = lines.position(span.source, span.end as usize);
            put_positions(&mut value, start, end);
            value["start"] = span.start.into();
            value["end"] = span.end.into();
        }
        Place::Cell(cell) => {
            value["sheet"] = cell.sheet.as_deref().into();
            value["cell"] = cell.address().into();
        }
        Place::File(_) => {}
    }
    value
}

fn put_positions(value: &mut Value, start: Position, end: Position) {
    value["line"] = start.line.into();
    value["column"] = start.column.into();
    value["endLine"] = end.line.into();
    value["endColumn"] = end.column.into();
}
